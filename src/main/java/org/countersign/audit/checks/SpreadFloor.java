package org.countersign.audit.checks;

/**
 * The least spread that quartiles allow, whatever the distribution: of n values a quarter lies at or below the first
 * quartile, a quarter at or above the third, half on each side of the median, and all others as near the mean as that
 * allows.
 */
final class SpreadFloor {

    private SpreadFloor() {}

    /**
     * Least sum of squares about the mean.
     *
     * @param q1 first quartile
     * @param median any value of this interval
     * @param q3 third quartile, at least {@code q1}
     * @param n number of values
     */
    static double sumOfSquares(double q1, Bounds median, double q3, int n) {
        double low = q1;
        double high = q3;
        for (int i = 0; i < 200; i++) {
            double a = low + (high - low) / 3;
            double b = high - (high - low) / 3;
            if (about(a, q1, median, q3, n) <= about(b, q1, median, q3, n)) {
                high = b;
            } else {
                low = a;
            }
        }
        return about((low + high) / 2, q1, median, q3, n);
    }

    private static double about(double mean, double q1, Bounds median, double q3, int n) {
        int quarter = n / 4;
        int rest = n / 2 - quarter;
        double toMedian = mean < median.low() ? median.low() - mean : Math.max(0, mean - median.high());
        return quarter * ((mean - q1) * (mean - q1) + (q3 - mean) * (q3 - mean)) + rest * toMedian * toMedian;
    }
}
