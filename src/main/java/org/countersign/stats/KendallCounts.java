package org.countersign.stats;

import java.util.Arrays;

/** Concordant minus discordant pairs and the ties of two variables, in O(n log n) (Knight WR 1966). */
final class KendallCounts {

    private final int n;
    private final double score;
    private final FrequencyTable x;
    private final FrequencyTable y;

    private KendallCounts(int n, double score, FrequencyTable x, FrequencyTable y) {
        this.n = n;
        this.score = score;
        this.x = x;
        this.y = y;
    }

    static KendallCounts of(double[] x, double[] y) {
        int n = x.length;
        Integer[] order = new Integer[n];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (i, j) -> {
            int byX = Double.compare(x[i] + 0.0, x[j] + 0.0);
            return byX != 0 ? byX : Double.compare(y[i] + 0.0, y[j] + 0.0);
        });
        double[] second = new double[n];
        double jointTies = 0;
        int run = 1;
        for (int i = 0; i < n; i++) {
            second[i] = y[order[i]];
            boolean same = i > 0 && x[order[i]] == x[order[i - 1]] && y[order[i]] == y[order[i - 1]];
            run = same ? run + 1 : 1;
            jointTies += run - 1;
        }
        FrequencyTable tableX = FrequencyTable.of(x);
        FrequencyTable tableY = FrequencyTable.of(y);
        double pairs = n * (n - 1.0) / 2;
        double discordant = inversions(second, new double[n], 0, n);
        double untied = pairs - tiedPairs(tableX) - tiedPairs(tableY) + jointTies;
        return new KendallCounts(n, untied - 2 * discordant, tableX, tableY);
    }

    private static double inversions(double[] values, double[] buffer, int from, int to) {
        if (to - from < 2) {
            return 0;
        }
        int middle = (from + to) >>> 1;
        double count = inversions(values, buffer, from, middle) + inversions(values, buffer, middle, to);
        int i = from;
        int j = middle;
        for (int k = from; k < to; k++) {
            if (j == to || (i < middle && values[i] <= values[j])) {
                buffer[k] = values[i++];
            } else {
                count += middle - i;
                buffer[k] = values[j++];
            }
        }
        System.arraycopy(buffer, from, values, from, to - from);
        return count;
    }

    private static double tiedPairs(FrequencyTable table) {
        double pairs = 0;
        for (int i = 0; i < table.distinct(); i++) {
            double t = table.count(i);
            pairs += t * (t - 1) / 2;
        }
        return pairs;
    }

    /** Concordant minus discordant pairs. */
    double score() {
        return score;
    }

    boolean ties() {
        return x.distinct() < n || y.distinct() < n;
    }

    double tauB() {
        double pairs = n * (n - 1.0) / 2;
        double tau = score / (Math.sqrt(pairs - tiedPairs(x)) * Math.sqrt(pairs - tiedPairs(y)));
        return Math.max(-1, Math.min(1, tau));
    }

    /** Variance of the score under independence, given the ties. */
    double variance() {
        double[] a = tieSums(x);
        double[] b = tieSums(y);
        double m = n;
        double v0 = m * (m - 1) * (2 * m + 5);
        return (v0 - a[0] - b[0]) / 18 + a[1] * b[1] / (2 * m * (m - 1)) + a[2] * b[2] / (9 * m * (m - 1) * (m - 2));
    }

    private static double[] tieSums(FrequencyTable table) {
        double[] sums = new double[3];
        for (int i = 0; i < table.distinct(); i++) {
            double t = table.count(i);
            sums[0] += t * (t - 1) * (2 * t + 5);
            sums[1] += t * (t - 1);
            sums[2] += t * (t - 1) * (t - 2);
        }
        return sums;
    }

    /** P of {@code concordant} pairs among n without ties, from the number of permutations by inversions. */
    static double exact(int n, long concordant, Alternative alternative) {
        int most = n * (n - 1) / 2;
        double[] probabilities = new double[most + 1];
        probabilities[0] = 1;
        for (int i = 2; i <= n; i++) {
            double[] next = new double[most + 1];
            for (int c = 0; c <= i * (i - 1) / 2; c++) {
                double sum = 0;
                for (int k = Math.max(0, c - i + 1); k <= c; k++) {
                    sum += probabilities[k];
                }
                next[c] = sum / i;
            }
            probabilities = next;
        }
        double lower = tail(probabilities, 0, (int) concordant);
        double upper = tail(probabilities, (int) concordant, most);
        return switch (alternative) {
            case TWO_SIDED -> Math.min(1, 2 * Math.min(lower, upper));
            case GREATER -> upper;
            case LESS -> lower;
        };
    }

    private static double tail(double[] probabilities, int from, int to) {
        Sum sum = new Sum();
        for (int i = from; i <= to; i++) {
            sum.add(probabilities[i]);
        }
        return Math.min(1, sum.value());
    }
}
