package org.countersign.report.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SentencesTest {

    private static String number(String key, String shown) {
        return "<a class=\"n\" href=\"#k-" + key + "\" data-k=\"" + key + "\">" + shown + "</a>";
    }

    @Test
    void sentencesWithNumbersOnly() {
        List<Sentences.Sentence> found =
                Sentences.of("<h2>Head " + number("h", "1") + "</h2>\n<p>First of all. The mean was "
                        + number("a.mean", "4.5") + " (SD " + number("a.sd", "1.2") + "). Nothing here.\nWas it <i>"
                        + number("a.p", "&lt;.001")
                        + "</i>? It was &amp; is.</p><li>An item with " + number("a.n", "5") + "</li>");
        assertThat(found)
                .containsExactly(
                        new Sentences.Sentence("The mean was 4.5 (SD 1.2).", List.of("a.mean", "a.sd")),
                        new Sentences.Sentence("Was it <.001?", List.of("a.p")),
                        new Sentences.Sentence("An item with 5", List.of("a.n")));
    }

    @Test
    void decimalPointsDoNotEndASentence() {
        assertThat(Sentences.of("<p>From " + number("a", "1.5") + " to 2.5 e.g. there.</p>"))
                .hasSize(1);
    }

    @Test
    void sentenceThatBeginsWithANumber() {
        assertThat(Sentences.of("<p>Some text. " + number("a", "Twelve") + " came.</p>"))
                .containsExactly(new Sentences.Sentence("Twelve came.", List.of("a")));
    }
}
