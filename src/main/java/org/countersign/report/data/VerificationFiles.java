package org.countersign.report.data;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.countersign.dataset.Dataset;
import org.countersign.numbers.RoundingRule;
import org.countersign.report.VerificationModel;
import org.countersign.verify.Apparatus;
import org.countersign.verify.PublishedCoverage;
import org.countersign.verify.PublishedText;
import org.countersign.verify.Verdict;
import org.countersign.verify.Verification;

/** {@code verification.json}: counts, hashes, every verdict, and every number of the paper that no claim covers. */
public final class VerificationFiles {

    /** Raised when a field goes or changes its meaning; {@code docs/verification-json.md} describes it. */
    public static final int VERSION = 1;

    private VerificationFiles() {}

    /** The file. */
    public static byte[] json(VerificationModel model) {
        return JsonText.document(json -> {
            json.writeStartObject();
            fields(json, model);
            json.writeEndObject();
        });
    }

    /**
     * The same on one line.
     *
     * @param changes since earlier results, if there were any to compare with
     */
    public static String line(VerificationModel model, Optional<Changes> changes) {
        return JsonText.line(json -> {
            json.writeStartObject();
            fields(json, model);
            if (changes.isPresent()) {
                ChangesJson.write(json, changes.get());
            }
            json.writeEndObject();
        });
    }

    private static void fields(JsonGenerator json, VerificationModel model) throws IOException {
        Verification verification = model.verification();
        json.writeNumberField("version", VERSION);
        json.writeStringField("program", "countersign " + model.programVersion());
        json.writeStringField("study", model.report().study().id());
        json.writeStringField(
                "dataStatus", model.report().study().about().dataStatus().id());
        json.writeObjectFieldStart("datasets");
        for (Dataset dataset : model.report().datasets().byName().values()) {
            json.writeStringField(dataset.source().path(), dataset.source().sha256());
        }
        json.writeEndObject();
        json.writeObjectFieldStart("hashes");
        for (Map.Entry<String, String> hash : model.hashes().entrySet()) {
            json.writeStringField(hash.getKey(), hash.getValue());
        }
        json.writeEndObject();
        if (verification.published().isPresent()) {
            published(json, verification.published().get());
        }
        json.writeObjectFieldStart("checked");
        json.writeNumberField("claims", verification.claims());
        json.writeNumberField("numbers", verification.numbers());
        json.writeNumberField("words", verification.words());
        json.writeEndObject();
        json.writeArrayFieldStart("roundingRules");
        for (RoundingRule rule : Verdict.ROUNDING_RULES) {
            json.writeString(rule.id());
        }
        json.writeEndArray();
        json.writeNumberField("conventionsTried", verification.conventionsTried());
        counts(json, verification.counts());
        json.writeArrayFieldStart("notes");
        for (String note : verification.notes()) {
            json.writeString(note);
        }
        json.writeEndArray();
        verdicts(json, verification);
    }

    /** The field {@code counts}, into an object that is open. */
    public static void counts(JsonGenerator json, Map<Verdict.Kind, Integer> counts) throws IOException {
        json.writeObjectFieldStart("counts");
        for (Map.Entry<Verdict.Kind, Integer> count : counts.entrySet()) {
            json.writeNumberField(count.getKey().id(), count.getValue());
        }
        json.writeEndObject();
    }

    private static void published(JsonGenerator json, PublishedText published) throws IOException {
        PublishedCoverage coverage = published.coverage();
        json.writeObjectFieldStart("published");
        json.writeStringField("file", published.file());
        json.writeStringField("sha256", published.sha256());
        json.writeNumberField("numbers", coverage.total());
        json.writeNumberField("claimed", coverage.claimed());
        json.writeNumberField("constant", coverage.constant());
        json.writeNumberField("unclaimed", coverage.unclaimed().size());
        json.writeNumberField("coverage", coverage.share());
        json.writeObjectFieldStart("leftOut");
        for (Map.Entry<Apparatus, Integer> count : coverage.leftOut().entrySet()) {
            json.writeNumberField(count.getKey().id(), count.getValue());
        }
        json.writeEndObject();
        json.writeArrayFieldStart("claimsNotFound");
        for (var claim : coverage.absent()) {
            json.writeString(claim.id());
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    /** Worst first: what is unclaimed stands where its kind does. */
    private static void verdicts(JsonGenerator json, Verification verification) throws IOException {
        json.writeArrayFieldStart("verdicts");
        for (Verdict verdict : verification.verdicts().worstFirst()) {
            if (verdict.kind().compareTo(Verdict.Kind.UNCLAIMED) < 0) {
                ResultsJson.verdict(json, verdict);
            }
        }
        for (PublishedCoverage.Unclaimed unclaimed : verification.unclaimed()) {
            unclaimed(json, verification.published().orElseThrow().file(), unclaimed);
        }
        for (Verdict verdict : verification.verdicts().worstFirst()) {
            if (verdict.kind().compareTo(Verdict.Kind.UNCLAIMED) > 0) {
                ResultsJson.verdict(json, verdict);
            }
        }
        json.writeEndArray();
    }

    private static void unclaimed(JsonGenerator json, String file, PublishedCoverage.Unclaimed unclaimed)
            throws IOException {
        json.writeStartObject();
        json.writeStringField("printed", unclaimed.printed());
        json.writeStringField("verdict", Verdict.Kind.UNCLAIMED.id());
        json.writeStringField("file", file);
        if (unclaimed.place().page() > 0) {
            json.writeNumberField("page", unclaimed.place().page());
        }
        json.writeNumberField("line", unclaimed.place().line());
        json.writeNumberField("column", unclaimed.place().column());
        json.writeStringField("context", unclaimed.context());
        json.writeArrayFieldStart("fitting");
        for (String key : unclaimed.fitting()) {
            json.writeString(key);
        }
        json.writeEndArray();
        json.writeStringField("explanation", unclaimed.explanation());
        json.writeEndObject();
    }
}
