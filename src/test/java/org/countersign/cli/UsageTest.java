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

    @Test
    void everyCommandIsKnownByItsOwnNameAloneAndAmongTheOthers() {
        assertThat(CountersignCommand.reading().getSubcommands().keySet())
                .containsAll(CountersignCommand.COMMANDS.keySet())
                .contains("generate-completion")
                .hasSize(CountersignCommand.COMMANDS.size() + 1);
        CountersignCommand.COMMANDS
                .keySet()
                .forEach(name -> assertThat(CountersignCommand.reading(name).getSubcommands())
                        .containsOnlyKeys(name));
    }

    @Test
    void aMisspeltCommandIsToldTheOneThatIsMeant() {
        Outcome outcome = Outcome.of("buidl");
        assertThat(outcome.code()).isEqualTo(ExitCodes.INPUT);
        assertThat(outcome.err()).contains("Did you mean: countersign build?");
    }

    @Test
    void theOptionsOfAllCommandsStandInTheHelpOfEach() {
        assertThat(Outcome.of("verify", "--help").out()).contains("--project=DIR", "--stacktrace", "--published=FILE");
    }
}
