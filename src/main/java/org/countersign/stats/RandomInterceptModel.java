package org.countersign.stats;

import static java.util.Objects.requireNonNull;
import static org.countersign.stats.QuantityKind.COEFFICIENT;
import static org.countersign.stats.QuantityKind.MEASUREMENT;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * The linear mixed model with a random intercept for each cluster, y = Xb + u + e, u ~ N(0, sb²), e ~ N(0, s²), by
 * restricted (REML, default) or full maximum likelihood. For a given ratio sb²/s² the rest is least squares of the rows
 * less a share of their cluster's mean; the ratio is the root of the profile likelihood's derivative, or 0 where the
 * likelihood falls from there (a singular fit, said so in the label). Intervals and tests by z (default), or by t with
 * degrees of freedom that allow for the variances being estimated: Satterthwaite's, or Kenward and Roger's, which also
 * widen the covariance and need REML.
 *
 * @param criterion what is maximised
 * @param freedom degrees of freedom of the tests
 * @param level confidence level
 */
public record RandomInterceptModel(Criterion criterion, Freedom freedom, double level) {

    /** Residual over explained sum of squares that is rounding alone. */
    private static final double PERFECT_FIT = 1e-24;

    private static final double SMALLEST_LOG_RATIO = -23;
    private static final double LARGEST_LOG_RATIO = 23;
    private static final Reference LAIRD_WARE = Reference.of(
            "Laird NM, Ware JH",
            1982,
            "Random-effects models for longitudinal data",
            "Biometrics 38:963-974",
            "10.2307/2529876");

    /** What is maximised. */
    public enum Criterion {
        REML("reml", "restricted maximum likelihood"),
        ML("ml", "maximum likelihood");

        private final String id;
        private final String label;

        Criterion(String id, String label) {
            this.id = id;
            this.label = label;
        }

        public String id() {
            return id;
        }
    }

    private static final Reference SATTERTHWAITE = Reference.of(
            "Satterthwaite FE",
            1946,
            "An approximate distribution of estimates of variance components",
            "Biometrics Bulletin 2:110-114",
            "10.2307/3002019");
    private static final Reference KENWARD_ROGER = Reference.of(
            "Kenward MG, Roger JH",
            1997,
            "Small sample inference for fixed effects from restricted maximum likelihood",
            "Biometrics 53:983-997",
            "10.2307/2533558");

    /** Degrees of freedom of the coefficients' tests. */
    public enum Freedom {
        /** z. */
        NORMAL("normal", "z tests"),
        SATTERTHWAITE("satterthwaite", "Satterthwaite's degrees of freedom"),
        KENWARD_ROGER("kenward-roger", "Kenward and Roger's degrees of freedom and standard errors");

        private final String id;
        private final String label;

        Freedom(String id, String label) {
            this.id = id;
            this.label = label;
        }

        public String id() {
            return id;
        }
    }

    /**
     * @throws IllegalArgumentException if {@code level} is outside (0, 1), or Kenward and Roger's degrees of freedom are
     *     asked for without REML
     */
    public RandomInterceptModel {
        requireNonNull(criterion);
        requireNonNull(freedom);
        Require.level(level);
        Require.that(
                freedom != Freedom.KENWARD_ROGER || criterion == Criterion.REML,
                "criterion",
                criterion,
                "REML with Kenward and Roger's degrees of freedom");
    }

    /** REML, z, 95%. */
    public static RandomInterceptModel withDefaults() {
        return new RandomInterceptModel(Criterion.REML, Freedom.NORMAL, 0.95);
    }

    public RandomInterceptModel with(Criterion newCriterion) {
        return new RandomInterceptModel(newCriterion, freedom, level);
    }

    public RandomInterceptModel with(Freedom newFreedom) {
        return new RandomInterceptModel(criterion, newFreedom, level);
    }

    public RandomInterceptModel withLevel(double newLevel) {
        return new RandomInterceptModel(criterion, freedom, newLevel);
    }

    /**
     * The regression.
     *
     * @param clusters each row's cluster, any codes
     * @throws IllegalArgumentException if the lengths differ or a value is not finite
     */
    public Computation<Result> compute(DesignMatrix design, double[] outcome, int[] clusters) {
        Require.finite("outcome", outcome);
        Require.sameLength("design", design.rows(), "outcome", outcome.length);
        Require.sameLength("design", design.rows(), "clusters", clusters.length);
        RandomInterceptLikelihood data = new RandomInterceptLikelihood(design, outcome, new Clusters(clusters));
        int p = design.columns();
        int groups = data.clusters().count();
        if (outcome.length <= p || groups < 2 || groups == outcome.length) {
            return Computation.notComputed(
                    outcome.length == 0 ? NotComputed.Reason.NO_OBSERVATIONS : NotComputed.Reason.TOO_FEW_OBSERVATIONS,
                    "there are " + outcome.length + " rows in " + groups + " clusters for " + p + " coefficients",
                    "use ordinary least squares, or fewer covariates");
        }
        LeastSquares plain = data.transformed(0);
        OptionalInt dependent = plain.dependentColumn();
        if (dependent.isPresent()) {
            String name = design.names().get(dependent.getAsInt());
            return Computation.notComputed(
                    NotComputed.Reason.SINGULAR_DESIGN,
                    "`" + name + "` is a linear combination of the columns before it",
                    "leave `" + name + "` out");
        }
        LeastSquares.Solution fixed = plain.solve();
        if (!(fixed.residualSquares() > PERFECT_FIT * fixed.explainedSquares())) {
            return Computation.notComputed(
                    NotComputed.Reason.CONSTANT_DATA, "the covariates fit the outcome perfectly", "report the outcome");
        }
        return fit(data);
    }

    private Computation<Result> fit(RandomInterceptLikelihood data) {
        double ratio = 0;
        if (data.derivative(0, criterion) < 0) {
            if (data.derivative(Math.exp(LARGEST_LOG_RATIO), criterion) < 0) {
                return Computation.notComputed(
                        NotComputed.Reason.NO_CONVERGENCE,
                        "there is no variation within clusters",
                        "analyse one value for each cluster");
            }
            ratio = Math.exp(Roots.between(
                    log -> data.derivative(Math.exp(log), criterion), SMALLEST_LOG_RATIO, LARGEST_LOG_RATIO));
        }
        return finish(data, ratio);
    }

    private Computation<Result> finish(RandomInterceptLikelihood data, double ratio) {
        LeastSquares.Solution solution = data.transformed(ratio).solve();
        int p = solution.columns();
        double denominator = data.rows() - (criterion == Criterion.REML ? p : 0);
        double variance = solution.residualSquares() / denominator;
        double[][] unscaled = solution.unscaledCovariance();
        VarianceComponents components = new VarianceComponents(data, solution, ratio, variance, criterion);
        return tests(components, scaled(unscaled, variance), p).flatMap(tests -> {
            for (int j = 0; j < p; j++) {
                if (!(tests.freedoms.get(j) > 0) || !Double.isFinite(tests.covariance.get(j, j))) {
                    return Computation.unrepresentable();
                }
            }
            double[] estimates = solution.coefficients();
            List<Coefficient> coefficients = new ArrayList<>();
            for (int j = 0; j < p; j++) {
                double shift = j == 0 ? data.origin() : 0;
                coefficients.add(new Coefficient(
                        data.design().names().get(j),
                        data.design().slugs().get(j),
                        estimates[j] + shift,
                        Math.sqrt(tests.covariance.get(j, j)),
                        tests.freedoms.get(j),
                        level));
            }
            double logDeterminant = criterion == Criterion.REML ? -logDeterminant(unscaled) : 0;
            double deviance = denominator * (1 + Math.log(2 * Math.PI * variance))
                    + data.logVarianceDeterminant(ratio)
                    + logDeterminant;
            return Computation.of(new Result(
                    this,
                    coefficients,
                    tests.covariance,
                    Math.sqrt(ratio * variance),
                    Math.sqrt(variance),
                    -deviance / 2,
                    data.clusters().count(),
                    data.rows(),
                    data,
                    ratio));
        });
    }

    /** Covariance and degrees of freedom of the coefficients. */
    private record Tests(Covariance covariance, List<Double> freedoms) {}

    private Computation<Tests> tests(VarianceComponents components, double[][] plain, int p) {
        List<Integer> columns = IntStream.range(0, p).boxed().toList();
        return switch (freedom) {
            case NORMAL ->
                Computation.of(new Tests(
                        new Covariance(plain),
                        columns.stream().map(j -> Double.POSITIVE_INFINITY).toList()));
            case SATTERTHWAITE ->
                components
                        .satterthwaite()
                        .map(t -> new Tests(
                                new Covariance(plain),
                                columns.stream().map(t::freedom).toList()));
            case KENWARD_ROGER -> {
                VarianceComponents.KenwardRoger t = components.new KenwardRoger();
                yield Computation.of(new Tests(
                        new Covariance(t.covariance()),
                        columns.stream().map(t::freedom).toList()));
            }
        };
    }

    private static double[][] scaled(double[][] matrix, double factor) {
        double[][] scaled = new double[matrix.length][];
        for (int i = 0; i < matrix.length; i++) {
            scaled[i] = Arrays.stream(matrix[i]).map(v -> v * factor).toArray();
        }
        return scaled;
    }

    private static double logDeterminant(double[][] matrix) {
        org.apache.commons.math3.linear.RealMatrix l = new org.apache.commons.math3.linear.CholeskyDecomposition(
                        new org.apache.commons.math3.linear.Array2DRowRealMatrix(matrix), 1e-9, 0)
                .getL();
        double sum = 0;
        for (int i = 0; i < matrix.length; i++) {
            sum += 2 * Math.log(l.getEntry(i, i));
        }
        return sum;
    }

    /**
     * A fitted model.
     *
     * @param options the options used
     * @param coefficients one for each column
     * @param covariance of the coefficients
     * @param betweenDeviation sb
     * @param withinDeviation s
     * @param logLikelihood (restricted) at the maximum
     * @param clusters number of clusters
     * @param n number of observations
     * @param ratio sb²/s²
     */
    public record Result(
            RandomInterceptModel options,
            List<Coefficient> coefficients,
            Covariance covariance,
            double betweenDeviation,
            double withinDeviation,
            double logLikelihood,
            int clusters,
            int n,
            RandomInterceptLikelihood data,
            double ratio)
            implements StatisticResult {

        public Result {
            coefficients = List.copyOf(coefficients);
        }

        /** Intraclass correlation sb²/(sb² + s²). */
        public double intraclassCorrelation() {
            double between = betweenDeviation * betweenDeviation;
            return between / (between + withinDeviation * withinDeviation);
        }

        @Override
        public Procedure procedure() {
            String id = "random-intercept-" + options.criterion.id;
            String label = "linear mixed model with random intercept, " + options.criterion.label
                    + (options.freedom == Freedom.NORMAL ? "" : ", " + options.freedom.label)
                    + (betweenDeviation == 0 ? "; singular fit, no variance between clusters" : "");
            return switch (options.freedom) {
                case NORMAL -> Procedure.of(id, label, LAIRD_WARE);
                case SATTERTHWAITE -> Procedure.of(id + "-satterthwaite", label, LAIRD_WARE, SATTERTHWAITE);
                case KENWARD_ROGER -> Procedure.of(id + "-kenward-roger", label, LAIRD_WARE, KENWARD_ROGER);
            };
        }

        /**
         * The test of a term by its coefficients: Wald's chi-square with z, otherwise an F with Satterthwaite's or
         * Kenward and Roger's denominator.
         */
        public Computation<ModelComparison.Result> test(DesignMatrix.Term term) {
            if (options.freedom == Freedom.NORMAL) {
                return ModelComparison.waldChiSquare(coefficients, covariance, term);
            }
            double variance = withinDeviation * withinDeviation;
            VarianceComponents components =
                    new VarianceComponents(data, data.transformed(ratio).solve(), ratio, variance, options.criterion);
            Computation<VarianceComponents.FTest> test = options.freedom == Freedom.SATTERTHWAITE
                    ? components.satterthwaite().map(t -> t.test(term.columns()))
                    : Computation.of(components.new KenwardRoger().test(term.columns()));
            return test.flatMap(f -> Double.isFinite(f.statistic()) && f.denominatorFreedom() > 0
                    ? Computation.of(result(term, f))
                    : Computation.notComputed(
                            NotComputed.Reason.UNDEFINED,
                            "the variances leave the range of a number, and F with them",
                            "measure the outcome in another unit"));
        }

        private ModelComparison.Result result(DesignMatrix.Term term, VarianceComponents.FTest f) {
            return new ModelComparison.Result(
                    "wald-f-" + options.freedom.id,
                    "Wald F test of " + term.name() + ", " + options.freedom.label,
                    options.freedom == Freedom.SATTERTHWAITE ? SATTERTHWAITE : KENWARD_ROGER,
                    f.statistic(),
                    term.columns().size(),
                    OptionalDouble.of(f.denominatorFreedom()),
                    Tails.fUpper(f.statistic(), term.columns().size(), f.denominatorFreedom()));
        }

        /**
         * For each column {@code <slug>.estimate, .ci.lower, .ci.upper, .se, .statistic, .p}, and {@code .df} unless the
         * tests are by z; then {@code sd-between, sd-within, icc, log-likelihood, clusters, n}.
         */
        @Override
        public List<Quantity> quantities() {
            Quantities quantities = new Quantities();
            for (Coefficient coefficient : coefficients) {
                coefficient.addTo(quantities);
                if (options.freedom != Freedom.NORMAL) {
                    quantities.add(
                            coefficient.slug() + ".df",
                            "degrees of freedom",
                            QuantityKind.DEGREES_OF_FREEDOM,
                            coefficient.degreesOfFreedom());
                }
            }
            return quantities
                    .add("sd-between", "standard deviation between clusters", MEASUREMENT, betweenDeviation)
                    .add("sd-within", "standard deviation within clusters", MEASUREMENT, withinDeviation)
                    .add("icc", "intraclass correlation", COEFFICIENT, intraclassCorrelation())
                    .add("log-likelihood", "log-likelihood", QuantityKind.STATISTIC, logLikelihood)
                    .count("clusters", "number of clusters", clusters)
                    .count("n", "number of observations", n)
                    .list();
        }

        @Override
        public List<Rival> rivals() {
            List<Rival> rivals = new ArrayList<>();
            Criterion other = options.criterion == Criterion.REML ? Criterion.ML : Criterion.REML;
            rivals.add(Rival.differing(this, other.id, other.label, () -> {
                Freedom possible = options.freedom == Freedom.KENWARD_ROGER ? Freedom.SATTERTHWAITE : options.freedom;
                return new RandomInterceptModel(other, possible, options.level).fit(data);
            }));
            for (Freedom freedom : Freedom.values()) {
                boolean possible = freedom != Freedom.KENWARD_ROGER || options.criterion == Criterion.REML;
                if (freedom != options.freedom && possible) {
                    rivals.add(Rival.differing(
                            this,
                            freedom.id,
                            freedom.label,
                            () -> options.with(freedom).finish(data, ratio)));
                }
            }
            rivals.add(new Rival("t-residual", "t with n - p degrees of freedom", () -> {
                Quantities quantities = new Quantities();
                double df = n - (double) coefficients.size();
                for (Coefficient own : coefficients) {
                    new Coefficient(own.name(), own.slug(), own.estimate(), own.standardError(), df, own.level())
                            .addTo(quantities);
                }
                return quantities.list();
            }));
            return List.copyOf(rivals);
        }
    }
}
