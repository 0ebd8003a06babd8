package org.countersign.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UsageTest {

    @TempDir
    Path folder;

    @Test
    void choicesAreNamedAsTheHelpNamesThem() {
        Outcome outcome = Outcome.of("list", "methodes");
        assertThat(outcome.code()).isEqualTo(ExitCodes.INPUT);
        assertThat(outcome.err()).contains("expected one of methods, charts, tables, checks, styles, studies but was");
    }

    @Test
    void aProjectThatIsNotThereIsAnError() {
        Outcome outcome = Outcome.of("-C", folder.resolve("nowhere").toString(), "build");
        assertThat(outcome.code()).isEqualTo(ExitCodes.INPUT);
        assertThat(outcome.err()).contains("nowhere").contains("there is no such folder");
    }

    @Test
    void aProjectWithoutStudiesIsToldHowToBegin() {
        Outcome outcome = Outcome.of("-C", folder.toString(), "build");
        assertThat(outcome.out()).contains("`countersign new inputs/my-study`");
    }
}
