package org.countersign.analysis.methods;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import org.countersign.analysis.AnalysisInput;
import org.countersign.dataset.CategoryColumn;
import org.countersign.dataset.Column;
import org.countersign.dataset.NumberColumn;

/**
 * Values of several variables in the rows that have all of them, side by side for procedures that take arrays. A level of
 * a categorical variable is its place in the declaration, from 0. A row that stands for several observations is repeated.
 */
final class CompleteCases {

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
        CompleteRows rows = CompleteRows.of(input, columns, CompleteRows.Counting.REPEATED);
        if (rows.size() == 0 && rows.observations() > 0) {
            return Optional.empty();
        }
        List<double[]> values = new ArrayList<>();
        for (Column column : columns) {
            if (column instanceof CategoryColumn category) {
                IntUnaryOperator levels = rows.levels(category);
                values.add(rows.array(levels::applyAsInt));
            } else {
                values.add(rows.array(rows.numbers((NumberColumn) column)));
            }
        }
        return Optional.of(new CompleteCases(values, rows.observations(), rows.missing()));
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
