package org.countersign.stats;

/**
 * Size, mean and sums of powers of the deviations from the mean. The mean is kept to twice the precision of a double,
 * so that a small spread on a large offset (10^9 + noise) loses nothing. The powers are of the deviations over a unit, 1
 * unless they are so large or small that their fourth powers would leave the range of a double.
 *
 * @param n number of observations
 * @param mean arithmetic mean
 * @param unit a power of two
 * @param unitSquares sum of squared deviations, in units
 * @param unitCubes sum of cubed deviations, in units
 * @param unitFourths sum of fourth powers of deviations, in units
 */
record Moments(long n, double mean, double unit, double unitSquares, double unitCubes, double unitFourths) {

    private static final double LARGE = 1e60;

    static Moments of(FrequencyTable table) {
        long n = table.size();
        if (n == 0) {
            return new Moments(0, 0, 1, 0, 0, 0);
        }
        Sum total = new Sum();
        for (int i = 0; i < table.distinct(); i++) {
            total.addProduct(table.count(i), table.value(i));
        }
        double mean = total.value() / n;
        double rest = (Math.fma(-mean, (double) n, total.value()) + total.remainder()) / n;
        double unit = unit(Math.max(mean - table.value(0), table.value(table.distinct() - 1) - mean));
        Sum squares = new Sum();
        Sum cubes = new Sum();
        Sum fourths = new Sum();
        for (int i = 0; i < table.distinct(); i++) {
            double deviation = ((table.value(i) - mean) - rest) / unit;
            double square = deviation * deviation;
            double count = table.count(i);
            squares.add(count * square);
            cubes.add(count * square * deviation);
            fourths.add(count * square * square);
        }
        return new Moments(n, mean, unit, squares.value(), cubes.value(), fourths.value());
    }

    /** A power of two near a magnitude whose powers need one, otherwise 1. */
    static double unit(double magnitude) {
        return magnitude == 0 || (magnitude >= 1 / LARGE && magnitude <= LARGE)
                ? 1
                : Math.scalb(1.0, Math.max(-1000, Math.getExponent(magnitude)));
    }

    /** Sum of squared deviations; infinite or 0 where it leaves the range of a double. */
    double squares() {
        return unitSquares * unit * unit;
    }

    /** Sum of squared deviations over n - 1; n at least 2. */
    double variance() {
        return squares() / (n - 1);
    }

    double standardDeviation() {
        return Math.sqrt(unitSquares / (n - 1)) * unit;
    }
}
