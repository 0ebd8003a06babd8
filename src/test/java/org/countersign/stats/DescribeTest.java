package org.countersign.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DescribeTest {

    private static final ReferenceFile REFERENCE = ReferenceFile.read("describe.tsv");
    private static final double[] PROBABILITIES = {.1, .25, .5, .75, .9, 0, 1, 1.0 / 3};

    static Stream<ReferenceFile.Case> samples() {
        return REFERENCE.cases().stream().filter(sample -> !sample.name().contains("/"));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void agrees_with_r(ReferenceFile.Case sample) {
        // R's formulas for the moments of the large offset lose digits that this class keeps.
        double tolerance = sample.name().equals("large-offset") ? 1e-8 : 1e-12;
        Describe.Result result =
                Describe.withDefaults().compute(sample.table("x")).orElseThrow();
        sample.check("", result, tolerance);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void every_quantile_type_agrees_with_r(ReferenceFile.Case sample) {
        for (int type = 1; type <= 9; type++) {
            double[] expected = REFERENCE.get(sample.name() + "/type-" + type).input("q");
            for (int i = 0; i < expected.length; i++) {
                double actual = QuantileType.values()[type - 1].quantile(sample.table("x"), PROBABILITIES[i]);
                ReferenceFile.assertClose("type " + type + " of " + PROBABILITIES[i], actual, expected[i], 1e-14);
            }
        }
        double[] fivenum = REFERENCE.get(sample.name() + "/fivenum").input("q");
        for (int i = 0; i < 5; i++) {
            assertThat(QuantileType.TUKEY_HINGES.quantile(sample.table("x"), i / 4.0))
                    .isEqualTo(fivenum[i]);
        }
    }

    @Test
    void keeps_the_digits_of_a_small_spread_on_a_large_offset() {
        Describe.Result far = Describe.withDefaults()
                .compute(FrequencyTable.of(1e9 + 0.125, 1e9 + 0.25, 1e9 + 0.375, 1e9 + 0.5, 1e9 + 1.125))
                .orElseThrow();
        Describe.Result near = Describe.withDefaults()
                .compute(FrequencyTable.of(0.125, 0.25, 0.375, 0.5, 1.125))
                .orElseThrow();
        for (String id : new String[] {"sd", "variance", "skewness", "kurtosis"}) {
            ReferenceFile.assertClose(
                    id,
                    far.quantity(id).value().orElseThrow(),
                    near.quantity(id).value().orElseThrow(),
                    1e-14);
        }
    }

    @Test
    void names_what_a_sample_does_not_determine() {
        Describe.Result one =
                Describe.withDefaults().compute(FrequencyTable.of(3)).orElseThrow();
        assertThat(reason(one, "sd")).isEqualTo(NotComputed.Reason.TOO_FEW_OBSERVATIONS);
        assertThat(one.quantity("median").value().orElseThrow()).isEqualTo(3);
        Describe.Result constant = Describe.withDefaults()
                .compute(FrequencyTable.of(-2, -2, -2, -2))
                .orElseThrow();
        assertThat(reason(constant, "skewness")).isEqualTo(NotComputed.Reason.CONSTANT_DATA);
        assertThat(reason(constant, "geometric-mean")).isEqualTo(NotComputed.Reason.UNDEFINED);
        assertThat(constant.quantity("sd").value().orElseThrow()).isZero();
        assertThat(Describe.withDefaults().compute(FrequencyTable.of())).isInstanceOf(NotComputed.class);
    }

    @Test
    void rivals_change_what_their_convention_touches() {
        Describe.Result sleep = Describe.withDefaults()
                .compute(REFERENCE.get("sleep").table("x"))
                .orElseThrow();
        double sd = sleep.quantity("sd").value().orElseThrow();
        ReferenceFile.assertClose("sd", rival(sleep, "divisor-n", "sd"), Math.sqrt(0.9) * sd, 1e-14);
        assertThat(sleep.rivals())
                .extracting(Rival::id)
                .contains("quantile-type-6", "quantile-tukey-hinges")
                .doesNotContain("quantile-type-7");
        assertThat(sleep.rivals().get(0).quantities().get())
                .extracting(Quantity::id)
                .doesNotContain("mean", "n");
    }

    @Test
    void refuses_what_is_outside_its_range() {
        assertThatThrownBy(() -> Describe.withDefaults().withLevel(1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("level = 1.0");
        assertThatThrownBy(() -> FrequencyTable.of(1, Double.NaN)).hasMessageContaining("sample[1] = NaN");
    }

    static NotComputed.Reason reason(StatisticResult result, String id) {
        return ((NotComputed<Double>) result.quantity(id).value()).reason();
    }

    static double rival(StatisticResult result, String rival, String id) {
        return result.rivals().stream()
                .filter(candidate -> candidate.id().equals(rival))
                .flatMap(candidate -> candidate.quantities().get().stream())
                .filter(quantity -> quantity.id().equals(id))
                .findFirst()
                .orElseThrow()
                .value()
                .orElseThrow();
    }
}
