package org.countersign.stats;

import java.util.function.DoubleToLongFunction;

/**
 * Selection among numbers that are counted but never formed: the bracket of doubles around the wanted one is narrowed by
 * interpolation between the counts at its ends, a little below and a little above the rank in turn, and by halving.
 */
final class OrderedDoubles {

    /** Share of the numbers still in the bracket by which an interpolated guess stays off the rank. */
    private static final double MARGIN = 0.01;

    private OrderedDoubles() {}

    /**
     * The smallest double at which the count reaches {@code rank}: the order statistic of that rank, exactly.
     *
     * @param countAtMost how many of the numbers are at most a value; nowhere decreasing
     * @param rank from 1
     * @param low the smallest of the numbers
     * @param high the largest
     */
    static double select(DoubleToLongFunction countAtMost, long rank, double low, double high) {
        long lowKey = key(low);
        long highKey = key(high);
        double below = 0;
        double upTo = countAtMost.applyAsLong(high);
        for (int step = 0; lowKey < highKey; step++) {
            long guess = lowKey + ((highKey - lowKey) >>> 1);
            if (step % 3 < 2) {
                double margin = (step % 3 == 0 ? -MARGIN : MARGIN) * (upTo - below);
                double share = Math.min(1, Math.max(0, (rank - 0.5 + margin - below) / (upTo - below)));
                double from = value(lowKey);
                long interpolated = key(from + share * (value(highKey) - from));
                guess = Math.min(highKey - 1, Math.max(lowKey, interpolated));
            }
            long count = countAtMost.applyAsLong(value(guess));
            if (count >= rank) {
                highKey = guess;
                upTo = count;
            } else {
                lowKey = guess + 1;
                below = count;
            }
        }
        return value(lowKey) + 0.0;
    }

    private static long key(double value) {
        long bits = Double.doubleToLongBits(value);
        return bits ^ ((bits >> 63) & Long.MAX_VALUE);
    }

    private static double value(long key) {
        return Double.longBitsToDouble(key ^ ((key >> 63) & Long.MAX_VALUE));
    }

    /** The middle one of so many numbers, or the mean of the two in the middle. */
    static double median(DoubleToLongFunction countAtMost, long count, double low, double high) {
        double lower = select(countAtMost, (count + 1) / 2, low, high);
        if (count % 2 == 1) {
            return lower;
        }
        double upper = select(countAtMost, count / 2 + 1, low, high);
        return lower == upper ? lower : lower + (upper - lower) / 2;
    }
}
