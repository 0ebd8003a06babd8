package org.countersign.stats;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * Power and sample size of a two-sided t test, from the noncentral t distribution, both rejection regions counted. R's
 * {@code power.t.test} leaves out the region on the far side; that is the rival.
 *
 * @param design two samples of equal size, or one sample (or pairs)
 * @param alpha two-sided significance level
 */
public record TTestPower(Design design, double alpha) {

    private static final double LARGEST_SAMPLE = 1e9;
    private static final Reference COHEN = Reference.of(
            "Cohen J",
            1988,
            "Statistical Power Analysis for the Behavioral Sciences, 2nd edition",
            "Lawrence Erlbaum, Hillsdale, NJ");

    /** What is compared. */
    public enum Design {
        TWO_SAMPLE("two-sample", 2),
        /** One sample against a value, or the differences of pairs. */
        ONE_SAMPLE("one-sample", 1);

        private final String id;
        private final int samples;

        Design(String id, int samples) {
            this.id = id;
            this.samples = samples;
        }
    }

    /**
     * @throws IllegalArgumentException if {@code alpha} is outside (0, 1)
     */
    public TTestPower {
        requireNonNull(design);
        Require.that(alpha > 0 && alpha < 1, "alpha", alpha, "a number strictly between 0 and 1");
    }

    /** Two samples, alpha 0.05. */
    public static TTestPower withDefaults() {
        return new TTestPower(Design.TWO_SAMPLE, 0.05);
    }

    public TTestPower with(Design newDesign) {
        return new TTestPower(newDesign, alpha);
    }

    public TTestPower withAlpha(double newAlpha) {
        return new TTestPower(design, newAlpha);
    }

    /**
     * The power for a sample size.
     *
     * @param n size of each sample, 2 at least
     * @param effect difference over standard deviation (of the differences, for pairs)
     * @throws IllegalArgumentException if {@code n} is below 2 or {@code effect} is not finite
     */
    public Result power(long n, double effect) {
        Require.atLeast("n", n, 2);
        Require.finite("effect", effect);
        return new Result(this, effect, n, power((double) n, effect));
    }

    /**
     * The smallest sample size that reaches a power.
     *
     * @throws IllegalArgumentException if {@code power} is not between alpha and 1, or {@code effect} is 0 or not finite
     */
    public Result sampleSize(double power, double effect) {
        Require.that(power > alpha && power < 1, "power", power, "a number between alpha = " + alpha + " and 1");
        Require.that(effect != 0 && Double.isFinite(effect), "effect", effect, "a finite number other than 0");
        long high = 2;
        while (power((double) high, effect) < power) {
            high *= 2;
            Require.that(high < LARGEST_SAMPLE, "effect", effect, "an effect large enough for a sample below 1e9");
        }
        long low = Math.max(1, high / 2);
        while (high - low > 1) {
            long middle = (low + high) / 2;
            if (power((double) middle, effect) >= power) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return new Result(this, effect, high, power((double) high, effect));
    }

    private double noncentrality(double n, double effect) {
        return Math.abs(effect) * Math.sqrt(n / design.samples);
    }

    private double near(double n, double effect) {
        double df = design.samples * (n - 1);
        double critical = Tails.tCritical(1 - alpha, df);
        return 1 - NoncentralDistributions.t(critical, df, noncentrality(n, effect));
    }

    private double power(double n, double effect) {
        double df = design.samples * (n - 1);
        double critical = Tails.tCritical(1 - alpha, df);
        return near(n, effect) + NoncentralDistributions.t(-critical, df, noncentrality(n, effect));
    }

    /**
     * A power calculation.
     *
     * @param options the options used
     * @param effect difference over standard deviation
     * @param n size of each sample
     * @param power reached
     */
    public record Result(TTestPower options, double effect, long n, double power) implements StatisticResult {

        @Override
        public Procedure procedure() {
            return Procedure.of(
                    "power-t-test-" + options.design.id,
                    "power of the two-sided " + options.design.id + " t test",
                    COHEN);
        }

        /** Ids {@code power, n, effect, alpha}. */
        @Override
        public List<Quantity> quantities() {
            return new Quantities()
                    .add("power", "power", QuantityKind.PROPORTION, power)
                    .count("n", options.design == Design.TWO_SAMPLE ? "size of each sample" : "sample size", n)
                    .add("effect", "standardised difference", QuantityKind.DIMENSIONLESS, effect)
                    .add("alpha", "two-sided significance level", QuantityKind.PROPORTION, options.alpha)
                    .list();
        }

        @Override
        public List<Rival> rivals() {
            return List.of(new Rival(
                    "near-region",
                    "rejections on the far side left out (R)",
                    () -> List.of(Quantity.of("power", "power", QuantityKind.PROPORTION, options.near(n, effect)))));
        }
    }
}
