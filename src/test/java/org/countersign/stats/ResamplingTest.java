package org.countersign.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ResamplingTest {

    private static final FrequencyTable X = FrequencyTable.of(1, 2, 2, 3, 5, 8, 8, 9, 12, 15, 4, 6);
    private static final FrequencyTable Y = FrequencyTable.of(2, 3, 4, 6, 6, 7, 9, 13, 14, 16, 20);

    private static double median(FrequencyTable sample) {
        return QuantileType.TYPE_7.quantile(sample, 0.5);
    }

    @Test
    void a_seed_gives_the_same_replicates() {
        Bootstrap bootstrap = Bootstrap.withSeed(2019).withReplicates(999);
        Bootstrap.Result once = bootstrap
                .compute("difference of medians", X, Y, (x, y) -> median(x) - median(y))
                .orElseThrow();
        Bootstrap.Result again = bootstrap
                .compute("difference of medians", X, Y, (x, y) -> median(x) - median(y))
                .orElseThrow();
        assertThat(again.distribution()).isEqualTo(once.distribution());
        assertThat(once.estimate()).isEqualTo(5.5 - 7);
        assertThat(once.limits().lower()).isLessThan(once.estimate());
        assertThat(once.limits().upper()).isGreaterThan(once.estimate());
        assertThat(once.procedure().label()).contains("seed 2019");
    }

    @Test
    void the_accelerated_bootstrap_does_not_depend_on_the_unit() {
        double[] values = {1, 2, 2, 3, 4, 9, 15, 31};
        Bootstrap bootstrap = Bootstrap.withSeed(3).withReplicates(999);
        ConfidenceInterval plain = bootstrap
                .compute(Bootstrap.Statistic.MEAN, FrequencyTable.of(values))
                .orElseThrow()
                .limits();
        for (double scale : new double[] {1e-200, 1e-160, 1e-110, 1e110, 1e150, 1e200}) {
            ConfidenceInterval scaled = bootstrap
                    .compute(
                            Bootstrap.Statistic.MEAN,
                            FrequencyTable.of(java.util.Arrays.stream(values)
                                    .map(x -> x * scale)
                                    .toArray()))
                    .orElseThrow()
                    .limits();
            ReferenceFile.assertClose("lower at " + scale, scaled.lower() / scale, plain.lower(), 1e-12);
            ReferenceFile.assertClose("upper at " + scale, scaled.upper() / scale, plain.upper(), 1e-12);
        }
    }

    @Test
    void the_bootstrap_of_a_mean_has_its_standard_error() {
        Bootstrap.Result result = Bootstrap.withSeed(7)
                .withReplicates(20_000)
                .compute("mean", X, sample -> sample.moments().mean())
                .orElseThrow();
        double expected = Math.sqrt(X.moments().squares()) / X.size();
        ReferenceFile.assertClose("se", result.quantity("se").value().orElseThrow(), expected, 0.02);
        // Symmetric enough that both intervals agree roughly, skewed enough that BCa lies to the right.
        double percentile = DescribeTest.rival(result, "percentile", "ci.upper");
        assertThat(result.limits().upper()).isGreaterThan(percentile);
    }

    @Test
    void small_permutation_tests_are_exact() {
        FrequencyTable x = FrequencyTable.of(1, 3, 5);
        FrequencyTable y = FrequencyTable.of(2, 4, 8, 9);
        PermutationTest test = PermutationTest.withSeed(1);
        PermutationTest.Result result = test.compute(x, y).orElseThrow();
        assertThat(result.exact()).isTrue();
        assertThat(result.divisions()).isEqualTo(35);
        // Ranks give the same divisions as the exact rank-sum test.
        FrequencyTable rankX = FrequencyTable.of(1, 3, 5);
        FrequencyTable rankY = FrequencyTable.of(2, 4, 6, 7);
        double exact = WilcoxonRankSum.withDefaults()
                .compute(rankX, rankY)
                .orElseThrow()
                .p();
        // |difference of means| is not symmetric about 0 for unequal sizes, |W - E| is: compare one-sided.
        assertThat(test.with(Alternative.LESS)
                        .compute(rankX, rankY)
                        .orElseThrow()
                        .p())
                .isEqualTo(WilcoxonRankSum.withDefaults()
                        .with(Alternative.LESS)
                        .compute(rankX, rankY)
                        .orElseThrow()
                        .p());
        assertThat(exact).isBetween(0.0, 1.0);
    }

    @Test
    void large_permutation_tests_approach_the_exact_p() {
        PermutationTest.Result drawn =
                PermutationTest.withSeed(3).withReplicates(19_999).compute(X, Y).orElseThrow();
        PermutationTest.Result all = PermutationTest.withSeed(3)
                .withReplicates(2_000_000)
                .compute(X, Y)
                .orElseThrow();
        assertThat(drawn.exact()).isFalse();
        assertThat(all.exact()).isTrue();
        assertThat(Math.abs(drawn.p() - all.p()))
                .isLessThan(4 * drawn.quantity("p.se").value().orElseThrow());
        assertThat(PermutationTest.withSeed(3)
                        .withReplicates(19_999)
                        .compute(X, Y)
                        .orElseThrow()
                        .p())
                .isEqualTo(drawn.p());
    }

    @Test
    void refuses_and_names() {
        assertThatThrownBy(() -> Bootstrap.withSeed(1).withReplicates(10)).hasMessageContaining("replicates = 10");
        assertThat(TwoByTwoTest.reason(Bootstrap.withSeed(1)
                        .compute(
                                "mean",
                                FrequencyTable.of(4, 4, 4),
                                sample -> sample.moments().mean())))
                .isEqualTo(NotComputed.Reason.CONSTANT_DATA);
        assertThat(TwoByTwoTest.reason(PermutationTest.withSeed(1).compute(FrequencyTable.of(4), FrequencyTable.of(4))))
                .isEqualTo(NotComputed.Reason.CONSTANT_DATA);
    }
}
