package org.countersign.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.countersign.pipeline.NewStudy;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Starts a study. */
@Command(
        name = "new",
        mixinStandardHelpOptions = true,
        description = {
            "Make a small working study that builds at once: an invented example, or a draft for a data file of yours.",
            ""
        },
        footer = {"", "  countersign new inputs/my-study --from measurements.csv", "  countersign build my-study"})
final class NewCommand implements Callable<Integer> {

    @Parameters(paramLabel = "DIR", description = "Folder to make; below inputs/ it is built with the others.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path folder;

    @Option(names = "--from", paramLabel = "FILE", description = "A .csv, .tsv or .xlsx file to start from.")
    private @Nullable Path data;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() {
        NewStudy.make(folder, Optional.ofNullable(data));
        spec.commandLine().getOut().println("Made " + folder + ". Next: countersign build " + folder);
        return ExitCodes.OK;
    }
}
