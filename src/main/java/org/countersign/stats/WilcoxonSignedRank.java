package org.countersign.stats;

import static java.util.Objects.requireNonNull;
import static org.countersign.stats.QuantityKind.MEASUREMENT;

import java.util.ArrayList;
import java.util.List;

/**
 * The Wilcoxon signed-rank test of paired differences (or of one sample against 0), with the Hodges-Lehmann estimate of
 * their centre: the median of the Walsh averages (d_i + d_j)/2, i &lt;= j.
 *
 * <p>V is the sum of the ranks of |d| over the positive differences. Zeros are left out before ranking (Wilcoxon) or
 * ranked and then left out (Pratt). P comes exactly, from the 2^n sign patterns given the midranks, or from the normal
 * approximation with tie variance, with or without 1/2 taken off. Automatic is R's {@code wilcox.test}: exact for fewer
 * than 50 differences without ties or zeros, else the corrected approximation.
 *
 * <p>The estimate is exact; the limits are order statistics of the Walsh averages, by the exact distribution without
 * ties or where the approximation's statistic crosses its critical value. Under Wilcoxon's treatment of zeros they are
 * those of the non-zero differences, as in R.
 *
 * @param method how P is found
 * @param zeros what is done with differences of 0
 * @param alternative of the centre against 0
 * @param level confidence level; a one-sided alternative gives a one-sided interval
 */
public record WilcoxonSignedRank(Method method, Zeros zeros, Alternative alternative, double level) {

    private static final long R_EXACT_LIMIT = 50;

    private static final Reference WILCOXON = Reference.of(
            "Wilcoxon F",
            1945,
            "Individual comparisons by ranking methods",
            "Biometrics Bulletin 1:80-83",
            "10.2307/3001968");
    private static final Reference PRATT = Reference.of(
            "Pratt JW",
            1959,
            "Remarks on zeros and ties in the Wilcoxon signed rank procedures",
            "Journal of the American Statistical Association 54:655-667",
            "10.1080/01621459.1959.10501526");

    /** How P is found. */
    public enum Method {
        /** As R: exact for small samples without ties and zeros, else normal with continuity correction. */
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

    /** What is done with differences of 0. */
    public enum Zeros {
        /** Left out before ranking. */
        WILCOXON,
        /** Ranked with the others, then left out. */
        PRATT
    }

    /**
     * @throws IllegalArgumentException if {@code level} is outside (0, 1)
     */
    public WilcoxonSignedRank {
        requireNonNull(method);
        requireNonNull(zeros);
        requireNonNull(alternative);
        Require.level(level);
    }

    /** Automatic, zeros left out, two-sided, 95%. */
    public static WilcoxonSignedRank withDefaults() {
        return new WilcoxonSignedRank(Method.AUTOMATIC, Zeros.WILCOXON, Alternative.TWO_SIDED, 0.95);
    }

    public WilcoxonSignedRank with(Method newMethod) {
        return new WilcoxonSignedRank(newMethod, zeros, alternative, level);
    }

    public WilcoxonSignedRank with(Zeros newZeros) {
        return new WilcoxonSignedRank(method, newZeros, alternative, level);
    }

    public WilcoxonSignedRank with(Alternative newAlternative) {
        return new WilcoxonSignedRank(method, zeros, newAlternative, level);
    }

    public WilcoxonSignedRank withLevel(double newLevel) {
        return new WilcoxonSignedRank(method, zeros, alternative, newLevel);
    }

    /** The test of the differences {@code first[i] - second[i]}. */
    public Computation<Result> compute(double[] first, double[] second) {
        return compute(FrequencyTable.ofDifferences(first, second));
    }

    /** The test; {@link NotComputed} where there is no difference other than 0. */
    public Computation<Result> compute(FrequencyTable differences) {
        long zeroCount = differences.countOf(0);
        long nonZero = differences.size() - zeroCount;
        if (nonZero == 0) {
            return Computation.notComputed(
                    differences.isEmpty() ? NotComputed.Reason.NO_OBSERVATIONS : NotComputed.Reason.CONSTANT_DATA,
                    differences.isEmpty() ? "there are no differences" : "all differences are 0",
                    "report the differences without a test");
        }
        SignedRanks ranks = SignedRanks.of(differences, zeros);
        Method used = used(ranks, zeroCount);
        if (used == Method.EXACT && !SignedRankDistribution.isFeasible(nonZero)) {
            return Computation.notComputed(
                    NotComputed.Reason.TOO_LARGE,
                    "the exact distribution for " + nonZero + " differences is out of reach",
                    "use the normal approximation");
        }
        FrequencyTable centred = zeros == Zeros.PRATT ? differences : ranks.nonZero();
        WalshAverages averages = new WalshAverages(centred);
        double z = z(ranks, used);
        return Computation.of(new Result(
                this,
                used,
                differences,
                ranks.twicePositive() / 2.0,
                z,
                p(used, ranks, z),
                averages.median(),
                interval(used, averages, centred),
                nonZero));
    }

    private Method used(SignedRanks ranks, long zeroCount) {
        if (method != Method.AUTOMATIC) {
            return method;
        }
        return ranks.size() < R_EXACT_LIMIT && !ranks.ties() && zeroCount == 0 ? Method.EXACT : Method.NORMAL_CORRECTED;
    }

    private double z(SignedRanks ranks, Method used) {
        double distance = ranks.twicePositive() / 2.0 - ranks.mean();
        double correction = 0;
        if (used == Method.NORMAL_CORRECTED) {
            correction = switch (alternative) {
                case TWO_SIDED -> Math.signum(distance) * 0.5;
                case GREATER -> 0.5;
                case LESS -> -0.5;
            };
        }
        return (distance - correction) / Math.sqrt(ranks.variance());
    }

    private double p(Method used, SignedRanks ranks, double z) {
        if (used != Method.EXACT) {
            return Tails.normal(z, alternative);
        }
        SignedRankDistribution distribution = SignedRankDistribution.of(ranks.twiceRanks());
        return switch (alternative) {
            case TWO_SIDED -> distribution.twoSided(ranks.twicePositive());
            case GREATER -> distribution.upper(ranks.twicePositive());
            case LESS -> distribution.lower(ranks.twicePositive());
        };
    }

    private ConfidenceInterval interval(Method used, WalshAverages averages, FrequencyTable centred) {
        double tail = alternative == Alternative.TWO_SIDED ? (1 - level) / 2 : 1 - level;
        long rank;
        double n = centred.size();
        if (used == Method.EXACT) {
            rank = SignedRankDistribution.untied((int) n).quantile(tail);
        } else {
            double sd = Math.sqrt(n * (n + 1) * (2 * n + 1) / 24 - centred.tieTerm() / 48);
            double correction = used == Method.NORMAL_CORRECTED ? 0.5 : 0;
            rank = (long) Math.ceil(averages.count() / 2.0 - correction + Tails.normalQuantile(tail) * sd);
        }
        rank = Math.max(1, Math.min(rank, averages.count()));
        double lower = alternative == Alternative.LESS ? Double.NEGATIVE_INFINITY : averages.orderStatistic(rank);
        double upper = alternative == Alternative.GREATER
                ? Double.POSITIVE_INFINITY
                : averages.orderStatistic(averages.count() + 1 - rank);
        return new ConfidenceInterval(
                Math.min(lower, upper), Math.max(lower, upper), level, "Hodges-Lehmann, " + used.label);
    }

    /**
     * A signed-rank test.
     *
     * @param options the options used
     * @param used how P was found
     * @param differences the sample
     * @param statistic V
     * @param z standardised V
     * @param p of the alternative
     * @param centre Hodges-Lehmann estimate, R's pseudomedian
     * @param interval of the centre
     * @param nonZero how many differences are not 0
     */
    public record Result(
            WilcoxonSignedRank options,
            Method used,
            FrequencyTable differences,
            double statistic,
            double z,
            double p,
            double centre,
            ConfidenceInterval interval,
            long nonZero)
            implements StatisticResult {

        @Override
        public Procedure procedure() {
            String zeroRule = nonZero == differences.size()
                    ? ""
                    : options.zeros == Zeros.PRATT ? ", zeros ranked (Pratt)" : ", zeros left out";
            String label = "Wilcoxon signed-rank test, " + used.label + zeroRule + options.alternative.suffix()
                    + "; Hodges-Lehmann centre";
            return options.zeros == Zeros.PRATT
                    ? Procedure.of("wilcoxon-signed-rank-pratt-" + used.id, label, PRATT, HodgesLehmann.REFERENCE)
                    : Procedure.of("wilcoxon-signed-rank-" + used.id, label, WILCOXON, HodgesLehmann.REFERENCE);
        }

        /** Ids {@code estimate, ci.lower, ci.upper, statistic, z, p, median, non-zero, n}. */
        @Override
        public List<Quantity> quantities() {
            return new Quantities()
                    .estimate("Hodges-Lehmann centre of the differences", MEASUREMENT, centre)
                    .interval(MEASUREMENT, interval)
                    .statistic("V", statistic)
                    .add("z", "standardised V", QuantityKind.STATISTIC, z)
                    .p(p)
                    .add("median", "median difference", MEASUREMENT, QuantileType.TYPE_7.quantile(differences, 0.5))
                    .count("non-zero", "number of differences other than 0", nonZero)
                    .count("n", "number of pairs", differences.size())
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
                            () -> options.with(other).compute(differences)));
                }
            }
            if (nonZero < differences.size()) {
                Zeros other = options.zeros == Zeros.PRATT ? Zeros.WILCOXON : Zeros.PRATT;
                rivals.add(Rival.differing(
                        this,
                        other == Zeros.PRATT ? "zeros-ranked" : "zeros-left-out",
                        other == Zeros.PRATT ? "zeros ranked (Pratt)" : "zeros left out (Wilcoxon)",
                        () -> options.with(other).compute(differences)));
            }
            rivals.add(new Rival(
                    "median-difference",
                    "median difference as the estimate",
                    () -> List.of(Quantity.of(
                            "estimate",
                            "median difference",
                            MEASUREMENT,
                            QuantileType.TYPE_7.quantile(differences, 0.5)))));
            if (options.alternative == Alternative.TWO_SIDED) {
                for (Alternative side : List.of(Alternative.GREATER, Alternative.LESS)) {
                    rivals.add(Rival.differing(
                            this,
                            "one-sided-" + side.id(),
                            "one-sided, " + side.id(),
                            () -> options.with(side).compute(differences)));
                }
            }
            return List.copyOf(rivals);
        }
    }
}
