package org.countersign.stats;

import java.util.List;

/**
 * Power and sample size of the two-sided Wilcoxon rank-sum test in groups of equal size after Noether: with the
 * probability of superiority p, N = (z_alpha/2 + z_beta)² / (3 (p - 1/2)²) in total.
 *
 * @param alpha two-sided significance level
 */
public record RankSumPower(double alpha) {

    private static final Reference NOETHER = Reference.of(
            "Noether GE",
            1987,
            "Sample size determination for some common nonparametric tests",
            "Journal of the American Statistical Association 82:645-647",
            "10.1080/01621459.1987.10478478");

    /**
     * @throws IllegalArgumentException if {@code alpha} is outside (0, 1)
     */
    public RankSumPower {
        Require.that(alpha > 0 && alpha < 1, "alpha", alpha, "a number strictly between 0 and 1");
    }

    /** alpha 0.05. */
    public static RankSumPower withDefaults() {
        return new RankSumPower(0.05);
    }

    public RankSumPower withAlpha(double newAlpha) {
        return new RankSumPower(newAlpha);
    }

    /**
     * The power for a group size.
     *
     * @throws IllegalArgumentException if {@code n} is below 1 or {@code superiority} is outside 0 to 1
     */
    public Result power(long n, double superiority) {
        Require.atLeast("n", n, 1);
        Require.proportion("superiority", superiority);
        double shift = Math.sqrt(6.0 * n) * Math.abs(superiority - 0.5) - Tails.normalCritical(1 - alpha);
        return new Result(this, superiority, n, Tails.normalLower(shift));
    }

    /**
     * The smallest group size that reaches a power.
     *
     * @throws IllegalArgumentException if {@code power} is not between alpha/2 and 1, or {@code superiority} is 1/2 or
     *     outside 0 to 1
     */
    public Result sampleSize(double power, double superiority) {
        Require.proportion("superiority", superiority);
        Require.that(superiority != 0.5, "superiority", superiority, "a probability other than 1/2");
        Require.that(power > alpha / 2 && power < 1, "power", power, "a number between alpha/2 and 1");
        double z = Tails.normalCritical(1 - alpha) + Tails.normalQuantile(power);
        double n = z * z / (6 * (superiority - 0.5) * (superiority - 0.5));
        return power((long) Math.max(1, Math.ceil(n - 1e-9)), superiority);
    }

    /**
     * A power calculation.
     *
     * @param options the options used
     * @param superiority probability that an observation of group 1 exceeds one of group 2
     * @param n size of each group
     * @param power reached
     */
    public record Result(RankSumPower options, double superiority, long n, double power) implements StatisticResult {

        @Override
        public Procedure procedure() {
            return Procedure.of("power-rank-sum", "power of the Wilcoxon rank-sum test (Noether)", NOETHER);
        }

        /** Ids {@code power, n, alpha, superiority}. */
        @Override
        public List<Quantity> quantities() {
            return new Quantities()
                    .add("power", "power", QuantityKind.PROPORTION, power)
                    .count("n", "size of each group", n)
                    .add("alpha", "two-sided significance level", QuantityKind.PROPORTION, options.alpha)
                    .add("superiority", "probability of superiority", QuantityKind.PROPORTION, superiority)
                    .list();
        }
    }
}
