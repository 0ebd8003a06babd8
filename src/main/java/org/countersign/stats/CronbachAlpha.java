package org.countersign.stats;

import static org.countersign.stats.QuantityKind.COEFFICIENT;

import java.util.ArrayList;
import java.util.List;

/**
 * Cronbach's alpha of a scale of k items: k/(k - 1) (1 - sum of the items' variances / variance of their sum), with
 * Feldt's interval: 1 - (1 - alpha) F, F the quantiles of F on n - 1 and (n - 1)(k - 1) degrees of freedom.
 *
 * <p>Complete cases only; reversed items have been turned round by the caller.
 *
 * @param level confidence level
 */
public record CronbachAlpha(double level) {

    private static final Reference CRONBACH = Reference.of(
            "Cronbach LJ",
            1951,
            "Coefficient alpha and the internal structure of tests",
            "Psychometrika 16:297-334",
            "10.1007/BF02310555");
    private static final Reference FELDT = Reference.of(
            "Feldt LS",
            1965,
            "The approximate sampling distribution of Kuder-Richardson reliability coefficient twenty",
            "Psychometrika 30:357-370",
            "10.1007/BF02289499");

    /**
     * @throws IllegalArgumentException if {@code level} is outside (0, 1)
     */
    public CronbachAlpha {
        Require.level(level);
    }

    /** 95% interval. */
    public static CronbachAlpha withDefaults() {
        return new CronbachAlpha(0.95);
    }

    public CronbachAlpha withLevel(double newLevel) {
        return new CronbachAlpha(newLevel);
    }

    /**
     * Alpha of a scale.
     *
     * @param items the items, each with all respondents in the same order; two items at least
     * @throws IllegalArgumentException if there are fewer than two items, their lengths differ, or a value is not finite
     */
    public Computation<Result> compute(List<double[]> items) {
        ItemCovariance covariance = ItemCovariance.of(items);
        if (covariance.n() < 2) {
            return Computation.notComputed(
                    covariance.n() == 0 ? NotComputed.Reason.NO_OBSERVATIONS : NotComputed.Reason.TOO_FEW_OBSERVATIONS,
                    "there are " + covariance.n() + " complete respondents",
                    "check the missing values of the items");
        }
        if (!(covariance.totalVariance() > 0)) {
            return Computation.notComputed(
                    NotComputed.Reason.CONSTANT_DATA,
                    "the respondents' sums do not vary",
                    "leave the reliability of this scale out");
        }
        return Computation.of(new Result(this, covariance, covariance.alpha(), interval(covariance)));
    }

    private ConfidenceInterval interval(ItemCovariance covariance) {
        double rest = 1 - covariance.alpha();
        double df1 = covariance.n() - 1.0;
        double df2 = df1 * (covariance.items() - 1);
        double upperF = Tails.fQuantile((1 + level) / 2, df1, df2);
        double lowerF = Tails.fQuantile((1 - level) / 2, df1, df2);
        return new ConfidenceInterval(1 - rest * upperF, 1 - rest * lowerF, level, "Feldt");
    }

    /**
     * The reliability of a scale.
     *
     * @param options the options used
     * @param covariance of the items
     * @param estimate alpha
     * @param interval of alpha
     */
    public record Result(CronbachAlpha options, ItemCovariance covariance, double estimate, ConfidenceInterval interval)
            implements StatisticResult {

        @Override
        public Procedure procedure() {
            return Procedure.of("cronbach-alpha", "Cronbach's alpha with Feldt's interval", CRONBACH, FELDT);
        }

        /** Ids {@code estimate, ci.lower, ci.upper, items, n}. */
        @Override
        public List<Quantity> quantities() {
            return new Quantities()
                    .estimate("Cronbach's alpha", COEFFICIENT, estimate)
                    .interval(COEFFICIENT, interval)
                    .count("items", "number of items", covariance.items())
                    .count("n", "number of respondents", covariance.n())
                    .list();
        }

        @Override
        public List<Rival> rivals() {
            List<Rival> rivals = new ArrayList<>();
            rivals.add(new Rival(
                    "standardised",
                    "standardised alpha, from the items' mean correlation",
                    () -> List.of(Quantity.of(
                            "estimate", "standardised alpha", COEFFICIENT, covariance.standardisedAlpha()))));
            return List.copyOf(rivals);
        }
    }
}
