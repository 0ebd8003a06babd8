package org.countersign.audit.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.countersign.audit.text.Article;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResultExtractorTest {

    private static List<ReportedResult> read(String text) {
        return ResultExtractor.extract(Article.of("test", text)).results();
    }

    private static String describe(ReportedResult result) {
        return result.type()
                + result.values().stream()
                        .map(value -> " " + value.name() + "=" + value.text())
                        .collect(Collectors.joining());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '@', textBlock = """
            It differed, t(28) = 2.20, p = .036.              @ test-statistic test=t df1=28 statistic=2.20 p=p = .036
            It differed (t(28)=-2.20,p=.036).                 @ test-statistic test=t df1=28 statistic=-2.20 p=p=.036
            T [28] = 2.20; P < 0.05                           @ test-statistic test=t df1=28 statistic=2.20 p=P < 0.05
            t = 2.1, df = 28, P = .04                         @ test-statistic test=t df1=28 statistic=2.1 p=P = .04
            t28 = 2.20, p = .036                              @ test-statistic test=t df1=28 statistic=2.20 p=p = .036
            F2,57 = 3.20, p = .048                            @ test-statistic test=F df1=2 df2=57 statistic=3.20 p=p = .048
            F(2, 57) = 3.20, MSE = 1.2, η2 = .05, p = .048    @ test-statistic test=F df1=2 df2=57 statistic=3.20 p=p = .048
            F(2,157)=3.20, p=.048 for the main effect         @ test-statistic test=F df1=2 df2=157 statistic=3.20 p=p=.048
            F(1, 20) < 1, ns                                  @ test-statistic test=F df1=1 df2=20 statistic=< 1 p=ns
            χ2(1, N = 1,234) = 3.84, p = .05                  @ test-statistic test=chi2 df1=1 n=1,234 statistic=3.84 p=p = .05
            chi-square (2) = 3.84, p = .15                    @ test-statistic test=chi2 df1=2 statistic=3.84 p=p = .15
            2(1, N = 90) = 6.63, p = .01                      @ test-statistic test=chi2 df1=1 n=90 statistic=6.63 p=p = .01
            r(48) = .35, p = .013                             @ test-statistic test=r df1=48 statistic=.35 p=p = .013
            Q(3) = 12.1, p = .007                             @ test-statistic test=Q df1=3 statistic=12.1 p=p = .007
            z = 1.96, p = .05                                 @ test-statistic test=z statistic=1.96 p=p = .05
            t(20) = −2.1, p = ns                              @ test-statistic test=t df1=20 statistic=−2.1 p=p = ns
            t(28) = 2.20 (p = .036)                           @ test-statistic test=t df1=28 statistic=2.20 p=p = .036
            RR 0.54 (95% CI 0.39-0.74), p<0.001               @ estimate-with-interval measure=risk-ratio estimate=0.54 lower=0.39 upper=0.74 level=95 p=p<0.001
            HR 0.80; 95% CI, 0.68 to 0.95                     @ estimate-with-interval measure=hazard-ratio estimate=0.80 lower=0.68 upper=0.95 level=95
            mean difference = -0.2 [-0.5 to 0.2], p = 0.4     @ estimate-with-interval measure=mean-difference estimate=-0.2 lower=-0.5 upper=0.2 level=95 p=p = 0.4
            mean difference −0.2 (90%CI: −0.5–0.2)            @ estimate-with-interval measure=mean-difference estimate=−0.2 lower=−0.5 upper=0.2 level=90
            (aOR 1·8; 95%CI 1·2–2·7; p≤0·004)                 @ estimate-with-interval measure=odds-ratio estimate=1·8 lower=1·2 upper=2·7 level=95 p=p≤0·004
            OR (95% CI): 1.5 (1.2-1.9)                        @ estimate-with-interval measure=odds-ratio estimate=1.5 lower=1.2 upper=1.9 level=95
            fell by 2.3 kg (95% confidence interval, 1.1 to 3.5) @ estimate-with-interval measure=other estimate=2.3 lower=1.1 upper=3.5 level=95
            difference, -3.1 (P=0.02; 95% CI -5.8, -0.4)      @ estimate-with-interval measure=difference estimate=-3.1 lower=-5.8 upper=-0.4 level=95
            27/295 (9.2%)                                     @ proportion count=27 total=295 percent=9.2%
            27 of 295 patients (9.2%) relapsed                @ proportion count=27 total=295 percent=9.2%
            27 out of the 295 (9.2 %) relapsed                @ proportion count=27 total=295 percent=9.2 %
            27 (9.2%) of 295                                  @ proportion count=27 total=295 percent=9.2%
            9.2% (27/295)                                     @ proportion count=27 total=295 percent=9.2%
            9.2% [27 of 295]                                  @ proportion count=27 total=295 percent=9.2%
            (39/48)                                           @ proportion count=39 total=48
            49.1 ± 15.2                                       @ mean mean=49.1 spread=15.2
            mean ± SD 49.1 ± 15.2                             @ mean mean=49.1 sd=15.2
            49.1 +/- 15.2 (SEM)                               @ mean mean=49.1 se=15.2
            M = 3.45, SD = 1.20, n = 25                       @ mean mean=3.45 sd=1.20 n=25
            (n = 30, M = 5.2, SD = 1.1)                       @ mean mean=5.2 sd=1.1 n=30
            mean (SD) age 49.1 (15.2) years                   @ mean mean=49.1 sd=15.2
            mean age 49.1 years (SD 15.2; range 18-87)        @ mean mean=49.1 sd=15.2 minimum=18 maximum=87
            median 5 (IQR 3-8)                                @ median median=5 q1=3 q3=8
            median of 5 (interquartile range, 3 to 8)         @ median median=5 q1=3 q3=8
            median [range] age was 61 [18 to 87]              @ median median=61 minimum=18 maximum=87
            135 students (intervention = 51; control = 84)    @ groups total=135 part=51 part=84
            135 students (51 intervention, 84 control)        @ groups total=135 part=51 part=84
            135 students (51 [38%] intervention and 84 [62%] control) @ groups total=135 part=51 part=84
            P = .04                                           @ p-value p=P = .04
            p = 5.8 × 10−48                                   @ p-value p=p = 5.8 × 10−48
            p = 5∙10−8                                        @ p-value p=p = 5∙10−8
            p = 1.5·10-7                                      @ p-value p=p = 1.5·10-7
            p = 3⋅10⁻⁴                                        @ p-value p=p = 3⋅10⁻⁴
            HR 1·10 (95% CI 1·10–1·20)                        @ estimate-with-interval measure=hazard-ratio estimate=1·10 lower=1·10 upper=1·20 level=95
            p = 0·10                                          @ p-value p=p = 0·10
            Cronbach's alpha = 0.87                           @ coefficient name=alpha value=0.87
            """)
    void reads(String text, String expected) {
        assertThat(read(text).stream().map(ResultExtractorTest::describe)).containsExactly(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The 4-week course in March 12-30, 2020, had 140/90 mm Hg as limit and COVID-19 as theme.",
                "See Figure 2 (p. 14), Table 3, and references 12-15 of [16, 17].",
                "IL-6 rose to 12 pg/mL; P for trend = 0.03; P for interaction < 0.001.",
                "Version 1.2.3 ran on 5 nodes (64 GB, 2.4 GHz).",
                "An r of 5 mm was cut, F = 3 N, T = 37.5 at 8:30 am.",
                "alpha = 0.05 was chosen, with a power of 80% and 95% confidence intervals throughout.",
                "The dose was 5-10 mg (2 to 3 times daily)."
            })
    void leaves_other_numbers_alone(String text) {
        assertThat(read(text)).isEmpty();
    }

    @Test
    void reads_across_line_ends_and_divided_words() {
        List<ReportedResult> results =
                read("The interven-\ntion lowered risk (RR 0.54, 95% confi-\ndence interval 0.39-\n0.74;\np<0.001).");
        assertThat(results).hasSize(1);
        assertThat(results.get(0).excerpt().place()).hasToString("line 2, column 20");
        assertThat(results.get(0).excerpt().text()).isEqualTo("RR 0.54, 95% confidence interval 0.39-\n0.74;\np<0.001");
    }

    @Test
    void reads_lists_with_their_subjects() {
        List<ReportedResult> results = read(
                "Trainees showed lower AB and CD and higher EF scores, medians of -2 (-4 to 4),"
                        + " -1 (-3 to 2), and 1 (-1 to 4), respectively. Median (IQR) pain was 12 (8-15) in the drug arm vs 14 (10-18) with placebo.");
        assertThat(results).hasSize(5);
        assertThat(results.subList(0, 3))
                .extracting(result -> ((MedianReport) result).subject().orElse(""))
                .containsExactly("AB", "CD", "EF");
        assertThat(((MedianReport) results.get(4)).upper().text()).isEqualTo("18");
    }

    @Test
    void totals_are_found_in_the_sentence_or_the_one_before() {
        SplitReport same =
                (SplitReport) read("In all 240 patients were randomly assigned to drug (n = 120) or placebo (n = 120).")
                        .get(0);
        assertThat(same.total().orElseThrow().text()).isEqualTo("240");
        assertThat(same.excerpt().text()).isEqualTo("drug (n = 120) or placebo (n = 120)");
        SplitReport before = (SplitReport)
                read("We enrolled 135 adults. There were 51 in the treatment group and 84 in the control group.")
                        .get(0);
        assertThat(before.total().orElseThrow().text()).isEqualTo("135");
        assertThat(before.totalBinding()).isEqualTo(SplitReport.TotalBinding.NEIGHBOUR);
    }

    @Test
    void table_cells_take_their_total_from_the_heading() {
        List<ReportedResult> results =
                read("Outcome\tDrug (n = 295)\tPlacebo (n = 307)\n\nRelapse\t27 (9.2%)\t52 (16.9%)\n\nText again.");
        assertThat(results.stream().map(ResultExtractorTest::describe))
                .containsExactly(
                        "proportion count=27 total=295 percent=9.2%", "proportion count=52 total=307 percent=16.9%");
    }

    @Test
    void tables_hold_shares_without_a_sign_and_intervals_with_their_p() {
        String table = "Factor\tDrug (n = 295)\tPlacebo (n = 307)\n\nSex, n (%)\t\t\n\nFemale\t27 (9.2)\t52 (16.9)\n\n"
                + "Age, mean (SD)\t49 (15)\t50 (14)\n\nEnd of it.\n\n"
                + "Factor\tCrude OR (95% CI)\tP value\tAdjusted OR (95% CI)\tP\n\n"
                + "Age\t1.3 (1.0\u20131.7)\t0.06\t1.2 (0.9, 1.5)\t< 0.33\n\nSex\t1\t\u2013\t1\t\u2013\n\n";
        assertThat(read(table).stream().map(ResultExtractorTest::describe))
                .containsExactly(
                        "proportion count=27 total=295 percent=9.2",
                        "proportion count=52 total=307 percent=16.9",
                        "estimate-with-interval measure=odds-ratio estimate=1.3 lower=1.0 upper=1.7 level=95 p=P 0.06",
                        "estimate-with-interval measure=odds-ratio estimate=1.2 lower=0.9 upper=1.5 level=95 p=P < 0.33");
    }

    @Test
    void two_rows_of_headings_are_read_together() {
        String table = """
                Outcome\tArm\t\tRR (95% CI)\tP

                \tDrug (n = 295)\tPlacebo (n = 307)\t\t

                Relapse\t27 (9.2%)\t52 (16.9%)\t0.54 (0.35-0.84)\t.005

                """;
        assertThat(read(table).stream().map(ResultExtractorTest::describe))
                .containsExactly(
                        "proportion count=27 total=295 percent=9.2%",
                        "proportion count=52 total=307 percent=16.9%",
                        "estimate-with-interval measure=risk-ratio estimate=0.54 lower=0.35 upper=0.84 level=95 p=P .005");
        assertThat(
                        read(
                                table
                                        + "Outcome\tDrug (n = 20)\tPlacebo (n = 20)\t\t\n\nRelapse\t2 (10%)\t5 (25%)\t0.40 (0.09-1.83)\t.2\n\n"))
                .hasSize(5);
    }

    @Test
    void lists_of_intervals_inherit_measure_and_level() {
        assertThat(
                        read("Odds ratios were 1.3 (90% CI 1.0-1.7), 1.7 (1.3-2.4; P = .003), and 2.0 (1.5\u20132.6).")
                                .stream()
                                .map(ResultExtractorTest::describe))
                .containsExactly(
                        "estimate-with-interval measure=odds-ratio estimate=1.3 lower=1.0 upper=1.7 level=90",
                        "estimate-with-interval measure=odds-ratio estimate=1.7 lower=1.3 upper=2.4 level=90 p=P = .003",
                        "estimate-with-interval measure=odds-ratio estimate=2.0 lower=1.5 upper=2.6 level=90");
        assertThat(read("HR 0.80 (95% CI, 0.68 to 0.95) vs 0.91 (0.70 to 1.18)").stream()
                        .map(ResultExtractorTest::describe))
                .contains("estimate-with-interval measure=hazard-ratio estimate=0.91 lower=0.70 upper=1.18 level=95");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "OR 1.3 (95% CI 1.0-1.7), 45 (40-50) of them.",
                "OR 1.3 (95% CI 1.0-1.7), 1.7 (1.9-2.4).",
                "OR 1.3 (95% CI 1.0-1.7), with 1.7 (1.3-2.4) hours.",
                "OR 1.3 (95% CI 1.0-1.7), mean 1.7 (1.3-2.4).",
                "OR 1.3 (95% CI 1.0-1.7). 1.7 (1.3-2.4).",
                "OR 1.3 (95% CI 1.0-1.7), -0.3 (-0.9-2.4).",
            })
    void brackets_behind_an_interval_are_not_all_intervals(String text) {
        assertThat(read(text)).filteredOn(r -> r instanceof IntervalReport).hasSize(1);
    }

    @Test
    void one_sided_alternatives_are_heeded_where_they_are_stated() {
        assertThat(cues("We found t(28) = 1.71, p = .049 (alternative: greater).")
                        .get(0))
                .contains(Cue.ONE_TAILED);
        assertThat(cues("All tests were one-sided. We found t(28) = 1.71, p = .049.")
                        .get(1))
                .contains(Cue.ONE_TAILED);
        assertThat(cues("All tests were two-sided, none one-sided. We found t(28) = 1.71, p = .049.")
                        .get(1))
                .isEmpty();
        assertThat(cues("One test was one-sided. We found t(28) = 1.71, p = .049.")
                        .get(1))
                .isEmpty();
    }

    private static List<java.util.Set<Cue>> cues(String text) {
        return ResultExtractor.extract(Article.of("test", text)).sentences().stream()
                .map(Sentence::cues)
                .toList();
    }

    @Test
    void the_words_of_a_sentence_are_its_cues() {
        List<Sentence> sentences = ResultExtractor.extract(
                        Article.of(
                                "test",
                                "A one-tailed test gave 3. After adjusting for age, vs. Bonferroni-corrected, it fell by 2. None."))
                .sentences();
        assertThat(sentences.get(0).cues()).containsExactly(Cue.ONE_TAILED);
        assertThat(sentences.get(1).cues()).contains(Cue.MULTIPLICITY, Cue.ADJUSTED);
    }

    @Test
    void counts_the_numbers_seen_and_understood() {
        ArticleResults results = ResultExtractor.extract(Article.of("test", "In 2019, t(28) = 2.20, p = .036."));
        assertThat(results.numbersSeen()).isEqualTo(4);
        assertThat(results.numbersUnderstood()).isEqualTo(3);
    }

    /** A megabyte of what makes pattern matching slow; the bound is generous, a quadratic reader needs hours. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "(",
                "9",
                "9,999",
                "-",
                "1 ",
                "1.",
                "95% CI ",
                "median ",
                "median 1 (",
                "t(",
                "F(1,",
                "p = ",
                "((p<.05",
                "EE (mean difference = 1 [",
                "1 of ",
                "1/",
                "n = ",
                "(n = 1) ",
                "\t1 (2%)",
                "x",
                "a-",
                "1 ± ",
                "M = 1, SD = ",
                "RR ",
                "control (n = 5) ",
                "5 in the control group ",
                "12 (3 to ",
                ".5",
                "= ",
                "e1",
                "1e",
                "1 x 10^",
                "\u00b7",
                "1 (1 (",
                "t(1) = 1, p = .5; ",
                "5 of 9 (55%) and ",
                "mean difference 1 [0 to 2], p = .05, ",
                "1.3 (95% CI 1.0-1.7), 1.7 (1.3-2.4), ",
                "significant ",
                "not significant 1 ",
                "no significantly, ",
                "significant p ",
                "significant and (",
                "not ",
                "alternative ",
                "all tests one-sided. ",
                "p considered significant at 0.01 alpha. No significant x (p = 0.03). ",
                "significant (1 ",
                "1.7 (1.3-2.4), ",
                "5\u00b710-",
                "Of 9 x, 1 (5%) ",
                "x (n = 9)\tx\n\n",
                "a\tb (n = 9)\n\n1\t2 (22%)\n\n"
            })
    void hostile_text_takes_linear_time(String unit) {
        String text = "randomly assigned " + unit.repeat(1_000_000 / unit.length());
        assertThatCode(() -> org.junit.jupiter.api.Assertions.assertTimeoutPreemptively(
                        Duration.ofSeconds(20),
                        () -> org.countersign.audit.ArticleAuditor.withDefaults()
                                .audit(Article.of("hostile", text))))
                .doesNotThrowAnyException();
    }
}
