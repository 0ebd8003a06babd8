package org.countersign.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.countersign.StudyFixture;
import org.countersign.audit.text.Article;
import org.countersign.pipeline.StudyPipeline;
import org.countersign.report.ReportModel;
import org.countersign.report.TemplateFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerificationTest {

    @TempDir
    private Path project;

    /** Ages of the treatment group: mean 47, median 46.5, SD 11.1057 (n - 1) or 9.6177 (n). */
    private ReportModel model(String... claims) {
        StringBuilder lines = new StringBuilder();
        for (String claim : claims) {
            lines.append(lines.length() > 0 ? "\n" : "")
                    .append("  - {")
                    .append(claim)
                    .append("}");
        }
        StudyFixture study = StudyFixture.in(project)
                .edit("study.yaml", "  - {text: \"46.5\", keys: [ages.t.median]}", lines.toString());
        return new StudyPipeline(TemplateFiles.in(Path.of("templates")), Optional.empty()).compute(study.study());
    }

    private Verification verification(String... claims) {
        return Verification.of(model(claims).verdicts());
    }

    @Test
    void counts_claims_numbers_and_words() {
        Verification v = verification(
                "text: '47.0 and 46.5', keys: [ages.t.mean, ages.t.median]",
                "text: '9.62', keys: [ages.t.sd]",
                "text: lower, says: decreased, keys: [scores.estimate]");
        assertThat(v.claims()).isEqualTo(3);
        assertThat(v.numbers()).isEqualTo(3);
        assertThat(v.words()).isEqualTo(1);
        assertThat(v.total()).isEqualTo(4);
        assertThat(v.conventions()).containsExactly(Map.entry("standard deviation with divisor n", 1));
        assertThat(v.conventionsTried()).isEqualTo(1);
        assertThat(v.roundings()).isEmpty();
    }

    @Test
    void the_size_of_a_fall_is_a_number_that_covers_the_paper() {
        ReportModel model = model("text: 'fell by 3.25', says: decreased-by, keys: [scores.estimate]");
        Verification v = Verification.of(model.verdicts());
        assertThat(v.numbers()).isEqualTo(1);
        assertThat(v.words()).isZero();
        PublishedCoverage coverage = PublishedCoverage.of(
                Article.of("paper", "Scores fell by 3.25."),
                model.study().claims(),
                model.study().constants(),
                model.ledger());
        assertThat(coverage.claimed()).isEqualTo(1);
        assertThat(coverage.unclaimed()).isEmpty();
    }

    @Test
    void a_rare_rounding_rule_that_one_number_alone_needs_is_noted() {
        assertThat(verification(
                                "id: mean, text: '47.0', keys: [ages.t.mean]",
                                "id: spread, text: '12', keys: [ages.t.sd]")
                        .notes())
                .containsExactly(
                        "Only 12 (claim spread) needs rounding upwards; 1 other published number is rounded to the"
                                + " nearest. A slip is as likely as the rule.");
    }

    @Test
    void a_rare_rounding_rule_that_is_used_throughout_is_not() {
        assertThat(verification(
                                "text: '12', keys: [ages.t.sd]",
                                "text: 'an SD of 11.2', keys: [ages.t.sd]",
                                "text: '47.0', keys: [ages.t.mean]")
                        .notes())
                .isEmpty();
        assertThat(verification("text: '12', keys: [ages.t.sd]").notes()).isEmpty();
    }

    @Test
    void unclaimed_numbers_count_as_verdicts_worse_than_reproduced_ones() {
        ReportModel model = model("text: '47.0', keys: [ages.t.mean]");
        PublishedCoverage coverage = PublishedCoverage.of(
                Article.of("paper", "A mean of 47.0, a median of 46.5 (75% better, P < .05) in 4."),
                model.study().claims(),
                model.study().constants(),
                model.ledger());
        Verification v =
                new Verification(model.verdicts(), Optional.of(new PublishedText("paper", "0".repeat(64), coverage)));
        assertThat(v.counts().keySet()).containsExactly(Verdict.Kind.UNCLAIMED, Verdict.Kind.REPRODUCED);
        assertThat(v.unclaimed())
                .extracting(PublishedCoverage.Unclaimed::printed)
                .containsExactly("46.5", "75%", "< .05", "4");
        assertThat(v.unclaimed().get(0).fitting()).contains("ages.t.median");
        assertThat(v.unclaimed().get(1).fitting()).allMatch(key -> key.startsWith("recovery."));
        assertThat(v.unclaimed().get(2).fitting()).isEmpty();
        assertThat(v.unclaimed().get(3).fitting().get(0)).isEqualTo("ages.t.n");
        assertThat(v.unclaimed().get(3).context()).isEqualTo("\u202646.5 (75% better, P < .05) in 4.");
    }

    @Test
    void claims_of_numbers_whose_text_the_paper_does_not_hold_are_told() {
        ReportModel model = model(
                "id: mean, text: '47.0', keys: [ages.t.mean]",
                "id: median, text: '46.5', keys: [ages.t.median]",
                "id: lower, text: scores were lower, says: decreased, keys: [scores.estimate]",
                "id: fall, text: fell by 3.25, says: decreased-by, keys: [scores.estimate]");
        PublishedCoverage coverage = PublishedCoverage.of(
                Article.of("paper", "A mean of 47.0."),
                model.study().claims(),
                model.study().constants(),
                model.ledger());
        assertThat(coverage.absent()).extracting(c -> c.id()).containsExactly("median", "fall");
    }

    @Test
    void a_hash_is_a_hash() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new PublishedText("paper", "abc", new PublishedCoverage(0, 0, List.of(), Map.of(), List.of())))
                .withMessageContaining("sha256");
    }
}
