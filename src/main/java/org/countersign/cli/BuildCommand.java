package org.countersign.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.countersign.diagnostics.Diagnostics;
import org.countersign.diagnostics.StudyException;
import org.countersign.pipeline.Project;
import org.countersign.pipeline.ReportBundle;
import org.countersign.pipeline.ReportFolder;
import org.countersign.pipeline.StudyPipeline;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes reports. */
@Command(
        name = "build",
        mixinStandardHelpOptions = true,
        description = {
            "Make the reports of studies: reads inputs/<study>/, computes, and replaces reports/<study>/ whole.",
            "A study whose inputs, templates and program have not changed is left alone.",
            ""
        })
final class BuildCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "STUDY",
            arity = "0..*",
            description = "Names in inputs/, or folders; all of inputs/ if none is given.")
    private List<String> studies = new ArrayList<>();

    @Option(names = "--force", description = "Build even if nothing has changed.")
    private boolean force;

    @Option(names = "--reports", paramLabel = "DIR", description = "Write below this folder instead of reports/.")
    private @Nullable Path reports;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() {
        CommandLine command = spec.commandLine();
        CountersignCommand root = CountersignCommand.of(command);
        Project project = reports == null ? root.project() : root.project().withReports(reports);
        StudyPipeline pipeline =
                new StudyPipeline(project.templates(), Optional.ofNullable(System.getenv("SOURCE_DATE_EPOCH")));
        boolean failed = false;
        for (Path folder : folders(project)) {
            try {
                build(command.getOut(), pipeline, project, folder, command);
            } catch (StudyException e) {
                Console.diagnostics(command, e.diagnostics());
                failed = true;
            }
        }
        return failed ? ExitCodes.INPUT : ExitCodes.OK;
    }

    private List<Path> folders(Project project) {
        return studies.isEmpty()
                ? project.studies()
                : studies.stream().map(project::study).toList();
    }

    private void build(PrintWriter out, StudyPipeline pipeline, Project project, Path folder, CommandLine command) {
        Diagnostics diagnostics = new Diagnostics();
        ReportBundle bundle = pipeline.run(folder, diagnostics);
        ReportFolder target =
                new ReportFolder(project.reports(), bundle.model().study().id());
        target.replace(bundle.files());
        Console.diagnostics(command, diagnostics.warnings());
        out.println(bundle.model().study().id() + ": " + target.path().resolve("report.html"));
    }
}
