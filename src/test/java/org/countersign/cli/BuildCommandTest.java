package org.countersign.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.countersign.StudyFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a build tells a program. */
class BuildCommandTest {

    @TempDir
    private Path project;

    private StudyFixture study;

    @BeforeEach
    void fixture() {
        study = StudyFixture.in(project)
                .edit("study.yaml", "text: \"46.5\"", "id: median, text: \"46.5\"")
                .manuscript("Their median age was ${ages.t.median} years.\n");
    }

    private JsonNode built() throws IOException {
        Outcome outcome = Outcome.ofBuild(project);
        assertThat(outcome.code()).isZero();
        assertThat(outcome.out().lines()).hasSize(1);
        JsonNode object = new ObjectMapper().readTree(outcome.out());
        String documentation = Files.readString(Path.of("docs/build-json.md"));
        object.fieldNames().forEachRemaining(name -> assertThat(documentation).contains("`" + name + "`"));
        object.path("changes")
                .fieldNames()
                .forEachRemaining(name -> assertThat(documentation).contains("`" + name + "`"));
        return object;
    }

    @Test
    void jsonTellsWhatWasBuilt() throws IOException {
        JsonNode object = built();
        assertThat(object.path("version").asInt()).isEqualTo(1);
        assertThat(object.path("study").asText()).isEqualTo("trial");
        assertThat(object.path("state").asText()).isEqualTo("built");
        assertThat(Path.of(object.path("report").asText())).isRegularFile();
        assertThat(object.path("numbers").asInt()).isPositive();
        assertThat(object.path("counts").toString()).isEqualTo("{\"reproduced\":1}");
        assertThat(object.path("verdicts")).isEmpty();
        assertThat(object.has("changes")).isFalse();
    }

    @Test
    void jsonTellsThatNothingHadToBeBuilt() throws IOException {
        built();
        JsonNode again = built();
        assertThat(again.path("state").asText()).isEqualTo("unchanged");
        assertThat(again.has("numbers")).isFalse();
    }

    @Test
    void jsonTellsWhatChangedAndWhatDoesNotHold() throws IOException {
        built();
        study.edit(StudyFixture.DATA, "P2,t,45", "P2,t,43");
        JsonNode object = built();
        assertThat(object.path("counts").toString()).isEqualTo("{\"differs\":1}");
        assertThat(object.at("/verdicts/0/claim").asText()).isEqualTo("median");
        assertThat(object.at("/changes/entries"))
                .anySatisfy(c -> assertThat(c.toString())
                        .isEqualTo("{\"key\":\"ages.t.median\",\"before\":\"46.5\",\"after\":\"45.5\","
                                + "\"cause\":\"data\"}"));
        assertThat(object.at("/changes/sentences/0/text").asText()).isEqualTo("Their median age was 45.5 years.");
        assertThat(object.at("/changes/sentences/0/keys/0").asText()).isEqualTo("ages.t.median");
    }

    @Test
    void aStudyWithErrorsHasItsMessagesOnly() {
        study.edit("study.yaml", "[ages.t.median]", "[ages.t.medain]");
        Outcome outcome = Outcome.ofBuild(project);
        assertThat(outcome.code()).isEqualTo(ExitCodes.INPUT);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.errors())
                .singleElement()
                .satisfies(e -> assertThat(e.code()).isEqualTo("unknown-ledger-key"));
    }

    @Test
    void aProjectWithoutStudiesHasNoLine() throws IOException {
        Path empty = Files.createDirectories(project.resolve("empty"));
        assertThat(Outcome.ofBuild(empty).out()).isEmpty();
    }
}
