package org.countersign.audit.checks;

import java.util.function.DoubleUnaryOperator;
import org.countersign.numbers.Decimals;
import org.countersign.numbers.ReportedNumber;
import org.countersign.numbers.RoundingInterval;
import org.countersign.numbers.RoundingRule;

/**
 * The ends of a printed number's rounding interval as doubles, for quantities that no exact arithmetic yields.
 *
 * @param low smallest value that could have been printed so
 * @param high largest
 */
record Bounds(double low, double high) {

    static Bounds of(ReportedNumber number, RoundingRule rule) {
        RoundingInterval interval = number.interval(rule);
        return new Bounds(interval.lowerAsDouble(), interval.upperAsDouble());
    }

    /** Smallest |x|. */
    double nearest() {
        return low <= 0 && high >= 0 ? 0 : Math.min(Math.abs(low), Math.abs(high));
    }

    /** Largest |x|. */
    double farthest() {
        return Math.max(Math.abs(low), Math.abs(high));
    }

    Bounds map(DoubleUnaryOperator increasing) {
        return new Bounds(increasing.applyAsDouble(low), increasing.applyAsDouble(high));
    }

    Bounds hull(Bounds other) {
        return new Bounds(Math.min(low, other.low), Math.max(high, other.high));
    }

    /** Whether some value of [low, high] lies in {@code interval}; both sides as decimals of 15 digits. */
    boolean meets(RoundingInterval interval) {
        if (interval.lower().isPresent()) {
            int c = Double.isInfinite(high)
                    ? 1
                    : Decimals.of(high).compareTo(interval.lower().get());
            if (c < 0 || (c == 0 && !interval.lowerClosed())) {
                return false;
            }
        }
        if (interval.upper().isPresent()) {
            int c = Double.isInfinite(low)
                    ? -1
                    : Decimals.of(low).compareTo(interval.upper().get());
            return c < 0 || (c == 0 && interval.upperClosed());
        }
        return true;
    }

    RecomputedRange range() {
        return RecomputedRange.of(low, high);
    }
}
