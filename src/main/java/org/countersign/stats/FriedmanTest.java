package org.countersign.stats;

import java.util.List;

/**
 * Friedman's test of k related samples in n blocks, midranks within blocks:
 * Q = 12 sum (R_j - n(k + 1)/2)² / (n k (k + 1) - sum(t³ - t)/(k - 1)), chi-square on k - 1 degrees of freedom;
 * Kendall's W is Q/(n(k - 1)).
 */
public record FriedmanTest() {

    private static final Reference FRIEDMAN = Reference.of(
            "Friedman M",
            1937,
            "The use of ranks to avoid the assumption of normality implicit in the analysis of variance",
            "Journal of the American Statistical Association 32:675-701",
            "10.1080/01621459.1937.10503522");

    public static FriedmanTest withDefaults() {
        return new FriedmanTest();
    }

    /**
     * The test.
     *
     * @param samples each with the same blocks in the same order, two at least
     * @throws IllegalArgumentException if there are fewer than two samples, the lengths differ, or a value is not finite
     */
    public Computation<Result> compute(List<double[]> samples) {
        Require.atLeast("number of samples", samples.size(), 2);
        int k = samples.size();
        int n = samples.get(0).length;
        for (int j = 0; j < k; j++) {
            Require.finite("samples[" + j + "]", samples.get(j));
            Require.sameLength("samples[0]", n, "samples[" + j + "]", samples.get(j).length);
        }
        if (n == 0) {
            return Computation.notComputed(
                    NotComputed.Reason.NO_OBSERVATIONS, "there are no complete blocks", "check the missing values");
        }
        double[] sums = new double[k];
        Sum ties = new Sum();
        double[] block = new double[k];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < k; j++) {
                block[j] = samples.get(j)[i];
            }
            double[] ranks = Correlation.midranks(block);
            for (int j = 0; j < k; j++) {
                sums[j] += ranks[j];
            }
            ties.add(FrequencyTable.of(block).tieTerm());
        }
        double denominator = (double) n * k * (k + 1) - ties.value() / (k - 1);
        if (!(denominator > 0)) {
            return Computation.notComputed(
                    NotComputed.Reason.CONSTANT_DATA,
                    "the values do not vary within any block",
                    "report the values without a test");
        }
        Sum squares = new Sum();
        for (double sum : sums) {
            double distance = sum - n * (k + 1) / 2.0;
            squares.add(distance * distance);
        }
        return Computation.of(new Result(12 * squares.value() / denominator, k, n));
    }

    /**
     * A Friedman test.
     *
     * @param statistic Q
     * @param samples k
     * @param blocks n
     */
    public record Result(double statistic, int samples, int blocks) implements StatisticResult {

        @Override
        public Procedure procedure() {
            return Procedure.of("friedman", "Friedman's test, corrected for ties", FRIEDMAN);
        }

        /** Ids {@code statistic, df, p, kendall-w, n}. */
        @Override
        public List<Quantity> quantities() {
            return new Quantities()
                    .statistic("Q", statistic)
                    .degreesOfFreedom(samples - 1.0)
                    .p(Tails.chiSquareUpper(statistic, samples - 1.0))
                    .add("kendall-w", "Kendall's W", QuantityKind.COEFFICIENT, statistic / (blocks * (samples - 1.0)))
                    .count("n", "number of blocks", blocks)
                    .list();
        }
    }
}
