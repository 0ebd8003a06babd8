package org.countersign.numbers;

import java.math.BigDecimal;

/** How a value may have been rounded to what was printed. With u one unit in the last printed place of v: */
public enum RoundingRule {
    /** [v - u/2, v + u/2]: covers half-up, half-down and half-even; the default. */
    HALF_UP_OR_DOWN("half-up-or-down", "to the nearest, a half either way"),
    /** Halves away from zero. */
    HALF_UP("half-up", "to the nearest, halves away from zero"),
    /** Halves towards zero. */
    HALF_DOWN("half-down", "to the nearest, halves towards zero"),
    /** Halves to the even digit. */
    HALF_EVEN("half-even", "to the nearest, halves to the even digit"),
    /** Digits cut off. */
    TRUNCATE("truncate", "towards zero (digits cut off)"),
    /** Towards minus infinity. */
    FLOOR("floor", "downwards"),
    /** Towards plus infinity. */
    CEILING("ceiling", "upwards");

    private static final BigDecimal HALF = new BigDecimal("0.5");

    private final String id;
    private final String label;

    RoundingRule(String id, String label) {
        this.id = id;
        this.label = label;
    }

    /** Stable kebab-case name. */
    public String id() {
        return id;
    }

    /** For a reader: "towards zero (digits cut off)". */
    public String label() {
        return label;
    }

    /**
     * The values that this rule prints as {@code printed}.
     *
     * @param printed the printed value
     * @param unit one unit in its last printed place, positive
     * @throws IllegalArgumentException if {@code unit} is not positive
     */
    public RoundingInterval interval(BigDecimal printed, BigDecimal unit) {
        if (unit.signum() <= 0) {
            throw new IllegalArgumentException("unit = " + unit + ": expected a positive number");
        }
        BigDecimal half = unit.multiply(HALF);
        BigDecimal low = printed.subtract(half);
        BigDecimal high = printed.add(half);
        int sign = printed.signum();
        return switch (this) {
            case HALF_UP_OR_DOWN -> RoundingInterval.closed(low, high);
            case HALF_UP -> RoundingInterval.of(low, sign > 0, high, sign < 0);
            case HALF_DOWN -> RoundingInterval.of(low, sign <= 0, high, sign >= 0);
            case HALF_EVEN -> {
                boolean odd = printed.divideToIntegralValue(unit).toBigInteger().testBit(0);
                yield RoundingInterval.of(low, !odd, high, !odd);
            }
            case TRUNCATE ->
                sign > 0
                        ? RoundingInterval.of(printed, true, printed.add(unit), false)
                        : sign < 0
                                ? RoundingInterval.of(printed.subtract(unit), false, printed, true)
                                : RoundingInterval.of(unit.negate(), false, unit, false);
            case FLOOR -> RoundingInterval.of(printed, true, printed.add(unit), false);
            case CEILING -> RoundingInterval.of(printed.subtract(unit), false, printed, true);
        };
    }
}
