package org.countersign.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.countersign.analysis.Display;
import org.countersign.numbers.NumberStyle;
import org.countersign.report.TemplateFiles;
import org.countersign.stats.Quantity;
import org.countersign.stats.QuantityKind;
import org.countersign.study.LocatedText;
import org.countersign.study.StyleSpec;
import org.countersign.study.yaml.SourceSpan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The four profiles against what each guide prints; thin spaces are written as {@code _}. */
class StylesTest {

    private static NumberStyle style(String id) {
        LocatedText name = new LocatedText(id, new SourceSpan("study.yaml", id, 1, 1));
        return Styles.load(new StyleSpec(Optional.of(name), Map.of()), TemplateFiles.in(Path.of("templates")));
    }

    @ParameterizedTest
    @CsvSource({
        "ama, 0.04, P = .04",
        "ama, 0.0006, P < .001",
        "ama, 0.001, P = .001",
        "ama, 0.0049, P = .005",
        "ama, 0.0477, P = .048",
        "ama, 0.996, P > .99",
        "ama, 0.5, P = .50",
        "apa, 0.04, p = .040",
        "apa, 0.0006, p < .001",
        "apa, 0.5, p = .500",
        "nejm, 0.04, P=0.04",
        "nejm, 0.0006, P<0.001",
        "nejm, 0.004, P=0.004",
        "lancet, 0.04, p=0\u00b704",
        "lancet, 0.00006, p<0\u00b70001",
        "lancet, 0.0042, p=0\u00b70042",
        "ama, 0.9999, P > .99",
        "apa, 0.9999, p > .999",
        "apa, 0.9994, p = .999",
        "nejm, 0.9999, P>0.99",
        "nejm, 0.9951, P>0.99",
        "nejm, 0.9949, P=0.99",
        "nejm, 1, P=1.00",
        "lancet, 0.9999, p>0\u00b799",
    })
    void pValues(String id, double p, String printed) {
        NumberStyle style = style(id);
        assertThat(style.pStatement(style.p(p))).isEqualTo(printed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ama", "apa", "nejm", "lancet"})
    void noPValueIsPrintedAsZero(String id) {
        NumberStyle style = style(id);
        for (double p : new double[] {0, 1e-300, 4e-5, 9.9e-5, 9.99e-4, 0.00949, 0.0099, 0.00999}) {
            assertThat(style.p(p)).doesNotMatch("0?[.\u00b7]0+");
        }
    }

    /** A correlation cannot exceed 1, a standardised difference can. */
    @ParameterizedTest
    @CsvSource({
        "ama, 0.45, 0.45, 1.20",
        "apa, .45, 0.45, 1.20",
        "nejm, 0.45, 0.45, 1.20",
        "lancet, 0\u00b745, 0\u00b745, 1\u00b720"
    })
    void onlyNumbersBoundedByOneLoseTheirZero(String id, String correlation, String difference, String large) {
        Display display = new Display(style(id));
        assertThat(shown(display, QuantityKind.COEFFICIENT, 0.45)).isEqualTo(correlation);
        assertThat(shown(display, QuantityKind.DIMENSIONLESS, 0.45)).isEqualTo(difference);
        assertThat(shown(display, QuantityKind.DIMENSIONLESS, 1.2)).isEqualTo(large);
    }

    private static String shown(Display display, QuantityKind kind, double value) {
        return display.of(Quantity.of("estimate", "estimate", kind, value), 0, 40, Optional.empty());
    }

    @Test
    void theAmaKnowsNoCertainty() {
        assertThat(style("ama").p(0.9951)).isEqualTo(">.99");
        assertThat(style("ama").p(1)).isEqualTo(">.99");
    }

    @ParameterizedTest
    @CsvSource({
        "ama, -1.25, 1, \u22121.3",
        "apa, 0.005, 2, 0.01",
        "nejm, -0.04, 1, 0.0",
        "lancet, -12345.6, 1, \u221212\u2009345\u00b76",
        "ama, 1234, 0, 1234",
        "ama, 12345, 0, '12,345'",
        "ama, 0.30000000000000004, 1, 0.3",
        "ama, 1.005, 2, 1.01",
    })
    void decimals(String id, double value, int decimals, String printed) {
        assertThat(style(id)
                        .decimal(value, decimals)
                        .replace('\u202f', '\u2009')
                        .replace('\u00a0', '\u2009'))
                .isEqualTo(printed);
    }

    @ParameterizedTest
    @CsvSource({"ama, 0.5, 0.50", "apa, -0.5, \u2212.50", "nejm, 0.5, 0.50", "lancet, 0.5, 0\u00b750", "ama, 1, 1.00"})
    void boundedNumbers(String id, double value, String printed) {
        assertThat(style(id).bounded(value, 2)).isEqualTo(printed);
    }

    @ParameterizedTest
    @CsvSource({
        "ama, 0.8125, 48, 81%",
        "ama, 0.8125, 480, 81.3%",
        "lancet, 0.8125, 480, 81%",
        "ama, 0, 5, 0%",
        "ama, 1, 5, 100%"
    })
    void percentages(String id, double proportion, long total, String printed) {
        assertThat(style(id).percent(proportion, total)).isEqualTo(printed);
    }
}
