package org.countersign.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ReliabilityTest {

    private static final ReferenceFile REFERENCE = ReferenceFile.read("reliability.tsv");

    static List<ReferenceFile.Case> scales() {
        return ReferenceFile.read("scales.tsv").cases();
    }

    @ParameterizedTest
    @EnumSource(IntraclassCorrelation.Form.class)
    void intraclass_correlations_agree_with_psych(IntraclassCorrelation.Form form) {
        ReferenceFile.Case given = REFERENCE.get("icc");
        IntraclassCorrelation.Result result = IntraclassCorrelation.withDefaults()
                .with(form)
                .compute(List.copyOf(given.inputs().values()))
                .orElseThrow();
        given.check(form.id() + ".", result, 1e-10);
        assertThat(result.rivals()).hasSize(5);
    }

    @Test
    void omega_agrees_with_factanal() {
        ReferenceFile.Case given = REFERENCE.get("omega");
        McDonaldOmega.Result omega = McDonaldOmega.withDefaults()
                .compute(List.copyOf(given.inputs().values()))
                .orElseThrow();
        // factanal's optimiser stops near 1e-8.
        given.check("estimate", omega.estimate(), 1e-6);
        given.check("standardised", omega.standardised(), 1e-6);
    }

    @ParameterizedTest
    @MethodSource("scales")
    void item_analysis_agrees_with_psych(ReferenceFile.Case scale) {
        ItemAnalysis.Result items = ItemAnalysis.withDefaults()
                .compute(ScalesAndAgreementTest.items(scale))
                .orElseThrow();
        scale.expected().forEach((id, expected) -> {
            String[] parts = id.split("\\.", -1);
            if (parts.length == 2 && parts[1].matches("\\d+")) {
                String own = switch (parts[0]) {
                    case "dropped" -> "alpha-without";
                    case "corrected" -> "corrected-correlation";
                    default -> "total-correlation";
                };
                ReferenceFile.assertClose(
                        id,
                        items.quantity("item-" + parts[1] + "." + own).value().orElseThrow(),
                        expected,
                        1e-11);
            }
        });
    }

    @Test
    void fleiss_kappa_is_as_published() {
        ReferenceFile.Case given = REFERENCE.get("fleiss");
        given.check(
                "", FleissKappa.withDefaults().compute(given.contingencyTable()).orElseThrow(), 1e-12);
        assertThatThrownBy(() -> FleissKappa.withDefaults().compute(ContingencyTable.of(new long[][] {{2, 1}, {1, 1}})))
                .hasMessageContaining("raters of subject 1 = 2");
    }

    /** The worked example of four coders and twelve units, codes 1 to 5, some missing. */
    @Test
    void krippendorff_alpha_is_as_published() {
        double[][] coders = {
            {1, 2, 3, 3, 2, 1, 4, 1, 2, 0, 0, 0},
            {1, 2, 3, 3, 2, 2, 4, 1, 2, 5, 0, 3},
            {0, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, 0},
            {1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, 0}
        };
        List<FrequencyTable> units = new ArrayList<>();
        for (int u = 0; u < 12; u++) {
            int unit = u;
            units.add(FrequencyTable.of(Arrays.stream(coders)
                    .mapToDouble(coder -> coder[unit])
                    .filter(code -> code > 0)
                    .toArray()));
        }
        double[] published = {0.743, 0.815, 0.849, 0.797};
        for (KrippendorffAlpha.Metric metric : KrippendorffAlpha.Metric.values()) {
            double alpha = KrippendorffAlpha.withDefaults()
                    .with(metric)
                    .compute(units)
                    .orElseThrow()
                    .estimate();
            assertThat(Math.abs(alpha - published[metric.ordinal()]))
                    .as(metric.id())
                    .isLessThan(5.1e-4);
        }
        assertThat(TwoByTwoTest.reason(KrippendorffAlpha.withDefaults().compute(List.of(FrequencyTable.of(1, 1)))))
                .isEqualTo(NotComputed.Reason.CONSTANT_DATA);
        assertThat(TwoByTwoTest.reason(KrippendorffAlpha.withDefaults().compute(List.of(FrequencyTable.of(1)))))
                .isEqualTo(NotComputed.Reason.NO_OBSERVATIONS);
    }

    @Test
    void power_agrees_with_r() {
        for (ReferenceFile.Case given : REFERENCE.cases()) {
            if (given.name().startsWith("power/")) {
                String[] parts = given.name().split("/", -1);
                long n = Long.parseLong(parts[1]);
                double d = Double.parseDouble(parts[2]);
                TTestPower.Result two = TTestPower.withDefaults().power(n, d);
                given.check("two.", two, 1e-10);
                given.check("near", DescribeTest.rival(two, "near-region", "power"), 1e-10);
                given.check(
                        "one.",
                        TTestPower.withDefaults()
                                .with(TTestPower.Design.ONE_SAMPLE)
                                .power(n, d),
                        1e-10);
                given.check("prop.", TwoProportionsPower.withDefaults().power(n, .2, .2 + d / 2), 1e-12);
            }
        }
        assertThat(TTestPower.withDefaults().sampleSize(0.8, 0.5).n())
                .isEqualTo((long) REFERENCE.get("size").expect("t"));
        assertThat(TwoProportionsPower.withDefaults().sampleSize(0.9, 0.2, 0.35).n())
                .isEqualTo((long) REFERENCE.get("size").expect("prop"));
        RankSumPower.Result rank = RankSumPower.withDefaults().sampleSize(0.8, 0.65);
        assertThat(rank.power()).isGreaterThanOrEqualTo(0.8);
        assertThat(RankSumPower.withDefaults().power(rank.n() - 1, 0.65).power())
                .isLessThan(0.8);
        assertThatThrownBy(() -> TTestPower.withDefaults().sampleSize(0.8, 0)).hasMessageContaining("effect = 0.0");
    }
}
