package org.countersign.numbers;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * The values that could have been printed as a reported number.
 *
 * @param lower lower end; empty when unbounded below
 * @param lowerClosed whether {@code lower} itself belongs
 * @param upper upper end; empty when unbounded above
 * @param upperClosed whether {@code upper} itself belongs
 */
public record RoundingInterval(
        Optional<BigDecimal> lower, boolean lowerClosed, Optional<BigDecimal> upper, boolean upperClosed) {

    public RoundingInterval {
        if (lower.isPresent() && upper.isPresent() && lower.get().compareTo(upper.get()) > 0) {
            throw new IllegalArgumentException(
                    "lower = " + lower.get() + ", upper = " + upper.get() + ": out of order");
        }
    }

    public static RoundingInterval closed(BigDecimal lower, BigDecimal upper) {
        return new RoundingInterval(Optional.of(lower), true, Optional.of(upper), true);
    }

    public static RoundingInterval of(BigDecimal lower, boolean lowerClosed, BigDecimal upper, boolean upperClosed) {
        return new RoundingInterval(Optional.of(lower), lowerClosed, Optional.of(upper), upperClosed);
    }

    public static RoundingInterval below(BigDecimal upper, boolean closed) {
        return new RoundingInterval(Optional.empty(), false, Optional.of(upper), closed);
    }

    public static RoundingInterval above(BigDecimal lower, boolean closed) {
        return new RoundingInterval(Optional.of(lower), closed, Optional.empty(), false);
    }

    public boolean contains(BigDecimal value) {
        if (lower.isPresent()) {
            int c = value.compareTo(lower.get());
            if (c < 0 || (c == 0 && !lowerClosed)) {
                return false;
            }
        }
        if (upper.isPresent()) {
            int c = value.compareTo(upper.get());
            return c < 0 || (c == 0 && upperClosed);
        }
        return true;
    }

    /**
     * The interval of {@code factor} times the value.
     *
     * @throws IllegalArgumentException if {@code factor} is not positive
     */
    public RoundingInterval times(BigDecimal factor) {
        if (factor.signum() <= 0) {
            throw new IllegalArgumentException("factor = " + factor + ": expected a positive number");
        }
        return new RoundingInterval(lower.map(factor::multiply), lowerClosed, upper.map(factor::multiply), upperClosed);
    }

    /** The interval of the value with its sign turned. */
    public RoundingInterval negated() {
        return new RoundingInterval(
                upper.map(BigDecimal::negate), upperClosed, lower.map(BigDecimal::negate), lowerClosed);
    }

    /** Whether some value belongs to both. */
    public boolean intersects(RoundingInterval other) {
        return !before(this, other) && !before(other, this);
    }

    private static boolean before(RoundingInterval a, RoundingInterval b) {
        if (a.upper.isEmpty() || b.lower.isEmpty()) {
            return false;
        }
        int c = a.upper.get().compareTo(b.lower.get());
        return c < 0 || (c == 0 && !(a.upperClosed && b.lowerClosed));
    }

    /** Lower end as a double, -infinity when unbounded. */
    public double lowerAsDouble() {
        return lower.map(BigDecimal::doubleValue).orElse(Double.NEGATIVE_INFINITY);
    }

    /** Upper end as a double, +infinity when unbounded. */
    public double upperAsDouble() {
        return upper.map(BigDecimal::doubleValue).orElse(Double.POSITIVE_INFINITY);
    }

    @Override
    public String toString() {
        return (lowerClosed ? "[" : "(")
                + lower.map(BigDecimal::toPlainString).orElse("-inf")
                + ", "
                + upper.map(BigDecimal::toPlainString).orElse("inf")
                + (upperClosed ? "]" : ")");
    }
}
