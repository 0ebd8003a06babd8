package org.countersign.stats;

/** The covariance matrix of a model's coefficients, in the order of the columns. Immutable. */
public final class Covariance {

    private final double[][] matrix;

    Covariance(double[][] matrix) {
        this.matrix = new double[matrix.length][];
        for (int i = 0; i < matrix.length; i++) {
            this.matrix[i] = matrix[i].clone();
        }
    }

    public int order() {
        return matrix.length;
    }

    public double get(int row, int column) {
        return matrix[row][column];
    }

    /** Variance of the linear combination with these weights. */
    double of(double[] weights) {
        Sum sum = new Sum();
        for (int i = 0; i < matrix.length; i++) {
            for (int j = 0; j < matrix.length; j++) {
                sum.add(weights[i] * weights[j] * matrix[i][j]);
            }
        }
        return sum.value();
    }
}
