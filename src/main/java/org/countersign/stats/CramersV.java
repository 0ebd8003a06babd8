package org.countersign.stats;

import static org.countersign.stats.QuantityKind.COEFFICIENT;

import java.util.List;

/**
 * Cramer's V of an r x c table: sqrt(chi²/(N (min(r, c) - 1))), chi² without correction; for 2 x 2 the absolute phi.
 * The interval turns the noncentrality parameters that chi² leaves at its two tails, lambda, into
 * sqrt(lambda/(N (min(r, c) - 1))), 0 where there is none.
 *
 * @param level confidence level
 */
public record CramersV(double level) {

    private static final Reference CRAMER =
            Reference.of("Cramér H", 1946, "Mathematical Methods of Statistics", "Princeton University Press");
    private static final Reference BERGSMA = Reference.of(
            "Bergsma W",
            2013,
            "A bias-correction for Cramér's V and Tschuprow's T",
            "Journal of the Korean Statistical Society 42:323-328",
            "10.1016/j.jkss.2012.10.002");

    /**
     * @throws IllegalArgumentException if {@code level} is outside (0, 1)
     */
    public CramersV {
        Require.level(level);
    }

    /** 95% interval. */
    public static CramersV withDefaults() {
        return new CramersV(0.95);
    }

    public CramersV withLevel(double newLevel) {
        return new CramersV(newLevel);
    }

    /** The strength of association, or {@link NotComputed} for an empty table, row or column. */
    public Computation<Result> compute(ContingencyTable table) {
        return ChiSquare.withDefaults()
                .with(ChiSquare.Correction.NONE)
                .compute(table)
                .map(test -> new Result(this, test, interval(test)));
    }

    private ConfidenceInterval interval(ChiSquare.Result test) {
        double tail = (1 - level) / 2;
        return new ConfidenceInterval(
                Math.min(1, v(noncentrality(test, 1 - tail), test.table())),
                Math.min(1, v(noncentrality(test, tail), test.table())),
                level,
                "noncentral chi-square");
    }

    private static double noncentrality(ChiSquare.Result test, double below) {
        double statistic = test.statistic();
        double df = test.degreesOfFreedom();
        if (1 - Tails.chiSquareUpper(statistic, df) <= below) {
            return 0;
        }
        double high = Math.max(1, statistic);
        while (NoncentralDistributions.chiSquare(statistic, df, high) > below) {
            high *= 2;
        }
        return Roots.between(lambda -> NoncentralDistributions.chiSquare(statistic, df, lambda) - below, 0, high);
    }

    private static double v(double chiSquare, ContingencyTable table) {
        return Math.sqrt(chiSquare / (table.total() * (Math.min(table.rows(), table.columns()) - 1.0)));
    }

    /**
     * The strength of an association.
     *
     * @param options the options used
     * @param test the chi-square test
     * @param interval of V
     */
    public record Result(CramersV options, ChiSquare.Result test, ConfidenceInterval interval)
            implements StatisticResult {

        public double estimate() {
            return v(test.statistic(), test.table());
        }

        @Override
        public Procedure procedure() {
            return Procedure.of("cramers-v", "Cramer's V with noncentral chi-square interval", CRAMER);
        }

        /** Ids {@code estimate, ci.lower, ci.upper, statistic, df, p, n}. */
        @Override
        public List<Quantity> quantities() {
            return new Quantities()
                    .estimate("Cramer's V", COEFFICIENT, estimate())
                    .interval(COEFFICIENT, interval)
                    .statistic("chi-square", test.statistic())
                    .degreesOfFreedom(test.degreesOfFreedom())
                    .p(test.p())
                    .count("n", "number of observations", test.table().total())
                    .list();
        }

        @Override
        public List<Rival> rivals() {
            return List.of(new Rival(
                    "bias-corrected",
                    "bias-corrected V (" + BERGSMA.authors() + " 2013)",
                    () -> List.of(Quantity.of("estimate", "bias-corrected Cramer's V", COEFFICIENT, corrected()))));
        }

        private Computation<Double> corrected() {
            ContingencyTable table = test.table();
            double n = table.total();
            double r = table.rows();
            double c = table.columns();
            double phi = Math.max(0, test.statistic() / n - (r - 1) * (c - 1) / (n - 1));
            double rows = r - (r - 1) * (r - 1) / (n - 1);
            double columns = c - (c - 1) * (c - 1) / (n - 1);
            double least = Math.min(rows - 1, columns - 1);
            return least > 0
                    ? Computation.of(Math.sqrt(phi / least))
                    : Computation.notComputed(
                            NotComputed.Reason.TOO_FEW_OBSERVATIONS,
                            "n = " + table.total() + " is too small for the correction",
                            "report V without the correction");
        }
    }
}
