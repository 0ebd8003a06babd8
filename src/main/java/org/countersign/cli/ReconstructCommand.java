package org.countersign.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.countersign.diagnostics.Progress;
import org.countersign.pipeline.Project;
import org.countersign.pipeline.Styles;
import org.countersign.reconstruct.Reconstruction;
import org.countersign.study.ReconstructionLoader;
import org.countersign.study.StudyDefinition;
import org.countersign.study.StudyLoader;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes synthetic records that agree with published figures. */
@Command(
        name = "reconstruct",
        mixinStandardHelpOptions = true,
        description = {
            "Make synthetic records that agree with every claim of a study, by a seeded search planned in reconstruction.yaml.",
            "Writes the study's data files only if every target is met; the same seed gives the same files.",
            ""
        })
final class ReconstructCommand implements Callable<Integer> {

    @Parameters(paramLabel = "STUDY", description = "Name in inputs/, or a folder.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String study;

    @Option(names = "--dry-run", description = "Search and report, but write nothing.")
    private boolean dryRun;

    @Mixin(name = CommonOptions.NAME)
    private CommonOptions common = new CommonOptions();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() {
        CommandLine command = spec.commandLine();
        CountersignCommand root = CountersignCommand.of(command);
        Project project = root.project();
        Path folder = project.study(study);
        StudyDefinition definition = StudyLoader.load(folder);
        PrintWriter out = command.getOut();
        Progress progress = ProgressLine.on(command);
        Reconstruction.Result result = Reconstruction.run(
                definition,
                ReconstructionLoader.load(folder),
                Styles.load(definition.style(), project.templates()),
                (dataset, step, steps, loss, unmet) -> progress.at(
                        dataset + ", step " + step + ", " + unmet + (unmet == 1 ? " target" : " targets") + " unmet",
                        step,
                        steps));
        ProgressLine.end(progress);
        for (Reconstruction.Outcome outcome : result.outcomes()) {
            out.printf(
                    "%-8s %s = %s, wanted %s%s%n",
                    outcome.isMet() ? "met" : "NOT MET",
                    outcome.key(),
                    outcome.reached(),
                    outcome.wanted(),
                    outcome.isMet() ? "" : String.format(Locale.ROOT, "; %.2f units away", outcome.distance()));
        }
        result.steps().forEach((dataset, steps) -> out.printf("%s: %d steps%n", dataset, steps));
        if (!result.isComplete()) {
            out.println(
                    "Nothing was written: not every target is met. More steps, more columns to move, or claims that cannot"
                            + " all be true.");
            return ExitCodes.DIFFERS;
        }
        if (!dryRun) {
            result.files().forEach((file, text) -> write(folder.resolve(file), text));
            out.println("Written: " + String.join(", ", result.files().keySet()));
        }
        return ExitCodes.OK;
    }

    private static void write(Path path, String text) {
        try {
            Path parent = path.getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            Files.writeString(path, text);
        } catch (IOException e) {
            throw new UncheckedIOException(path + " cannot be written", e);
        }
    }
}
