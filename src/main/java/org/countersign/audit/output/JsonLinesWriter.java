package org.countersign.audit.output;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.countersign.audit.AuditReport;
import org.countersign.audit.CorpusSummary;
import org.countersign.audit.FileAudit;
import org.countersign.audit.checks.Assessment;
import org.countersign.audit.checks.CheckOutcome;
import org.countersign.audit.checks.Decision;
import org.countersign.audit.checks.RecomputedRange;
import org.countersign.audit.extract.NamedValue;
import org.countersign.audit.extract.ReportedResult;
import org.countersign.audit.text.Place;
import org.countersign.diagnostics.Diagnostic;

/** JSON, one object per file per line; the format is documented in {@code docs/audit-json.md}. */
public final class JsonLinesWriter {

    /** Version of the format; raised when a field changes its meaning or goes. */
    public static final int VERSION = 1;

    private static final JsonFactory FACTORY =
            JsonFactory.builder().disable(JsonWriteFeature.ESCAPE_NON_ASCII).build();
    private static final MathContext DIGITS = new MathContext(6, RoundingMode.HALF_EVEN);

    private JsonLinesWriter() {}

    /** One line for one file, without the line's end. */
    public static String line(FileAudit audit) {
        return write(json -> {
            json.writeStartObject();
            json.writeNumberField("version", VERSION);
            json.writeStringField("file", audit.file());
            if (audit.report().isPresent()) {
                writeReport(json, audit.report().get());
            }
            if (audit.diagnostic().isPresent()) {
                writeDiagnostic(json, audit.diagnostic().get());
            }
            json.writeEndObject();
        });
    }

    /** One line with the counts over a corpus, without the line's end. */
    public static String line(CorpusSummary summary) {
        return write(json -> {
            json.writeStartObject();
            json.writeNumberField("version", VERSION);
            json.writeObjectFieldStart("summary");
            json.writeNumberField("files", summary.files());
            json.writeNumberField("unreadable", summary.unreadable());
            json.writeNumberField("withFindings", summary.withFindings());
            json.writeNumberField("results", summary.results());
            json.writeNumberField("numbersSeen", summary.numbersSeen());
            json.writeNumberField("numbersUnderstood", summary.numbersUnderstood());
            json.writeArrayFieldStart("checks");
            for (CorpusSummary.CheckCount count : summary.checks()) {
                json.writeStartObject();
                json.writeStringField("id", count.checkId());
                json.writeNumberField("consistent", count.consistent());
                json.writeNumberField("inconsistent", count.inconsistent());
                json.writeNumberField("warning", count.warning());
                json.writeNumberField("notTestable", count.notTestable());
                json.writeNumberField("decisionErrors", count.decisionErrors());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
            json.writeEndObject();
        });
    }

    private interface Body {
        void write(JsonGenerator json) throws IOException;
    }

    private static String write(Body body) {
        StringWriter out = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(out)) {
            body.write(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    private static void writeReport(JsonGenerator json, AuditReport report) throws IOException {
        json.writeObjectFieldStart("numbers");
        json.writeNumberField("seen", report.results().numbersSeen());
        json.writeNumberField("understood", report.results().numbersUnderstood());
        json.writeEndObject();
        json.writeArrayFieldStart("results");
        Map<ReportedResult, List<CheckOutcome>> outcomes = new IdentityHashMap<>();
        for (CheckOutcome outcome : report.outcomes()) {
            outcomes.computeIfAbsent(outcome.subject(), subject -> new ArrayList<>())
                    .add(outcome);
        }
        for (ReportedResult result : report.results().results()) {
            writeResult(json, result, outcomes.getOrDefault(result, List.of()));
        }
        json.writeEndArray();
    }

    private static void writeResult(JsonGenerator json, ReportedResult result, List<CheckOutcome> outcomes)
            throws IOException {
        Place place = result.excerpt().place();
        json.writeStartObject();
        json.writeStringField("text", result.excerpt().text());
        if (place.page() > 0) {
            json.writeNumberField("page", place.page());
        } else {
            json.writeNullField("page");
        }
        json.writeNumberField("line", place.line());
        json.writeNumberField("column", place.column());
        json.writeStringField("type", result.type());
        json.writeArrayFieldStart("values");
        for (NamedValue value : result.values()) {
            json.writeStartObject();
            json.writeStringField("name", value.name());
            json.writeStringField("text", value.text());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("checks");
        for (CheckOutcome outcome : outcomes) {
            writeOutcome(json, outcome);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void writeOutcome(JsonGenerator json, CheckOutcome outcome) throws IOException {
        Assessment assessment = outcome.assessment();
        json.writeStartObject();
        json.writeStringField("id", outcome.checkId());
        json.writeStringField("verdict", assessment.verdict().id());
        json.writeStringField("reported", assessment.reported());
        if (assessment.recomputed().isPresent()) {
            RecomputedRange range = assessment.recomputed().get();
            json.writeArrayFieldStart("recomputed");
            writeNumber(json, range.low());
            writeNumber(json, range.high());
            json.writeEndArray();
        } else {
            json.writeNullField("recomputed");
        }
        json.writeBooleanField("decisionError", assessment.decision() == Decision.FLIPPED);
        json.writeStringField("message", assessment.message());
        json.writeArrayFieldStart("explanations");
        for (String explanation : assessment.explanations()) {
            json.writeString(explanation);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    /** Six significant digits; an infinite end is null. */
    private static void writeNumber(JsonGenerator json, double value) throws IOException {
        if (Double.isFinite(value)) {
            json.writeNumber(new BigDecimal(value).round(DIGITS).doubleValue());
        } else {
            json.writeNull();
        }
    }

    private static void writeDiagnostic(JsonGenerator json, Diagnostic diagnostic) throws IOException {
        json.writeObjectFieldStart("diagnostic");
        json.writeStringField("code", diagnostic.code());
        json.writeStringField("message", diagnostic.message());
        if (diagnostic.hint().isPresent()) {
            json.writeStringField("hint", diagnostic.hint().get());
        }
        json.writeEndObject();
    }
}
