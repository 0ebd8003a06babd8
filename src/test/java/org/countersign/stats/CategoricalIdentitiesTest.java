package org.countersign.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.ToDoubleBiFunction;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What must hold whatever the counts, over seeded random tables. */
class CategoricalIdentitiesTest {

    private static final SplittableRandom RANDOM = new SplittableRandom(1980);

    private static List<TwoByTwoTable> strata() {
        List<TwoByTwoTable> strata = new ArrayList<>();
        for (int i = 0; i < 2 + RANDOM.nextInt(4); i++) {
            strata.add(new TwoByTwoTable(
                    1 + RANDOM.nextInt(30), 1 + RANDOM.nextInt(30), 1 + RANDOM.nextInt(30), 1 + RANDOM.nextInt(30)));
        }
        return strata;
    }

    @Test
    void homogeneity_does_not_depend_on_which_group_or_outcome_comes_first() {
        for (int repeat = 0; repeat < 200; repeat++) {
            List<TwoByTwoTable> strata = strata();
            for (BreslowDay.Correction correction : BreslowDay.Correction.values()) {
                BreslowDay test = BreslowDay.withDefaults().with(correction);
                double own = test.compute(strata).orElseThrow().statistic();
                double groups = test.compute(strata.stream()
                                .map(TwoByTwoTable::groupsSwapped)
                                .toList())
                        .orElseThrow()
                        .statistic();
                double outcomes = test.compute(strata.stream()
                                .map(TwoByTwoTable::outcomeSwapped)
                                .toList())
                        .orElseThrow()
                        .statistic();
                assertThat(Math.abs(groups - own)).isLessThan(1e-9 * (1 + own));
                assertThat(Math.abs(outcomes - own)).isLessThan(1e-9 * (1 + own));
            }
        }
    }

    @Test
    void equal_strata_are_homogeneous_and_uninformative_ones_do_not_count() {
        TwoByTwoTable table = new TwoByTwoTable(7, 13, 4, 19);
        BreslowDay.Result equal = BreslowDay.withDefaults()
                .compute(List.of(table, table, new TwoByTwoTable(0, 5, 0, 9), new TwoByTwoTable(3, 4, 0, 0)))
                .orElseThrow();
        assertThat(equal.statistic()).isLessThan(1e-12);
        assertThat(equal.informative()).isEqualTo(2);
        assertThat(equal.quantity("df").value().orElseThrow()).isEqualTo(1);
    }

    @Test
    void two_categories_give_the_score_test_of_a_proportion() {
        for (int repeat = 0; repeat < 100; repeat++) {
            long x = RANDOM.nextInt(50);
            long n = x + 1 + RANDOM.nextInt(50);
            double p = 0.05 + 0.9 * RANDOM.nextDouble();
            double z = (x - n * p) / Math.sqrt(n * p * (1 - p));
            double statistic = ChiSquareGoodnessOfFit.withDefaults()
                    .compute(List.of(x, n - x), List.of(3 * p, 3 * (1 - p)))
                    .orElseThrow()
                    .statistic();
            assertThat(Math.abs(statistic - z * z)).isLessThan(1e-9 * (1 + z * z));
        }
    }

    @Test
    void unadjusted_pairs_are_the_tests_themselves() {
        List<Group> groups =
                List.of(Group.of("a", 1, 3, 4, 4, 9), Group.of("b", 2, 5, 6, 7), Group.of("c", 8, 9, 9, 12, 13, 4));
        PairwiseComparisons.Result pairs = PairwiseComparisons.withDefaults()
                .with(PAdjustment.NONE)
                .compute(groups)
                .orElseThrow();
        assertThat(pairs.quantity("c-vs-a.p").value())
                .isEqualTo(WilcoxonRankSum.withDefaults()
                        .compute(groups.get(2).sample(), groups.get(0).sample())
                        .orElseThrow()
                        .quantity("p")
                        .value());
        PairwiseComparisons.Result bonferroni = PairwiseComparisons.withDefaults()
                .with(PAdjustment.BONFERRONI)
                .compute(groups)
                .orElseThrow();
        assertThat(bonferroni.quantity("b-vs-a.p").value().orElseThrow())
                .isEqualTo(Math.min(1, 3 * pairs.quantity("b-vs-a.p").value().orElseThrow()));
    }

    /** Nominal codes are names, ordinal ones an order, intervals have neither origin nor unit. */
    @Test
    void alpha_follows_its_metric() {
        List<FrequencyTable> units = new ArrayList<>();
        List<FrequencyTable> renamed = new ArrayList<>();
        List<FrequencyTable> stretched = new ArrayList<>();
        List<FrequencyTable> moved = new ArrayList<>();
        double[] names = {3, 0, 4, 1, 2};
        double[] order = {0, 1, 5, 7, 100};
        for (int u = 0; u < 30; u++) {
            int base = RANDOM.nextInt(5);
            int[] codes = RANDOM.ints(1 + RANDOM.nextInt(4), 0, 3)
                    .map(c -> c == 0 ? RANDOM.nextInt(5) : base)
                    .toArray();
            units.add(FrequencyTable.of(Arrays.stream(codes).asDoubleStream().toArray()));
            renamed.add(FrequencyTable.of(
                    Arrays.stream(codes).mapToDouble(c -> names[c]).toArray()));
            stretched.add(FrequencyTable.of(
                    Arrays.stream(codes).mapToDouble(c -> order[c]).toArray()));
            moved.add(FrequencyTable.of(
                    Arrays.stream(codes).mapToDouble(c -> 8 - 2.0 * c).toArray()));
        }
        assertThat(alpha(KrippendorffAlpha.Metric.NOMINAL, renamed))
                .isEqualTo(alpha(KrippendorffAlpha.Metric.NOMINAL, units));
        assertThat(alpha(KrippendorffAlpha.Metric.ORDINAL, stretched))
                .isEqualTo(alpha(KrippendorffAlpha.Metric.ORDINAL, units));
        ReferenceFile.assertClose(
                "interval",
                alpha(KrippendorffAlpha.Metric.INTERVAL, moved),
                alpha(KrippendorffAlpha.Metric.INTERVAL, units),
                1e-13);
    }

    private static double alpha(KrippendorffAlpha.Metric metric, List<FrequencyTable> units) {
        return KrippendorffAlpha.withDefaults()
                .with(metric)
                .compute(units)
                .orElseThrow()
                .estimate();
    }

    @Test
    void a_bootstrap_of_alpha_repeats_itself() {
        List<FrequencyTable> units = List.of(
                FrequencyTable.of(1, 1, 2),
                FrequencyTable.of(2, 2),
                FrequencyTable.of(1, 1, 1),
                FrequencyTable.of(3),
                FrequencyTable.of(3, 2, 3),
                FrequencyTable.of(2, 2, 2));
        KrippendorffBootstrap bootstrap = KrippendorffBootstrap.withSeed(7).withReplicates(500);
        KrippendorffBootstrap.Result once = bootstrap.compute(units).orElseThrow();
        assertThat(bootstrap.compute(units).orElseThrow().interval()).isEqualTo(once.interval());
        assertThat(once.alpha().estimate())
                .isEqualTo(KrippendorffAlpha.withDefaults()
                        .compute(units)
                        .orElseThrow()
                        .estimate());
        assertThat(once.interval().orElseThrow().lower())
                .isLessThan(once.alpha().estimate());
        assertThat(once.interval().orElseThrow().upper())
                .isGreaterThanOrEqualTo(once.alpha().estimate())
                .isLessThanOrEqualTo(1);
    }

    /** By the definition: all pairs of the codes of all units, and of each unit. */
    private static double pairwiseAlpha(ToDoubleBiFunction<Double, Double> squared, List<FrequencyTable> units) {
        double observed = 0;
        List<Double> all = new ArrayList<>();
        for (FrequencyTable unit : units) {
            List<Double> codes = Arrays.stream(unit.toArray()).boxed().toList();
            observed += sumOfPairs(squared, codes) / (codes.size() - 1);
            all.addAll(codes);
        }
        return 1 - observed / (sumOfPairs(squared, all) / (all.size() - 1));
    }

    private static double sumOfPairs(ToDoubleBiFunction<Double, Double> squared, List<Double> codes) {
        double sum = 0;
        for (double a : codes) {
            for (double b : codes) {
                sum += squared.applyAsDouble(a, b);
            }
        }
        return sum;
    }

    private static List<FrequencyTable> ratings(int units, double offset, double scale) {
        SplittableRandom random = new SplittableRandom(units);
        List<FrequencyTable> ratings = new ArrayList<>();
        for (int u = 0; u < units; u++) {
            double quality = random.nextDouble(1, 9);
            ratings.add(FrequencyTable.of(random.doubles(3, -1, 1)
                    .map(error -> offset + scale * Math.round(1000 * (quality + error)))
                    .toArray()));
        }
        return ratings;
    }

    @Test
    void alpha_is_that_of_all_pairs_of_codes() {
        List<FrequencyTable> units = ratings(40, 0, 1);
        double[] codes = units.stream()
                .flatMapToDouble(unit -> Arrays.stream(unit.toArray()))
                .toArray();
        ToDoubleFunction<Double> midrank =
                x -> Arrays.stream(codes).filter(c -> c < x).count()
                        + Arrays.stream(codes).filter(c -> c == x).count() / 2.0;
        Map<KrippendorffAlpha.Metric, ToDoubleBiFunction<Double, Double>> roots = Map.of(
                KrippendorffAlpha.Metric.NOMINAL, (a, b) -> a.equals(b) ? 0 : 1,
                KrippendorffAlpha.Metric.ORDINAL, (a, b) -> midrank.applyAsDouble(a) - midrank.applyAsDouble(b),
                KrippendorffAlpha.Metric.INTERVAL, (a, b) -> a - b,
                KrippendorffAlpha.Metric.RATIO, (a, b) -> (a - b) / (a + b));
        roots.forEach((metric, root) -> ReferenceFile.assertClose(
                metric.id(),
                alpha(metric, units),
                pairwiseAlpha((a, b) -> Math.pow(root.applyAsDouble(a, b), 2), units),
                1e-12));
    }

    @Test
    void alpha_of_an_interval_scale_does_not_depend_on_offset_or_unit() {
        KrippendorffAlpha.Metric interval = KrippendorffAlpha.Metric.INTERVAL;
        double plain = alpha(interval, ratings(40, 0, 1));
        ReferenceFile.assertClose("offset", alpha(interval, ratings(40, 1e9, 1)), plain, 1e-12);
        ReferenceFile.assertClose("small", alpha(interval, ratings(40, 0, 1e-180)), plain, 1e-12);
        ReferenceFile.assertClose("large", alpha(interval, ratings(40, 0, 1e180)), plain, 1e-12);
    }

    @ParameterizedTest
    @EnumSource(KrippendorffAlpha.Metric.class)
    void a_bootstrap_of_alpha_takes_continuous_ratings(KrippendorffAlpha.Metric metric) {
        List<FrequencyTable> units = ratings(300, 0, 0.001);
        KrippendorffBootstrap.Result result = KrippendorffBootstrap.withSeed(1)
                .with(KrippendorffAlpha.withDefaults().with(metric))
                .withReplicates(300)
                .compute(units)
                .orElseThrow();
        ConfidenceInterval limits = result.interval().orElseThrow();
        assertThat(result.alpha().estimate()).isBetween(limits.lower() - 0.01, limits.upper() + 0.01);
    }

    @Test
    void wrong_arguments_are_named() {
        assertThatThrownBy(() -> ChiSquareGoodnessOfFit.withDefaults().compute(List.of(3L, 4L), List.of(1.0)))
                .hasMessageContaining("proportions has 1 values");
        assertThatThrownBy(() -> ChiSquareGoodnessOfFit.withDefaults().compute(List.of(3L, 4L), List.of(1.0, 0.0)))
                .hasMessageContaining("proportions[1] = 0.0");
        assertThatThrownBy(() -> PairwiseComparisons.withDefaults()
                        .computeRelated(List.of("a", "b"), List.of(new double[2], new double[2]), 0))
                .hasMessageContaining("test = RANK_SUM")
                .hasMessageContaining("SIGNED_RANK");
        assertThatThrownBy(() -> KrippendorffBootstrap.withSeed(1).withReplicates(99))
                .hasMessageContaining("replicates = 99");
        assertThatThrownBy(() -> PercentAgreement.withDefaults().compute(5, 4))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
