package org.countersign.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.countersign.audit.text.ArticleReaders;
import org.countersign.audit.text.UnreadableArticleException;
import org.countersign.diagnostics.Diagnostic;
import org.countersign.diagnostics.Progress;
import org.countersign.diagnostics.SourceLocation;
import org.countersign.diagnostics.StudyException;
import org.countersign.pipeline.Project;
import org.countersign.pipeline.StudyPipeline;
import org.countersign.pipeline.Versions;
import org.countersign.report.ReportModel;
import org.countersign.report.data.Changes;
import org.countersign.report.data.PreviousResults;
import org.countersign.report.data.ResultsJson;
import org.countersign.report.data.VerificationFiles;
import org.countersign.verify.PublishedCoverage;
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

/** Compares published numbers with the data. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = {
            "Compare the published claims of studies with their data, number by number, worst first.",
            "Verdicts: reproduced, reproduced by rounding (a rarer rule, named), reproduced by convention (a rival, named),",
            "differs (by how many units of the last place), not computable (why).",
            ""
        })
final class VerifyCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "STUDY",
            arity = "0..*",
            description = "Names in inputs/, or folders; all of inputs/ if none is given.")
    private List<String> studies = new ArrayList<>();

    @Option(
            names = "--fail-on",
            split = ",",
            paramLabel = "VERDICT",
            description = "Exit with 3 when one of these verdicts occurs (default: differs).")
    private List<String> failOn = new ArrayList<>(List.of("differs"));

    @Option(
            names = "--output",
            paramLabel = "DIR",
            description =
                    "Also write verification.json, verification.xml (JUnit) and verification.sarif below this folder.")
    private @Nullable Path output;

    @Option(
            names = "--against",
            paramLabel = "FILE",
            description =
                    "An earlier results.json of the study: tell which numbers changed, why, and in which sentences.")
    private @Nullable Path against;

    @Option(
            names = "--published",
            paramLabel = "FILE",
            description =
                    "The paper (text, Markdown, HTML, JATS XML, DOCX, PDF): list every number in it that no claim and no"
                            + " constant accounts for.")
    private @Nullable Path published;

    @Mixin(name = CommonOptions.NAME)
    private CommonOptions common = new CommonOptions();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() {
        CommandLine command = spec.commandLine();
        List<String> kinds = java.util.Arrays.stream(Verdict.Kind.values())
                .map(Verdict.Kind::id)
                .toList();
        for (String kind : failOn) {
            if (!kinds.contains(kind)) {
                throw new CommandLine.ParameterException(
                        command, "--fail-on " + kind + ": expected some of " + String.join(", ", kinds));
            }
        }
        Project project = CountersignCommand.of(command).project();
        Progress progress = ProgressLine.on(command);
        StudyPipeline pipeline = new StudyPipeline(project.templates(), Optional.empty()).with(progress);
        List<Path> folders = studies.isEmpty()
                ? project.studies()
                : studies.stream().map(project::study).toList();
        boolean wrong = false;
        boolean differs = false;
        for (Path folder : folders) {
            try {
                ReportModel model = pipeline.compute(folder);
                ProgressLine.end(progress);
                tell(command.getOut(), model);
                write(model);
                compare(command.getOut(), model);
                differs |= coverage(command.getOut(), model) && failOn.contains(Verdict.Kind.UNCLAIMED.id());
                differs |= model.verdicts().all().stream()
                        .anyMatch(v -> failOn.contains(v.kind().id()));
            } catch (StudyException e) {
                ProgressLine.end(progress);
                Console.diagnostics(command, e.diagnostics());
                wrong = true;
            }
        }
        return wrong ? ExitCodes.INPUT : differs ? ExitCodes.DIFFERS : ExitCodes.OK;
    }

    private void tell(PrintWriter out, ReportModel model) {
        Verdicts verdicts = model.verdicts();
        if (CommonOptions.format(spec.commandLine()) == OutputFormat.JSON) {
            out.println(VerificationFiles.line(model));
            return;
        }
        out.println(
                model.study().id() + ": " + (verdicts.all().isEmpty() ? "no claims are declared" : summary(verdicts)));
        for (Verdict v : verdicts.worstFirst()) {
            if (CommonOptions.quiet(spec.commandLine()) && v.kind() == Verdict.Kind.REPRODUCED) {
                continue;
            }
            out.printf(
                    Locale.ROOT,
                    "  %-26s %-10s %s%n",
                    v.kind().label(),
                    v.printed().length() > 30 ? v.printed().substring(0, 29) + "\u2026" : v.printed(),
                    v.explanation());
        }
    }

    private static String summary(Verdicts verdicts) {
        List<String> parts = new ArrayList<>();
        verdicts.counts().forEach((kind, count) -> parts.add(count + " " + kind.label()));
        return String.join(", ", parts);
    }

    private void write(ReportModel model) {
        if (output == null) {
            return;
        }
        Path folder = output.resolve(model.study().id());
        try {
            Files.createDirectories(folder);
            Files.write(folder.resolve("verification.json"), VerificationFiles.json(model, Versions.program()));
            Files.write(folder.resolve("verification.xml"), VerificationFiles.junit(model));
            Files.write(folder.resolve("verification.sarif"), VerificationFiles.sarif(model, Versions.program()));
        } catch (IOException e) {
            throw new StudyException(Diagnostic.error(
                    "unwritable", SourceLocation.of(folder.toString()), "cannot be written: " + e.getMessage()));
        }
    }

    /** Tells what the paper holds beside the claims; whether there is any. */
    private boolean coverage(PrintWriter out, ReportModel model) {
        if (published == null) {
            return false;
        }
        try {
            PublishedCoverage coverage = PublishedCoverage.of(
                    ArticleReaders.read(published),
                    model.study().claims(),
                    model.study().constants(),
                    model.ledger());
            out.printf(
                    Locale.ROOT,
                    "  coverage of %s: %d of %d numbers accounted for (%.0f%%): %d claimed, %d declared constant, %d unclaimed%n",
                    published.getFileName(),
                    coverage.claimed() + coverage.constant(),
                    coverage.total(),
                    100 * coverage.share(),
                    coverage.claimed(),
                    coverage.constant(),
                    coverage.unclaimed().size());
            coverage.unclaimed()
                    .forEach(u -> out.println("  unclaimed  " + published.getFileName() + ":" + u.place() + "  "
                            + u.printed() + "  in \u201c" + u.context() + "\u201d"
                            + (u.fitting().isEmpty() ? "" : "; fits " + String.join(", ", u.fitting()))));
            coverage.absent()
                    .forEach(c -> out.println("  the text of claim " + c.id() + ", \u201c" + c.text()
                            + "\u201d, is not in " + published.getFileName()));
            return !coverage.unclaimed().isEmpty();
        } catch (UnreadableArticleException e) {
            throw new StudyException(e.diagnostic());
        }
    }

    private void compare(PrintWriter out, ReportModel model) {
        if (against == null) {
            return;
        }
        try {
            PreviousResults before = PreviousResults.read(Files.readAllBytes(against));
            if (!before.study().equals(model.study().id())) {
                throw new StudyException(Diagnostic.error(
                        "other-study",
                        SourceLocation.of(against.toString()),
                        "these are results of `" + before.study() + "`, not of `"
                                + model.study().id() + "`",
                        "name an earlier results.json of the same study"));
            }
            PreviousResults now = PreviousResults.read(ResultsJson.write(model, List.of(), Versions.program()));
            Changes changes = Changes.between(before, now, PreviousResults.sentences(Files.readAllBytes(against)));
            ChangesText.print(out, "since " + against, changes);
        } catch (UncheckedIOException | IOException e) {
            throw new StudyException(Diagnostic.error(
                    "unreadable-file",
                    SourceLocation.of(against.toString()),
                    Files.isReadable(against)
                            ? "this is no results.json that can be compared"
                            : "there is no readable file here",
                    "`--against` takes the results.json that an earlier build wrote below reports/"));
        }
    }
}
