package org.countersign.stats;

import static org.countersign.stats.QuantityKind.MEASUREMENT;
import static org.countersign.stats.QuantityKind.RATIO;

import java.util.List;

/**
 * Two groups' restricted mean survival times, the areas under their Kaplan-Meier curves up to a horizon: their
 * difference, and their ratio by the delta method on the log scale; the variances of the two add. Wald z intervals and
 * tests.
 *
 * @param level confidence level
 */
public record RestrictedMeanComparison(double level) {

    private static final Reference ROYSTON_PARMAR = Reference.of(
            "Royston P, Parmar MKB",
            2013,
            "Restricted mean survival time: an alternative to the hazard ratio for the design and analysis of"
                    + " randomized trials with a time-to-event outcome",
            "BMC Medical Research Methodology 13:152",
            "10.1186/1471-2288-13-152");

    /**
     * @throws IllegalArgumentException if {@code level} is outside (0, 1)
     */
    public RestrictedMeanComparison {
        Require.level(level);
    }

    /** 95% intervals. */
    public static RestrictedMeanComparison withDefaults() {
        return new RestrictedMeanComparison(0.95);
    }

    public RestrictedMeanComparison withLevel(double newLevel) {
        return new RestrictedMeanComparison(newLevel);
    }

    /**
     * The first group against the reference.
     *
     * @throws IllegalArgumentException if the horizons differ
     */
    public Computation<Result> compute(KaplanMeier.RestrictedMean first, KaplanMeier.RestrictedMean reference) {
        Require.that(
                first.horizon() == reference.horizon(),
                "horizon of the reference",
                reference.horizon(),
                "that of the first, " + first.horizon());
        double variance =
                first.standardError() * first.standardError() + reference.standardError() * reference.standardError();
        if (variance == 0) {
            return Computation.notComputed(
                    NotComputed.Reason.NO_EVENTS,
                    "neither group has an event that others outlive before " + first.horizon(),
                    "take a later horizon");
        }
        double first2 = first.standardError() / first.estimate();
        double reference2 = reference.standardError() / reference.estimate();
        return Computation.of(new Result(
                first,
                reference,
                new Coefficient(
                        "difference",
                        "difference",
                        first.estimate() - reference.estimate(),
                        Math.sqrt(variance),
                        Double.POSITIVE_INFINITY,
                        level),
                new Coefficient(
                        "ratio",
                        "ratio",
                        Math.log(first.estimate() / reference.estimate()),
                        Math.sqrt(first2 * first2 + reference2 * reference2),
                        Double.POSITIVE_INFINITY,
                        level)));
    }

    /**
     * A comparison of restricted means.
     *
     * @param first restricted mean of the first group
     * @param reference of the other
     * @param difference first minus reference
     * @param logRatio log of first over reference
     */
    public record Result(
            KaplanMeier.RestrictedMean first,
            KaplanMeier.RestrictedMean reference,
            Coefficient difference,
            Coefficient logRatio)
            implements StatisticResult {

        @Override
        public Procedure procedure() {
            return Procedure.of(
                    "restricted-mean-comparison", "comparison of restricted mean survival times", ROYSTON_PARMAR);
        }

        /**
         * Ids {@code difference.estimate, difference.ci.lower, .ci.upper, .se, .statistic, .p}, and the same with
         * {@code ratio}, whose {@code .se} is on the log scale.
         */
        @Override
        public List<Quantity> quantities() {
            return quantities(difference, logRatio);
        }

        private static List<Quantity> quantities(Coefficient difference, Coefficient logRatio) {
            Quantities quantities = new Quantities()
                    .add("difference.estimate", "difference of restricted means", MEASUREMENT, difference.estimate())
                    .interval("difference.ci", MEASUREMENT, difference.interval())
                    .add("difference.se", "standard error", MEASUREMENT, difference.standardError())
                    .add("difference.statistic", "z", QuantityKind.STATISTIC, difference.statistic())
                    .add("difference.p", "P-value", QuantityKind.P_VALUE, difference.p());
            return quantities
                    .add("ratio.estimate", "ratio of restricted means", RATIO, Math.exp(logRatio.estimate()))
                    .interval("ratio.ci", RATIO, logRatio.ratioInterval())
                    .add(
                            "ratio.se",
                            "standard error of the log ratio",
                            QuantityKind.DIMENSIONLESS,
                            logRatio.standardError())
                    .add("ratio.statistic", "z", QuantityKind.STATISTIC, logRatio.statistic())
                    .add("ratio.p", "P-value", QuantityKind.P_VALUE, logRatio.p())
                    .list();
        }

        @Override
        public List<Rival> rivals() {
            return List.of(new Rival(
                    "sign-reversed",
                    "the groups swapped",
                    () -> quantities(difference.negated(), logRatio.negated()).stream()
                            .filter(q -> !q.id().endsWith(".se") && !q.id().endsWith(".p"))
                            .toList()));
        }
    }
}
