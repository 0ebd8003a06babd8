package org.countersign.numbers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntegerRangeTest {

    @ParameterizedTest
    @CsvSource({
        "1.5, true, 3.5, true, 2, 3, 2",
        "1, true, 3, true, 1, 3, 3",
        "1, false, 3, false, 2, 2, 1",
        "2.1, true, 2.9, true, 3, 2, 0",
        "2, false, 3, false, 3, 2, 0",
        "-1.5, true, -0.5, true, -1, -1, 1"
    })
    void holds_the_whole_numbers_of_the_interval(
            BigDecimal lower, boolean lowerClosed, BigDecimal upper, boolean upperClosed, int first, int last, int n) {
        IntegerRange range = IntegerRange.within(RoundingInterval.of(lower, lowerClosed, upper, upperClosed));
        assertThat(range.first()).isEqualTo(first);
        assertThat(range.last()).isEqualTo(last);
        assertThat(range.size()).isEqualTo(n);
        assertThat(range.isEmpty()).isEqualTo(n == 0);
    }

    @Test
    void wants_a_bounded_interval() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> IntegerRange.within(RoundingInterval.below(BigDecimal.ONE, true)))
                .withMessageContaining("bounded");
    }

    @Test
    void scaling_and_turning_keep_open_ends() {
        RoundingInterval interval = RoundingInterval.of(new BigDecimal("1.5"), true, new BigDecimal("2.5"), false);
        assertThat(interval.times(BigDecimal.TEN)).hasToString("[15.0, 25.0)");
        assertThat(interval.negated()).hasToString("(-2.5, -1.5]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> interval.times(BigDecimal.ZERO))
                .withMessageContaining("factor = 0");
    }
}
