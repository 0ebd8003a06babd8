package org.countersign.analysis.methods;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntUnaryOperator;
import org.countersign.analysis.AnalysisInput;
import org.countersign.dataset.CategoryColumn;
import org.countersign.dataset.Column;
import org.countersign.dataset.Dataset;
import org.countersign.dataset.NumberColumn;
import org.countersign.dataset.RowSet;
import org.countersign.dataset.TextColumn;

/**
 * The rows of an analysis that have a value in all of its variables: an index into the dataset, no copy of it. Where rows
 * stand for several observations they are weighted, or repeated for a procedure that takes no weights.
 */
final class CompleteRows {

    /** What becomes of a row that stands for several observations. */
    enum Counting {
        /** One row with a weight. */
        WEIGHTED,
        /** As many equal rows. */
        REPEATED
    }

    private static final int LARGEST_REPETITION = 50_000_000;

    private final Dataset dataset;
    private final RowSet rows;
    private final Counting counting;
    private final int size;
    private final IntUnaryOperator rowAt;
    private final long observations;
    private final long missing;

    private CompleteRows(
            Dataset dataset,
            RowSet rows,
            Counting counting,
            int size,
            IntUnaryOperator rowAt,
            long observations,
            long missing) {
        this.dataset = dataset;
        this.rows = rows;
        this.counting = counting;
        this.size = size;
        this.rowAt = rowAt;
        this.observations = observations;
        this.missing = missing;
    }

    /** The complete rows of an input. */
    static CompleteRows of(AnalysisInput input, Collection<? extends Column> needed, Counting counting) {
        return of(input, input.rows(), needed, counting);
    }

    /** The complete ones of some rows. */
    static CompleteRows of(AnalysisInput input, RowSet some, Collection<? extends Column> needed, Counting counting) {
        Dataset dataset = input.dataset();
        Column[] columns = needed.toArray(Column[]::new);
        RowSet complete = some.and(row -> {
            for (Column column : columns) {
                if (column.isMissing(row)) {
                    return false;
                }
            }
            return dataset.count(row) > 0;
        });
        long observations = input.observations(complete);
        long missing = input.observations(some) - observations;
        boolean repeated = counting == Counting.REPEATED && dataset.isCounted();
        if (repeated && observations > LARGEST_REPETITION) {
            input.diagnostics()
                    .error(
                            "too-many-observations",
                            input.location(),
                            "the rows stand for " + observations + " observations; this method repeats each row as"
                                    + " often as it counts and takes at most " + LARGEST_REPETITION,
                            "name a population, or a method that takes weights, such as `linear_model`");
            return new CompleteRows(dataset, complete, counting, 0, i -> i, observations, missing);
        }
        if (!repeated && complete.size() == complete.total()) {
            return new CompleteRows(dataset, complete, counting, complete.size(), row -> row, observations, missing);
        }
        int[] index = new int[repeated ? (int) observations : complete.size()];
        int[] next = new int[1];
        complete.forEach(row -> {
            long times = repeated ? dataset.count(row) : 1;
            for (long i = 0; i < times; i++) {
                index[next[0]++] = row;
            }
        });
        return new CompleteRows(dataset, complete, counting, index.length, i -> index[i], observations, missing);
    }

    int size() {
        return size;
    }

    /** Observations of the complete rows. */
    long observations() {
        return observations;
    }

    /** Observations that lack a value. */
    long missing() {
        return missing;
    }

    /** The complete rows of the dataset, each once. */
    RowSet rows() {
        return rows;
    }

    IntToDoubleFunction numbers(NumberColumn column) {
        return i -> column.valueOrNaN(rowAt.applyAsInt(i));
    }

    IntUnaryOperator levels(CategoryColumn column) {
        return i -> column.level(rowAt.applyAsInt(i));
    }

    /** How many observations a row stands for: 1 where rows are repeated. */
    IntToDoubleFunction weights() {
        return isWeighted() ? i -> dataset.count(rowAt.applyAsInt(i)) : i -> 1;
    }

    /** The weights as an array, for procedures that need one; empty where all are 1. */
    double[] weightArray() {
        return isWeighted() ? array(weights()) : new double[0];
    }

    boolean isWeighted() {
        return counting == Counting.WEIGHTED && dataset.isCounted();
    }

    /** A code for each distinct value of a variable, in the order of the rows. */
    int[] codes(Column column) {
        int[] codes = new int[size];
        Map<Object, Integer> known = new HashMap<>();
        for (int i = 0; i < size; i++) {
            int row = rowAt.applyAsInt(i);
            Object value = column instanceof NumberColumn number
                    ? (Object) number.valueOrNaN(row)
                    : column instanceof CategoryColumn category
                            ? (Object) category.level(row)
                            : ((TextColumn) column).value(row).orElseThrow();
            int fresh = known.size();
            codes[i] = known.computeIfAbsent(value, v -> fresh);
        }
        return codes;
    }

    /** A function of the rows as an array, for procedures that need one. */
    double[] array(IntToDoubleFunction values) {
        double[] array = new double[size];
        for (int i = 0; i < size; i++) {
            array[i] = values.applyAsDouble(i);
        }
        return array;
    }
}
