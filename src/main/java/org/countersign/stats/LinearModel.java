package org.countersign.stats;

import static java.util.Objects.requireNonNull;
import static org.countersign.stats.QuantityKind.COEFFICIENT;
import static org.countersign.stats.QuantityKind.MEASUREMENT;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntUnaryOperator;

/**
 * Linear regression by ordinary or weighted least squares, y = Xb + e, by QR in one pass over the rows and O(p²)
 * memory.
 *
 * <p>Up to 50 000 rows the coefficients are refined from residuals in twice the precision until they stay, which gains
 * back what an ill-conditioned design costs.
 *
 * <p>Standard errors: classical, s²(X'WX)^-1 with s² = RSS/(n - p) (default); heteroscedasticity-consistent HC0 to HC3;
 * clustered CR1, with the factor G/(G - 1) (n - 1)/(n - p) and t on G - 1 degrees of freedom. Intervals and tests use t
 * on n - p degrees of freedom otherwise. R² and F compare with the intercept alone, or with zero where there is none.
 *
 * @param errors the standard errors
 * @param weighting what weights mean
 * @param level confidence level
 */
public record LinearModel(Errors errors, Weighting weighting, double level) {

    private static final int REFINED_ROWS = 50_000;
    private static final int REFINEMENTS = 5;

    private static final Reference LEAST_SQUARES = Reference.of(
            "Draper NR, Smith H",
            1998,
            "Applied Regression Analysis, 3rd edition",
            "Wiley, New York",
            "10.1002/9781118625590");
    private static final Reference WHITE = Reference.of(
            "White H",
            1980,
            "A heteroskedasticity-consistent covariance matrix estimator and a direct test for heteroskedasticity",
            "Econometrica 48:817-838",
            "10.2307/1912934");
    private static final Reference MACKINNON_WHITE = Reference.of(
            "MacKinnon JG, White H",
            1985,
            "Some heteroskedasticity-consistent covariance matrix estimators with improved finite sample properties",
            "Journal of Econometrics 29:305-325",
            "10.1016/0304-4076(85)90158-7");
    private static final Reference LIANG_ZEGER = Reference.of(
            "Liang KY, Zeger SL",
            1986,
            "Longitudinal data analysis using generalized linear models",
            "Biometrika 73:13-22",
            "10.1093/biomet/73.1.13");

    /** The estimators of the coefficients' covariance. */
    public enum Errors {
        CLASSICAL("classical", "classical standard errors", LEAST_SQUARES),
        HC0("hc0", "HC0 robust standard errors", WHITE),
        HC1("hc1", "HC1 robust standard errors", MACKINNON_WHITE),
        HC2("hc2", "HC2 robust standard errors", MACKINNON_WHITE),
        HC3("hc3", "HC3 robust standard errors", MACKINNON_WHITE),
        /** With {@link #computeClustered} only. */
        CR1("cr1", "CR1 cluster-robust standard errors", LIANG_ZEGER);

        private final String id;
        private final String label;
        private final Reference reference;

        Errors(String id, String label, Reference reference) {
            this.id = id;
            this.label = label;
            this.reference = reference;
        }

        public String id() {
            return id;
        }

        public String label() {
            return label;
        }
    }

    /** What a row's weight stands for. */
    public enum Weighting {
        /** So many equal rows; n is the sum of the weights. */
        FREQUENCY,
        /** The inverse of the row's variance up to a factor; n is the number of rows. As R's {@code lm(weights =)}. */
        PRECISION
    }

    /**
     * @throws IllegalArgumentException if {@code level} is outside (0, 1)
     */
    public LinearModel {
        requireNonNull(errors);
        requireNonNull(weighting);
        Require.level(level);
    }

    /** Classical standard errors, frequency weights, 95%. */
    public static LinearModel withDefaults() {
        return new LinearModel(Errors.CLASSICAL, Weighting.FREQUENCY, 0.95);
    }

    public LinearModel with(Errors newErrors) {
        return new LinearModel(newErrors, weighting, level);
    }

    public LinearModel with(Weighting newWeighting) {
        return new LinearModel(errors, newWeighting, level);
    }

    public LinearModel withLevel(double newLevel) {
        return new LinearModel(errors, weighting, newLevel);
    }

    /**
     * The regression of {@code outcome} on the design's columns.
     *
     * @throws IllegalArgumentException if the outcome's length is not the design's number of rows, a value is not
     *     finite, or the errors are clustered
     */
    public Computation<Result> compute(DesignMatrix design, double[] outcome) {
        return compute(design, outcome, new double[0]);
    }

    /**
     * The weighted regression.
     *
     * @param weights one for each row, zero drops it; empty for all equal
     * @throws IllegalArgumentException if the lengths differ, a value is not finite, a weight is negative, or the errors
     *     are clustered
     */
    public Computation<Result> compute(DesignMatrix design, double[] outcome, double[] weights) {
        Require.sameLength("design", design.rows(), "outcome", outcome.length);
        if (weights.length > 0) {
            Require.sameLength("design", design.rows(), "weights", weights.length);
        }
        return compute(design, row -> outcome[row], row -> weights.length == 0 ? 1 : weights[row]);
    }

    /**
     * The weighted regression of rows that are functions of their index, so that data which lie elsewhere need not be
     * copied. The functions must always give the same; they are called again when rivals are asked for.
     *
     * @throws IllegalArgumentException if a value is not finite, a weight is negative, or the errors are clustered
     */
    public Computation<Result> compute(DesignMatrix design, IntToDoubleFunction outcome, IntToDoubleFunction weights) {
        Require.that(errors != Errors.CR1, "errors", errors, "anything but CR1, which needs computeClustered");
        return fit(new RegressionRows(design, outcome, weights, row -> 0));
    }

    /**
     * The regression with standard errors that allow for correlation within clusters.
     *
     * @param clusters each row's cluster, any codes
     * @throws IllegalArgumentException if the lengths differ or a value is not finite
     */
    public Computation<Result> computeClustered(DesignMatrix design, double[] outcome, int[] clusters) {
        Require.sameLength("design", design.rows(), "outcome", outcome.length);
        Require.sameLength("design", design.rows(), "clusters", clusters.length);
        return computeClustered(design, row -> outcome[row], row -> 1, row -> clusters[row]);
    }

    /**
     * The weighted regression with cluster-robust standard errors, of rows that are functions of their index.
     *
     * @throws IllegalArgumentException if a value is not finite or a weight is negative
     */
    public Computation<Result> computeClustered(
            DesignMatrix design, IntToDoubleFunction outcome, IntToDoubleFunction weights, IntUnaryOperator clusters) {
        return with(Errors.CR1).fit(new RegressionRows(design, outcome, weights, clusters));
    }

    /**
     * For rows that arrive one by one; classical standard errors only, because the others need a second pass.
     *
     * @param names of the columns; an intercept is the column of this name, the first
     */
    public Accumulator accumulator(List<String> names) {
        Require.that(errors == Errors.CLASSICAL, "errors", errors, "CLASSICAL, the others need the rows twice");
        return new Accumulator(this, names);
    }

    private Computation<Result> fit(RegressionRows rows) {
        DesignMatrix design = rows.design();
        LeastSquares squares = new LeastSquares(design.columns(), design.hasIntercept());
        double[] row = new double[design.columns()];
        for (int i = 0; i < design.rows(); i++) {
            double weight = rows.weight(i);
            if (weight > 0) {
                design.row(i, row);
                squares.add(row, rows.outcome(i), weight);
            }
        }
        return finish(squares, design.names(), design.slugs(), design.hasIntercept(), Optional.of(rows));
    }

    private Computation<Result> finish(
            LeastSquares squares,
            List<String> names,
            List<String> slugs,
            boolean intercept,
            Optional<RegressionRows> rows) {
        double n = weighting == Weighting.FREQUENCY ? squares.totalWeight() : squares.rows();
        int p = names.size();
        if (squares.rows() == 0 || n <= p) {
            return Computation.notComputed(
                    squares.rows() == 0 ? NotComputed.Reason.NO_OBSERVATIONS : NotComputed.Reason.TOO_FEW_OBSERVATIONS,
                    "there are " + (long) n + " observations for " + p + " coefficients",
                    "use fewer covariates");
        }
        OptionalInt dependent = squares.dependentColumn();
        if (dependent.isPresent()) {
            return singular(names, dependent.getAsInt());
        }
        LeastSquares.Solution solution =
                rows.map(given -> refined(squares.solve(), given)).orElseGet(squares::solve);
        double total = solution.residualSquares() + solution.explainedSquares();
        if (total == 0) {
            return Computation.notComputed(
                    NotComputed.Reason.CONSTANT_DATA, "the outcome does not vary", "report its value without a model");
        }
        if (!(total < Double.POSITIVE_INFINITY)) {
            return Computation.unrepresentable();
        }
        double residualFreedom = n - p;
        boolean perfect = solution.residualSquares() <= n * Math.ulp(1.0) * n * Math.ulp(1.0) * total;
        double variance = perfect ? 0 : solution.residualSquares() / residualFreedom;
        double[][] covariance;
        double freedom = residualFreedom;
        if (errors == Errors.CLASSICAL) {
            covariance = scaled(solution.unscaledCovariance(), variance);
        } else {
            RobustCovariance robust = new RobustCovariance(errors, weighting, rows.orElseThrow(), solution, n);
            if (errors == Errors.CR1 && robust.clusters() < 2) {
                return Computation.notComputed(
                        NotComputed.Reason.TOO_FEW_OBSERVATIONS,
                        "there is a single cluster",
                        "use standard errors that are not clustered");
            }
            covariance = perfect ? new double[p][p] : robust.matrix();
            if (robust.isFullLeverage()) {
                return Computation.notComputed(
                        NotComputed.Reason.UNDEFINED,
                        "an observation determines a coefficient alone, so its robust variance is undefined",
                        "use HC1 or classical standard errors");
            }
            freedom = errors == Errors.CR1 ? robust.clusters() - 1.0 : residualFreedom;
        }
        List<Coefficient> coefficients = new ArrayList<>();
        double[] estimates = solution.coefficients();
        for (int j = 0; j < p; j++) {
            if (!Double.isFinite(estimates[j]) || !Double.isFinite(covariance[j][j])) {
                return Computation.unrepresentable();
            }
            double se = Math.sqrt(Math.max(0, covariance[j][j]));
            coefficients.add(new Coefficient(names.get(j), slugs.get(j), estimates[j], se, freedom, level));
        }
        return Computation.of(new Result(
                this,
                coefficients,
                Fit.of(solution, n, intercept, perfect ? 0 : solution.residualSquares()),
                new Covariance(covariance),
                solution,
                rows));
    }

    private static LeastSquares.Solution refined(LeastSquares.Solution first, RegressionRows rows) {
        if (rows.design().rows() > REFINED_ROWS || first.residualSquares() == 0) {
            return first;
        }
        LeastSquares.Solution solution = first;
        double explained = first.explainedSquares() + first.residualSquares();
        for (int step = 0; step < REFINEMENTS; step++) {
            LeastSquares.Residuals residuals = residuals(solution, rows);
            double before = explained;
            explained = residuals.explainedSquares();
            if (!(explained < before / 4)) {
                return solution;
            }
            solution = solution.refined(residuals);
        }
        return solution;
    }

    private static LeastSquares.Residuals residuals(LeastSquares.Solution solution, RegressionRows rows) {
        LeastSquares.Residuals residuals = solution.residuals();
        double[] row = new double[rows.design().columns()];
        for (int i = 0; i < rows.design().rows(); i++) {
            double weight = rows.weight(i);
            if (weight > 0) {
                rows.design().row(i, row);
                residuals.add(row, rows.outcome(i), weight);
            }
        }
        return residuals;
    }

    private static Computation<Result> singular(List<String> names, int column) {
        return Computation.notComputed(
                NotComputed.Reason.SINGULAR_DESIGN,
                column == 0
                        ? "`" + names.get(0) + "` is 0 throughout"
                        : "`" + names.get(column) + "` does not vary or is a linear combination of "
                                + names.subList(0, column),
                "leave `" + names.get(column) + "` out, or check its coding");
    }

    private static double[][] scaled(double[][] matrix, double factor) {
        for (double[] row : matrix) {
            for (int j = 0; j < row.length; j++) {
                row[j] *= factor;
            }
        }
        return matrix;
    }

    /**
     * How well the model fits.
     *
     * @param n number of observations
     * @param modelFreedom numerator degrees of freedom of F
     * @param residualFreedom n - p
     * @param residualSquares RSS; 0, a perfect fit, where it is no more than (n eps)² of all squares, which is rounding
     * @param explainedSquares regression sum of squares
     */
    public record Fit(
            double n, int modelFreedom, double residualFreedom, double residualSquares, double explainedSquares) {

        static Fit of(LeastSquares.Solution solution, double n, boolean intercept, double residualSquares) {
            int p = solution.columns();
            return new Fit(n, intercept ? p - 1 : p, n - p, residualSquares, solution.explainedSquares());
        }

        public double residualStandardDeviation() {
            return Math.sqrt(residualSquares / residualFreedom);
        }

        public double rSquared() {
            return explainedSquares / (explainedSquares + residualSquares);
        }

        public double adjustedRSquared() {
            double total = modelFreedom + residualFreedom;
            return 1 - (1 - rSquared()) * total / residualFreedom;
        }

        /** Mean explained over mean residual square. */
        public Computation<Double> fStatistic() {
            if (modelFreedom == 0 || residualSquares == 0) {
                return Computation.notComputed(
                        NotComputed.Reason.UNDEFINED,
                        modelFreedom == 0 ? "the model has no covariates" : "the model fits perfectly",
                        "leave F out");
            }
            return Computation.of((explainedSquares / modelFreedom) / (residualSquares / residualFreedom));
        }

        void addTo(Quantities quantities) {
            quantities
                    .add("r-squared", "R²", COEFFICIENT, rSquared())
                    .add("adjusted-r-squared", "adjusted R²", COEFFICIENT, adjustedRSquared())
                    .add("residual-sd", "residual standard deviation", MEASUREMENT, residualStandardDeviation())
                    .add("statistic", "F", QuantityKind.STATISTIC, fStatistic())
                    .add("df1", "numerator degrees of freedom", QuantityKind.DEGREES_OF_FREEDOM, modelFreedom)
                    .add("df2", "denominator degrees of freedom", QuantityKind.DEGREES_OF_FREEDOM, residualFreedom)
                    .add(
                            "p",
                            "P-value of F",
                            QuantityKind.P_VALUE,
                            fStatistic().map(f -> Tails.fUpper(f, modelFreedom, residualFreedom)))
                    .add("n", "number of observations", QuantityKind.COUNT, n);
        }
    }

    /** Adds the rows of a regression one by one. Not safe for use by several threads. */
    public static final class Accumulator {

        private final LinearModel options;
        private final List<String> names;
        private final LeastSquares squares;

        private Accumulator(LinearModel options, List<String> names) {
            Require.atLeast("number of names", names.size(), 1);
            this.options = options;
            this.names = List.copyOf(names);
            this.squares = new LeastSquares(names.size(), names.get(0).equals("intercept"));
        }

        /**
         * Adds one row; it is not kept.
         *
         * @param row the columns' values, 1 for an intercept
         * @param y outcome
         * @param weight positive, or 0 to skip the row
         * @throws IllegalArgumentException if a value is not finite, the weight is negative or the length is not that of
         *     the names
         */
        public Accumulator add(double[] row, double y, double weight) {
            Require.sameLength("names", names.size(), "row", row.length);
            Require.finite("row", row);
            Require.finite("y", y);
            Require.that(weight >= 0 && Double.isFinite(weight), "weight", weight, "a finite number from 0 upwards");
            if (weight > 0) {
                squares.add(row, y, weight);
            }
            return this;
        }

        /** The regression of the rows so far. */
        public Computation<Result> result() {
            return options.finish(
                    squares,
                    names,
                    names.stream().map(DesignMatrix::slugOf).toList(),
                    squares.hasIntercept(),
                    Optional.empty());
        }
    }

    /**
     * A fitted model.
     *
     * @param options the options used
     * @param coefficients one for each column
     * @param fit R², F and the like
     */
    public record Result(
            LinearModel options,
            List<Coefficient> coefficients,
            Fit fit,
            Covariance covariance,
            LeastSquares.Solution solution,
            Optional<RegressionRows> rows)
            implements StatisticResult {

        public Result {
            coefficients = List.copyOf(coefficients);
        }

        /**
         * The coefficient of a column.
         *
         * @throws IllegalArgumentException if there is none of this name
         */
        public Coefficient coefficient(String name) {
            return coefficients.stream()
                    .filter(candidate -> candidate.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("name = " + name + ": expected one of "
                            + coefficients.stream().map(Coefficient::name).toList()));
        }

        @Override
        public Procedure procedure() {
            String id = "linear-model-" + options.errors.id;
            String label = "linear regression, " + options.errors.label;
            return options.errors == Errors.CLASSICAL
                    ? Procedure.of(id, label, LEAST_SQUARES)
                    : Procedure.of(id, label, LEAST_SQUARES, options.errors.reference);
        }

        /**
         * For each column {@code <slug>.estimate, .ci.lower, .ci.upper, .se, .statistic, .p} and, with an intercept,
         * {@code .standardised}; then {@code r-squared, adjusted-r-squared, residual-sd, statistic, df1, df2, p, n}.
         */
        @Override
        public List<Quantity> quantities() {
            Quantities quantities = new Quantities();
            boolean intercept = fit.modelFreedom() == coefficients.size() - 1;
            for (int j = 0; j < coefficients.size(); j++) {
                Coefficient coefficient = coefficients.get(j);
                coefficient.addTo(quantities);
                if (intercept && j > 0) {
                    quantities.add(
                            coefficient.slug() + ".standardised",
                            "standardised coefficient of " + coefficient.name(),
                            QuantityKind.DIMENSIONLESS,
                            coefficient.estimate()
                                    * Math.sqrt(solution.columnSquares(j)
                                            / (fit.explainedSquares() + fit.residualSquares())));
                }
            }
            fit.addTo(quantities);
            return quantities.list();
        }

        @Override
        public List<Rival> rivals() {
            List<Rival> rivals = new ArrayList<>();
            rows.ifPresent(given -> {
                for (Errors other : Errors.values()) {
                    if (other != options.errors && other != Errors.CR1) {
                        rivals.add(Rival.differing(
                                this,
                                other.id,
                                other.label,
                                () -> options.with(other).fit(given)));
                    }
                }
            });
            rivals.add(new Rival(
                    "ci-normal",
                    "intervals and tests with the normal distribution",
                    () -> touched(Double.POSITIVE_INFINITY, 1)));
            rivals.add(new Rival(
                    "sign-reversed",
                    "difference taken the other way round, or the reference level swapped",
                    () -> touched(fit.residualFreedom(), -1)));
            return List.copyOf(rivals);
        }

        private List<Quantity> touched(double degreesOfFreedom, int sign) {
            Quantities quantities = new Quantities();
            for (Coefficient own : coefficients) {
                new Coefficient(
                                own.name(),
                                own.slug(),
                                sign * own.estimate(),
                                own.standardError(),
                                sign < 0 ? own.degreesOfFreedom() : degreesOfFreedom,
                                own.level())
                        .addTo(quantities);
            }
            return quantities.list().stream()
                    .filter(quantity ->
                            !quantity.value().equals(quantity(quantity.id()).value()))
                    .toList();
        }
    }
}
