package org.countersign.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.countersign.pipeline.StudyPipeline;
import org.countersign.report.TemplateFiles;
import org.countersign.stats.Computed;
import org.countersign.stats.NotComputed;
import org.countersign.stats.Quantity;
import org.countersign.stats.QuantityKind;
import org.countersign.stats.Rival;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/**
 * Regressions that studies can name, on invented data with missing values, ties and unequal groups, and on a counted
 * table, against R; {@code src/test/r/methods-regression.R} has the calls and, where R itself is coarser than 1e-10, the
 * reason.
 */
class RegressionsAgainstRTest {

    private static final Path STUDY = Path.of("src/test/resources/studies/regression");
    private static Ledger ledger = Ledger.of(List.of());

    @BeforeAll
    static void compute() {
        ledger = new StudyPipeline(TemplateFiles.ofProgram(), Optional.empty())
                .compute(STUDY)
                .ledger();
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(files = "src/test/resources/reference/methods-regression.csv", numLinesToSkip = 2)
    void agrees_with_R(String key, double expected, double tolerance, String call) {
        LedgerEntry entry = ledger.get(key).orElseThrow(() -> new AssertionError("no entry " + key));
        // geepack divides by N and pairs, which is a rival of the estimating equations here
        double value = key.startsWith("gee_")
                ? rival(entry, "moments-plain")
                : entry.value().orElseThrow();
        assertThat(value).as(call).isCloseTo(expected, within(tolerance * Math.max(1e-3, Math.abs(expected))));
    }

    @Test
    void every_analysis_has_entries_that_could_be_computed() {
        assertThat(ledger.entries()).isNotEmpty();
        for (String analysis : ledger.children("")) {
            assertThat(ledger.below(analysis))
                    .as(analysis)
                    .anySatisfy(e -> assertThat(e.value().isComputed()).isTrue());
        }
        assertThat(ledger.entries().stream()
                        .filter(e ->
                                e.kind() == QuantityKind.P_VALUE && e.value().isComputed()))
                .allSatisfy(e -> assertThat(e.value().orElseThrow()).isBetween(0.0, 1.0));
    }

    @Test
    void rivals_are_passed_on_and_can_be_computed() {
        for (LedgerEntry entry : ledger.entries()) {
            for (Rival rival : entry.rivals()) {
                for (Quantity q : rival.quantities().get()) {
                    boolean unbounded = q.value() instanceof NotComputed<Double> not
                            && not.reason() == NotComputed.Reason.NOT_REACHED;
                    assertThat(q.value() instanceof Computed<Double> || unbounded)
                            .as(entry.key() + " as " + rival.id())
                            .isTrue();
                }
            }
        }
        assertThat(rivals("clustered.arm.se")).contains("hc3", "classical");
        assertThat(rivals("logistic.arm.estimate")).contains("robust", "log-binomial", "sign-reversed");
        assertThat(rivals("clustered_cox_efron.arm.se")).contains("breslow", "model");
        assertThat(rivals("at_times.old.at_6.ci.lower")).contains("interval-log", "interval-plain", "events");
        assertThat(rivals("restricted.difference.estimate")).contains("sign-reversed");
        assertThat(rivals("negative_binomial.model.theta")).contains("dispersion-alpha");
    }

    private static double rival(LedgerEntry entry, String id) {
        Rival rival = entry.rivals().stream()
                .filter(r -> r.id().equals(id))
                .findFirst()
                .orElseThrow();
        return rival.quantities().get().stream()
                .filter(q -> q.id().equals(entry.quantity().id()))
                .findFirst()
                .orElseThrow()
                .value()
                .orElseThrow();
    }

    private static List<String> rivals(String key) {
        return ledger.get(key).orElseThrow().rivals().stream().map(Rival::id).toList();
    }
}
