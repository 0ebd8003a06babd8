package org.countersign.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.countersign.diagnostics.Diagnostic;
import org.countersign.diagnostics.Diagnostics;
import org.countersign.report.TemplateFiles;
import org.countersign.verify.Verdict;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** A real trial whose data are not the project's to commit; runs where they stand beside the checkout. */
class LicoriceGargleTest {

    private static final Path DATA = Path.of("../shared/studies/licorice-gargle/licorice_gargle.csv");
    private static final Diagnostics DIAGNOSTICS = new Diagnostics();
    private static Optional<ReportBundle> made = Optional.empty();

    @BeforeAll
    static void build(@TempDir Path temp) throws IOException {
        assumeTrue(Files.isRegularFile(DATA), "the trial's data are not beside the checkout");
        Path study = Files.createDirectories(temp.resolve("licorice-gargle"));
        Files.createDirectories(study.resolve("data"));
        Files.copy(DATA, study.resolve("data/licorice_gargle.csv"));
        for (String file : List.of("study.yaml", "manuscript.md")) {
            Files.copy(Path.of("src/test/resources/studies/licorice-gargle").resolve(file), study.resolve(file));
        }
        made = Optional.of(new StudyPipeline(TemplateFiles.ofProgram(), Optional.empty()).run(study, DIAGNOSTICS));
    }

    private static ReportBundle bundle() {
        return made.orElseThrow();
    }

    @Test
    void reproduces_the_published_sore_throats_and_names_the_patient_who_is_missing() {
        assertThat(bundle().model().verdicts().count(Verdict.Kind.REPRODUCED)).isEqualTo(9);
        assertThat(bundle().model().verdicts().worstFirst().get(0))
                .returns(Verdict.Kind.DIFFERS, Verdict::kind)
                .returns("236", Verdict::printed)
                .returns(Optional.of("-1"), Verdict::unitsOff)
                .satisfies(v -> assertThat(v.told()).contains("note: One patient was enrolled"));
    }

    @Test
    void makes_every_table_and_figure_without_a_warning() {
        assertThat(bundle().files())
                .containsKeys(
                        "report.html", "report.pdf", "tables/baseline.csv", "figures/cough.svg", "figures/bars.svg");
        assertThat(DIAGNOSTICS.all()).extracting(Diagnostic::toString).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(files = "src/test/resources/reference/licorice-gargle.csv", numLinesToSkip = 2)
    void agrees_with_R(String key, double expected, double tolerance, String call) {
        double value = bundle().model().ledger().get(key).orElseThrow().value().orElseThrow();
        assertThat(value).as(call).isCloseTo(expected, within(tolerance * Math.max(1e-3, Math.abs(expected))));
    }
}
