package org.countersign.stats;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;

/**
 * Cox's proportional-hazards regression by partial likelihood, ties after Efron (default) or Breslow, stratified or
 * not; Wald intervals and tests of the log hazard ratios, likelihood-ratio test of all of them, and the score test of
 * proportional hazards (Grambsch and Therneau) against the Kaplan-Meier transform of time. Standard errors from the
 * information, or the sandwich of the score residuals summed within clusters, without a factor for their number.
 *
 * @param ties how simultaneous events are treated
 * @param errors the standard errors
 * @param level confidence level
 */
public record CoxModel(Ties ties, Errors errors, double level) {

    private static final int MAX_ITERATIONS = 100;
    private static final int SEPARATION_ITERATION = 25;
    private static final double TOLERANCE = 1e-11;

    private static final Reference COX = Reference.of(
            "Cox DR",
            1972,
            "Regression models and life-tables",
            "Journal of the Royal Statistical Society B 34:187-202",
            "10.1111/j.2517-6161.1972.tb00899.x");
    private static final Reference EFRON = Reference.of(
            "Efron B",
            1977,
            "The efficiency of Cox's likelihood function for censored data",
            "Journal of the American Statistical Association 72:557-565",
            "10.1080/01621459.1977.10480613");
    private static final Reference BRESLOW = Reference.of(
            "Breslow N",
            1974,
            "Covariance analysis of censored survival data",
            "Biometrics 30:89-99",
            "10.2307/2529620");
    private static final Reference GRAMBSCH_THERNEAU = Reference.of(
            "Grambsch PM, Therneau TM",
            1994,
            "Proportional hazards tests and diagnostics based on weighted residuals",
            "Biometrika 81:515-526",
            "10.1093/biomet/81.3.515");

    private static final Reference LIN_WEI = Reference.of(
            "Lin DY, Wei LJ",
            1989,
            "The robust inference for the Cox proportional hazards model",
            "Journal of the American Statistical Association 84:1074-1078",
            "10.1080/01621459.1989.10478874");

    /** The estimators of the coefficients' covariance. */
    public enum Errors {
        /** The inverse information. */
        MODEL,
        /** With {@code computeClustered} only. */
        CLUSTERED
    }

    /** How simultaneous events are treated. */
    public enum Ties {
        EFRON("efron", "Efron", CoxModel.EFRON),
        BRESLOW("breslow", "Breslow", CoxModel.BRESLOW);

        private final String id;
        private final String label;
        private final Reference reference;

        Ties(String id, String label, Reference reference) {
            this.id = id;
            this.label = label;
            this.reference = reference;
        }

        public String id() {
            return id;
        }
    }

    /**
     * @throws IllegalArgumentException if {@code level} is outside (0, 1)
     */
    public CoxModel {
        requireNonNull(ties);
        requireNonNull(errors);
        Require.level(level);
    }

    /** Efron, 95%. */
    public static CoxModel withDefaults() {
        return new CoxModel(Ties.EFRON, Errors.MODEL, 0.95);
    }

    public CoxModel with(Ties newTies) {
        return new CoxModel(newTies, errors, level);
    }

    public CoxModel withLevel(double newLevel) {
        return new CoxModel(ties, errors, newLevel);
    }

    /**
     * The regression; the design's intercept, if it has one, is left out.
     *
     * @param times to event or censoring, from 0
     * @param events whether the event occurred
     * @throws IllegalArgumentException if a time is negative or not finite, or the lengths differ
     */
    public Computation<Result> compute(DesignMatrix design, double[] times, boolean[] events) {
        return compute(design, times, events, new int[times.length]);
    }

    /**
     * The stratified regression: each stratum has a baseline hazard of its own.
     *
     * @param strata each row's stratum, any codes
     * @throws IllegalArgumentException if a time is negative or not finite, or the lengths differ
     */
    public Computation<Result> compute(DesignMatrix design, double[] times, boolean[] events, int[] strata) {
        Require.that(errors == Errors.MODEL, "errors", errors, "MODEL; CLUSTERED needs computeClustered");
        return fit(design, times, events, strata, new Clusters(new int[times.length]));
    }

    /**
     * The regression with standard errors that allow for correlation within clusters.
     *
     * @param strata each row's stratum, any codes
     * @param clusters each row's cluster, any codes
     * @throws IllegalArgumentException if a time is negative or not finite, or the lengths differ
     */
    public Computation<Result> computeClustered(
            DesignMatrix design, double[] times, boolean[] events, int[] strata, int[] clusters) {
        Require.sameLength("times", times.length, "clusters", clusters.length);
        Clusters grouped = new Clusters(clusters);
        if (grouped.count() < 2) {
            return Computation.notComputed(
                    NotComputed.Reason.TOO_FEW_OBSERVATIONS,
                    "there are fewer than two clusters",
                    "use standard errors that are not clustered");
        }
        return new CoxModel(ties, Errors.CLUSTERED, level).fit(design, times, events, strata, grouped);
    }

    private Computation<Result> fit(
            DesignMatrix design, double[] times, boolean[] events, int[] strata, Clusters clusters) {
        SurvivalSample.check(times, events);
        Require.sameLength("design", design.rows(), "times", times.length);
        Require.sameLength("times", times.length, "strata", strata.length);
        PartialLikelihood likelihood = new PartialLikelihood(design.withoutIntercept(), times, events, strata, ties);
        if (likelihood.events() == 0) {
            return Computation.notComputed(
                    NotComputed.Reason.NO_EVENTS, "there are no events", "report the follow-up without a model");
        }
        return maximise(likelihood, clusters);
    }

    private Computation<Result> maximise(PartialLikelihood likelihood, Clusters clusters) {
        double[] b = new double[likelihood.columns()];
        PartialLikelihood.Evaluation current = likelihood.evaluate(b);
        double nullLogLikelihood = current.logLikelihood();
        for (int iteration = 1; iteration <= MAX_ITERATIONS; iteration++) {
            OptionalInt flat = current.flatColumn();
            if (flat.isPresent()) {
                return iteration == 1
                        ? singular(likelihood.design().names().get(flat.getAsInt()))
                        : separated(likelihood, flat.getAsInt());
            }
            LUDecomposition decomposition = new LUDecomposition(current.information(), 0);
            RealVector step = decomposition.getSolver().solve(current.score());
            double[] next = moved(b, step, 1);
            PartialLikelihood.Evaluation tried = likelihood.evaluate(next);
            for (double share = 0.5; tried.worseThan(current) && share > 1e-12; share /= 2) {
                next = moved(b, step, share);
                tried = likelihood.evaluate(next);
            }
            RealMatrix covariance = decomposition.getSolver().getInverse();
            boolean settled = true;
            int widest = 0;
            for (int j = 0; j < b.length; j++) {
                settled &= Math.abs(next[j] - b[j]) <= TOLERANCE * Math.sqrt(covariance.getEntry(j, j));
                widest = Math.abs(next[j] - b[j]) > Math.abs(next[widest] - b[widest]) ? j : widest;
            }
            double stride = likelihood.range(widest) * Math.abs(next[widest] - b[widest]);
            b = next;
            current = tried;
            if (settled) {
                return Computation.of(result(likelihood, b, current, nullLogLikelihood, clusters));
            }
            if (iteration >= SEPARATION_ITERATION && stride > 0.3) {
                return separated(likelihood, widest);
            }
        }
        return Computation.notComputed(
                NotComputed.Reason.NO_CONVERGENCE, "the estimation did not settle", "use fewer covariates");
    }

    private static double[] moved(double[] from, RealVector step, double share) {
        double[] next = from.clone();
        for (int j = 0; j < next.length; j++) {
            next[j] += share * step.getEntry(j);
        }
        return next;
    }

    private static Computation<Result> singular(String name) {
        return Computation.notComputed(
                NotComputed.Reason.SINGULAR_DESIGN,
                "`" + name + "` does not vary among those at risk, or is a linear combination of other columns",
                "leave `" + name + "` out");
    }

    private static Computation<Result> separated(PartialLikelihood likelihood, int column) {
        String name = likelihood.design().names().get(column);
        return Computation.notComputed(
                NotComputed.Reason.SEPARATION,
                "the coefficient of `" + name + "` grows without end: the events always fall on one side of it",
                "leave `" + name + "` out, or use the log-rank test");
    }

    private Result result(
            PartialLikelihood likelihood,
            double[] b,
            PartialLikelihood.Evaluation at,
            double nullLogLikelihood,
            Clusters clusters) {
        RealMatrix covariance =
                new LUDecomposition(at.information(), 0).getSolver().getInverse();
        if (errors == Errors.CLUSTERED) {
            RealMatrix meat = new Array2DRowRealMatrix(likelihood.clusteredMeat(b, clusters), false);
            covariance = covariance.multiply(meat).multiply(covariance.transpose());
        }
        List<Coefficient> coefficients = new ArrayList<>();
        for (int j = 0; j < b.length; j++) {
            coefficients.add(new Coefficient(
                    likelihood.design().names().get(j),
                    likelihood.design().slugs().get(j),
                    b[j],
                    Math.sqrt(covariance.getEntry(j, j)),
                    Double.POSITIVE_INFINITY,
                    level));
        }
        return new Result(
                this,
                coefficients,
                new Covariance(covariance.getData()),
                nullLogLikelihood,
                at.logLikelihood(),
                likelihood,
                clusters);
    }

    /**
     * A fitted model.
     *
     * @param options the options used
     * @param coefficients log hazard ratios, one for each column
     * @param covariance of the coefficients
     * @param nullLogLikelihood log partial likelihood at 0
     * @param logLikelihood at the maximum
     */
    public record Result(
            CoxModel options,
            List<Coefficient> coefficients,
            Covariance covariance,
            double nullLogLikelihood,
            double logLikelihood,
            PartialLikelihood likelihood,
            Clusters clusters)
            implements StatisticResult {

        public Result {
            coefficients = List.copyOf(coefficients);
        }

        /** Likelihood-ratio chi-square against no covariates; only where rows are independent. */
        public Computation<Double> likelihoodRatio() {
            return options.errors == Errors.CLUSTERED
                    ? Computation.notComputed(
                            NotComputed.Reason.UNDEFINED,
                            "the likelihood-ratio test takes the rows as independent",
                            "use the tests of the coefficients")
                    : Computation.of(Math.max(0, 2 * (logLikelihood - nullLogLikelihood)));
        }

        private double[] estimates() {
            return coefficients.stream().mapToDouble(Coefficient::estimate).toArray();
        }

        /** The score test of proportional hazards for all columns together. */
        public Computation<ModelComparison.Result> proportionalHazardsTest() {
            List<Integer> all = new ArrayList<>();
            for (int j = 0; j < coefficients.size(); j++) {
                all.add(j);
            }
            return proportionalHazards("all covariates", all);
        }

        /** The score test of proportional hazards for one term. */
        public Computation<ModelComparison.Result> proportionalHazardsTest(String term) {
            DesignMatrix.Term found = likelihood.design().terms().stream()
                    .filter(candidate -> candidate.name().equals(term))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("term = " + term + ": expected one of "
                            + likelihood.design().terms().stream()
                                    .map(DesignMatrix.Term::name)
                                    .toList()));
            return proportionalHazards(term, found.columns());
        }

        private Computation<ModelComparison.Result> proportionalHazards(String what, List<Integer> columns) {
            return likelihood
                    .proportionalHazardsStatistic(estimates(), columns)
                    .map(statistic -> new ModelComparison.Result(
                            "proportional-hazards-test",
                            "score test of proportional hazards for " + what + " (Kaplan-Meier transform)",
                            GRAMBSCH_THERNEAU,
                            statistic,
                            columns.size(),
                            OptionalDouble.empty(),
                            Tails.chiSquareUpper(statistic, columns.size())));
        }

        @Override
        public Procedure procedure() {
            String id = "cox-" + options.ties.id;
            String label = "Cox proportional-hazards regression, ties: " + options.ties.label;
            return options.errors == Errors.MODEL
                    ? Procedure.of(id, label, COX, options.ties.reference)
                    : Procedure.of(
                            id + "-clustered",
                            label + ", cluster-robust standard errors",
                            COX,
                            options.ties.reference,
                            LIN_WEI);
        }

        /**
         * For each column {@code <slug>.estimate} (the hazard ratio), {@code .ci.lower, .ci.upper, .coefficient, .se,
         * .statistic, .p}; then {@code lr-statistic, lr-df, lr-p, ph-statistic, ph-p, log-likelihood, events, n}.
         */
        @Override
        public List<Quantity> quantities() {
            Quantities quantities = new Quantities();
            coefficients.forEach(coefficient -> coefficient.addRatioTo(quantities, "hazard ratio"));
            Computation<Double> ratio = likelihoodRatio();
            double df = coefficients.size();
            Computation<ModelComparison.Result> proportional = proportionalHazardsTest();
            return quantities
                    .add("lr-statistic", "likelihood-ratio chi-square", QuantityKind.STATISTIC, ratio)
                    .add("lr-df", "degrees of freedom", QuantityKind.DEGREES_OF_FREEDOM, df)
                    .add(
                            "lr-p",
                            "P-value of the likelihood-ratio test",
                            QuantityKind.P_VALUE,
                            ratio.map(statistic -> Tails.chiSquareUpper(statistic, df)))
                    .add(
                            "ph-statistic",
                            "chi-square for proportional hazards",
                            QuantityKind.STATISTIC,
                            proportional.map(ModelComparison.Result::statistic))
                    .add(
                            "ph-p",
                            "P-value for proportional hazards",
                            QuantityKind.P_VALUE,
                            proportional.map(ModelComparison.Result::p))
                    .add("log-likelihood", "log partial likelihood", QuantityKind.STATISTIC, logLikelihood)
                    .count("events", "number of events", likelihood.events())
                    .count("n", "number of observations", likelihood.size())
                    .list();
        }

        @Override
        public List<Rival> rivals() {
            Ties other = options.ties == Ties.EFRON ? Ties.BRESLOW : Ties.EFRON;
            List<Rival> rivals = new ArrayList<>();
            rivals.add(Rival.differing(
                    this,
                    other.id,
                    "ties: " + other.label,
                    () -> options.with(other).maximise(likelihood.with(other), clusters)));
            if (options.errors == Errors.CLUSTERED) {
                rivals.add(Rival.differing(
                        this,
                        "model",
                        "model-based standard errors",
                        () -> new CoxModel(options.ties, Errors.MODEL, options.level).maximise(likelihood, clusters)));
            }
            rivals.add(new Rival("sign-reversed", "the reference level swapped: ratios inverted", () -> {
                Quantities quantities = new Quantities();
                coefficients.forEach(coefficient -> coefficient.negated().addRatioTo(quantities, "hazard ratio"));
                return quantities.list();
            }));
            return List.copyOf(rivals);
        }
    }
}
