package org.countersign.report.data;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.countersign.analysis.LedgerEntry;
import org.countersign.analysis.Provenance;
import org.countersign.analysis.SurvivalSeries;
import org.countersign.dataset.Dataset;
import org.countersign.report.ReportModel;
import org.countersign.stats.Computed;
import org.countersign.stats.NotComputed;
import org.countersign.stats.Reference;
import org.countersign.study.About;
import org.countersign.verify.Verdict;

/** Writes {@code results.json}, described in {@code docs/results-json.md}. */
public final class ResultsJson {

    /** Version of the format; a change that breaks readers raises it. */
    public static final int VERSION = 1;

    private ResultsJson() {}

    /** The whole ledger with verdicts and the sentences that show its entries, in UTF-8. */
    public static byte[] write(ReportModel model, List<Sentences.Sentence> sentences, String programVersion) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 18);
        try (JsonGenerator json = new JsonFactory().createGenerator(bytes)) {
            DefaultIndenter indent = new DefaultIndenter("  ", "\n");
            json.setPrettyPrinter(
                    new DefaultPrettyPrinter().withObjectIndenter(indent).withArrayIndenter(indent));
            json.writeStartObject();
            json.writeNumberField("version", VERSION);
            json.writeStringField("program", "countersign " + programVersion);
            study(json, model);
            datasets(json, model);
            analyses(json, model);
            entries(json, model);
            survival(json, model);
            claims(json, model);
            sentences(json, sentences);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("results.json cannot be written", e);
        }
        bytes.write('\n');
        return bytes.toByteArray();
    }

    private static void study(JsonGenerator json, ReportModel model) throws IOException {
        About about = model.study().about();
        json.writeObjectFieldStart("study");
        json.writeStringField("id", model.study().id());
        json.writeStringField("title", about.title().text());
        json.writeStringField("dataStatus", about.dataStatus().id());
        optional(json, "dataStatusReason", about.dataStatusReason().map(r -> r.text()));
        json.writeStringField("style", model.style().id());
        json.writeEndObject();
    }

    private static void datasets(JsonGenerator json, ReportModel model) throws IOException {
        json.writeObjectFieldStart("datasets");
        for (Dataset dataset : model.datasets().byName().values()) {
            json.writeObjectFieldStart(dataset.name());
            json.writeStringField("file", dataset.source().path());
            json.writeStringField("sha256", dataset.source().sha256());
            json.writeNumberField("rows", dataset.rows());
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    /** What the entries of an analysis share, once for each. */
    private static void analyses(JsonGenerator json, ReportModel model) throws IOException {
        json.writeObjectFieldStart("analyses");
        String last = "";
        for (LedgerEntry entry : model.ledger().entries()) {
            Provenance p = entry.provenance();
            if (p.analysis().equals(last)) {
                continue;
            }
            last = p.analysis();
            json.writeObjectFieldStart(p.analysis());
            json.writeStringField("label", p.analysisLabel());
            json.writeStringField("method", p.method());
            optional(json, "dataset", p.dataset());
            json.writeStringField("population", p.population());
            optional(json, "filter", p.filter());
            strings(json, "parameters", p.parameters());
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private static void strings(JsonGenerator json, String name, Map<String, String> values) throws IOException {
        json.writeObjectFieldStart(name);
        for (Map.Entry<String, String> value : values.entrySet()) {
            json.writeStringField(value.getKey(), value.getValue());
        }
        json.writeEndObject();
    }

    private static void entries(JsonGenerator json, ReportModel model) throws IOException {
        json.writeObjectFieldStart("entries");
        for (LedgerEntry entry : model.ledger().entries()) {
            json.writeObjectFieldStart(entry.key().text());
            entry(json, entry);
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    /** The fields of an entry, into an object that is open; {@code explain} has the same. */
    public static void entry(JsonGenerator json, LedgerEntry entry) throws IOException {
        value(json, entry);
        json.writeStringField("display", entry.display());
        optional(json, "unit", entry.unit());
        json.writeStringField("quantity", entry.quantity().label());
        json.writeStringField(
                "kind", entry.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        json.writeStringField("subject", entry.subject());
        json.writeStringField("analysis", entry.provenance().analysis());
        json.writeStringField("procedure", entry.procedure().id());
        json.writeStringField("procedureLabel", entry.procedure().label());
        references(json, entry.procedure().references());
        if (!entry.within().isEmpty()) {
            json.writeStringField("population", entry.population());
            optional(json, "filter", entry.filter());
        }
        strings(json, "variables", entry.provenance().variables());
        json.writeNumberField("n", entry.n());
        json.writeNumberField("missing", entry.missing());
    }

    private static void value(JsonGenerator json, LedgerEntry entry) throws IOException {
        if (entry.value() instanceof Computed<Double> computed) {
            double value = computed.value();
            if (Double.isFinite(value)) {
                json.writeNumberField("value", value);
            } else {
                json.writeStringField("value", value > 0 ? "Infinity" : "-Infinity");
            }
            return;
        }
        NotComputed<Double> not = (NotComputed<Double>) entry.value();
        json.writeNullField("value");
        json.writeObjectFieldStart("notComputed");
        json.writeStringField(
                "reason", not.reason().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        json.writeStringField("detail", not.detail());
        json.writeStringField("advice", not.advice());
        json.writeEndObject();
    }

    private static void references(JsonGenerator json, List<Reference> references) throws IOException {
        json.writeArrayFieldStart("references");
        for (Reference reference : references) {
            json.writeString(reference.authors() + " " + reference.year()
                    + reference.doi().map(d -> ", doi:" + d).orElse(""));
        }
        json.writeEndArray();
    }

    /** Survival curves, a point for each different time; left out where a study has none. */
    private static void survival(JsonGenerator json, ReportModel model) throws IOException {
        if (model.ledger().survival().isEmpty()) {
            return;
        }
        json.writeObjectFieldStart("survival");
        for (SurvivalSeries series : model.ledger().survival()) {
            json.writeArrayFieldStart(series.key().text());
            for (SurvivalSeries.Point point : series.points()) {
                json.writeStartObject();
                json.writeNumberField("time", point.time());
                json.writeNumberField("atRisk", point.atRisk());
                json.writeNumberField("events", point.events());
                json.writeNumberField("censored", point.censored());
                json.writeNumberField("survival", point.survival());
                json.writeEndObject();
            }
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private static void claims(JsonGenerator json, ReportModel model) throws IOException {
        json.writeArrayFieldStart("claims");
        for (Verdict verdict : model.verdicts().all()) {
            verdict(json, verdict);
        }
        json.writeEndArray();
    }

    /** One verdict as an object; {@code verification.json} has the same. */
    public static void verdict(JsonGenerator json, Verdict verdict) throws IOException {
        json.writeStartObject();
        json.writeStringField("claim", verdict.claim().id());
        json.writeStringField("text", verdict.claim().text().text());
        optional(json, "where", verdict.claim().where());
        json.writeStringField("printed", verdict.printed());
        if (verdict.claim().isSizeOfFall()) {
            json.writeStringField("sizeOf", "fall");
        }
        json.writeStringField("key", verdict.key().text());
        json.writeStringField("verdict", verdict.kind().id());
        json.writeStringField("computed", verdict.computed());
        optional(json, "by", verdict.by());
        optional(json, "unitsOff", verdict.unitsOff());
        json.writeStringField("flips", verdict.flips().name().toLowerCase(Locale.ROOT));
        json.writeNumberField("conventionsTried", verdict.conventionsTried());
        json.writeStringField("explanation", verdict.explanation());
        optional(json, "note", verdict.claim().note());
        json.writeEndObject();
    }

    static void sentences(JsonGenerator json, List<Sentences.Sentence> sentences) throws IOException {
        json.writeArrayFieldStart("sentences");
        for (Sentences.Sentence sentence : sentences) {
            json.writeStartObject();
            json.writeStringField("text", sentence.text());
            json.writeArrayFieldStart("keys");
            for (String key : sentence.keys()) {
                json.writeString(key);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    static void optional(JsonGenerator json, String name, Optional<String> value) throws IOException {
        if (value.isPresent()) {
            json.writeStringField(name, value.get());
        }
    }
}
