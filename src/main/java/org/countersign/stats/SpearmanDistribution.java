package org.countersign.stats;

import java.util.HashMap;
import java.util.Map;

/**
 * The null distribution of S, the sum of squared rank differences, without ties: by all permutations up to n = 9, else
 * by the Edgeworth series of Best DJ, Roberts DE (1975), Algorithm AS 89, Applied Statistics 24:377-379, doi
 * 10.2307/2347111.
 */
final class SpearmanDistribution {

    private static final int EXACT_LIMIT = 9;

    private SpearmanDistribution() {}

    static double p(int n, double s, Alternative alternative) {
        double centre = n * (n * (double) n - 1) / 6;
        // A small S is a positive correlation.
        double positive = atMost(n, s);
        double negative = atLeast(n, s);
        return switch (alternative) {
            case TWO_SIDED -> Math.min(1, 2 * (s > centre ? negative : positive));
            case GREATER -> positive;
            case LESS -> negative;
        };
    }

    private static double atLeast(int n, double s) {
        return n <= EXACT_LIMIT ? exactAtLeast(n, Math.round(s)) : series(n, s, 1);
    }

    /** S moves in steps of 2. */
    private static double atMost(int n, double s) {
        return n <= EXACT_LIMIT ? 1 - exactAtLeast(n, Math.round(s) + 2) : series(n, s + 2, -1);
    }

    private static double exactAtLeast(int n, long s) {
        Map<Long, Double> distribution = new HashMap<>();
        permute(n, 0, 0, 0, distribution);
        double total = 0;
        double tail = 0;
        for (Map.Entry<Long, Double> entry : distribution.entrySet()) {
            total += entry.getValue();
            tail += entry.getKey() >= s ? entry.getValue() : 0;
        }
        return tail / total;
    }

    private static void permute(int n, int at, int used, long sum, Map<Long, Double> distribution) {
        if (at == n) {
            distribution.merge(sum, 1.0, Double::sum);
            return;
        }
        for (int rank = 0; rank < n; rank++) {
            if ((used >> rank & 1) == 0) {
                long difference = at - rank;
                permute(n, at + 1, used | 1 << rank, sum + difference * difference, distribution);
            }
        }
    }

    /** The upper tail with {@code side} 1, the lower with -1. */
    private static double series(int n, double s, int side) {
        double b = 1.0 / n;
        double x = (6 * (s - 1) * b / (n * (double) n - 1) - 1) * Math.sqrt(n - 1.0);
        double y = x * x;
        double u = x
                * b
                * (0.2274
                        + b * (0.2531 + 0.1745 * b)
                        + y
                                * (-0.0758
                                        + b * (0.1033 + 0.3932 * b)
                                        - y
                                                * b
                                                * (0.0879
                                                        + 0.0151 * b
                                                        - y * (0.0072 - 0.0831 * b + y * b * (0.0131 - 4.6e-4 * y)))));
        return Math.max(0, Math.min(1, side * u / Math.exp(y / 2) + Tails.normalUpper(side * x)));
    }
}
