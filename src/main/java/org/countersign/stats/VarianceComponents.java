package org.countersign.stats;

import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;

/**
 * How uncertain variance components s² and sb² make the tests of a random-intercept model's coefficients: Satterthwaite's
 * degrees of freedom, from the observed information of the components, and Kenward and Roger's, from the expected one,
 * with their covariance.
 *
 * <p>Everything is taken in units of s and in the coordinates x R^-1 of the whitened rows, where the coefficients'
 * covariance is the identity. A cluster of size m has the covariance I + r J, r the ratio sb²/s²; its inverse is I - s J
 * with s = r/(1 + r m), and h = 1/(1 + r m) is what it does to a constant. Component 0 is s² (matrix I), component 1 is
 * sb² (matrix J), so that all matrices are sums over the clusters' column sums.
 */
final class VarianceComponents {

    private static final double SAME = 1e-8;

    private final RandomInterceptLikelihood data;
    private final LeastSquares.Solution solution;
    private final double ratio;
    private final double variance;
    private final RandomInterceptModel.Criterion criterion;
    private final int p;
    private final RealMatrix[] slopes;
    private final RealMatrix[][] curvatures;
    private final RealMatrix expectedInformation;
    private final RealMatrix plainInformation;

    VarianceComponents(
            RandomInterceptLikelihood data,
            LeastSquares.Solution solution,
            double ratio,
            double variance,
            RandomInterceptModel.Criterion criterion) {
        this.data = data;
        this.solution = solution;
        this.ratio = ratio;
        this.variance = variance;
        this.criterion = criterion;
        this.p = solution.columns();
        RealMatrix identity = MatrixUtils.createRealIdentityMatrix(p);
        RealMatrix[] p0p1 = {identity.copy(), zero()};
        RealMatrix[][] q = {{identity.copy(), zero()}, {zero(), zero()}};
        plainInformation = new Array2DRowRealMatrix(2, 2);
        for (int g = 0; g < data.clusters().count(); g++) {
            double m = data.clusters().size(g);
            double h = 1 / (1 + ratio * m);
            double s = ratio * h;
            RealMatrix outer = outer(columnSums(g));
            // X'X is the identity plus s c c' summed; a matrix I - a J in the middle takes off a c c'.
            p0p1[0] = p0p1[0].add(outer.scalarMultiply(s - (1 - h * h) / m));
            p0p1[1] = p0p1[1].add(outer.scalarMultiply(h * h));
            q[0][0] = q[0][0].add(outer.scalarMultiply(s - (1 - h * h * h) / m));
            q[0][1] = q[0][1].add(outer.scalarMultiply(h * h * h));
            q[1][1] = q[1][1].add(outer.scalarMultiply(h * h * h * m));
            plainInformation.addToEntry(0, 0, m - 1 + h * h);
            plainInformation.addToEntry(0, 1, h * h * m);
            plainInformation.addToEntry(1, 1, h * h * m * m);
        }
        q[1][0] = q[0][1];
        plainInformation.setEntry(1, 0, plainInformation.getEntry(0, 1));
        slopes = p0p1;
        curvatures = q;
        expectedInformation = plainInformation.copy();
        for (int i = 0; i < 2; i++) {
            for (int j = 0; j < 2; j++) {
                expectedInformation.addToEntry(
                        i,
                        j,
                        -2 * q[i][j].getTrace() + slopes[i].multiply(slopes[j]).getTrace());
            }
        }
    }

    private RealMatrix zero() {
        return new Array2DRowRealMatrix(p, p);
    }

    private double[] columnSums(int cluster) {
        double[] sums = new double[p];
        solution.orthogonal(data.columnSums(cluster), sums);
        return sums;
    }

    private RealMatrix outer(double[] c) {
        ArrayRealVector vector = new ArrayRealVector(c, false);
        return vector.outerProduct(vector);
    }

    /** A coefficient's row of R^-1. */
    private RealVector direction(int column) {
        double[] unit = new double[p];
        unit[column] = 1;
        double[] direction = new double[p];
        solution.orthogonal(unit, direction);
        return new ArrayRealVector(direction, false);
    }

    /**
     * Twice the inverse of the observed information of the components, in units of s⁴, and the degrees of freedom with
     * it.
     */
    Computation<Satterthwaite> satterthwaite() {
        if (ratio == 0) {
            double n = data.rows();
            return Computation.of(
                    new Satterthwaite(zeroComponents(), criterion == RandomInterceptModel.Criterion.REML ? n - p : n));
        }
        RealMatrix information = observedInformation();
        double determinant = new LUDecomposition(information, 0).getDeterminant();
        if (!(information.getEntry(0, 0) > 0 && determinant > 0)) {
            return Computation.notComputed(
                    NotComputed.Reason.NO_CONVERGENCE,
                    "the likelihood does not curve at the variances' estimates, so the degrees of freedom are undetermined",
                    "use z tests, `freedom: normal`");
        }
        return Computation.of(new Satterthwaite(inverse(information).scalarMultiply(2), Double.NaN));
    }

    private static RealMatrix zeroComponents() {
        return new Array2DRowRealMatrix(2, 2);
    }

    /** Second derivatives of the deviance by the components. */
    private RealMatrix observedInformation() {
        double[] residualSums = new double[data.clusters().count()];
        double squares = data.residuals(solution.coefficients(), residualSums) / variance;
        RealMatrix moments = new Array2DRowRealMatrix(2, 2);
        RealVector z0 = new ArrayRealVector(p);
        RealVector z1 = new ArrayRealVector(p);
        moments.setEntry(0, 0, squares);
        for (int g = 0; g < residualSums.length; g++) {
            double m = data.clusters().size(g);
            double h = 1 / (1 + ratio * m);
            double s = ratio * h;
            double sum = residualSums[g] / Math.sqrt(variance);
            double shrunk = h * sum;
            moments.addToEntry(0, 0, -2 * s * sum * sum + s * s * m * sum * sum - s * shrunk * shrunk);
            moments.addToEntry(0, 1, h * shrunk * shrunk);
            moments.addToEntry(1, 1, h * m * shrunk * shrunk);
            RealVector c = new ArrayRealVector(columnSums(g), false);
            z0 = z0.subtract(c.mapMultiply(s * shrunk));
            z1 = z1.add(c.mapMultiply(h * shrunk));
        }
        moments.setEntry(1, 0, moments.getEntry(0, 1));
        RealVector[] z = {z0, z1};
        RealMatrix information = (criterion == RandomInterceptModel.Criterion.REML
                        ? expectedInformation
                        : plainInformation)
                .scalarMultiply(-1);
        for (int i = 0; i < 2; i++) {
            for (int j = 0; j < 2; j++) {
                information.addToEntry(i, j, 2 * (moments.getEntry(i, j) - z[i].dotProduct(z[j])));
            }
        }
        return information;
    }

    private static RealMatrix inverse(RealMatrix matrix) {
        return new LUDecomposition(matrix, 0).getSolver().getInverse();
    }

    /** 2 V² over the variance of V, V the squared length of a direction. */
    private double freedom(RealVector direction, RealMatrix componentCovariance) {
        RealVector gradient = new ArrayRealVector(new double[] {
            direction.dotProduct(slopes[0].operate(direction)), direction.dotProduct(slopes[1].operate(direction))
        });
        double length = direction.dotProduct(direction);
        return 2 * length * length / gradient.dotProduct(componentCovariance.operate(gradient));
    }

    /** The directions of some coefficients, one a row. */
    private RealMatrix directions(List<Integer> columns) {
        RealMatrix rows = new Array2DRowRealMatrix(columns.size(), p);
        for (int i = 0; i < columns.size(); i++) {
            rows.setRowVector(i, direction(columns.get(i)));
        }
        return rows;
    }

    private RealVector estimates(List<Integer> columns) {
        double[] all = solution.coefficients();
        return new ArrayRealVector(columns.stream().mapToDouble(j -> all[j]).toArray(), false);
    }

    /** An F with its denominator. */
    record FTest(double statistic, double denominatorFreedom) {}

    /** Satterthwaite's degrees of freedom. */
    final class Satterthwaite {

        private final RealMatrix componentCovariance;
        private final double residual;

        /**
         * @param residual degrees of freedom of every coefficient where there is no variance between clusters
         */
        private Satterthwaite(RealMatrix componentCovariance, double residual) {
            this.componentCovariance = componentCovariance;
            this.residual = residual;
        }

        double freedom(int column) {
            return Double.isNaN(residual)
                    ? VarianceComponents.this.freedom(direction(column), componentCovariance)
                    : residual;
        }

        /** Several coefficients at once, by their independent combinations (Fai and Cornelius 1996). */
        FTest test(List<Integer> columns) {
            int q = columns.size();
            RealMatrix rows = directions(columns);
            EigenDecomposition eigen = new EigenDecomposition(rows.multiply(rows.transpose()));
            RealVector b = estimates(columns);
            double[] freedoms = new double[q];
            double statistic = 0;
            for (int m = 0; m < q; m++) {
                RealVector vector = eigen.getEigenvector(m);
                double t = vector.dotProduct(b);
                statistic += t * t / (variance * eigen.getRealEigenvalue(m)) / q;
                freedoms[m] = Double.isNaN(residual)
                        ? VarianceComponents.this.freedom(rows.preMultiply(vector), componentCovariance)
                        : residual;
            }
            return new FTest(statistic, pooled(freedoms));
        }

        private double pooled(double[] freedoms) {
            double expectation = 0;
            boolean same = true;
            for (double freedom : freedoms) {
                if (freedom <= 2) {
                    return 2;
                }
                same &= Math.abs(freedom - freedoms[0]) < SAME;
                expectation += freedom / (freedom - 2);
            }
            return same ? freedoms[0] : 2 * expectation / (expectation - freedoms.length);
        }
    }

    /** Kenward and Roger's degrees of freedom, scale and covariance. */
    final class KenwardRoger {

        private final RealMatrix componentCovariance =
                inverse(expectedInformation).scalarMultiply(2);

        double freedom(int column) {
            return VarianceComponents.this.freedom(direction(column), componentCovariance);
        }

        /** The adjusted covariance of the coefficients. */
        double[][] covariance() {
            RealMatrix adjusted = MatrixUtils.createRealIdentityMatrix(p);
            for (int i = 0; i < 2; i++) {
                for (int j = 0; j < 2; j++) {
                    adjusted = adjusted.add(curvatures[i][j]
                            .subtract(slopes[i].multiply(slopes[j]))
                            .scalarMultiply(2 * componentCovariance.getEntry(i, j)));
                }
            }
            return solution.sandwich(adjusted.scalarMultiply(variance).getData());
        }

        /** Several coefficients at once: a scaled F. */
        FTest test(List<Integer> columns) {
            int q = columns.size();
            RealMatrix rows = directions(columns);
            RealMatrix projector = rows.transpose()
                    .multiply(inverse(rows.multiply(rows.transpose())))
                    .multiply(rows);
            double a1 = 0;
            double a2 = 0;
            for (int i = 0; i < 2; i++) {
                RealMatrix first = projector.multiply(slopes[i]);
                for (int j = 0; j < 2; j++) {
                    RealMatrix second = projector.multiply(slopes[j]);
                    double w = componentCovariance.getEntry(i, j);
                    a1 += w * first.getTrace() * second.getTrace();
                    a2 += w * first.multiply(second).getTrace();
                }
            }
            double b = (a1 + 6 * a2) / (2 * q);
            double g = ((q + 1) * a1 - (q + 4) * a2) / ((q + 2) * a2);
            double denominator = 3 * q + 2 * (1 - g);
            double v0 = 1 + g / denominator * b;
            double v1 = 1 - (q - g) / denominator * b;
            double v2 = 1 - (q + 2 - g) / denominator * b;
            double rest = 1 - a2 / q;
            double rho = rest * rest * v0 / (q * v1 * v1 * v2);
            double freedom = 4 + (q + 2) / (q * rho - 1);
            double scale = Math.abs(freedom - 2) < 1e-2 ? 1 : freedom * rest / (freedom - 2);
            int[] chosen = columns.stream().mapToInt(Integer::intValue).toArray();
            RealMatrix covariance = new Array2DRowRealMatrix(covariance()).getSubMatrix(chosen, chosen);
            RealVector estimates = estimates(columns);
            double statistic =
                    scale / q * estimates.dotProduct(inverse(covariance).operate(estimates));
            return new FTest(statistic, freedom);
        }
    }
}
