package org.countersign.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.countersign.StudyFixture;
import org.countersign.diagnostics.StudyException;
import org.countersign.pipeline.StudyPipeline;
import org.countersign.report.TemplateFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClaimVerifierTest {

    @TempDir
    private Path project;

    /** The verdicts on one claim of the invented study. */
    private List<Verdict> verdicts(String claim) {
        StudyFixture study = StudyFixture.in(project)
                .edit("study.yaml", "  - {text: \"46.5\", keys: [ages.t.median]}", "  - {" + claim + "}")
                .edit(
                        "study.yaml",
                        "tables:",
                        "  shares: {method: proportion, outcome: better, group: arm, parameters: {event: \"yes\"}}\n"
                                + "  kinds: {method: frequencies, outcome: better}\n"
                                + "  odds: {method: odds_ratio, outcome: better, group: arm, parameters: {event: \"yes\"}}\n"
                                + "  points: {method: risk_difference, outcome: better, group: arm, parameters: {event: \"no\"}}\n"
                                + "  constant: {method: wilcoxon_rank_sum, outcome: same, group: arm}\ntables:")
                .edit("study.yaml", "      older:", "      same: age - age\n      older:");
        return new StudyPipeline(TemplateFiles.in(Path.of("templates")), Optional.empty())
                .compute(study.study())
                .verdicts()
                .all();
    }

    private Verdict verdict(String claim) {
        List<Verdict> all = verdicts(claim);
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    /** Ages of the treatment group: 34, 45, 48, 61; mean 47, median 46.5, SD 11.1057 (n - 1) or 9.6177 (n). */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "46.5|ages.t.median|reproduced",
                "46|ages.t.median|reproduced",
                "47|ages.t.median|reproduced",
                "47.0|ages.t.mean|reproduced",
                "11.1|ages.t.sd|reproduced",
                "11|ages.t.sd|reproduced",
                "12|ages.t.sd|reproduced-by-rounding",
                "9.62|ages.t.sd|reproduced-by-convention",
                "9.63|ages.t.sd|differs",
                "75%|shares.t.estimate|reproduced",
                "0.75|shares.t.estimate|reproduced",
                "75|shares.t.estimate|reproduced",
                "76%|shares.t.estimate|differs",
                "four|ages.t.n|reproduced",
                "< 47|ages.t.median|reproduced",
                "> 47|ages.t.median|differs",
            })
    void numbers(String text, String key, String kind) {
        assertThat(verdict("text: '" + text + "', keys: [" + key + "]").kind().id())
                .isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "significant|ages.t.median|a p-value",
                "not-significant|shares.t.estimate|a p-value",
                "majority|ages.t.n|a proportion",
                "minority|ages.t.mean|a proportion",
                "increased|ages.t.n|a difference",
                "decreased|shares.t.estimate|a difference",
                "decreased-by|ages.t.n|a difference",
                "decreased-by|odds.estimate|a difference, a change or a coefficient",
            })
    void wordsThatCannotBeSaidOfANumberAreAnError(String says, String key, String needs) {
        assertThatThrownBy(() -> verdicts("text: words on 3, says: " + says + ", keys: [" + key + "]"))
                .isInstanceOfSatisfying(
                        StudyException.class,
                        e -> assertThat(e.diagnostics()).singleElement().satisfies(d -> {
                            assertThat(d.code()).isEqualTo("claim-kind");
                            assertThat(d.message()).contains(needs).contains(key);
                            assertThat(d.location().line()).isPositive();
                        }));
    }

    @Test
    void aRatioBelowOneHasDecreased() {
        assertThat(verdict("text: less often, says: decreased, keys: [odds.estimate]")
                        .explanation())
                .contains("one");
    }

    /** The difference of the scores is -3.25, that of the proportions -50 percentage points, the mean age 47. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "fell by 3.25|scores.estimate|reproduced",
                "fell by 3.3|scores.estimate|reproduced",
                "fell by 3|scores.estimate|reproduced",
                "fell by 4|scores.estimate|reproduced-by-rounding",
                "fell by 5|scores.estimate|differs",
                "fell by three|scores.estimate|reproduced",
                "fell by \u22123.25|scores.estimate|differs",
                "fell by > 3|scores.estimate|reproduced",
                "fell by < 3|scores.estimate|differs",
                "reduced by 50%|points.estimate|reproduced",
                "reduced by 51%|points.estimate|differs",
                "fell by 47|ages.t.mean|differs",
                "fell by < 50|ages.t.mean|differs",
            })
    void sizesOfFalls(String text, String key, String kind) {
        assertThat(verdict("text: '" + text + "', says: decreased-by, keys: [" + key + "]")
                        .kind()
                        .id())
                .isEqualTo(kind);
    }

    @Test
    void aRiseIsNoFall() {
        Verdict fall = verdict("text: 'fell by 3.25', says: decreased-by, keys: [scores.estimate]");
        assertThat(fall.published()).isEqualTo("a fall of 3.25");
        assertThat(fall.explanation()).endsWith(" is \u22123.25, a fall of 3.25");
        Verdict rise = verdict("text: 'fell by 47', says: decreased-by, keys: [ages.t.mean]");
        assertThat(rise.flips()).isEqualTo(Verdict.Flips.DIRECTION);
        assertThat(rise.explanation())
                .contains(" is 47, a rise, 94 units of the last published place away; the direction turns around");
    }

    @Test
    void theIntervalOfAFallHasItsLimitsTheOtherWayRound() {
        assertThat(verdicts(
                        "text: 'fell by 3.25 (95% CI 0.5 to 6.0)', says: decreased-by, keys: [scores.estimate, scores.ci.upper,"
                                + " scores.ci.lower]"))
                .extracting(v -> v.kind().id())
                .startsWith("reproduced")
                .hasSize(3);
    }

    @Test
    void conventionsAreNamedAndCounted() {
        Verdict sd = verdict("text: '9.62', keys: [ages.t.sd]");
        assertThat(sd.by().orElseThrow()).isNotBlank();
        assertThat(sd.conventionsTried()).isPositive();
        assertThat(sd.explanation()).contains("11.105").contains("tried");
    }

    @Test
    void roundingIsNamed() {
        assertThat(verdict("text: '12', keys: [ages.t.sd]").by()).contains("upwards");
    }

    @Test
    void differencesAreInUnitsOfTheLastPlace() {
        Verdict sd = verdict("text: '11.5', keys: [ages.t.sd]");
        assertThat(sd.kind()).isEqualTo(Verdict.Kind.DIFFERS);
        assertThat(sd.unitsOff().orElseThrow()).isEqualTo("-3.9");
        assertThat(sd.explanation()).contains("3.9 units").doesNotContain("turns around");
    }

    @Test
    void significanceAndDirectionFlip() {
        assertThat(verdict("text: 'P = .001', keys: [scores.p]").flips()).isEqualTo(Verdict.Flips.SIGNIFICANCE);
        assertThat(verdict("text: '+3.1', keys: [scores.estimate]").flips()).isEqualTo(Verdict.Flips.DIRECTION);
        assertThat(verdict("text: 'RR 0.5', keys: [recovery.estimate]").flips()).isEqualTo(Verdict.Flips.DIRECTION);
    }

    @Test
    void theLevelOfAnIntervalClaimsNoNumberOfTheData() {
        assertThat(verdicts("text: '46.5 (95% CI 34 to 61)', keys: [ages.t.median, ages.t.min, ages.t.max]"))
                .extracting(v -> v.kind().id())
                .containsExactly("reproduced", "reproduced", "reproduced");
    }

    @Test
    void severalNumbersEachGetAVerdict() {
        assertThat(verdicts("text: '46.5 (34 to 62)', keys: [ages.t.median, ages.t.min, ages.t.max]"))
                .extracting(v -> v.kind().id())
                .containsExactly("reproduced", "reproduced", "differs");
        assertThat(verdicts("text: '4 in each arm', keys: [[ages.t.n, ages.c.n]]"))
                .hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({
        "decreased, scores.estimate, reproduced",
        "increased, scores.estimate, differs",
        "significant, scores.p, differs",
        "not-significant, scores.p, reproduced",
        "majority, shares.t.estimate, reproduced",
        "minority, shares.t.estimate, differs",
        "minority, shares.c.estimate, reproduced",
    })
    void words(String says, String key, String kind) {
        assertThat(verdict("text: words, says: " + says + ", keys: [" + key + "]")
                        .kind()
                        .id())
                .isEqualTo(kind);
    }

    @Test
    void names() {
        assertThat(verdict("text: answers, says: names, values: ['Yes', 'No'], keys: [kinds]")
                        .kind())
                .isEqualTo(Verdict.Kind.REPRODUCED);
        Verdict other = verdict("text: answers, says: names, values: ['Yes', 'Maybe'], keys: [kinds]");
        assertThat(other.kind()).isEqualTo(Verdict.Kind.DIFFERS);
        assertThat(other.explanation()).contains("published only: Maybe").contains("in the data only: no");
        assertThat(other.computed()).isEqualTo("no, yes");
    }

    @Test
    void whatIsNotComputedIsNotJudged() {
        Verdict verdict = verdict("text: 'P = .04', keys: [constant.p]");
        assertThat(verdict.kind()).isEqualTo(Verdict.Kind.NOT_COMPUTABLE);
        assertThat(verdict.explanation()).isNotBlank();
    }

    @Test
    void missingKeysAreAllTold() {
        assertThatThrownBy(() -> verdicts("text: '1 and 2', keys: [ages.t.mediann, ages.t.meann]"))
                .hasMessageContaining("did you mean `ages.t.median`?")
                .hasMessageContaining("did you mean `ages.t.mean`?");
    }
}
