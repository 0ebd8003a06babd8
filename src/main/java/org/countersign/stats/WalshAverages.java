package org.countersign.stats;

/** The averages (d_i + d_j)/2, i &lt;= j, of a sample, ordered but never formed. */
final class WalshAverages {

    private final double[] values;
    private final long[] counts;
    private final long[] cumulative;
    private final long count;

    WalshAverages(FrequencyTable sample) {
        values = new double[sample.distinct()];
        counts = new long[values.length];
        cumulative = new long[values.length + 1];
        for (int i = 0; i < values.length; i++) {
            values[i] = sample.value(i);
            counts[i] = sample.count(i);
            cumulative[i + 1] = sample.cumulative(i);
        }
        long n = sample.size();
        count = n % 2 == 0 ? Math.multiplyExact(n / 2, n + 1) : Math.multiplyExact(n, (n + 1) / 2);
    }

    /** n(n + 1)/2. */
    long count() {
        return count;
    }

    double median() {
        return OrderedDoubles.median(this::countAtMost, count, values[0], values[values.length - 1]);
    }

    double orderStatistic(long rank) {
        return OrderedDoubles.select(this::countAtMost, rank, values[0], values[values.length - 1]);
    }

    private static double average(double a, double b) {
        return a / 2 + b / 2;
    }

    /** Ordered pairs counted in one walk; those with i = j are then counted once more, and all halved. */
    long countAtMost(double limit) {
        long ordered = 0;
        long diagonal = 0;
        int j = values.length;
        for (int i = 0; i < values.length; i++) {
            while (j > 0 && average(values[i], values[j - 1]) > limit) {
                j--;
            }
            ordered += counts[i] * cumulative[j];
            if (values[i] <= limit) {
                diagonal = cumulative[i + 1];
            }
        }
        return (ordered + diagonal) / 2;
    }
}
