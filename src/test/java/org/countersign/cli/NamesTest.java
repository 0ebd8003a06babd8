package org.countersign.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.countersign.StudyFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names and sizes that a study may have and that could be taken for something else. */
class NamesTest {

    @TempDir
    private Path project;

    private StudyFixture study;

    @BeforeEach
    void fixture() {
        study = StudyFixture.in(project);
    }

    private Outcome build() {
        return Outcome.ofBuild(project);
    }

    @Test
    void aVariableCalledLikeAPartOfTheResultsIsRefusedAtItsAnalysis() {
        study.edit("study.yaml", "      older:", "      model: {label: Model, expression: age + 1}\n      older:")
                .edit(
                        "study.yaml",
                        "tables:",
                        "  line: {method: linear_model, outcome: score, covariates: [model]}\ntables:");
        assertThat(build().errors()).singleElement().satisfies(e -> {
            assertThat(e.code()).isEqualTo("duplicate-entry");
            assertThat(e.message()).contains("`line.model.");
            assertThat(e.location().line()).isPositive();
        });
    }

    @Test
    void labelsThatLookLikeFormulasAreTextForASpreadsheet() throws Exception {
        study.edit("study.yaml", "label: Age, unit", "label: \"=HYPERLINK(A1)\", unit");
        assertThat(build().code()).isZero();
        Path report = project.resolve("reports/trial");
        for (String file : List.of("tables/ages.csv", "results.csv")) {
            String text = Files.readString(report.resolve(file));
            assertThat(text).contains("HYPERLINK").doesNotContainPattern("(?m)(^|,)\"?=");
        }
        assertThat(Files.readString(report.resolve("results.csv"))).doesNotContain("'-");
    }

    @Test
    void aHistogramHasNoMoreBarsThanCanBeSeen() {
        study.append(
                "figures:\n  ages: {chart: histogram, analyses: [ages], caption: Ages, options: {bins: 1000000000}}\n");
        assertThat(build().errors())
                .singleElement()
                .satisfies(e -> assertThat(e.message()).contains("1 to 200"));
    }

    @Test
    void aHistogramOfHugeValuesEnds() {
        study.edit("study.yaml", "      older:", "      huge: {label: Huge, expression: age * 0 + 1e30}\n      older:")
                .edit("study.yaml", "tables:", "  big: {method: describe, outcome: huge}\ntables:")
                .append("figures:\n  big: {chart: histogram, analyses: [big], caption: Huge}\n");
        assertThat(build().code()).isZero();
    }
}
