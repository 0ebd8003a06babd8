package org.countersign.audit.output;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import org.countersign.audit.FileAudit;
import org.countersign.audit.checks.Assessment;
import org.countersign.audit.checks.CheckOutcome;
import org.countersign.audit.checks.ConsistencyCheck;
import org.countersign.audit.checks.Verdict;
import org.countersign.audit.text.Place;
import org.countersign.diagnostics.Diagnostic;

/** SARIF 2.1.0, which editors and code hosts show beside the text: the findings, and a notification per unreadable file. */
public final class SarifWriter implements AutoCloseable {

    private final JsonGenerator json;
    private final List<FileAudit> unreadable = new ArrayList<>();

    /**
     * @param checks the rules of the run
     * @param version of the program
     */
    public SarifWriter(Writer out, List<ConsistencyCheck> checks, String version) throws IOException {
        json = new JsonFactory().createGenerator(out);
        json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        json.setPrettyPrinter(new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")));
        json.writeStartObject();
        json.writeStringField("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
        json.writeStringField("version", "2.1.0");
        json.writeArrayFieldStart("runs");
        json.writeStartObject();
        json.writeObjectFieldStart("tool");
        json.writeObjectFieldStart("driver");
        json.writeStringField("name", "countersign audit");
        json.writeStringField("version", version);
        json.writeArrayFieldStart("rules");
        for (ConsistencyCheck check : checks) {
            json.writeStartObject();
            json.writeStringField("id", check.id());
            writeText("shortDescription", check.summary());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndObject();
        json.writeArrayFieldStart("results");
    }

    public void add(FileAudit audit) throws IOException {
        if (audit.diagnostic().isPresent()) {
            unreadable.add(audit);
        }
        if (audit.report().isPresent()) {
            for (CheckOutcome finding : audit.report().get().findings()) {
                write(audit.file(), finding);
            }
        }
    }

    private void write(String file, CheckOutcome finding) throws IOException {
        Assessment assessment = finding.assessment();
        json.writeStartObject();
        json.writeStringField("ruleId", finding.checkId());
        json.writeStringField("level", assessment.verdict() == Verdict.INCONSISTENT ? "error" : "warning");
        String reasons = assessment.explanations().isEmpty()
                ? ""
                : " Possible reasons: " + String.join("; ", assessment.explanations()) + ".";
        writeText("message", assessment.message() + "." + reasons);
        Place place = finding.subject().excerpt().place();
        json.writeArrayFieldStart("locations");
        json.writeStartObject();
        json.writeObjectFieldStart("physicalLocation");
        writeArtifact(file);
        json.writeObjectFieldStart("region");
        json.writeNumberField("startLine", place.line());
        json.writeNumberField("startColumn", place.column());
        writeText("snippet", finding.subject().excerpt().text());
        json.writeEndObject();
        json.writeEndObject();
        if (place.page() > 0) {
            json.writeArrayFieldStart("logicalLocations");
            json.writeStartObject();
            json.writeStringField("name", "page " + place.page());
            json.writeEndObject();
            json.writeEndArray();
        }
        json.writeEndObject();
        json.writeEndArray();
        json.writeEndObject();
    }

    private void writeArtifact(String file) throws IOException {
        json.writeObjectFieldStart("artifactLocation");
        json.writeStringField("uri", ArtifactUri.of(file));
        json.writeEndObject();
    }

    private void writeText(String field, String text) throws IOException {
        json.writeObjectFieldStart(field);
        json.writeStringField("text", text);
        json.writeEndObject();
    }

    /** Ends the document; the writer behind it stays open. */
    @Override
    public void close() throws IOException {
        json.writeEndArray();
        json.writeArrayFieldStart("invocations");
        json.writeStartObject();
        json.writeBooleanField("executionSuccessful", true);
        json.writeArrayFieldStart("toolExecutionNotifications");
        for (FileAudit audit : unreadable) {
            Diagnostic diagnostic = audit.diagnostic().orElseThrow();
            json.writeStartObject();
            json.writeStringField("level", "error");
            writeText("message", diagnostic.toString());
            json.writeArrayFieldStart("locations");
            json.writeStartObject();
            json.writeObjectFieldStart("physicalLocation");
            writeArtifact(audit.file());
            json.writeEndObject();
            json.writeEndObject();
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndArray();
        json.writeEndObject();
        json.close();
    }
}
