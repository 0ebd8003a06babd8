package org.countersign.stats;

import java.util.List;

/**
 * Power and sample size of the two-sided comparison of two proportions in groups of equal size, by the normal
 * approximation with the pooled variance under the null hypothesis:
 * power = Phi((sqrt(n) |p1 - p2| - z sqrt(2 p (1 - p)))/sqrt(p1(1 - p1) + p2(1 - p2))), p their mean, as R's
 * {@code power.prop.test}.
 *
 * @param alpha two-sided significance level
 */
public record TwoProportionsPower(double alpha) {

    private static final Reference FLEISS = Reference.of(
            "Fleiss JL, Levin B, Paik MC",
            2003,
            "Statistical Methods for Rates and Proportions, 3rd edition",
            "Wiley, Hoboken, NJ",
            "10.1002/0471445428");

    /**
     * @throws IllegalArgumentException if {@code alpha} is outside (0, 1)
     */
    public TwoProportionsPower {
        Require.that(alpha > 0 && alpha < 1, "alpha", alpha, "a number strictly between 0 and 1");
    }

    /** alpha 0.05. */
    public static TwoProportionsPower withDefaults() {
        return new TwoProportionsPower(0.05);
    }

    public TwoProportionsPower withAlpha(double newAlpha) {
        return new TwoProportionsPower(newAlpha);
    }

    /**
     * The power for a group size.
     *
     * @throws IllegalArgumentException if {@code n} is below 1, or the proportions are not strictly between 0 and 1
     */
    public Result power(long n, double p1, double p2) {
        Require.atLeast("n", n, 1);
        check(p1, p2);
        double pooled = (p1 + p2) / 2;
        double z = Tails.normalCritical(1 - alpha);
        double shift = (Math.sqrt(n) * Math.abs(p1 - p2) - z * Math.sqrt(2 * pooled * (1 - pooled)))
                / Math.sqrt(p1 * (1 - p1) + p2 * (1 - p2));
        return new Result(this, p1, p2, n, Tails.normalLower(shift));
    }

    /**
     * The smallest group size that reaches a power.
     *
     * @throws IllegalArgumentException if {@code power} is not between alpha/2 and 1, or the proportions are equal or not
     *     strictly between 0 and 1
     */
    public Result sampleSize(double power, double p1, double p2) {
        check(p1, p2);
        Require.that(p1 != p2, "p2", p2, "a proportion other than p1");
        Require.that(power > alpha / 2 && power < 1, "power", power, "a number between alpha/2 and 1");
        double pooled = (p1 + p2) / 2;
        double root = (Tails.normalCritical(1 - alpha) * Math.sqrt(2 * pooled * (1 - pooled))
                        + Tails.normalQuantile(power) * Math.sqrt(p1 * (1 - p1) + p2 * (1 - p2)))
                / Math.abs(p1 - p2);
        return power((long) Math.max(1, Math.ceil(root * root - 1e-9)), p1, p2);
    }

    private static void check(double p1, double p2) {
        Require.that(p1 > 0 && p1 < 1, "p1", p1, "a number strictly between 0 and 1");
        Require.that(p2 > 0 && p2 < 1, "p2", p2, "a number strictly between 0 and 1");
    }

    /**
     * A power calculation.
     *
     * @param options the options used
     * @param p1 proportion in group 1
     * @param p2 proportion in group 2
     * @param n size of each group
     * @param power reached
     */
    public record Result(TwoProportionsPower options, double p1, double p2, long n, double power)
            implements StatisticResult {

        @Override
        public Procedure procedure() {
            return Procedure.of("power-two-proportions", "power of the comparison of two proportions", FLEISS);
        }

        /** Ids {@code power, n, alpha, risk1, risk2}. */
        @Override
        public List<Quantity> quantities() {
            return new Quantities()
                    .add("power", "power", QuantityKind.PROPORTION, power)
                    .count("n", "size of each group", n)
                    .add("alpha", "two-sided significance level", QuantityKind.PROPORTION, options.alpha)
                    .add("risk1", "proportion in group 1", QuantityKind.PROPORTION, p1)
                    .add("risk2", "proportion in group 2", QuantityKind.PROPORTION, p2)
                    .list();
        }
    }
}
