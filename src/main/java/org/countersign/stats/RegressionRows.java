package org.countersign.stats;

import java.util.Arrays;

/** The rows of a linear regression, to be gone through more than once: the caller's arrays, not copied. */
final class RegressionRows {

    private final DesignMatrix design;
    private final double[] outcome;
    private final double[] weights;
    private final int[] clusters;

    /**
     * @param weights one for each row, or none for all 1
     * @param clusters one for each row, or none
     */
    RegressionRows(DesignMatrix design, double[] outcome, double[] weights, int[] clusters) {
        Require.finite("outcome", outcome);
        Require.sameLength("design", design.rows(), "outcome", outcome.length);
        Require.finite("weights", weights);
        if (weights.length > 0) {
            Require.sameLength("design", design.rows(), "weights", weights.length);
        }
        for (double weight : weights) {
            Require.that(weight >= 0, "weight", weight, "a number from 0 upwards");
        }
        this.design = design;
        this.outcome = outcome;
        this.weights = weights;
        this.clusters = clusters;
    }

    DesignMatrix design() {
        return design;
    }

    double outcome(int row) {
        return outcome[row];
    }

    double weight(int row) {
        return weights.length == 0 ? 1 : weights[row];
    }

    int cluster(int row) {
        return clusters[row];
    }

    int countClusters() {
        return (int) Arrays.stream(clusters).distinct().count();
    }
}
