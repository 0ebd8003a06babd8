package org.countersign.stats;

/**
 * A running sum in twice the precision of a double: each addition's rounding error is kept (Knuth's two-sum; products
 * by fused multiply-add) and added at the end. The result of summing n numbers is exact but for the last rounding, as
 * long as their condition is below about 10^16.
 */
final class Sum {

    private double high;
    private double low;

    /** Adds {@code term}. */
    Sum add(double term) {
        double total = high + term;
        double part = total - high;
        low += (high - (total - part)) + (term - part);
        high = total;
        return this;
    }

    /** Adds {@code a * b} without its rounding. */
    Sum addProduct(double a, double b) {
        double product = a * b;
        low += Math.fma(a, b, -product);
        return add(product);
    }

    Sum add(Sum other) {
        low += other.low;
        return add(other.high);
    }

    double value() {
        return high + low;
    }

    /** What {@link #value()} rounds away. */
    double remainder() {
        double rounded = high + low;
        return low - (rounded - high);
    }

    static double of(double... terms) {
        Sum sum = new Sum();
        for (double term : terms) {
            sum.add(term);
        }
        return sum.value();
    }
}
