package org.countersign.stats;

import static java.util.Objects.requireNonNull;
import static org.countersign.stats.QuantityKind.COEFFICIENT;
import static org.countersign.stats.QuantityKind.PROPORTION;

import java.util.List;
import java.util.function.Supplier;

/**
 * The probability that an observation of the first sample exceeds one of the second, ties counted half:
 * P(X &gt; Y) + P(X = Y)/2 = W/(n1 n2), the area under the ROC curve; Cliff's delta is twice that minus one.
 *
 * <p>Standard error from the placements of each sample in the other, with Satterthwaite's degrees of freedom (Brunner and
 * Munzel); the interval is t, cut off at 0 and 1, and the test is of 1/2.
 *
 * @param alternative of the probability against 1/2
 * @param level confidence level, of a two-sided interval
 */
public record ProbabilityOfSuperiority(Alternative alternative, double level) {

    private static final Reference BRUNNER_MUNZEL = Reference.of(
            "Brunner E, Munzel U",
            2000,
            "The nonparametric Behrens-Fisher problem: asymptotic theory and a small-sample approximation",
            "Biometrical Journal 42:17-25",
            "10.1002/(SICI)1521-4036(200001)42:1<17::AID-BIMJ17>3.0.CO;2-U");
    private static final Reference CLIFF = Reference.of(
            "Cliff N",
            1993,
            "Dominance statistics: ordinal analyses to answer ordinal questions",
            "Psychological Bulletin 114:494-509",
            "10.1037/0033-2909.114.3.494");

    /**
     * @throws IllegalArgumentException if {@code level} is outside (0, 1)
     */
    public ProbabilityOfSuperiority {
        requireNonNull(alternative);
        Require.level(level);
    }

    /** Two-sided, 95%. */
    public static ProbabilityOfSuperiority withDefaults() {
        return new ProbabilityOfSuperiority(Alternative.TWO_SIDED, 0.95);
    }

    public ProbabilityOfSuperiority with(Alternative newAlternative) {
        return new ProbabilityOfSuperiority(newAlternative, level);
    }

    public ProbabilityOfSuperiority withLevel(double newLevel) {
        return new ProbabilityOfSuperiority(alternative, newLevel);
    }

    /** The first sample against the second, two observations in each at least for the interval. */
    public Computation<Result> compute(FrequencyTable x, FrequencyTable y) {
        if (x.size() < 2 || y.size() < 2) {
            return Computation.notComputed(
                    x.isEmpty() || y.isEmpty()
                            ? NotComputed.Reason.NO_OBSERVATIONS
                            : NotComputed.Reason.TOO_FEW_OBSERVATIONS,
                    "a sample has fewer than two observations",
                    "check the grouping variable and the population's filter");
        }
        double n1 = x.size();
        double n2 = y.size();
        double estimate = WilcoxonRankSum.twiceW(x, y) / (2 * n1 * n2);
        double v1 = placementVariance(x, y) / n1;
        double v2 = placementVariance(y, x) / n2;
        double variance = v1 + v2;
        double df = variance == 0 ? 0 : variance * variance / (v1 * v1 / (n1 - 1) + v2 * v2 / (n2 - 1));
        return Computation.of(new Result(this, x, y, estimate, Math.sqrt(variance), df));
    }

    /** Sample variance of the shares of {@code other} that lie below each observation, ties half. */
    private static double placementVariance(FrequencyTable sample, FrequencyTable other) {
        Sum mean = new Sum();
        double[] placements = new double[sample.distinct()];
        for (int i = 0; i < placements.length; i++) {
            double value = sample.value(i);
            placements[i] = (other.countAtMost(value) - other.countOf(value) / 2.0) / other.size();
            mean.add(sample.count(i) * placements[i]);
        }
        double centre = mean.value() / sample.size();
        Sum squares = new Sum();
        for (int i = 0; i < placements.length; i++) {
            squares.add(sample.count(i) * (placements[i] - centre) * (placements[i] - centre));
        }
        return squares.value() / (sample.size() - 1);
    }

    /**
     * An ordinal comparison.
     *
     * @param options the options used
     * @param x first sample
     * @param y second sample
     * @param estimate probability of superiority
     * @param standardError of it; 0 where the samples do not overlap
     * @param degreesOfFreedom Satterthwaite's
     */
    public record Result(
            ProbabilityOfSuperiority options,
            FrequencyTable x,
            FrequencyTable y,
            double estimate,
            double standardError,
            double degreesOfFreedom)
            implements StatisticResult {

        private <T> Computation<T> unlessSeparated(Supplier<T> value) {
            return standardError == 0
                    ? Computation.notComputed(
                            NotComputed.Reason.SEPARATION,
                            "the samples do not overlap, or do not vary",
                            "report the estimate with the exact rank-sum test")
                    : Computation.of(value.get());
        }

        public Computation<ConfidenceInterval> interval() {
            return unlessSeparated(() -> {
                double half = Tails.tCritical(options.level, degreesOfFreedom) * standardError;
                return new ConfidenceInterval(
                        Math.max(0, estimate - half), Math.min(1, estimate + half), options.level, "Brunner-Munzel t");
            });
        }

        private Computation<Double> statistic() {
            return unlessSeparated(() -> (estimate - 0.5) / standardError);
        }

        @Override
        public Procedure procedure() {
            return Procedure.of(
                    "probability-of-superiority",
                    "probability of superiority and Cliff's delta; Brunner-Munzel interval and test"
                            + options.alternative.suffix(),
                    BRUNNER_MUNZEL,
                    CLIFF);
        }

        /**
         * Ids {@code estimate, ci.lower, ci.upper, cliff-delta, cliff-delta.ci.lower, cliff-delta.ci.upper, se,
         * statistic, df, p, n1, n2}.
         */
        @Override
        public List<Quantity> quantities() {
            Computation<ConfidenceInterval> delta = interval()
                    .map(own -> new ConfidenceInterval(
                            2 * own.lower() - 1, 2 * own.upper() - 1, own.level(), own.method()));
            return new Quantities()
                    .estimate("probability of superiority", PROPORTION, estimate)
                    .interval(PROPORTION, options.level, interval())
                    .add("cliff-delta", "Cliff's delta", COEFFICIENT, 2 * estimate - 1)
                    .interval("cliff-delta.ci", COEFFICIENT, options.level, delta)
                    .add("se", "standard error", PROPORTION, standardError)
                    .add("statistic", "t", QuantityKind.STATISTIC, statistic())
                    .add(
                            "df",
                            "degrees of freedom",
                            QuantityKind.DEGREES_OF_FREEDOM,
                            unlessSeparated(() -> degreesOfFreedom))
                    .add(
                            "p",
                            "P-value",
                            QuantityKind.P_VALUE,
                            statistic().map(t -> Tails.t(t, degreesOfFreedom, options.alternative)))
                    .count("n1", "size of sample 1", x.size())
                    .count("n2", "size of sample 2", y.size())
                    .list();
        }

        @Override
        public List<Rival> rivals() {
            return List.of(Rival.differing(
                    this,
                    "groups-swapped",
                    "second sample against the first",
                    () -> options.with(options.alternative.reversed()).compute(y, x)));
        }
    }
}
