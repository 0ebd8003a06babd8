package org.countersign.numbers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberScannerTest {

    private static List<String> found(String text) {
        return NumberScanner.scan(text).stream().map(f -> f.number().text()).toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "no numbers here|",
                "\u22122 (\u22124 to 4)|\u22122,\u22124,4",
                "-0.2 [-0.5 to 0.2], p = 0.4|-0.2,-0.5,0.2,0.4",
                "P<.001|<.001",
                "39/48 (81%)|39,48,81%",
                "a range of 10-12 weeks|10,12",
                "12\u201315 years|12,15",
                "1,234 patients, 3,4 others|1,234,3,4",
                "0\u00b703 and 12.50|0\u00b703,12.50",
                "H1N1|1,1",
                "in 2019;3(3):218-225.|2019,3,3,218,225",
                "the end is 5.|5",
                "(intervention = 51; control = 84)|51,84",
                "version 1.2.3|1.2,3",
            })
    void numeralsFromLeftToRight(String text, String expected) {
        assertThat(String.join(",", found(text))).isEqualTo(expected == null ? "" : expected);
    }

    @Test
    void placesHoldTheNumber() {
        String text = "mean 2.2 (95% CI 0.1 to 4.3; P = .04)";
        for (NumberScanner.Found found : NumberScanner.scan(text)) {
            assertThat(text.substring(found.start(), found.end()).strip())
                    .contains(found.number().text());
        }
        assertThat(found(text)).containsExactly("2.2", "95%", "0.1", "4.3", ".04");
    }

    @Test
    void numberWords() {
        assertThat(NumberScanner.words("Twelve of someone's ten, not tenth or attend; ONE").stream()
                        .map(f -> f.number().text()))
                .containsExactly("12", "10", "1");
        assertThat(NumberScanner.word(7)).contains("seven");
        assertThat(NumberScanner.word(13)).isEmpty();
        assertThat(NumberScanner.word(-1)).isEmpty();
    }

    @Test
    void longInputTakesLinearTime() {
        String hostile = "1,".repeat(500_000) + "-".repeat(500_000) + ".1".repeat(500_000);
        assertThat(NumberScanner.scan(hostile)).isNotEmpty();
    }
}
