package org.countersign.analysis;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.List;
import org.countersign.dataset.CategoryColumn;
import org.countersign.dataset.Dataset;
import org.countersign.dataset.NumberColumn;
import org.countersign.dataset.RowSet;
import org.countersign.stats.FrequencyTable;

/**
 * The values of a variable in some rows.
 *
 * @param table distinct values with counts
 * @param missing observations without a value
 */
public record Sample(FrequencyTable table, long missing) {

    public Sample {
        requireNonNull(table);
    }

    static Sample of(Dataset dataset, NumberColumn column, RowSet rows) {
        FrequencyTable.Accumulator accumulator = FrequencyTable.accumulator();
        long[] missing = new long[1];
        boolean counted = dataset.isCounted();
        rows.forEach(row -> {
            double value = column.valueOrNaN(row);
            long count = counted ? dataset.count(row) : 1;
            if (Double.isNaN(value)) {
                missing[0] += count;
            } else if (count > 0) {
                accumulator.add(value, count);
            }
        });
        return new Sample(accumulator.table(), missing[0]);
    }

    /**
     * Observations at each level.
     *
     * @param counts one per level of the variable, in its order
     * @param missing observations without a level
     */
    public record Levels(List<Long> counts, long missing) {

        public Levels {
            counts = List.copyOf(counts);
        }

        public long total() {
            return counts.stream().mapToLong(Long::longValue).sum();
        }
    }

    /** Counts the levels of a variable in some rows. */
    public static Levels levels(Dataset dataset, CategoryColumn column, RowSet rows) {
        long[] counts = new long[column.levels().size()];
        long[] missing = new long[1];
        rows.forEach(row -> {
            int level = column.level(row);
            if (level < 0) {
                missing[0] += dataset.count(row);
            } else {
                counts[level] += dataset.count(row);
            }
        });
        return new Levels(Arrays.stream(counts).boxed().toList(), missing[0]);
    }
}
