package org.countersign.stats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealMatrix;

/** The exchange of perfectly fitted observations that ends at the minimum of a quantile regression's loss. */
final class QuantileSearch {

    private static final int MAX_EXCHANGES = 100_000;

    /** Below this share of their lengths' product, the product of two vectors is rounding. */
    static final double DEPENDENT = 1e-12;

    /** The year of Koenker and Bassett's paper. */
    private static final long JITTER_SEED = 1978;

    private final double[][] x;
    private final double[] y;
    private final double[] perturbed;
    private final int p;
    private final double tau;

    QuantileSearch(DesignMatrix design, double[] outcome, double tau) {
        this.y = outcome;
        this.p = design.columns();
        this.tau = tau;
        x = new double[outcome.length][p];
        double spread = FrequencyTable.of(outcome).moments().standardDeviation();
        perturbed = new double[outcome.length];
        SplittableRandom jitter = new SplittableRandom(JITTER_SEED);
        for (int i = 0; i < outcome.length; i++) {
            design.row(i, x[i]);
            // Ties would let the exchange run in circles; a jitter far below the data's digits parts them.
            perturbed[i] = outcome[i] + spread * 1e-10 * (jitter.nextDouble() - 0.5);
        }
    }

    private QuantileSearch(QuantileSearch other, double tau) {
        this.x = other.x;
        this.y = other.y;
        this.perturbed = other.perturbed;
        this.p = other.p;
        this.tau = tau;
    }

    /** The same rows at another quantile. */
    QuantileSearch at(double otherTau) {
        return new QuantileSearch(this, otherTau);
    }

    double[][] rows() {
        return x;
    }

    /** The outcome with ties parted. */
    double[] parted() {
        return perturbed;
    }

    /**
     * The observations that are fitted perfectly at the minimum; empty if the exchange does not end.
     *
     * @param start where to begin, independent
     */
    Optional<int[]> from(int[] start) {
        int[] basis = start.clone();
        for (int exchange = 0; exchange < MAX_EXCHANGES; exchange++) {
            RealMatrix inverse = inverse(basis);
            if (!improve(basis, inverse, times(inverse, basis, perturbed))) {
                return Optional.of(basis);
            }
        }
        return Optional.empty();
    }

    /** The coefficients that fit some observations perfectly. */
    double[] coefficients(int[] basis) {
        return times(inverse(basis), basis, y);
    }

    /** Independent rows, those nearest to the least-squares fit first. */
    int[] start(LinearModel.Result least) {
        Integer[] order = new Integer[y.length];
        double[] distance = new double[y.length];
        for (int i = 0; i < y.length; i++) {
            order[i] = i;
            distance[i] = Math.abs(least.solution().residual(x[i], y[i]));
        }
        Arrays.sort(order, (i, j) -> Double.compare(distance[i], distance[j]));
        List<double[]> orthogonal = new ArrayList<>();
        List<Integer> chosen = new ArrayList<>();
        for (int i = 0; i < order.length && chosen.size() < p; i++) {
            double[] rest = x[order[i]].clone();
            double before = norm(rest);
            for (double[] direction : orthogonal) {
                double share = dot(rest, direction);
                for (int j = 0; j < p; j++) {
                    rest[j] -= share * direction[j];
                }
            }
            double after = norm(rest);
            if (after > 1e-9 * before) {
                for (int j = 0; j < p; j++) {
                    rest[j] /= after;
                }
                orthogonal.add(rest);
                chosen.add(order[i]);
            }
        }
        return chosen.stream().mapToInt(Integer::intValue).toArray();
    }

    RealMatrix inverse(int[] basis) {
        double[][] rows = new double[p][];
        for (int j = 0; j < p; j++) {
            rows[j] = x[basis[j]];
        }
        return new LUDecomposition(new Array2DRowRealMatrix(rows), 0)
                .getSolver()
                .getInverse();
    }

    private double[] times(RealMatrix inverse, int[] basis, double[] outcome) {
        double[] fitted = new double[p];
        for (int j = 0; j < p; j++) {
            fitted[j] = outcome[basis[j]];
        }
        return inverse.operate(fitted);
    }

    /** Moves along the steepest descending edge to its lowest point; false where there is none. */
    private boolean improve(int[] basis, RealMatrix inverse, double[] b) {
        boolean[] inBasis = new boolean[y.length];
        for (int i : basis) {
            inBasis[i] = true;
        }
        double[] residuals = new double[y.length];
        double[] pull = new double[p];
        for (int i = 0; i < y.length; i++) {
            if (!inBasis[i]) {
                residuals[i] = perturbed[i] - dot(x[i], b);
                double weight = residuals[i] < 0 ? tau - 1 : tau;
                for (int j = 0; j < p; j++) {
                    pull[j] += weight * x[i][j];
                }
            }
        }
        // Lowering the residual of basis row j by one changes b by -column j of the inverse, and the loss by:
        double[] slopes = inverse.preMultiply(pull);
        int leaving = -1;
        int side = 0;
        double steepest = -1e-9;
        for (int j = 0; j < p; j++) {
            double up = -slopes[j] + (1 - tau);
            double down = slopes[j] + tau;
            if (up < steepest) {
                steepest = up;
                leaving = j;
                side = 1;
            }
            if (down < steepest) {
                steepest = down;
                leaving = j;
                side = -1;
            }
        }
        if (leaving < 0) {
            return false;
        }
        int entering = lowestPoint(inverse.getColumn(leaving), side, residuals, inBasis, steepest);
        if (entering < 0) {
            return false;
        }
        basis[leaving] = entering;
        return true;
    }

    /** The observation whose residual changes sign where the slope along the edge turns positive. */
    private int lowestPoint(double[] direction, int side, double[] residuals, boolean[] inBasis, double slope) {
        List<double[]> crossings = new ArrayList<>();
        double length = norm(direction);
        for (int i = 0; i < y.length; i++) {
            if (!inBasis[i]) {
                double rate = side * dot(x[i], direction);
                double step = residuals[i] / rate;
                if (Math.abs(rate) > DEPENDENT * length * norm(x[i]) && step > 0) {
                    crossings.add(new double[] {step, Math.abs(rate), i});
                }
            }
        }
        crossings.sort((first, second) -> Double.compare(first[0], second[0]));
        double current = slope;
        for (double[] crossing : crossings) {
            current += crossing[1];
            if (current >= 0) {
                return (int) crossing[2];
            }
        }
        return -1;
    }

    double dot(double[] a, double[] b) {
        double sum = 0;
        for (int j = 0; j < p; j++) {
            sum += a[j] * b[j];
        }
        return sum;
    }

    double norm(double[] a) {
        return Math.sqrt(dot(a, a));
    }
}
