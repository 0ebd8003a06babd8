package org.countersign.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.countersign.audit.checks.CheckOutcome;
import org.countersign.audit.extract.NamedValue;
import org.countersign.audit.extract.ReportedResult;
import org.countersign.audit.text.Article;
import org.junit.jupiter.api.Test;

/** Invented but consistent paragraphs, and the same with one wrong digit. */
class InventedResultsTest {

    private static final Path TEXT = Path.of("src/test/resources/audit/invented-consistent.txt");

    private static List<String> paragraphs() throws IOException {
        List<String> paragraphs = new ArrayList<>();
        for (String line : Files.readAllLines(TEXT)) {
            if (!line.isBlank()) {
                paragraphs.add(line);
            }
        }
        return paragraphs;
    }

    @Test
    void nothing_consistent_is_flagged() throws IOException {
        ArticleAuditor auditor = ArticleAuditor.withDefaults();
        List<String> flagged = new ArrayList<>();
        int results = 0;
        for (String paragraph : paragraphs()) {
            AuditReport report = auditor.audit(Article.of("invented", paragraph));
            results += report.results().results().size();
            for (CheckOutcome finding : report.findings()) {
                flagged.add(finding.checkId() + ": " + finding.assessment().message() + " in: " + paragraph);
            }
        }
        assertThat(flagged).isEmpty();
        assertThat(results).isGreaterThan(400);
    }

    /** The leading non-zero digit of one number is changed by three; what share of these is found, by check and role. */
    @Test
    void one_wrong_digit_is_found() throws IOException {
        ArticleAuditor auditor = ArticleAuditor.withDefaults();
        Map<String, int[]> found = new TreeMap<>();
        for (String paragraph : paragraphs()) {
            for (ReportedResult result :
                    auditor.audit(Article.of("invented", paragraph)).results().results()) {
                for (NamedValue value : result.values()) {
                    String mutated = mutate(value.text());
                    int at = paragraph.indexOf(value.text(), result.excerpt().start());
                    if (mutated.equals(value.text())
                            || at < 0
                            || at >= result.excerpt().end()) {
                        continue;
                    }
                    String wrong = paragraph.substring(0, at)
                            + mutated
                            + paragraph.substring(at + value.text().length());
                    int[] counts = found.computeIfAbsent(result.type() + " " + value.name(), key -> new int[2]);
                    counts[1]++;
                    counts[0] += auditor.audit(Article.of("mutated", wrong))
                                    .findings()
                                    .isEmpty()
                            ? 0
                            : 1;
                }
            }
        }
        assertThat(share(found, "proportion percent")).isEqualTo(1);
        assertThat(share(found, "proportion count")).isGreaterThan(0.85);
        assertThat(share(found, "test-statistic statistic")).isGreaterThan(0.6);
        assertThat(share(found, "test-statistic p")).isGreaterThan(0.5);
        assertThat(share(found, "estimate-with-interval estimate")).isGreaterThan(0.5);
        assertThat(share(found, "groups total")).isEqualTo(1);
        assertThat(share(found, "median q1")).isGreaterThan(0.2);
    }

    /** The words on significance turned around: each is found. */
    @Test
    void a_wrong_word_is_found() throws IOException {
        ArticleAuditor auditor = ArticleAuditor.withDefaults();
        int turned = 0;
        for (String paragraph : paragraphs()) {
            String wrong = turned(paragraph);
            if (!wrong.equals(paragraph)) {
                turned++;
                assertThat(auditor.audit(Article.of("turned", wrong)).findings())
                        .as(wrong)
                        .extracting(CheckOutcome::checkId)
                        .contains("words-against-p");
            }
        }
        assertThat(turned).isGreaterThan(50);
    }

    private static String turned(String paragraph) {
        Map<String, String> opposites = Map.of(
                "was a significant", "was no significant",
                "was no significant", "was a significant",
                "differed significantly", "did not differ significantly",
                "did not differ significantly", "differed significantly",
                "Statistically significant", "Nonsignificant",
                "Nonsignificant", "Statistically significant",
                "was significantly higher", "was not significantly higher",
                "was not significantly higher", "was significantly higher",
                "was statistically significant", "did not reach statistical significance",
                "did not reach statistical significance", "was statistically significant");
        return opposites.entrySet().stream()
                .filter(words -> paragraph.contains(words.getKey()))
                .findFirst()
                .map(words -> paragraph.replace(words.getKey(), words.getValue()))
                .orElse(paragraph);
    }

    private static double share(Map<String, int[]> found, String key) {
        int[] counts = found.getOrDefault(key, new int[] {0, 1});
        return (double) counts[0] / counts[1];
    }

    private static String mutate(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '1' && c <= '9') {
                char other = (char) (c > '5' ? c - 3 : c + 3);
                return text.substring(0, i) + other + text.substring(i + 1);
            }
        }
        return text;
    }
}
