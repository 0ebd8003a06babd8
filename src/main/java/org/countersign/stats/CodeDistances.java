package org.countersign.stats;

import java.util.Arrays;

/**
 * Squared distances of codes, and the disagreement that codes have by them: the sum, over all ordered pairs of codes, of
 * their squared distance. No matrix of distances is kept, so that continuous ratings need no more room than their values.
 * A distance is a multiple of Krippendorff's, which cancels in a ratio of disagreements.
 */
final class CodeDistances {

    private final KrippendorffAlpha.Metric metric;
    private final double[] positions;

    private CodeDistances(KrippendorffAlpha.Metric metric, double[] positions) {
        this.metric = metric;
        this.positions = positions;
    }

    /**
     * The distances of some values.
     *
     * @param values ascending
     * @param totals how often each occurs among the pairable codes; only the ordinal metric asks
     * @throws IllegalArgumentException if a value is negative and the metric is that of ratios
     */
    static CodeDistances of(KrippendorffAlpha.Metric metric, double[] values, long[] totals) {
        return new CodeDistances(
                metric,
                switch (metric) {
                    case NOMINAL -> values;
                    case ORDINAL -> midranks(totals);
                    case INTERVAL -> inUnits(values);
                    case RATIO -> {
                        Require.that(values[0] >= 0, "code", values[0], "a number from 0 upwards for the ratio metric");
                        yield values;
                    }
                });
    }

    private static double[] midranks(long[] totals) {
        double[] midranks = new double[totals.length];
        long below = 0;
        for (int i = 0; i < totals.length; i++) {
            midranks[i] = below + totals[i] / 2.0;
            below += totals[i];
        }
        return midranks;
    }

    private static double[] inUnits(double[] values) {
        double unit = Moments.unit(Math.max(Math.abs(values[0]), Math.abs(values[values.length - 1])));
        return Arrays.stream(values).map(value -> value / unit).toArray();
    }

    /**
     * The disagreement within a unit.
     *
     * @param places which of the values the unit has
     * @param counts how often it has each
     */
    double disagreement(int[] places, long[] counts) {
        Sum sum = new Sum();
        for (int i = 0; i < places.length; i++) {
            for (int j = 0; j < i; j++) {
                sum.add(2.0 * counts[i] * counts[j] * squared(positions[places[i]], positions[places[j]]));
            }
        }
        return sum.value();
    }

    private double squared(double a, double b) {
        double root = switch (metric) {
            case NOMINAL -> 1;
            case ORDINAL, INTERVAL -> a - b;
            case RATIO -> (a - b) / (a + b);
        };
        return root * root;
    }

    /**
     * The disagreement of all codes; 0 if they are equal.
     *
     * @param totals how often each value occurs
     */
    double disagreement(long[] totals) {
        return switch (metric) {
            case NOMINAL -> unlikePairs(totals);
            case ORDINAL, INTERVAL -> 2.0 * Arrays.stream(totals).sum() * squares(totals);
            case RATIO -> pairwise(totals);
        };
    }

    /** n^2 less the squares of the counts. */
    private static double unlikePairs(long[] totals) {
        double n = Arrays.stream(totals).sum();
        double alike = 0;
        for (long total : totals) {
            alike += (double) total * total;
        }
        return n * n - alike;
    }

    /** Sum of squared deviations from the mean, which is half the squared distances of all ordered pairs over n. */
    private double squares(long[] totals) {
        int first = 0;
        while (first < totals.length && totals[first] == 0) {
            first++;
        }
        Sum sum = new Sum();
        long n = 0;
        for (int i = first; i < totals.length; i++) {
            sum.add(totals[i] * (positions[i] - positions[first]));
            n += totals[i];
        }
        double mean = n == 0 ? 0 : sum.value() / n;
        Sum squares = new Sum();
        Sum rest = new Sum();
        for (int i = first; i < totals.length; i++) {
            double deviation = positions[i] - positions[first] - mean;
            squares.add(totals[i] * deviation * deviation);
            rest.add(totals[i] * deviation);
        }
        return n == 0 ? 0 : squares.value() - rest.value() * rest.value() / n;
    }

    private double pairwise(long[] totals) {
        Sum sum = new Sum();
        for (int i = 0; i < totals.length; i++) {
            double row = 0;
            for (int j = 0; j < i && totals[i] > 0; j++) {
                row += totals[j] * squared(positions[i], positions[j]);
            }
            sum.add(2.0 * totals[i] * row);
        }
        return sum.value();
    }
}
