package org.countersign.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.countersign.diagnostics.Diagnostic;
import org.countersign.pipeline.StudyPipeline;
import org.countersign.report.TemplateFiles;
import org.countersign.stats.NotComputed;
import org.countersign.stats.Quantity;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The categorical, paired, scale, agreement, resampling and design methods on invented data, against R;
 * {@code src/test/r/methods-categorical.R} has the calls.
 */
class CategoricalMethodsTest {

    private static final Path STUDY = Path.of("src/test/resources/studies/methods-categorical");
    private static Ledger ledger = Ledger.of(List.of());

    @TempDir
    private Path folder;

    @BeforeAll
    static void compute() {
        ledger = new StudyPipeline(TemplateFiles.ofProgram(), Optional.empty())
                .compute(STUDY)
                .ledger();
    }

    private static LedgerEntry entry(String key) {
        return ledger.get(key)
                .orElseThrow(() -> new AssertionError(key + " is not one of "
                        + ledger.below(key.split("\\.", 2)[0]).stream()
                                .map(LedgerEntry::key)
                                .toList()));
    }

    private static double value(String key) {
        return entry(key).value().orElseThrow();
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(files = "src/test/resources/reference/methods-categorical.csv", numLinesToSkip = 2)
    void agrees_with_R(String key, double expected, String call) {
        if (key.equals("simulated.p")) {
            double error = value("simulated.p.se") + Math.sqrt(expected * (1 - expected) / 2e5);
            assertThat(value(key)).as(call).isCloseTo(expected, within(3 * error));
            return;
        }
        assertThat(value(key))
                .as(call)
                .isCloseTo(expected, within(tolerance(key) * Math.max(Math.abs(expected), 1e-3)));
    }

    private static double tolerance(String key) {
        // chi-square's noncentrality parameter: R's pchisq(ncp) and uniroot stop near 1e-10
        return key.startsWith("cramer.ci") ? 1e-8 : 1e-10;
    }

    @Test
    void every_number_says_what_it_is_of() {
        assertThat(entry("stratified.estimate").subject()).isEqualTo("Relapse: yes, new vs old, stratified by Clinic");
        assertThat(entry("stratified.east.estimate").population()).isEqualTo("all rows of people; Clinic: east");
        assertThat(entry("stratified.east.estimate").filter()).contains("clinic = \"east\"");
        assertThat(entry("mcnemar.p").subject()).isEqualTo("Pain before and Pain after: yes");
        assertThat(entry("trend.p").subject()).isEqualTo("Relapse: yes, over Dose");
        assertThat(entry("stratified.estimate").missing()).isEqualTo(4);
        assertThat(entry("mcnemar.p").n() + entry("mcnemar.p").missing()).isEqualTo(90);
        assertThat(entry("counted.p").n()).isEqualTo(counted());
    }

    private static long counted() {
        return Math.round(value("counted_fit.n"));
    }

    @Test
    void a_table_too_large_for_the_exact_test_is_simulated_and_says_so() {
        LedgerEntry p = entry("simulated.p");
        assertThat(p.procedure().id()).isEqualTo("fisher-monte-carlo");
        assertThat(p.procedure().label())
                .contains("19999 tables")
                .contains("seed 42")
                .endsWith("(the exact distribution is too large)");
        assertThat(p.provenance().parameters()).containsEntry("seed", "42");
        assertThat(entry("fisher.p").procedure().id()).isEqualTo("fisher-exact");
    }

    @Test
    void rivals_are_passed_on() {
        assertThat(entry("mcnemar.p").rivals())
                .filteredOn(r -> r.id().equals("chi-square-corrected"))
                .singleElement()
                .satisfies(r -> assertThat(rival(r.quantities().get(), "p")).isEqualTo(value("mcnemar_corrected.p")));
        assertThat(entry("stratified.homogeneity.p").rivals())
                .singleElement()
                .satisfies(r -> assertThat(rival(r.quantities().get(), "statistic"))
                        .isEqualTo(value("stratified_plain.homogeneity.statistic")));
        assertThat(entry("fit.p").rivals())
                .singleElement()
                .satisfies(r -> assertThat(rival(r.quantities().get(), "p")).isBetween(0.0, 1.0));
    }

    private static double rival(List<Quantity> quantities, String id) {
        return quantities.stream()
                .filter(q -> q.id().equals(id))
                .findFirst()
                .orElseThrow()
                .value()
                .orElseThrow();
    }

    private InventedStudy small() {
        return new InventedStudy(folder, """
                group: {type: category, levels: [a, b]}
                site: {type: category, levels: [s, t]}
                ill: {type: category, levels: ["no", "yes"]}
                later: {type: category, levels: ["no", "yes"]}
                kind: {type: category, levels: [u, v, w]}""", """
                group,site,ill,later,kind
                a,s,no,no,u
                a,t,no,no,v
                b,s,no,no,u
                b,t,no,no,NA
                """);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            m: {method: mcnemar, outcome: [ill, later]} | m.p | CONSTANT_DATA
            m: {method: mantel_haenszel, outcome: ill, group: group, strata: site} | m.estimate | CONSTANT_DATA
            m: {method: mantel_haenszel, outcome: ill, group: group, strata: site} | m.homogeneity.p | TOO_FEW_OBSERVATIONS
            m: {method: mantel_haenszel, outcome: ill, group: group, strata: site} | m.s.estimate | CONSTANT_DATA
            m: {method: cochran_armitage, outcome: ill, group: group} | m.p | CONSTANT_DATA
            m: {method: cramers_v, outcome: ill, group: group} | m.estimate | CONSTANT_DATA
            m: {method: fisher_exact, outcome: ill, group: group} | m.p | CONSTANT_DATA
            """)
    void what_the_data_do_not_determine_is_named(String analysis, String key, NotComputed.Reason reason) {
        LedgerEntry entry = small().ledger(analysis).get(key).orElseThrow();
        assertThat(entry.value()).isInstanceOfSatisfying(NotComputed.class, not -> {
            assertThat(not.reason()).isEqualTo(reason);
            assertThat(not.advice()).isNotBlank();
        });
        assertThat(entry.display()).isEqualTo(Display.NOT_COMPUTED);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            m: {method: mcnemar, outcome: [ill]} | wrong-type | is two variables, found 1
            m: {method: mcnemar, outcome: [ill, later], parameters: {event: maybe}} | unknown-level | maybe
            m: {method: mcnemar, outcome: [ill, later], parameters: {test: fast}} | wrong-parameter | chi-square-corrected
            m: {method: mantel_haenszel, outcome: ill, group: kind, strata: site} | wrong-levels | has 3 levels
            m: {method: mantel_haenszel, outcome: ill, group: group} | missing-key | strata
            m: {method: cochran_armitage, outcome: ill, group: kind, parameters: {scores: [1, 2]}} | wrong-parameter | each of the 3 levels
            m: {method: cochran_armitage, outcome: ill, group: kind, parameters: {scores: [1, 2, much]}} | wrong-parameter | expected a number
            m: {method: goodness_of_fit, outcome: kind, parameters: {proportions: [1, 0, 2]}} | wrong-parameter | a positive number for each of the 3 levels
            m: {method: goodness_of_fit, outcome: kind, parameters: {proportions: [1, -1, 2]}} | wrong-parameter | from 0 to
            m: {method: fisher_exact, outcome: kind, group: group, parameters: {replicates: 5}} | wrong-parameter | a whole number from 100 to 10000000
            m: {method: fisher_exact, outcome: kind, group: group, parameters: {seed: [1, 2]}} | wrong-parameter | is one value, found 2
            m: {method: cramers_v, outcome: kind, group: group, parameters: {level: 1.5}} | wrong-parameter | between 0 and 1
            """)
    void what_the_author_got_wrong_is_named(String analysis, String code, String message) {
        List<Diagnostic> mistakes = small().mistakes(analysis);
        assertThat(mistakes).isNotEmpty();
        assertThat(mistakes.get(0).code()).as(mistakes.toString()).isEqualTo(code);
        assertThat(mistakes.get(0).toString()).contains(message);
    }
}
