package org.countersign.analysis;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;
import org.countersign.numbers.Decimals;
import org.countersign.numbers.NumberStyle;
import org.countersign.stats.Computed;
import org.countersign.stats.Quantity;

/**
 * Chooses decimals and prints. Order statistics are as precise as the data, with a decimal more where they fall between;
 * means, differences and spreads have one decimal more than the data; ratios, coefficients and test statistics two.
 */
public final class Display {

    /** What a reader sees where there is no number. */
    public static final String NOT_COMPUTED = "not estimable";

    private static final Set<String> ORDER_STATISTICS =
            Set.of("median", "q1", "q3", "min", "max", "iqr", "range", "mad");

    private final NumberStyle style;

    public Display(NumberStyle style) {
        this.style = style;
    }

    public NumberStyle style() {
        return style;
    }

    /**
     * @param decimals how precisely the outcome was measured
     * @param n observations behind the number
     * @param fixed decimals that the author asks for
     */
    public String of(Quantity quantity, int decimals, long n, Optional<Integer> fixed) {
        if (!(quantity.value() instanceof Computed<Double> computed)) {
            return NOT_COMPUTED;
        }
        double value = computed.value();
        if (Double.isInfinite(value)) {
            return value > 0 ? "\u221e" : style.minus() + "\u221e";
        }
        return switch (quantity.kind()) {
            case COUNT -> style.count(Math.round(value));
            case PROPORTION -> fixed.isPresent() ? fixedPercent(value, fixed.get()) : style.percent(value, n);
            case PROPORTION_DIFFERENCE ->
                fixed.isPresent() ? style.decimal(hundredfold(value), fixed.get()) : style.percentagePoints(value, n);
            case MEASUREMENT ->
                style.decimal(value, fixed.orElseGet(() -> measurementDecimals(quantity.id(), value, decimals)));
            case RATIO, DIMENSIONLESS, STATISTIC -> style.decimal(value, fixed.orElse(2));
            case COEFFICIENT -> style.bounded(value, fixed.orElse(2));
            case DEGREES_OF_FREEDOM -> style.decimal(value, fixed.orElse(value == Math.rint(value) ? 0 : 1));
            case P_VALUE -> style.p(value);
        };
    }

    private String fixedPercent(double proportion, int decimals) {
        return style.decimal(hundredfold(proportion), decimals) + "%";
    }

    private static double hundredfold(double proportion) {
        return Decimals.of(proportion).movePointRight(2).doubleValue();
    }

    private static int measurementDecimals(String id, double value, int decimals) {
        String last = id.substring(id.lastIndexOf('.') + 1);
        if (!ORDER_STATISTICS.contains(last)) {
            return decimals + 1;
        }
        BigDecimal exact = Decimals.of(value).stripTrailingZeros();
        return exact.scale() > decimals ? decimals + 1 : decimals;
    }
}
