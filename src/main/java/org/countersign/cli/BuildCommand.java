package org.countersign.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.countersign.diagnostics.Diagnostics;
import org.countersign.diagnostics.Progress;
import org.countersign.diagnostics.StudyException;
import org.countersign.pipeline.BuildJson;
import org.countersign.pipeline.Project;
import org.countersign.pipeline.ReportBuilder;
import org.countersign.pipeline.StudyPipeline;
import org.countersign.verify.Verdict;
import org.countersign.verify.Verdicts;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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
            "Tells which published numbers do not hold and which numbers changed since the last report; ends with 0 all the",
            "same, since `verify` is the command that judges.",
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

    @Mixin(name = CommonOptions.NAME)
    private CommonOptions common = new CommonOptions();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() {
        CommandLine command = spec.commandLine();
        Project own = CountersignCommand.of(command).project();
        Project project = reports == null ? own : own.withReports(reports);
        Progress progress = ProgressLine.on(command);
        StudyPipeline pipeline = new StudyPipeline(
                        project.templates(), Optional.ofNullable(System.getenv("SOURCE_DATE_EPOCH")))
                .with(progress);
        ReportBuilder builder = new ReportBuilder(project, pipeline);
        boolean failed = false;
        List<Path> folders = folders(project);
        boolean json = CommonOptions.format(command) == OutputFormat.JSON;
        if (folders.isEmpty() && !json) {
            command.getOut()
                    .println("There is no study in " + project.inputs()
                            + "; `countersign new inputs/my-study` makes one.");
        }
        for (Path folder : folders) {
            Diagnostics diagnostics = new Diagnostics();
            try {
                ReportBuilder.Outcome outcome = builder.build(
                        folder, force ? ReportBuilder.When.ALWAYS : ReportBuilder.When.CHANGED, diagnostics);
                ProgressLine.end(progress);
                Console.diagnostics(command, diagnostics.warnings());
                if (json) {
                    command.getOut().println(BuildJson.write(outcome));
                } else {
                    tell(command.getOut(), outcome);
                }
            } catch (StudyException e) {
                ProgressLine.end(progress);
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

    private void tell(PrintWriter out, ReportBuilder.Outcome outcome) {
        if (outcome.bundle().isEmpty()) {
            if (!CommonOptions.quiet(spec.commandLine())) {
                out.println(outcome.folder().getFileName() + ": unchanged, " + outcome.page());
            }
            return;
        }
        Verdicts verdicts = outcome.bundle().get().model().verdicts();
        if (!CommonOptions.quiet(spec.commandLine())) {
            out.println(outcome.folder().getFileName() + ": " + outcome.page() + ", "
                    + outcome.bundle().get().model().ledger().size() + " numbers" + claims(verdicts));
        }
        for (Verdict verdict : verdicts.remarkable()) {
            out.println("  published " + verdict.published() + " ("
                    + verdict.claim().id() + ") " + verdict.kind().label() + ": " + verdict.explanation());
        }
        outcome.changes()
                .filter(c -> !CommonOptions.quiet(spec.commandLine()))
                .ifPresent(c -> ChangesText.print(out, "since the last report", c));
    }

    private static String claims(Verdicts verdicts) {
        if (verdicts.all().isEmpty()) {
            return "";
        }
        List<String> parts = new ArrayList<>();
        verdicts.counts().forEach((kind, count) -> parts.add(0, count + " " + kind.label()));
        return "; claims: " + String.join(", ", parts);
    }
}
