package org.countersign.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ScalesAndAgreementTest {

    static List<ReferenceFile.Case> scales() {
        return ReferenceFile.read("scales.tsv").cases();
    }

    static List<ReferenceFile.Case> ratings() {
        return ReferenceFile.read("kappa.tsv").cases();
    }

    static List<double[]> items(ReferenceFile.Case scale) {
        double[] values = scale.input("values");
        int k = (int) scale.input("items")[0];
        int n = values.length / k;
        List<double[]> items = new ArrayList<>();
        for (int i = 0; i < k; i++) {
            items.add(Arrays.copyOfRange(values, i * n, (i + 1) * n));
        }
        return items;
    }

    @ParameterizedTest
    @MethodSource("scales")
    void cronbach_alpha_agrees_with_psych(ReferenceFile.Case scale) {
        CronbachAlpha.Result alpha =
                CronbachAlpha.withDefaults().compute(items(scale)).orElseThrow();
        scale.check("estimate", alpha.estimate(), 1e-12);
        scale.check("ci.lower", alpha.interval().lower(), 1e-12);
        scale.check("ci.upper", alpha.interval().upper(), 1e-12);
        scale.check("standardised", DescribeTest.rival(alpha, "standardised", "estimate"), 1e-12);
    }

    @ParameterizedTest
    @MethodSource("ratings")
    void kappa_agrees_with_psych(ReferenceFile.Case rating) {
        ContingencyTable table = rating.contingencyTable();
        rating.check("unweighted.", CohenKappa.withDefaults().compute(table).orElseThrow(), 1e-12);
        rating.check(
                "quadratic.",
                CohenKappa.withDefaults()
                        .with(CohenKappa.Weights.QUADRATIC)
                        .compute(table)
                        .orElseThrow(),
                1e-12);
        // Numerical derivatives.
        rating.check(
                "delta-quadratic.",
                CohenKappa.withDefaults()
                        .with(CohenKappa.Weights.QUADRATIC)
                        .compute(table)
                        .orElseThrow(),
                1e-8);
        rating.check(
                "delta-linear.",
                CohenKappa.withDefaults()
                        .with(CohenKappa.Weights.LINEAR)
                        .compute(table)
                        .orElseThrow(),
                1e-8);
        rating.check(
                "linear.",
                CohenKappa.withDefaults()
                        .with(CohenKappa.Weights.LINEAR)
                        .compute(table)
                        .orElseThrow(),
                1e-12);
    }

    @Test
    void percent_agreement_is_the_diagonal() {
        PercentAgreement.Result result = PercentAgreement.withDefaults()
                .compute(ContingencyTable.of(new long[][] {{40, 3}, {5, 52}}))
                .orElseThrow();
        assertThat(result.proportion().estimate()).isEqualTo(0.92);
        assertThat(result.quantity("agreements").value().orElseThrow()).isEqualTo(92);
    }

    @Test
    void scores_turn_items_round_and_allow_for_missing_answers() {
        java.util.BitSet all = java.util.BitSet.valueOf(new long[] {0b1111});
        java.util.BitSet three = java.util.BitSet.valueOf(new long[] {0b1011});
        java.util.BitSet second = java.util.BitSet.valueOf(new long[] {0b0010});
        double[] answers = {1, 6, 4, 3};
        ScaleScore sum = ScaleScore.sumOf(4, 0, 6);
        assertThat(sum.score(answers, all, second).orElseThrow()).isEqualTo(8);
        assertThat(TwoByTwoTest.reason(sum.score(answers, three, second)))
                .isEqualTo(NotComputed.Reason.TOO_FEW_OBSERVATIONS);
        ScaleScore lenient = sum.withLeastAnswered(3);
        assertThat(lenient.score(answers, three, second).orElseThrow()).isEqualTo(4);
        assertThat(lenient.with(ScaleScore.Aggregate.PRORATED_SUM)
                        .score(answers, three, second)
                        .orElseThrow())
                .isEqualTo(16 / 3.0);
        assertThatThrownBy(() -> sum.score(new double[] {7, 0, 0, 0}, all, second))
                .hasMessageContaining("answers[0] = 7.0");
    }

    @Test
    void names_why_there_is_no_coefficient() {
        assertThat(TwoByTwoTest.reason(CohenKappa.withDefaults().compute(ContingencyTable.of(new long[][] {
                    {9, 0}, {0, 0}
                }))))
                .isEqualTo(NotComputed.Reason.CONSTANT_DATA);
        assertThat(TwoByTwoTest.reason(
                        CronbachAlpha.withDefaults().compute(List.of(new double[] {1, 1}, new double[] {2, 2}))))
                .isEqualTo(NotComputed.Reason.CONSTANT_DATA);
        assertThat(TwoByTwoTest.reason(
                        CronbachAlpha.withDefaults().compute(List.of(new double[] {1}, new double[] {2}))))
                .isEqualTo(NotComputed.Reason.TOO_FEW_OBSERVATIONS);
    }
}
