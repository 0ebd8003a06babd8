package org.countersign.stats;

import static java.util.Objects.requireNonNull;
import static org.countersign.stats.QuantityKind.MEASUREMENT;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;

/**
 * The permutation test of a difference of two samples: all divisions of the pooled observations where there are at most
 * as many as replicates, else random divisions by a named generator from a named seed, with P = (1 + b)/(1 + B), b the
 * number at least as extreme (two-sided: in absolute value).
 *
 * @param statistic what is compared
 * @param alternative for the first sample against the second
 * @param replicates B
 * @param seed of the generator
 */
public record PermutationTest(Statistic statistic, Alternative alternative, int replicates, long seed) {

    private static final double TIE_TOLERANCE = 1e-10;
    private static final Reference PITMAN = Reference.of(
            "Pitman EJG",
            1937,
            "Significance tests which may be applied to samples from any populations",
            "Supplement to the Journal of the Royal Statistical Society 4:119-130",
            "10.2307/2984124");
    private static final Reference PHIPSON_SMYTH = Reference.of(
            "Phipson B, Smyth GK",
            2010,
            "Permutation P-values should never be zero: calculating exact P-values when permutations are randomly drawn",
            "Statistical Applications in Genetics and Molecular Biology 9:39",
            "10.2202/1544-6115.1585");

    /** What is compared. */
    public enum Statistic {
        MEAN("mean"),
        MEDIAN("median");

        private final String id;

        Statistic(String id) {
            this.id = id;
        }

        private double of(double[] values, int from, int to) {
            if (this == MEAN) {
                double sum = 0;
                for (int i = from; i < to; i++) {
                    sum += values[i];
                }
                return sum / (to - from);
            }
            double[] part = Arrays.copyOfRange(values, from, to);
            Arrays.sort(part);
            int half = part.length / 2;
            return part.length % 2 == 1 ? part[half] : (part[half - 1] + part[half]) / 2;
        }
    }

    /**
     * @throws IllegalArgumentException if there are fewer than 99 replicates
     */
    public PermutationTest {
        requireNonNull(statistic);
        requireNonNull(alternative);
        Require.atLeast("replicates", replicates, 99);
    }

    /** Means, two-sided, 9999 replicates. */
    public static PermutationTest withSeed(long seed) {
        return new PermutationTest(Statistic.MEAN, Alternative.TWO_SIDED, 9999, seed);
    }

    public PermutationTest with(Statistic newStatistic) {
        return new PermutationTest(newStatistic, alternative, replicates, seed);
    }

    public PermutationTest with(Alternative newAlternative) {
        return new PermutationTest(statistic, newAlternative, replicates, seed);
    }

    public PermutationTest withReplicates(int newReplicates) {
        return new PermutationTest(statistic, alternative, newReplicates, seed);
    }

    /** The test; {@link NotComputed} for an empty sample or where all observations are equal. */
    public Computation<Result> compute(FrequencyTable first, FrequencyTable second) {
        if (first.isEmpty() || second.isEmpty()) {
            return Computation.notComputed(
                    NotComputed.Reason.NO_OBSERVATIONS, "a sample is empty", "check the grouping variable");
        }
        if (first.merge(second).isConstant()) {
            return Computation.notComputed(
                    NotComputed.Reason.CONSTANT_DATA, "all observations are equal", "report the value without a test");
        }
        double[] x = first.toArray();
        double[] y = second.toArray();
        double[] pooled = Arrays.copyOf(x, x.length + y.length);
        System.arraycopy(y, 0, pooled, x.length, y.length);
        Counter counter = new Counter(pooled, x.length);
        boolean exact = divisions(pooled.length, x.length) <= replicates;
        double p;
        if (exact) {
            counter.enumerate();
            p = (double) counter.extreme / counter.seen;
        } else {
            counter.draw(RandomSource.XO_SHI_RO_256_PP.create(seed));
            p = (counter.extreme + 1.0) / (counter.seen + 1.0);
        }
        return Computation.of(new Result(this, exact, counter.observed, p, counter.seen, x.length, y.length));
    }

    private static double divisions(int n, int k) {
        double count = 1;
        for (int i = 1; i <= k; i++) {
            count = count * (n - k + i) / i;
        }
        return count;
    }

    /** Counts the divisions that are at least as extreme as the observed one. */
    private final class Counter {

        private final double[] pooled;
        private final int size;
        private final double observed;
        private final double tolerance;
        private long seen;
        private long extreme;

        Counter(double[] pooled, int size) {
            this.pooled = pooled.clone();
            this.size = size;
            this.observed = difference(pooled);
            double largest = 0;
            for (double value : pooled) {
                largest = Math.max(largest, Math.abs(value));
            }
            tolerance = TIE_TOLERANCE * largest;
        }

        private double difference(double[] values) {
            return statistic.of(values, 0, size) - statistic.of(values, size, values.length);
        }

        private void count(double[] values) {
            double other = difference(values);
            boolean atLeast = switch (alternative) {
                case TWO_SIDED -> Math.abs(other) >= Math.abs(observed) - tolerance;
                case GREATER -> other >= observed - tolerance;
                case LESS -> other <= observed + tolerance;
            };
            seen++;
            extreme += atLeast ? 1 : 0;
        }

        void draw(UniformRandomProvider random) {
            double[] values = pooled.clone();
            for (int b = 0; b < replicates; b++) {
                for (int i = 0; i < size; i++) {
                    int j = i + random.nextInt(values.length - i);
                    double swapped = values[i];
                    values[i] = values[j];
                    values[j] = swapped;
                }
                count(values);
            }
        }

        void enumerate() {
            int[] chosen = new int[size];
            for (int i = 0; i < size; i++) {
                chosen[i] = i;
            }
            double[] values = new double[pooled.length];
            boolean more = true;
            while (more) {
                divide(chosen, values);
                count(values);
                more = advance(chosen);
            }
        }

        private void divide(int[] chosen, double[] values) {
            int in = 0;
            int out = size;
            for (int i = 0; i < pooled.length; i++) {
                if (in < size && chosen[in] == i) {
                    values[in++] = pooled[i];
                } else {
                    values[out++] = pooled[i];
                }
            }
        }

        private boolean advance(int[] chosen) {
            int i = size - 1;
            while (i >= 0 && chosen[i] == pooled.length - size + i) {
                i--;
            }
            if (i < 0) {
                return false;
            }
            chosen[i]++;
            for (int j = i + 1; j < size; j++) {
                chosen[j] = chosen[j - 1] + 1;
            }
            return true;
        }
    }

    /**
     * A permutation test.
     *
     * @param options the options used, with the seed
     * @param exact whether all divisions were looked at
     * @param estimate observed difference
     * @param p of the alternative
     * @param divisions how many were looked at
     * @param n1 size of the first sample
     * @param n2 size of the second sample
     */
    public record Result(
            PermutationTest options, boolean exact, double estimate, double p, long divisions, long n1, long n2)
            implements StatisticResult {

        @Override
        public Procedure procedure() {
            String how = exact
                    ? "all " + divisions + " divisions"
                    : divisions + " random divisions, " + Bootstrap.GENERATOR + ", seed " + options.seed;
            return Procedure.of(
                    "permutation-" + options.statistic.id + (exact ? "-exact" : "-monte-carlo"),
                    "permutation test of the difference of " + options.statistic.id + "s, " + how
                            + options.alternative.suffix(),
                    PITMAN,
                    PHIPSON_SMYTH);
        }

        /** Ids {@code estimate, p, p.se} (the Monte Carlo error), {@code divisions, n1, n2}. */
        @Override
        public List<Quantity> quantities() {
            double error = exact ? 0 : Math.sqrt(p * (1 - p) / divisions);
            return new Quantities()
                    .estimate("difference of " + options.statistic.id + "s", MEASUREMENT, estimate)
                    .p(p)
                    .add("p.se", "Monte Carlo standard error of P", QuantityKind.PROPORTION, error)
                    .count("divisions", "divisions of the observations", divisions)
                    .count("n1", "size of sample 1", n1)
                    .count("n2", "size of sample 2", n2)
                    .list();
        }
    }
}
