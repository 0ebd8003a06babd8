package org.countersign.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A study of many methods, some without data, from its folder to its report. */
class MethodsReportTest {

    private static final Path STUDY = Path.of("src/test/resources/studies/methods-categorical");

    @TempDir
    private static Path project;

    private static Path report = Path.of("");

    @BeforeAll
    static void build() throws IOException {
        Path study = project.resolve("inputs/methods");
        try (Stream<Path> files = Files.walk(STUDY)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = study.resolve(STUDY.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
        Files.writeString(
                study.resolve("manuscript.md"),
                "# Results\n\nA sample of ${plan_size.n} in each group has a power of ${plan_size.power}. Of ${family_holm.tests}"
                        + " tests the first has ${family_holm.arms.score.p_statement} after adjustment.\n\n<@ledger/>\n");
        Files.writeString(
                study.resolve("study.yaml"),
                Files.readString(study.resolve("study.yaml")) + "manuscript: manuscript.md\n");
        Outcome outcome = Outcome.ofBuild(project);
        assertThat(outcome.errors()).isEmpty();
        assertThat(outcome.code()).as(outcome.err()).isEqualTo(ExitCodes.OK);
        report = project.resolve("reports/methods");
    }

    private static String explain(String key, String... more) {
        Stream<String> words = Stream.of("-C", project.toString(), "explain", "methods", key);
        Outcome outcome = Outcome.of(Stream.concat(words, Stream.of(more)).toArray(String[]::new));
        assertThat(outcome.code()).as(outcome.err()).isEqualTo(ExitCodes.OK);
        return outcome.out();
    }

    @Test
    void planned_and_adjusted_numbers_stand_in_the_prose() throws IOException {
        String page = Files.readString(report.resolve("report.html")).replaceAll("<[^>]*>", "");
        assertThat(page)
                .contains("A sample of 64 in each group has a power of 80%. Of 3 tests the first has P =")
                .contains("no data: computed from the parameters")
                .contains("P-values adjusted together (Holm), 3 tests: arms.score.p, arms.age.p, yates.p");
    }

    @Test
    void a_number_without_data_is_explained_without() {
        assertThat(explain("plan_size.n"))
                .contains("Setting   effect: 0.5")
                .contains("Data      no data: computed from the parameters")
                .doesNotContain("SHA-256")
                .doesNotContain("left out because");
        assertThat(explain("plan_size.n", "--format", "json"))
                .contains("\"key\":\"plan_size.n\"")
                .doesNotContain("sha256");
    }

    @Test
    void the_ledger_as_a_table_leaves_the_file_empty() throws IOException {
        List<String> lines = Files.readAllLines(report.resolve("results.csv"));
        assertThat(lines)
                .filteredOn(l -> l.startsWith("plan_size.n,"))
                .singleElement()
                .satisfies(l -> assertThat(l).contains(",,,no data: computed from the parameters,"));
    }
}
