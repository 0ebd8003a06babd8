package org.countersign.audit.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.countersign.audit.ArticleAuditor;
import org.countersign.audit.extract.StatementReport;
import org.countersign.audit.text.Article;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordsAgainstPCheckTest {

    // Consistent, inconsistent, on the boundary, not testable; then the traps.
    @ParameterizedTest
    @CsvSource(delimiter = '@', textBlock = """
            words=significant | p=0.03 @ consistent
            words=not-significant | p=0.4 @ consistent
            words=significant | p=0.2 @ inconsistent
            words=not-significant | p=0.001 @ inconsistent
            words=not-significant | p=0.03 @ warning
            words=significant | p=0.07 @ warning
            words=significant | p=0.05 @ consistent
            words=not-significant | p=0.05 @ consistent
            words=significant | p=0.054 @ warning
            words=significant | p=0.0505 @ warning
            words=not-significant | p=<0.05 @ inconsistent
            words=not-significant | p=<0.005 @ inconsistent
            words=significant | p=>0.05 @ inconsistent
            words=significant | p=<0.10 @ consistent
            words=significant | p=ns @ inconsistent
            words=not-significant | p=ns @ consistent
            words=significant | p=1.2 @ not-testable
            words=perhaps | p=0.2 @ unreadable
            """)
    void judges(String row, String verdict) {
        assertThat(Rows.verdict(new WordsAgainstPCheck(), row)).as(row).isEqualTo(verdict);
    }

    private static List<CheckOutcome> outcomes(String text) {
        return ArticleAuditor.withDefaults()
                .with(List.of(new WordsAgainstPCheck()))
                .audit(Article.of("text", text))
                .outcomes();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "There was no significant difference in pain (p = 0.003).",
                "Pain did not differ significantly between the groups (P = .001).",
                "Pain was not statistically significantly lower, p = 0.002.",
                "The change was non-significant (t(28) = 3.40, p = .002).",
                "The difference did not reach statistical significance (P = .001).",
                "Scores were significantly higher with the drug (P = .2).",
                "There was a significant difference in pain scores (mean difference = 2.2 [0.1 to 4.3], p = 0.4).",
                "A statistically significant rise was seen (RR 1.20, 95% CI 0.90 to 1.60; P=0.21).",
                "Sleep was better, but pain was significantly worse (P = .31).",
                "Mood and sleep were significantly better, p > 0.05.",
                "The groups did not differ significantly, t(28) = 3.40, p = .002, d = 0.8.",
            })
    void contradictions_are_found(String text) {
        assertThat(outcomes(text))
                .as(text)
                .hasSize(1)
                .allMatch(o -> o.assessment().verdict() == Verdict.INCONSISTENT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "There was no significant difference in EE (p = 0.4) or DP scores (p = 0.9).",
                "There was a significant difference in PA scores (mean difference = 2.2 [0.1 to 4.3], p = 0.04).",
                "Pain did not differ significantly (P = .4), but sleep did (P = .001).",
                "Groups were significantly different (p < .001).",
                "Groups didn\u2019t differ significantly (p = .41).",
                "The difference wasn't significant (p = .41).",
                "There was no evidence of a significant difference (p = .41).",
                "A non significant rise was seen (p = .41).",
            })
    void agreement_is_seen(String text) {
        assertThat(outcomes(text))
                .as(text)
                .hasSize(1)
                .allMatch(o -> o.assessment().verdict() == Verdict.CONSISTENT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A P value < .05 was considered significant.",
                "Statistical significance was set at p < 0.05.",
                "Results with p > 0.05 were not considered significant.",
                "There was no significant difference in pain, and stay was shorter (p = 0.002).",
                "There was no significant difference in pain, but stay was shorter (p = 0.002).",
                "No significant difference in pain was found and sleep was better with the drug (p = 0.002).",
                "Neither pain nor sleep was significantly better (P = .31).",
                "None of the differences was significant (P = .31).",
                "The rise was almost significant (P = .06).",
                "There was a trend towards significantly more pain (P = .07).",
                "The study had power to detect a significant difference (P = .2).",
                "A clinically significant fall was seen as often (P = .4).",
                "Variables significant at P < .20 were entered.",
                "There was a significant interaction of sex and drug on pain, with older men better (P = .3).",
                "Pain and sleep differed significantly (P = .2 and P = .01, respectively).",
                "There was no significant difference (P = .03 for noninferiority).",
                "No significant difference was seen before (P = .3) but a clear one after treatment (P = .001).",
                "Differences were no longer significant when adjusted (P = .03 before, P = .2 after).",
                "There were significant comorbidities in both groups (P = .5).",
                "Patients had no significant bleeding (P = .001).",
                "No significant (p < 0.05) differences were found.",
                "There was no significant effect of sex, F(1, 28) = 0.20, p = .658, and one of age, F(1, 28) = 9.20, p = .005.",
                "No significant differences between men and women, boys and girls, t(28) = 3.40, p = .002.",
                "Those without significant stenosis had less pain (P = .001).",
            })
    void what_is_not_plain_is_left_alone(String text) {
        assertThat(outcomes(text).stream()
                        .filter(o -> o.assessment().verdict().isFinding())
                        .toList())
                .as(text)
                .isEmpty();
    }

    @Test
    void another_level_that_the_text_names_is_heeded() {
        String finding = "There was no significant difference in pain (p = 0.03).";
        assertThat(outcomes(finding).get(0).assessment().verdict()).isEqualTo(Verdict.WARNING);
        assertThat(outcomes("A p below 0.01 was considered significant. " + finding)
                        .get(0)
                        .assessment()
                        .verdict())
                .isEqualTo(Verdict.NOT_TESTABLE);
        assertThat(outcomes("The level of significance was 10%. Pain was significantly worse (P = .07).")
                        .get(0)
                        .assessment()
                        .verdict())
                .isEqualTo(Verdict.NOT_TESTABLE);
        assertThat(outcomes("After Bonferroni correction there was no significant difference (p = 0.03).")
                        .get(0)
                        .assessment()
                        .verdict())
                .isEqualTo(Verdict.NOT_TESTABLE);
    }

    @Test
    void the_words_are_shown_and_the_decision_is_marked() {
        CheckOutcome outcome = outcomes("There was no significant difference in pain (p = 0.003).")
                .get(0);
        assertThat(outcome.subject()).isInstanceOf(StatementReport.class);
        assertThat(outcome.subject().excerpt().text()).isEqualTo("no significant");
        assertThat(outcome.assessment().decision()).isEqualTo(Decision.FLIPPED);
        assertThat(outcome.assessment().message())
                .isEqualTo("called not significant, although p = 0.003 is below 0.05");
    }
}
