package org.countersign.numbers;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReportedNumberTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0.50        | 0.50   | 2
            0.5         | 0.5    | 1
            -0.2        | -0.2   | 1
            \u22120.2   | -0.2   | 1
            \u20130.2   | -0.2   | 1
            .04         | 0.04   | 2
            0\u00b703   | 0.03   | 2
            0,03        | 0.03   | 2
            0,123       | 0.123  | 3
            12,345      | 12345  | 0
            12,345.6    | 12345.6| 1
            1\u202f234  | 1234   | 0
            81%         | 81     | 0
            51          | 51     | 0
            """)
    void reads_the_value_and_its_decimals(String text, BigDecimal value, int decimals) {
        ReportedNumber number = ReportedNumber.of(text);
        assertThat(number.value()).isEqualByComparingTo(value);
        assertThat(number.decimals()).isEqualTo(decimals);
        assertThat(number.text()).isEqualTo(text);
    }

    @Test
    void reads_powers_of_ten() {
        ReportedNumber number = ReportedNumber.of("5.8 \u00d7 10\u221248");
        assertThat(number.value()).isEqualByComparingTo("5.8e-48");
        assertThat(number.unit()).isEqualByComparingTo("1e-49");
        assertThat(ReportedNumber.of("5.8e-48").value()).isEqualByComparingTo("5.8e-48");
        assertThat(ReportedNumber.of("3\u00d710\u207b\u2074").value()).isEqualByComparingTo("3e-4");
    }

    @Test
    void keeps_the_comparison() {
        assertThat(ReportedNumber.of("< .001").comparison()).isEqualTo(Comparison.LESS);
        assertThat(ReportedNumber.of("\u2264 0.05").comparison()).isEqualTo(Comparison.LESS_OR_EQUAL);
        assertThat(ReportedNumber.of("<0.001").interval().contains(new BigDecimal("0.001")))
                .isFalse();
        assertThat(ReportedNumber.of("<0.001").interval().contains(new BigDecimal("0.00099")))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "abc", "1.2.3", "5 of 6", "1,23,4", "=", "<", "%"})
    void refuses_what_is_not_one_number(String text) {
        assertThat(ReportedNumber.parse(text)).isEmpty();
    }

    @Test
    void covers_what_rounds_to_it() {
        ReportedNumber number = ReportedNumber.of("-0.2");
        assertThat(number.covers(-0.15, RoundingRule.HALF_UP_OR_DOWN)).isTrue();
        assertThat(number.covers(-0.25, RoundingRule.HALF_UP_OR_DOWN)).isTrue();
        assertThat(number.covers(-0.1499, RoundingRule.HALF_UP_OR_DOWN)).isFalse();
        assertThat(number.covers(-0.29, RoundingRule.TRUNCATE)).isTrue();
        assertThat(number.covers(-0.29, RoundingRule.HALF_UP)).isFalse();
        assertThat(ReportedNumber.of("2.68").covers(2.675, RoundingRule.HALF_UP))
                .isTrue();
        assertThat(ReportedNumber.of("0.3").covers(0.1 + 0.2 + 0.05, RoundingRule.HALF_DOWN))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "HALF_UP_OR_DOWN, 2, '[1.5, 2.5]'",
        "HALF_UP, 2, '[1.5, 2.5)'",
        "HALF_UP, -2, '(-2.5, -1.5]'",
        "HALF_UP, 0, '(-0.5, 0.5)'",
        "HALF_DOWN, 2, '(1.5, 2.5]'",
        "HALF_DOWN, -2, '[-2.5, -1.5)'",
        "HALF_DOWN, 0, '[-0.5, 0.5]'",
        "HALF_EVEN, 2, '[1.5, 2.5]'",
        "HALF_EVEN, 3, '(2.5, 3.5)'",
        "TRUNCATE, 2, '[2, 3)'",
        "TRUNCATE, -2, '(-3, -2]'",
        "TRUNCATE, 0, '(-1, 1)'",
        "FLOOR, -2, '[-2, -1)'",
        "CEILING, -2, '(-3, -2]'"
    })
    void each_rule_has_its_interval(RoundingRule rule, BigDecimal printed, String interval) {
        assertThat(rule.interval(printed, BigDecimal.ONE)).hasToString(interval);
    }
}
