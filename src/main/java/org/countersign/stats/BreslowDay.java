package org.countersign.stats;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * The Breslow-Day test that the odds ratios of several 2 x 2 tables are equal: sum of (a - A)²/V, A the events of group 1
 * that the table's margins and the Mantel-Haenszel odds ratio let expect, V = 1/(1/A + 1/(n1 - A) + 1/(m - A) + 1/(n2 - m
 * + A)), m the events in all; Tarone's correction (default) takes (sum of a - A)²/(sum of V) off. Chi-square on one degree
 * of freedom less than there are informative strata: those with both groups, and both outcomes.
 *
 * @param correction whether Tarone's correction is made
 */
public record BreslowDay(Correction correction) {

    private static final Reference BRESLOW_DAY = Reference.of(
            "Breslow NE, Day NE",
            1980,
            "Statistical Methods in Cancer Research, Volume I: The Analysis of Case-Control Studies",
            "IARC Scientific Publications 32, Lyon");
    private static final Reference TARONE = Reference.of(
            "Tarone RE",
            1985,
            "On heterogeneity tests based on efficient scores",
            "Biometrika 72:91-95",
            "10.1093/biomet/72.1.91");

    /** Correction for the Mantel-Haenszel estimate not being efficient. */
    public enum Correction {
        TARONE("breslow-day-tarone", "Breslow-Day test with Tarone's correction"),
        NONE("breslow-day", "Breslow-Day test without correction");

        private final String id;
        private final String label;

        Correction(String id, String label) {
            this.id = id;
            this.label = label;
        }
    }

    public BreslowDay {
        requireNonNull(correction);
    }

    /** With Tarone's correction. */
    public static BreslowDay withDefaults() {
        return new BreslowDay(Correction.TARONE);
    }

    public BreslowDay with(Correction newCorrection) {
        return new BreslowDay(newCorrection);
    }

    /** The test; {@link NotComputed} with fewer than two informative strata, or without a pooled odds ratio. */
    public Computation<Result> compute(List<TwoByTwoTable> strata) {
        List<TwoByTwoTable> informative = strata.stream()
                .filter(t -> t.n1() > 0 && t.n2() > 0 && t.events() > 0 && t.events() < t.total())
                .toList();
        if (informative.size() < 2) {
            return Computation.notComputed(
                    NotComputed.Reason.TOO_FEW_OBSERVATIONS,
                    "fewer than two strata have both groups and both outcomes",
                    "leave the test of homogeneity out");
        }
        return MantelHaenszel.withDefaults().compute(informative).map(pooled -> {
            Sum squares = new Sum();
            Sum distances = new Sum();
            Sum variances = new Sum();
            for (TwoByTwoTable table : informative) {
                double expected = expectedEvents(table, pooled.estimate());
                double n1 = table.n1();
                double m = table.events();
                double variance =
                        1 / (1 / expected + 1 / (n1 - expected) + 1 / (m - expected) + 1 / (table.n2() - m + expected));
                double distance = table.events1() - expected;
                squares.add(distance * distance / variance);
                distances.add(distance);
                variances.add(variance);
            }
            double tarone = distances.value() * distances.value() / variances.value();
            double statistic = squares.value() - (correction == Correction.TARONE ? tarone : 0);
            return new Result(this, strata, Math.max(0, statistic), informative.size());
        });
    }

    /** The events of group 1 at which the odds ratio is {@code oddsRatio}, margins fixed: the root of a quadratic. */
    private static double expectedEvents(TwoByTwoTable table, double oddsRatio) {
        double n1 = table.n1();
        double m = table.events();
        double a = 1 - oddsRatio;
        double b = table.n2() - m + oddsRatio * (n1 + m);
        double c = oddsRatio * n1 * m;
        double root = Math.sqrt(b * b + 4 * a * c);
        return b >= 0 ? 2 * c / (b + root) : (root - b) / (2 * a);
    }

    /**
     * A test of homogeneity.
     *
     * @param options the options used
     * @param strata as given
     * @param statistic chi-square
     * @param informative number of strata that count
     */
    public record Result(BreslowDay options, List<TwoByTwoTable> strata, double statistic, int informative)
            implements StatisticResult {

        public Result {
            strata = List.copyOf(strata);
        }

        @Override
        public Procedure procedure() {
            return options.correction == Correction.TARONE
                    ? Procedure.of(options.correction.id, options.correction.label, BRESLOW_DAY, TARONE)
                    : Procedure.of(options.correction.id, options.correction.label, BRESLOW_DAY);
        }

        /** Ids {@code statistic, df, p, strata}. */
        @Override
        public List<Quantity> quantities() {
            return new Quantities()
                    .statistic("chi-square for homogeneity of the odds ratios", statistic)
                    .degreesOfFreedom(informative - 1.0)
                    .p(Tails.chiSquareUpper(statistic, informative - 1.0))
                    .count("strata", "number of informative strata", informative)
                    .list();
        }

        @Override
        public List<Rival> rivals() {
            Correction other = options.correction == Correction.TARONE ? Correction.NONE : Correction.TARONE;
            return List.of(Rival.differing(
                    this, other.id, other.label, () -> options.with(other).compute(strata)));
        }
    }
}
