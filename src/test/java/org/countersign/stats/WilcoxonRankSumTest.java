package org.countersign.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WilcoxonRankSumTest {

    private static final WilcoxonRankSum DEFAULT = WilcoxonRankSum.withDefaults();

    static List<ReferenceFile.Case> pairs() {
        return ReferenceFile.read("rank-sum.tsv").cases();
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void agrees_with_r(ReferenceFile.Case pair) {
        FrequencyTable x = pair.table("x");
        FrequencyTable y = pair.table("y");
        WilcoxonRankSum.Result result = DEFAULT.compute(x, y).orElseThrow();
        pair.check("automatic.", result, 1e-12);
        pair.check(
                "automatic-greater.p",
                DEFAULT.with(Alternative.GREATER).compute(x, y).orElseThrow().p(),
                1e-12);
        pair.check(
                "automatic-less.p",
                DEFAULT.with(Alternative.LESS).compute(x, y).orElseThrow().p(),
                1e-12);
        pair.check("estimate", result.shift(), 1e-14);
        pair.check(
                "normal.",
                DEFAULT.with(WilcoxonRankSum.Method.NORMAL).compute(x, y).orElseThrow(),
                1e-12);
        pair.check(
                "normal-corrected.",
                DEFAULT.with(WilcoxonRankSum.Method.NORMAL_CORRECTED)
                        .compute(x, y)
                        .orElseThrow(),
                1e-12);
        if (pair.expects("exact.p")) {
            WilcoxonRankSum exact = DEFAULT.with(WilcoxonRankSum.Method.EXACT);
            pair.check("exact.p", exact.compute(x, y).orElseThrow().p(), 1e-12);
            pair.check(
                    "exact-greater.p",
                    exact.with(Alternative.GREATER).compute(x, y).orElseThrow().p(),
                    1e-12);
            pair.check(
                    "exact-less.p",
                    exact.with(Alternative.LESS).compute(x, y).orElseThrow().p(),
                    1e-12);
        }
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void the_interval_is_where_r_searches_for_it(ReferenceFile.Case pair) {
        WilcoxonRankSum.Result result =
                DEFAULT.compute(pair.table("x"), pair.table("y")).orElseThrow();
        assertThat(Math.abs(result.interval().lower() - pair.expect("automatic-r.ci.lower")))
                .as("lower of %s", pair.name())
                .isLessThan(2e-4);
        assertThat(Math.abs(result.interval().upper() - pair.expect("automatic-r.ci.upper")))
                .as("upper of %s", pair.name())
                .isLessThan(2e-4);
    }

    /** All ways to choose the first sample among the pooled observations. */
    @Test
    void exact_probabilities_are_those_of_all_permutations() {
        SplittableRandom random = new SplittableRandom(1986);
        for (int round = 0; round < 60; round++) {
            int n1 = 1 + random.nextInt(6);
            int n2 = 1 + random.nextInt(6);
            double[] pooled = random.ints(n1 + n2, 0, 1 + random.nextInt(8))
                    .asDoubleStream()
                    .toArray();
            FrequencyTable all = FrequencyTable.of(pooled);
            long[] histogram = new long[2 * n1 * n2 + 1];
            long total = 0;
            for (int mask = 0; mask < 1 << pooled.length; mask++) {
                if (Integer.bitCount(mask) == n1) {
                    double[] x = new double[n1];
                    double[] y = new double[n2];
                    int i = 0;
                    int j = 0;
                    for (int k = 0; k < pooled.length; k++) {
                        if ((mask >> k & 1) == 1) {
                            x[i++] = pooled[k];
                        } else {
                            y[j++] = pooled[k];
                        }
                    }
                    histogram[(int) WilcoxonRankSum.twiceW(FrequencyTable.of(x), FrequencyTable.of(y))]++;
                    total++;
                }
            }
            RankSumDistribution distribution = RankSumDistribution.of(all, n1);
            for (int u = 0; u < histogram.length; u++) {
                if (all.distinct() == all.size() && u % 2 == 1) {
                    continue;
                }
                long below = 0;
                long outside = 0;
                for (int v = 0; v < histogram.length; v++) {
                    below += v <= u ? histogram[v] : 0;
                    outside += Math.abs(v - n1 * n2) >= Math.abs(u - n1 * n2) ? histogram[v] : 0;
                }
                ReferenceFile.assertClose("lower", distribution.lower(u), (double) below / total, 1e-13);
                ReferenceFile.assertClose("two-sided", distribution.twoSided(u), (double) outside / total, 1e-13);
            }
        }
    }

    @Test
    void order_statistics_of_the_differences_are_exact() {
        SplittableRandom random = new SplittableRandom(1963);
        for (int round = 0; round < 100; round++) {
            double scale = round % 3 == 0 ? 1 : round % 3 == 1 ? 0.1 : 1e-7;
            double[] x = random.doubles(1 + random.nextInt(12), -9, 9)
                    .map(v -> Math.rint(v) * scale)
                    .toArray();
            double[] y = random.doubles(1 + random.nextInt(12), -9, 9)
                    .map(v -> Math.rint(v) * scale)
                    .toArray();
            double[] differences = Arrays.stream(x)
                    .flatMap(a -> Arrays.stream(y).map(b -> a - b))
                    .sorted()
                    .toArray();
            HodgesLehmann selection = new HodgesLehmann(FrequencyTable.of(x), FrequencyTable.of(y));
            for (int k = 1; k <= differences.length; k++) {
                assertThat(selection.orderStatistic(k)).isEqualTo(differences[k - 1] + 0.0);
            }
        }
    }

    @Test
    void is_symmetric_and_invariant() {
        SplittableRandom random = new SplittableRandom(3);
        for (int round = 0; round < 30; round++) {
            double[] x =
                    random.ints(5 + random.nextInt(60), 0, 20).asDoubleStream().toArray();
            double[] y =
                    random.ints(5 + random.nextInt(60), 0, 20).asDoubleStream().toArray();
            for (WilcoxonRankSum.Method method : WilcoxonRankSum.Method.values()) {
                WilcoxonRankSum test = DEFAULT.with(method);
                WilcoxonRankSum.Result there = test.compute(x, y).orElseThrow();
                WilcoxonRankSum.Result back = test.compute(y, x).orElseThrow();
                assertThat(there.statistic() + back.statistic()).isEqualTo((double) x.length * y.length);
                assertThat(back.shift()).isEqualTo(-there.shift() + 0.0);
                ReferenceFile.assertClose("p", back.p(), there.p(), 1e-12);
                assertThat(there.p()).isBetween(0.0, 1.0);
                double[] moved = Arrays.stream(x).map(v -> 4 * v + 8).toArray();
                double[] movedToo = Arrays.stream(y).map(v -> 4 * v + 8).toArray();
                WilcoxonRankSum.Result other = test.compute(moved, movedToo).orElseThrow();
                assertThat(other.p()).isEqualTo(there.p());
                assertThat(other.shift()).isEqualTo(4 * there.shift());
                assertThat(there.interval().lower()).isLessThanOrEqualTo(there.shift());
                assertThat(there.interval().upper()).isGreaterThanOrEqualTo(there.shift());
            }
        }
    }

    @Test
    void two_hundred_in_each_group_are_exact() {
        SplittableRandom random = new SplittableRandom(200);
        double[] x = random.ints(200, 0, 30).asDoubleStream().toArray();
        double[] y = random.ints(200, 0, 31).asDoubleStream().toArray();
        WilcoxonRankSum exact = DEFAULT.with(WilcoxonRankSum.Method.EXACT);
        double p = exact.compute(x, y).orElseThrow().p();
        ReferenceFile.assertClose(
                "p",
                p,
                DEFAULT.with(WilcoxonRankSum.Method.NORMAL)
                        .compute(x, y)
                        .orElseThrow()
                        .p(),
                0.02);
    }

    @Test
    void names_why_there_is_no_test() {
        assertThat(TwoByTwoTest.reason(DEFAULT.compute(new double[] {2, 2}, new double[] {2})))
                .isEqualTo(NotComputed.Reason.CONSTANT_DATA);
        assertThat(TwoByTwoTest.reason(DEFAULT.compute(new double[0], new double[] {2})))
                .isEqualTo(NotComputed.Reason.NO_OBSERVATIONS);
        double[] many = new SplittableRandom(1).doubles(2000).toArray();
        assertThat(TwoByTwoTest.reason(
                        DEFAULT.with(WilcoxonRankSum.Method.EXACT).compute(many, many)))
                .isEqualTo(NotComputed.Reason.TOO_LARGE);
    }

    @Test
    void says_which_variant_was_used_and_why() {
        assertThat(DEFAULT.compute(new double[] {1, 2}, new double[] {3, 4})
                        .orElseThrow()
                        .procedure()
                        .label())
                .contains("exact (both samples below 50, no ties)");
        assertThat(DEFAULT.compute(new double[] {1, 2}, new double[] {2, 4})
                        .orElseThrow()
                        .procedure()
                        .label())
                .contains("continuity correction (ties are present)");
    }
}
