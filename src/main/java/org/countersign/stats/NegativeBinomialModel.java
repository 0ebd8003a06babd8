package org.countersign.stats;

import java.util.ArrayList;
import java.util.List;

/**
 * Negative binomial regression (NB2) of counts, log link, variance mu + mu²/theta, coefficients and theta by maximum
 * likelihood in turn, as R's {@code glm.nb}; the coefficients' standard errors take theta as known. Counts without
 * overdispersion have no finite theta ({@link NotComputed.Reason#NO_CONVERGENCE}).
 *
 * @param level confidence level
 */
public record NegativeBinomialModel(double level) {

    private static final int MAX_ROUNDS = 300;
    private static final double LARGEST_THETA = 1e7;
    private static final double TOLERANCE = 1e-12;
    private static final Reference LAWLESS = Reference.of(
            "Lawless JF",
            1987,
            "Negative binomial and mixed Poisson regression",
            "The Canadian Journal of Statistics 15:209-225",
            "10.2307/3314912");

    /**
     * @throws IllegalArgumentException if {@code level} is outside (0, 1)
     */
    public NegativeBinomialModel {
        Require.level(level);
    }

    /** 95% intervals. */
    public static NegativeBinomialModel withDefaults() {
        return new NegativeBinomialModel(0.95);
    }

    public NegativeBinomialModel withLevel(double newLevel) {
        return new NegativeBinomialModel(newLevel);
    }

    /**
     * The regression of counts.
     *
     * @param outcome whole numbers from 0
     * @param offset added to the linear predictor; empty for none
     * @throws IllegalArgumentException if a value is outside its range or the lengths differ
     */
    public Computation<Result> compute(DesignMatrix design, double[] outcome, double[] offset) {
        Require.sameLength("design", design.rows(), "outcome", outcome.length);
        for (int i = 0; i < outcome.length; i++) {
            Require.that(
                    outcome[i] >= 0 && outcome[i] == Math.rint(outcome[i]),
                    "outcome[" + i + "]",
                    outcome[i],
                    "a whole number from 0 upwards");
        }
        Computation<GeneralizedLinearModel.Result> poisson =
                GeneralizedLinearModel.poisson().compute(design, outcome, new double[0], offset);
        return poisson.flatMap(start -> alternate(design, outcome, offset, start));
    }

    private Computation<Result> alternate(
            DesignMatrix design, double[] outcome, double[] offset, GeneralizedLinearModel.Result start) {
        double[] coefficients =
                start.coefficients().stream().mapToDouble(Coefficient::estimate).toArray();
        double theta = theta(design, outcome, offset, coefficients, 1);
        for (int round = 0; round < MAX_ROUNDS; round++) {
            if (theta > LARGEST_THETA) {
                return Computation.notComputed(
                        NotComputed.Reason.NO_CONVERGENCE,
                        "the counts are not overdispersed, so theta grows without end",
                        "use Poisson regression");
            }
            ReweightedFit algorithm =
                    new ReweightedFit(design, outcome, new double[0], offset, MeanFunction.negativeBinomial(theta));
            Computation<ReweightedFit.Fitted> step = algorithm.fit();
            if (!(step instanceof Computed<ReweightedFit.Fitted> computed)) {
                return step.map(never -> {
                    throw new AssertionError();
                });
            }
            coefficients = computed.value().coefficients().toArray();
            double next = theta(design, outcome, offset, coefficients, theta);
            if (Math.abs(next - theta) <= TOLERANCE * theta) {
                return Computation.of(finish(design, algorithm, computed.value(), next, outcome.length));
            }
            theta = next;
        }
        return Computation.notComputed(
                NotComputed.Reason.NO_CONVERGENCE,
                "theta did not settle in " + MAX_ROUNDS + " rounds",
                "use Poisson regression with robust standard errors");
    }

    private Result finish(
            DesignMatrix design, ReweightedFit algorithm, ReweightedFit.Fitted fitted, double theta, int n) {
        double[][] covariance = fitted.solution().unscaledCovariance();
        List<Coefficient> coefficients = new ArrayList<>();
        for (int j = 0; j < design.columns(); j++) {
            coefficients.add(new Coefficient(
                    design.names().get(j),
                    design.slugs().get(j),
                    fitted.coefficients().get(j),
                    Math.sqrt(covariance[j][j]),
                    Double.POSITIVE_INFINITY,
                    level));
        }
        return new Result(this, coefficients, theta, algorithm.logLikelihood(fitted.coefficients()), n);
    }

    /** The root of the score for theta by Newton's method on its logarithm. */
    private static double theta(
            DesignMatrix design, double[] outcome, double[] offset, double[] coefficients, double start) {
        double[] row = new double[design.columns()];
        double theta = start;
        for (int step = 0; step < 100 && theta <= LARGEST_THETA; step++) {
            Sum score = new Sum();
            Sum information = new Sum();
            for (int i = 0; i < outcome.length; i++) {
                design.row(i, row);
                double predictor = offset.length == 0 ? 0 : offset[i];
                for (int j = 0; j < row.length; j++) {
                    predictor += coefficients[j] * row[j];
                }
                double mean = Math.exp(predictor);
                double y = outcome[i];
                for (int k = 0; k < y; k++) {
                    score.add(1 / (theta + k));
                    information.add(1 / ((theta + k) * (theta + k)));
                }
                score.add(-Math.log1p(mean / theta)).add((mean - y) / (mean + theta));
                information.add(-mean / (theta * (mean + theta))).add((mean - y) / ((mean + theta) * (mean + theta)));
            }
            double move = score.value() / (theta * information.value() - score.value());
            if (!(Math.abs(move) <= 2)) {
                move = score.value() > 0 ? 1 : -1;
            }
            theta *= Math.exp(move);
            if (Math.abs(move) < 1e-14) {
                break;
            }
        }
        return theta;
    }

    /**
     * A fitted model.
     *
     * @param options the options used
     * @param coefficients on the log scale, one for each column
     * @param theta shape
     * @param logLikelihood at the maximum
     * @param n number of observations
     */
    public record Result(
            NegativeBinomialModel options, List<Coefficient> coefficients, double theta, double logLikelihood, long n)
            implements StatisticResult {

        public Result {
            coefficients = List.copyOf(coefficients);
        }

        @Override
        public Procedure procedure() {
            return Procedure.of("negative-binomial", "negative binomial regression", LAWLESS);
        }

        /** For each column as in {@link GeneralizedLinearModel.Result}; then {@code theta, log-likelihood, aic, n}. */
        @Override
        public List<Quantity> quantities() {
            Quantities quantities = new Quantities();
            coefficients.forEach(coefficient -> coefficient.addRatioTo(quantities, "rate ratio"));
            return quantities
                    .add("theta", "theta", QuantityKind.DIMENSIONLESS, theta)
                    .add("log-likelihood", "log-likelihood", QuantityKind.STATISTIC, logLikelihood)
                    .add("aic", "AIC", QuantityKind.STATISTIC, 2 * (coefficients.size() + 1) - 2 * logLikelihood)
                    .count("n", "number of observations", n)
                    .list();
        }

        @Override
        public List<Rival> rivals() {
            return List.of(new Rival(
                    "dispersion-alpha",
                    "dispersion alpha = 1/theta",
                    () -> List.of(Quantity.of("theta", "alpha", QuantityKind.DIMENSIONLESS, 1 / theta))));
        }
    }
}
