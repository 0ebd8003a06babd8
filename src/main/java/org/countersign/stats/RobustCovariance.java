package org.countersign.stats;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Sandwich estimators of the covariance of least-squares coefficients, in a second pass over the rows: with q the rows
 * of Q and e the residuals, R^-1 (sum of f e² q q') R^-T, f = 1 (HC0), n/(n - p) (HC1), 1/(1 - h) (HC2), 1/(1 - h)²
 * (HC3), h = q'q the leverage; for clusters the scores e q are summed within clusters first.
 */
final class RobustCovariance {

    private static final double FULL_LEVERAGE = 1 - 1e-10;

    private final LinearModel.Errors errors;
    private final boolean frequency;
    private final RegressionRows rows;
    private final LeastSquares.Solution solution;
    private final double n;
    private final int p;
    private final int clusters;
    private boolean fullLeverage;

    RobustCovariance(
            LinearModel.Errors errors,
            LinearModel.Weighting weighting,
            RegressionRows rows,
            LeastSquares.Solution solution,
            double n) {
        this.errors = errors;
        this.frequency = weighting == LinearModel.Weighting.FREQUENCY;
        this.rows = rows;
        this.solution = solution;
        this.n = n;
        this.p = solution.columns();
        this.clusters = rows.countClusters();
    }

    int clusters() {
        return clusters;
    }

    /** Whether a row determines a coefficient alone, which leaves HC2 and HC3 undefined; known after the matrix. */
    boolean isFullLeverage() {
        return fullLeverage;
    }

    double[][] matrix() {
        return solution.sandwich(errors == LinearModel.Errors.CR1 ? clusteredMeat() : meat());
    }

    private double[][] meat() {
        double[][] meat = new double[p][p];
        double[] row = new double[p];
        double[] q = new double[p];
        for (int i = 0; i < rows.design().rows(); i++) {
            double weight = rows.weight(i);
            if (weight > 0) {
                rows.design().row(i, row);
                solution.orthogonal(row, q);
                double residual = solution.residual(row, rows.outcome(i));
                double leverage = 0;
                for (int j = 0; j < p; j++) {
                    leverage += q[j] * q[j];
                }
                leverage *= frequency ? 1 : weight;
                if (leverage > FULL_LEVERAGE
                        && (errors == LinearModel.Errors.HC2 || errors == LinearModel.Errors.HC3)) {
                    fullLeverage = true;
                    return meat;
                }
                addOuter(meat, q, residual * residual * factor(leverage) * (frequency ? weight : weight * weight));
            }
        }
        return mirrored(meat);
    }

    private double factor(double leverage) {
        double rest = 1 - leverage;
        return switch (errors) {
            case HC1 -> n / (n - p);
            case HC2 -> 1 / rest;
            case HC3 -> 1 / (rest * rest);
            default -> 1;
        };
    }

    private double[][] clusteredMeat() {
        Map<Integer, double[]> scores = new LinkedHashMap<>();
        double[] row = new double[p];
        double[] q = new double[p];
        for (int i = 0; i < rows.design().rows(); i++) {
            double weight = rows.weight(i);
            if (weight == 0) {
                continue;
            }
            rows.design().row(i, row);
            solution.orthogonal(row, q);
            double residual = weight * solution.residual(row, rows.outcome(i));
            double[] score = scores.computeIfAbsent(rows.cluster(i), key -> new double[p]);
            for (int j = 0; j < p; j++) {
                score[j] += residual * q[j];
            }
        }
        double factor = clusters / (clusters - 1.0) * (n - 1) / (n - p);
        double[][] meat = new double[p][p];
        scores.values().forEach(score -> addOuter(meat, score, factor));
        return mirrored(meat);
    }

    private void addOuter(double[][] meat, double[] q, double factor) {
        for (int j = 0; j < p; j++) {
            double scaled = q[j] * factor;
            for (int k = j; k < p; k++) {
                meat[j][k] += scaled * q[k];
            }
        }
    }

    private double[][] mirrored(double[][] meat) {
        for (int j = 0; j < p; j++) {
            for (int k = 0; k < j; k++) {
                meat[j][k] = meat[k][j];
            }
        }
        return meat;
    }
}
