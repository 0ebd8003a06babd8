package org.countersign.stats;

import static java.util.Objects.requireNonNull;
import static org.countersign.stats.QuantityKind.MEASUREMENT;

import java.util.ArrayList;
import java.util.List;

/**
 * The sign test of paired differences (or of a median of 0): the number of positive among the non-zero differences is
 * binomial with probability 1/2. Zeros are left out of the test. The interval of the median difference is the narrowest
 * symmetric pair of order statistics of all differences whose binomial coverage is at least the level.
 *
 * @param alternative of the median against 0
 * @param level confidence level
 */
public record SignTest(Alternative alternative, double level) {

    private static final Reference CONOVER =
            Reference.of("Conover WJ", 1999, "Practical Nonparametric Statistics, 3rd edition", "Wiley, New York");

    /**
     * @throws IllegalArgumentException if {@code level} is outside (0, 1)
     */
    public SignTest {
        requireNonNull(alternative);
        Require.level(level);
    }

    /** Two-sided, 95%. */
    public static SignTest withDefaults() {
        return new SignTest(Alternative.TWO_SIDED, 0.95);
    }

    public SignTest with(Alternative newAlternative) {
        return new SignTest(newAlternative, level);
    }

    public SignTest withLevel(double newLevel) {
        return new SignTest(alternative, newLevel);
    }

    /** The test; {@link NotComputed} where there is no difference other than 0. */
    public Computation<Result> compute(FrequencyTable differences) {
        long zeros = differences.countOf(0);
        long positive = differences.size() - differences.countAtMost(0);
        long nonZero = differences.size() - zeros;
        if (nonZero == 0) {
            return Computation.notComputed(
                    differences.isEmpty() ? NotComputed.Reason.NO_OBSERVATIONS : NotComputed.Reason.CONSTANT_DATA,
                    differences.isEmpty() ? "there are no differences" : "all differences are 0",
                    "report the differences without a test");
        }
        BinomialTails tails = new BinomialTails(nonZero, 0.5);
        double p = switch (alternative) {
            case TWO_SIDED -> Math.min(1, 2 * Math.min(tails.lower(positive), tails.upper(positive)));
            case GREATER -> tails.upper(positive);
            case LESS -> tails.lower(positive);
        };
        return Computation.of(new Result(this, differences, positive, nonZero, p, interval(differences)));
    }

    private Computation<ConfidenceInterval> interval(FrequencyTable differences) {
        long n = differences.size();
        BinomialTails tails = new BinomialTails(n, 0.5);
        long rank = 0;
        while (rank < n / 2 && tails.lower(rank) <= (1 - level) / 2) {
            rank++;
        }
        return rank == 0
                ? Computation.notComputed(
                        NotComputed.Reason.TOO_FEW_OBSERVATIONS,
                        "with " + n + " differences even the extremes do not reach " + Quantities.percent(level),
                        "lower the level or leave the interval out")
                : Computation.of(new ConfidenceInterval(
                        differences.orderStatistic(rank),
                        differences.orderStatistic(n + 1 - rank),
                        level,
                        "order statistics"));
    }

    /**
     * A sign test.
     *
     * @param options the options used
     * @param differences the sample
     * @param positive number of positive differences
     * @param nonZero number of differences other than 0
     * @param p of the alternative
     * @param interval of the median difference
     */
    public record Result(
            SignTest options,
            FrequencyTable differences,
            long positive,
            long nonZero,
            double p,
            Computation<ConfidenceInterval> interval)
            implements StatisticResult {

        @Override
        public Procedure procedure() {
            return Procedure.of("sign-test", "exact sign test" + options.alternative.suffix(), CONOVER);
        }

        /** Ids {@code estimate, ci.lower, ci.upper, statistic, p, non-zero, n}. */
        @Override
        public List<Quantity> quantities() {
            return new Quantities()
                    .estimate("median difference", MEASUREMENT, QuantileType.TYPE_7.quantile(differences, 0.5))
                    .interval(MEASUREMENT, options.level, interval)
                    .statistic("number of positive differences", positive)
                    .p(p)
                    .count("non-zero", "number of differences other than 0", nonZero)
                    .count("n", "number of pairs", differences.size())
                    .list();
        }

        @Override
        public List<Rival> rivals() {
            List<Rival> rivals = new ArrayList<>();
            double distance = positive - nonZero / 2.0;
            double sd = Math.sqrt(nonZero) / 2;
            rivals.add(new Rival(
                    "normal",
                    "normal approximation",
                    () -> new Quantities()
                            .p(Tails.normal(distance / sd, options.alternative))
                            .list()));
            rivals.add(new Rival(
                    "normal-corrected",
                    "normal approximation with continuity correction",
                    () -> new Quantities()
                            .p(Tails.normal(
                                    Math.signum(distance) * Math.max(0, Math.abs(distance) - 0.5) / sd,
                                    options.alternative))
                            .list()));
            return List.copyOf(rivals);
        }
    }
}
