package org.countersign.stats;

import static java.util.Objects.requireNonNull;
import static org.countersign.stats.QuantityKind.COEFFICIENT;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
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
        Replicates drawn = new Replicates(
                new PairableCodes(units.stream().filter(unit -> unit.size() > 1).toList()));
        UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(seed);
        double[] alphas = new double[replicates];
        int defined = 0;
        for (int b = 0; b < replicates; b++) {
            OptionalDouble replicate = drawn.next(random);
            if (replicate.isPresent()) {
                alphas[defined++] = replicate.getAsDouble();
            }
        }
        return defined < FEWEST_REPLICATES
                ? Computation.notComputed(
                        NotComputed.Reason.CONSTANT_DATA,
                        "nearly all replicates hold a single code",
                        "report alpha without an interval")
                : Computation.of(FrequencyTable.of(Arrays.copyOf(alphas, defined)));
    }

    /** The distances, and with them the disagreement within a unit, depend on the units drawn by the ordinal metric only. */
    private final class Replicates {

        private final PairableCodes codes;
        private final CodeDistances distances;
        private final double[] disagreements;

        Replicates(PairableCodes codes) {
            this.codes = codes;
            this.distances = CodeDistances.of(alpha.metric(), codes.values(), codes.totals());
            this.disagreements = codes.disagreements(distances);
        }

        /** Alpha of units drawn anew; empty if their codes are all equal. */
        OptionalDouble next(UniformRandomProvider random) {
            long[] occurrences = new long[disagreements.length];
            for (int u = 0; u < codes.units(); u++) {
                occurrences[codes.patternOf(random.nextInt(codes.units()))]++;
            }
            long[] totals = codes.totals(occurrences);
            return alpha.metric() == KrippendorffAlpha.Metric.ORDINAL
                    ? ordinal(occurrences, totals)
                    : of(occurrences, totals, distances, disagreements);
        }

        private OptionalDouble ordinal(long[] occurrences, long[] totals) {
            CodeDistances own = CodeDistances.of(alpha.metric(), codes.values(), totals);
            return of(occurrences, totals, own, codes.disagreements(own));
        }

        private static OptionalDouble of(long[] occurrences, long[] totals, CodeDistances distances, double[] within) {
            double expected =
                    distances.disagreement(totals) / (Arrays.stream(totals).sum() - 1.0);
            Sum observed = new Sum();
            for (int p = 0; p < occurrences.length; p++) {
                observed.add(occurrences[p] * within[p]);
            }
            return expected > 0 ? OptionalDouble.of(1 - observed.value() / expected) : OptionalDouble.empty();
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
