package org.countersign.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.countersign.pipeline.StudyPipeline;
import org.countersign.report.TemplateFiles;
import org.countersign.stats.QuantityKind;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** The methods that studies can name, on invented data, against R; {@code src/test/r/methods.R} has the calls. */
class MethodsAgainstRTest {

    private static final Path STUDY = Path.of("src/test/resources/studies/methods");
    private static Ledger ledger = Ledger.of(List.of());

    @BeforeAll
    static void compute() {
        ledger = new StudyPipeline(TemplateFiles.ofProgram(), Optional.empty())
                .compute(STUDY)
                .ledger();
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(files = "src/test/resources/reference/methods.csv", numLinesToSkip = 2)
    void agrees_with_R(String key, double expected, String call) {
        double value = ledger.get(key).orElseThrow().value().orElseThrow();
        // R seeks the conditional odds ratio and its limits by uniroot to about 1e-4; all else is relative
        boolean sought = key.equals("odds.estimate") || key.equals("odds.ci.lower");
        // summary.glm takes the standard errors from the weights before the last step
        boolean beforeLastStep = key.equals("logistic.arm.p");
        double tolerance = sought ? 1e-3 : beforeLastStep ? 1e-9 : 1e-10;
        assertThat(value).as(call).isCloseTo(expected, within(tolerance * Math.abs(expected)));
    }

    @Test
    void every_p_value_is_a_probability_and_every_analysis_has_entries() {
        assertThat(ledger.entries().stream()
                        .filter(e ->
                                e.kind() == QuantityKind.P_VALUE && e.value().isComputed()))
                .isNotEmpty()
                .allSatisfy(e -> assertThat(e.value().orElseThrow()).isBetween(0.0, 1.0));
        assertThat(ledger.children("")).contains("needed", "tukey", "superiority", "standardised", "table_one");
    }
}
