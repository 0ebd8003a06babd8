package org.countersign.stats;

/**
 * Size, mean and sums of powers of the deviations from the mean. The mean is kept to twice the precision of a double,
 * so that a small spread on a large offset (10^9 + noise) loses nothing.
 *
 * @param n number of observations
 * @param mean arithmetic mean
 * @param squares sum of squared deviations
 * @param cubes sum of cubed deviations
 * @param fourths sum of fourth powers of deviations
 */
record Moments(long n, double mean, double squares, double cubes, double fourths) {

    static Moments of(FrequencyTable table) {
        long n = table.size();
        if (n == 0) {
            return new Moments(0, 0, 0, 0, 0);
        }
        Sum total = new Sum();
        for (int i = 0; i < table.distinct(); i++) {
            total.addProduct(table.count(i), table.value(i));
        }
        double mean = total.value() / n;
        double rest = (Math.fma(-mean, (double) n, total.value()) + total.remainder()) / n;
        Sum squares = new Sum();
        Sum cubes = new Sum();
        Sum fourths = new Sum();
        for (int i = 0; i < table.distinct(); i++) {
            double deviation = (table.value(i) - mean) - rest;
            double square = deviation * deviation;
            double count = table.count(i);
            squares.add(count * square);
            cubes.add(count * square * deviation);
            fourths.add(count * square * square);
        }
        return new Moments(n, mean, squares.value(), cubes.value(), fourths.value());
    }

    /** Sum of squared deviations over n - 1; n at least 2. */
    double variance() {
        return squares / (n - 1);
    }

    double standardDeviation() {
        return Math.sqrt(variance());
    }
}
