package org.countersign.stats;

import static java.util.Objects.requireNonNull;
import static org.countersign.stats.QuantityKind.DIMENSIONLESS;
import static org.countersign.stats.QuantityKind.MEASUREMENT;

import java.util.ArrayList;
import java.util.List;

/**
 * Descriptive statistics of one sample: n, mean, standard deviation (divisor n - 1), standard error, t interval of the
 * mean, variance, extremes, median, quartiles, interquartile range, median absolute deviation, geometric mean, skewness
 * and kurtosis. In the data's unit; ties need no care; missing values are not part of the sample.
 *
 * <ul>
 *   <li>MAD = 1.4826 median |x - median|, consistent with the SD of normal data.
 *   <li>Skewness and kurtosis are the adjusted G1 and G2 (excess) of Joanes and Gill, as in SAS, SPSS and Excel.
 * </ul>
 *
 * <p>What a sample does not determine (the SD of one value, the skewness of a constant) is {@link NotComputed} for
 * that quantity alone.
 *
 * @param quantileType definition of the quartiles and the median
 * @param level confidence level of the interval of the mean
 */
public record Describe(QuantileType quantileType, double level) {

    private static final double MAD_CONSTANT = 1.4826;
    private static final Reference JOANES_GILL = Reference.of(
            "Joanes DN, Gill CA",
            1998,
            "Comparing measures of sample skewness and kurtosis",
            "The Statistician 47:183-189",
            "10.1111/1467-9884.00122");

    /**
     * @throws IllegalArgumentException if {@code level} is outside (0, 1)
     */
    public Describe {
        requireNonNull(quantileType);
        Require.level(level);
    }

    /** Quantiles of type 7 (R), 95% interval. */
    public static Describe withDefaults() {
        return new Describe(QuantileType.TYPE_7, 0.95);
    }

    public Describe with(QuantileType newQuantileType) {
        return new Describe(newQuantileType, level);
    }

    public Describe withLevel(double newLevel) {
        return new Describe(quantileType, newLevel);
    }

    /** The description of a sample, or {@link NotComputed.Reason#NO_OBSERVATIONS}. */
    public Computation<Result> compute(FrequencyTable sample) {
        if (sample.isEmpty()) {
            return Computation.notComputed(
                    NotComputed.Reason.NO_OBSERVATIONS,
                    "the sample is empty",
                    "check the population's filter and the variable's missing values");
        }
        return Computation.of(new Result(this, sample, quantities(sample, sample.moments())));
    }

    private List<Quantity> quantities(FrequencyTable sample, Moments moments) {
        Computation<Double> sd = spread(sample, moments.standardDeviation());
        Computation<Double> se = spread(sample, moments.standardDeviation() / Math.sqrt(moments.n()));
        double q1 = quantileType.quantile(sample, 0.25);
        double q3 = quantileType.quantile(sample, 0.75);
        double median = quantileType.quantile(sample, 0.5);
        return new Quantities()
                .count("n", "number of observations", sample.size())
                .add("mean", "mean", MEASUREMENT, moments.mean())
                .add("sd", "standard deviation", MEASUREMENT, sd)
                .add("se", "standard error of the mean", MEASUREMENT, se)
                .interval(MEASUREMENT, level, meanInterval(sample, moments))
                .add("variance", "variance", MEASUREMENT, variance(moments, moments.n() - 1.0))
                .add("min", "minimum", MEASUREMENT, sample.orderStatistic(1))
                .add("q1", "first quartile", MEASUREMENT, q1)
                .add("median", "median", MEASUREMENT, median)
                .add("q3", "third quartile", MEASUREMENT, q3)
                .add("max", "maximum", MEASUREMENT, sample.orderStatistic(sample.size()))
                .add("iqr", "interquartile range", MEASUREMENT, q3 - q1)
                .add("range", "range", MEASUREMENT, sample.orderStatistic(sample.size()) - sample.orderStatistic(1))
                .add("mad", "median absolute deviation", MEASUREMENT, MAD_CONSTANT * medianDeviation(sample, median))
                .add("geometric-mean", "geometric mean", MEASUREMENT, geometricMean(sample))
                .add("skewness", "skewness (adjusted, G1)", DIMENSIONLESS, adjustedSkewness(moments))
                .add("kurtosis", "excess kurtosis (adjusted, G2)", DIMENSIONLESS, adjustedKurtosis(moments))
                .list();
    }

    private static Computation<Double> spread(FrequencyTable sample, double value) {
        return sample.size() < 2 ? tooFew(sample.size(), 2) : Computation.of(value);
    }

    /** Sum of squared deviations over a divisor, where a double can hold it. */
    private static Computation<Double> variance(Moments moments, double divisor) {
        if (moments.n() < 2) {
            return tooFew(moments.n(), 2);
        }
        double variance = moments.squares() / divisor;
        return Double.isInfinite(variance) || (variance == 0 && moments.unitSquares() > 0)
                ? Computation.unrepresentable()
                : Computation.of(variance);
    }

    private Computation<ConfidenceInterval> meanInterval(FrequencyTable sample, Moments moments) {
        if (sample.size() < 2) {
            return tooFew(sample.size(), 2);
        }
        double halfWidth =
                Tails.tCritical(level, moments.n() - 1.0) * moments.standardDeviation() / Math.sqrt(moments.n());
        return Computation.of(
                new ConfidenceInterval(moments.mean() - halfWidth, moments.mean() + halfWidth, level, "Student t"));
    }

    /** The middle of the distances from the median, walked outwards from it on both sides at once. */
    private static double medianDeviation(FrequencyTable sample, double median) {
        long n = sample.size();
        int right = 0;
        while (right < sample.distinct() && sample.value(right) < median) {
            right++;
        }
        int left = right - 1;
        long seen = 0;
        double lower = Double.NaN;
        while (true) {
            double below = left < 0 ? Double.POSITIVE_INFINITY : median - sample.value(left);
            double above = right == sample.distinct() ? Double.POSITIVE_INFINITY : sample.value(right) - median;
            double distance = Math.min(below, above);
            seen += below <= above ? sample.count(left--) : sample.count(right++);
            if (Double.isNaN(lower) && seen >= (n + 1) / 2) {
                lower = distance;
            }
            if (seen >= n / 2 + 1) {
                return n % 2 == 1 ? lower : (lower + distance) / 2;
            }
        }
    }

    private static Computation<Double> geometricMean(FrequencyTable sample) {
        if (sample.orderStatistic(1) <= 0) {
            return Computation.notComputed(
                    NotComputed.Reason.UNDEFINED,
                    "the smallest value is " + sample.orderStatistic(1) + ", not positive",
                    "report the geometric mean of positive values only");
        }
        Sum logs = new Sum();
        for (int i = 0; i < sample.distinct(); i++) {
            logs.addProduct(sample.count(i), Math.log(sample.value(i)));
        }
        return Computation.of(Math.exp(logs.value() / sample.size()));
    }

    private static Computation<Double> skewness(Moments moments) {
        if (moments.n() < 3) {
            return tooFew(moments.n(), 3);
        }
        double n = moments.n();
        return moments.unitSquares() == 0
                ? constant()
                : Computation.of((moments.unitCubes() / n) / Math.pow(moments.unitSquares() / n, 1.5));
    }

    private static Computation<Double> adjustedSkewness(Moments moments) {
        double n = moments.n();
        return skewness(moments).map(g1 -> g1 * Math.sqrt(n * (n - 1)) / (n - 2));
    }

    private static Computation<Double> kurtosis(Moments moments) {
        if (moments.n() < 4) {
            return tooFew(moments.n(), 4);
        }
        double n = moments.n();
        return moments.unitSquares() == 0
                ? constant()
                : Computation.of(n * moments.unitFourths() / (moments.unitSquares() * moments.unitSquares()) - 3);
    }

    private static Computation<Double> adjustedKurtosis(Moments moments) {
        double n = moments.n();
        return kurtosis(moments).map(g2 -> ((n + 1) * g2 + 6) * (n - 1) / ((n - 2) * (n - 3)));
    }

    private static <T> Computation<T> tooFew(long n, int needed) {
        return Computation.notComputed(
                NotComputed.Reason.TOO_FEW_OBSERVATIONS,
                "n = " + n + ", at least " + needed + " are needed",
                "leave this quantity out for so small a sample");
    }

    private static <T> Computation<T> constant() {
        return Computation.notComputed(
                NotComputed.Reason.CONSTANT_DATA, "all values are equal", "leave this quantity out");
    }

    /**
     * What the sample is like.
     *
     * @param options the options used
     * @param sample the sample
     * @param quantities ids {@code n, mean, sd, se, ci.lower, ci.upper, variance, min, q1, median, q3, max, iqr,
     *     range, mad, geometric-mean, skewness, kurtosis}
     */
    public record Result(Describe options, FrequencyTable sample, List<Quantity> quantities)
            implements StatisticResult {

        public Result {
            quantities = List.copyOf(quantities);
        }

        @Override
        public Procedure procedure() {
            return Procedure.of(
                    "describe",
                    "descriptive statistics; quantiles: " + options.quantileType.label() + "; SD with divisor n - 1",
                    options.quantileType.reference(),
                    JOANES_GILL);
        }

        /** Any other quantile, in the type that was asked for. */
        public double quantile(double p) {
            return options.quantileType.quantile(sample, p);
        }

        @Override
        public List<Rival> rivals() {
            List<Rival> rivals = new ArrayList<>();
            for (QuantileType type : QuantileType.values()) {
                if (type != options.quantileType) {
                    rivals.add(Rival.differing(
                            this,
                            type.id(),
                            "quantiles: " + type.label(),
                            () -> options.with(type).compute(sample)));
                }
            }
            rivals.add(new Rival("divisor-n", "standard deviation with divisor n", this::withDivisorN));
            rivals.add(new Rival(
                    "mad-unscaled",
                    "median absolute deviation without the factor 1.4826",
                    () -> List.of(Quantity.of(
                            "mad",
                            "median absolute deviation, unscaled",
                            MEASUREMENT,
                            medianDeviation(sample, quantity("median").value().orElseThrow())))));
            rivals.add(new Rival(
                    "moments-population",
                    "moment coefficients g1 and g2",
                    () -> List.of(
                            Quantity.of("skewness", "skewness (g1)", DIMENSIONLESS, skewness(sample.moments())),
                            Quantity.of(
                                    "kurtosis", "excess kurtosis (g2)", DIMENSIONLESS, kurtosis(sample.moments())))));
            rivals.add(new Rival(
                    "moments-sample-sd", "moment coefficients b1 and b2 (Minitab, psych)", this::withSampleSd));
            rivals.add(new Rival(
                    "kurtosis-not-excess",
                    "kurtosis without subtracting 3 (Stata)",
                    () -> List.of(Quantity.of(
                            "kurtosis",
                            "kurtosis",
                            DIMENSIONLESS,
                            kurtosis(sample.moments()).map(g2 -> g2 + 3)))));
            rivals.add(
                    new Rival("ci-normal", "interval of the mean with the normal quantile", this::withNormalQuantile));
            return List.copyOf(rivals);
        }

        private List<Quantity> withDivisorN() {
            Moments moments = sample.moments();
            double variance = moments.unitSquares() / moments.n();
            return List.of(
                    Quantity.of(
                            "sd", "standard deviation (divisor n)", MEASUREMENT, Math.sqrt(variance) * moments.unit()),
                    Quantity.of(
                            "se",
                            "standard error of the mean (divisor n)",
                            MEASUREMENT,
                            Math.sqrt(variance / moments.n()) * moments.unit()),
                    Quantity.of(
                            "variance",
                            "variance (divisor n)",
                            MEASUREMENT,
                            variance * moments.unit() * moments.unit()));
        }

        private List<Quantity> withSampleSd() {
            double n = sample.size();
            double shrink = 1 - 1 / n;
            return List.of(
                    Quantity.of(
                            "skewness",
                            "skewness (b1)",
                            DIMENSIONLESS,
                            skewness(sample.moments()).map(g1 -> g1 * Math.pow(shrink, 1.5))),
                    Quantity.of(
                            "kurtosis",
                            "excess kurtosis (b2)",
                            DIMENSIONLESS,
                            kurtosis(sample.moments()).map(g2 -> (g2 + 3) * shrink * shrink - 3)));
        }

        private List<Quantity> withNormalQuantile() {
            Moments moments = sample.moments();
            if (moments.n() < 2) {
                return List.of();
            }
            double halfWidth =
                    Tails.normalCritical(options.level) * moments.standardDeviation() / Math.sqrt(moments.n());
            return new Quantities()
                    .interval(
                            MEASUREMENT,
                            new ConfidenceInterval(
                                    moments.mean() - halfWidth, moments.mean() + halfWidth, options.level, "normal"))
                    .list();
        }
    }
}
