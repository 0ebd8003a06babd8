package org.countersign.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

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
