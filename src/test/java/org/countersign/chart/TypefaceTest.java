package org.countersign.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TypefaceTest {

    @ParameterizedTest
    @EnumSource(Typeface.class)
    void hasWhatReportsNeed(Typeface typeface) {
        String needed = "0123456789−–—≤≥±×·°µαβκχ²³¹½←→†‡§¶•…“”‘’ßÄÖÜäöüéñøłşğőžčĐđ";

        assertThat(needed.codePoints()
                        .filter(character -> !typeface.has(character))
                        .mapToObj(Character::toString)
                        .collect(Collectors.joining()))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Typeface.class)
    void digitsStayInColumns(Typeface typeface) {
        int[] widths = IntStream.rangeClosed('0', '9')
                .map(digit -> typeface.advance(Character.toString(digit).repeat(4)))
                .toArray();

        assertThat(IntStream.of(widths).max().orElse(0)
                        - IntStream.of(widths).min().orElse(0))
                .isLessThanOrEqualTo(4);
    }

    @Test
    void kernsPairs() {
        assertThat(Typeface.REGULAR.advance("AV"))
                .isLessThan(Typeface.REGULAR.advance("A") + Typeface.REGULAR.advance("V"));
        assertThat(Typeface.REGULAR.advance("")).isZero();
    }
}
