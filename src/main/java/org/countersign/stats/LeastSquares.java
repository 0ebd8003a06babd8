package org.countersign.stats;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/**
 * Weighted least squares in one pass: rows are taken in blocks, and each block is folded into a triangular factor by
 * Householder reflections. Only the factor, of order the number of columns, and one block are held. Where there is an
 * intercept, the first row is taken off every row, so that large offsets cost no digits; the coefficients and their
 * covariance are carried back at the end.
 */
final class LeastSquares {

    private static final int BLOCK = 256;
    private static final double RANK_TOLERANCE = 1e-12;

    private final int p;
    private final boolean centred;
    private final double[] origin;
    private final double[][] factor;
    private final double[][] block;
    private final Sum residualSquares = new Sum();
    private final Sum weights = new Sum();
    private int filled;
    private long rows;

    /**
     * @param columns number of columns
     * @param intercept whether the first column is constant 1
     */
    LeastSquares(int columns, boolean intercept) {
        p = columns;
        centred = intercept;
        origin = new double[p + 1];
        factor = new double[p + 1][p + 1];
        block = new double[p + 1][BLOCK];
    }

    /** Adds one row with a positive weight. */
    void add(double[] row, double y, double weight) {
        if (rows == 0 && centred) {
            System.arraycopy(row, 0, origin, 0, p);
            origin[0] = 0;
            origin[p] = y;
        }
        rows++;
        weights.add(weight);
        double root = weight == 1 ? 1 : Math.sqrt(weight);
        for (int j = 0; j < p; j++) {
            block[j][filled] = (row[j] - origin[j]) * root;
        }
        block[p][filled] = (y - origin[p]) * root;
        if (++filled == BLOCK) {
            fold();
        }
    }

    boolean hasIntercept() {
        return centred;
    }

    long rows() {
        return rows;
    }

    double totalWeight() {
        return weights.value();
    }

    private void fold() {
        for (int j = 0; j < p; j++) {
            reflect(j);
        }
        for (int i = 0; i < filled; i++) {
            residualSquares.addProduct(block[p][i], block[p][i]);
        }
        filled = 0;
    }

    /** One Householder reflection that clears column j of the block into the factor's diagonal. */
    private void reflect(int j) {
        double[] column = block[j];
        double below = dot(column, column, filled);
        if (below == 0) {
            return;
        }
        double diagonal = factor[j][j];
        double norm = Math.sqrt(Math.fma(diagonal, diagonal, below));
        double head = diagonal > 0 ? -below / (diagonal + norm) : diagonal - norm;
        double scale = 2 / (head * head + below);
        factor[j][j] = norm;
        for (int c = j + 1; c <= p; c++) {
            double[] other = block[c];
            double projection = scale * (head * factor[j][c] + dot(column, other, filled));
            factor[j][c] -= projection * head;
            for (int i = 0; i < filled; i++) {
                other[i] -= projection * column[i];
            }
        }
    }

    private static double dot(double[] a, double[] b, int n) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int i = 0;
        for (; i + 3 < n; i += 4) {
            s0 += a[i] * b[i];
            s1 += a[i + 1] * b[i + 1];
            s2 += a[i + 2] * b[i + 2];
            s3 += a[i + 3] * b[i + 3];
        }
        for (; i < n; i++) {
            s0 += a[i] * b[i];
        }
        return (s0 + s1) + (s2 + s3);
    }

    /** The first column that is a linear combination of those before it. */
    OptionalInt dependentColumn() {
        fold();
        for (int j = 0; j < p; j++) {
            double norm = 0;
            for (int i = 0; i <= j; i++) {
                norm = Math.hypot(norm, factor[i][j]);
            }
            if (Math.abs(factor[j][j]) <= RANK_TOLERANCE * norm) {
                return OptionalInt.of(j);
            }
        }
        return OptionalInt.empty();
    }

    /** The solution; the columns must be linearly independent. */
    Solution solve() {
        fold();
        double[][] inverse = inverse();
        double[] coefficients = new double[p];
        for (int i = 0; i < p; i++) {
            Sum sum = new Sum();
            for (int j = i; j < p; j++) {
                sum.addProduct(inverse[i][j], factor[j][p]);
            }
            coefficients[i] = sum.value();
        }
        double explained = 0;
        for (int i = centred ? 1 : 0; i < p; i++) {
            explained += factor[i][p] * factor[i][p];
        }
        return new Solution(this, coefficients, new double[p], inverse, residualSquares.value(), explained);
    }

    private double[][] inverse() {
        double[][] inverse = new double[p][p];
        for (int j = 0; j < p; j++) {
            inverse[j][j] = 1 / factor[j][j];
            for (int i = j - 1; i >= 0; i--) {
                double sum = 0;
                for (int k = i + 1; k <= j; k++) {
                    sum += factor[i][k] * inverse[k][j];
                }
                inverse[i][j] = -sum / factor[i][i];
            }
        }
        return inverse;
    }

    /** What least squares found, in the shifted coordinates, with the way back. */
    static final class Solution {

        private final LeastSquares source;
        private final double[] shifted;
        private final double[] remainder;
        private final double[][] inverse;
        private final double residualSquares;
        private final double explainedSquares;

        private Solution(
                LeastSquares source,
                double[] shifted,
                double[] remainder,
                double[][] inverse,
                double residualSquares,
                double explained) {
            this.source = source;
            this.shifted = shifted;
            this.remainder = remainder;
            this.inverse = inverse;
            this.residualSquares = residualSquares;
            this.explainedSquares = explained;
        }

        /**
         * This solution after a step of the corrected seminormal equations (Björck Å, 1987, doi:
         * 10.1016/0024-3795(87)90101-7): the coefficients are moved by R^-1 R^-T g. They are held as unevaluated sums of
         * two doubles.
         *
         * @param residuals what the rows leave, taken in twice the precision
         */
        Solution refined(Residuals residuals) {
            int p = columns();
            double[] half = residuals.projection();
            double[] moved = new double[p];
            double[] rest = new double[p];
            for (int i = 0; i < p; i++) {
                Sum sum = new Sum().add(shifted[i]).add(remainder[i]);
                for (int j = i; j < p; j++) {
                    sum.addProduct(inverse[i][j], half[j]);
                }
                moved[i] = sum.value();
                rest[i] = sum.remainder();
            }
            return new Solution(source, moved, rest, inverse, residuals.squares.value(), explainedSquares);
        }

        int columns() {
            return shifted.length;
        }

        /** Sum of squared (weighted) residuals. */
        double residualSquares() {
            return residualSquares;
        }

        /** Sum of squares that the columns explain, about the mean where there is an intercept. */
        double explainedSquares() {
            return explainedSquares;
        }

        double[] coefficients() {
            double[] coefficients = shifted.clone();
            if (source.centred) {
                Sum intercept =
                        new Sum().add(source.origin[source.p]).add(shifted[0]).add(remainder[0]);
                for (int j = 1; j < shifted.length; j++) {
                    intercept.addProduct(-shifted[j], source.origin[j]);
                    intercept.addProduct(-remainder[j], source.origin[j]);
                }
                coefficients[0] = intercept.value();
            }
            return coefficients;
        }

        /** (X'WX)^-1. */
        double[][] unscaledCovariance() {
            double[][] identity = new double[columns()][columns()];
            for (int i = 0; i < identity.length; i++) {
                identity[i][i] = 1;
            }
            return sandwich(identity);
        }

        /** R^-1 M R^-T, carried back to the columns as they were given. */
        double[][] sandwich(double[][] meat) {
            int p = columns();
            double[][] half = new double[p][p];
            double[][] result = new double[p][p];
            double[][] back = back();
            for (int i = 0; i < p; i++) {
                for (int j = 0; j < p; j++) {
                    Sum sum = new Sum();
                    for (int k = 0; k < p; k++) {
                        sum.addProduct(back[i][k], meat[k][j]);
                    }
                    half[i][j] = sum.value();
                }
            }
            for (int i = 0; i < p; i++) {
                for (int j = i; j < p; j++) {
                    Sum sum = new Sum();
                    for (int k = 0; k < p; k++) {
                        sum.addProduct(half[i][k], back[j][k]);
                    }
                    result[i][j] = sum.value();
                    result[j][i] = sum.value();
                }
            }
            return result;
        }

        /** R^-1 in the given coordinates: its rows, with the intercept's made of all of them. */
        private double[][] back() {
            double[][] back = new double[columns()][];
            for (int i = 0; i < back.length; i++) {
                back[i] = inverse[i].clone();
            }
            if (source.centred) {
                for (int k = 0; k < back.length; k++) {
                    Sum sum = new Sum().add(inverse[0][k]);
                    for (int j = 1; j < back.length; j++) {
                        sum.addProduct(-source.origin[j], inverse[j][k]);
                    }
                    back[0][k] = sum.value();
                }
            }
            return back;
        }

        /** Writes x R^-1 into {@code target}: a row of Q, but for the root of its weight. */
        void orthogonal(double[] row, double[] target) {
            Arrays.fill(target, 0, columns(), 0);
            for (int i = 0; i < columns(); i++) {
                double x = row[i] - source.origin[i];
                if (x != 0) {
                    for (int j = i; j < columns(); j++) {
                        target[j] += x * inverse[i][j];
                    }
                }
            }
        }

        double residual(double[] row, double y) {
            double fitted = 0;
            double rest = 0;
            for (int j = 0; j < columns(); j++) {
                double distance = row[j] - source.origin[j];
                fitted += shifted[j] * distance;
                rest += remainder[j] * distance;
            }
            return (y - source.origin[source.p]) - fitted - rest;
        }

        /** Nothing yet; for a pass over the rows that this solution was made of. */
        Residuals residuals() {
            return new Residuals(this);
        }

        /** Weighted mean of each column; with an intercept only. */
        List<Double> columnMeans() {
            Double[] means = new Double[columns()];
            means[0] = 1.0;
            for (int j = 1; j < means.length; j++) {
                means[j] = source.factor[0][j] / source.factor[0][0] + source.origin[j];
            }
            return List.of(means);
        }

        /** Sum of squared deviations of a column from its mean; with an intercept only. */
        double columnSquares(int column) {
            double squares = 0;
            for (int i = 1; i <= column; i++) {
                squares += source.factor[i][column] * source.factor[i][column];
            }
            return squares;
        }
    }

    /** The residuals of a solution in twice the precision: their squares, and what the columns explain of them yet. */
    static final class Residuals {

        private final Solution solution;
        private final Sum[] gradient;
        private final Sum squares = new Sum();

        private Residuals(Solution solution) {
            this.solution = solution;
            gradient = new Sum[solution.columns()];
            Arrays.setAll(gradient, j -> new Sum());
        }

        /** Adds one row with a positive weight. */
        void add(double[] row, double y, double weight) {
            double[] origin = solution.source.origin;
            Sum residual = new Sum().add(y).add(-origin[gradient.length]);
            for (int j = 0; j < gradient.length; j++) {
                residual.addProduct(-solution.shifted[j], row[j]);
                residual.addProduct(solution.shifted[j], origin[j]);
                residual.addProduct(-solution.remainder[j], row[j] - origin[j]);
            }
            double high = residual.value();
            double low = residual.remainder();
            squares.addProduct(weight * high, high);
            for (int j = 0; j < gradient.length; j++) {
                gradient[j].addProduct(weight * high, row[j]);
                gradient[j].addProduct(-weight * high, origin[j]);
                gradient[j].addProduct(weight * low, row[j] - origin[j]);
            }
        }

        /** R^-T g: the residuals' components along the columns, which vanish at the solution. */
        private double[] projection() {
            double[] projection = new double[gradient.length];
            for (int j = 0; j < projection.length; j++) {
                Sum sum = new Sum();
                for (int i = 0; i <= j; i++) {
                    sum.addProduct(solution.inverse[i][j], gradient[i].value());
                }
                projection[j] = sum.value();
            }
            return projection;
        }

        /** Sum of squares that the columns explain of the residuals; not a number beyond the range. */
        double explainedSquares() {
            double squares = 0;
            for (double component : projection()) {
                squares += component * component;
            }
            return squares;
        }
    }
}
