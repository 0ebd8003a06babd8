package org.countersign.report.data;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.countersign.analysis.LedgerEntry;
import org.countersign.analysis.Provenance;
import org.countersign.dataset.io.CsvText;
import org.countersign.report.ReportModel;
import org.countersign.report.exhibit.TableModel;
import org.countersign.stats.Computed;
import org.countersign.stats.NotComputed;
import org.countersign.study.About;

/** {@code results.csv} and the tables as CSV, UTF-8 with line feeds; the data's status is a column of each. */
public final class CsvFiles {

    private static final Pattern FORMULA = Pattern.compile("[=+@\\t\\r-]");
    private static final Pattern NUMBER = Pattern.compile("[-+]?[0-9.]+([eE][-+]?[0-9]+)?|[-+]?Infinity");

    private CsvFiles() {}

    /** One row per ledger entry. */
    public static byte[] results(ReportModel model) {
        List<List<String>> records = new ArrayList<>();
        records.add(List.of(
                "key",
                "value",
                "display",
                "unit",
                "quantity",
                "subject",
                "analysis",
                "method",
                "procedure",
                "dataset",
                "sha256",
                "population",
                "filter",
                "n",
                "missing",
                "parameters",
                "not_computed",
                "data_status"));
        for (LedgerEntry e : model.ledger().entries()) {
            records.add(List.of(
                    e.key().text(),
                    e.value() instanceof Computed<Double> c ? Double.toString(c.value()) : "",
                    e.display(),
                    e.unit().orElse(""),
                    e.quantity().label(),
                    e.subject(),
                    e.provenance().analysis(),
                    e.provenance().method(),
                    e.procedure().label(),
                    e.provenance().origin().map(Provenance.Origin::file).orElse(""),
                    e.provenance().origin().map(Provenance.Origin::sha256).orElse(""),
                    e.population(),
                    e.filter().orElse(""),
                    Long.toString(e.n()),
                    Long.toString(e.missing()),
                    String.join(
                            "; ",
                            e.provenance().parameters().entrySet().stream()
                                    .map(p -> p.getKey() + "=" + p.getValue())
                                    .toList()),
                    e.value() instanceof NotComputed<Double> not ? not.detail() : "",
                    model.study().about().dataStatus().id()));
        }
        return text(records);
    }

    /** A table as it is shown; headings are rows with one filled cell. */
    public static byte[] table(TableModel table, About.DataStatus status) {
        List<List<String>> records = new ArrayList<>();
        List<String> header = new ArrayList<>();
        table.columns().forEach(c -> header.add(c.text()));
        header.add("data_status");
        records.add(header);
        for (TableModel.Row row : table.rows()) {
            List<String> cells = new ArrayList<>();
            row.cells().forEach(c -> cells.add(c.unmarked()));
            while (cells.size() < table.columns().size()) {
                cells.add("");
            }
            cells.add(status.id());
            records.add(cells);
        }
        return text(records);
    }

    /**
     * The records, their words made safe for spreadsheets: what begins like a formula is told to be text by an apostrophe,
     * since labels come from whoever wrote the study.
     */
    private static byte[] text(List<List<String>> records) {
        List<List<String>> safe = records.stream()
                .map(r -> r.stream()
                        .map(cell -> FORMULA.matcher(cell).lookingAt()
                                        && !NUMBER.matcher(cell).matches()
                                ? "'" + cell
                                : cell)
                        .toList())
                .toList();
        return CsvText.of(safe).getBytes(StandardCharsets.UTF_8);
    }
}
