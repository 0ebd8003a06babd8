package org.countersign.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.countersign.diagnostics.Diagnostics;
import org.countersign.report.TemplateFiles;
import org.junit.jupiter.api.Test;

/** Tables and figures of regressions, from a study's definition to its report. */
class RegressionStudyTest {

    private static final ReportBundle BUNDLE = report();

    private static ReportBundle report() {
        return new StudyPipeline(TemplateFiles.ofProgram(), Optional.empty())
                .run(Path.of("src/test/resources/studies/regression"), new Diagnostics());
    }

    private static String text(String file) {
        return UTF_8.decode(java.util.Objects.requireNonNull(BUNDLE.files().get(file))
                        .duplicate())
                .toString();
    }

    private static String display(String key) {
        return BUNDLE.model().ledger().get(key).orElseThrow().display();
    }

    private static String statement(String key) {
        return BUNDLE.model().style().pStatement(display(key));
    }

    @Test
    void subgroups_stand_below_their_variable_with_its_interaction() {
        assertThat(text("tables/subgroups.csv").lines())
                .anyMatch(line -> line.contains("Overall") && line.contains(display("by_score.overall.estimate")))
                .anyMatch(line -> line.contains("sex (interaction: P")
                        && line.contains(display("by_score.sex.interaction_test.p") + ")"))
                .anyMatch(line -> line.contains("west") && line.contains(display("by_score.clinic.west.p")));
    }

    @Test
    void a_forest_plot_draws_them() {
        assertThat(text("figures/subgroups.svg"))
                .contains("sex, interaction: " + statement("by_score.sex.interaction_test.p") + ". sex, f: ")
                .contains(display("by_score.clinic.west.estimate"));
        assertThat(text("figures/relapse.svg")).contains(display("by_death.sex.f.estimate"));
    }

    @Test
    void a_regression_table_has_the_coefficients_of_every_kind() {
        assertThat(text("tables/model.csv"))
                .contains(display("linear.clinic.west.estimate"))
                .contains(display("mixed.arm.estimate"))
                .contains(display("median.bmi.estimate"))
                .doesNotContain("term_test");
    }
}
