package org.countersign.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import org.countersign.StudyFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplainCommandTest {

    @Test
    void aNumberOfAGroupIsToldWithTheRowsOfThatGroup() {
        Outcome outcome = Outcome.of("explain", "mentorship-burnout", "change.ee_change.intervention.median");
        assertThat(outcome.code()).isEqualTo(ExitCodes.OK);
        assertThat(outcome.out())
                .contains("all rows of students; Arm: Intervention")
                .contains("where arm = \"intervention\"")
                .contains("51 used, 0 left out")
                .contains("Derived   ee_change = ee_post - ee_pre")
                .contains("and 39 more; --rows 51 shows them all")
                .doesNotContain("Control\n");
    }

    @Test
    void theValuesShownGiveTheNumber() throws Exception {
        Outcome outcome = Outcome.of(
                "explain",
                "mentorship-burnout",
                "change.ee_change.intervention.median",
                "--format",
                "json",
                "--rows",
                "1000");
        JsonNode entry = new ObjectMapper().readTree(outcome.out());
        assertThat(entry.at("/rows/size").asInt()).isEqualTo(51);
        assertThat(entry.at("/rows/complete").asBoolean()).isTrue();
        double[] changes = new double[51];
        for (int i = 0; i < changes.length; i++) {
            JsonNode row = entry.at("/rows/first/" + i);
            changes[i] = row.get("ee_change").asDouble();
            assertThat(row.get("arm").asText()).isEqualTo("Intervention");
            assertThat(row.get("ee_post").asDouble() - row.get("ee_pre").asDouble())
                    .isEqualTo(changes[i]);
        }
        java.util.Arrays.sort(changes);
        assertThat(entry.get("value").asDouble()).isEqualTo(changes[25]);
        int counted = 0;
        for (JsonNode value : entry.at("/rows/values")) {
            counted += value.get("rows").asInt();
        }
        assertThat(counted).isEqualTo(51);
    }

    @Test
    void aStepOfTheFlowIsToldWithTheConditionsOfAllStepsBefore() {
        Outcome outcome = Outcome.of("explain", "streptomycin-1948", "flow.alive.control.count");
        assertThat(outcome.out())
                .contains("where (died = \"no\") and (arm = \"control\")")
                .contains("38 used");
    }

    @Test
    void theBeginningOfAKeyListsWhatIsBelow() {
        Outcome outcome = Outcome.of("explain", "sleep-1908", "drugs.gain", "--format", "json");
        assertThat(outcome.out().lines()).hasSizeGreaterThan(5).allMatch(l -> l.startsWith("{\"version\":"));
    }

    @Test
    void aWrongClaimOfTheStudyIsAWarning(@TempDir Path project) {
        StudyFixture study = StudyFixture.in(project)
                .edit(
                        "study.yaml",
                        "  - {text: \"46.5\", keys: [ages.t.median]}",
                        "  - {text: \"46.5\", keys: [ages.t.median]}\n  - {text: \"47\", keys: [ages.t.maen]}");
        Outcome outcome = Outcome.of("-C", project.toString(), "explain", "trial", "ages.t.median");
        assertThat(outcome.code()).isEqualTo(ExitCodes.OK);
        assertThat(outcome.out()).startsWith("ages.t.median = 46.5").contains("published 46.5: reproduced");
        assertThat(outcome.err())
                .contains(study.place("study.yaml", "ages.t.maen") + ": warning: the ledger has no key `ages.t.maen`")
                .contains("did you mean `ages.t.mean`?");
        assertThat(Outcome.of("-C", project.toString(), "verify", "trial").code())
                .isEqualTo(ExitCodes.INPUT);
    }

    @Test
    void aWrongKeyIsAnErrorWithTheNearest() {
        Outcome outcome = Outcome.of("explain", "sleep-1908", "drugs.gian.sd");
        assertThat(outcome.code()).isEqualTo(ExitCodes.INPUT);
        assertThat(outcome.err()).contains("did you mean `drugs.gain.sd`?");
    }
}
