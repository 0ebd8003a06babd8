package org.countersign.stats;

import org.apache.commons.numbers.gamma.LogGamma;

/**
 * The studentized range of k normal means with an independent variance estimate on nu degrees of freedom: P(Q &lt;= q) =
 * integral over s of f(s) W(q s), W(w) = k integral of phi(z) (Phi(z) - Phi(z - w))^(k-1) dz, f the density of the
 * estimated over the true SD. Both integrals by composite Gauss-Legendre quadrature.
 */
final class StudentizedRange {

    private static final int PANELS = 16;

    private final int groups;
    private final double freedom;

    StudentizedRange(int groups, double freedom) {
        this.groups = groups;
        this.freedom = freedom;
    }

    /** P(Q &gt; q). */
    double upper(double q) {
        if (q <= 0) {
            return 1;
        }
        if (Double.isInfinite(freedom)) {
            return rangeUpper(q);
        }
        double spread = 1 / Math.sqrt(2 * freedom);
        double low = Math.max(0, 1 - 12 * spread);
        double high = 1 + 14 * spread + 6 / freedom;
        double logConstant = Math.log(2) + freedom / 2 * Math.log(freedom / 2) - LogGamma.value(freedom / 2);
        return Math.min(1, GaussLegendre.integrate(low, high, 2 * PANELS, s -> {
            double logDensity =
                    s <= 0 ? Double.NEGATIVE_INFINITY : logConstant + (freedom - 1) * Math.log(s) - freedom * s * s / 2;
            return Math.exp(logDensity) * rangeUpper(q * s);
        }));
    }

    /** The q with {@code upperTail} above it. */
    double upperQuantile(double upperTail) {
        double high = 4;
        while (upper(high) > upperTail) {
            high *= 2;
        }
        return Roots.between(q -> upper(q) - upperTail, 0, high);
    }

    /**
     * P(range &gt; w). One minus W loses the small tails, so the complement is integrated: with the largest of the k at
     * z, 1 - (share of the others within w below it)^(k-1).
     */
    private double rangeUpper(double w) {
        return Math.min(
                1,
                groups
                        * GaussLegendre.integrate(-8.5, 8.5, PANELS, z -> {
                            double below = Tails.normalLower(z);
                            double all = Math.pow(below, groups - 1.0);
                            double outside = Tails.normalLower(z - w);
                            double share = below == 0 ? 0 : -Math.expm1((groups - 1) * Math.log1p(-outside / below));
                            return Tails.normalDensity(z) * all * share;
                        }));
    }
}
