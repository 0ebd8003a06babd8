package org.countersign.audit;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.countersign.audit.checks.Assessment;
import org.countersign.audit.checks.CheckOutcome;
import org.countersign.audit.checks.Decision;
import org.countersign.audit.checks.Verdict;
import org.countersign.audit.text.Article;
import org.junit.jupiter.api.Test;

/** Agrees with R's statcheck on strings of our own making, but for the differences that the documentation lists. */
class StatcheckDifferencesTest {

    private record Theirs(int found, List<Boolean> errors, List<Boolean> decisions, List<Double> computed) {}

    private static Map<String, Theirs> reference() throws IOException {
        Map<String, Theirs> rows = new LinkedHashMap<>();
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder()
                .commentStrategy(CommentStrategy.SKIP)
                .ofNamedCsvRecord(Path.of("src/test/resources/reference/statcheck.csv"))) {
            for (NamedCsvRecord row : reader) {
                Theirs theirs = rows.computeIfAbsent(
                        row.getField("text"),
                        text -> new Theirs(
                                Integer.parseInt(row.getField("found")),
                                new ArrayList<>(),
                                new ArrayList<>(),
                                new ArrayList<>()));
                if (theirs.found() > 0) {
                    theirs.errors().add(row.getField("error").equals("TRUE"));
                    theirs.decisions().add(row.getField("decision_error").equals("TRUE"));
                    theirs.computed().add(Double.valueOf(row.getField("computed")));
                }
            }
        }
        return rows;
    }

    private static List<String> differences(Map<String, Theirs> reference) {
        List<String> differences = new ArrayList<>();
        reference.forEach((text, theirs) -> {
            AuditReport report = ArticleAuditor.withDefaults().audit(Article.of("text", text));
            List<CheckOutcome> ours = report.outcomes().stream()
                    .filter(outcome -> outcome.checkId().equals("p-from-statistic"))
                    .toList();
            if (ours.size() != theirs.found()) {
                differences.add(text);
                return;
            }
            for (int j = 0; j < ours.size(); j++) {
                int i = j;
                Assessment assessment = ours.get(i).assessment();
                boolean error = assessment.verdict() == Verdict.INCONSISTENT || isImpossible(report, ours.get(i));
                boolean flipped = assessment.decision() == Decision.FLIPPED;
                boolean sameP = assessment
                        .recomputed()
                        .map(range -> range.low() <= theirs.computed().get(i) * (1 + 1e-10)
                                && range.high() >= theirs.computed().get(i) * (1 - 1e-10))
                        .orElse(false);
                if (error != theirs.errors().get(i)
                        || flipped != theirs.decisions().get(i)
                        || !sameP) {
                    differences.add(text);
                }
            }
        });
        return differences;
    }

    /** A p printed as 0 is an error of a check of its own. */
    private static boolean isImpossible(AuditReport report, CheckOutcome outcome) {
        return report.of(outcome.subject()).stream()
                .anyMatch(other -> other.checkId().equals("impossible-value")
                        && other.assessment().verdict() == Verdict.INCONSISTENT);
    }

    @Test
    void every_difference_is_listed_and_justified() throws IOException {
        Map<String, Theirs> reference = reference();
        assertThat(reference).hasSizeGreaterThan(480);
        List<String> listed = new ArrayList<>();
        for (String line : Files.readAllLines(Path.of("docs/statcheck-differences.md"))) {
            if (line.startsWith("- `It gave ")) {
                listed.add(line.substring(3, line.lastIndexOf('`')));
            }
        }
        assertThat(differences(reference)).containsExactlyInAnyOrderElementsOf(listed);
    }
}
