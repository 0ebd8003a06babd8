package org.countersign.stats;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * Quantile regression: the coefficients that minimise sum of rho(y - x'b), rho(r) = r (tau - 1[r &lt; 0]); median
 * regression for tau = 1/2. Exact: the minimum lies where p observations are fitted perfectly, and is reached by
 * exchanging them one at a time along the steepest edge. Where several coefficients minimise, one of them is returned.
 *
 * <p>Standard errors for independent, identically distributed errors (Koenker and Bassett 1978):
 * s sqrt(tau (1 - tau)) (X'X)^-1/2 with the sparsity s from the residuals' quantiles at tau ± h, h the bandwidth of Hall
 * and Sheather (1988); t on n - p degrees of freedom.
 *
 * @param tau the quantile, strictly between 0 and 1
 * @param level confidence level
 */
public record QuantileRegression(double tau, double level) {

    private static final int MAX_EXCHANGES = 100_000;
    private static final Reference KOENKER_BASSETT = Reference.of(
            "Koenker R, Bassett G", 1978, "Regression quantiles", "Econometrica 46:33-50", "10.2307/1913643");
    private static final Reference HALL_SHEATHER = Reference.of(
            "Hall P, Sheather SJ",
            1988,
            "On the distribution of a Studentized quantile",
            "Journal of the Royal Statistical Society B 50:381-391",
            "10.1111/j.2517-6161.1988.tb01735.x");

    /**
     * @throws IllegalArgumentException if {@code tau} or {@code level} is outside (0, 1)
     */
    public QuantileRegression {
        Require.that(tau > 0 && tau < 1, "tau", tau, "a number strictly between 0 and 1");
        Require.level(level);
    }

    /** The median, 95%. */
    public static QuantileRegression withDefaults() {
        return new QuantileRegression(0.5, 0.95);
    }

    public QuantileRegression withTau(double newTau) {
        return new QuantileRegression(newTau, level);
    }

    public QuantileRegression withLevel(double newLevel) {
        return new QuantileRegression(tau, newLevel);
    }

    /**
     * The regression.
     *
     * @throws IllegalArgumentException if the lengths differ or a value is not finite
     */
    public Computation<Result> compute(DesignMatrix design, double[] outcome) {
        Require.finite("outcome", outcome);
        Require.sameLength("design", design.rows(), "outcome", outcome.length);
        Computation<LinearModel.Result> start = LinearModel.withDefaults().compute(design, outcome);
        return start.flatMap(least -> new Search(design, outcome).solve(least));
    }

    /** The exchange of fitted observations. */
    private final class Search {

        private final double[][] x;
        private final double[] y;
        private final double[] perturbed;
        private final int p;
        private final DesignMatrix design;

        Search(DesignMatrix design, double[] outcome) {
            this.design = design;
            this.y = outcome;
            this.p = design.columns();
            x = new double[outcome.length][p];
            double spread = FrequencyTable.of(outcome).moments().standardDeviation();
            perturbed = new double[outcome.length];
            for (int i = 0; i < outcome.length; i++) {
                design.row(i, x[i]);
                // Ties would let the exchange run in circles; a fixed jitter far below the data's digits parts them.
                perturbed[i] = outcome[i] + spread * 1e-10 * ((i * 0.6180339887498949) % 1 - 0.5);
            }
        }

        Computation<Result> solve(LinearModel.Result least) {
            int[] basis = start(least);
            if (basis.length < p) {
                return Computation.notComputed(
                        NotComputed.Reason.SINGULAR_DESIGN,
                        "no p rows are independent",
                        "check the covariates' coding");
            }
            for (int exchange = 0; exchange < MAX_EXCHANGES; exchange++) {
                RealMatrix inverse = inverse(basis);
                double[] b = times(inverse, basis, perturbed);
                if (!improve(basis, inverse, b)) {
                    return Computation.of(finish(times(inverse, basis, y)));
                }
            }
            return Computation.notComputed(
                    NotComputed.Reason.NO_CONVERGENCE, "the exchange did not end", "use fewer covariates");
        }

        /** Independent rows, those nearest to the least-squares fit first. */
        private int[] start(LinearModel.Result least) {
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

        private RealMatrix inverse(int[] basis) {
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
            for (int i = 0; i < y.length; i++) {
                if (!inBasis[i]) {
                    double rate = side * dot(x[i], direction);
                    double step = residuals[i] / rate;
                    if (rate != 0 && step > 0) {
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

        private double dot(double[] a, double[] b) {
            double sum = 0;
            for (int j = 0; j < p; j++) {
                sum += a[j] * b[j];
            }
            return sum;
        }

        private double norm(double[] a) {
            return Math.sqrt(dot(a, a));
        }

        private Result finish(double[] b) {
            double loss = 0;
            double[] residuals = new double[y.length];
            LeastSquares cross = new LeastSquares(p, design.hasIntercept());
            for (int i = 0; i < y.length; i++) {
                residuals[i] = y[i] - dot(x[i], b);
                loss += residuals[i] * (residuals[i] < 0 ? tau - 1 : tau);
                cross.add(x[i], 0, 1);
            }
            double[][] covariance = cross.solve().unscaledCovariance();
            double scale = sparsity(residuals) * Math.sqrt(tau * (1 - tau));
            List<Coefficient> coefficients = new ArrayList<>();
            for (int j = 0; j < p; j++) {
                coefficients.add(new Coefficient(
                        design.names().get(j),
                        design.slugs().get(j),
                        b[j],
                        scale * Math.sqrt(covariance[j][j]),
                        y.length - (double) p,
                        level));
            }
            return new Result(QuantileRegression.this, coefficients, loss, y.length);
        }

        private double sparsity(double[] residuals) {
            double z = Tails.normalQuantile(tau);
            double density = Tails.normalDensity(z);
            double n = residuals.length;
            double width = Math.pow(n, -1.0 / 3)
                    * Math.pow(Tails.normalCritical(level), 2.0 / 3)
                    * Math.pow(1.5 * density * density / (2 * z * z + 1), 1.0 / 3);
            double low = Math.max(0, tau - width);
            double high = Math.min(1, tau + width);
            FrequencyTable table = FrequencyTable.of(residuals);
            return (QuantileType.TYPE_7.quantile(table, high) - QuantileType.TYPE_7.quantile(table, low))
                    / (high - low);
        }
    }

    /**
     * A fitted model.
     *
     * @param options the options used
     * @param coefficients one for each column
     * @param loss the minimum
     * @param n number of observations
     */
    public record Result(QuantileRegression options, List<Coefficient> coefficients, double loss, long n)
            implements StatisticResult {

        public Result {
            requireNonNull(options);
            coefficients = List.copyOf(coefficients);
        }

        @Override
        public Procedure procedure() {
            String which = options.tau == 0.5 ? "median regression" : "quantile regression at " + options.tau;
            return Procedure.of("quantile-regression", which, KOENKER_BASSETT, HALL_SHEATHER);
        }

        /** For each column {@code <slug>.estimate, .ci.lower, .ci.upper, .se, .statistic, .p}; then {@code loss, n}. */
        @Override
        public List<Quantity> quantities() {
            Quantities quantities = new Quantities();
            coefficients.forEach(coefficient -> coefficient.addTo(quantities));
            return quantities
                    .add("loss", "sum of weighted absolute residuals", QuantityKind.MEASUREMENT, loss)
                    .count("n", "number of observations", n)
                    .list();
        }
    }
}
