package org.countersign.analysis.methods;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.countersign.analysis.AnalysisInput;
import org.countersign.dataset.CategoryColumn;
import org.countersign.dataset.Column;
import org.countersign.dataset.NumberColumn;
import org.countersign.dataset.RowSet;

/**
 * Values of several variables in the rows that have all of them, side by side for procedures that take arrays. A level of
 * a categorical variable is its place in the declaration, from 0. A row that stands for several observations is repeated.
 */
final class CompleteCases {

    private static final int LARGEST_REPETITION = 50_000_000;

    private final List<double[]> values;
    private final long n;
    private final long missing;

    private CompleteCases(List<double[]> values, long n, long missing) {
        this.values = List.copyOf(values);
        this.n = n;
        this.missing = missing;
    }

    /** The complete cases of some variables; empty, with a diagnostic, if the rows stand for too many observations. */
    static Optional<CompleteCases> of(AnalysisInput input, List<? extends Column> columns) {
        RowSet complete = input.rows().and(row -> columns.stream().noneMatch(column -> column.isMissing(row)));
        long n = input.observations(complete);
        if (n > LARGEST_REPETITION) {
            input.diagnostics()
                    .error(
                            "too-many-observations",
                            input.location(),
                            "the rows stand for " + n + " observations; this method repeats each row as often as it"
                                    + " counts and takes at most " + LARGEST_REPETITION,
                            "name a population with fewer");
            return Optional.empty();
        }
        List<double[]> values = new ArrayList<>();
        for (Column column : columns) {
            double[] of = new double[(int) n];
            int[] next = new int[1];
            complete.forEach(row -> {
                double value = value(column, row);
                for (long i = input.dataset().count(row); i > 0; i--) {
                    of[next[0]++] = value;
                }
            });
            values.add(of);
        }
        return Optional.of(new CompleteCases(values, n, input.observations(input.rows()) - n));
    }

    /** A number, or the place of a level. */
    static double value(Column column, int row) {
        return column instanceof CategoryColumn category ? category.level(row) : ((NumberColumn) column).value(row);
    }

    /** One array for each variable, in the order given. */
    List<double[]> values() {
        return values;
    }

    /** Observations that have all values. */
    long n() {
        return n;
    }

    /** Observations that lack a value. */
    long missing() {
        return missing;
    }
}
