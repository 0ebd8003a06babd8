package org.countersign.stats;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;

/**
 * The Mantel-Haenszel estimate common to several 2 x 2 tables, one for each stratum: of the odds ratio (variance of
 * Robins, Breslow and Greenland), the risk ratio or the risk difference (variances of Greenland and Robins), with the
 * Cochran-Mantel-Haenszel test, corrected for continuity by default as in R's {@code mantelhaen.test}.
 *
 * <p>Strata with an empty group add nothing and are left out.
 *
 * @param measure what is pooled
 * @param correction of the test's statistic
 * @param level confidence level
 */
public record MantelHaenszel(Measure measure, Correction correction, double level) {

    private static final Reference MANTEL_HAENSZEL = Reference.of(
            "Mantel N, Haenszel W",
            1959,
            "Statistical aspects of the analysis of data from retrospective studies of disease",
            "Journal of the National Cancer Institute 22:719-748",
            "10.1093/jnci/22.4.719");
    private static final Reference ROBINS_BRESLOW_GREENLAND = Reference.of(
            "Robins J, Breslow N, Greenland S",
            1986,
            "Estimators of the Mantel-Haenszel variance consistent in both sparse data and large-strata limiting models",
            "Biometrics 42:311-323",
            "10.2307/2531052");
    private static final Reference GREENLAND_ROBINS = Reference.of(
            "Greenland S, Robins JM",
            1985,
            "Estimation of a common effect parameter from sparse follow-up data",
            "Biometrics 41:55-68",
            "10.2307/2530643");

    /** What is pooled over the strata. */
    public enum Measure {
        ODDS_RATIO("odds-ratio", "odds ratio", QuantityKind.RATIO, ROBINS_BRESLOW_GREENLAND),
        RISK_RATIO("risk-ratio", "risk ratio", QuantityKind.RATIO, GREENLAND_ROBINS),
        RISK_DIFFERENCE("risk-difference", "risk difference", QuantityKind.PROPORTION_DIFFERENCE, GREENLAND_ROBINS);

        private final String id;
        private final String label;
        private final QuantityKind kind;
        private final Reference reference;

        Measure(String id, String label, QuantityKind kind, Reference reference) {
            this.id = id;
            this.label = label;
            this.kind = kind;
            this.reference = reference;
        }
    }

    /** Correction for continuity of the test. */
    public enum Correction {
        NONE,
        /** 1/2 off the absolute sum of differences, where that is at least 1/2. */
        HALF
    }

    /**
     * @throws IllegalArgumentException if {@code level} is outside (0, 1)
     */
    public MantelHaenszel {
        requireNonNull(measure);
        requireNonNull(correction);
        Require.level(level);
    }

    /** Odds ratio, corrected test, 95%. */
    public static MantelHaenszel withDefaults() {
        return new MantelHaenszel(Measure.ODDS_RATIO, Correction.HALF, 0.95);
    }

    public MantelHaenszel with(Measure newMeasure) {
        return new MantelHaenszel(newMeasure, correction, level);
    }

    public MantelHaenszel with(Correction newCorrection) {
        return new MantelHaenszel(measure, newCorrection, level);
    }

    public MantelHaenszel withLevel(double newLevel) {
        return new MantelHaenszel(measure, correction, newLevel);
    }

    /** The pooled estimate and test of the strata. */
    public Computation<Result> compute(List<TwoByTwoTable> strata) {
        List<TwoByTwoTable> used = strata.stream()
                .filter(table -> table.n1() > 0 && table.n2() > 0)
                .toList();
        if (used.isEmpty()) {
            return Computation.notComputed(
                    NotComputed.Reason.NO_OBSERVATIONS,
                    "no stratum has observations in both groups",
                    "check the stratifying variable");
        }
        Sum difference = new Sum();
        Sum variance = new Sum();
        for (TwoByTwoTable table : used) {
            double n = table.total();
            difference.add(table.events1() - (double) table.n1() * table.events() / n);
            if (n > 1) {
                variance.add((double) table.n1()
                        * table.n2()
                        * table.events()
                        * (table.total() - table.events())
                        / (n * n * (n - 1)));
            }
        }
        if (variance.value() == 0) {
            return Computation.notComputed(
                    NotComputed.Reason.CONSTANT_DATA,
                    "the outcome does not vary within any stratum",
                    "report the counts without a pooled estimate");
        }
        double distance = Math.abs(difference.value());
        double off = correction == Correction.HALF && distance >= 0.5 ? 0.5 : 0;
        double statistic = (distance - off) * (distance - off) / variance.value();
        return pooled(used)
                .map(estimate -> new Result(
                        this,
                        strata,
                        estimate.value,
                        estimate.standardError,
                        interval(estimate),
                        statistic,
                        Tails.chiSquareUpper(statistic, 1)));
    }

    /** A pooled value with its standard error, on the log scale for ratios. */
    private record Pooled(double value, double standardError) {}

    private Computation<Pooled> pooled(List<TwoByTwoTable> strata) {
        return switch (measure) {
            case ODDS_RATIO -> oddsRatio(strata);
            case RISK_RATIO -> riskRatio(strata);
            case RISK_DIFFERENCE -> Computation.of(riskDifference(strata));
        };
    }

    private static Computation<Pooled> oddsRatio(List<TwoByTwoTable> strata) {
        Sum r = new Sum();
        Sum s = new Sum();
        Sum pr = new Sum();
        Sum mixed = new Sum();
        Sum qs = new Sum();
        for (TwoByTwoTable table : strata) {
            double n = table.total();
            double ri = (double) table.events1() * table.others2() / n;
            double si = (double) table.others1() * table.events2() / n;
            double p = (table.events1() + table.others2()) / n;
            double q = (table.others1() + table.events2()) / n;
            r.add(ri);
            s.add(si);
            pr.add(p * ri);
            mixed.add(p * si + q * ri);
            qs.add(q * si);
        }
        if (r.value() == 0 || s.value() == 0) {
            return zero();
        }
        double variance = pr.value() / (2 * r.value() * r.value())
                + mixed.value() / (2 * r.value() * s.value())
                + qs.value() / (2 * s.value() * s.value());
        return Computation.of(new Pooled(r.value() / s.value(), Math.sqrt(variance)));
    }

    private static Computation<Pooled> riskRatio(List<TwoByTwoTable> strata) {
        Sum first = new Sum();
        Sum second = new Sum();
        Sum variance = new Sum();
        for (TwoByTwoTable table : strata) {
            double n = table.total();
            first.add((double) table.events1() * table.n2() / n);
            second.add((double) table.events2() * table.n1() / n);
            variance.add(
                    ((double) table.n1() * table.n2() * table.events() - (double) table.events1() * table.events2() * n)
                            / (n * n));
        }
        if (first.value() == 0 || second.value() == 0) {
            return zero();
        }
        return Computation.of(new Pooled(
                first.value() / second.value(), Math.sqrt(variance.value() / (first.value() * second.value()))));
    }

    private static <T> Computation<T> zero() {
        return Computation.notComputed(
                NotComputed.Reason.ZERO_CELL,
                "one group has no events, or only events, in every stratum",
                "report the risk difference");
    }

    private static Pooled riskDifference(List<TwoByTwoTable> strata) {
        Sum weights = new Sum();
        Sum differences = new Sum();
        Sum variance = new Sum();
        for (TwoByTwoTable table : strata) {
            double n1 = table.n1();
            double n2 = table.n2();
            double n = n1 + n2;
            weights.add(n1 * n2 / n);
            differences.add((table.events1() * n2 - table.events2() * n1) / n);
            variance.add(((double) table.events1() * table.others1() * n2 * n2 * n2
                            + (double) table.events2() * table.others2() * n1 * n1 * n1)
                    / (n1 * n2 * n * n));
        }
        double total = weights.value();
        return new Pooled(differences.value() / total, Math.sqrt(variance.value()) / total);
    }

    private ConfidenceInterval interval(Pooled pooled) {
        double reach = Tails.normalCritical(level) * pooled.standardError;
        return measure == Measure.RISK_DIFFERENCE
                ? new ConfidenceInterval(pooled.value - reach, pooled.value + reach, level, "Wald")
                : new ConfidenceInterval(
                        pooled.value / Math.exp(reach), pooled.value * Math.exp(reach), level, "Wald (log)");
    }

    /**
     * A stratified comparison.
     *
     * @param options the options used
     * @param strata as given
     * @param estimate pooled
     * @param standardError of the estimate, of its logarithm for ratios
     * @param interval of the estimate
     * @param statistic Cochran-Mantel-Haenszel chi-square
     * @param p of it, on 1 degree of freedom
     */
    public record Result(
            MantelHaenszel options,
            List<TwoByTwoTable> strata,
            double estimate,
            double standardError,
            ConfidenceInterval interval,
            double statistic,
            double p)
            implements StatisticResult {

        public Result {
            strata = List.copyOf(strata);
        }

        @Override
        public Procedure procedure() {
            return Procedure.of(
                    "mantel-haenszel-" + options.measure.id,
                    "Mantel-Haenszel " + options.measure.label + "; Cochran-Mantel-Haenszel test "
                            + (options.correction == Correction.HALF ? "with" : "without") + " continuity correction",
                    MANTEL_HAENSZEL,
                    options.measure.reference);
        }

        /** Ids {@code estimate, ci.lower, ci.upper, se, statistic, df, p, strata, n}. */
        @Override
        public List<Quantity> quantities() {
            return new Quantities()
                    .estimate("Mantel-Haenszel " + options.measure.label, options.measure.kind, estimate)
                    .interval(options.measure.kind, interval)
                    .add(
                            "se",
                            options.measure == Measure.RISK_DIFFERENCE
                                    ? "standard error"
                                    : "standard error of the log " + options.measure.label,
                            options.measure == Measure.RISK_DIFFERENCE
                                    ? QuantityKind.PROPORTION_DIFFERENCE
                                    : QuantityKind.DIMENSIONLESS,
                            standardError)
                    .statistic("Cochran-Mantel-Haenszel chi-square", statistic)
                    .degreesOfFreedom(1)
                    .p(p)
                    .count("strata", "number of strata", strata.size())
                    .count(
                            "n",
                            "number of observations",
                            strata.stream().mapToLong(TwoByTwoTable::total).sum())
                    .list();
        }

        @Override
        public List<Rival> rivals() {
            List<Rival> rivals = new ArrayList<>();
            Correction other = options.correction == Correction.HALF ? Correction.NONE : Correction.HALF;
            rivals.add(Rival.differing(
                    this,
                    other == Correction.HALF ? "corrected" : "uncorrected",
                    other == Correction.HALF ? "with continuity correction" : "without continuity correction",
                    () -> options.with(other).compute(strata)));
            rivals.add(Rival.differing(
                    this,
                    "groups-swapped",
                    "group 2 against group 1",
                    () -> options.compute(
                            strata.stream().map(TwoByTwoTable::groupsSwapped).toList())));
            return List.copyOf(rivals);
        }
    }
}
