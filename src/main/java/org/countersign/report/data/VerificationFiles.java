package org.countersign.report.data;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.countersign.dataset.Dataset;
import org.countersign.diagnostics.SourceLocation;
import org.countersign.report.ReportModel;
import org.countersign.report.Xml;
import org.countersign.verify.Verdict;

/** The verdicts as files: JSON, JUnit XML for build servers, SARIF for code hosts. */
public final class VerificationFiles {

    private VerificationFiles() {}

    private interface Body {
        void write(JsonGenerator json) throws IOException;
    }

    private static byte[] json(boolean indented, Body body) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 14);
        try (JsonGenerator json = new JsonFactory().createGenerator(bytes)) {
            if (indented) {
                DefaultIndenter indent = new DefaultIndenter("  ", "\n");
                json.setPrettyPrinter(
                        new DefaultPrettyPrinter().withObjectIndenter(indent).withArrayIndenter(indent));
            }
            body.write(json);
        } catch (IOException e) {
            throw new UncheckedIOException("a byte array can always be written to", e);
        }
        return bytes.toByteArray();
    }

    /** {@code verification.json}: counts, hashes and every verdict. */
    public static byte[] json(ReportModel model, String programVersion) {
        return json(true, json -> {
            json.writeStartObject();
            json.writeNumberField("version", 1);
            json.writeStringField("program", "countersign " + programVersion);
            content(json, model);
            json.writeEndObject();
        });
    }

    /** The same on one line. */
    public static String line(ReportModel model) {
        return new String(
                json(false, json -> {
                    json.writeStartObject();
                    json.writeNumberField("version", 1);
                    content(json, model);
                    json.writeEndObject();
                }),
                StandardCharsets.UTF_8);
    }

    private static void content(JsonGenerator json, ReportModel model) throws IOException {
        json.writeStringField("study", model.study().id());
        json.writeStringField("dataStatus", model.study().about().dataStatus().id());
        json.writeObjectFieldStart("datasets");
        for (Dataset dataset : model.datasets().byName().values()) {
            json.writeStringField(dataset.source().path(), dataset.source().sha256());
        }
        json.writeEndObject();
        json.writeObjectFieldStart("counts");
        for (Map.Entry<Verdict.Kind, Integer> count : model.verdicts().counts().entrySet()) {
            json.writeNumberField(count.getKey().id(), count.getValue());
        }
        json.writeEndObject();
        json.writeArrayFieldStart("verdicts");
        for (Verdict verdict : model.verdicts().worstFirst()) {
            ResultsJson.verdict(json, verdict);
        }
        json.writeEndArray();
    }

    /** JUnit XML: a test case for each verdict, a failure for each difference. */
    public static byte[] junit(ReportModel model) {
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        long failures = model.verdicts().all().stream()
                .filter(v -> !v.kind().isReproduced())
                .count();
        xml.append("<testsuite name=\"").append(Xml.escape(model.study().id())).append("\" tests=\"");
        xml.append(model.verdicts().all().size())
                .append("\" failures=\"")
                .append(failures)
                .append("\">\n");
        for (Verdict v : model.verdicts().all()) {
            xml.append("  <testcase classname=\"")
                    .append(Xml.escape(model.study().id() + "." + v.claim().id()));
            xml.append("\" name=\"")
                    .append(Xml.escape(v.printed() + " = " + v.key()))
                    .append("\">");
            if (v.kind().isReproduced()) {
                xml.append("<system-out>")
                        .append(Xml.escape(v.kind().label() + ": " + v.explanation()))
                        .append("</system-out>");
            } else {
                xml.append("<failure type=\"").append(v.kind().id()).append("\" message=\"");
                xml.append(Xml.escape(v.explanation())).append("\"/>");
            }
            xml.append("</testcase>\n");
        }
        return xml.append("</testsuite>\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    /** SARIF 2.1.0: a result for each verdict that is not plainly reproduced, at its claim in the study file. */
    public static byte[] sarif(ReportModel model, String programVersion) {
        return json(true, json -> {
            json.writeStartObject();
            json.writeStringField("version", "2.1.0");
            json.writeStringField("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
            json.writeArrayFieldStart("runs");
            json.writeStartObject();
            json.writeObjectFieldStart("tool");
            json.writeObjectFieldStart("driver");
            json.writeStringField("name", "countersign verify");
            json.writeStringField("version", programVersion);
            json.writeArrayFieldStart("rules");
            for (Verdict.Kind kind : Verdict.Kind.values()) {
                json.writeStartObject();
                json.writeStringField("id", kind.id());
                json.writeObjectFieldStart("shortDescription");
                json.writeStringField("text", kind.label());
                json.writeEndObject();
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
            json.writeEndObject();
            json.writeArrayFieldStart("results");
            for (Verdict verdict : model.verdicts().worstFirst()) {
                if (verdict.kind() != Verdict.Kind.REPRODUCED) {
                    result(json, verdict);
                }
            }
            json.writeEndArray();
            json.writeEndObject();
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    private static void result(JsonGenerator json, Verdict verdict) throws IOException {
        SourceLocation place = verdict.claim().text().location();
        json.writeStartObject();
        json.writeStringField("ruleId", verdict.kind().id());
        json.writeStringField("level", verdict.kind().isReproduced() ? "note" : "error");
        json.writeObjectFieldStart("message");
        json.writeStringField("text", "published " + verdict.printed() + ": " + verdict.explanation());
        json.writeEndObject();
        json.writeArrayFieldStart("locations");
        json.writeStartObject();
        json.writeObjectFieldStart("physicalLocation");
        json.writeObjectFieldStart("artifactLocation");
        json.writeStringField("uri", place.file());
        json.writeEndObject();
        json.writeObjectFieldStart("region");
        json.writeNumberField("startLine", Math.max(1, place.line()));
        json.writeNumberField("startColumn", Math.max(1, place.column()));
        json.writeEndObject();
        json.writeEndObject();
        json.writeEndObject();
        json.writeEndArray();
        json.writeEndObject();
    }
}
