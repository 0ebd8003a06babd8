package org.countersign.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.countersign.audit.checks.CheckOutcome;
import org.countersign.audit.checks.ConsistencyChecks;
import org.countersign.audit.checks.Decision;
import org.countersign.audit.checks.Verdict;
import org.countersign.audit.extract.IntervalReport;
import org.countersign.audit.text.Article;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArticleAuditorTest {

    /** Of the shape of a published abstract, with invented outcomes and sentences. */
    private static final String TRIAL = """
            In all, 129 trainees (programme group = 49; comparison group = 80) and 33 tutors joined.

            Scores for KX and LY went down and those for MZ went up in the programme group, by medians of \
            -2 (-4 to 4), -1 (-3 to 2), and 1 (-1 to 4), respectively, against 0 for all three in the comparison group. \
            Once adjusted for likely confounders, KX did not differ (mean difference = -0.2 [-0.5 to 0.2], p = 0.4), nor did LY \
            (mean difference = -0.2 [-1.8 to 1.5], p = 0.9); MZ was higher (mean difference = 2.2 [0.1 to 4.3], p = 0.04). \
            Many would repeat the course (39/48), and 34 of 37 tutors agreed.
            """;

    private static AuditReport audit(String text) {
        return ArticleAuditor.withDefaults().audit(Article.of("text", text));
    }

    @Test
    void the_narrow_interval_is_the_only_finding() {
        AuditReport report = audit(TRIAL);
        assertThat(report.findings()).hasSize(1);
        CheckOutcome finding = report.findings().get(0);
        assertThat(finding.checkId()).isEqualTo("interval-width");
        assertThat(finding.assessment().verdict()).isEqualTo(Verdict.WARNING);
        assertThat(((IntervalReport) finding.subject()).subject()).contains("KX");
        assertThat(finding.assessment().message()).contains("97%", "implies an SD of");
        assertThat(finding.assessment().explanations())
                .anyMatch(e -> e.contains("item mean"))
                .anyMatch(e -> e.contains("decimal slip"))
                .anyMatch(e -> e.contains("different scales"));
    }

    @Test
    void women_and_men_are_not_the_arms() {
        AuditReport report = audit("There were 900 persons (women = 450; men = 450). " + TRIAL);
        assertThat(report.findings().get(0).assessment().message()).contains("SD of 0.84");
    }

    @Test
    void without_adjustment_it_is_an_error() {
        CheckOutcome finding = audit(TRIAL.replace("Once adjusted for likely confounders, KX", "KX"))
                .findings()
                .get(0);
        assertThat(finding.assessment().verdict()).isEqualTo(Verdict.INCONSISTENT);
    }

    @Test
    void the_published_abstract_has_exactly_that_finding() throws Exception {
        Path folder = Path.of("../shared/seed");
        assumeThat(folder).isDirectory();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                AuditReport report = audit(Files.readString(file));
                assertThat(report.findings()).hasSize(1);
                assertThat(report.findings().get(0).checkId()).isEqualTo("interval-width");
                assertThat(((IntervalReport) report.findings().get(0).subject()).subject())
                        .contains("EE");
            }
        }
    }

    /** Sentences of our own in the manner of trial reports. */
    @Test
    void usual_reports_are_not_flagged() throws Exception {
        AuditReport report = audit(Files.readString(Path.of("src/test/resources/audit/usual-reports.txt")));
        assertThat(report.findings()).isEmpty();
        assertThat(report.results().results()).hasSizeGreaterThan(70);
        assertThat(report.count(Verdict.CONSISTENT)).isGreaterThan(65);
    }

    @Test
    void pairs_of_numbers_that_are_no_proportion_are_left_alone() {
        assertThat(audit(
                                "Grade 3/4 neutropenia (25%), grade 3/4 events in 12 patients (24%), ECOG 0/1 (85%), vision 6/12 (80%),"
                                        + " pressure 140/90 (30%), and satisfaction of 4.6/5 (SD 0.6) were seen.")
                        .findings())
                .isEmpty();
        assertThat(audit("In all 100 patients (50 men; 30 treated) came, and 51/48 (106%) rows.")
                        .findings())
                .extracting(CheckOutcome::checkId)
                .containsExactly("impossible-value");
    }

    @Test
    void a_limit_of_a_ratio_is_not_negative() {
        assertThat(audit("The odds ratio was 1.8 (95% CI -0.9 to 2.6).").findings())
                .extracting(CheckOutcome::checkId)
                .contains("impossible-value");
        assertThat(audit(
                                "The mean difference was 1.8 (95% CI -0.9 to 4.5); the odds ratio was 1.8 (95% CI 0.9 to 3.6).")
                        .findings())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Agreement was good (kappa = 1.08 (95% CI, 0.95 to 1.21)).",
                "Agreement was good (Cohen's \u03ba = 1.08; 95% CI, 0.95 to 1.21).",
                "The weighted kappa coefficient was -1.08 (95% CI -1.21 to -0.95).",
                "The intraclass correlation coefficient (ICC) was 1.12 (95% CI 1.05-1.19).",
                "The correlation was 1.12 (95% CI 1.05-1.19).",
                "Spearman correlations were strong (rho = -1.12; 95% CI -1.19 to -1.05).",
                "Sensitivity was 104% (95% CI, 98% to 109%).",
                "The sensitivity and specificity were 104% (95% CI 98-109) and 87% (95% CI 80-92).",
                "The new test did well (specificity, 104%; 95% CI, 98%-109%).",
                "The proportion of patients with remission was 104% (95% CI 98% to 109%).",
                "The positive predictive value was 104% (95% CI 98% to 109%).",
                "The RR was -0.5 (95% CI -0.9 to -0.2).",
                "The odds ratio (OR) was -1.5 (95% CI, -2.1 to -1.2).",
                "Fewer died (HR 0.8; 95% CI, -0.2 to 1.4)."
            })
    void impossible_values_beside_an_interval_are_found(String text) {
        assertThat(audit(text).findings()).extracting(CheckOutcome::checkId).containsExactly("impossible-value");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Kappa was 0.98 (95% CI 0.95 to 1.01).",
                "Serum free light chain kappa was 1.80 (95% CI 1.20 to 2.40).",
                "Kappa was 1.8 mg/L (95% CI 1.2 to 2.4).",
                "Cronbach's alpha = -1.3 in a sample of four.",
                "The ICC was -1.2 (95% CI -3.4 to 0.4).",
                "In an analysis of the correlation with age, weight rose by 2.3 kg (95% CI 1.1 to 3.5).",
                "After Fisher's transform the correlation was 1.12 (95% CI 1.05-1.19).",
                "The growth rate was fast (r = 1.35; 95% CI 1.20 to 1.50).",
                "Sensitivity was 94% (95% CI, 88% to 101%).",
                "In a sensitivity analysis the ratio of means was 104% (90% CI 98% to 109%).",
                "Insulin sensitivity was 104% (95% CI 98% to 109%).",
                "Sensitivity was 104% (95% CI 98% to 109%) of that of the old device.",
                "The proportion of predicted capacity was 104% (95% CI 98% to 109%).",
                "Recovery was 104% (95% CI 98% to 109%).",
                "Vaccine efficacy was -4% (95% CI -29% to 22%).",
                "The log odds ratio was -0.5 (95% CI -0.9 to -0.2), and the log OR 0.8 (95% CI -0.2 to 1.8).",
                "Heart rate (HR) fell. HR was -5.2 (95% CI -8.1 to -2.3), RR 0.4 (95% CI -0.2 to 1.0).",
                "The change in OR was -0.5 (95% CI -0.9 to -0.2)."
            })
    void possible_values_beside_an_interval_are_not_flagged(String text) {
        assertThat(audit(text).findings()).isEmpty();
    }

    @Test
    void words_in_the_sentence_are_heeded() {
        assertThat(audit("It rose, t(28) = 2.20, p = .018.").findings()).hasSize(1);
        assertThat(audit("It rose in a one-tailed test, t(28) = 2.20, p = .018.")
                        .findings())
                .isEmpty();
        assertThat(audit("After Bonferroni correction, t(28) = 2.20, p = .108.").findings())
                .isEmpty();
        assertThat(audit("In all 135 students (intervention = 51; control = 80) came.")
                        .findings())
                .hasSize(1);
        assertThat(audit("Of 135 students (intervention = 51; control = 80), 4 withdrew.")
                        .findings())
                .isEmpty();
        assertThat(audit("A loss of 2.1 kg (95% CI -3.4 to -0.8) was seen.").findings())
                .isEmpty();
        assertThat(audit("A gain of 2.1 kg (95% CI -3.4 to -0.8) was seen.").findings())
                .hasSize(1);
        assertThat(audit("By bootstrap the mean difference was 2.0 (95% CI 1.9 to 9.0), p = .01.")
                        .findings())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "240 patients were randomised (130 to placebo, 120 to exercise).",
                "In all, 240 patients were randomly assigned (130 to placebo and 100 to exercise).",
                "The 240 adults were randomised in a 1:1 ratio (130 [54%] to the diet, 120 [50%] to usual care).",
                "A total of 240 patients were randomized: 130 to placebo and 120 to exercise.",
                "240 participants were randomised, 130 to placebo and 120 to receive the drug.",
                "We randomly assigned 240 patients (130 to placebo and 120 to exercise).",
                "300 patients were screened and 240 were randomised (130 to placebo, 120 to exercise).",
                "We randomised 240 patients, of whom 130 received placebo and 120 received exercise.",
                "We randomised 240 patients, of whom 130 (54%) received placebo, 120 exercise.",
                "Of 240 patients randomised, 130 were assigned to placebo and 120 were assigned to exercise."
            })
    void groups_that_do_not_sum_to_those_allocated_are_found(String text) {
        assertThat(audit(text).findings()).extracting(CheckOutcome::checkId).containsExactly("group-total");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "240 patients were randomised (130 to placebo, 110 to exercise).",
                "240 patients were randomised (130 to placebo, 105 to exercise, 5 withdrew).",
                "240 patients were randomised (80 to placebo, 80 to exercise, and the remaining to both).",
                "240 patients were randomised (120 to placebo, 120 to drug, of whom 60 to low dose and 60 to high dose).",
                "240 patients were randomised (120 to placebo and 120 to drug [60 to low dose and 60 to high dose]).",
                "240 patients were randomised (80 each to placebo, exercise and diet).",
                "In a factorial trial 240 patients were randomised (120 to aspirin, 120 to diet, 120 to exercise).",
                "120 of the 240 patients were randomised (60 to placebo, 60 to exercise).",
                "240 patients were screened, 130 to 140 per site, in two rounds.",
                "240 patients were screened (130 to 140 per site, 90 to 100 per nurse).",
                "We randomised 240 patients, of whom 130 received placebo and 110 received exercise.",
                "We randomised 240 patients, of whom 118 received placebo and 115 received exercise.",
                "We enrolled 240 patients, of whom 130 received aspirin and 150 received statins.",
                "We enrolled 240 patients, of whom 130 received placebo and 200 received at least one dose.",
                "We enrolled 240 patients, of whom 130 received placebo and 150 were women.",
                "We enrolled 240 patients, of whom 130 received placebo first and 150 received drug first.",
                "240 participants were randomised, of whom 220 completed the trial.",
                "Of 240 patients, 130 had pain and 150 had fever."
            })
    void groups_that_may_sum_are_not_flagged(String text) {
        assertThat(audit(text).findings()).isEmpty();
    }

    @Test
    void either_direction_of_an_effect_follows_from_counts() {
        String deaths = "Of the groups 20/100 vs 40/100 died (%s).";
        for (String effect : List.of(
                "RR 2.0",
                "RR 2.0, 95% CI 1.26 to 3.17",
                "RR 0.5, 95% CI 0.32 to 0.79",
                "OR 2.67, 95% CI 1.42 to 5.02",
                "OR 0.38, 95% CI 0.20 to 0.71",
                "risk difference 20%, 95% CI 8% to 32%",
                "risk difference -20%, 95% CI -32% to -8%",
                "RR of survival 1.33, 95% CI 1.10 to 1.61")) {
            assertThat(audit(deaths.replace("%s", effect)).findings())
                    .as(effect)
                    .isEmpty();
        }
        assertThat(messages(deaths.replace("%s", "RR 2.3, 95% CI 1.46 to 3.65")))
                .containsExactly("40/100 against 20/100 give a risk-ratio of 2, reported 2.3");
        assertThat(messages(deaths.replace("%s", "RR 0.4, 95% CI 0.25 to 0.63")))
                .containsExactly("20/100 against 40/100 give a risk-ratio of 0.5, reported 0.4");
        assertThat(messages(deaths.replace("%s", "OR 3.67, 95% CI 1.95 to 6.90")))
                .containsExactly("40/100 against 20/100 give an odds-ratio of 2.667, reported 3.67");
        assertThat(messages(deaths.replace("%s", "risk difference 25%, 95% CI 13% to 37%")))
                .containsExactly("40/100 against 20/100 give a risk-difference of 20, reported 25%");
    }

    private static List<String> messages(String text) {
        return audit(text).findings().stream()
                .map(f -> f.assessment().message())
                .toList();
    }

    @Test
    void groups_of_another_stage_are_not_held_against_a_total() {
        String analysed =
                "We randomised 4647 adults. There were 2313 in the intervention arm and 2262 in the control arm";
        assertThat(audit(analysed + ".").findings()).hasSize(1);
        assertThat(audit(analysed + " who were analysed.").findings()).isEmpty();
        assertThat(audit(
                                "We screened 4647 adults. There were 2313 in the intervention arm and 2262 in the control arm.")
                        .findings())
                .isEmpty();
    }

    @Test
    void percentages_of_rows_are_not_held_against_the_total_of_a_column() {
        String heading = "Factor\tCases (n = 100)\n\n";
        assertThat(audit(heading + "Men\t20 (50%)\n\nWomen\t80 (40%)\n\nOld\t30 (12%)\n\n")
                        .findings())
                .isEmpty();
        assertThat(audit(heading + "Men\t20 (20%)\n\nWomen\t80 (80%)\n\nOld\t30 (30%)\n\nTall\t20 (50%)\n\n")
                        .findings())
                .hasSize(1);
    }

    @Test
    void a_total_at_the_beginning_of_the_sentence_is_the_counts() {
        assertThat(audit("Of 40 patients, 13 (35%) had pain.").findings())
                .hasSize(1)
                .allMatch(f -> f.assessment().verdict() == Verdict.WARNING)
                .allMatch(f -> f.assessment().explanations().get(0).startsWith("attrition: the total would be 37"));
        assertThat(audit("Of 40 patients, 13 (32%) had pain.").count(Verdict.CONSISTENT))
                .isPositive();
        assertThat(audit("Of 40 patients, 13 (85%) had pain.").findings())
                .allMatch(f -> f.assessment().verdict() == Verdict.INCONSISTENT);
        assertThat(audit("Of 40 patients, 13 (35%) of those who answered had pain.")
                        .findings())
                .isEmpty();
        assertThat(audit("Of 40 patients, 13 (35%) had pain, with 3 missing.").findings())
                .isEmpty();
    }

    @Test
    void risks_in_a_table_follow_from_its_counts() {
        String table = """
                Outcome\tAll (n = 602)\tDrug (n = 295)\tPlacebo (n = 307)\tRR (95% CI)

                Relapse\t79 (13.1%)\t27 (9.2%)\t52 (16.9%)\t%s

                """;
        String right = table.replace("%s", "0.54 (0.35 to 0.84)");
        String wrong = table.replace("%s", "0.84 (0.60 to 1.18)");
        assertThat(audit(right).findings()).isEmpty();
        assertThat(audit(right).count(Verdict.CONSISTENT)).isGreaterThanOrEqualTo(4);
        assertThat(audit(wrong).findings())
                .hasSize(1)
                .allMatch(f -> f.checkId().equals("risk-from-counts"))
                .allMatch(f -> f.assessment().verdict() == Verdict.WARNING);
        assertThat(audit(wrong.replace("RR (95", "Adjusted RR (95")).findings()).isEmpty();
        assertThat(audit(wrong + "RRs were adjusted for age.\n\n").findings()).isEmpty();
        assertThat(audit(wrong.replace("52 (16.9%)", "52 (17.9%)")).findings())
                .noneMatch(f -> f.checkId().equals("risk-from-counts"));
    }

    @Test
    void a_count_that_is_said_twice_is_no_second_group() {
        assertThat(audit(
                                "The RR was 0.54 (95% CI 0.39-0.74), p<0.001, with 27/295 (9.2%), or 27 of 295 patients (9.2%).")
                        .findings())
                .isEmpty();
    }

    @Test
    void with_few_events_p_may_be_of_an_exact_test() {
        String row =
                "Outcome\tDrug (n = 100)\tPlacebo (n = 100)\tRR (95% CI)\tP\n\nDeath\t%s\t0.20 (0.01 to 4.11)\t.50\n\n";
        assertThat(audit(row.replace("%s", "0 (0%)\t2 (2%)")).findings()).isEmpty();
        assertThat(audit(row.replace("%s", "9 (9%)\t45 (45%)")).findings()).isNotEmpty();
    }

    @Test
    void thousands_of_degrees_of_freedom_are_one_number() {
        assertThat(audit("It rose, t(1,028) = 2.20, p = .028; r(1,200) = .06, p = .038.")
                        .findings())
                .isEmpty();
        assertThat(audit("It rose, F(2,157) = 3.20, p = .043.").findings()).isEmpty();
    }

    /** Sentences and tables of our own with every trap that a finding of the program fell into, or might. */
    @Test
    void traps_are_not_flagged() throws Exception {
        for (String name : List.of("words-on-significance.txt", "tables-and-lists.md", "results-of-many-kinds.txt")) {
            Path file = Path.of("src/test/resources/audit/" + name);
            AuditReport report =
                    ArticleAuditor.withDefaults().audit(org.countersign.audit.text.ArticleReaders.read(file));
            assertThat(report.findings()).as(name).isEmpty();
            assertThat(report.count(Verdict.CONSISTENT)).as(name).isGreaterThan(35);
        }
    }

    @Test
    void a_flipped_decision_is_marked() {
        AuditReport report = audit("The mean difference was 0.9 (95% CI -0.5 to 2.3), p = 0.02.");
        assertThat(report.findings()).extracting(CheckOutcome::checkId).containsExactly("ci-p", "decision-conflict");
        assertThat(report.findings()).allMatch(f -> f.assessment().decision() == Decision.FLIPPED);
    }

    @Test
    void p_values_of_other_questions_are_not_held_against_an_interval() {
        assertThat(audit("HR 0.80 (95% CI 0.68 to 0.95; P for interaction = 0.6).")
                        .findings())
                .isEmpty();
        assertThat(audit("The change was 5.4 (95% CI 2.2 to 8.7) compared with -0.9 (95% CI -3.4 to 1.6), p = 0.003.")
                        .findings())
                .isEmpty();
    }

    @Test
    void only_the_chosen_checks_run() {
        ArticleAuditor auditor = ArticleAuditor.withDefaults()
                .with(List.of(ConsistencyChecks.find("percent").orElseThrow()));
        AuditReport report = auditor.audit(Article.of("text", "t(28) = 2.20, p = .5 and 27/295 (9.9%)."));
        assertThat(report.outcomes()).extracting(CheckOutcome::checkId).containsExactly("percent");
    }

    @Test
    void one_bad_result_does_not_stop_the_rest() {
        AuditReport report =
                audit("r(50) = 1.35, p < .001; t(0) = 2.2, p = .5; F(1, 20) = 4.35, p = .05; 5/0 (3%); p = 7.");
        assertThat(report.outcomes())
                .extracting(CheckOutcome::checkId)
                .contains("p-from-statistic", "impossible-value");
    }
}
