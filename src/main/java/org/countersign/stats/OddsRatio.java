package org.countersign.stats;

import static java.util.Objects.requireNonNull;
import static org.countersign.stats.QuantityKind.DIMENSIONLESS;
import static org.countersign.stats.QuantityKind.RATIO;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * The odds ratio of two independent groups.
 *
 * <ul>
 *   <li>Conditional (default, as R's {@code fisher.test}): the maximum-likelihood estimate given all margins, the
 *       interval that inverts the two exact conditional tails, P from Fisher's exact test.
 *   <li>Woolf: ad/bc, log OR ± z sqrt(1/a + 1/b + 1/c + 1/d), P from log OR / SE.
 *   <li>Half added (Haldane, Anscombe): Woolf after adding 1/2 to each cell.
 * </ul>
 *
 * @param method estimate, interval and test
 * @param level confidence level
 */
public record OddsRatio(Method method, double level) {

    /** How estimate and interval are made. */
    public enum Method {
        CONDITIONAL(
                "conditional",
                "conditional maximum likelihood, exact interval",
                Reference.of(
                        "Cornfield J",
                        1956,
                        "A statistical problem arising from retrospective studies",
                        "Proceedings of the Third Berkeley Symposium on Mathematical Statistics and Probability 4:135-148")),
        WOOLF(
                "woolf",
                "Woolf (log) interval",
                Reference.of(
                        "Woolf B",
                        1955,
                        "On estimating the relation between blood group and disease",
                        "Annals of Human Genetics 19:251-253",
                        "10.1111/j.1469-1809.1955.tb01348.x")),
        HALF_ADDED(
                "half-added",
                "Woolf (log) interval with 1/2 added to each cell",
                Reference.of(
                        "Haldane JBS",
                        1956,
                        "The estimation and significance of the logarithm of a ratio of frequencies",
                        "Annals of Human Genetics 20:309-311",
                        "10.1111/j.1469-1809.1955.tb01285.x"));

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
    public OddsRatio {
        requireNonNull(method);
        Require.level(level);
    }

    /** Conditional maximum likelihood, 95%. */
    public static OddsRatio withDefaults() {
        return new OddsRatio(Method.CONDITIONAL, 0.95);
    }

    public OddsRatio with(Method newMethod) {
        return new OddsRatio(newMethod, level);
    }

    public OddsRatio withLevel(double newLevel) {
        return new OddsRatio(method, newLevel);
    }

    /** The odds of the outcome in group 1 over those in group 2. */
    public Computation<Result> compute(TwoByTwoTable table) {
        return table.unlessEmptyGroup(() -> {
            if (table.events() == 0 || table.events() == table.total()) {
                return Computation.notComputed(
                        NotComputed.Reason.CONSTANT_DATA,
                        "the outcome does not vary: " + table.events() + " events among " + table.total(),
                        "report the counts without a ratio");
            }
            return switch (method) {
                case CONDITIONAL -> Computation.of(conditional(table));
                case WOOLF -> woolf(table, 0);
                case HALF_ADDED -> woolf(table, 0.5);
            };
        });
    }

    private Result conditional(TwoByTwoTable table) {
        NoncentralHypergeometric distribution = new NoncentralHypergeometric(table);
        long x = table.events1();
        double tail = (1 - level) / 2;
        boolean atLowest = x == distribution.lowest();
        boolean atHighest = x == distribution.highest();
        double start =
                (table.events1() + 0.5) * (table.others2() + 0.5) / ((table.others1() + 0.5) * (table.events2() + 0.5));
        Computation<Double> estimate = atHighest
                ? Computation.notComputed(
                        NotComputed.Reason.ZERO_CELL,
                        "an off-diagonal cell is 0, so the odds ratio is infinite",
                        "report the interval's lower limit")
                : Computation.of(atLowest ? 0.0 : Roots.positive(ratio -> distribution.mean(ratio) - x, start));
        double lower = atLowest ? 0 : Roots.positive(ratio -> distribution.upper(ratio, x) - tail, start);
        double upper = atHighest
                ? Double.POSITIVE_INFINITY
                : Roots.positive(ratio -> distribution.lower(ratio, x) - tail, start);
        double p = FisherExact.twoSided(distribution, x);
        return new Result(
                this,
                table,
                estimate,
                noStatistic("standard error"),
                new ConfidenceInterval(lower, upper, level, method.label),
                noStatistic("statistic"),
                p);
    }

    private static Computation<Double> noStatistic(String what) {
        return Computation.notComputed(
                NotComputed.Reason.UNDEFINED, "the exact conditional method has no " + what, "use Woolf's method");
    }

    private Computation<Result> woolf(TwoByTwoTable table, double added) {
        double a = table.events1() + added;
        double b = table.others1() + added;
        double c = table.events2() + added;
        double d = table.others2() + added;
        if (a == 0 || b == 0 || c == 0 || d == 0) {
            return Computation.notComputed(
                    NotComputed.Reason.ZERO_CELL,
                    "a cell of the table is 0, so the log odds ratio is infinite",
                    "use the conditional method or add 1/2 to each cell");
        }
        double ratio = (a * d) / (b * c);
        double se = Math.sqrt(1 / a + 1 / b + 1 / c + 1 / d);
        double z = Math.log(ratio) / se;
        double reach = Math.exp(Tails.normalCritical(level) * se);
        return Computation.of(new Result(
                this,
                table,
                Computation.of(ratio),
                Computation.of(se),
                new ConfidenceInterval(ratio / reach, ratio * reach, level, method.label),
                Computation.of(z),
                Tails.normal(z, Alternative.TWO_SIDED)));
    }

    /**
     * An odds ratio.
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
            OddsRatio options,
            TwoByTwoTable table,
            Computation<Double> estimate,
            Computation<Double> logStandardError,
            ConfidenceInterval interval,
            Computation<Double> statistic,
            double p)
            implements StatisticResult {

        @Override
        public Procedure procedure() {
            return Procedure.of(
                    "odds-ratio-" + options.method.id, "odds ratio, " + options.method.label, options.method.reference);
        }

        /** Ids {@code estimate, ci.lower, ci.upper, se, statistic, p, risk1, risk2, events1, events2, n1, n2}. */
        @Override
        public List<Quantity> quantities() {
            Quantities quantities = new Quantities()
                    .add("estimate", "odds ratio", RATIO, estimate)
                    .interval(RATIO, interval)
                    .add("se", "standard error of the log odds ratio", DIMENSIONLESS, logStandardError)
                    .add("statistic", "z", QuantityKind.STATISTIC, statistic)
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
                                    pRival("chi-square", "P from Pearson's chi-square test", ChiSquare.Correction.NONE),
                                    pRival(
                                            "chi-square-yates",
                                            "P from the chi-square test with Yates's correction",
                                            ChiSquare.Correction.YATES)))
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
