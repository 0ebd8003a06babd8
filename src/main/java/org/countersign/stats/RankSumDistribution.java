package org.countersign.stats;

import org.apache.commons.numbers.gamma.LogGamma;

/**
 * The exact permutation distribution of the Mann-Whitney statistic, given the ties: U counts each pair with x &gt; y
 * once and each tied pair one half; here doubled, so that it is whole. The distribution is built up one distinct value
 * at a time (the shift algorithm): of the t observations tied there, c fall to x in C(t, c) ways and shift 2U by
 * c(2l + t - c), l being the y's below.
 *
 * <p>Counts are kept divided by 2^N, exactly, so that nothing overflows.
 */
final class RankSumDistribution {

    private static final double LARGEST_PAIRS = 1.0e5;

    private final long[] ties;
    private final int n1;
    private final int n2;
    private final int unit;

    private RankSumDistribution(long[] ties, int n1, int n2) {
        this.ties = ties;
        this.n1 = n1;
        this.n2 = n2;
        boolean untied = true;
        for (long t : ties) {
            untied &= t == 1;
        }
        unit = untied ? 2 : 1;
    }

    /** For the tie pattern of the pooled sample. */
    static RankSumDistribution of(FrequencyTable pooled, long n1) {
        long[] ties = new long[pooled.distinct()];
        for (int i = 0; i < ties.length; i++) {
            ties[i] = pooled.count(i);
        }
        return new RankSumDistribution(ties, Math.toIntExact(n1), Math.toIntExact(pooled.size() - n1));
    }

    /** Without ties. */
    static RankSumDistribution untied(long n1, long n2) {
        long[] ties = new long[Math.toIntExact(n1 + n2)];
        java.util.Arrays.fill(ties, 1);
        return new RankSumDistribution(ties, Math.toIntExact(n1), Math.toIntExact(n2));
    }

    /** Whether the distribution can be built in a few seconds. */
    static boolean isFeasible(long n1, long n2) {
        return (double) n1 * n2 <= LARGEST_PAIRS;
    }

    /** P(2U &lt;= twiceU). */
    double lower(long twiceU) {
        return sum(lowerTail(n1, n2, twiceU));
    }

    /** P(2U &gt;= twiceU). */
    double upper(long twiceU) {
        long mirrored = 2L * n1 * n2 - twiceU;
        return unit == 2 ? lower(mirrored) : sum(lowerTail(n2, n1, mirrored));
    }

    /** P(|U - E| &gt;= |u - E|), E = n1 n2 / 2. */
    double twoSided(long twiceU) {
        long centre = (long) n1 * n2;
        long distance = Math.abs(twiceU - centre);
        return distance == 0 ? 1 : Math.min(1, lower(centre - distance) + upper(centre + distance));
    }

    /** The smallest whole u with P(U &lt;= u) at least {@code probability}; without ties only. */
    long quantile(double probability) {
        Require.that(unit == 2, "ties", "present", "a distribution without ties");
        double[] probabilities = lowerTail(n1, n2, (long) n1 * n2);
        Sum sum = new Sum();
        for (int u = 0; u < probabilities.length; u++) {
            if (sum.add(probabilities[u]).value() >= probability) {
                return u;
            }
        }
        return probabilities.length - 1L;
    }

    private static double sum(double[] probabilities) {
        Sum sum = new Sum();
        for (double probability : probabilities) {
            sum.add(probability);
        }
        return Math.min(1, sum.value());
    }

    /** Probabilities of 2U = 0, unit, 2 unit, ... up to {@code bound}, for {@code first} x's among the pooled. */
    private double[] lowerTail(int first, int second, long bound) {
        if (bound < 0) {
            return new double[0];
        }
        double[][] ways = new double[first + 1][];
        ways[0] = new double[] {1};
        int seen = 0;
        for (long tie : ties) {
            int t = Math.toIntExact(tie);
            ways = step(ways, seen, t, first, second, bound);
            seen += t;
        }
        double[] end = ways[first] == null ? new double[0] : ways[first];
        double total = binomialShare(first + second, first);
        for (int i = 0; i < end.length; i++) {
            end[i] /= total;
        }
        return end;
    }

    private double[][] step(double[][] ways, int seen, int t, int first, int second, long bound) {
        double[][] next = new double[first + 1][];
        double[] shares = new double[t + 1];
        for (int c = 0; c <= t; c++) {
            shares[c] = binomialShare(t, c);
        }
        for (int k = 0; k <= Math.min(first, seen); k++) {
            int below = seen - k;
            if (ways[k] == null || below > second) {
                continue;
            }
            for (int c = Math.max(0, t - (second - below)); c <= Math.min(t, first - k); c++) {
                long shift = (long) c * (2L * below + t - c) / unit;
                spread(ways[k], next, k + c, shift, shares[c], (2L * (k + c) * (below + t - c)) / unit, bound / unit);
            }
        }
        return next;
    }

    private static void spread(
            double[] source, double[][] next, int k, long shift, double share, long highest, long bound) {
        int length = (int) Math.min(highest, bound) + 1;
        if (shift >= length) {
            return;
        }
        if (next[k] == null) {
            next[k] = new double[length];
        }
        double[] target = next[k];
        int offset = (int) shift;
        int end = Math.min(source.length, length - offset);
        for (int u = 0; u < end; u++) {
            target[u + offset] += share * source[u];
        }
    }

    /** C(n, k) / 2^n. */
    private static double binomialShare(int n, int k) {
        if (n <= 1000) {
            double share = 1;
            int halvings = n;
            for (int i = 1; i <= k; i++) {
                share = share * (n - k + i) / i;
                if (share > 0x1p500) {
                    share *= 0x1p-500;
                    halvings -= 500;
                }
            }
            return share * Math.pow(2, -halvings);
        }
        return Math.exp(
                LogGamma.value(n + 1.0) - LogGamma.value(k + 1.0) - LogGamma.value(n - k + 1.0) - n * Math.log(2));
    }
}
