package org.countersign.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.countersign.diagnostics.Diagnostics;
import org.countersign.report.TemplateFiles;
import org.countersign.verify.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real trial whose data are not the project's to commit; runs where they stand beside the checkout. */
class LicoriceGargleTest {

    private static final Path DATA = Path.of("../shared/studies/licorice-gargle/licorice_gargle.csv");

    @Test
    void reproduces_the_published_sore_throats_and_names_the_patient_who_is_missing(@TempDir Path temp)
            throws IOException {
        assumeTrue(Files.isRegularFile(DATA), "the trial's data are not beside the checkout");
        Path study = Files.createDirectories(temp.resolve("licorice-gargle"));
        Files.createDirectories(study.resolve("data"));
        Files.copy(DATA, study.resolve("data/licorice_gargle.csv"));
        Files.copy(Path.of("src/test/resources/studies/licorice-gargle/study.yaml"), study.resolve("study.yaml"));

        ReportBundle bundle =
                new StudyPipeline(TemplateFiles.ofProgram(), Optional.empty()).run(study, new Diagnostics());

        assertThat(bundle.model().verdicts().count(Verdict.Kind.REPRODUCED)).isEqualTo(6);
        assertThat(bundle.model().verdicts().worstFirst().get(0))
                .returns(Verdict.Kind.DIFFERS, Verdict::kind)
                .returns("236", Verdict::printed)
                .returns(Optional.of("-1"), Verdict::unitsOff);
        assertThat(bundle.files()).containsKeys("report.html", "report.pdf", "tables/baseline.csv");
    }
}
