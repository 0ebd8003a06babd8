package org.countersign.audit.checks;

import java.math.BigInteger;

/** Whether n integers, n at most 4, have a given sum and sum of squares; by enumeration. */
final class SmallSamples {

    /** Beyond this distance from the mean the enumeration is not worth its time. */
    private static final long FARTHEST = 5_000;

    private SmallSamples() {}

    /**
     * @param n 1 to 4
     * @return true also when the values would lie so far apart that enumeration is out of reach
     */
    static boolean exist(BigInteger sum, BigInteger sumOfSquares, int n) {
        if (sum.bitLength() > 30 || sumOfSquares.bitLength() > 60) {
            return true;
        }
        long s = sum.longValueExact();
        long q = sumOfSquares.longValueExact();
        double distance = Math.sqrt(Math.max(0, q - (double) s * s / n));
        return distance > FARTHEST || exist(s, q, n);
    }

    private static boolean exist(long s, long q, int n) {
        if (n == 1) {
            return s * s == q;
        }
        if (n == 2) {
            long discriminant = 2 * q - s * s;
            long root = Math.round(Math.sqrt(Math.max(0, discriminant)));
            return discriminant >= 0 && root * root == discriminant && (s + root) % 2 == 0;
        }
        double mean = (double) s / n;
        double distance = Math.sqrt(Math.max(0, q - (double) s * s / n));
        long last = (long) Math.floor(mean + distance + 1);
        for (long x = (long) Math.ceil(mean - distance - 1); x <= last; x++) {
            long rest = q - x * x;
            if (rest >= 0 && exist(s - x, rest, n - 1)) {
                return true;
            }
        }
        return false;
    }
}
