package org.countersign.stats;

import java.util.List;

/**
 * The Kruskal-Wallis test of k independent samples: H = 12/(N(N + 1)) sum R²/n - 3(N + 1), divided by
 * 1 - sum(t³ - t)/(N³ - N) for ties, chi-square on k - 1 degrees of freedom; epsilon squared is H/(N - 1).
 */
public record KruskalWallis() {

    private static final Reference KRUSKAL_WALLIS = Reference.of(
            "Kruskal WH, Wallis WA",
            1952,
            "Use of ranks in one-criterion variance analysis",
            "Journal of the American Statistical Association 47:583-621",
            "10.1080/01621459.1952.10483441");

    public static KruskalWallis withDefaults() {
        return new KruskalWallis();
    }

    /**
     * The test.
     *
     * @throws IllegalArgumentException if there are fewer than two groups
     */
    public Computation<Result> compute(List<Group> groups) {
        return Group.unlessTooSmall(groups, 1, () -> {
            FrequencyTable pooled = OneWayAnova.pooled(groups);
            if (pooled.isConstant()) {
                return Computation.notComputed(
                        NotComputed.Reason.CONSTANT_DATA,
                        "all observations are equal",
                        "report the value without a test");
            }
            double n = pooled.size();
            Sum deviations = new Sum();
            for (Group group : groups) {
                double distance = meanRank(group.sample(), pooled) - (n + 1) / 2;
                deviations.add(group.sample().size() * distance * distance);
            }
            double h = 12 / (n * (n + 1)) * deviations.value();
            double ties = 1 - pooled.tieTerm() / (n * n * n - n);
            return Computation.of(new Result(groups, h / ties, ties, pooled.size()));
        });
    }

    /** Mean midrank of a sample within the pooled observations. */
    static double meanRank(FrequencyTable sample, FrequencyTable pooled) {
        Sum ranks = new Sum();
        for (int i = 0; i < sample.distinct(); i++) {
            double value = sample.value(i);
            double rank = pooled.countAtMost(value) - (pooled.countOf(value) - 1) / 2.0;
            ranks.add(sample.count(i) * rank);
        }
        return ranks.value() / sample.size();
    }

    /**
     * A Kruskal-Wallis test.
     *
     * @param groups as given
     * @param statistic H, corrected for ties
     * @param tieFactor what H was divided by
     * @param n number of observations
     */
    public record Result(List<Group> groups, double statistic, double tieFactor, long n) implements StatisticResult {

        public Result {
            groups = List.copyOf(groups);
        }

        @Override
        public Procedure procedure() {
            return Procedure.of("kruskal-wallis", "Kruskal-Wallis test, corrected for ties", KRUSKAL_WALLIS);
        }

        /** Ids {@code statistic, df, p, epsilon-squared, n}. */
        @Override
        public List<Quantity> quantities() {
            return new Quantities()
                    .statistic("H", statistic)
                    .degreesOfFreedom(groups.size() - 1.0)
                    .p(Tails.chiSquareUpper(statistic, groups.size() - 1.0))
                    .add("epsilon-squared", "epsilon squared", QuantityKind.COEFFICIENT, statistic / (n - 1))
                    .count("n", "number of observations", n)
                    .list();
        }

        @Override
        public List<Rival> rivals() {
            return List.of(new Rival(
                    "ties-uncorrected",
                    "without correction for ties",
                    () -> new Quantities()
                            .statistic("H", statistic * tieFactor)
                            .p(Tails.chiSquareUpper(statistic * tieFactor, groups.size() - 1.0))
                            .list()));
        }
    }
}
