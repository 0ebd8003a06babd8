package org.countersign.audit.checks;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import org.countersign.numbers.RoundingRule;

/**
 * How the checks read numbers.
 *
 * @param alpha level of significance
 * @param rounding how printed numbers were rounded
 * @param tails how p-values without a word on it are read
 */
public record CheckOptions(BigDecimal alpha, RoundingRule rounding, Tailedness tails) {

    /** How a p-value is read. */
    public enum Tailedness {
        /** Two-sided, unless its sentence says one-sided. */
        AS_STATED,
        /** Either fits. */
        EITHER
    }

    /**
     * @throws IllegalArgumentException if {@code alpha} is outside (0, 1)
     */
    public CheckOptions {
        requireNonNull(rounding);
        requireNonNull(tails);
        if (alpha.signum() <= 0 || alpha.compareTo(BigDecimal.ONE) >= 0) {
            throw new IllegalArgumentException("alpha = " + alpha + ": expected a number strictly between 0 and 1");
        }
    }

    /** Alpha 0.05, rounding to the nearest either way, tails as stated. */
    public static CheckOptions withDefaults() {
        return new CheckOptions(new BigDecimal("0.05"), RoundingRule.HALF_UP_OR_DOWN, Tailedness.AS_STATED);
    }

    public CheckOptions with(RoundingRule newRounding) {
        return new CheckOptions(alpha, newRounding, tails);
    }

    public CheckOptions with(Tailedness newTails) {
        return new CheckOptions(alpha, rounding, newTails);
    }

    public CheckOptions withAlpha(BigDecimal newAlpha) {
        return new CheckOptions(newAlpha, rounding, tails);
    }
}
