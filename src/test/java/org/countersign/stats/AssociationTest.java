package org.countersign.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AssociationTest {

    private static final ReferenceFile GROUPS = ReferenceFile.read("k-groups.tsv");

    static Stream<ReferenceFile.Case> pairs() {
        return ReferenceFile.read("correlation.tsv").cases().stream()
                .filter(pair -> !pair.name().equals("partial"));
    }

    static Stream<ReferenceFile.Case> groups() {
        return GROUPS.cases().stream().filter(given -> given.expects("kw.p"));
    }

    static List<ReferenceFile.Case> effects() {
        return ReferenceFile.read("effect-size.tsv").cases();
    }

    private static List<Group> groups(ReferenceFile.Case given) {
        return given.inputs().entrySet().stream()
                .map(entry -> Group.of(entry.getKey(), entry.getValue()))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void correlations_agree_with_r(ReferenceFile.Case pair) {
        for (Correlation.Method method : Correlation.Method.values()) {
            Correlation correlation = Correlation.withDefaults().with(method);
            // R loses digits of Pearson's r on a large offset.
            double tolerance = pair.name().equals("offset") ? 1e-7 : 1e-12;
            // R takes Kendall's upper tail as one minus the lower.
            if (method == Correlation.Method.KENDALL && pair.expect("kendall.p") < 1e-3) {
                tolerance = 1e-6;
            }
            pair.check(
                    method.id() + ".",
                    correlation.compute(pair.input("x"), pair.input("y")).orElseThrow(),
                    tolerance);
            for (Alternative side : List.of(Alternative.GREATER, Alternative.LESS)) {
                pair.check(
                        method.id() + "-" + side.id() + ".p",
                        correlation
                                .with(side)
                                .compute(pair.input("x"), pair.input("y"))
                                .orElseThrow()
                                .p(),
                        tolerance);
            }
        }
    }

    @Test
    void partial_correlation_agrees_with_r() {
        ReferenceFile.Case given = ReferenceFile.read("correlation.tsv").get("partial");
        DesignMatrix controls = DesignMatrix.builder(25)
                .numeric("z", given.input("z"))
                .numeric("w", given.input("w"))
                .build();
        given.check(
                "",
                PartialCorrelation.withDefaults()
                        .compute(given.input("x"), given.input("y"), controls)
                        .orElseThrow(),
                1e-12);
        assertThat(TwoByTwoTest.reason(
                        PartialCorrelation.withDefaults().compute(given.input("z"), given.input("y"), controls)))
                .isEqualTo(NotComputed.Reason.CONSTANT_DATA);
    }

    @Test
    void kendall_counts_every_pair() {
        SplittableRandom random = new SplittableRandom(11);
        for (int round = 0; round < 50; round++) {
            int n = 3 + random.nextInt(30);
            double[] x = random.ints(n, 0, 8).asDoubleStream().toArray();
            double[] y = random.ints(n, 0, 8).asDoubleStream().toArray();
            double score = 0;
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < i; j++) {
                    score += Math.signum(x[i] - x[j]) * Math.signum(y[i] - y[j]);
                }
            }
            assertThat(KendallCounts.of(x, y).score()).isEqualTo(score);
        }
    }

    @ParameterizedTest
    @MethodSource("groups")
    void comparisons_of_groups_agree_with_r(ReferenceFile.Case given) {
        List<Group> groups = groups(given);
        given.check("anova.", OneWayAnova.withDefaults().compute(groups).orElseThrow(), 1e-12);
        given.check(
                "welch.",
                OneWayAnova.withDefaults()
                        .with(TTest.Variances.UNEQUAL)
                        .compute(groups)
                        .orElseThrow(),
                1e-11);
        given.check("kw.", KruskalWallis.withDefaults().compute(groups).orElseThrow(), 1e-12);
        given.check("dunn.", DunnTest.withDefaults().compute(groups).orElseThrow(), 1e-12);
        if (groups.size() > 2) {
            TukeyHsd.Result tukey = TukeyHsd.withDefaults().compute(groups).orElseThrow();
            for (Map.Entry<String, Double> entry : given.expected().entrySet()) {
                if (entry.getKey().startsWith("tukey.")) {
                    double actual =
                            tukey.quantity(entry.getKey().substring(6)).value().orElseThrow();
                    // R's ptukey loses digits at few degrees of freedom, its qtukey stops at 1e-4.
                    double allowed = entry.getKey().contains(".ci.")
                            ? 3e-3
                            : entry.getKey().endsWith(".p") ? 1e-6 : 1e-12;
                    assertThat(Math.abs(actual - entry.getValue()))
                            .as(entry.getKey())
                            .isLessThan(allowed);
                }
            }
        }
    }

    @Test
    void studentized_range_agrees_with_r() {
        GROUPS.get("tukey").expected().forEach((key, expected) -> {
            String[] parts = key.split("/", -1);
            double actual = new StudentizedRange(Integer.parseInt(parts[1]), Double.parseDouble(parts[2]))
                    .upper(Double.parseDouble(parts[0]));
            assertThat(Math.abs(actual - expected))
                    .as("%s: %s against %s", key, actual, expected)
                    .isLessThan(1e-10);
        });
        GROUPS.get("ptukey").expected().forEach((key, expected) -> {
            String[] parts = key.split("/", -1);
            if (Double.parseDouble(parts[2]) <= 5) {
                return; // ptukey itself is off by up to 1e-4 there; the nested integrals above are the reference.
            }
            double actual = new StudentizedRange(Integer.parseInt(parts[1]), Double.parseDouble(parts[2]))
                    .upper(Double.parseDouble(parts[0]));
            assertThat(Math.abs(actual - expected))
                    .as("%s: %s against %s", key, actual, expected)
                    .isLessThan(3e-8);
        });
        // Two groups: the range is sqrt(2) |t|.
        for (double q : new double[] {0.1, 1, 3, 9, 30}) {
            ReferenceFile.assertClose(
                    "q " + q,
                    new StudentizedRange(2, 12).upper(q),
                    Tails.t(q / Math.sqrt(2), 12, Alternative.TWO_SIDED),
                    1e-10);
        }
    }

    @Test
    void noncentral_t_agrees_with_r() {
        GROUPS.get("noncentral-t").expected().forEach((key, expected) -> {
            String[] parts = key.split("/", -1);
            double actual = NoncentralDistributions.t(
                    Double.parseDouble(parts[0]), Double.parseDouble(parts[1]), Double.parseDouble(parts[2]));
            // R's series stops at 1e-12.
            assertThat(Math.abs(actual - expected))
                    .as("%s: %s against %s", key, actual, expected)
                    .isLessThan(1e-11);
        });
    }

    @Test
    void friedman_and_adjustments_agree_with_r() {
        ReferenceFile.Case blocks = GROUPS.get("friedman");
        blocks.check(
                "friedman.",
                FriedmanTest.withDefaults()
                        .compute(List.copyOf(blocks.inputs().values()))
                        .orElseThrow(),
                1e-12);
        ReferenceFile.Case adjust = GROUPS.get("adjust");
        for (PAdjustment adjustment : PAdjustment.values()) {
            if (adjustment != PAdjustment.NONE) {
                double[] expected = adjust.input(adjustment.id());
                double[] actual = adjustment.adjust(adjust.input("p"));
                for (int i = 0; i < expected.length; i++) {
                    ReferenceFile.assertClose(adjustment.id() + i, actual[i], expected[i], 1e-14);
                }
            }
        }
        assertThatThrownBy(() -> PAdjustment.HOLM.adjust(1.5)).hasMessageContaining("p[0] = 1.5");
    }

    @ParameterizedTest
    @MethodSource("effects")
    void effect_sizes_agree_with_r(ReferenceFile.Case given) {
        FrequencyTable x = given.table("x");
        FrequencyTable y = given.table("y");
        StandardisedDifference d = StandardisedDifference.withDefaults();
        // R's noncentral t is good to 1e-12 absolute, which the root search divides by its slope.
        given.check("d.", d.compute(x, y).orElseThrow(), 1e-8);
        given.check(
                "g.",
                d.with(StandardisedDifference.Measure.HEDGES_G).compute(x, y).orElseThrow(),
                1e-8);
        given.check(
                "glass.estimate",
                d.with(StandardisedDifference.Measure.GLASS_DELTA)
                        .compute(x, y)
                        .orElseThrow()
                        .estimate(),
                1e-12);
        if (given.expects("ps.p")) {
            given.check(
                    "ps.", ProbabilityOfSuperiority.withDefaults().compute(x, y).orElseThrow(), 1e-11);
        }
    }

    @Test
    void names_why_there_is_no_comparison() {
        assertThat(TwoByTwoTest.reason(
                        KruskalWallis.withDefaults().compute(List.of(Group.of("a", 1, 1), Group.of("b", 1)))))
                .isEqualTo(NotComputed.Reason.CONSTANT_DATA);
        assertThat(TwoByTwoTest.reason(OneWayAnova.withDefaults().compute(List.of(Group.of("a", 1, 1), Group.of("b")))))
                .isEqualTo(NotComputed.Reason.NO_OBSERVATIONS);
        assertThat(TwoByTwoTest.reason(
                        Correlation.withDefaults().compute(new double[] {1, 1, 1}, new double[] {1, 2, 3})))
                .isEqualTo(NotComputed.Reason.CONSTANT_DATA);
        ProbabilityOfSuperiority.Result apart = ProbabilityOfSuperiority.withDefaults()
                .compute(FrequencyTable.of(5, 6), FrequencyTable.of(1, 2))
                .orElseThrow();
        assertThat(apart.estimate()).isEqualTo(1);
        assertThat(TwoByTwoTest.reason(apart.interval())).isEqualTo(NotComputed.Reason.SEPARATION);
    }
}
