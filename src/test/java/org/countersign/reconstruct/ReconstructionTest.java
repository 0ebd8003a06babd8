package org.countersign.reconstruct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.countersign.pipeline.StudyPipeline;
import org.countersign.pipeline.Styles;
import org.countersign.report.TemplateFiles;
import org.countersign.study.ReconstructionLoader;
import org.countersign.study.StudyDefinition;
import org.countersign.study.StudyLoader;
import org.countersign.verify.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A small invented study of twelve people in two arms. */
class ReconstructionTest {

    private static final String STUDY = """
            title: Made to agree
            data: {status: reconstructed, reason: Invented for a test.}
            datasets:
              people:
                file: data/people.csv
                id: id
                variables:
                  id: id
                  arm: {type: category, label: Arm, levels: {a: A, b: B}, reference: b}
                  score: {type: integer, label: Score, range: [0, 20]}
            analyses:
              scores: {method: describe, outcome: score, group: arm}
            claims:
            """;

    private static final String FAMILY = """
              shift: {method: wilcoxon_rank_sum, outcome: score, group: arm}
              means: {method: t_test, outcome: score, group: arm}
              together: {method: p_adjustment, parameters: {p_values: [shift.p, means]}}
            """;

    private static final String PLAN = """
            seed: 7
            steps: 20000
            datasets:
              people:
                rows: 12
                columns:
                  - {names: id, begin: sequence, pattern: "P{01}"}
                  - {names: arm, begin: counts, weights: {a: 6, b: 6}}
                  - {names: score, begin: normal, mean: 10, sd: 4}
                move: [[score]]
            """;

    private static final String POSSIBLE = """
              - {id: a, text: "8.5 (6 to 11)", keys: [scores.a.median, scores.a.min, scores.a.max]}
              - {id: b, text: "mean 12 (SD 3.0)", keys: [scores.b.mean, scores.b.sd]}
            """;

    @TempDir
    private Path folder;

    private Reconstruction.Result run(String claims, String plan) throws IOException {
        return run(claims, plan, "");
    }

    private Reconstruction.Result run(String claims, String plan, String analyses) throws IOException {
        Files.writeString(
                folder.resolve("study.yaml"),
                STUDY.replace("claims:", analyses + "claims:")
                        + claims.indent(2).replace("    -", "  -"));
        return run(plan);
    }

    private Reconstruction.Result run(String plan) throws IOException {
        Files.writeString(folder.resolve("reconstruction.yaml"), plan);
        StudyDefinition study = StudyLoader.load(folder);
        return Reconstruction.run(
                study,
                ReconstructionLoader.load(folder),
                Styles.load(study.style(), TemplateFiles.in(Path.of("templates"))),
                (dataset, step, steps, loss, unmet) -> {});
    }

    @Test
    void recordsThatAgreeAndReproduceEveryClaim() throws IOException {
        Reconstruction.Result result = run(POSSIBLE, PLAN);
        assertThat(result.outcomes()).hasSize(5);
        assertThat(result.isComplete()).as(result.outcomes().toString()).isTrue();
        String csv = result.files().getOrDefault("data/people.csv", "");
        assertThat(csv.lines().findFirst().orElseThrow()).startsWith("id,arm,score");
        assertThat(csv.lines().count()).isEqualTo(13);
        Files.createDirectories(folder.resolve("data"));
        Files.writeString(folder.resolve("data/people.csv"), csv);
        assertThat(new StudyPipeline(TemplateFiles.in(Path.of("templates")), Optional.empty())
                        .compute(folder)
                        .verdicts()
                        .all())
                .hasSize(5)
                .allSatisfy(v -> assertThat(v.kind()).isEqualTo(Verdict.Kind.REPRODUCED));
    }

    @Test
    void theSizeOfAFallIsSoughtBelowZero() throws IOException {
        String falls = "- {id: fall, text: fell by 2.0, says: decreased-by, keys: [shift.estimate]}\n";
        Reconstruction.Result result =
                run(falls, PLAN, "  shift: {method: wilcoxon_rank_sum, outcome: score, group: arm}\n");
        assertThat(result.isComplete()).as(result.outcomes().toString()).isTrue();
        assertThat(result.outcomes().get(0).wanted()).startsWith("a fall of 2");
        assertThat(result.outcomes().get(0).reached()).startsWith("\u22122");
    }

    @Test
    void whatAClaimedAnalysisComputesFromIsComputedToo() throws IOException {
        Reconstruction.Result result = run("- {id: p, text: P = .04, keys: [together.shift.p]}\n", PLAN, FAMILY);
        assertThat(result.isComplete()).as(result.outcomes().toString()).isTrue();
        assertThat(result.outcomes())
                .singleElement()
                .satisfies(o -> assertThat(o.key()).isEqualTo("together.shift.p"));
    }

    @Test
    void itBelongsToTheDatasetOfWhatItComputesFrom() throws IOException {
        Files.writeString(
                folder.resolve("study.yaml"),
                (STUDY.replace("claims:", FAMILY + "claims:")
                                + "  - {id: p, text: P = .04, keys: [together.shift.p]}\n")
                        .replace("datasets:\n", """
                        datasets:
                          places: {file: data/places.csv, id: id, variables: {id: id}}
                        """)
                        .replaceAll("(group: arm)}", "$1, dataset: people}"));
        assertThat(run(PLAN).isComplete()).isTrue();
    }

    @Test
    void theSameSeedGivesTheSameRecords() throws IOException {
        assertThat(run(POSSIBLE, PLAN).files()).isEqualTo(run(POSSIBLE, PLAN).files());
        assertThat(run(POSSIBLE, PLAN.replace("seed: 7", "seed: 8")).files())
                .isNotEqualTo(run(POSSIBLE, PLAN).files());
    }

    @Test
    void contradictingClaimsAreErrorsAtTheirPlace() {
        assertThatThrownBy(() -> run("""
                - {id: one, text: "8.5", keys: [scores.a.median]}
                - {id: two, text: "9.5", keys: [scores.a.median]}
                """, PLAN))
                .hasMessageContaining("contradictory-targets")
                .hasMessageContaining("study.yaml:");
    }

    @Test
    void whatCannotBeReachedIsSaid() throws IOException {
        Reconstruction.Result result =
                run("- {id: mean, text: \"19.99\", keys: [scores.a.mean]}\n", PLAN.replace("20000", "500"));
        assertThat(result.isComplete()).isFalse();
        assertThat(result.outcomes()).singleElement().satisfies(o -> {
            assertThat(o.isMet()).isFalse();
            assertThat(o.distance()).isPositive();
            assertThat(o.key()).isEqualTo("scores.a.mean");
        });
    }

    @Test
    void wrongPlans() {
        assertThatThrownBy(() -> run(POSSIBLE, PLAN.replace("  people:", "  peple:")))
                .hasMessageContaining("unknown-dataset")
                .hasMessageContaining("did you mean `people`?");
        assertThatThrownBy(() -> run(POSSIBLE, PLAN.replace("begin: normal", "begin: norml")))
                .hasMessageContaining("did you mean `normal`?");
        assertThatThrownBy(() -> run(POSSIBLE, PLAN.replace("[[score]]", "[[scor]]")))
                .hasMessageContaining("reconstruction.yaml:");
        assertThatThrownBy(() -> run(POSSIBLE, PLAN.replace("rows: 12", "rows: 0")))
                .hasMessageContaining("reconstruction.yaml:");
    }
}
