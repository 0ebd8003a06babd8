package org.countersign.stats;

import static java.util.Objects.requireNonNull;
import static org.countersign.stats.QuantityKind.MEASUREMENT;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;

/**
 * The bootstrap of a statistic of one or two samples: observations are drawn with replacement within each sample, by
 * the named generator from the named seed, so that a run can be repeated. Percentile interval, or bias-corrected and
 * accelerated (BCa; default) with the acceleration from the jackknife. Interval limits are quantiles of type 6 of the
 * replicates, at (B + 1) p.
 *
 * @param interval which
 * @param replicates B, 100 at least
 * @param seed of the generator
 * @param level confidence level
 */
public record Bootstrap(Interval interval, int replicates, long seed, double level) {

    /** The generator's name, for the record of a run. */
    public static final String GENERATOR = "xoshiro256++";

    private static final Reference EFRON = Reference.of(
            "Efron B",
            1987,
            "Better bootstrap confidence intervals",
            "Journal of the American Statistical Association 82:171-185",
            "10.1080/01621459.1987.10478410");
    private static final Reference DAVISON_HINKLEY = Reference.of(
            "Davison AC, Hinkley DV",
            1997,
            "Bootstrap Methods and Their Application",
            "Cambridge University Press",
            "10.1017/CBO9780511802843");

    /** How the limits are read off the replicates. */
    public enum Interval {
        BCA("bca", "BCa"),
        PERCENTILE("percentile", "percentile");

        private final String id;
        private final String label;

        Interval(String id, String label) {
            this.id = id;
            this.label = label;
        }

        public String id() {
            return id;
        }
    }

    /** A statistic of one sample that has a name. */
    public enum Statistic {
        MEAN("mean"),
        /** Of type 7, as R. */
        MEDIAN("median");

        private final String label;

        Statistic(String label) {
            this.label = label;
        }

        private double of(FrequencyTable sample) {
            return this == MEAN ? sample.moments().mean() : QuantileType.TYPE_7.quantile(sample, 0.5);
        }
    }

    /** A statistic of two samples. */
    @FunctionalInterface
    public interface TwoSampleStatistic {
        double of(FrequencyTable first, FrequencyTable second);
    }

    /**
     * @throws IllegalArgumentException if there are fewer than 100 replicates or {@code level} is outside (0, 1)
     */
    public Bootstrap {
        requireNonNull(interval);
        Require.atLeast("replicates", replicates, 100);
        Require.level(level);
    }

    /** BCa, 9999 replicates, 95%. */
    public static Bootstrap withSeed(long seed) {
        return new Bootstrap(Interval.BCA, 9999, seed, 0.95);
    }

    public Bootstrap with(Interval newInterval) {
        return new Bootstrap(newInterval, replicates, seed, level);
    }

    public Bootstrap withReplicates(int newReplicates) {
        return new Bootstrap(interval, newReplicates, seed, level);
    }

    public Bootstrap withLevel(double newLevel) {
        return new Bootstrap(interval, replicates, seed, newLevel);
    }

    /**
     * The interval of a statistic of one sample.
     *
     * @param name of the statistic, for a reader
     * @param statistic finite for every sample of this size
     */
    public Computation<Result> compute(String name, FrequencyTable sample, ToDoubleFunction<FrequencyTable> statistic) {
        return run(name, List.of(sample), samples -> statistic.applyAsDouble(samples.get(0)));
    }

    /** The interval of a statistic of two samples, such as the difference of their medians. */
    public Computation<Result> compute(
            String name, FrequencyTable first, FrequencyTable second, TwoSampleStatistic statistic) {
        return run(name, List.of(first, second), samples -> statistic.of(samples.get(0), samples.get(1)));
    }

    /** The interval of a named statistic of one sample. */
    public Computation<Result> compute(Statistic statistic, FrequencyTable sample) {
        return compute(statistic.label, sample, statistic::of);
    }

    /** The interval of the difference of a named statistic, first sample minus second. */
    public Computation<Result> compute(Statistic statistic, FrequencyTable first, FrequencyTable second) {
        return compute(
                "difference of " + statistic.label + "s", first, second, (x, y) -> statistic.of(x) - statistic.of(y));
    }

    private Computation<Result> run(
            String name, List<FrequencyTable> samples, ToDoubleFunction<List<FrequencyTable>> statistic) {
        if (samples.stream().anyMatch(sample -> sample.size() < 2)) {
            return Computation.notComputed(
                    NotComputed.Reason.TOO_FEW_OBSERVATIONS,
                    "a sample has fewer than two observations",
                    "report the statistic without an interval");
        }
        double estimate = statistic.applyAsDouble(samples);
        UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(seed);
        double[] values = new double[replicates];
        for (int b = 0; b < replicates; b++) {
            values[b] = statistic.applyAsDouble(
                    samples.stream().map(sample -> resampled(sample, random)).toList());
            Require.finite("statistic of replicate " + b, values[b]);
        }
        FrequencyTable distribution = FrequencyTable.of(values);
        if (distribution.isConstant()) {
            return Computation.notComputed(
                    NotComputed.Reason.CONSTANT_DATA,
                    "the statistic is the same in every replicate",
                    "report the statistic without an interval");
        }
        double tail = (1 - level) / 2;
        ConfidenceInterval limits = interval == Interval.PERCENTILE
                ? limits(distribution, tail, 1 - tail)
                : bca(distribution, estimate, acceleration(samples, statistic), tail);
        return Computation.of(new Result(
                this,
                name,
                estimate,
                limits,
                distribution,
                samples.stream().mapToLong(FrequencyTable::size).sum()));
    }

    private ConfidenceInterval limits(FrequencyTable distribution, double low, double high) {
        return new ConfidenceInterval(
                QuantileType.TYPE_6.quantile(distribution, low),
                QuantileType.TYPE_6.quantile(distribution, high),
                level,
                interval.label);
    }

    private ConfidenceInterval bca(FrequencyTable distribution, double estimate, double acceleration, double tail) {
        double below = distribution.countAtMost(estimate) - distribution.countOf(estimate) / 2.0;
        double share = Math.min(1 - 0.5 / replicates, Math.max(0.5 / replicates, below / replicates));
        double bias = Tails.normalQuantile(share);
        return limits(distribution, shifted(bias, acceleration, tail), shifted(bias, acceleration, 1 - tail));
    }

    private static double shifted(double bias, double acceleration, double p) {
        double z = bias + Tails.normalQuantile(p);
        return Tails.normalLower(bias + z / (1 - acceleration * z));
    }

    /** Sum of cubed over 6 (sum of squared)^1.5 deviations of the jackknife, the samples' influences put together. */
    private static double acceleration(List<FrequencyTable> samples, ToDoubleFunction<List<FrequencyTable>> statistic) {
        List<double[]> influences = new ArrayList<>();
        double largest = 0;
        for (int s = 0; s < samples.size(); s++) {
            FrequencyTable sample = samples.get(s);
            double[] without = new double[sample.distinct()];
            Sum total = new Sum();
            for (int i = 0; i < without.length; i++) {
                FrequencyTable[] reduced = samples.toArray(new FrequencyTable[0]);
                reduced[s] = sample.without(i);
                without[i] = statistic.applyAsDouble(Arrays.asList(reduced));
                total.add(sample.count(i) * without[i]);
            }
            double mean = total.value() / sample.size();
            double scale = (sample.size() - 1.0) / sample.size();
            for (int i = 0; i < without.length; i++) {
                without[i] = scale * (mean - without[i]);
                largest = Math.max(largest, Math.abs(without[i]));
            }
            influences.add(without);
        }
        return skewness(samples, influences, Moments.unit(largest));
    }

    private static double skewness(List<FrequencyTable> samples, List<double[]> influences, double unit) {
        Sum cubes = new Sum();
        Sum squares = new Sum();
        for (int s = 0; s < samples.size(); s++) {
            for (int i = 0; i < influences.get(s).length; i++) {
                long count = samples.get(s).count(i);
                double influence = influences.get(s)[i] / unit;
                squares.add(count * influence * influence);
                cubes.add(count * influence * influence * influence);
            }
        }
        return squares.value() == 0 ? 0 : cubes.value() / (6 * Math.pow(squares.value(), 1.5));
    }

    private static FrequencyTable resampled(FrequencyTable sample, UniformRandomProvider random) {
        long[] counts = new long[sample.distinct()];
        for (long i = 0; i < sample.size(); i++) {
            counts[sample.indexOfRank(random.nextLong(sample.size()) + 1)]++;
        }
        return sample.withCounts(counts);
    }

    /**
     * A bootstrap.
     *
     * @param options the options used, with the seed
     * @param name of the statistic
     * @param estimate from the observations themselves
     * @param limits of the statistic
     * @param distribution of the replicates
     * @param n number of observations
     */
    public record Result(
            Bootstrap options,
            String name,
            double estimate,
            ConfidenceInterval limits,
            FrequencyTable distribution,
            long n)
            implements StatisticResult {

        @Override
        public Procedure procedure() {
            return Procedure.of(
                    "bootstrap-" + options.interval.id,
                    options.interval.label + " bootstrap, " + options.replicates + " replicates, " + GENERATOR
                            + ", seed " + options.seed,
                    EFRON,
                    DAVISON_HINKLEY);
        }

        /** Ids {@code estimate, ci.lower, ci.upper, se, replicates, n}. */
        @Override
        public List<Quantity> quantities() {
            return new Quantities()
                    .estimate(name, MEASUREMENT, estimate)
                    .interval(MEASUREMENT, limits)
                    .add(
                            "se",
                            "bootstrap standard error",
                            MEASUREMENT,
                            distribution.moments().standardDeviation())
                    .count("replicates", "number of replicates", options.replicates)
                    .count("n", "number of observations", n)
                    .list();
        }

        @Override
        public List<Rival> rivals() {
            double tail = (1 - options.level) / 2;
            return options.interval == Interval.PERCENTILE
                    ? List.of()
                    : List.of(new Rival(
                            "percentile",
                            "percentile interval",
                            () -> new Quantities()
                                    .interval(
                                            MEASUREMENT,
                                            options.with(Interval.PERCENTILE).limits(distribution, tail, 1 - tail))
                                    .list()));
        }
    }
}
