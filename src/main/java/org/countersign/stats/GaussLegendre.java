package org.countersign.stats;

import java.util.function.DoubleUnaryOperator;

/** Composite Gauss-Legendre quadrature of order 16. */
final class GaussLegendre {

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

    private GaussLegendre() {}

    /** The integral of a smooth function over an interval that is cut into equal panels. */
    static double integrate(double low, double high, int panels, DoubleUnaryOperator f) {
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
