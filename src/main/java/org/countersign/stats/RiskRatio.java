package org.countersign.stats;

import static java.util.Objects.requireNonNull;
import static org.countersign.stats.QuantityKind.DIMENSIONLESS;
import static org.countersign.stats.QuantityKind.RATIO;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * The risk ratio (x1/n1)/(x2/n2) of two independent groups.
 *
 * <ul>
 *   <li>Wald on the log scale (default; Katz): log RR ± z sqrt(1/x1 - 1/n1 + 1/x2 - 1/n2); z and P from log RR / SE.
 *   <li>Koopman: the ratios that the score test (constrained maximum likelihood) does not reject; P from the score test
 *       of ratio 1, which is Pearson's chi-square. Defined with x1 = 0 and, but for the estimate, with x2 = 0.
 *   <li>Half added: Wald with 1/2 added to each of the four cells.
 * </ul>
 *
 * @param method the interval and test
 * @param level confidence level
 */
public record RiskRatio(Method method, double level) {

    /** How the interval is made. */
    public enum Method {
        WALD_LOG(
                "wald-log",
                "Wald (log) interval",
                Reference.of(
                        "Katz D, Baptista J, Azen SP, Pike MC",
                        1978,
                        "Obtaining confidence intervals for the risk ratio in cohort studies",
                        "Biometrics 34:469-474",
                        "10.2307/2530610")),
        KOOPMAN_SCORE(
                "koopman-score",
                "Koopman score interval",
                Reference.of(
                        "Koopman PAR",
                        1984,
                        "Confidence intervals for the ratio of two binomial proportions",
                        "Biometrics 40:513-517",
                        "10.2307/2531405")),
        HALF_ADDED(
                "half-added",
                "Wald (log) interval with 1/2 added to each cell",
                Reference.of(
                        "Pettigrew HM, Gart JJ, Thomas DG",
                        1986,
                        "The bias and higher cumulants of the logarithm of a binomial variate",
                        "Biometrika 73:425-435",
                        "10.1093/biomet/73.2.425"));

        private final String id;
        private final String label;
        private final Reference reference;

        Method(String id, String label, Reference reference) {
            this.id = id;
            this.label = label;
            this.reference = reference;
        }

        public String id() {
            return id;
        }

        public String label() {
            return label;
        }
    }

    /**
     * @throws IllegalArgumentException if {@code level} is outside (0, 1)
     */
    public RiskRatio {
        requireNonNull(method);
        Require.level(level);
    }

    /** Wald on the log scale, 95%. */
    public static RiskRatio withDefaults() {
        return new RiskRatio(Method.WALD_LOG, 0.95);
    }

    public RiskRatio with(Method newMethod) {
        return new RiskRatio(newMethod, level);
    }

    public RiskRatio withLevel(double newLevel) {
        return new RiskRatio(method, newLevel);
    }

    /**
     * The risk ratio of group 1 to group 2. A zero count of events leaves Wald without an interval
     * ({@link NotComputed.Reason#ZERO_CELL}).
     */
    public Computation<Result> compute(TwoByTwoTable table) {
        return table.unlessEmptyGroup(() -> {
            if (table.events() == 0) {
                return Computation.notComputed(
                        NotComputed.Reason.NO_EVENTS,
                        "there are no events in either group",
                        "report the counts without a ratio");
            }
            return switch (method) {
                case WALD_LOG -> wald(table, table.events1(), table.n1(), table.events2(), table.n2());
                case HALF_ADDED ->
                    wald(table, table.events1() + 0.5, table.n1() + 1.0, table.events2() + 0.5, table.n2() + 1.0);
                case KOOPMAN_SCORE -> score(table);
            };
        });
    }

    private Computation<Result> wald(TwoByTwoTable table, double x1, double n1, double x2, double n2) {
        if (x1 == 0 || x2 == 0) {
            return Computation.notComputed(
                    NotComputed.Reason.ZERO_CELL,
                    "there are no events in group " + (x1 == 0 ? 1 : 2) + ", so the log ratio is infinite",
                    "use the Koopman score interval or add 1/2 to each cell");
        }
        double ratio = (x1 / n1) / (x2 / n2);
        double se = Math.sqrt((n1 - x1) / (n1 * x1) + (n2 - x2) / (n2 * x2));
        if (se == 0) {
            return Computation.notComputed(
                    NotComputed.Reason.CONSTANT_DATA,
                    "every observation of both groups is an event",
                    "report the counts without a ratio");
        }
        double z = Math.log(ratio) / se;
        double reach = Math.exp(Tails.normalCritical(level) * se);
        ConfidenceInterval interval = new ConfidenceInterval(ratio / reach, ratio * reach, level, method.label);
        return Computation.of(new Result(
                this,
                table,
                Computation.of(ratio),
                Computation.of(se),
                interval,
                z,
                Tails.normal(z, Alternative.TWO_SIDED)));
    }

    private Computation<Result> score(TwoByTwoTable table) {
        double critical = Tails.normalCritical(level);
        if (table.events() == table.total()) {
            return Computation.notComputed(
                    NotComputed.Reason.CONSTANT_DATA,
                    "every observation of both groups is an event",
                    "report the counts without a ratio");
        }
        Computation<Double> estimate = table.events2() == 0
                ? Computation.notComputed(
                        NotComputed.Reason.ZERO_CELL,
                        "there are no events in group 2, so the ratio is infinite",
                        "report the interval's lower limit")
                : Computation.of(table.risk1() / table.risk2());
        double start = (table.events1() + 0.5) / (table.n1() + 1.0) / ((table.events2() + 0.5) / (table.n2() + 1.0));
        double lower = table.events1() == 0 ? 0 : limit(table, start, critical);
        double upper = table.events2() == 0 ? Double.POSITIVE_INFINITY : limit(table, start, -critical);
        double z = scoreStatistic(table, 1);
        return Computation.of(new Result(
                this,
                table,
                estimate,
                Computation.notComputed(
                        NotComputed.Reason.UNDEFINED,
                        "a score interval has no standard error",
                        "use the Wald interval"),
                new ConfidenceInterval(lower, upper, level, method.label),
                z,
                Tails.normal(z, Alternative.TWO_SIDED)));
    }

    private static double limit(TwoByTwoTable table, double start, double target) {
        return Roots.positive(ratio -> scoreStatistic(table, ratio) - target, start);
    }

    /** (p1 - ratio p2) over its SD under the constrained maximum-likelihood estimates. */
    static double scoreStatistic(TwoByTwoTable table, double ratio) {
        double n1 = table.n1();
        double n2 = table.n2();
        double a = (n1 + n2) * ratio;
        double b = n1 * ratio + table.events1() + n2 + table.events2() * ratio;
        double c = table.events();
        double constrained2 = 2 * c / (b + Math.sqrt(Math.max(0, b * b - 4 * a * c)));
        double constrained1 = Math.min(1, ratio * constrained2);
        double variance = constrained1 * (1 - constrained1) / n1
                + ratio * ratio * constrained2 * Math.max(0, 1 - constrained2) / n2;
        double difference = table.risk1() - ratio * table.risk2();
        return difference == 0 ? 0 : difference / Math.sqrt(variance);
    }

    /**
     * A risk ratio.
     *
     * @param options the options used
     * @param table the counts
     * @param estimate the ratio
     * @param logStandardError standard error of its logarithm
     * @param interval of the ratio
     * @param statistic z for ratio 1
     * @param p two-sided
     */
    public record Result(
            RiskRatio options,
            TwoByTwoTable table,
            Computation<Double> estimate,
            Computation<Double> logStandardError,
            ConfidenceInterval interval,
            double statistic,
            double p)
            implements StatisticResult {

        @Override
        public Procedure procedure() {
            return Procedure.of(
                    "risk-ratio-" + options.method.id,
                    "risk ratio with " + options.method.label,
                    options.method.reference);
        }

        /** Ids {@code estimate, ci.lower, ci.upper, se, statistic, p, risk1, risk2, events1, events2, n1, n2}. */
        @Override
        public List<Quantity> quantities() {
            Quantities quantities = new Quantities()
                    .add("estimate", "risk ratio", RATIO, estimate)
                    .interval(RATIO, interval)
                    .add("se", "standard error of the log risk ratio", DIMENSIONLESS, logStandardError)
                    .statistic("z", statistic)
                    .p(p);
            table.addGroups(quantities);
            return quantities.list();
        }

        @Override
        public List<Rival> rivals() {
            Stream<Rival> methods = Arrays.stream(Method.values())
                    .filter(other -> other != options.method)
                    .map(other -> Rival.differing(
                            this,
                            other.id,
                            other.label,
                            () -> options.with(other).compute(table)));
            return Stream.concat(
                            methods,
                            Stream.of(
                                    Rival.differing(
                                            this,
                                            "groups-swapped",
                                            "ratio of group 2 to group 1",
                                            () -> options.compute(table.groupsSwapped())),
                                    Rival.differing(
                                            this,
                                            "outcome-swapped",
                                            "ratio for the complementary outcome",
                                            () -> options.compute(table.outcomeSwapped())),
                                    pRival("chi-square", "P from Pearson's chi-square test", ChiSquare.Correction.NONE),
                                    pRival(
                                            "chi-square-yates",
                                            "P from the chi-square test with Yates's correction",
                                            ChiSquare.Correction.YATES),
                                    Rival.differing(
                                            this,
                                            "fisher",
                                            "P from Fisher's exact test",
                                            () -> FisherExact.withDefaults()
                                                    .compute(table.toContingencyTable())
                                                    .map(POnly::new))))
                    .toList();
        }

        private Rival pRival(String id, String convention, ChiSquare.Correction correction) {
            return Rival.differing(
                    this,
                    id,
                    convention,
                    () -> ChiSquare.withDefaults()
                            .with(correction)
                            .compute(table.toContingencyTable())
                            .map(POnly::new));
        }
    }
}
