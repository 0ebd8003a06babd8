package org.countersign.stats;

/**
 * The exact distribution of the signed-rank statistic, given the ranks of the absolute differences: each rank counts
 * or not with probability 1/2. Ranks are doubled, so that midranks are whole; the shift algorithm adds one at a time.
 */
final class SignedRankDistribution {

    private static final long LARGEST_SAMPLE = 700;

    private final double[] probabilities;

    private SignedRankDistribution(double[] probabilities) {
        this.probabilities = probabilities;
    }

    /** Whether the distribution can be built in a few seconds. */
    static boolean isFeasible(long n) {
        return n <= LARGEST_SAMPLE;
    }

    /**
     * @param twiceRanks doubled ranks of the non-zero differences
     */
    static SignedRankDistribution of(int[] twiceRanks) {
        int total = 0;
        for (int rank : twiceRanks) {
            total += rank;
        }
        double[] probabilities = new double[total + 1];
        probabilities[0] = 1;
        int reached = 0;
        for (int rank : twiceRanks) {
            reached += rank;
            for (int v = reached; v >= 0; v--) {
                double with = v >= rank ? probabilities[v - rank] : 0;
                probabilities[v] = 0.5 * probabilities[v] + 0.5 * with;
            }
        }
        return new SignedRankDistribution(probabilities);
    }

    /** Ranks 1 to n. */
    static SignedRankDistribution untied(int n) {
        int[] ranks = new int[n];
        for (int i = 0; i < n; i++) {
            ranks[i] = 2 * (i + 1);
        }
        return of(ranks);
    }

    /** P(2V &lt;= twiceV). */
    double lower(long twiceV) {
        Sum sum = new Sum();
        for (int v = 0; v <= Math.min(twiceV, probabilities.length - 1L); v++) {
            sum.add(probabilities[v]);
        }
        return Math.min(1, sum.value());
    }

    /** P(2V &gt;= twiceV): the distribution is symmetric. */
    double upper(long twiceV) {
        return lower(probabilities.length - 1 - twiceV);
    }

    double twoSided(long twiceV) {
        return Math.min(1, 2 * Math.min(lower(twiceV), upper(twiceV)));
    }

    /** The smallest whole v with P(V &lt;= v) at least {@code probability}; of untied ranks. */
    long quantile(double probability) {
        Sum sum = new Sum();
        for (int v = 0; v < probabilities.length; v += 2) {
            if (sum.add(probabilities[v]).value() >= probability) {
                return v / 2;
            }
        }
        return (probabilities.length - 1) / 2;
    }
}
