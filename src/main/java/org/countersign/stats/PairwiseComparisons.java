package org.countersign.stats;

import static java.util.Objects.requireNonNull;
import static org.countersign.stats.QuantityKind.MEASUREMENT;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A two-sided two-sample test of each pair of k samples, the later sample against the earlier, with the P-values adjusted
 * for the number of pairs, as R's {@code pairwise.t.test} and {@code pairwise.wilcox.test}. A pair whose test cannot be
 * computed keeps its reason and does not count among the adjusted.
 *
 * @param test of a pair
 * @param adjustment of the P-values
 */
public record PairwiseComparisons(Test test, PAdjustment adjustment) {

    /** Which test, of independent or of related samples. */
    public enum Test {
        /** Wilcoxon's rank-sum test with the Hodges-Lehmann shift, exact or normal as R chooses. */
        RANK_SUM("rank-sum", "Wilcoxon rank-sum tests", "Hodges-Lehmann shift", Samples.INDEPENDENT),
        /** Welch's t test. */
        WELCH("welch", "Welch's t tests", "difference of means", Samples.INDEPENDENT),
        /** Student's t test with the standard deviation pooled over all k samples. */
        POOLED_T(
                "pooled-t",
                "t tests with the standard deviation of all groups",
                "difference of means",
                Samples.INDEPENDENT),
        /** Wilcoxon's signed-rank test with the pseudomedian of the differences, exact or normal as R chooses. */
        SIGNED_RANK("signed-rank", "Wilcoxon signed-rank tests", "pseudomedian of the differences", Samples.RELATED),
        /** Paired t test. */
        PAIRED_T("paired-t", "paired t tests", "mean difference", Samples.RELATED);

        private final String id;
        private final String label;
        private final String estimate;
        private final Samples samples;

        Test(String id, String label, String estimate, Samples samples) {
            this.id = id;
            this.label = label;
            this.estimate = estimate;
            this.samples = samples;
        }

        public String id() {
            return id;
        }
    }

    private enum Samples {
        INDEPENDENT,
        RELATED
    }

    private static final Reference DUNN = Reference.of(
            "Dunn OJ",
            1961,
            "Multiple comparisons among means",
            "Journal of the American Statistical Association 56:52-64",
            "10.1080/01621459.1961.10482090");

    public PairwiseComparisons {
        requireNonNull(test);
        requireNonNull(adjustment);
    }

    /** Rank-sum tests, Holm. */
    public static PairwiseComparisons withDefaults() {
        return new PairwiseComparisons(Test.RANK_SUM, PAdjustment.HOLM);
    }

    public PairwiseComparisons with(Test newTest) {
        return new PairwiseComparisons(newTest, adjustment);
    }

    public PairwiseComparisons with(PAdjustment newAdjustment) {
        return new PairwiseComparisons(test, newAdjustment);
    }

    /**
     * All pairs of independent samples.
     *
     * @throws IllegalArgumentException if there are fewer than two, or the test is one of related samples
     */
    public Computation<Result> compute(List<Group> groups) {
        require(Samples.INDEPENDENT);
        return Group.unlessTooSmall(groups, 1, () -> {
            List<Comparison> comparisons = new ArrayList<>();
            for (int i = 0; i < groups.size(); i++) {
                for (int j = i + 1; j < groups.size(); j++) {
                    comparisons.add(new Comparison(
                            groups.get(j).name(),
                            groups.get(i).name(),
                            independent(groups, groups.get(j), groups.get(i))));
                }
            }
            return Computation.of(new Result(this, comparisons));
        });
    }

    /**
     * All pairs of related samples. Differences are rounded to the digits that the values have, so that 12.9 - 12.8 and
     * 0.3 - 0.2 are one value with one rank.
     *
     * @param names of the samples, for a reader
     * @param samples as many, each with the same rows in the same order
     * @param decimals digits behind the values' decimal point, 0 to 15
     * @throws IllegalArgumentException if there are fewer than two samples, the lengths differ, a value is not finite,
     *     {@code decimals} is out of range, or the test is one of independent samples
     */
    public Computation<Result> computeRelated(List<String> names, List<double[]> samples, int decimals) {
        require(Samples.RELATED);
        Require.that(decimals >= 0 && decimals <= 15, "decimals", decimals, "a whole number from 0 to 15");
        Require.atLeast("number of samples", samples.size(), 2);
        Require.sameLength("samples", samples.size(), "names", names.size());
        List<Comparison> comparisons = new ArrayList<>();
        for (int i = 0; i < samples.size(); i++) {
            Require.sameLength("samples[0]", samples.get(0).length, "samples[" + i + "]", samples.get(i).length);
            for (int j = i + 1; j < samples.size(); j++) {
                FrequencyTable differences = FrequencyTable.of(differences(samples.get(j), samples.get(i), decimals));
                comparisons.add(new Comparison(names.get(j), names.get(i), related(differences)));
            }
        }
        return Computation.of(new Result(this, comparisons));
    }

    private static double[] differences(double[] first, double[] second, int decimals) {
        double scale = Math.pow(10, decimals);
        double[] differences = new double[first.length];
        for (int i = 0; i < differences.length; i++) {
            double exact = first[i] - second[i];
            double scaled = exact * scale;
            differences[i] = Math.abs(scaled) < 1L << 52 ? Math.rint(scaled) / scale : exact;
        }
        return differences;
    }

    private void require(Samples samples) {
        Require.that(
                test.samples == samples,
                "test",
                test,
                "one of "
                        + Arrays.stream(Test.values())
                                .filter(t -> t.samples == samples)
                                .toList());
    }

    private Computation<Outcome> independent(List<Group> groups, Group first, Group second) {
        return switch (test) {
            case WELCH ->
                TTest.withDefaults().twoSample(first.sample(), second.sample()).map(Outcome::of);
            case POOLED_T ->
                pooled(groups, first.sample().moments(), second.sample().moments());
            default ->
                WilcoxonRankSum.withDefaults()
                        .compute(first.sample(), second.sample())
                        .map(Outcome::of);
        };
    }

    private Computation<Outcome> related(FrequencyTable differences) {
        return test == Test.PAIRED_T
                ? TTest.withDefaults().paired(differences).map(Outcome::of)
                : WilcoxonSignedRank.withDefaults().compute(differences).map(Outcome::of);
    }

    private static Computation<Outcome> pooled(List<Group> groups, Moments first, Moments second) {
        Sum squares = new Sum();
        long n = 0;
        for (Group group : groups) {
            squares.add(group.sample().moments().squares());
            n += group.sample().size();
        }
        double df = n - (double) groups.size();
        if (df < 1 || !(squares.value() > 0)) {
            return Computation.notComputed(
                    df < 1 ? NotComputed.Reason.TOO_FEW_OBSERVATIONS : NotComputed.Reason.CONSTANT_DATA,
                    "the values do not vary within the groups",
                    "report the differences without a test");
        }
        double difference = first.mean() - second.mean();
        double t = difference / Math.sqrt(squares.value() / df * (1.0 / first.n() + 1.0 / second.n()));
        return Computation.of(new Outcome(difference, t, Tails.t(t, df, Alternative.TWO_SIDED)));
    }

    /**
     * A pair's test.
     *
     * @param estimate of the difference
     * @param statistic of the test
     * @param p two-sided, not adjusted
     */
    public record Outcome(double estimate, double statistic, double p) {

        private static Outcome of(StatisticResult result) {
            return new Outcome(number(result, "estimate"), number(result, "statistic"), number(result, "p"));
        }

        private static double number(StatisticResult result, String id) {
            return result.quantity(id).value().orElseThrow();
        }
    }

    /**
     * One pair.
     *
     * @param first name of the sample
     * @param second name of the sample that is subtracted
     * @param outcome of the test
     */
    public record Comparison(String first, String second, Computation<Outcome> outcome) {}

    /**
     * All pairs.
     *
     * @param options the options used
     * @param comparisons in the samples' order
     */
    public record Result(PairwiseComparisons options, List<Comparison> comparisons) implements StatisticResult {

        public Result {
            comparisons = List.copyOf(comparisons);
        }

        @Override
        public Procedure procedure() {
            List<Reference> references = new ArrayList<>(options.adjustment.references());
            if (references.isEmpty()) {
                references.add(DUNN);
            }
            return new Procedure(
                    "pairwise-" + options.test.id + "-" + options.adjustment.id(),
                    "pairwise " + options.test.label + ", P-values: " + options.adjustment.label(),
                    references);
        }

        /** For each pair {@code <b-vs-a>.estimate, .statistic, .p} (adjusted) and {@code .p-unadjusted}. */
        @Override
        public List<Quantity> quantities() {
            List<Computation<Double>> adjusted = adjusted(options.adjustment);
            Quantities quantities = new Quantities();
            for (int i = 0; i < adjusted.size(); i++) {
                Comparison pair = comparisons.get(i);
                String slug = Group.pairSlug(pair.first, pair.second);
                String which = ", " + pair.first + " minus " + pair.second;
                quantities
                        .add(
                                slug + ".estimate",
                                options.test.estimate + which,
                                MEASUREMENT,
                                pair.outcome.map(Outcome::estimate))
                        .add(
                                slug + ".statistic",
                                "test statistic" + which,
                                QuantityKind.STATISTIC,
                                pair.outcome.map(Outcome::statistic))
                        .add(slug + ".p", "adjusted P-value" + which, QuantityKind.P_VALUE, adjusted.get(i))
                        .add(
                                slug + ".p-unadjusted",
                                "unadjusted P-value" + which,
                                QuantityKind.P_VALUE,
                                pair.outcome.map(Outcome::p));
            }
            return quantities.list();
        }

        private List<Computation<Double>> adjusted(PAdjustment adjustment) {
            return adjustment.adjust(comparisons.stream()
                    .map(pair -> pair.outcome.map(Outcome::p))
                    .toList());
        }

        @Override
        public List<Rival> rivals() {
            return options.adjustment.rivals(
                    this, other -> Computation.of(new Result(options.with(other), comparisons)));
        }
    }
}
