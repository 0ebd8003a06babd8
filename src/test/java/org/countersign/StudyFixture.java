package org.countersign;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.countersign.diagnostics.SourceLocation;

/**
 * A project folder with one invented study, for tests to bend. Eight people in two arms; every number in it was made up.
 */
public final class StudyFixture {

    public static final String DATA = "data/people.csv";

    private static final String STUDY = """
            title: An Invented Trial
            data: {status: simulated, reason: Invented for a test.}
            datasets:
              people:
                file: data/people.csv
                id: id
                missing: [NA]
                variables:
                  id: id
                  arm: {type: category, label: Arm, levels: {t: Treatment, c: Control}, reference: c}
                  age: {type: integer, label: Age, unit: years, range: [18, 90]}
                  score: {type: number, label: Score, range: [0, 10]}
                  visit: date
                  better: {type: category, label: Better, levels: ["no", "yes"]}
                derived:
                  older: {label: Older, expression: age >= 50}
            populations:
              seniors: {dataset: people, label: Seniors, where: age >= 40}
            analyses:
              ages: {method: describe, outcome: age, group: arm}
              scores: {method: wilcoxon_rank_sum, outcome: score, group: arm}
              recovery: {method: risk_ratio, outcome: better, group: arm, parameters: {event: "yes"}}
            tables:
              ages: {type: summary, analyses: [ages], caption: Age by arm}
            claims:
              - {text: "46.5", keys: [ages.t.median]}
            """;

    private static final String PEOPLE = """
            id,arm,age,score,visit,better
            P1,t,34,2.5,2024-01-15,yes
            P2,t,45,3.5,2024-02-29,yes
            P3,t,48,1.0,2024-03-01,no
            P4,t,61,4.5,2024-03-05,yes
            P5,c,29,5.0,2024-01-20,no
            P6,c,52,6.5,2024-02-11,no
            P7,c,70,NA,2024-02-12,yes
            P8,c,41,7.0,2024-04-30,no
            """;

    private final Path project;

    private StudyFixture(Path project) {
        this.project = project;
    }

    /** The study in a project folder, with a previous report. */
    public static StudyFixture in(Path project) {
        StudyFixture fixture = new StudyFixture(project);
        fixture.write("study.yaml", STUDY);
        fixture.write(DATA, PEOPLE);
        return fixture;
    }

    public Path project() {
        return project;
    }

    public Path study() {
        return project.resolve("inputs").resolve("trial");
    }

    public Path report() {
        return project.resolve("reports").resolve("trial");
    }

    /** Writes a file of the study. */
    public StudyFixture write(String file, String text) {
        return write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    public StudyFixture write(String file, byte[] bytes) {
        try {
            Path path = study().resolve(file);
            Files.createDirectories(path.getParent());
            Files.write(path, bytes);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String text(String file) {
        try {
            return Files.readString(study().resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Changes the only occurrence of a text in a file. */
    public StudyFixture edit(String file, String old, String replacement) {
        String text = text(file);
        int at = text.indexOf(old);
        if (at < 0 || text.indexOf(old, at + 1) >= 0) {
            throw new IllegalArgumentException("`" + old + "` stands not exactly once in " + file);
        }
        return write(file, text.replace(old, replacement));
    }

    /** Adds lines at the end of the definition. */
    public StudyFixture append(String lines) {
        return write("study.yaml", text("study.yaml") + lines);
    }

    /** A manuscript of the study's own. */
    public StudyFixture manuscript(String markdown) {
        if (!text("study.yaml").contains("manuscript:")) {
            append("manuscript: manuscript.md\n");
        }
        return write("manuscript.md", markdown);
    }

    /** A file of the study as messages show it. */
    public String shown(String file) {
        return study().resolve(file).toString().replace('\\', '/');
    }

    /** The place of the first occurrence of a text. */
    public SourceLocation place(String file, String part) {
        String text = text(file);
        int at = text.indexOf(part);
        if (at < 0) {
            throw new IllegalArgumentException("`" + part + "` does not stand in " + file);
        }
        int lineStart = text.lastIndexOf('\n', at - 1) + 1;
        int line = (int) text.substring(0, at).chars().filter(c -> c == '\n').count() + 1;
        return SourceLocation.of(shown(file), line, at - lineStart + 1);
    }
}
