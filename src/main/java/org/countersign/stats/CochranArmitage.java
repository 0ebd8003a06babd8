package org.countersign.stats;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * The Cochran-Armitage test of a linear trend in proportions over ordered groups with scores s: T = sum of
 * s (x - n p), p pooled, over its standard deviation sqrt(p(1 - p)(sum n s² - (sum n s)²/N)); the square is R's
 * {@code prop.trend.test}.
 *
 * @param alternative of the slope against 0
 */
public record CochranArmitage(Alternative alternative) {

    private static final Reference ARMITAGE = Reference.of(
            "Armitage P",
            1955,
            "Tests for linear trends in proportions and frequencies",
            "Biometrics 11:375-386",
            "10.2307/3001775");

    public CochranArmitage {
        requireNonNull(alternative);
    }

    /** Two-sided. */
    public static CochranArmitage withDefaults() {
        return new CochranArmitage(Alternative.TWO_SIDED);
    }

    public CochranArmitage with(Alternative newAlternative) {
        return new CochranArmitage(newAlternative);
    }

    /** The test with scores 1, 2, 3, ... */
    public Computation<Result> compute(ContingencyTable table) {
        double[] scores = new double[table.rows()];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = i + 1.0;
        }
        return compute(table, scores);
    }

    /**
     * The test.
     *
     * @param table ordered groups as rows; columns: with the outcome, without
     * @param scores of the groups
     * @throws IllegalArgumentException if the table has not two columns, or the scores do not fit the rows
     */
    public Computation<Result> compute(ContingencyTable table, double[] scores) {
        Require.that(table.columns() == 2, "columns", table.columns(), "2: with the outcome, without");
        Require.sameLength("rows", table.rows(), "scores", scores.length);
        Require.finite("scores", scores);
        double n = table.total();
        Sum trend = new Sum();
        Sum first = new Sum();
        Sum second = new Sum();
        double p = n == 0 ? 0 : table.columnTotal(0) / n;
        for (int i = 0; i < scores.length; i++) {
            trend.add(scores[i] * (table.count(i, 0) - table.rowTotal(i) * p));
            first.add(scores[i] * table.rowTotal(i));
            second.add(scores[i] * scores[i] * table.rowTotal(i));
        }
        double variance = n == 0 ? 0 : p * (1 - p) * (second.value() - first.value() * first.value() / n);
        if (!(variance > 0)) {
            return Computation.notComputed(
                    n == 0 ? NotComputed.Reason.NO_OBSERVATIONS : NotComputed.Reason.CONSTANT_DATA,
                    n == 0 ? "the table is empty" : "the outcome or the score does not vary",
                    "report the counts without a test");
        }
        return Computation.of(new Result(this, table, trend.value() / Math.sqrt(variance)));
    }

    /**
     * A test of trend.
     *
     * @param options the options used
     * @param table the counts
     * @param z positive for a rising proportion
     */
    public record Result(CochranArmitage options, ContingencyTable table, double z) implements StatisticResult {

        @Override
        public Procedure procedure() {
            return Procedure.of(
                    "cochran-armitage", "Cochran-Armitage test of trend" + options.alternative.suffix(), ARMITAGE);
        }

        /** Ids {@code statistic, z, df, p, n}. */
        @Override
        public List<Quantity> quantities() {
            return new Quantities()
                    .statistic("chi-square for trend", z * z)
                    .add("z", "z for trend", QuantityKind.STATISTIC, z)
                    .degreesOfFreedom(1)
                    .p(Tails.normal(z, options.alternative))
                    .count("n", "number of observations", table.total())
                    .list();
        }

        @Override
        public List<Rival> rivals() {
            double n = table.total();
            return List.of(new Rival("linear-by-linear", "with the factor (N - 1)/N (Mantel)", () -> {
                double smaller = z * Math.sqrt((n - 1) / n);
                return new Quantities()
                        .statistic("chi-square for trend", smaller * smaller)
                        .add("z", "z for trend", QuantityKind.STATISTIC, smaller)
                        .p(Tails.normal(smaller, options.alternative))
                        .list();
            }));
        }
    }
}
