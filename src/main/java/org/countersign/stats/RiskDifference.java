package org.countersign.stats;

import static java.util.Objects.requireNonNull;
import static org.countersign.stats.QuantityKind.PROPORTION_DIFFERENCE;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * The risk difference x1/n1 - x2/n2 of two independent groups.
 *
 * <ul>
 *   <li>Newcombe (default; his method 10): from the Wilson limits l, u of each proportion,
 *       d - sqrt((p1-l1)² + (u2-p2)²) to d + sqrt((u1-p1)² + (p2-l2)²);
 *   <li>Wald: d ± z sqrt(p1(1-p1)/n1 + p2(1-p2)/n2);
 *   <li>Miettinen-Nurminen: the differences that the score test with constrained maximum-likelihood variance times
 *       N/(N-1) does not reject;
 *   <li>Agresti-Caffo: Wald after adding one event and one non-event to each group.
 * </ul>
 *
 * P is that of the two-proportion z test with pooled variance (Pearson's chi-square without correction); for Wald, of
 * d over its unpooled standard error.
 *
 * @param method the interval
 * @param level confidence level
 */
public record RiskDifference(Method method, double level) {

    /** How the interval is made. */
    public enum Method {
        NEWCOMBE(
                "newcombe",
                "Newcombe interval (method 10)",
                Reference.of(
                        "Newcombe RG",
                        1998,
                        "Interval estimation for the difference between independent proportions: comparison of eleven"
                                + " methods",
                        "Statistics in Medicine 17:873-890",
                        "10.1002/(SICI)1097-0258(19980430)17:8<873::AID-SIM779>3.0.CO;2-I")),
        WALD(
                "wald",
                "Wald interval",
                Reference.of(
                        "Altman DG, Machin D, Bryant TN, Gardner MJ",
                        2000,
                        "Statistics with Confidence, 2nd edition",
                        "BMJ Books, London")),
        MIETTINEN_NURMINEN(
                "miettinen-nurminen",
                "Miettinen-Nurminen score interval",
                Reference.of(
                        "Miettinen O, Nurminen M",
                        1985,
                        "Comparative analysis of two rates",
                        "Statistics in Medicine 4:213-226",
                        "10.1002/sim.4780040211")),
        AGRESTI_CAFFO(
                "agresti-caffo",
                "Agresti-Caffo interval",
                Reference.of(
                        "Agresti A, Caffo B",
                        2000,
                        "Simple and effective confidence intervals for proportions and differences of proportions"
                                + " result from adding two successes and two failures",
                        "The American Statistician 54:280-288",
                        "10.1080/00031305.2000.10474560"));

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
    public RiskDifference {
        requireNonNull(method);
        Require.level(level);
    }

    /** Newcombe, 95%. */
    public static RiskDifference withDefaults() {
        return new RiskDifference(Method.NEWCOMBE, 0.95);
    }

    public RiskDifference with(Method newMethod) {
        return new RiskDifference(newMethod, level);
    }

    public RiskDifference withLevel(double newLevel) {
        return new RiskDifference(method, newLevel);
    }

    /** The difference of group 1 minus group 2; {@link NotComputed} only for an empty group. */
    public Computation<Result> compute(TwoByTwoTable table) {
        return table.unlessEmptyGroup(() -> {
            double p1 = table.risk1();
            double p2 = table.risk2();
            double se = Math.sqrt(p1 * (1 - p1) / table.n1() + p2 * (1 - p2) / table.n2());
            double pooled = (double) table.events() / table.total();
            double nullSe = method == Method.WALD
                    ? se
                    : Math.sqrt(pooled * (1 - pooled) * (1.0 / table.n1() + 1.0 / table.n2()));
            Computation<Double> statistic = nullSe == 0
                    ? Computation.notComputed(
                            NotComputed.Reason.CONSTANT_DATA,
                            "the outcome does not vary within the groups",
                            "report the counts without a test")
                    : Computation.of((p1 - p2) / nullSe);
            return Computation.of(new Result(this, table, p1 - p2, se, interval(table, se), statistic));
        });
    }

    private ConfidenceInterval interval(TwoByTwoTable table, double se) {
        double z = Tails.normalCritical(level);
        double d = table.risk1() - table.risk2();
        return switch (method) {
            case NEWCOMBE -> newcombe(table, d);
            case WALD -> clipped(d - z * se, d + z * se);
            case AGRESTI_CAFFO -> {
                double p1 = (table.events1() + 1.0) / (table.n1() + 2);
                double p2 = (table.events2() + 1.0) / (table.n2() + 2);
                double half = z * Math.sqrt(p1 * (1 - p1) / (table.n1() + 2) + p2 * (1 - p2) / (table.n2() + 2));
                yield clipped(p1 - p2 - half, p1 - p2 + half);
            }
            case MIETTINEN_NURMINEN ->
                clipped(
                        d == -1 ? -1 : Roots.between(delta -> score(table, delta) - z, -1, d),
                        d == 1 ? 1 : Roots.between(delta -> score(table, delta) + z, d, 1));
        };
    }

    private ConfidenceInterval newcombe(TwoByTwoTable table, double d) {
        ProportionInterval wilson = ProportionInterval.withDefaults().withLevel(level);
        ConfidenceInterval first =
                wilson.compute(table.events1(), table.n1()).orElseThrow().interval();
        ConfidenceInterval second =
                wilson.compute(table.events2(), table.n2()).orElseThrow().interval();
        return clipped(
                d - Math.hypot(table.risk1() - first.lower(), second.upper() - table.risk2()),
                d + Math.hypot(first.upper() - table.risk1(), table.risk2() - second.lower()));
    }

    private ConfidenceInterval clipped(double lower, double upper) {
        return new ConfidenceInterval(Math.max(-1, lower), Math.min(1, upper), level, method.label);
    }

    /** The Miettinen-Nurminen statistic for a true difference {@code delta}. */
    static double score(TwoByTwoTable table, double delta) {
        double n1 = table.n1();
        double n2 = table.n2();
        double total = n1 + n2;
        double difference = table.risk1() - table.risk2() - delta;
        double p2 = constrainedRisk2(table, delta);
        double p1 = Math.min(1, Math.max(0, p2 + delta));
        double variance = (p1 * (1 - p1) / n1 + p2 * (1 - p2) / n2) * total / (total - 1);
        if (difference == 0) {
            return 0;
        }
        return variance <= 0
                ? Math.signum(difference) * Double.MAX_VALUE
                : Math.min(Double.MAX_VALUE, Math.max(-Double.MAX_VALUE, difference / Math.sqrt(variance)));
    }

    /** The root of the cubic likelihood equation in the closed form of Miettinen and Nurminen's appendix. */
    private static double constrainedRisk2(TwoByTwoTable table, double delta) {
        double n1 = table.n1();
        double n2 = table.n2();
        double x2 = table.events2();
        double l3 = n1 + n2;
        double l2 = (n1 + 2 * n2) * delta - l3 - table.events();
        double l1 = (n2 * delta - l3 - 2 * x2) * delta + table.events();
        double l0 = x2 * delta * (1 - delta);
        double q = Math.pow(l2 / (3 * l3), 3) - l1 * l2 / (6 * l3 * l3) + l0 / (2 * l3);
        double root = Math.sqrt(Math.max(0, l2 * l2 / (9 * l3 * l3) - l1 / (3 * l3)));
        double p = q >= 0 ? root : -root;
        double angle = p == 0 ? 0 : (Math.PI + Math.acos(Math.min(1, Math.max(-1, q / (p * p * p))))) / 3;
        double risk = 2 * p * Math.cos(angle) - l2 / (3 * l3);
        return Math.min(Math.min(1, 1 - delta), Math.max(Math.max(0, -delta), risk));
    }

    /**
     * A risk difference.
     *
     * @param options the options used
     * @param table the counts
     * @param estimate p1 - p2
     * @param standardError unpooled
     * @param interval of the difference
     * @param statistic z for difference 0
     */
    public record Result(
            RiskDifference options,
            TwoByTwoTable table,
            double estimate,
            double standardError,
            ConfidenceInterval interval,
            Computation<Double> statistic)
            implements StatisticResult {

        @Override
        public Procedure procedure() {
            return Procedure.of(
                    "risk-difference-" + options.method.id,
                    "risk difference with " + options.method.label,
                    options.method.reference);
        }

        /** Ids {@code estimate, ci.lower, ci.upper, se, statistic, p, risk1, risk2, events1, events2, n1, n2}. */
        @Override
        public List<Quantity> quantities() {
            Quantities quantities = new Quantities()
                    .estimate("risk difference", PROPORTION_DIFFERENCE, estimate)
                    .interval(PROPORTION_DIFFERENCE, interval)
                    .add("se", "standard error", PROPORTION_DIFFERENCE, standardError)
                    .add("statistic", "z", QuantityKind.STATISTIC, statistic)
                    .add(
                            "p",
                            "P-value",
                            QuantityKind.P_VALUE,
                            statistic.map(z -> Tails.normal(z, Alternative.TWO_SIDED)));
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
                                            "group 2 minus group 1",
                                            () -> options.compute(table.groupsSwapped())),
                                    Rival.differing(
                                            this,
                                            "fisher",
                                            "P from Fisher's exact test",
                                            () -> FisherExact.withDefaults()
                                                    .compute(table.toContingencyTable())
                                                    .map(POnly::new))))
                    .toList();
        }
    }
}
