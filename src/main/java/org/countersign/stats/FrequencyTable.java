package org.countersign.stats;

import java.util.Arrays;

/**
 * The distinct values of a sample in ascending order, each with the number of times it occurs. Order statistics, ranks
 * and moments cost the number of distinct values, not of observations: a 55-point scale costs the same at a thousand
 * and at ten million rows. Counts are frequency weights, so a published table is a sample too.
 *
 * <p>Immutable. Missing values are not part of it. Negative zero counts as zero.
 */
public final class FrequencyTable {

    private static final int LARGEST_COUNTED_SPAN = 1 << 16;

    private final double[] values;
    private final long[] cumulative;

    private FrequencyTable(double[] values, long[] cumulative) {
        this.values = values;
        this.cumulative = cumulative;
    }

    /**
     * The table of a sample, in O(n) for whole numbers in a narrow range, in O(n log n) otherwise.
     *
     * @param sample the observations, in any order
     * @throws IllegalArgumentException if a value is NaN or infinite
     */
    public static FrequencyTable of(double... sample) {
        Require.finite("sample", sample);
        return countable(sample) ? counted(sample) : sorted(sample);
    }

    /**
     * The table of weighted observations.
     *
     * @param values observed values, in any order, repetitions allowed
     * @param counts how often each occurs; zero drops the value
     * @throws IllegalArgumentException if a value is not finite, a count is negative or the lengths differ
     */
    public static FrequencyTable of(double[] values, long[] counts) {
        Require.finite("values", values);
        Require.sameLength("values", values.length, "counts", counts.length);
        Accumulator accumulator = accumulator();
        for (int i = 0; i < values.length; i++) {
            accumulator.add(values[i], counts[i]);
        }
        return accumulator.table();
    }

    /**
     * The table of the differences {@code first[i] - second[i]} of pairs.
     *
     * @throws IllegalArgumentException if a value is not finite or the lengths differ
     */
    public static FrequencyTable ofDifferences(double[] first, double[] second) {
        Require.finite("first", first);
        Require.finite("second", second);
        Require.sameLength("first", first.length, "second", second.length);
        double[] differences = new double[first.length];
        for (int i = 0; i < first.length; i++) {
            differences[i] = first[i] - second[i];
        }
        return of(differences);
    }

    /** For observations that arrive one by one. */
    public static Accumulator accumulator() {
        return new Accumulator();
    }

    private static boolean countable(double[] sample) {
        double min = Double.POSITIVE_INFINITY;
        double max = Double.NEGATIVE_INFINITY;
        for (double value : sample) {
            if (value != Math.rint(value)) {
                return false;
            }
            min = Math.min(min, value);
            max = Math.max(max, value);
        }
        return max - min < LARGEST_COUNTED_SPAN && Math.abs(min) < Integer.MAX_VALUE && sample.length > 0;
    }

    private static FrequencyTable counted(double[] sample) {
        double min = Double.POSITIVE_INFINITY;
        double max = Double.NEGATIVE_INFINITY;
        for (double value : sample) {
            min = Math.min(min, value);
            max = Math.max(max, value);
        }
        long[] counts = new long[(int) (max - min) + 1];
        for (double value : sample) {
            counts[(int) (value - min)]++;
        }
        double[] values = new double[counts.length];
        long[] cumulative = new long[counts.length];
        int distinct = 0;
        long total = 0;
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] > 0) {
                total += counts[i];
                values[distinct] = min + i + 0.0;
                cumulative[distinct++] = total;
            }
        }
        return new FrequencyTable(Arrays.copyOf(values, distinct), Arrays.copyOf(cumulative, distinct));
    }

    private static FrequencyTable sorted(double[] sample) {
        double[] ordered = new double[sample.length];
        for (int i = 0; i < sample.length; i++) {
            ordered[i] = sample[i] + 0.0;
        }
        Arrays.sort(ordered);
        int distinct = 0;
        for (int i = 0; i < ordered.length; i++) {
            if (i == 0 || ordered[i] != ordered[i - 1]) {
                distinct++;
            }
        }
        double[] values = new double[distinct];
        long[] cumulative = new long[distinct];
        int at = -1;
        for (int i = 0; i < ordered.length; i++) {
            if (i == 0 || ordered[i] != ordered[i - 1]) {
                values[++at] = ordered[i];
            }
            cumulative[at] = i + 1L;
        }
        return new FrequencyTable(values, cumulative);
    }

    /** How many distinct values there are. */
    public int distinct() {
        return values.length;
    }

    /** The distinct value with this index, from 0, in ascending order. */
    public double value(int index) {
        return values[index];
    }

    /** How often {@link #value(int)} occurs. */
    public long count(int index) {
        return index == 0 ? cumulative[0] : cumulative[index] - cumulative[index - 1];
    }

    /** How many observations are at most {@link #value(int)}. */
    public long cumulative(int index) {
        return cumulative[index];
    }

    /** The number of observations. */
    public long size() {
        return values.length == 0 ? 0 : cumulative[values.length - 1];
    }

    public boolean isEmpty() {
        return values.length == 0;
    }

    /** Whether at most one distinct value occurs. */
    public boolean isConstant() {
        return values.length <= 1;
    }

    /**
     * The k-th smallest observation.
     *
     * @throws IllegalArgumentException if {@code rank} is outside 1 to {@link #size()}
     */
    public double orderStatistic(long rank) {
        Require.that(rank >= 1 && rank <= size(), "rank", rank, "a whole number from 1 to " + size());
        return values[indexOfRank(rank)];
    }

    /** The index of the value of the k-th smallest observation. */
    int indexOfRank(long rank) {
        int index = Arrays.binarySearch(cumulative, rank);
        return index >= 0 ? index : -index - 1;
    }

    /** The same values with other counts, some of them possibly 0. */
    FrequencyTable withCounts(long[] counts) {
        double[] kept = new double[values.length];
        long[] sums = new long[values.length];
        int distinct = 0;
        long total = 0;
        for (int i = 0; i < values.length; i++) {
            if (counts[i] > 0) {
                total += counts[i];
                kept[distinct] = values[i];
                sums[distinct++] = total;
            }
        }
        return new FrequencyTable(Arrays.copyOf(kept, distinct), Arrays.copyOf(sums, distinct));
    }

    /** The table without one observation of the value with this index. */
    FrequencyTable without(int index) {
        long[] counts = new long[values.length];
        for (int i = 0; i < counts.length; i++) {
            counts[i] = count(i) - (i == index ? 1 : 0);
        }
        return withCounts(counts);
    }

    /** The number of observations that are at most {@code value}. */
    public long countAtMost(double value) {
        int index = Arrays.binarySearch(values, value + 0.0);
        int last = index >= 0 ? index : -index - 2;
        return last < 0 ? 0 : cumulative[last];
    }

    /** How often {@code value} occurs. */
    public long countOf(double value) {
        int index = Arrays.binarySearch(values, value + 0.0);
        return index < 0 ? 0 : count(index);
    }

    /** Both samples as one. */
    public FrequencyTable merge(FrequencyTable other) {
        double[] merged = new double[values.length + other.values.length];
        long[] sums = new long[merged.length];
        int i = 0;
        int j = 0;
        int k = 0;
        long total = 0;
        while (i < values.length || j < other.values.length) {
            double next = i == values.length
                    ? other.values[j]
                    : j == other.values.length ? values[i] : Math.min(values[i], other.values[j]);
            if (i < values.length && values[i] == next) {
                total += count(i++);
            }
            if (j < other.values.length && other.values[j] == next) {
                total += other.count(j++);
            }
            merged[k] = next;
            sums[k++] = total;
        }
        return new FrequencyTable(Arrays.copyOf(merged, k), Arrays.copyOf(sums, k));
    }

    /** Sum of t^3 - t over the distinct values, t the number of observations tied there: the tie correction's term. */
    double tieTerm() {
        Sum sum = new Sum();
        for (int i = 0; i < values.length; i++) {
            double t = count(i);
            sum.add(t * t * t - t);
        }
        return sum.value();
    }

    /** The observations less {@code origin}: an offset that all share is taken off before it can cost digits. */
    FrequencyTable minus(double origin) {
        double[] moved = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            moved[i] = values[i] - origin;
        }
        return new FrequencyTable(moved, cumulative);
    }

    /** The moments about the mean, in extended precision. */
    Moments moments() {
        return Moments.of(this);
    }

    /** Every observation, in ascending order. */
    public double[] toArray() {
        double[] all = new double[Math.toIntExact(size())];
        int at = 0;
        for (int i = 0; i < values.length; i++) {
            int end = Math.toIntExact(cumulative[i]);
            Arrays.fill(all, at, end, values[i]);
            at = end;
        }
        return all;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FrequencyTable table
                && Arrays.equals(values, table.values)
                && Arrays.equals(cumulative, table.cumulative);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(values) + Arrays.hashCode(cumulative);
    }

    /** {@code n = 5, 3 distinct values from 0.0 to 4.0}. */
    @Override
    public String toString() {
        return isEmpty()
                ? "n = 0"
                : "n = " + size() + ", " + values.length + " distinct values from " + values[0] + " to "
                        + values[values.length - 1];
    }

    /** Collects observations one by one, keeping distinct values only. Not safe for use by several threads. */
    public static final class Accumulator {

        private static final double EMPTY = Double.NaN;

        private double[] keys = emptyKeys(64);
        private long[] counts = new long[64];
        private int distinct;

        private Accumulator() {}

        /**
         * Adds one observation.
         *
         * @throws IllegalArgumentException if {@code value} is NaN or infinite
         */
        public Accumulator add(double value) {
            return add(value, 1);
        }

        /**
         * Adds an observation that occurs {@code count} times.
         *
         * @throws IllegalArgumentException if {@code value} is not finite or {@code count} is negative
         */
        public Accumulator add(double value, long count) {
            Require.finite("value", value);
            Require.notNegative("count", count);
            if (count > 0) {
                int slot = slot(keys, value + 0.0);
                if (Double.isNaN(keys[slot])) {
                    keys[slot] = value + 0.0;
                    distinct++;
                }
                counts[slot] += count;
                if (distinct * 2 > keys.length) {
                    grow();
                }
            }
            return this;
        }

        /** The observations so far. */
        public FrequencyTable table() {
            double[] values = new double[distinct];
            int at = 0;
            for (double key : keys) {
                if (!Double.isNaN(key)) {
                    values[at++] = key;
                }
            }
            Arrays.sort(values);
            long[] cumulative = new long[distinct];
            long total = 0;
            for (int i = 0; i < distinct; i++) {
                total = Math.addExact(total, counts[slot(keys, values[i])]);
                cumulative[i] = total;
            }
            return new FrequencyTable(values, cumulative);
        }

        private void grow() {
            double[] oldKeys = keys;
            long[] oldCounts = counts;
            keys = emptyKeys(oldKeys.length * 2);
            counts = new long[keys.length];
            for (int i = 0; i < oldKeys.length; i++) {
                if (!Double.isNaN(oldKeys[i])) {
                    int slot = slot(keys, oldKeys[i]);
                    keys[slot] = oldKeys[i];
                    counts[slot] = oldCounts[i];
                }
            }
        }

        private static int slot(double[] keys, double value) {
            long bits = Double.doubleToLongBits(value) * 0x9E3779B97F4A7C15L;
            int slot = (int) (bits >>> 40) & (keys.length - 1);
            if (keys.length > 1 << 24) {
                slot = (int) (bits >>> 32) & (keys.length - 1);
            }
            while (!Double.isNaN(keys[slot]) && keys[slot] != value) {
                slot = (slot + 1) & (keys.length - 1);
            }
            return slot;
        }

        private static double[] emptyKeys(int length) {
            double[] keys = new double[length];
            Arrays.fill(keys, EMPTY);
            return keys;
        }
    }
}
