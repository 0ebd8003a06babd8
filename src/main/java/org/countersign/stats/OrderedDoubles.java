package org.countersign.stats;

import java.util.function.DoubleToLongFunction;

/** Selection among numbers that are counted but never formed, by halving the ordered set of all doubles. */
final class OrderedDoubles {

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
        while (lowKey < highKey) {
            long middle = lowKey + ((highKey - lowKey) >>> 1);
            if (countAtMost.applyAsLong(value(middle)) >= rank) {
                highKey = middle;
            } else {
                lowKey = middle + 1;
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
