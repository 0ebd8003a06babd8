package org.countersign.audit.checks;

/**
 * The values that the other reported numbers allow, given their rounding.
 *
 * @param low smallest
 * @param high largest, at least {@code low}
 */
public record RecomputedRange(double low, double high) {

    /**
     * @throws IllegalArgumentException if an end is NaN or they are out of order
     */
    public RecomputedRange {
        if (!(low <= high)) {
            throw new IllegalArgumentException("low = " + low + ", high = " + high + ": expected low <= high");
        }
    }

    public static RecomputedRange of(double a, double b) {
        return new RecomputedRange(Math.min(a, b), Math.max(a, b));
    }

    @Override
    public String toString() {
        return Display.range(low, high);
    }
}
