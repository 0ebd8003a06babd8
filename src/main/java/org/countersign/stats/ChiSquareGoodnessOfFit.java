package org.countersign.stats;

import java.util.List;

/**
 * Pearson's chi-square test that the counts of k categories come from given proportions: sum of (O - E)²/E on k - 1
 * degrees of freedom, E = n p. The proportions are scaled to a sum of 1, so that a ratio such as 9 : 3 : 3 : 1 may be
 * given.
 */
public record ChiSquareGoodnessOfFit() {

    private static final Reference PEARSON = Reference.of(
            "Pearson K",
            1900,
            "On the criterion that a given system of deviations from the probable in the case of a correlated system of"
                    + " variables is such that it can be reasonably supposed to have arisen from random sampling",
            "Philosophical Magazine 50:157-175",
            "10.1080/14786440009463897");

    public static ChiSquareGoodnessOfFit withDefaults() {
        return new ChiSquareGoodnessOfFit();
    }

    /**
     * The test.
     *
     * @param counts of the categories, two at least, none negative
     * @param proportions expected, as many, all positive
     * @throws IllegalArgumentException if the lengths differ, there are fewer than two, or a value is out of its range
     */
    public Computation<Result> compute(List<Long> counts, List<Double> proportions) {
        Require.atLeast("number of categories", counts.size(), 2);
        Require.sameLength("counts", counts.size(), "proportions", proportions.size());
        long n = 0;
        for (int i = 0; i < counts.size(); i++) {
            Require.notNegative("counts[" + i + "]", counts.get(i));
            Require.positive("proportions[" + i + "]", proportions.get(i));
            n = Math.addExact(n, counts.get(i));
        }
        if (n == 0) {
            return Computation.notComputed(
                    NotComputed.Reason.NO_OBSERVATIONS, "there are no observations", "check the population's filter");
        }
        double total =
                Sum.of(proportions.stream().mapToDouble(Double::doubleValue).toArray());
        double size = n;
        List<Double> expected = proportions.stream().map(p -> size * p / total).toList();
        Sum statistic = new Sum();
        for (int i = 0; i < counts.size(); i++) {
            double distance = counts.get(i) - expected.get(i);
            statistic.add(distance * distance / expected.get(i));
        }
        return Computation.of(new Result(counts, expected, n, statistic.value()));
    }

    /**
     * A test of given proportions.
     *
     * @param counts observed
     * @param expected counts
     * @param n number of observations
     * @param statistic chi-square
     */
    public record Result(List<Long> counts, List<Double> expected, long n, double statistic)
            implements StatisticResult {

        public Result {
            counts = List.copyOf(counts);
            expected = List.copyOf(expected);
        }

        private double degreesOfFreedom() {
            return counts.size() - 1.0;
        }

        @Override
        public Procedure procedure() {
            return Procedure.of("chi-square-goodness-of-fit", "chi-square test of given proportions", PEARSON);
        }

        /** Ids {@code statistic, df, p, smallest-expected, n}. */
        @Override
        public List<Quantity> quantities() {
            return new Quantities()
                    .statistic("chi-square", statistic)
                    .degreesOfFreedom(degreesOfFreedom())
                    .p(Tails.chiSquareUpper(statistic, degreesOfFreedom()))
                    .add(
                            "smallest-expected",
                            "smallest expected count",
                            QuantityKind.MEASUREMENT,
                            expected.stream()
                                    .mapToDouble(Double::doubleValue)
                                    .min()
                                    .orElseThrow())
                    .count("n", "number of observations", n)
                    .list();
        }

        @Override
        public List<Rival> rivals() {
            return List.of(new Rival("likelihood-ratio", "likelihood-ratio (G) test", () -> {
                Sum g = new Sum();
                for (int i = 0; i < counts.size(); i++) {
                    g.add(counts.get(i) == 0 ? 0 : 2 * counts.get(i) * Math.log(counts.get(i) / expected.get(i)));
                }
                double likelihoodRatio = Math.max(0, g.value());
                return new Quantities()
                        .statistic("G", likelihoodRatio)
                        .p(Tails.chiSquareUpper(likelihoodRatio, degreesOfFreedom()))
                        .list();
            }));
        }
    }
}
