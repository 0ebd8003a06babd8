package org.countersign.stats;

import static java.util.Objects.requireNonNull;

/** Preconditions of the procedures: the exception names the parameter, its value and its range. */
final class Require {

    /** Magnitude up to which sums and differences of samples stay in the range of a double. */
    private static final double LARGEST = 1e300;

    private Require() {}

    static void level(double level) {
        that(level > 0 && level < 1, "level", level, "a number strictly between 0 and 1");
    }

    static void proportion(String parameter, double value) {
        that(value >= 0 && value <= 1, parameter, value, "a number from 0 to 1");
    }

    static void finite(String parameter, double value) {
        that(Math.abs(value) <= LARGEST, parameter, value, "a finite number of magnitude " + LARGEST + " at most");
    }

    static void positive(String parameter, double value) {
        that(value > 0 && value < Double.POSITIVE_INFINITY, parameter, value, "a positive finite number");
    }

    static void notNegative(String parameter, long value) {
        that(value >= 0, parameter, value, "a whole number from 0 upwards");
    }

    static void atLeast(String parameter, long value, long minimum) {
        that(value >= minimum, parameter, value, "a whole number from " + minimum + " upwards");
    }

    static void finite(String parameter, double[] values) {
        requireNonNull(values, parameter);
        for (int i = 0; i < values.length; i++) {
            if (!(Math.abs(values[i]) <= LARGEST)) {
                throw new IllegalArgumentException(
                        parameter + "[" + i + "] = " + values[i] + ": expected a finite number of magnitude " + LARGEST
                                + " at most; missing values are removed by the caller");
            }
        }
    }

    static void sameLength(String first, int firstLength, String second, int secondLength) {
        if (firstLength != secondLength) {
            throw new IllegalArgumentException(
                    second + " has " + secondLength + " values: expected as many as " + first + ", " + firstLength);
        }
    }

    static void that(boolean holds, String parameter, Object value, String expected) {
        if (!holds) {
            throw new IllegalArgumentException(parameter + " = " + value + ": expected " + expected);
        }
    }
}
