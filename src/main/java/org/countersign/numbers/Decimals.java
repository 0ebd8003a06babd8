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
}
