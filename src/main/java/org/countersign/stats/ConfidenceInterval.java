package org.countersign.stats;

import static java.util.Objects.requireNonNull;

/**
 * A confidence interval; a limit may be infinite.
 *
 * @param lower lower limit, at most {@code upper}
 * @param upper upper limit
 * @param level confidence level, strictly between 0 and 1
 * @param method how it was made: "Wilson score", "Welch t"
 */
public record ConfidenceInterval(double lower, double upper, double level, String method) {

    /**
     * @throws IllegalArgumentException if a limit is NaN, the limits are out of order, or the level is outside (0, 1)
     */
    public ConfidenceInterval {
        requireNonNull(method);
        if (!(lower <= upper)) {
            throw new IllegalArgumentException("lower = " + lower + ", upper = " + upper + ": expected lower <= upper");
        }
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("level = " + level + ": expected a number strictly between 0 and 1");
        }
    }
}
