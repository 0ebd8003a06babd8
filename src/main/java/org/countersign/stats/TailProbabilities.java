package org.countersign.stats;

/**
 * The public face of {@link Tails}, with its arguments checked: tail probabilities and quantiles, by survival functions, so that a far tail keeps its
 * digits (P(T &gt; 30) is small, not zero). Degrees of freedom need not be whole. Quantities are exact to the accuracy
 * of the regularised incomplete beta and gamma functions, about 1e-13 relative.
 */
public final class TailProbabilities {

    private TailProbabilities() {}

    /**
     * 2 Phi(-|z|).
     *
     * @param z standard normal deviate, not NaN
     * @throws IllegalArgumentException if {@code z} is NaN
     */
    public static double twoSidedNormal(double z) {
        requireNumber("z", z);
        return Tails.normal(z, Alternative.TWO_SIDED);
    }

    /**
     * 1 - Phi(z).
     *
     * @throws IllegalArgumentException if {@code z} is NaN
     */
    public static double upperNormal(double z) {
        requireNumber("z", z);
        return Tails.normalUpper(z);
    }

    /**
     * Phi^-1(probability).
     *
     * @param probability in (0, 1)
     * @throws IllegalArgumentException if {@code probability} is outside (0, 1)
     */
    public static double normalQuantile(double probability) {
        requireProbability(probability);
        return Tails.normalQuantile(probability);
    }

    /**
     * 2 T(-|t|) of Student's distribution.
     *
     * @param t statistic, not NaN
     * @param df degrees of freedom, positive
     * @throws IllegalArgumentException if {@code t} is NaN or {@code df} is not positive
     */
    public static double twoSidedT(double t, double df) {
        requireNumber("t", t);
        requirePositive("df", df);
        if (Double.isInfinite(t)) {
            return 0;
        }
        return Double.isInfinite(df) ? twoSidedNormal(t) : Tails.t(t, df, Alternative.TWO_SIDED);
    }

    /**
     * P(T &gt; t) of Student's distribution.
     *
     * @throws IllegalArgumentException if {@code t} is NaN or {@code df} is not positive
     */
    public static double upperT(double t, double df) {
        double half = twoSidedT(t, df) / 2;
        return t >= 0 ? half : 1 - half;
    }

    /**
     * Quantile of Student's distribution.
     *
     * @param probability in (0, 1)
     * @param df degrees of freedom, positive; infinite means normal
     * @throws IllegalArgumentException if an argument is outside its range
     */
    public static double tQuantile(double probability, double df) {
        requireProbability(probability);
        requirePositive("df", df);
        return Double.isInfinite(df)
                ? normalQuantile(probability)
                : probability < 0.5
                        ? -Tails.tUpperQuantile(probability, df)
                        : Tails.tUpperQuantile(1 - probability, df);
    }

    /**
     * P(F &gt; f).
     *
     * @param f statistic; at most 0 gives 1
     * @param df1 numerator degrees of freedom, positive
     * @param df2 denominator degrees of freedom, positive
     * @throws IllegalArgumentException if an argument is outside its range
     */
    public static double upperF(double f, double df1, double df2) {
        requireNumber("f", f);
        requirePositive("df1", df1);
        requirePositive("df2", df2);
        return Tails.fUpper(f, df1, df2);
    }

    /**
     * P(X &gt; x) of the chi-squared distribution.
     *
     * @param x statistic; at most 0 gives 1
     * @param df degrees of freedom, positive
     * @throws IllegalArgumentException if an argument is outside its range
     */
    public static double upperChiSquared(double x, double df) {
        requireNumber("x", x);
        requirePositive("df", df);
        return Tails.chiSquareUpper(x, df);
    }

    /**
     * Two-sided p-value of a Pearson correlation by t = r sqrt(df / (1 - r^2)).
     *
     * @param r correlation in [-1, 1]
     * @param df n - 2, positive
     * @throws IllegalArgumentException if an argument is outside its range
     */
    public static double twoSidedCorrelation(double r, double df) {
        if (!(r >= -1 && r <= 1)) {
            throw new IllegalArgumentException("r = " + r + ": expected a number in [-1, 1]");
        }
        requirePositive("df", df);
        double rest = (1 - r) * (1 + r);
        return rest == 0 ? 0 : twoSidedT(r * Math.sqrt(df / rest), df);
    }

    private static void requireNumber(String name, double value) {
        if (Double.isNaN(value)) {
            throw new IllegalArgumentException(name + " is NaN; expected a number");
        }
    }

    private static void requirePositive(String name, double value) {
        if (!(value > 0)) {
            throw new IllegalArgumentException(name + " = " + value + ": expected a positive number");
        }
    }

    private static void requireProbability(double probability) {
        if (!(probability > 0 && probability < 1)) {
            throw new IllegalArgumentException(
                    "probability = " + probability + ": expected a number strictly between 0 and 1");
        }
    }
}
