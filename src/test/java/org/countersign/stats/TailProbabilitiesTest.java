package org.countersign.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class TailProbabilitiesTest {

    // Relative 1e-11 where R's own pt() and qt() differ from the incomplete beta function in the last digits.
    @ParameterizedTest
    @CsvFileSource(resources = "/reference/tails.csv", useHeadersInDisplayName = true)
    void agrees_with_r(String function, double a, Double b, Double c, double expected, String call) {
        double computed = switch (function) {
            case "two-sided-t" -> TailProbabilities.twoSidedT(a, b);
            case "two-sided-normal" -> TailProbabilities.twoSidedNormal(a);
            case "upper-f" -> TailProbabilities.upperF(a, b, c);
            case "upper-chi-squared" -> TailProbabilities.upperChiSquared(a, b);
            case "two-sided-correlation" -> TailProbabilities.twoSidedCorrelation(a, b);
            case "normal-quantile" -> TailProbabilities.normalQuantile(a);
            case "t-quantile" -> TailProbabilities.tQuantile(a, b);
            default -> throw new AssertionError(function + " " + call);
        };
        assertThat(computed).isCloseTo(expected, within(Math.max(1e-11 * Math.abs(expected), 1e-15)));
    }

    @Test
    void one_and_two_sided_tails_fit_together() {
        assertThat(TailProbabilities.upperT(2.1, 28) + TailProbabilities.upperT(-2.1, 28))
                .isCloseTo(1, within(1e-15));
        assertThat(TailProbabilities.upperT(2.1, 28) * 2).isEqualTo(TailProbabilities.twoSidedT(2.1, 28));
        assertThat(TailProbabilities.twoSidedT(2.1, Double.POSITIVE_INFINITY))
                .isEqualTo(TailProbabilities.twoSidedNormal(2.1));
        assertThat(TailProbabilities.twoSidedCorrelation(1, 10)).isZero();
        assertThat(TailProbabilities.twoSidedT(0, 10)).isEqualTo(1);
    }

    @Test
    void names_the_argument_outside_its_range() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TailProbabilities.twoSidedT(1, 0))
                .withMessageContaining("df = 0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TailProbabilities.twoSidedCorrelation(1.01, 5))
                .withMessageContaining("r = 1.01");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TailProbabilities.normalQuantile(1))
                .withMessageContaining("probability = 1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TailProbabilities.upperF(Double.NaN, 1, 2))
                .withMessageContaining("f is NaN");
    }
}
