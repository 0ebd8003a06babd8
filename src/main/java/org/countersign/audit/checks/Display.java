package org.countersign.audit.checks;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** How a recomputed number is written in a message: four significant digits, no locale. */
final class Display {

    private static final MathContext FOUR_DIGITS = new MathContext(4, RoundingMode.HALF_EVEN);

    private Display() {}

    static String number(double value) {
        if (!Double.isFinite(value)) {
            return value > 0 ? "infinity" : "-infinity";
        }
        if (value == 0) {
            return "0";
        }
        BigDecimal rounded = new BigDecimal(value).round(FOUR_DIGITS).stripTrailingZeros();
        double size = Math.abs(value);
        return size < 1e-5 || size >= 1e9 ? rounded.toString() : rounded.toPlainString();
    }

    static String number(BigDecimal value) {
        return number(value.doubleValue());
    }

    static String range(double low, double high) {
        String first = number(low);
        String last = number(high);
        return first.equals(last) ? first : first + " to " + last;
    }
}
