package org.countersign.stats;

import java.util.function.DoubleUnaryOperator;
import org.apache.commons.numbers.gamma.RegularizedBeta;
import org.apache.commons.numbers.gamma.RegularizedGamma;

/**
 * Noncentral t and chi-square distributions as Poisson-weighted series of their central relatives (Lenth RV 1989, AS
 * 243; Johnson, Kotz and Balakrishnan 1995), summed outwards from the largest weight; t with a large noncentrality by
 * quadrature.
 */
final class NoncentralDistributions {

    private static final double NEGLIGIBLE = 1e-18;
    private static final double LARGEST_SERIES = 30;
    private static final double NORMAL_REACH = 9;

    private NoncentralDistributions() {}

    /** P(T &lt;= t) of noncentral t. */
    static double t(double t, double degreesOfFreedom, double noncentrality) {
        if (t < 0) {
            return 1 - tNonNegative(-t, degreesOfFreedom, -noncentrality);
        }
        return tNonNegative(t, degreesOfFreedom, noncentrality);
    }

    private static double tNonNegative(double t, double df, double delta) {
        if (Math.abs(delta) > LARGEST_SERIES) {
            return tByIntegral(t, df, delta);
        }
        double x = t * t / (t * t + df);
        double rate = delta * delta / 2;
        double base = Tails.normalLower(-delta);
        if (x == 0) {
            return base;
        }
        double even = poissonMixture(rate, 0, j -> RegularizedBeta.value(x, j + 0.5, df / 2));
        double odd = poissonMixture(rate, 0.5, j -> RegularizedBeta.value(x, j + 1, df / 2));
        return Math.min(1, Math.max(0, base + 0.5 * even + 0.5 * Math.signum(delta) * odd));
    }

    /** Integral over the normal numerator z of P(S >= (z + delta)/t), S the estimated over the true SD. */
    private static double tByIntegral(double t, double df, double delta) {
        if (t == 0) {
            return Tails.normalLower(-delta);
        }
        double width = Math.min(0.75, 8 * t / Math.sqrt(2 * df));
        int panels = (int) Math.min(4000, Math.ceil(2 * NORMAL_REACH / width));
        return Math.min(1, GaussLegendre.integrate(-NORMAL_REACH, NORMAL_REACH, panels, z -> {
            double least = (z + delta) / t;
            double share = least <= 0 ? 1 : RegularizedGamma.Q.value(df / 2, df * least * least / 2);
            return Tails.normalDensity(z) * share;
        }));
    }

    /** P(X &lt;= x) of noncentral chi-square. */
    static double chiSquare(double x, double degreesOfFreedom, double noncentrality) {
        return Math.min(
                1,
                poissonMixture(noncentrality / 2, 0, j -> RegularizedGamma.P.value(degreesOfFreedom / 2 + j, x / 2)));
    }

    /** Sum over j of exp(-rate) rate^(j + shift) / Gamma(j + shift + 1) f(j). */
    private static double poissonMixture(double rate, double shift, DoubleUnaryOperator function) {
        if (rate == 0) {
            return shift == 0 ? function.applyAsDouble(0) : 0;
        }
        int mode = (int) Math.max(0, Math.floor(rate - shift));
        double weight = Math.exp(-rate
                + (mode + shift) * Math.log(rate)
                - org.apache.commons.numbers.gamma.LogGamma.value(mode + shift + 1));
        Sum sum = new Sum();
        double up = weight;
        for (int j = mode; up > NEGLIGIBLE; j++) {
            sum.add(up * function.applyAsDouble(j));
            up *= rate / (j + 1 + shift);
        }
        double down = weight;
        for (int j = mode; j > 0; j--) {
            down *= (j + shift) / rate;
            if (down < NEGLIGIBLE) {
                break;
            }
            sum.add(down * function.applyAsDouble(j - 1));
        }
        return sum.value();
    }
}
