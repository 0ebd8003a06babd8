package org.countersign.stats;

import static java.util.Objects.requireNonNull;
import static org.countersign.stats.QuantityKind.COEFFICIENT;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;

/**
 * The percentile bootstrap of Krippendorff's alpha: units are drawn with replacement, by the named generator from the
 * named seed; the limits are quantiles of type 6 of the replicates' alphas. A replicate whose codes are all equal has no
 * alpha and is left out.
 *
 * @param alpha the coefficient
 * @param replicates number of replicates, 100 at least
 * @param seed of the generator
 * @param level confidence level
 */
public record KrippendorffBootstrap(KrippendorffAlpha alpha, int replicates, long seed, double level) {

    private static final int FEWEST_REPLICATES = 100;
    private static final Reference ZAPF = Reference.of(
            "Zapf A, Castell S, Morawietz L, Karch A",
            2016,
            "Measuring inter-rater reliability for nominal data - which coefficients and confidence intervals are"
                    + " appropriate?",
            "BMC Medical Research Methodology 16:93",
            "10.1186/s12874-016-0200-9");

    /**
     * @throws IllegalArgumentException if there are fewer than 100 replicates or {@code level} is outside (0, 1)
     */
    public KrippendorffBootstrap {
        requireNonNull(alpha);
        Require.atLeast("replicates", replicates, FEWEST_REPLICATES);
        Require.level(level);
    }

    /** Nominal metric, 9999 replicates, 95%. */
    public static KrippendorffBootstrap withSeed(long seed) {
        return new KrippendorffBootstrap(KrippendorffAlpha.withDefaults(), 9999, seed, 0.95);
    }

    public KrippendorffBootstrap with(KrippendorffAlpha newAlpha) {
        return new KrippendorffBootstrap(newAlpha, replicates, seed, level);
    }

    public KrippendorffBootstrap withReplicates(int newReplicates) {
        return new KrippendorffBootstrap(alpha, newReplicates, seed, level);
    }

    public KrippendorffBootstrap withLevel(double newLevel) {
        return new KrippendorffBootstrap(alpha, replicates, seed, newLevel);
    }

    /**
     * The agreement of coders with its interval.
     *
     * @param units the codes that each unit was given
     * @throws IllegalArgumentException if a code is negative and the metric is that of ratios
     */
    public Computation<Result> compute(List<FrequencyTable> units) {
        return alpha.compute(units).map(estimate -> new Result(this, estimate, distribution(units)));
    }

    private Computation<FrequencyTable> distribution(List<FrequencyTable> units) {
        Patterns patterns = new Patterns(units);
        UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(seed);
        double[] alphas = new double[replicates];
        int defined = 0;
        for (int b = 0; b < replicates; b++) {
            Computation<Double> drawn = patterns.alpha(patterns.draw(random));
            if (drawn.isComputed()) {
                alphas[defined++] = drawn.orElseThrow();
            }
        }
        return defined < FEWEST_REPLICATES
                ? Computation.notComputed(
                        NotComputed.Reason.CONSTANT_DATA,
                        "nearly all replicates hold a single code",
                        "report alpha without an interval")
                : Computation.of(FrequencyTable.of(java.util.Arrays.copyOf(alphas, defined)));
    }

    /** Units with the same codes, together. */
    private final class Patterns {

        private final double[] values;
        private final List<long[]> counts = new ArrayList<>();
        private final int[] patternOf;

        Patterns(List<FrequencyTable> units) {
            List<FrequencyTable> paired =
                    units.stream().filter(unit -> unit.size() > 1).toList();
            FrequencyTable.Accumulator all = FrequencyTable.accumulator();
            Map<FrequencyTable, Integer> known = new LinkedHashMap<>();
            patternOf = new int[paired.size()];
            for (int u = 0; u < patternOf.length; u++) {
                int fresh = known.size();
                patternOf[u] = known.computeIfAbsent(paired.get(u), unit -> fresh);
            }
            known.keySet().forEach(unit -> {
                for (int i = 0; i < unit.distinct(); i++) {
                    all.add(unit.value(i), 1);
                }
            });
            FrequencyTable distinct = all.table();
            values = new double[distinct.distinct()];
            for (int i = 0; i < values.length; i++) {
                values[i] = distinct.value(i);
            }
            known.keySet().forEach(unit -> {
                long[] of = new long[values.length];
                for (int i = 0; i < values.length; i++) {
                    of[i] = unit.countOf(values[i]);
                }
                counts.add(of);
            });
        }

        /** How often each pattern is drawn. */
        long[] draw(UniformRandomProvider random) {
            long[] drawn = new long[counts.size()];
            for (int u = 0; u < patternOf.length; u++) {
                drawn[patternOf[random.nextInt(patternOf.length)]]++;
            }
            return drawn;
        }

        Computation<Double> alpha(long[] drawn) {
            long[] totals = new long[values.length];
            long n = 0;
            for (int p = 0; p < drawn.length; p++) {
                for (int v = 0; v < totals.length; v++) {
                    totals[v] += drawn[p] * counts.get(p)[v];
                    n += drawn[p] * counts.get(p)[v];
                }
            }
            double[][] distances = KrippendorffAlpha.distances(alpha.metric(), values, totals);
            double expected = disagreement(totals, distances) / (n - 1.0);
            if (!(expected > 0)) {
                return Computation.notComputed(
                        NotComputed.Reason.CONSTANT_DATA, "all codes are equal", "report the percent agreement");
            }
            Sum observed = new Sum();
            for (int p = 0; p < drawn.length; p++) {
                if (drawn[p] > 0) {
                    long size = java.util.Arrays.stream(counts.get(p)).sum();
                    observed.add(drawn[p] * disagreement(counts.get(p), distances) / (size - 1.0));
                }
            }
            return Computation.of(1 - observed.value() / expected);
        }

        private double disagreement(long[] of, double[][] distances) {
            double sum = 0;
            for (int i = 0; i < of.length; i++) {
                for (int j = 0; j < i; j++) {
                    sum += 2.0 * of[i] * of[j] * distances[i][j];
                }
            }
            return sum;
        }
    }

    /**
     * The agreement of coders.
     *
     * @param options the options used, with the seed
     * @param alpha from the units themselves
     * @param distribution of the replicates
     */
    public record Result(
            KrippendorffBootstrap options, KrippendorffAlpha.Result alpha, Computation<FrequencyTable> distribution)
            implements StatisticResult {

        public Computation<ConfidenceInterval> interval() {
            double tail = (1 - options.level) / 2;
            return distribution.map(d -> new ConfidenceInterval(
                    QuantileType.TYPE_6.quantile(d, tail),
                    QuantileType.TYPE_6.quantile(d, 1 - tail),
                    options.level,
                    "percentile bootstrap"));
        }

        @Override
        public Procedure procedure() {
            List<Reference> references = new ArrayList<>(alpha.procedure().references());
            references.add(ZAPF);
            return new Procedure(
                    alpha.procedure().id() + "-bootstrap",
                    alpha.procedure().label() + "; percentile bootstrap of the units, " + options.replicates
                            + " replicates, " + Bootstrap.GENERATOR + ", seed " + options.seed,
                    references);
        }

        /** Ids {@code estimate, ci.lower, ci.upper, replicates, codes, n}. */
        @Override
        public List<Quantity> quantities() {
            return new Quantities()
                    .estimate("Krippendorff's alpha", COEFFICIENT, alpha.estimate())
                    .interval(COEFFICIENT, options.level, interval())
                    .add(
                            "replicates",
                            "number of replicates that have an alpha",
                            QuantityKind.COUNT,
                            distribution.map(d -> (double) d.size()))
                    .count("codes", "number of pairable codes", alpha.codes())
                    .count("n", "number of units coded at least twice", alpha.paired())
                    .list();
        }

        @Override
        public List<Rival> rivals() {
            return alpha.rivals();
        }
    }
}
