package org.countersign.stats;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Regression of a binary or count outcome by maximum likelihood: logistic (odds ratios), log-binomial (risk ratios),
 * Poisson (rate ratios) and modified Poisson (risk ratios: Poisson with robust errors on a binary outcome). Wald
 * intervals and tests on the log scale; a likelihood-ratio test against the intercept alone.
 *
 * <p>Separation - covariates that tell the outcomes apart, so that a coefficient grows without end - is
 * {@link NotComputed.Reason#SEPARATION}, linear dependence {@link NotComputed.Reason#SINGULAR_DESIGN}.
 *
 * @param family outcome and link
 * @param errors the standard errors
 * @param level confidence level
 */
public record GeneralizedLinearModel(Family family, Errors errors, double level) {

    private static final Reference NELDER_WEDDERBURN = Reference.of(
            "Nelder JA, Wedderburn RWM",
            1972,
            "Generalized linear models",
            "Journal of the Royal Statistical Society A 135:370-384",
            "10.2307/2344614");
    private static final Reference ZOU = Reference.of(
            "Zou G",
            2004,
            "A modified Poisson regression approach to prospective studies with binary data",
            "American Journal of Epidemiology 159:702-706",
            "10.1093/aje/kwh090");
    private static final Reference WACHOLDER = Reference.of(
            "Wacholder S",
            1986,
            "Binomial regression in GLIM: estimating risk ratios and risk differences",
            "American Journal of Epidemiology 123:174-184",
            "10.1093/oxfordjournals.aje.a114212");

    /** Outcome and link. */
    public enum Family {
        LOGISTIC("logistic", "logistic regression", "odds ratio", true, NELDER_WEDDERBURN),
        LOG_BINOMIAL("log-binomial", "log-binomial regression", "risk ratio", true, WACHOLDER),
        POISSON("poisson", "Poisson regression", "rate ratio", false, NELDER_WEDDERBURN),
        MODIFIED_POISSON("modified-poisson", "modified Poisson regression", "risk ratio", true, ZOU);

        private final String id;
        private final String label;
        private final String ratio;
        private final boolean binary;
        private final Reference reference;

        Family(String id, String label, String ratio, boolean binary, Reference reference) {
            this.id = id;
            this.label = label;
            this.ratio = ratio;
            this.binary = binary;
            this.reference = reference;
        }

        public String id() {
            return id;
        }

        public String label() {
            return label;
        }

        /** What exp of a coefficient is. */
        public String ratio() {
            return ratio;
        }

        private MeanFunction function() {
            return switch (this) {
                case LOGISTIC -> MeanFunction.LOGISTIC;
                case LOG_BINOMIAL -> MeanFunction.LOG_BINOMIAL;
                case POISSON, MODIFIED_POISSON -> MeanFunction.POISSON;
            };
        }
    }

    /** The estimators of the coefficients' covariance. */
    public enum Errors {
        /** The inverse information. */
        MODEL("model", "model-based standard errors"),
        /** HC0 sandwich. */
        ROBUST("robust", "robust standard errors (HC0)"),
        /** Sandwich of the clusters' scores, with the factor G/(G - 1); with {@code computeClustered} only. */
        CLUSTERED("clustered", "cluster-robust standard errors");

        private final String id;
        private final String label;

        Errors(String id, String label) {
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
    public GeneralizedLinearModel {
        requireNonNull(family);
        requireNonNull(errors);
        Require.level(level);
    }

    /** Logistic regression, 95%. */
    public static GeneralizedLinearModel logistic() {
        return new GeneralizedLinearModel(Family.LOGISTIC, Errors.MODEL, 0.95);
    }

    /** Log-binomial regression, 95%. */
    public static GeneralizedLinearModel logBinomial() {
        return new GeneralizedLinearModel(Family.LOG_BINOMIAL, Errors.MODEL, 0.95);
    }

    /** Poisson regression, 95%. */
    public static GeneralizedLinearModel poisson() {
        return new GeneralizedLinearModel(Family.POISSON, Errors.MODEL, 0.95);
    }

    /** Modified Poisson regression with robust errors, 95%. */
    public static GeneralizedLinearModel modifiedPoisson() {
        return new GeneralizedLinearModel(Family.MODIFIED_POISSON, Errors.ROBUST, 0.95);
    }

    public GeneralizedLinearModel with(Errors newErrors) {
        return new GeneralizedLinearModel(family, newErrors, level);
    }

    public GeneralizedLinearModel withLevel(double newLevel) {
        return new GeneralizedLinearModel(family, errors, newLevel);
    }

    /**
     * The regression of {@code outcome} on the design's columns.
     *
     * @param outcome 0 or 1; for Poisson counts from 0
     * @throws IllegalArgumentException if a value is outside its range, the lengths differ, or the errors are clustered
     */
    public Computation<Result> compute(DesignMatrix design, double[] outcome) {
        return compute(design, outcome, new double[0], new double[0]);
    }

    /**
     * The regression of weighted observations.
     *
     * @param weights frequencies, one for each row; empty for all 1
     * @param offset added to the linear predictor, such as the log of the time at risk; empty for none
     * @throws IllegalArgumentException if a value is outside its range, the lengths differ, or the errors are clustered
     */
    public Computation<Result> compute(DesignMatrix design, double[] outcome, double[] weights, double[] offset) {
        Require.that(errors != Errors.CLUSTERED, "errors", errors, "MODEL or ROBUST; CLUSTERED needs computeClustered");
        return fit(new Rows(design, outcome, weights, offset, new int[0]));
    }

    /**
     * The regression with standard errors that allow for correlation within clusters.
     *
     * @param clusters each row's cluster, any codes
     * @throws IllegalArgumentException if a value is outside its range or the lengths differ
     */
    public Computation<Result> computeClustered(DesignMatrix design, double[] outcome, int[] clusters) {
        return computeClustered(design, outcome, new double[0], clusters);
    }

    /**
     * The regression with an offset and standard errors that allow for correlation within clusters.
     *
     * @param offset added to the linear predictor; empty for none
     * @param clusters each row's cluster, any codes
     * @throws IllegalArgumentException if a value is outside its range or the lengths differ
     */
    public Computation<Result> computeClustered(
            DesignMatrix design, double[] outcome, double[] offset, int[] clusters) {
        Require.sameLength("design", design.rows(), "clusters", clusters.length);
        if (Arrays.stream(clusters).distinct().count() < 2) {
            return Computation.notComputed(
                    NotComputed.Reason.TOO_FEW_OBSERVATIONS,
                    "there is a single cluster",
                    "use standard errors that are not clustered");
        }
        return with(Errors.CLUSTERED).fit(new Rows(design, outcome, new double[0], offset, clusters));
    }

    private Computation<Result> fit(Rows rows) {
        rows.check(family);
        Optional<Computation<Result>> hopeless = rows.constantOutcome();
        if (hopeless.isPresent()) {
            return hopeless.get();
        }
        ReweightedFit algorithm =
                new ReweightedFit(rows.design, rows.outcome, rows.weights, rows.offset, family.function());
        return algorithm.fit().map(fitted -> {
            double[][] covariance = errors == Errors.MODEL
                    ? fitted.solution().unscaledCovariance()
                    : fitted.solution().sandwich(algorithm.meat(fitted, rows.clusters));
            List<Coefficient> coefficients = new ArrayList<>();
            for (int j = 0; j < rows.design.columns(); j++) {
                coefficients.add(new Coefficient(
                        rows.design.names().get(j),
                        rows.design.slugs().get(j),
                        fitted.coefficients().get(j),
                        Math.sqrt(covariance[j][j]),
                        Double.POSITIVE_INFINITY,
                        level));
            }
            return new Result(
                    this,
                    coefficients,
                    new Covariance(covariance),
                    fitted.deviance(),
                    algorithm.logLikelihood(fitted.coefficients()),
                    rows.total(),
                    rows.events(),
                    rows);
        });
    }

    /** What a model was fitted to. */
    static final class Rows {

        private final DesignMatrix design;
        private final double[] outcome;
        private final double[] weights;
        private final double[] offset;
        private final int[] clusters;

        Rows(DesignMatrix design, double[] outcome, double[] weights, double[] offset, int[] clusters) {
            this.design = design;
            this.outcome = outcome;
            this.weights = weights;
            this.offset = offset;
            this.clusters = clusters;
        }

        private void check(Family family) {
            Require.finite("outcome", outcome);
            Require.sameLength("design", design.rows(), "outcome", outcome.length);
            for (int i = 0; i < outcome.length; i++) {
                boolean fits = family.binary ? outcome[i] == 0 || outcome[i] == 1 : outcome[i] >= 0;
                Require.that(
                        fits, "outcome[" + i + "]", outcome[i], family.binary ? "0 or 1" : "a number from 0 upwards");
            }
            checkVector("weights", weights, 0);
            checkVector("offset", offset, Double.NEGATIVE_INFINITY);
        }

        private void checkVector(String name, double[] values, double least) {
            Require.finite(name, values);
            if (values.length > 0) {
                Require.sameLength("design", design.rows(), name, values.length);
            }
            for (double value : values) {
                Require.that(value >= least, name, value, "a number from " + least + " upwards");
            }
        }

        private <T> Optional<Computation<T>> constantOutcome() {
            double n = total();
            double events = events();
            if (n == 0) {
                return Optional.of(Computation.notComputed(
                        NotComputed.Reason.NO_OBSERVATIONS,
                        "there are no observations",
                        "check the population's filter"));
            }
            boolean constant = IntStream.range(0, outcome.length)
                            .filter(i -> weights.length == 0 || weights[i] > 0)
                            .mapToDouble(i -> outcome[i])
                            .distinct()
                            .count()
                    == 1;
            if (events == 0 || constant) {
                return Optional.of(Computation.notComputed(
                        events == 0 ? NotComputed.Reason.NO_EVENTS : NotComputed.Reason.CONSTANT_DATA,
                        events == 0 ? "there are no events" : "the outcome does not vary",
                        "report the counts without a model"));
            }
            return Optional.empty();
        }

        double total() {
            return weights.length == 0 ? outcome.length : Sum.of(weights);
        }

        double events() {
            Sum sum = new Sum();
            for (int i = 0; i < outcome.length; i++) {
                sum.add(outcome[i] * (weights.length == 0 ? 1 : weights[i]));
            }
            return sum.value();
        }

        private Rows interceptOnly() {
            return new Rows(DesignMatrix.builder(design.rows()).build(), outcome, weights, offset, new int[0]);
        }
    }

    /**
     * A fitted model.
     *
     * @param options the options used
     * @param coefficients on the log scale, one for each column
     * @param covariance of the coefficients
     * @param deviance residual deviance
     * @param logLikelihood at the maximum
     * @param n number of observations
     * @param events sum of the outcome
     */
    public record Result(
            GeneralizedLinearModel options,
            List<Coefficient> coefficients,
            Covariance covariance,
            double deviance,
            double logLikelihood,
            double n,
            double events,
            Rows rows)
            implements StatisticResult {

        public Result {
            coefficients = List.copyOf(coefficients);
        }

        /** Likelihood-ratio chi-square against the intercept alone, on the number of the other columns. */
        public Computation<Double> likelihoodRatio() {
            if (coefficients.size() < 2 || !rows.design.hasIntercept()) {
                return Computation.notComputed(
                        NotComputed.Reason.UNDEFINED,
                        "the model has no covariates beside an intercept",
                        "leave it out");
            }
            return new GeneralizedLinearModel(options.family, Errors.MODEL, options.level)
                    .fit(rows.interceptOnly())
                    .map(alone -> 2 * (logLikelihood - alone.logLikelihood));
        }

        @Override
        public Procedure procedure() {
            return Procedure.of(
                    options.family.id + "-" + options.errors.id,
                    options.family.label + ", " + options.errors.label,
                    options.family.reference);
        }

        /**
         * For each column {@code <slug>.estimate} (the ratio), {@code .ci.lower, .ci.upper, .coefficient, .se,
         * .statistic, .p}; then {@code lr-statistic, lr-df, lr-p, deviance, log-likelihood, aic, events, n}.
         */
        @Override
        public List<Quantity> quantities() {
            Quantities quantities = new Quantities();
            coefficients.forEach(coefficient -> coefficient.addRatioTo(quantities, options.family.ratio));
            double df = coefficients.size() - 1.0;
            Computation<Double> ratio = likelihoodRatio();
            return quantities
                    .add("lr-statistic", "likelihood-ratio chi-square", QuantityKind.STATISTIC, ratio)
                    .add("lr-df", "degrees of freedom", QuantityKind.DEGREES_OF_FREEDOM, df)
                    .add(
                            "lr-p",
                            "P-value of the likelihood-ratio test",
                            QuantityKind.P_VALUE,
                            ratio.map(statistic -> Tails.chiSquareUpper(statistic, df)))
                    .add("deviance", "residual deviance", QuantityKind.STATISTIC, deviance)
                    .add("log-likelihood", "log-likelihood", QuantityKind.STATISTIC, logLikelihood)
                    .add("aic", "AIC", QuantityKind.STATISTIC, 2 * coefficients.size() - 2 * logLikelihood)
                    .add(
                            "events",
                            options.family.binary ? "number of events" : "sum of counts",
                            QuantityKind.COUNT,
                            events)
                    .add("n", "number of observations", QuantityKind.COUNT, n)
                    .list();
        }

        @Override
        public List<Rival> rivals() {
            List<Rival> rivals = new ArrayList<>();
            for (Errors other : List.of(Errors.MODEL, Errors.ROBUST)) {
                if (other != options.errors) {
                    rivals.add(Rival.differing(
                            this,
                            other.id,
                            other.label,
                            () -> options.with(other).fit(rows)));
                }
            }
            if (options.family.binary) {
                for (Family other : List.of(Family.LOGISTIC, Family.LOG_BINOMIAL, Family.MODIFIED_POISSON)) {
                    if (other != options.family) {
                        Errors errors = other == Family.MODIFIED_POISSON ? Errors.ROBUST : Errors.MODEL;
                        rivals.add(Rival.differing(
                                this,
                                other.id,
                                other.label,
                                () -> new GeneralizedLinearModel(other, errors, options.level).fit(rows)));
                    }
                }
            }
            rivals.add(new Rival("log-scale", "coefficients in place of ratios", this::logScale));
            rivals.add(new Rival("sign-reversed", "the reference level swapped: ratios inverted", this::inverted));
            return List.copyOf(rivals);
        }

        private List<Quantity> logScale() {
            Quantities quantities = new Quantities();
            for (Coefficient coefficient : coefficients) {
                quantities
                        .add(
                                coefficient.slug() + ".estimate",
                                "log " + options.family.ratio,
                                QuantityKind.DIMENSIONLESS,
                                coefficient.estimate())
                        .interval(coefficient.slug() + ".ci", QuantityKind.DIMENSIONLESS, coefficient.interval());
            }
            return quantities.list();
        }

        private List<Quantity> inverted() {
            Quantities quantities = new Quantities();
            coefficients.forEach(coefficient -> coefficient.negated().addRatioTo(quantities, options.family.ratio));
            return quantities.list().stream()
                    .filter(quantity ->
                            !quantity.id().endsWith(".se") && !quantity.id().endsWith(".p"))
                    .toList();
        }
    }
}
