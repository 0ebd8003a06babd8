package org.countersign.stats;

import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.analysis.solvers.BrentSolver;

/** Where a continuous function crosses zero, to the last digits of a double. */
final class Roots {

    private static final double RELATIVE_ACCURACY = 4e-16;
    private static final double ABSOLUTE_ACCURACY = 1e-300;
    private static final int MAX_EVALUATIONS = 10_000;

    private Roots() {}

    /** The root between two points at which the function has opposite signs, or is zero. */
    static double between(DoubleUnaryOperator function, double low, double high) {
        double atLow = function.applyAsDouble(low);
        if (atLow == 0) {
            return low;
        }
        double atHigh = function.applyAsDouble(high);
        if (atHigh == 0) {
            return high;
        }
        Require.that(atLow > 0 != atHigh > 0, "bracket", "[" + low + ", " + high + "]", "a change of sign");
        return new BrentSolver(RELATIVE_ACCURACY, ABSOLUTE_ACCURACY, 0)
                .solve(MAX_EVALUATIONS, function::applyAsDouble, low, high);
    }

    /** The positive root of a function that changes sign once on (0, infinity), found outwards from {@code start}. */
    static double positive(DoubleUnaryOperator function, double start) {
        DoubleUnaryOperator onLogScale = logarithm -> function.applyAsDouble(Math.exp(logarithm));
        double centre = Math.log(start);
        double step = 0.5;
        double low = centre - step;
        double high = centre + step;
        while (onLogScale.applyAsDouble(low) > 0 == onLogScale.applyAsDouble(high) > 0 && step < 700) {
            step *= 2;
            low = centre - step;
            high = centre + step;
        }
        return Math.exp(between(onLogScale, low, high));
    }
}
