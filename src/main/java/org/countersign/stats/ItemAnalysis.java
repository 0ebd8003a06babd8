package org.countersign.stats;

import static org.countersign.stats.QuantityKind.COEFFICIENT;
import static org.countersign.stats.QuantityKind.MEASUREMENT;

import java.util.List;

/**
 * The items of a scale one by one: mean, SD, correlation with the sum of all items, corrected correlation with the sum
 * of the others, and Cronbach's alpha without the item. Complete cases; reversed items have been turned round by the
 * caller.
 */
public record ItemAnalysis() {

    private static final Reference NUNNALLY = Reference.of(
            "Nunnally JC, Bernstein IH", 1994, "Psychometric Theory, 3rd edition", "McGraw-Hill, New York");

    public static ItemAnalysis withDefaults() {
        return new ItemAnalysis();
    }

    /**
     * The analysis of a scale.
     *
     * @param items the items, each with all respondents in the same order; two at least
     * @throws IllegalArgumentException if there are fewer than two items, their lengths differ, or a value is not finite
     */
    public Computation<Result> compute(List<double[]> items) {
        ItemCovariance covariance = ItemCovariance.of(items);
        if (!Double.isFinite(covariance.totalVariance())) {
            return Computation.unrepresentable();
        }
        return covariance.n() < 2
                ? Computation.notComputed(
                        covariance.n() == 0
                                ? NotComputed.Reason.NO_OBSERVATIONS
                                : NotComputed.Reason.TOO_FEW_OBSERVATIONS,
                        "there are " + covariance.n() + " complete respondents",
                        "check the missing values of the items")
                : Computation.of(new Result(covariance));
    }

    /**
     * The items of a scale.
     *
     * @param covariance of the items
     */
    public record Result(ItemCovariance covariance) implements StatisticResult {

        /** Correlation of an item (from 0) with the sum of all items. */
        public Computation<Double> totalCorrelation(int item) {
            Sum withAll = new Sum();
            for (int j = 0; j < covariance.items(); j++) {
                withAll.add(covariance.covariance(item, j));
            }
            return correlation(withAll.value(), covariance.covariance(item, item), covariance.totalVariance());
        }

        /** Correlation of an item (from 0) with the sum of the others. */
        public Computation<Double> correctedCorrelation(int item) {
            Sum withOthers = new Sum();
            for (int j = 0; j < covariance.items(); j++) {
                if (j != item) {
                    withOthers.add(covariance.covariance(item, j));
                }
            }
            double own = covariance.covariance(item, item);
            return correlation(withOthers.value(), own, covariance.totalVariance() - own - 2 * withOthers.value());
        }

        private static Computation<Double> correlation(double covariance, double one, double other) {
            return one > 0 && other > 0
                    ? Computation.of(covariance / Math.sqrt(one * other))
                    : Computation.notComputed(
                            NotComputed.Reason.CONSTANT_DATA,
                            "the item, or the sum of the others, does not vary",
                            "leave the item out");
        }

        /** Alpha of the other items, three items at least. */
        public Computation<Double> alphaWithout(int item) {
            if (covariance.items() < 3) {
                return Computation.notComputed(
                        NotComputed.Reason.UNDEFINED, "a single item would be left", "leave it out for two items");
            }
            ItemCovariance rest = covariance.without(item);
            return rest.totalVariance() > 0
                    ? Computation.of(rest.alpha())
                    : Computation.notComputed(
                            NotComputed.Reason.CONSTANT_DATA, "the other items' sum does not vary", "leave it out");
        }

        @Override
        public Procedure procedure() {
            return Procedure.of("item-analysis", "item analysis", NUNNALLY);
        }

        /** For each item i from 1 {@code item-i.mean, .sd, .total-correlation, .corrected-correlation, .alpha-without}. */
        @Override
        public List<Quantity> quantities() {
            Quantities quantities = new Quantities();
            for (int i = 0; i < covariance.items(); i++) {
                String id = "item-" + (i + 1);
                quantities
                        .add(id + ".mean", "mean", MEASUREMENT, covariance.mean(i))
                        .add(id + ".sd", "standard deviation", MEASUREMENT, Math.sqrt(covariance.covariance(i, i)))
                        .add(id + ".total-correlation", "item-total correlation", COEFFICIENT, totalCorrelation(i))
                        .add(
                                id + ".corrected-correlation",
                                "corrected item-total correlation",
                                COEFFICIENT,
                                correctedCorrelation(i))
                        .add(id + ".alpha-without", "alpha without the item", COEFFICIENT, alphaWithout(i));
            }
            return quantities
                    .count("n", "number of respondents", covariance.n())
                    .list();
        }
    }
}
