package org.countersign.stats;

import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntUnaryOperator;

/** The rows of a linear regression, to be gone through more than once: functions of the row's index, nothing copied. */
final class RegressionRows {

    private final DesignMatrix design;
    private final IntToDoubleFunction outcome;
    private final IntToDoubleFunction weights;
    private final IntUnaryOperator clusters;

    /**
     * @throws IllegalArgumentException if an outcome or weight is not finite, or a weight is negative
     */
    RegressionRows(
            DesignMatrix design, IntToDoubleFunction outcome, IntToDoubleFunction weights, IntUnaryOperator clusters) {
        for (int row = 0; row < design.rows(); row++) {
            double y = outcome.applyAsDouble(row);
            if (!Double.isFinite(y)) {
                Require.finite("outcome[" + row + "]", y);
            }
            double weight = weights.applyAsDouble(row);
            if (!(weight >= 0 && weight < Double.POSITIVE_INFINITY)) {
                Require.that(false, "weight", weight, "a finite number from 0 upwards");
            }
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
        return outcome.applyAsDouble(row);
    }

    double weight(int row) {
        return weights.applyAsDouble(row);
    }

    int cluster(int row) {
        return clusters.applyAsInt(row);
    }

    /** Clusters of the rows that weigh something. */
    int countClusters() {
        BitSet small = new BitSet();
        Set<Integer> others = new HashSet<>();
        for (int row = 0; row < design.rows(); row++) {
            if (weight(row) > 0) {
                int code = cluster(row);
                if (code >= 0 && code < 1 << 20) {
                    small.set(code);
                } else {
                    others.add(code);
                }
            }
        }
        return small.cardinality() + others.size();
    }
}
