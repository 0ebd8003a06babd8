package org.countersign.analysis.methods;

import java.util.List;
import java.util.Optional;
import org.countersign.analysis.AnalysisInput;
import org.countersign.analysis.Results;
import org.countersign.dataset.Column;
import org.countersign.dataset.NumberColumn;
import org.countersign.numbers.Decimals;
import org.countersign.stats.FrequencyTable;

/**
 * Second minus first of two measurements of each row, as the decimals that they stand for: 12.9 - 12.8 is 0.1.
 *
 * @param subject for the ledger
 * @param table the differences of the rows that have both
 */
record Differences(Results.Subject subject, FrequencyTable table) {

    /** Empty, with a diagnostic, unless the outcome is two variables. */
    static Optional<Differences> of(AnalysisInput input, String method) {
        List<Column> outcomes = Parameters.pair(input, method, "outcome: [before, after]");
        if (outcomes.isEmpty()) {
            return Optional.empty();
        }
        NumberColumn first = (NumberColumn) outcomes.get(0);
        NumberColumn second = (NumberColumn) outcomes.get(1);
        int decimals = Math.max(first.decimals(), second.decimals());
        FrequencyTable.Accumulator differences = FrequencyTable.accumulator();
        long[] missing = new long[1];
        input.rows().forEach(row -> {
            long count = input.dataset().count(row);
            if (first.isMissing(row) || second.isMissing(row)) {
                missing[0] += count;
            } else if (count > 0) {
                differences.add(Decimals.round(second.value(row) - first.value(row), decimals), count);
            }
        });
        FrequencyTable table = differences.table();
        return Optional.of(new Differences(
                new Results.Subject(
                        List.of(),
                        second.variable().label() + " minus " + first.variable().label(),
                        decimals,
                        first.variable().unit(),
                        table.size(),
                        missing[0]),
                table));
    }
}
