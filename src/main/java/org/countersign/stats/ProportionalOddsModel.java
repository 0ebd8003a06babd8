package org.countersign.stats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;

/**
 * Proportional-odds (cumulative logit) regression of an ordinal outcome with categories 0 to k - 1:
 * logit P(Y &lt;= j) = zeta_j - x'b, so that exp(b) is the odds ratio of a higher category, as in R's {@code polr}.
 * Newton's method on the likelihood of the observations; standard errors from the observed information.
 *
 * @param level confidence level
 */
public record ProportionalOddsModel(double level) {

    private static final int MAX_ITERATIONS = 100;
    private static final int SEPARATION_ITERATION = 30;
    private static final double TOLERANCE = 1e-11;
    private static final Reference MCCULLAGH = Reference.of(
            "McCullagh P",
            1980,
            "Regression models for ordinal data",
            "Journal of the Royal Statistical Society B 42:109-142");

    /**
     * @throws IllegalArgumentException if {@code level} is outside (0, 1)
     */
    public ProportionalOddsModel {
        Require.level(level);
    }

    /** 95% intervals. */
    public static ProportionalOddsModel withDefaults() {
        return new ProportionalOddsModel(0.95);
    }

    public ProportionalOddsModel withLevel(double newLevel) {
        return new ProportionalOddsModel(newLevel);
    }

    /**
     * The regression; the design's intercept, if it has one, is replaced by the thresholds.
     *
     * @param outcome categories from 0; each up to the largest must occur
     * @throws IllegalArgumentException if the lengths differ or a category is negative
     */
    public Computation<Result> compute(DesignMatrix design, int[] outcome) {
        Require.sameLength("design", design.rows(), "outcome", outcome.length);
        DesignMatrix columns = design.withoutIntercept();
        int categories = 0;
        for (int i = 0; i < outcome.length; i++) {
            Require.that(outcome[i] >= 0, "outcome[" + i + "]", outcome[i], "a category from 0 upwards");
            categories = Math.max(categories, outcome[i] + 1);
        }
        long[] counts = new long[categories];
        for (int category : outcome) {
            counts[category]++;
        }
        for (int j = 0; j < categories; j++) {
            if (counts[j] == 0) {
                return Computation.notComputed(
                        NotComputed.Reason.ZERO_CELL,
                        "category " + j + " does not occur",
                        "merge it with its neighbour");
            }
        }
        if (categories < 2) {
            return Computation.notComputed(
                    NotComputed.Reason.CONSTANT_DATA, "the outcome does not vary", "report the counts without a model");
        }
        LeastSquares rank = new LeastSquares(design.columns(), design.hasIntercept());
        double[] row = new double[design.columns()];
        for (int i = 0; i < design.rows(); i++) {
            design.row(i, row);
            rank.add(row, 0, 1);
        }
        OptionalInt dependent = rank.dependentColumn();
        if (dependent.isPresent()) {
            return Computation.notComputed(
                    NotComputed.Reason.SINGULAR_DESIGN,
                    "`" + design.names().get(dependent.getAsInt()) + "` is a linear combination of other columns",
                    "leave it out");
        }
        return new Newton(columns, outcome, counts).solve();
    }

    /** Newton's method; parameters are the thresholds, then the coefficients. */
    private final class Newton {

        private final DesignMatrix design;
        private final int[] outcome;
        private final int cuts;
        private final int p;
        private double[] parameters;

        Newton(DesignMatrix design, int[] outcome, long[] counts) {
            this.design = design;
            this.outcome = outcome;
            cuts = counts.length - 1;
            p = design.columns();
            parameters = new double[cuts + p];
            double below = 0;
            for (int j = 0; j < cuts; j++) {
                below += counts[j];
                parameters[j] = Math.log(below / (outcome.length - below));
            }
        }

        Computation<Result> solve() {
            Evaluation current = evaluate(parameters);
            for (int iteration = 1; iteration <= MAX_ITERATIONS; iteration++) {
                LUDecomposition decomposition = new LUDecomposition(current.information, 1e-300);
                if (!decomposition.getSolver().isNonSingular()) {
                    return separated();
                }
                RealVector step = decomposition.getSolver().solve(current.score);
                double[] next = moved(step, 1);
                Evaluation tried = evaluate(next);
                for (double share = 0.5;
                        tried.logLikelihood < current.logLikelihood - 1e-9 && share > 1e-12;
                        share /= 2) {
                    next = moved(step, share);
                    tried = evaluate(next);
                }
                RealMatrix covariance = decomposition.getSolver().getInverse();
                boolean settled = true;
                for (int j = 0; j < next.length; j++) {
                    settled &= Math.abs(next[j] - parameters[j])
                            <= TOLERANCE * Math.sqrt(Math.abs(covariance.getEntry(j, j)));
                }
                boolean moving = step.getLInfNorm() > 0.3;
                parameters = next;
                current = tried;
                if (settled) {
                    return Computation.of(result(current));
                }
                if (iteration >= SEPARATION_ITERATION && moving) {
                    return separated();
                }
            }
            return Computation.notComputed(
                    NotComputed.Reason.NO_CONVERGENCE, "the estimation did not settle", "use fewer covariates");
        }

        private Computation<Result> separated() {
            return Computation.notComputed(
                    NotComputed.Reason.SEPARATION,
                    "a coefficient grows without end: the covariates separate the categories",
                    "merge levels or leave covariates out");
        }

        private double[] moved(RealVector step, double share) {
            double[] next = parameters.clone();
            for (int j = 0; j < next.length; j++) {
                next[j] += share * step.getEntry(j);
            }
            return next;
        }

        private Result result(Evaluation at) {
            RealMatrix covariance =
                    new LUDecomposition(at.information, 1e-300).getSolver().getInverse();
            List<Coefficient> coefficients = new ArrayList<>();
            for (int j = 0; j < p; j++) {
                coefficients.add(
                        coefficient(design.names().get(j), design.slugs().get(j), cuts + j, covariance));
            }
            List<Coefficient> thresholds = new ArrayList<>();
            for (int j = 0; j < cuts; j++) {
                thresholds.add(coefficient(
                        "threshold " + j + " | " + (j + 1), "threshold-" + j + "-" + (j + 1), j, covariance));
            }
            return new Result(ProportionalOddsModel.this, coefficients, thresholds, at.logLikelihood, outcome.length);
        }

        private Coefficient coefficient(String name, String slug, int index, RealMatrix covariance) {
            return new Coefficient(
                    name,
                    slug,
                    parameters[index],
                    Math.sqrt(covariance.getEntry(index, index)),
                    Double.POSITIVE_INFINITY,
                    level);
        }

        /** Log-likelihood, score and observed information; minus infinity where thresholds are out of order. */
        private record Evaluation(double logLikelihood, RealVector score, RealMatrix information) {}

        private Evaluation evaluate(double[] at) {
            int size = at.length;
            double[] score = new double[size];
            double[][] information = new double[size][size];
            Sum logLikelihood = new Sum();
            double[] row = new double[p];
            double[] upper = new double[size];
            double[] lower = new double[size];
            for (int i = 0; i < outcome.length; i++) {
                design.row(i, row);
                double eta = 0;
                for (int j = 0; j < p; j++) {
                    eta += row[j] * at[cuts + j];
                }
                int category = outcome[i];
                double u = category == cuts ? Double.POSITIVE_INFINITY : at[category] - eta;
                double l = category == 0 ? Double.NEGATIVE_INFINITY : at[category - 1] - eta;
                double probability = between(l, u);
                if (!(probability > 0)) {
                    return new Evaluation(
                            Double.NEGATIVE_INFINITY,
                            new ArrayRealVector(score),
                            new Array2DRowRealMatrix(information));
                }
                logLikelihood.add(Math.log(probability));
                direction(upper, category, row);
                direction(lower, category - 1, row);
                double fu = density(u) / probability;
                double fl = density(l) / probability;
                double gu = fu * (1 - 2 * lowerTail(u));
                double gl = fl * (1 - 2 * lowerTail(l));
                for (int j = 0; j < size; j++) {
                    double dj = fu * upper[j] - fl * lower[j];
                    score[j] += dj;
                    for (int k = 0; k < size; k++) {
                        double dk = fu * upper[k] - fl * lower[k];
                        information[j][k] += dj * dk - gu * upper[j] * upper[k] + gl * lower[j] * lower[k];
                    }
                }
            }
            return new Evaluation(
                    logLikelihood.value(), new ArrayRealVector(score), new Array2DRowRealMatrix(information));
        }

        private void direction(double[] target, int cut, double[] row) {
            Arrays.fill(target, 0);
            if (cut >= 0 && cut < cuts) {
                target[cut] = 1;
                for (int j = 0; j < p; j++) {
                    target[cuts + j] = -row[j];
                }
            }
        }

        private double lowerTail(double x) {
            return 1 / (1 + Math.exp(-x));
        }

        private double density(double x) {
            double e = Math.exp(-Math.abs(x));
            return e / ((1 + e) * (1 + e));
        }

        private double between(double l, double u) {
            return l > 0 ? lowerTail(-l) - lowerTail(-u) : lowerTail(u) - lowerTail(l);
        }
    }

    /**
     * A fitted model.
     *
     * @param options the options used
     * @param coefficients log odds ratios, one for each column
     * @param thresholds zeta
     * @param logLikelihood at the maximum
     * @param n number of observations
     */
    public record Result(
            ProportionalOddsModel options,
            List<Coefficient> coefficients,
            List<Coefficient> thresholds,
            double logLikelihood,
            long n)
            implements StatisticResult {

        public Result {
            coefficients = List.copyOf(coefficients);
            thresholds = List.copyOf(thresholds);
        }

        @Override
        public Procedure procedure() {
            return Procedure.of("proportional-odds", "proportional-odds regression", MCCULLAGH);
        }

        /**
         * For each column {@code <slug>.estimate} (the odds ratio), {@code .ci.lower, .ci.upper, .coefficient, .se,
         * .statistic, .p}; for each threshold {@code threshold-j-k.estimate} and so on; {@code log-likelihood, n}.
         */
        @Override
        public List<Quantity> quantities() {
            Quantities quantities = new Quantities();
            coefficients.forEach(coefficient -> coefficient.addRatioTo(quantities, "odds ratio"));
            thresholds.forEach(threshold -> threshold.addTo(quantities));
            return quantities
                    .add("log-likelihood", "log-likelihood", QuantityKind.STATISTIC, logLikelihood)
                    .count("n", "number of observations", n)
                    .list();
        }

        @Override
        public List<Rival> rivals() {
            return List.of(new Rival("sign-reversed", "odds ratios of a lower category", () -> {
                Quantities quantities = new Quantities();
                coefficients.forEach(coefficient -> coefficient.negated().addRatioTo(quantities, "odds ratio"));
                return quantities.list();
            }));
        }
    }
}
