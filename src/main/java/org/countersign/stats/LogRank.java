package org.countersign.stats;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.LUDecomposition;

/**
 * The log-rank test of k survival curves, stratified or not: observed minus expected events summed over the event times
 * (and strata), against their hypergeometric covariance, chi-square on k - 1 degrees of freedom.
 */
public record LogRank() {

    private static final Reference MANTEL = Reference.of(
            "Mantel N",
            1966,
            "Evaluation of survival data and two new rank order statistics arising in its consideration",
            "Cancer Chemotherapy Reports 50:163-170");

    public static LogRank withDefaults() {
        return new LogRank();
    }

    /**
     * The test of several samples.
     *
     * @throws IllegalArgumentException if there are fewer than two
     */
    public Computation<Result> compute(List<SurvivalSample> groups) {
        return stratified(List.of(groups));
    }

    /**
     * The stratified test.
     *
     * @param strata each with its groups in the same order, a group possibly empty
     * @throws IllegalArgumentException if there is no stratum, fewer than two groups, or the numbers of groups differ
     */
    public Computation<Result> stratified(List<List<SurvivalSample>> strata) {
        Require.atLeast("number of strata", strata.size(), 1);
        int k = strata.get(0).size();
        Require.atLeast("number of groups", k, 2);
        double[] observed = new double[k];
        double[] expected = new double[k];
        double[][] covariance = new double[k][k];
        long[] sizes = new long[k];
        for (List<SurvivalSample> groups : strata) {
            Require.sameLength("the first stratum", k, "a stratum", groups.size());
            add(groups, observed, expected, covariance);
            for (int g = 0; g < k; g++) {
                sizes[g] += groups.get(g).size();
            }
        }
        for (int g = 0; g < k; g++) {
            if (sizes[g] == 0) {
                return Computation.notComputed(
                        NotComputed.Reason.NO_OBSERVATIONS,
                        "group " + (g + 1) + " has no observations",
                        "check the grouping variable");
            }
        }
        Array2DRowRealMatrix v = new Array2DRowRealMatrix(k - 1, k - 1);
        ArrayRealVector u = new ArrayRealVector(k - 1);
        for (int g = 0; g < k - 1; g++) {
            u.setEntry(g, observed[g] - expected[g]);
            for (int h = 0; h < k - 1; h++) {
                v.setEntry(g, h, covariance[g][h]);
            }
        }
        LUDecomposition decomposition = new LUDecomposition(v, 1e-300);
        if (!decomposition.getSolver().isNonSingular()) {
            return Computation.notComputed(
                    NotComputed.Reason.NO_EVENTS,
                    "there are no events while two groups are at risk",
                    "report the counts without a test");
        }
        double statistic = u.dotProduct(decomposition.getSolver().solve(u));
        List<Count> counts = new ArrayList<>();
        for (int g = 0; g < k; g++) {
            counts.add(new Count(sizes[g], (long) observed[g], expected[g]));
        }
        return Computation.of(new Result(counts, strata.size(), statistic));
    }

    private static void add(List<SurvivalSample> groups, double[] observed, double[] expected, double[][] covariance) {
        double[] times = groups.stream()
                .flatMapToDouble(group -> IntStream.range(0, group.distinct())
                        .filter(i -> group.events(i) > 0)
                        .mapToDouble(group::time))
                .sorted()
                .distinct()
                .toArray();
        int k = groups.size();
        double[] atRisk = new double[k];
        for (double time : times) {
            double n = 0;
            double d = 0;
            for (int g = 0; g < k; g++) {
                atRisk[g] = groups.get(g).atRiskAt(time);
                n += atRisk[g];
                long events = groups.get(g).eventsAt(time);
                d += events;
                observed[g] += events;
            }
            double spread = n > 1 ? d * (n - d) / (n - 1) : 0;
            for (int g = 0; g < k; g++) {
                expected[g] += d * atRisk[g] / n;
                for (int h = 0; h < k; h++) {
                    covariance[g][h] += spread * (atRisk[g] / n) * ((g == h ? 1 : 0) - atRisk[h] / n);
                }
            }
        }
    }

    /**
     * Events of a group.
     *
     * @param n size
     * @param observed events
     * @param expected events, were the curves the same
     */
    public record Count(long n, long observed, double expected) {}

    /**
     * A log-rank test.
     *
     * @param groups in the order given
     * @param strata number of strata
     * @param statistic chi-square
     */
    public record Result(List<Count> groups, int strata, double statistic) implements StatisticResult {

        public Result {
            groups = List.copyOf(groups);
        }

        @Override
        public Procedure procedure() {
            return Procedure.of("log-rank", strata > 1 ? "stratified log-rank test" : "log-rank test", MANTEL);
        }

        /** Ids {@code statistic, df, p}, and for each group {@code events1, expected1, n1} and so on. */
        @Override
        public List<Quantity> quantities() {
            Quantities quantities = new Quantities()
                    .statistic("log-rank chi-square", statistic)
                    .degreesOfFreedom(groups.size() - 1.0)
                    .p(Tails.chiSquareUpper(statistic, groups.size() - 1.0));
            for (int g = 0; g < groups.size(); g++) {
                Count count = groups.get(g);
                quantities
                        .count("events" + (g + 1), "events in group " + (g + 1), count.observed)
                        .add(
                                "expected" + (g + 1),
                                "expected events in group " + (g + 1),
                                QuantityKind.MEASUREMENT,
                                count.expected)
                        .count("n" + (g + 1), "size of group " + (g + 1), count.n);
            }
            return quantities.list();
        }
    }
}
