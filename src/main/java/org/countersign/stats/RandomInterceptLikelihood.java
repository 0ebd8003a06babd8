package org.countersign.stats;

/**
 * The likelihood of a random-intercept model as a function of the ratio sb²/s² alone, over rows with their clusters'
 * sums; the outcome is taken from its first value where there is an intercept.
 */
final class RandomInterceptLikelihood {

    private final DesignMatrix design;
    private final double[] outcome;
    private final Clusters clusters;
    private final double origin;
    private final double[][] columnSums;
    private final double[] outcomeSums;

    RandomInterceptLikelihood(DesignMatrix design, double[] outcome, Clusters clusters) {
        this.design = design;
        this.outcome = outcome;
        this.clusters = clusters;
        this.origin = design.hasIntercept() && outcome.length > 0 ? outcome[0] : 0;
        columnSums = new double[clusters.count()][design.columns()];
        outcomeSums = new double[clusters.count()];
        double[] row = new double[design.columns()];
        for (int i = 0; i < outcome.length; i++) {
            design.row(i, row);
            int g = clusters.of(i);
            outcomeSums[g] += outcome[i] - origin;
            for (int j = 0; j < row.length; j++) {
                columnSums[g][j] += row[j];
            }
        }
    }

    DesignMatrix design() {
        return design;
    }

    /** What the outcome is taken from. */
    double origin() {
        return origin;
    }

    int rows() {
        return outcome.length;
    }

    Clusters clusters() {
        return clusters;
    }

    double[] columnSums(int cluster) {
        return columnSums[cluster];
    }

    /** The sum of squared residuals, and into {@code sums} the residuals' sum within each cluster. */
    double residuals(double[] coefficients, double[] sums) {
        double[] row = new double[design.columns()];
        Sum squares = new Sum();
        for (int i = 0; i < outcome.length; i++) {
            design.row(i, row);
            double residual = outcome[i] - origin;
            for (int j = 0; j < row.length; j++) {
                residual -= coefficients[j] * row[j];
            }
            sums[clusters.of(i)] += residual;
            squares.addProduct(residual, residual);
        }
        return squares.value();
    }

    LeastSquares transformed(double ratio) {
        LeastSquares squares = new LeastSquares(design.columns(), false);
        double[] row = new double[design.columns()];
        for (int i = 0; i < outcome.length; i++) {
            design.row(i, row);
            int g = clusters.of(i);
            double size = clusters.size(g);
            double share = (1 - 1 / Math.sqrt(1 + ratio * size)) / size;
            for (int j = 0; j < row.length; j++) {
                row[j] -= share * columnSums[g][j];
            }
            squares.add(row, outcome[i] - origin - share * outcomeSums[g], 1);
        }
        return squares;
    }

    double logVarianceDeterminant(double ratio) {
        Sum sum = new Sum();
        for (int g = 0; g < clusters.count(); g++) {
            sum.add(Math.log1p(ratio * clusters.size(g)));
        }
        return sum.value();
    }

    /** d deviance / d ratio. */
    double derivative(double ratio, RandomInterceptModel.Criterion criterion) {
        LeastSquares.Solution solution = transformed(ratio).solve();
        int p = solution.columns();
        double[] b = solution.coefficients();
        double[][] covariance = solution.unscaledCovariance();
        Sum trace = new Sum();
        Sum squares = new Sum();
        Sum determinant = new Sum();
        for (int g = 0; g < clusters.count(); g++) {
            double shrink = 1 / (1 + ratio * clusters.size(g));
            double residualSum = outcomeSums[g];
            double quadratic = 0;
            for (int j = 0; j < p; j++) {
                residualSum -= b[j] * columnSums[g][j];
                for (int k = 0; k < p; k++) {
                    quadratic += columnSums[g][j] * covariance[j][k] * columnSums[g][k];
                }
            }
            squares.add(residualSum * shrink * residualSum * shrink);
            trace.add(quadratic * shrink * shrink);
            determinant.add(clusters.size(g) * shrink);
        }
        boolean restricted = criterion == RandomInterceptModel.Criterion.REML;
        double n = outcome.length - (restricted ? p : 0);
        return determinant.value()
                - n * squares.value() / solution.residualSquares()
                - (restricted ? trace.value() : 0);
    }
}
