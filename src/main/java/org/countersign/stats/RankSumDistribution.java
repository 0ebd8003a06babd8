package org.countersign.stats;

import java.util.Arrays;
import org.apache.commons.numbers.gamma.LogGamma;
import org.jspecify.annotations.Nullable;

/**
 * The exact permutation distribution of the Mann-Whitney statistic, given the ties: U counts each pair with x &gt; y
 * once and each tied pair one half; here doubled, so that it is whole. The distribution is built up one distinct value
 * at a time (the shift algorithm): of the t observations tied there, c fall to x in C(t, c) ways and shift 2U by
 * c(2l + t - c), l being the y's below. This is done for the lower and for the upper half of the pooled values apart;
 * a tail is then the sum over the number k of x's in the lower half, each of the upper half's x's being above that
 * half's y's.
 *
 * <p>Counts are kept divided by 2^N, exactly, so that nothing overflows.
 */
final class RankSumDistribution {

    private static final double LARGEST_PAIRS = 1.0e5;

    private final int n1;
    private final int n2;
    private final int unit;
    private final int lowerSize;
    private final double[] @Nullable [] lowerHalf;
    private final double[] @Nullable [] upperHalf;
    private final double total;

    private RankSumDistribution(long[] ties, int n1, int n2) {
        this.n1 = n1;
        this.n2 = n2;
        unit = Arrays.stream(ties).allMatch(t -> t == 1) ? 2 : 1;
        int split = 0;
        int seen = 0;
        while (split < ties.length - 1 && seen + ties[split] / 2 < (n1 + n2) / 2) {
            seen += Math.toIntExact(ties[split++]);
        }
        lowerSize = seen;
        lowerHalf = half(Arrays.copyOfRange(ties, 0, split));
        upperHalf = half(Arrays.copyOfRange(ties, split, ties.length));
        total = binomialShare(n1 + n2, n1);
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
        Arrays.fill(ties, 1);
        return new RankSumDistribution(ties, Math.toIntExact(n1), Math.toIntExact(n2));
    }

    /** Whether the distribution can be built in about a second. */
    static boolean isFeasible(long n1, long n2) {
        return (double) n1 * n2 <= LARGEST_PAIRS;
    }

    /** P(2U &lt;= twiceU). */
    double lower(long twiceU) {
        Sum sum = new Sum();
        for (int k = 0; k < lowerHalf.length; k++) {
            double[] below = lowerHalf[k];
            double[] above = n1 - k < upperHalf.length && n1 >= k ? upperHalf[n1 - k] : null;
            if (below != null && above != null) {
                long rest = Math.floorDiv(twiceU - across(k), (long) unit);
                double cumulated = 0;
                int reached = -1;
                for (int u = (int) Math.min(below.length - 1L, rest); u >= 0; u--) {
                    while (reached < above.length - 1 && reached + 1 <= rest - u) {
                        cumulated += above[++reached];
                    }
                    sum.add(below[u] * cumulated);
                }
            }
        }
        return Math.min(1, sum.value() / total);
    }

    /** P(2U &gt;= twiceU). */
    double upper(long twiceU) {
        Sum sum = new Sum();
        for (int k = 0; k < lowerHalf.length; k++) {
            double[] below = lowerHalf[k];
            double[] above = n1 - k < upperHalf.length && n1 >= k ? upperHalf[n1 - k] : null;
            if (below != null && above != null) {
                long rest = Math.floorDiv(twiceU - across(k) + unit - 1, (long) unit);
                double cumulated = 0;
                int reached = above.length;
                for (int u = (int) Math.max(0, rest - above.length + 1); u < below.length; u++) {
                    while (reached > 0 && reached - 1 >= rest - u) {
                        cumulated += above[--reached];
                    }
                    sum.add(below[u] * cumulated);
                }
            }
        }
        return Math.min(1, sum.value() / total);
    }

    /** Twice the pairs of an x in the upper and a y in the lower half. */
    private long across(int xBelow) {
        return 2L * (n1 - xBelow) * (lowerSize - xBelow);
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
        double sd = Math.sqrt(n1 * (double) n2 * (n1 + n2 + 1) / 12);
        long guess = Math.round(n1 * (double) n2 / 2 + Tails.normalQuantile(probability) * sd);
        long low = Math.max(0, guess - 1);
        for (long step = 2; low > 0 && lower(2 * (low - 1)) >= probability; step *= 2) {
            low = Math.max(0, low - step);
        }
        long high = Math.min((long) n1 * n2, Math.max(low, guess + 1));
        for (long step = 2; lower(2 * high) < probability; step *= 2) {
            high = Math.min((long) n1 * n2, high + step);
        }
        while (low < high) {
            long middle = (low + high) / 2;
            if (lower(2 * middle) >= probability) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /** For each number of x's among these values the shares of 2U = 0, unit, 2 unit, ... within them. */
    private double[] @Nullable [] half(long[] ties) {
        int size = Math.toIntExact(Arrays.stream(ties).sum());
        double[] @Nullable [] ways = new double[n1 + 1][];
        ways[0] = new double[] {1};
        int seen = 0;
        for (long tie : ties) {
            int t = Math.toIntExact(tie);
            step(ways, seen, t, size);
            seen += t;
        }
        return ways;
    }

    private int length(long xs, long ys) {
        return Math.toIntExact(2 * xs * ys / unit) + 1;
    }

    /** From the most x's downwards, so that each array is read before it is written. */
    private void step(double[] @Nullable [] ways, int seen, int t, int size) {
        double[] shares = new double[t + 1];
        for (int c = 0; c <= t; c++) {
            shares[c] = binomialShare(t, c);
        }
        for (int k = Math.min(n1, seen + t); k >= 0; k--) {
            int ys = seen + t - k;
            if (ys > n2) {
                ways[k] = null;
                continue;
            }
            double[] target = ways[k];
            if (target == null) {
                target = new double[length(k, Math.min(n2, size - k))];
                ways[k] = target;
            } else {
                scale(target, length(k, seen - k), shares[0]);
            }
            for (int c = 1; c <= Math.min(t, k); c++) {
                int below = seen - (k - c);
                double[] source = below >= 0 && below <= n2 ? ways[k - c] : null;
                if (source != null) {
                    int shift = Math.toIntExact((long) c * (2L * below + t - c) / unit);
                    shiftAdd(source, length(k - c, below), target, shift, shares[c]);
                }
            }
        }
    }

    private static void scale(double[] values, int length, double share) {
        for (int u = 0; u < Math.min(length, values.length); u++) {
            values[u] *= share;
        }
    }

    private static void shiftAdd(double[] source, int length, double[] target, int shift, double share) {
        for (int u = 0; u < length; u++) {
            target[u + shift] += share * source[u];
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
