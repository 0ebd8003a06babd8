package org.countersign.stats;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * Pearson's chi-square test of independence of an r x c table: sum of (O - E)²/E with (r - 1)(c - 1) degrees of
 * freedom. On a 2 x 2 table Yates's correction, as R's {@code chisq.test} makes it by default, takes
 * min(1/2, |O - E|) off each |O - E|; on larger tables there is none.
 *
 * @param correction whether Yates's correction is made on a 2 x 2 table
 */
public record ChiSquare(Correction correction) {

    private static final Reference PEARSON = Reference.of(
            "Pearson K",
            1900,
            "On the criterion that a given system of deviations from the probable in the case of a correlated system of"
                    + " variables is such that it can be reasonably supposed to have arisen from random sampling",
            "Philosophical Magazine 50:157-175",
            "10.1080/14786440009463897");
    private static final Reference YATES = Reference.of(
            "Yates F",
            1934,
            "Contingency tables involving small numbers and the chi-square test",
            "Supplement to the Journal of the Royal Statistical Society 1:217-235",
            "10.2307/2983604");

    /** Correction for continuity. */
    public enum Correction {
        NONE,
        /** On a 2 x 2 table only. */
        YATES
    }

    public ChiSquare {
        requireNonNull(correction);
    }

    /** Yates's correction on 2 x 2 tables, as R. */
    public static ChiSquare withDefaults() {
        return new ChiSquare(Correction.YATES);
    }

    public ChiSquare with(Correction newCorrection) {
        return new ChiSquare(newCorrection);
    }

    /** The test, or {@link NotComputed} for an empty table or an empty row or column. */
    public Computation<Result> compute(ContingencyTable table) {
        return table.unlessDegenerate(() -> {
            double yates = 0;
            if (correction == Correction.YATES && table.isTwoByTwo()) {
                yates = Math.min(0.5, Math.abs(table.count(0, 0) - table.expected(0, 0)));
            }
            Sum statistic = new Sum();
            for (int i = 0; i < table.rows(); i++) {
                for (int j = 0; j < table.columns(); j++) {
                    double expected = table.expected(i, j);
                    double distance = Math.abs(table.count(i, j) - expected) - yates;
                    statistic.add(distance * distance / expected);
                }
            }
            int degreesOfFreedom = (table.rows() - 1) * (table.columns() - 1);
            return Computation.of(new Result(
                    this,
                    table,
                    statistic.value(),
                    degreesOfFreedom,
                    Tails.chiSquareUpper(statistic.value(), degreesOfFreedom)));
        });
    }

    /**
     * A chi-square test.
     *
     * @param options the options used
     * @param table the counts
     * @param statistic chi-square
     * @param degreesOfFreedom (r - 1)(c - 1)
     * @param p upper tail
     */
    public record Result(ChiSquare options, ContingencyTable table, double statistic, int degreesOfFreedom, double p)
            implements StatisticResult {

        private boolean corrected() {
            return options.correction == Correction.YATES && table.isTwoByTwo();
        }

        @Override
        public Procedure procedure() {
            return corrected()
                    ? Procedure.of("chi-square-yates", "chi-square test with Yates's continuity correction", YATES)
                    : Procedure.of("chi-square", "Pearson's chi-square test without continuity correction", PEARSON);
        }

        /** Ids {@code statistic, df, p, smallest-expected, n}. */
        @Override
        public List<Quantity> quantities() {
            return new Quantities()
                    .statistic("chi-square", statistic)
                    .degreesOfFreedom(degreesOfFreedom)
                    .p(p)
                    .add(
                            "smallest-expected",
                            "smallest expected count",
                            QuantityKind.MEASUREMENT,
                            table.smallestExpected())
                    .count("n", "number of observations", table.total())
                    .list();
        }

        @Override
        public List<Rival> rivals() {
            Rival fisher = Rival.differing(
                    this,
                    "fisher",
                    "Fisher's exact test",
                    () -> FisherExact.withDefaults().compute(table).map(POnly::new));
            if (!table.isTwoByTwo()) {
                return List.of(fisher);
            }
            Correction other = corrected() ? Correction.NONE : Correction.YATES;
            return List.of(
                    Rival.differing(
                            this,
                            corrected() ? "chi-square" : "chi-square-yates",
                            corrected() ? "without Yates's correction" : "with Yates's correction",
                            () -> options.with(other).compute(table)),
                    fisher);
        }
    }
}
