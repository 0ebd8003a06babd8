package org.countersign.report.exhibit.figures;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.countersign.analysis.LedgerEntry;
import org.countersign.dataset.Dataset;
import org.countersign.dataset.NumberColumn;
import org.countersign.dataset.RowSet;
import org.countersign.dataset.expression.DerivedColumns;
import org.countersign.report.exhibit.Exhibit;
import org.countersign.study.AnalysisSpec;
import org.countersign.study.VariableSpec;

/**
 * The rows of data behind some entries of the ledger, for charts that show every value.
 *
 * @param dataset that they are of
 * @param rows which
 */
record PlottedRows(Dataset dataset, RowSet rows) {

    /** The rows that the entries below a key are about. */
    static Optional<PlottedRows> of(Exhibit exhibit, String path) {
        Optional<LedgerEntry> entry =
                exhibit.model().ledger().below(path).stream().findFirst();
        return entry.flatMap(e -> e.provenance().dataset())
                .flatMap(exhibit.model().datasets()::get)
                .map(dataset -> new PlottedRows(
                        dataset,
                        entry.flatMap(LedgerEntry::filter)
                                .flatMap(where -> DerivedColumns.where(dataset, where))
                                .orElseGet(dataset::allRows)));
    }

    /** The rows of an analysis as a whole, those of all groups. */
    static Optional<PlottedRows> ofAnalysis(Exhibit exhibit, String analysis) {
        return exhibit.provenance(analysis)
                .flatMap(p -> p.origin())
                .flatMap(origin -> exhibit.model()
                        .datasets()
                        .get(origin.dataset())
                        .map(dataset -> new PlottedRows(
                                dataset,
                                exhibit.provenance(analysis)
                                        .flatMap(p -> p.filter())
                                        .flatMap(where -> DerivedColumns.where(dataset, where))
                                        .orElseGet(dataset::allRows))));
    }

    /** A numeric variable of the dataset. */
    Optional<NumberColumn> number(String name) {
        return dataset.column(name)
                .flatMap(c -> c instanceof NumberColumn number ? Optional.of(number) : Optional.empty());
    }

    /** How many observations have a value. */
    long size(NumberColumn column) {
        long[] size = new long[1];
        rows.forEach(row -> size[0] += column.isMissing(row) ? 0 : dataset.count(row));
        return size[0];
    }

    /** The value of each observation that has one; empty if there are more than some. */
    List<Double> values(NumberColumn column, int most) {
        if (size(column) > most) {
            return List.of();
        }
        List<Double> values = new ArrayList<>();
        rows.forEach(row -> {
            if (!column.isMissing(row)) {
                for (long i = 0; i < dataset.count(row); i++) {
                    values.add(column.value(row));
                }
            }
        });
        return values;
    }

    /** The groups of an outcome in an analysis by group, or the whole under an empty name: key to label. */
    static Map<String, String> groups(Exhibit exhibit, AnalysisSpec analysis, String path) {
        Map<String, String> labels = new LinkedHashMap<>();
        Optional<VariableSpec> group = exhibit.group(analysis);
        if (group.isEmpty()) {
            labels.put(path, "");
        } else {
            Exhibit.levelLabels(group.get()).forEach((slug, label) -> {
                if (!exhibit.model().ledger().below(path + "." + slug).isEmpty()) {
                    labels.put(path + "." + slug, label);
                }
            });
        }
        return labels;
    }
}
