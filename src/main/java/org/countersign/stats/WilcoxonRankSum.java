package org.countersign.stats;

import static java.util.Objects.requireNonNull;
import static org.countersign.stats.QuantityKind.MEASUREMENT;

import java.util.ArrayList;
import java.util.List;

/**
 * The Wilcoxon rank-sum test (Mann-Whitney) of two independent samples, with the Hodges-Lehmann estimate of the shift
 * of the first against the second.
 *
 * <p>W is the number of pairs with x &gt; y plus half the number of ties, R's {@code W}. P comes
 *
 * <ul>
 *   <li>exactly, from the permutation distribution given the ties (two-sided: |W - n1 n2/2| at least as large); or
 *   <li>from the normal approximation with variance n1 n2/12 (N + 1 - sum(t³ - t)/(N(N - 1))), with or without taking
 *       1/2 off |W - n1 n2/2|.
 * </ul>
 *
 * Automatic, the default, is what R's {@code wilcox.test} does: exact where both samples have fewer than 50
 * observations and no two observations are tied, else the corrected normal approximation.
 *
 * <p>The estimate is the exact median of all differences x - y. The interval's limits are order statistics of the
 * differences: by the exact distribution without ties (conservative when there are ties), or where the normal
 * approximation's test statistic crosses its critical value, ties between the samples disregarded because they vanish
 * when the shift moves by any amount. R finds both by a root search to about 1e-4.
 *
 * @param method how P is found
 * @param alternative for the first sample against the second
 * @param level confidence level; a one-sided alternative gives a one-sided interval
 */
public record WilcoxonRankSum(Method method, Alternative alternative, double level) {

    private static final long R_EXACT_LIMIT = 50;

    private static final Reference WILCOXON = Reference.of(
            "Wilcoxon F",
            1945,
            "Individual comparisons by ranking methods",
            "Biometrics Bulletin 1:80-83",
            "10.2307/3001968");
    private static final Reference MANN_WHITNEY = Reference.of(
            "Mann HB, Whitney DR",
            1947,
            "On a test of whether one of two random variables is stochastically larger than the other",
            "The Annals of Mathematical Statistics 18:50-60",
            "10.1214/aoms/1177730491");
    private static final Reference STREITBERG_ROEHMEL = Reference.of(
            "Streitberg B, Röhmel J",
            1986,
            "Exact distributions for permutation and rank tests: an introduction to some recently published algorithms",
            "Statistical Software Newsletter 12:10-17");

    /** How P is found. */
    public enum Method {
        /** As R: exact for small samples without ties, else normal with continuity correction. */
        AUTOMATIC("automatic", "exact or normal, as R chooses"),
        EXACT("exact", "exact"),
        NORMAL_CORRECTED("normal-corrected", "normal approximation with continuity correction"),
        NORMAL("normal", "normal approximation without continuity correction");

        private final String id;
        private final String label;

        Method(String id, String label) {
            this.id = id;
            this.label = label;
        }

        public String id() {
            return id;
        }

        public String label() {
            return label;
        }
    }

    /**
     * @throws IllegalArgumentException if {@code level} is outside (0, 1)
     */
    public WilcoxonRankSum {
        requireNonNull(method);
        requireNonNull(alternative);
        Require.level(level);
    }

    /** Automatic, two-sided, 95%. */
    public static WilcoxonRankSum withDefaults() {
        return new WilcoxonRankSum(Method.AUTOMATIC, Alternative.TWO_SIDED, 0.95);
    }

    public WilcoxonRankSum with(Method newMethod) {
        return new WilcoxonRankSum(newMethod, alternative, level);
    }

    public WilcoxonRankSum with(Alternative newAlternative) {
        return new WilcoxonRankSum(method, newAlternative, level);
    }

    public WilcoxonRankSum withLevel(double newLevel) {
        return new WilcoxonRankSum(method, alternative, newLevel);
    }

    /** The test of two raw samples. */
    public Computation<Result> compute(double[] x, double[] y) {
        return compute(FrequencyTable.of(x), FrequencyTable.of(y));
    }

    /**
     * The test; {@link NotComputed} for an empty sample, where all observations are equal, or where the exact
     * distribution was asked for and is out of reach ({@link NotComputed.Reason#TOO_LARGE}).
     */
    public Computation<Result> compute(FrequencyTable x, FrequencyTable y) {
        if (x.isEmpty() || y.isEmpty()) {
            return Computation.notComputed(
                    NotComputed.Reason.NO_OBSERVATIONS,
                    "sample " + (x.isEmpty() ? 1 : 2) + " is empty",
                    "check the grouping variable and the population's filter");
        }
        FrequencyTable pooled = x.merge(y);
        if (pooled.isConstant()) {
            return Computation.notComputed(
                    NotComputed.Reason.CONSTANT_DATA,
                    "all observations are equal to " + pooled.value(0),
                    "report the value without a test");
        }
        Method used = used(x, y, pooled);
        if (used == Method.EXACT && !RankSumDistribution.isFeasible(x.size(), y.size())) {
            return Computation.notComputed(
                    NotComputed.Reason.TOO_LARGE,
                    "the exact distribution for samples of " + x.size() + " and " + y.size() + " is out of reach",
                    "use the normal approximation");
        }
        long twiceW = twiceW(x, y);
        double z = z(twiceW, x, y, pooled, used);
        HodgesLehmann differences = new HodgesLehmann(x, y);
        return Computation.of(new Result(
                this,
                used,
                x,
                y,
                twiceW / 2.0,
                z,
                p(used, twiceW, z, x, pooled),
                differences.median(),
                interval(used, differences, x, y)));
    }

    private Method used(FrequencyTable x, FrequencyTable y, FrequencyTable pooled) {
        if (method != Method.AUTOMATIC) {
            return method;
        }
        boolean ties = pooled.distinct() < pooled.size();
        return x.size() < R_EXACT_LIMIT && y.size() < R_EXACT_LIMIT && !ties ? Method.EXACT : Method.NORMAL_CORRECTED;
    }

    /** Twice the number of pairs with x &gt; y, plus the number of tied pairs. */
    static long twiceW(FrequencyTable x, FrequencyTable y) {
        long twice = 0;
        int j = 0;
        for (int i = 0; i < x.distinct(); i++) {
            while (j < y.distinct() && y.value(j) < x.value(i)) {
                j++;
            }
            long below = j == 0 ? 0 : y.cumulative(j - 1);
            long tied = j < y.distinct() && y.value(j) == x.value(i) ? y.count(j) : 0;
            twice = Math.addExact(twice, Math.multiplyExact(x.count(i), 2 * below + tied));
        }
        return twice;
    }

    private double z(long twiceW, FrequencyTable x, FrequencyTable y, FrequencyTable pooled, Method used) {
        double distance = (twiceW - Math.multiplyExact(x.size(), y.size())) / 2.0;
        double correction = 0;
        if (used == Method.NORMAL_CORRECTED) {
            correction = switch (alternative) {
                case TWO_SIDED -> Math.signum(distance) * 0.5;
                case GREATER -> 0.5;
                case LESS -> -0.5;
            };
        }
        return (distance - correction) / standardDeviation(x.size(), y.size(), pooled.tieTerm());
    }

    private static double standardDeviation(double n1, double n2, double tieTerm) {
        double n = n1 + n2;
        return Math.sqrt(n1 * n2 / 12 * (n + 1 - tieTerm / (n * (n - 1))));
    }

    private double p(Method used, long twiceW, double z, FrequencyTable x, FrequencyTable pooled) {
        if (used != Method.EXACT) {
            return Tails.normal(z, alternative);
        }
        RankSumDistribution distribution = RankSumDistribution.of(pooled, x.size());
        return switch (alternative) {
            case TWO_SIDED -> distribution.twoSided(twiceW);
            case GREATER -> distribution.upper(twiceW);
            case LESS -> distribution.lower(twiceW);
        };
    }

    private ConfidenceInterval interval(Method used, HodgesLehmann differences, FrequencyTable x, FrequencyTable y) {
        double tail = alternative == Alternative.TWO_SIDED ? (1 - level) / 2 : 1 - level;
        long rank;
        if (used == Method.EXACT) {
            rank = RankSumDistribution.untied(x.size(), y.size()).quantile(tail);
        } else {
            double sd = standardDeviation(x.size(), y.size(), x.tieTerm() + y.tieTerm());
            double correction = used == Method.NORMAL_CORRECTED ? 0.5 : 0;
            double reach = correction - Tails.normalQuantile(tail) * sd;
            rank = (long) Math.ceil(differences.pairs() / 2.0 - reach);
        }
        rank = Math.max(1, Math.min(rank, differences.pairs()));
        double lower = alternative == Alternative.LESS ? Double.NEGATIVE_INFINITY : differences.orderStatistic(rank);
        double upper = alternative == Alternative.GREATER
                ? Double.POSITIVE_INFINITY
                : differences.orderStatistic(differences.pairs() + 1 - rank);
        return new ConfidenceInterval(
                Math.min(lower, upper), Math.max(lower, upper), level, "Hodges-Lehmann, " + used.label);
    }

    /**
     * A rank-sum test.
     *
     * @param options the options used
     * @param used how P was found
     * @param x first sample
     * @param y second sample
     * @param statistic W
     * @param z standardised W
     * @param p of the alternative
     * @param shift Hodges-Lehmann estimate
     * @param interval of the shift
     */
    public record Result(
            WilcoxonRankSum options,
            Method used,
            FrequencyTable x,
            FrequencyTable y,
            double statistic,
            double z,
            double p,
            double shift,
            ConfidenceInterval interval)
            implements StatisticResult {

        /** Whether two observations of the pooled sample are equal. */
        public boolean ties() {
            return x.merge(y).distinct() < x.size() + y.size();
        }

        @Override
        public Procedure procedure() {
            boolean ties = ties();
            String why = options.method != Method.AUTOMATIC
                    ? ""
                    : used == Method.EXACT
                            ? " (both samples below 50, no ties)"
                            : ties ? " (ties are present)" : " (a sample has 50 or more)";
            String label =
                    "Wilcoxon rank-sum test, " + used.label + (ties && used == Method.EXACT ? " given the ties" : "")
                            + why + options.alternative.suffix() + "; Hodges-Lehmann shift";
            String id = "wilcoxon-rank-sum-" + used.id;
            return used == Method.EXACT
                    ? Procedure.of(id, label, WILCOXON, MANN_WHITNEY, HodgesLehmann.REFERENCE, STREITBERG_ROEHMEL)
                    : Procedure.of(id, label, WILCOXON, MANN_WHITNEY, HodgesLehmann.REFERENCE);
        }

        /** Ids {@code estimate, ci.lower, ci.upper, statistic, z, p, median1, median2, n1, n2}. */
        @Override
        public List<Quantity> quantities() {
            return new Quantities()
                    .estimate("Hodges-Lehmann shift", MEASUREMENT, shift)
                    .interval(MEASUREMENT, interval)
                    .statistic("W", statistic)
                    .add("z", "standardised W", QuantityKind.STATISTIC, z)
                    .p(p)
                    .add("median1", "median of sample 1", MEASUREMENT, QuantileType.TYPE_7.quantile(x, 0.5))
                    .add("median2", "median of sample 2", MEASUREMENT, QuantileType.TYPE_7.quantile(y, 0.5))
                    .count("n1", "size of sample 1", x.size())
                    .count("n2", "size of sample 2", y.size())
                    .list();
        }

        @Override
        public List<Rival> rivals() {
            List<Rival> rivals = new ArrayList<>();
            for (Method other : List.of(Method.EXACT, Method.NORMAL_CORRECTED, Method.NORMAL)) {
                if (other != used) {
                    rivals.add(Rival.differing(
                            this,
                            other.id,
                            other.label,
                            () -> options.with(other).compute(x, y)));
                }
            }
            if (used == Method.EXACT || RankSumDistribution.isFeasible(x.size(), y.size())) {
                rivals.add(new Rival("exact-doubled", "exact, twice the smaller tail", this::doubled));
            }
            rivals.add(Rival.differing(
                    this,
                    "groups-swapped",
                    "second sample against the first",
                    () -> options.with(options.alternative.reversed()).compute(y, x)));
            rivals.add(new Rival(
                    "rank-sum-statistic",
                    "W as the sum of the first sample's ranks",
                    () -> List.of(Quantity.of(
                            "statistic",
                            "rank sum of sample 1",
                            QuantityKind.STATISTIC,
                            statistic + x.size() * (x.size() + 1) / 2.0))));
            rivals.add(new Rival(
                    "median-difference",
                    "difference of the medians as the estimate",
                    () -> List.of(Quantity.of(
                            "estimate",
                            "difference of medians",
                            MEASUREMENT,
                            QuantileType.TYPE_7.quantile(x, 0.5) - QuantileType.TYPE_7.quantile(y, 0.5)))));
            if (options.alternative == Alternative.TWO_SIDED) {
                for (Alternative side : List.of(Alternative.GREATER, Alternative.LESS)) {
                    rivals.add(Rival.differing(
                            this,
                            "one-sided-" + side.id(),
                            "one-sided, " + side.id(),
                            () -> options.with(side).compute(x, y)));
                }
            }
            return List.copyOf(rivals);
        }

        private List<Quantity> doubled() {
            RankSumDistribution distribution = RankSumDistribution.of(x.merge(y), x.size());
            long twiceW = Math.round(2 * statistic);
            return new Quantities()
                    .p(Math.min(1, 2 * Math.min(distribution.lower(twiceW), distribution.upper(twiceW))))
                    .list();
        }
    }
}
