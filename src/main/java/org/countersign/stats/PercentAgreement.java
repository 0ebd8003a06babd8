package org.countersign.stats;

import static java.util.Objects.requireNonNull;
import static org.countersign.stats.QuantityKind.PROPORTION;

import java.util.List;

/**
 * The proportion of subjects to which two raters, or all of several, gave the same category, with the interval of a
 * proportion.
 *
 * @param interval how the interval is made
 */
public record PercentAgreement(ProportionInterval interval) {

    private static final Reference FLEISS = Reference.of(
            "Fleiss JL, Levin B, Paik MC",
            2003,
            "Statistical Methods for Rates and Proportions, 3rd edition",
            "Wiley, Hoboken, NJ",
            "10.1002/0471445428");

    public PercentAgreement {
        requireNonNull(interval);
    }

    /** Wilson interval, 95%. */
    public static PercentAgreement withDefaults() {
        return new PercentAgreement(ProportionInterval.withDefaults());
    }

    public PercentAgreement with(ProportionInterval newInterval) {
        return new PercentAgreement(newInterval);
    }

    /**
     * Agreement in a table of the first rater's categories (rows) by the second's (columns).
     *
     * @throws IllegalArgumentException if the table is not square
     */
    public Computation<Result> compute(ContingencyTable table) {
        Require.that(
                table.rows() == table.columns(), "table", table.rows() + " x " + table.columns(), "a square table");
        long agreed = 0;
        for (int i = 0; i < table.rows(); i++) {
            agreed += table.count(i, i);
        }
        return compute(agreed, table.total());
    }

    /**
     * Agreement from counts.
     *
     * @param agreed subjects to which all raters gave the same category
     * @param rated all subjects
     * @throws IllegalArgumentException unless {@code 0 <= agreed <= rated}
     */
    public Computation<Result> compute(long agreed, long rated) {
        return interval.compute(agreed, rated).map(Result::new);
    }

    /**
     * The agreement of two raters.
     *
     * @param proportion the agreed among all rated
     */
    public record Result(ProportionInterval.Result proportion) implements StatisticResult {

        @Override
        public Procedure procedure() {
            return Procedure.of(
                    "percent-agreement",
                    "percent agreement with " + proportion.options().method().label() + " interval",
                    FLEISS);
        }

        /** Ids {@code estimate, ci.lower, ci.upper, agreements, n}. */
        @Override
        public List<Quantity> quantities() {
            return new Quantities()
                    .estimate("agreement", PROPORTION, proportion.estimate())
                    .interval(PROPORTION, proportion.interval())
                    .count("agreements", "number of agreements", proportion.events())
                    .count("n", "number rated", proportion.total())
                    .list();
        }

        @Override
        public List<Rival> rivals() {
            return proportion.rivals();
        }
    }
}
