package org.countersign.report.data;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.countersign.audit.output.ArtifactUri;
import org.countersign.diagnostics.SourceLocation;
import org.countersign.report.VerificationModel;
import org.countersign.verify.PublishedCoverage;
import org.countersign.verify.Verdict;

/**
 * The verdicts as SARIF 2.1.0, for code hosts: a result for each that is not plainly reproduced, at its claim in the study
 * file, and one for each unclaimed number, at its place in the paper.
 */
public final class VerificationSarif {

    private VerificationSarif() {}

    public static byte[] write(VerificationModel model) {
        return JsonText.document(json -> {
            json.writeStartObject();
            json.writeStringField("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
            json.writeStringField("version", "2.1.0");
            json.writeArrayFieldStart("runs");
            json.writeStartObject();
            tool(json, model.programVersion());
            json.writeStringField("columnKind", "utf16CodeUnits");
            json.writeArrayFieldStart("results");
            for (Verdict verdict : model.verification().verdicts().worstFirst()) {
                if (verdict.kind() != Verdict.Kind.REPRODUCED) {
                    result(json, verdict);
                }
            }
            for (PublishedCoverage.Unclaimed unclaimed : model.verification().unclaimed()) {
                result(json, model.verification().published().orElseThrow().file(), unclaimed);
            }
            json.writeEndArray();
            json.writeEndObject();
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    private static void tool(JsonGenerator json, String version) throws IOException {
        json.writeObjectFieldStart("tool");
        json.writeObjectFieldStart("driver");
        json.writeStringField("name", "countersign verify");
        json.writeStringField("version", version);
        json.writeArrayFieldStart("rules");
        for (Verdict.Kind kind : Verdict.Kind.values()) {
            json.writeStartObject();
            json.writeStringField("id", kind.id());
            text(json, "shortDescription", kind.label());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void result(JsonGenerator json, Verdict verdict) throws IOException {
        SourceLocation place = verdict.claim().text().location();
        begin(
                json,
                verdict.kind(),
                verdict.kind().isReproduced() ? "note" : "error",
                "published " + verdict.published() + ": " + verdict.told());
        physicalLocation(json, place.file(), Math.max(1, place.line()), Math.max(1, place.column()));
        end(json);
    }

    private static void result(JsonGenerator json, String file, PublishedCoverage.Unclaimed unclaimed)
            throws IOException {
        begin(json, Verdict.Kind.UNCLAIMED, "warning", unclaimed.explanation());
        physicalLocation(json, file, unclaimed.place().line(), unclaimed.place().column());
        if (unclaimed.place().page() > 0) {
            json.writeArrayFieldStart("logicalLocations");
            json.writeStartObject();
            json.writeStringField("name", "page " + unclaimed.place().page());
            json.writeEndObject();
            json.writeEndArray();
        }
        end(json);
    }

    private static void begin(JsonGenerator json, Verdict.Kind rule, String level, String message) throws IOException {
        json.writeStartObject();
        json.writeStringField("ruleId", rule.id());
        json.writeStringField("level", level);
        text(json, "message", message);
        json.writeArrayFieldStart("locations");
        json.writeStartObject();
    }

    private static void end(JsonGenerator json) throws IOException {
        json.writeEndObject();
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void physicalLocation(JsonGenerator json, String file, int line, int column) throws IOException {
        json.writeObjectFieldStart("physicalLocation");
        json.writeObjectFieldStart("artifactLocation");
        json.writeStringField("uri", ArtifactUri.of(file));
        json.writeEndObject();
        json.writeObjectFieldStart("region");
        json.writeNumberField("startLine", line);
        json.writeNumberField("startColumn", column);
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void text(JsonGenerator json, String field, String text) throws IOException {
        json.writeObjectFieldStart(field);
        json.writeStringField("text", text);
        json.writeEndObject();
    }
}
