package org.countersign.stats;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;

/**
 * Quantile regression: the coefficients that minimise sum of rho(y - x'b), rho(r) = r (tau - 1[r &lt; 0]); median
 * regression for tau = 1/2. Exact: the minimum lies where p observations are fitted perfectly, and is reached by
 * exchanging them one at a time along the steepest edge. Where several coefficients minimise, one of them is returned.
 *
 * <p>Intervals and tests, all by t on n - p degrees of freedom, as R's {@code summary.rq}: by inverting the rank-score
 * test (default); by the sandwich of densities that differ from row to row (nid), from fits at tau ± h, h the bandwidth
 * of Hall and Sheather (1988); for independent, identically distributed errors (iid), s² tau (1 - tau) (X'X)^-1 with the
 * sparsity s from the residuals nearest to 0.
 *
 * @param tau the quantile, strictly between 0 and 1
 * @param errors the intervals and tests
 * @param level confidence level
 */
public record QuantileRegression(double tau, Errors errors, double level) {

    /** What R's {@code summary.rq} takes off a distance, the root of a double's epsilon. */
    private static final double ROUNDING = 1.4901161193847656e-8;

    /** A residual up to this share of the largest, or of 1, is rounding. */
    private static final double FITTED = 1e-9;

    private static final Reference KOENKER_BASSETT = Reference.of(
            "Koenker R, Bassett G", 1978, "Regression quantiles", "Econometrica 46:33-50", "10.2307/1913643");
    private static final Reference HALL_SHEATHER = Reference.of(
            "Hall P, Sheather SJ",
            1988,
            "On the distribution of a Studentized quantile",
            "Journal of the Royal Statistical Society B 50:381-391",
            "10.1111/j.2517-6161.1988.tb01735.x");

    private static final Reference KOENKER = Reference.of(
            "Koenker R",
            1994,
            "Confidence intervals for regression quantiles",
            "Asymptotic Statistics, Physica, Heidelberg, 349-359");
    private static final Reference HENDRICKS_KOENKER = Reference.of(
            "Hendricks W, Koenker R",
            1992,
            "Hierarchical spline models for conditional quantiles and the demand for electricity",
            "Journal of the American Statistical Association 87:58-68",
            "10.1080/01621459.1992.10475175");

    /** Intervals and tests. */
    public enum Errors {
        RANK("rank", "intervals by inversion of the rank-score test"),
        NID("nid", "standard errors for errors that differ in distribution"),
        IID("iid", "standard errors for identically distributed errors");

        private final String id;
        private final String label;

        Errors(String id, String label) {
            this.id = id;
            this.label = label;
        }

        private Reference reference() {
            return switch (this) {
                case RANK -> KOENKER;
                case NID -> HENDRICKS_KOENKER;
                case IID -> HALL_SHEATHER;
            };
        }

        public String id() {
            return id;
        }
    }

    /**
     * @throws IllegalArgumentException if {@code tau} or {@code level} is outside (0, 1)
     */
    public QuantileRegression {
        requireNonNull(errors);
        Require.that(tau > 0 && tau < 1, "tau", tau, "a number strictly between 0 and 1");
        Require.level(level);
    }

    /** The median, rank inversion, 95%. */
    public static QuantileRegression withDefaults() {
        return new QuantileRegression(0.5, Errors.RANK, 0.95);
    }

    public QuantileRegression withTau(double newTau) {
        return new QuantileRegression(newTau, errors, level);
    }

    public QuantileRegression with(Errors newErrors) {
        return new QuantileRegression(tau, newErrors, level);
    }

    public QuantileRegression withLevel(double newLevel) {
        return new QuantileRegression(tau, errors, newLevel);
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
        return start.flatMap(least -> new Fit(design, outcome, least).solve());
    }

    /** What is fitted, and to what. */
    private final class Fit {

        private final DesignMatrix design;
        private final double[] y;
        private final QuantileSearch search;
        private final int[] start;
        private final int n;
        private final int p;

        Fit(DesignMatrix design, double[] outcome, LinearModel.Result least) {
            this.design = design;
            this.y = outcome;
            this.search = new QuantileSearch(design, outcome, tau);
            this.start = search.start(least);
            this.n = outcome.length;
            this.p = design.columns();
        }

        Computation<Result> solve() {
            if (start.length < p) {
                return Computation.notComputed(
                        NotComputed.Reason.SINGULAR_DESIGN,
                        "no p rows are independent",
                        "check the covariates' coding");
            }
            Optional<int[]> basis = search.from(start);
            if (basis.isEmpty()) {
                return endless();
            }
            double[] b = search.coefficients(basis.get());
            double loss = 0;
            double[] residuals = new double[n];
            for (int i = 0; i < n; i++) {
                residuals[i] = y[i] - search.dot(search.rows()[i], b);
                loss += residuals[i] * (residuals[i] < 0 ? tau - 1 : tau);
            }
            double total = loss;
            return switch (errors) {
                case IID -> sparsity(residuals).map(s -> result(b, total, scaled(cross(), s * s * tau * (1 - tau))));
                case NID -> sandwich().map(covariance -> result(b, total, covariance));
                case RANK -> inverted(basis.get(), b, total);
            };
        }

        private <T> Computation<T> endless() {
            return Computation.notComputed(
                    NotComputed.Reason.NO_CONVERGENCE, "the exchange did not end", "use fewer covariates");
        }

        private Result result(double[] b, double loss, double[][] covariance) {
            List<Coefficient> coefficients = new ArrayList<>();
            for (int j = 0; j < p; j++) {
                coefficients.add(new Coefficient(
                        design.names().get(j),
                        design.slugs().get(j),
                        b[j],
                        Math.sqrt(Math.max(0, covariance[j][j])),
                        n - (double) p,
                        level));
            }
            return new Result(QuantileRegression.this, coefficients, List.of(), loss, n, design, Outcome.of(y));
        }

        /** (X'X)^-1. */
        private double[][] cross() {
            LeastSquares squares = new LeastSquares(p, design.hasIntercept());
            for (double[] row : search.rows()) {
                squares.add(row, 0, 1);
            }
            return squares.solve().unscaledCovariance();
        }

        private static double[][] scaled(double[][] matrix, double factor) {
            return new Array2DRowRealMatrix(matrix, false)
                    .scalarMultiply(factor)
                    .getData();
        }

        /** Slope of the residuals nearest to 0 against their rank over n - p, those of the fitted rows left out. */
        private Computation<Double> sparsity(double[] residuals) {
            double[] byDistance = Arrays.stream(residuals)
                    .boxed()
                    .sorted(Comparator.comparingDouble(Math::abs))
                    .mapToDouble(Double::doubleValue)
                    .toArray();
            double spread = Math.max(Math.abs(byDistance[n - 1]), Double.MIN_NORMAL);
            int fitted = 0;
            while (fitted < n && Math.abs(byDistance[fitted]) < FITTED * Math.max(1, spread)) {
                fitted++;
            }
            int wanted = Math.max(p + 1, (int) Math.ceil(n * bandwidth()));
            int last = Math.min(n, fitted + wanted + 1);
            if (last - fitted < 3 || n <= p) {
                return Computation.notComputed(
                        NotComputed.Reason.TOO_FEW_OBSERVATIONS,
                        "all but " + (last - fitted) + " observations are fitted perfectly",
                        "use rank inversion, or fewer covariates");
            }
            double[] nearest = Arrays.copyOfRange(byDistance, fitted, last);
            Arrays.sort(nearest);
            double[] ranks = new double[nearest.length];
            for (int i = 0; i < ranks.length; i++) {
                ranks[i] = (fitted + 1.0 + i) / (n - p);
            }
            DesignMatrix line =
                    DesignMatrix.builder(ranks.length).numeric("rank", ranks).build();
            return LinearModel.withDefaults().compute(line, nearest).flatMap(least -> {
                QuantileSearch slope = new QuantileSearch(line, nearest, 0.5);
                return slope.from(slope.start(least))
                        .map(basis -> Computation.of(slope.coefficients(basis)[1]))
                        .orElseGet(this::endless);
            });
        }

        /** Hall and Sheather's, for 95% whatever the level. */
        private double bandwidth() {
            double z = Tails.normalQuantile(tau);
            double density = Tails.normalDensity(z);
            return Math.pow(n, -1.0 / 3)
                    * Math.pow(Tails.normalCritical(0.95), 2.0 / 3)
                    * Math.pow(1.5 * density * density / (2 * z * z + 1), 1.0 / 3);
        }

        /** tau (1 - tau) H^-1 X'X H^-1, H = X'FX, F the densities from the fits at tau + h and tau - h. */
        private Computation<double[][]> sandwich() {
            double h = bandwidth();
            while (tau - h < 0 || tau + h > 1) {
                h /= 2;
            }
            Optional<int[]> above = search.at(tau + h).from(start);
            Optional<int[]> below = search.at(tau - h).from(start);
            if (above.isEmpty() || below.isEmpty()) {
                return endless();
            }
            double[] high = search.coefficients(above.get());
            double[] low = search.coefficients(below.get());
            RealMatrix weighted = new Array2DRowRealMatrix(p, p);
            RealMatrix plain = new Array2DRowRealMatrix(p, p);
            for (double[] row : search.rows()) {
                double distance = search.dot(row, high) - search.dot(row, low);
                double density = Math.max(0, 2 * h / (distance - ROUNDING));
                RealVector vector = new ArrayRealVector(row, false);
                RealMatrix outer = vector.outerProduct(vector);
                plain = plain.add(outer);
                weighted = weighted.add(outer.scalarMultiply(density));
            }
            LUDecomposition decomposition = new LUDecomposition(weighted, 0);
            if (decomposition.getSolver().isNonSingular()) {
                RealMatrix inverse = decomposition.getSolver().getInverse();
                RealMatrix covariance =
                        inverse.multiply(plain).multiply(inverse).scalarMultiply(tau * (1 - tau));
                if (Double.isFinite(covariance.getFrobeniusNorm())) {
                    return Computation.of(covariance.getData());
                }
            }
            return Computation.notComputed(
                    NotComputed.Reason.UNDEFINED,
                    "the fits at the neighbouring quantiles meet or cross, so the density is undetermined",
                    "use rank inversion, or standard errors for identically distributed errors");
        }

        private Computation<Result> inverted(int[] basis, double[] b, double loss) {
            if (p < 2 || n <= p) {
                return Computation.notComputed(
                        NotComputed.Reason.UNDEFINED,
                        "the rank-score test needs another column beside the one that is tested",
                        "describe the quantile without a model, or use the interval for identically distributed errors");
            }
            double[][] cross = cross();
            RankInversion inversion = new RankInversion(search, tau, basis);
            double critical = Tails.tCritical(level, n - (double) p);
            List<Coefficient> coefficients = new ArrayList<>();
            List<RankInversion.Inversion> inversions = new ArrayList<>();
            for (int j = 0; j < p; j++) {
                coefficients.add(
                        new Coefficient(design.names().get(j), design.slugs().get(j), b[j], 0, n - (double) p, level));
                inversions.add(inversion.of(j, 1 / cross[j][j], critical));
            }
            return Computation.of(
                    new Result(QuantileRegression.this, coefficients, inversions, loss, n, design, Outcome.of(y)));
        }
    }

    /** The outcome, for rivals. */
    static final class Outcome {

        private final double[] values;

        private Outcome(double[] values) {
            this.values = values;
        }

        static Outcome of(double[] values) {
            return new Outcome(values);
        }
    }

    /**
     * A fitted model.
     *
     * @param options the options used
     * @param coefficients one for each column; without a standard error under rank inversion
     * @param inversions interval and test of each coefficient under rank inversion; empty otherwise
     * @param loss the minimum
     * @param n number of observations
     */
    public record Result(
            QuantileRegression options,
            List<Coefficient> coefficients,
            List<RankInversion.Inversion> inversions,
            double loss,
            long n,
            DesignMatrix design,
            Outcome outcome)
            implements StatisticResult {

        public Result {
            requireNonNull(options);
            coefficients = List.copyOf(coefficients);
            inversions = List.copyOf(inversions);
        }

        @Override
        public Procedure procedure() {
            String which = options.tau == 0.5 ? "median regression" : "quantile regression at " + options.tau;
            return Procedure.of(
                    "quantile-regression-" + options.errors.id,
                    which + ", " + options.errors.label,
                    KOENKER_BASSETT,
                    options.errors.reference());
        }

        /**
         * For each column {@code <slug>.estimate, .ci.lower, .ci.upper, .se, .statistic, .p}, no {@code .se} under rank
         * inversion; then {@code loss, n}.
         */
        @Override
        public List<Quantity> quantities() {
            Quantities quantities = new Quantities();
            for (int j = 0; j < coefficients.size(); j++) {
                if (inversions.isEmpty()) {
                    coefficients.get(j).addTo(quantities);
                } else {
                    addInverted(quantities, coefficients.get(j), inversions.get(j));
                }
            }
            return quantities
                    .add("loss", "sum of weighted absolute residuals", QuantityKind.MEASUREMENT, loss)
                    .count("n", "number of observations", n)
                    .list();
        }

        private static void addInverted(
                Quantities quantities, Coefficient coefficient, RankInversion.Inversion inversion) {
            String slug = coefficient.slug();
            Computation<Double> statistic =
                    Double.isNaN(inversion.statistic()) ? endless() : Computation.of(inversion.statistic());
            quantities
                    .add(slug + ".estimate", coefficient.name(), QuantityKind.MEASUREMENT, coefficient.estimate())
                    .add(
                            slug + ".ci.lower",
                            Quantities.lowerLabel(coefficient.level()),
                            QuantityKind.MEASUREMENT,
                            limit(inversion.lower()))
                    .add(
                            slug + ".ci.upper",
                            Quantities.upperLabel(coefficient.level()),
                            QuantityKind.MEASUREMENT,
                            limit(inversion.upper()))
                    .add(slug + ".statistic", "rank score statistic", QuantityKind.STATISTIC, statistic)
                    .add(
                            slug + ".p",
                            "P-value",
                            QuantityKind.P_VALUE,
                            statistic.map(t -> Tails.t(t, coefficient.degreesOfFreedom(), Alternative.TWO_SIDED)));
        }

        private static <T> Computation<T> endless() {
            return Computation.notComputed(
                    NotComputed.Reason.NO_CONVERGENCE,
                    "the walk along the test's values did not end",
                    "use another kind of standard errors");
        }

        private static Computation<Double> limit(double value) {
            if (Double.isNaN(value)) {
                return endless();
            }
            return Double.isFinite(value)
                    ? Computation.of(value)
                    : Computation.notComputed(
                            NotComputed.Reason.NOT_REACHED,
                            "the test rejects no value on this side: there are too few observations",
                            "report the estimate alone, or a lower confidence level");
        }

        @Override
        public List<Rival> rivals() {
            return Arrays.stream(Errors.values())
                    .filter(other -> other != options.errors)
                    .map(other -> Rival.differing(
                            this,
                            other.id,
                            other.label,
                            () -> options.with(other).compute(design, outcome.values)))
                    .toList();
        }
    }
}
