package org.countersign.pipeline;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Optional;
import org.countersign.analysis.LedgerEntry;
import org.countersign.analysis.Provenance;
import org.countersign.dataset.Dataset;
import org.countersign.report.ReportModel;
import org.countersign.report.data.JsonText;
import org.countersign.report.data.ResultsJson;

/** A ledger entry and the rows behind it for programs: the fields of {@code results.json}, and more. */
public final class ExplanationJson {

    private ExplanationJson() {}

    /**
     * One object on one line.
     *
     * @param mostRows how many rows of the data are in it at most; 0 leaves them out
     */
    public static String write(ReportModel model, LedgerEntry entry, int mostRows) {
        return JsonText.line(json -> {
            json.writeStartObject();
            json.writeNumberField("version", ResultsJson.VERSION);
            json.writeStringField("key", entry.key().text());
            ResultsJson.entry(json, entry);
            Optional<Provenance.Origin> origin = entry.provenance().origin();
            if (origin.isPresent()) {
                json.writeStringField("file", origin.get().file());
                json.writeStringField("sha256", origin.get().sha256());
            }
            Optional<Dataset> dataset =
                    origin.flatMap(o -> model.datasets().get(o.dataset())).filter(d -> mostRows > 0);
            if (dataset.isPresent()) {
                rows(json, ExplainedRows.of(dataset.get(), entry, mostRows));
            }
            json.writeEndObject();
        });
    }

    private static void rows(JsonGenerator json, ExplainedRows rows) throws IOException {
        json.writeObjectFieldStart("rows");
        json.writeNumberField("size", rows.size());
        json.writeBooleanField("complete", rows.complete());
        json.writeArrayFieldStart("values");
        for (ExplainedRows.ValueCount value : rows.values()) {
            json.writeStartObject();
            json.writeStringField("value", value.value());
            json.writeNumberField("rows", value.count());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("first");
        for (ExplainedRows.Row row : rows.rows()) {
            json.writeStartObject();
            json.writeNumberField("row", row.number());
            for (int i = 0; i < rows.columns().size(); i++) {
                json.writeStringField(rows.columns().get(i), row.cells().get(i));
            }
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }
}
