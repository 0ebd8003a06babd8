package org.countersign.stats;

import static java.util.Objects.requireNonNull;
import static org.countersign.stats.QuantityKind.COEFFICIENT;
import static org.countersign.stats.QuantityKind.MEASUREMENT;

import java.util.ArrayList;
import java.util.List;

/**
 * The linear mixed model with a random intercept for each cluster, y = Xb + u + e, u ~ N(0, sb²), e ~ N(0, s²), by
 * restricted (REML, default) or full maximum likelihood. For a given ratio sb²/s² the rest is least squares of the rows
 * less a share of their cluster's mean; the ratio is the root of the profile likelihood's derivative, or 0 where the
 * likelihood falls from there (a singular fit, said so in the label). Wald z intervals and tests.
 *
 * @param criterion what is maximised
 * @param level confidence level
 */
public record RandomInterceptModel(Criterion criterion, double level) {

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

    /**
     * @throws IllegalArgumentException if {@code level} is outside (0, 1)
     */
    public RandomInterceptModel {
        requireNonNull(criterion);
        Require.level(level);
    }

    /** REML, 95%. */
    public static RandomInterceptModel withDefaults() {
        return new RandomInterceptModel(Criterion.REML, 0.95);
    }

    public RandomInterceptModel with(Criterion newCriterion) {
        return new RandomInterceptModel(newCriterion, level);
    }

    public RandomInterceptModel withLevel(double newLevel) {
        return new RandomInterceptModel(criterion, newLevel);
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
        Data data = new Data(design, outcome, new Clusters(clusters));
        int p = design.columns();
        int groups = data.clusters.count();
        if (outcome.length <= p || groups < 2 || groups == outcome.length) {
            return Computation.notComputed(
                    outcome.length == 0 ? NotComputed.Reason.NO_OBSERVATIONS : NotComputed.Reason.TOO_FEW_OBSERVATIONS,
                    "there are " + outcome.length + " rows in " + groups + " clusters for " + p + " coefficients",
                    "use ordinary least squares, or fewer covariates");
        }
        LeastSquares plain = data.transformed(0);
        java.util.OptionalInt dependent = plain.dependentColumn();
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
        return Computation.of(finish(data, ratio));
    }

    private Result finish(Data data, double ratio) {
        LeastSquares.Solution solution = data.transformed(ratio).solve();
        int p = solution.columns();
        double denominator = data.outcome.length - (criterion == Criterion.REML ? p : 0);
        double variance = solution.residualSquares() / denominator;
        double[][] covariance = solution.unscaledCovariance();
        double[] estimates = solution.coefficients();
        List<Coefficient> coefficients = new ArrayList<>();
        for (int j = 0; j < p; j++) {
            double shift = j == 0 && data.design.hasIntercept() ? data.outcome[0] : 0;
            coefficients.add(new Coefficient(
                    data.design.names().get(j),
                    data.design.slugs().get(j),
                    estimates[j] + shift,
                    Math.sqrt(variance * covariance[j][j]),
                    Double.POSITIVE_INFINITY,
                    level));
        }
        double logDeterminant = criterion == Criterion.REML ? -logDeterminant(covariance) : 0;
        double deviance = denominator * (1 + Math.log(2 * Math.PI * variance))
                + data.logVarianceDeterminant(ratio)
                + logDeterminant;
        return new Result(
                this,
                coefficients,
                Math.sqrt(ratio * variance),
                Math.sqrt(variance),
                -deviance / 2,
                data.clusters.count(),
                data.outcome.length,
                data);
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

    /** The rows with their clusters' means; the outcome is taken from its first value where there is an intercept. */
    static final class Data {

        private final DesignMatrix design;
        private final double[] outcome;
        private final Clusters clusters;
        private final double origin;
        private final double[][] columnSums;
        private final double[] outcomeSums;

        Data(DesignMatrix design, double[] outcome, Clusters clusters) {
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

        private LeastSquares transformed(double ratio) {
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

        private double logVarianceDeterminant(double ratio) {
            Sum sum = new Sum();
            for (int g = 0; g < clusters.count(); g++) {
                sum.add(Math.log1p(ratio * clusters.size(g)));
            }
            return sum.value();
        }

        /** d deviance / d ratio. */
        private double derivative(double ratio, Criterion criterion) {
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
            boolean restricted = criterion == Criterion.REML;
            double n = outcome.length - (restricted ? p : 0);
            return determinant.value()
                    - n * squares.value() / solution.residualSquares()
                    - (restricted ? trace.value() : 0);
        }
    }

    /**
     * A fitted model.
     *
     * @param options the options used
     * @param coefficients one for each column
     * @param betweenDeviation sb
     * @param withinDeviation s
     * @param logLikelihood (restricted) at the maximum
     * @param clusters number of clusters
     * @param n number of observations
     */
    public record Result(
            RandomInterceptModel options,
            List<Coefficient> coefficients,
            double betweenDeviation,
            double withinDeviation,
            double logLikelihood,
            int clusters,
            int n,
            Data data)
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
            return Procedure.of(
                    "random-intercept-" + options.criterion.id,
                    "linear mixed model with random intercept, " + options.criterion.label
                            + (betweenDeviation == 0 ? "; singular fit, no variance between clusters" : ""),
                    LAIRD_WARE);
        }

        /**
         * For each column {@code <slug>.estimate, .ci.lower, .ci.upper, .se, .statistic, .p}; then {@code sd-between,
         * sd-within, icc, log-likelihood, clusters, n}.
         */
        @Override
        public List<Quantity> quantities() {
            Quantities quantities = new Quantities();
            coefficients.forEach(coefficient -> coefficient.addTo(quantities));
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
            Criterion other = options.criterion == Criterion.REML ? Criterion.ML : Criterion.REML;
            return List.of(
                    new Rival(other.id, other.label, () -> {
                        RandomInterceptModel rival = options.with(other);
                        double ratio = data.derivative(0, other) < 0
                                ? Math.exp(Roots.between(
                                        log -> data.derivative(Math.exp(log), other),
                                        SMALLEST_LOG_RATIO,
                                        LARGEST_LOG_RATIO))
                                : 0;
                        return rival.finish(data, ratio).quantities();
                    }),
                    new Rival("t-residual", "t with n - p degrees of freedom", () -> {
                        Quantities quantities = new Quantities();
                        double df = n - (double) coefficients.size();
                        for (Coefficient own : coefficients) {
                            new Coefficient(
                                            own.name(),
                                            own.slug(),
                                            own.estimate(),
                                            own.standardError(),
                                            df,
                                            own.level())
                                    .addTo(quantities);
                        }
                        return quantities.list();
                    }));
        }
    }
}
