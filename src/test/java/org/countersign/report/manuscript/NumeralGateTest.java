package org.countersign.report.manuscript;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.countersign.analysis.Ledger;
import org.countersign.diagnostics.Diagnostic;
import org.countersign.diagnostics.Diagnostics;
import org.countersign.diagnostics.Severity;
import org.countersign.diagnostics.SourceLocation;
import org.countersign.study.Constant;
import org.countersign.study.LocatedText;
import org.countersign.study.yaml.SourceSpan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumeralGateTest {

    private final Diagnostics diagnostics = new Diagnostics();

    private List<Diagnostic> check(String text, String... constants) {
        List<Constant> declared = List.of(constants).stream()
                .map(c -> new Constant(new LocatedText(c, new SourceSpan("study.yaml", c, 1, 1)), "fixed"))
                .toList();
        new NumeralGate(Ledger.of(List.of()), declared, diagnostics)
                .check(text, "", (start, end) -> SourceLocation.of("m.md", 1, start + 1));
        return diagnostics.all();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no digits at all",
                "1. first\n2. second\n  10) tenth",
                "a [link](https://example.org/2019/x1)",
                "one person, no one",
                "kg/m\u00b2",
                "where *R*\u00b2 is",
                "where __R__\u00b2 is",
            })
    void passes(String text) {
        assertThat(check(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "the 4 of them|4|5",
                "1.5 first|1.5|1",
                "(2019) was|2019|2",
                "a [12](x)|12|4",
                "1.not a list|1|1",
                "text 1. not a list|1|6",
                "fell by \u22123%|\u22123%|9",
                "about \u00bd|\u00bd|7",
                "H1|1|2",
                "saw *\u00b2* of|\u00b2|6",
            })
    void stops(String text, String printed, int column) {
        assertThat(check(text))
                .filteredOn(d -> d.severity() == Severity.ERROR)
                .singleElement()
                .satisfies(d -> {
                    assertThat(d.message()).contains("`" + printed + "`");
                    assertThat(d.location().column()).isEqualTo(column);
                });
    }

    @Test
    void constantsCountAtWordBoundariesOnly() {
        assertThat(check("a 4-week course", "4-week")).isEmpty();
        assertThat(check("a 14-week course", "4-week")).hasSize(1);
        assertThat(check("a 4-weekly course", "4-week")).hasSize(2);
        assertThat(check("in 1948 and 19480", "1948")).hasSize(3);
    }

    @Test
    void constantInsideALargerNumberDoesNotCount() {
        assertThat(check("it was 4.5 and 3.4", "4"))
                .filteredOn(d -> d.severity() == Severity.ERROR)
                .hasSize(2);
    }

    @Test
    void numberWordsAreWarnedAbout() {
        assertThat(check("Seven of them and none of twenty")).singleElement().satisfies(d -> {
            assertThat(d.severity()).isEqualTo(Severity.WARNING);
            assertThat(d.message()).contains("`Seven`");
        });
    }

    @Test
    void declaredNumberWordsAreNot() {
        assertThat(check("the two drugs", "two drugs")).isEmpty();
    }
}
