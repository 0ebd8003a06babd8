package org.countersign.stats;

/**
 * Fisher's noncentral hypergeometric distribution: of the number of events in group 1 of a 2 x 2 table, all margins
 * fixed, when the odds ratio is {@code oddsRatio}. Weights follow from ratios of neighbours, outwards from the mode, so
 * no factorial is ever formed.
 */
final class NoncentralHypergeometric {

    private final long lowest;
    private final long highest;
    private final double n1;
    private final double n2;
    private final double events;

    NoncentralHypergeometric(TwoByTwoTable table) {
        n1 = table.n1();
        n2 = table.n2();
        events = table.events();
        lowest = Math.max(0, table.events() - table.n2());
        highest = Math.min(table.n1(), table.events());
    }

    long lowest() {
        return lowest;
    }

    long highest() {
        return highest;
    }

    /** Probabilities of {@link #lowest()} to {@link #highest()}. */
    double[] probabilities(double oddsRatio) {
        int size = Math.toIntExact(highest - lowest + 1);
        double[] weights = new double[size];
        int mode = mode(oddsRatio, size);
        weights[mode] = 1;
        Sum sum = new Sum().add(1);
        for (int i = mode + 1; i < size; i++) {
            weights[i] = weights[i - 1] * ratio(i - 1) * oddsRatio;
            sum.add(weights[i]);
        }
        for (int i = mode - 1; i >= 0; i--) {
            weights[i] = weights[i + 1] / (ratio(i) * oddsRatio);
            sum.add(weights[i]);
        }
        double total = sum.value();
        for (int i = 0; i < size; i++) {
            weights[i] /= total;
        }
        return weights;
    }

    double mean(double oddsRatio) {
        double[] probabilities = probabilities(oddsRatio);
        Sum mean = new Sum();
        for (int i = 0; i < probabilities.length; i++) {
            mean.add((lowest + i) * probabilities[i]);
        }
        return mean.value();
    }

    /** P(X &lt;= x). */
    double lower(double oddsRatio, long x) {
        return tail(probabilities(oddsRatio), 0, Math.toIntExact(x - lowest));
    }

    /** P(X &gt;= x). */
    double upper(double oddsRatio, long x) {
        return tail(probabilities(oddsRatio), Math.toIntExact(x - lowest), Math.toIntExact(highest - lowest));
    }

    private static double tail(double[] probabilities, int from, int to) {
        Sum sum = new Sum();
        for (int i = from; i <= to; i++) {
            sum.add(probabilities[i]);
        }
        return Math.min(1, sum.value());
    }

    /** P(lowest + i + 1) / P(lowest + i) at odds ratio 1. */
    private double ratio(int i) {
        double x = lowest + i;
        return (n1 - x) * (events - x) / ((x + 1) * (n2 - events + x + 1));
    }

    private int mode(double oddsRatio, int size) {
        int low = 0;
        int high = size - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (ratio(middle) * oddsRatio >= 1) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
