package org.countersign.numbers;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * The decimal that a computed double stands for. A double holds every decimal of up to 15 significant digits, and the
 * digits behind them are the arithmetic's, not the data's: 0.1 + 0.2 is three tenths. Every comparison with a published
 * number and every displayed number starts here, so that both round the same decimal.
 */
public final class Decimals {

    private static final MathContext DOUBLE_DIGITS = new MathContext(15, RoundingMode.HALF_EVEN);

    private static final double[] POWERS_OF_TEN = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12};

    private Decimals() {}

    /**
     * @param value a finite number
     * @return {@code value} to 15 significant digits
     * @throws IllegalArgumentException if {@code value} is infinite or NaN
     */
    public static BigDecimal of(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("value = " + value + ": expected a finite number");
        }
        return new BigDecimal(value).round(DOUBLE_DIGITS);
    }

    /**
     * The nearest number of so many decimals: what a sum or difference of such numbers is, without the noise of binary
     * arithmetic (12.9 - 12.8 is 0.1). NaN stays NaN; numbers with more than twelve decimals, or too large for it, stay as
     * they are.
     *
     * @param decimals from 0
     */
    public static double round(double value, int decimals) {
        if (decimals < 0) {
            throw new IllegalArgumentException("decimals = " + decimals + ": expected 0 or more");
        }
        if (decimals >= POWERS_OF_TEN.length) {
            return value;
        }
        double scaled = value * POWERS_OF_TEN[decimals];
        return Math.abs(scaled) < 1e15 ? Math.rint(scaled) / POWERS_OF_TEN[decimals] : value;
    }
}
