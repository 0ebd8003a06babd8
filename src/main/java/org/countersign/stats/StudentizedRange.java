package org.countersign.stats;

import org.apache.commons.numbers.gamma.LogGamma;

/**
 * The studentized range of k normal means with an independent variance estimate on nu degrees of freedom: P(Q &lt;= q) =
 * integral over s of f(s) W(q s), W(w) = k integral of phi(z) (Phi(z) - Phi(z - w))^(k-1) dz, f the density of the
 * estimated over the true SD. Both integrals by composite Gauss-Legendre quadrature.
 */
final class StudentizedRange {

    private static final int PANELS = 16;
    private static final double[] NODES;
    private static final double[] WEIGHTS;

    static {
        int order = 16;
        NODES = new double[order];
        WEIGHTS = new double[order];
        for (int i = 0; i < order; i++) {
            double x = Math.cos(Math.PI * (i + 0.75) / (order + 0.5));
            double derivative = 1;
            for (int step = 0; step < 60; step++) {
                double p0 = 1;
                double p1 = x;
                for (int n = 2; n <= order; n++) {
                    double p2 = ((2 * n - 1) * x * p1 - (n - 1) * p0) / n;
                    p0 = p1;
                    p1 = p2;
                }
                derivative = order * (x * p1 - p0) / (x * x - 1);
                x -= p1 / derivative;
            }
            NODES[i] = x;
            WEIGHTS[i] = 2 / ((1 - x * x) * derivative * derivative);
        }
    }

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
        return Math.min(1, integrate(low, high, 2 * PANELS, s -> {
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
                        * integrate(-8.5, 8.5 + 0, PANELS, z -> {
                            double below = Tails.normalLower(z);
                            double all = Math.pow(below, groups - 1.0);
                            double outside = Tails.normalLower(z - w);
                            double share = below == 0 ? 0 : -Math.expm1((groups - 1) * Math.log1p(-outside / below));
                            return Tails.normalDensity(z) * all * share;
                        }));
    }

    private static double integrate(double low, double high, int panels, java.util.function.DoubleUnaryOperator f) {
        Sum sum = new Sum();
        double width = (high - low) / panels;
        for (int panel = 0; panel < panels; panel++) {
            double centre = low + (panel + 0.5) * width;
            for (int i = 0; i < NODES.length; i++) {
                sum.add(WEIGHTS[i] * width / 2 * f.applyAsDouble(centre + NODES[i] * width / 2));
            }
        }
        return sum.value();
    }
}
