package org.countersign.pipeline;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.countersign.report.data.ChangesJson;
import org.countersign.report.data.JsonText;
import org.countersign.report.data.ResultsJson;
import org.countersign.report.data.VerificationFiles;
import org.countersign.verify.Verdict;
import org.countersign.verify.Verdicts;

/** What a build did with a study, for programs; described in {@code docs/build-json.md}. */
public final class BuildJson {

    /** Raised when a field goes or changes its meaning. */
    public static final int VERSION = 1;

    private BuildJson() {}

    /** One object on one line. */
    public static String write(ReportBuilder.Outcome outcome) {
        return JsonText.line(json -> {
            json.writeStartObject();
            json.writeNumberField("version", VERSION);
            json.writeStringField("program", "countersign " + Versions.program());
            json.writeStringField("study", String.valueOf(outcome.folder().getFileName()));
            json.writeStringField("report", outcome.page().toString());
            json.writeStringField("state", outcome.bundle().isPresent() ? "built" : "unchanged");
            if (outcome.bundle().isPresent()) {
                json.writeNumberField(
                        "numbers", outcome.bundle().get().model().ledger().size());
                verdicts(json, outcome.bundle().get().model().verdicts());
            }
            if (outcome.changes().isPresent()) {
                ChangesJson.write(json, outcome.changes().get());
            }
            json.writeEndObject();
        });
    }

    private static void verdicts(JsonGenerator json, Verdicts verdicts) throws IOException {
        VerificationFiles.counts(json, verdicts.counts());
        json.writeArrayFieldStart("verdicts");
        for (Verdict verdict : verdicts.remarkable()) {
            ResultsJson.verdict(json, verdict);
        }
        json.writeEndArray();
    }
}
