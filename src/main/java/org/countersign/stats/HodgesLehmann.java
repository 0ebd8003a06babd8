package org.countersign.stats;

/**
 * The differences x - y of all pairs of two samples, ordered but never formed. An order statistic is found by halving
 * the interval of doubles that contains it; how many differences lie at or below a value is counted in one walk along
 * the two sorted samples, because the matrix of differences is sorted in both directions. The answer is exact and costs
 * at most 64 walks over the distinct values.
 *
 * <p>Sources: Hodges JL, Lehmann EL (1963), doi 10.1214/aoms/1177704172; Johnson DB, Mizoguchi T (1978), doi
 * 10.1137/0207013; Monahan JF (1984), doi 10.1145/1271.319414.
 */
final class HodgesLehmann {

    static final Reference REFERENCE = Reference.of(
            "Hodges JL, Lehmann EL",
            1963,
            "Estimates of location based on rank tests",
            "The Annals of Mathematical Statistics 34:598-611",
            "10.1214/aoms/1177704172");

    private final double[] x;
    private final long[] xCounts;
    private final double[] y;
    private final long[] yBelow;
    private final long pairs;

    /** Both samples not empty. */
    HodgesLehmann(FrequencyTable first, FrequencyTable second) {
        x = new double[first.distinct()];
        xCounts = new long[x.length];
        for (int i = 0; i < x.length; i++) {
            x[i] = first.value(i);
            xCounts[i] = first.count(i);
        }
        y = new double[second.distinct()];
        yBelow = new long[y.length + 1];
        for (int j = 0; j < y.length; j++) {
            y[j] = second.value(j);
            yBelow[j + 1] = second.cumulative(j);
        }
        pairs = Math.multiplyExact(first.size(), second.size());
    }

    /** n1 n2. */
    long pairs() {
        return pairs;
    }

    /** The median of the differences: the middle one, or the mean of the two in the middle. */
    double median() {
        return OrderedDoubles.median(this::countAtMost, pairs, smallest(), largest());
    }

    /** The k-th smallest difference, k from 1 to {@link #pairs()}. */
    double orderStatistic(long k) {
        return OrderedDoubles.select(this::countAtMost, k, smallest(), largest());
    }

    private double smallest() {
        return x[0] - y[y.length - 1];
    }

    private double largest() {
        return x[x.length - 1] - y[0];
    }

    /** How many differences are at most {@code limit}. */
    long countAtMost(double limit) {
        long count = 0;
        int j = 0;
        long total = yBelow[y.length];
        for (int i = 0; i < x.length; i++) {
            while (j < y.length && x[i] - y[j] > limit) {
                j++;
            }
            if (j == y.length) {
                break;
            }
            count += xCounts[i] * (total - yBelow[j]);
        }
        return count;
    }
}
