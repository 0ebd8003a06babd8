package org.countersign.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.countersign.StudyFixture;
import org.countersign.diagnostics.Diagnostics;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A study is built when its report would not be what it is, and left alone otherwise. */
class ReportBuilderTest {

    @TempDir
    private Path folder;

    private StudyFixture study;
    private Project project;

    @BeforeEach
    void fixture() {
        study = StudyFixture.in(folder);
        project = Project.in(folder);
    }

    private boolean builds(ReportBuilder.When when) {
        return new ReportBuilder(project, new StudyPipeline(project.templates(), Optional.empty()))
                .build(study.study(), when, new Diagnostics())
                .bundle()
                .isPresent();
    }

    private boolean builds() {
        return builds(ReportBuilder.When.CHANGED);
    }

    @Test
    void anUnchangedStudyIsBuiltOnceUnlessAsked() {
        assertThat(builds()).isTrue();
        assertThat(builds()).isFalse();
        assertThat(builds(ReportBuilder.When.ALWAYS)).isTrue();
        assertThat(builds()).isFalse();
    }

    @Test
    void changedDataAndDefinitionsAreBuilt() {
        builds();
        study.edit(StudyFixture.DATA, "P1,t,34", "P1,t,35");
        assertThat(builds()).isTrue();
        assertThat(builds()).isFalse();
        study.edit("study.yaml", "An Invented Trial", "Another Invented Trial");
        assertThat(builds()).isTrue();
        assertThat(builds()).isFalse();
    }

    @Test
    void aTemplateOfTheProjectsOwnIsBuilt() throws IOException {
        builds();
        Path templates = Files.createDirectories(folder.resolve("templates/layout"));
        Files.writeString(templates.resolve("references.ftl"), "<#ftl output_format=\"XHTML\">\n<p>None.</p>\n");
        project = Project.in(folder);
        assertThat(builds()).isTrue();
        assertThat(builds()).isFalse();
    }

    @Test
    void aReportThatIsNotAsItWasMadeIsMadeAgain() throws IOException {
        builds();
        Path report = folder.resolve("reports/trial");
        Files.delete(report.resolve("results.csv"));
        assertThat(builds()).isTrue();
        Files.writeString(report.resolve("report.html"), "<p>Edited by hand</p>");
        assertThat(builds()).isTrue();
        Files.writeString(report.resolve("notes.txt"), "a file that no build made");
        assertThat(builds()).isTrue();
        assertThat(report.resolve("notes.txt")).doesNotExist();
        assertThat(builds()).isFalse();
    }

    @Test
    void whatChangesWhileTheReportIsMadeCountsAsChanged() {
        builds();
        ReportState state = new ReportState(project, study.study(), folder.resolve("reports/trial"));
        String before = state.sources();
        study.edit(StudyFixture.DATA, "P1,t,34", "P1,t,35");
        assertThat(state.sources()).isNotEqualTo(before);
        assertThat(state.isCurrent(before)).isTrue();
        assertThat(state.isCurrent(state.sources())).isFalse();
    }
}
