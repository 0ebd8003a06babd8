package org.countersign.stats;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;

/**
 * McNemar's test of paired binary observations. Of the b pairs with the outcome only on the first occasion and the c
 * with it only on the second, b is binomial (b + c, 1/2) under no change: exact (default), or
 * (|b - c| - 1)²/(b + c) (Edwards's correction, R's default), or (b - c)²/(b + c) on 1 degree of freedom.
 *
 * <p>The estimate is the conditional odds ratio b/c with the exact interval that Clopper-Pearson's limits of b/(b + c)
 * give; the difference of the paired proportions is (b - c)/n with its Wald interval.
 *
 * @param method of the test
 * @param level confidence level
 */
public record McNemar(Method method, double level) {

    private static final Reference MCNEMAR = Reference.of(
            "McNemar Q",
            1947,
            "Note on the sampling error of the difference between correlated proportions or percentages",
            "Psychometrika 12:153-157",
            "10.1007/BF02295996");

    /** How P is found. */
    public enum Method {
        EXACT("exact", "exact"),
        CHI_SQUARE_CORRECTED("chi-square-corrected", "chi-square with continuity correction"),
        CHI_SQUARE("chi-square", "chi-square without continuity correction");

        private final String id;
        private final String label;

        Method(String id, String label) {
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
    public McNemar {
        requireNonNull(method);
        Require.level(level);
    }

    /** Exact, 95%. */
    public static McNemar withDefaults() {
        return new McNemar(Method.EXACT, 0.95);
    }

    public McNemar with(Method newMethod) {
        return new McNemar(newMethod, level);
    }

    public McNemar withLevel(double newLevel) {
        return new McNemar(method, newLevel);
    }

    /**
     * The test of a table of the first occasion (rows: yes, no) by the second (columns: yes, no).
     *
     * @throws IllegalArgumentException if the table is not 2 x 2
     */
    public Computation<Result> compute(ContingencyTable table) {
        Require.that(table.isTwoByTwo(), "table", table.rows() + " x " + table.columns(), "a 2 x 2 table");
        long b = table.count(0, 1);
        long c = table.count(1, 0);
        if (b + c == 0) {
            return Computation.notComputed(
                    NotComputed.Reason.CONSTANT_DATA, "no pair changed", "report the counts without a test");
        }
        double distance = Math.abs(b - c);
        double statistic = switch (method) {
            case EXACT -> b;
            case CHI_SQUARE_CORRECTED -> Math.pow(Math.max(0, distance - 1), 2) / (b + c);
            case CHI_SQUARE -> distance * distance / (b + c);
        };
        BinomialTails tails = new BinomialTails(b + c, 0.5);
        double p = method == Method.EXACT
                ? Math.min(1, 2 * Math.min(tails.lower(b), tails.upper(b)))
                : Tails.chiSquareUpper(statistic, 1);
        return Computation.of(new Result(this, table, statistic, p));
    }

    /**
     * A test of change.
     *
     * @param options the options used
     * @param table the pairs
     * @param statistic b for the exact test, else chi-square
     * @param p two-sided
     */
    public record Result(McNemar options, ContingencyTable table, double statistic, double p)
            implements StatisticResult {

        private long b() {
            return table.count(0, 1);
        }

        private long c() {
            return table.count(1, 0);
        }

        private Computation<Double> oddsRatio() {
            return c() == 0
                    ? Computation.notComputed(
                            NotComputed.Reason.ZERO_CELL,
                            "no pair changed the other way, so the odds ratio is infinite",
                            "report the interval's lower limit")
                    : Computation.of((double) b() / c());
        }

        private ConfidenceInterval oddsInterval() {
            ConfidenceInterval share = ProportionInterval.withDefaults()
                    .with(ProportionInterval.Method.CLOPPER_PEARSON)
                    .withLevel(options.level)
                    .compute(b(), b() + c())
                    .orElseThrow()
                    .interval();
            return new ConfidenceInterval(
                    share.lower() / (1 - share.lower()), share.upper() / (1 - share.upper()), options.level, "exact");
        }

        private ConfidenceInterval differenceInterval() {
            double n = table.total();
            double d = (b() - c()) / n;
            double half = Tails.normalCritical(options.level) * Math.sqrt((b() + c()) / n - d * d) / Math.sqrt(n);
            return new ConfidenceInterval(Math.max(-1, d - half), Math.min(1, d + half), options.level, "Wald");
        }

        @Override
        public Procedure procedure() {
            return Procedure.of("mcnemar-" + options.method.id, "McNemar's test, " + options.method.label, MCNEMAR);
        }

        /**
         * Ids {@code estimate, ci.lower, ci.upper, difference, difference.ci.lower, difference.ci.upper, statistic, df
         * (of chi-square), p, only-first, only-second, n}.
         */
        @Override
        public List<Quantity> quantities() {
            QuantityKind proportions = QuantityKind.PROPORTION_DIFFERENCE;
            Quantities quantities = new Quantities()
                    .add("estimate", "conditional odds ratio", QuantityKind.RATIO, oddsRatio())
                    .interval(QuantityKind.RATIO, oddsInterval())
                    .add(
                            "difference",
                            "difference of the proportions, first minus second",
                            proportions,
                            (double) (b() - c()) / table.total())
                    .interval("difference.ci", proportions, differenceInterval())
                    .statistic(
                            options.method == Method.EXACT ? "pairs with the outcome only first" : "chi-square",
                            statistic);
            if (options.method != Method.EXACT) {
                quantities.degreesOfFreedom(1);
            }
            return quantities
                    .p(p)
                    .count("only-first", "pairs with the outcome only on the first occasion", b())
                    .count("only-second", "pairs with the outcome only on the second occasion", c())
                    .count("n", "number of pairs", table.total())
                    .list();
        }

        @Override
        public List<Rival> rivals() {
            List<Rival> rivals = new ArrayList<>();
            for (Method other : Method.values()) {
                if (other != options.method) {
                    rivals.add(Rival.differing(
                            this,
                            other.id,
                            other.label,
                            () -> options.with(other).compute(table)));
                }
            }
            rivals.add(Rival.differing(
                    this,
                    "occasions-swapped",
                    "second against first occasion",
                    () -> options.compute(table.transposed())));
            return List.copyOf(rivals);
        }
    }
}
