package org.countersign.stats;

import java.util.List;

/** Means and covariances (divisor n - 1) of a scale's items. Immutable. */
public final class ItemCovariance {

    private final int n;
    private final double[] means;
    private final double[][] matrix;

    private ItemCovariance(int n, double[] means, double[][] matrix) {
        this.n = n;
        this.means = means;
        this.matrix = matrix;
    }

    /**
     * @param items each with all respondents in the same order
     * @throws IllegalArgumentException if there are fewer than two, their lengths differ, or a value is not finite
     */
    static ItemCovariance of(List<double[]> items) {
        Require.atLeast("number of items", items.size(), 2);
        int k = items.size();
        int n = items.get(0).length;
        double[] means = new double[k];
        for (int i = 0; i < k; i++) {
            Require.finite("items[" + i + "]", items.get(i));
            Require.sameLength("items[0]", n, "items[" + i + "]", items.get(i).length);
            means[i] = n == 0 ? 0 : Sum.of(items.get(i)) / n;
        }
        double[][] matrix = new double[k][k];
        for (int i = 0; i < k; i++) {
            for (int j = i; j < k; j++) {
                Sum sum = new Sum();
                for (int row = 0; row < n; row++) {
                    sum.add((items.get(i)[row] - means[i]) * (items.get(j)[row] - means[j]));
                }
                matrix[i][j] = n < 2 ? 0 : sum.value() / (n - 1);
                matrix[j][i] = matrix[i][j];
            }
        }
        return new ItemCovariance(n, means, matrix);
    }

    /** Number of respondents. */
    public int n() {
        return n;
    }

    /** Number of items. */
    public int items() {
        return matrix.length;
    }

    public double mean(int item) {
        return means[item];
    }

    public double covariance(int first, int second) {
        return matrix[first][second];
    }

    /** Variance of the respondents' sums. */
    double totalVariance() {
        Sum sum = new Sum();
        for (double[] row : matrix) {
            for (double value : row) {
                sum.add(value);
            }
        }
        return sum.value();
    }

    double alpha() {
        Sum trace = new Sum();
        for (int i = 0; i < items(); i++) {
            trace.add(matrix[i][i]);
        }
        return items() / (items() - 1.0) * (1 - trace.value() / totalVariance());
    }

    Computation<Double> standardisedAlpha() {
        Sum correlations = new Sum();
        int k = items();
        for (int i = 0; i < k; i++) {
            if (!(matrix[i][i] > 0)) {
                return Computation.notComputed(
                        NotComputed.Reason.CONSTANT_DATA, "item " + (i + 1) + " does not vary", "leave the item out");
            }
            for (int j = 0; j < i; j++) {
                correlations.add(matrix[i][j] / Math.sqrt(matrix[i][i] * matrix[j][j]));
            }
        }
        double mean = correlations.value() / (k * (k - 1) / 2.0);
        return Computation.of(k * mean / (1 + (k - 1) * mean));
    }

    /** The items without one of them. */
    ItemCovariance without(int item) {
        int k = items() - 1;
        double[] keptMeans = new double[k];
        double[][] kept = new double[k][k];
        for (int i = 0; i < k; i++) {
            int from = i < item ? i : i + 1;
            keptMeans[i] = means[from];
            for (int j = 0; j < k; j++) {
                kept[i][j] = matrix[from][j < item ? j : j + 1];
            }
        }
        return new ItemCovariance(n, keptMeans, kept);
    }
}
