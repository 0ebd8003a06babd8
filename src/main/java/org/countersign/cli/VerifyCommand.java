package org.countersign.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.countersign.diagnostics.Diagnostic;
import org.countersign.diagnostics.Progress;
import org.countersign.diagnostics.SourceLocation;
import org.countersign.diagnostics.StudyException;
import org.countersign.pipeline.Project;
import org.countersign.pipeline.PublishedTexts;
import org.countersign.pipeline.StudyPipeline;
import org.countersign.pipeline.VerificationBundle;
import org.countersign.pipeline.Versions;
import org.countersign.report.ReportModel;
import org.countersign.report.VerificationModel;
import org.countersign.report.data.Changes;
import org.countersign.report.data.PreviousResults;
import org.countersign.report.data.ResultsJson;
import org.countersign.report.data.VerificationFiles;
import org.countersign.verify.PublishedText;
import org.countersign.verify.Verdict;
import org.countersign.verify.Verification;
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
            "Verdicts: reproduced, reproduced by rounding (a rarer rule, named), reproduced by convention (a rival, named),"
                    + " differs (by how many units of the last place), not computable (why), unclaimed (a number of the"
                    + " paper given by --published that no claim and no constant accounts for).",
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
            description = "Exit with 3 when one of these verdicts occurs, separated by commas; `differs` always does.")
    private List<String> failOn = new ArrayList<>();

    @Option(
            names = "--output",
            paramLabel = "DIR",
            description =
                    "Also write verification.json, verification.xml (JUnit), verification.sarif and certificate.pdf (one"
                            + " page, to be signed) below this folder.")
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
                    "The paper (text, Markdown, HTML, JATS XML, DOCX, PDF): every number in it that no claim and no"
                            + " constant accounts for is unclaimed, a verdict like the others.")
    private @Nullable Path published;

    @Mixin(name = CommonOptions.NAME)
    private CommonOptions common = new CommonOptions();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() {
        CommandLine command = spec.commandLine();
        List<String> kinds =
                Arrays.stream(Verdict.Kind.values()).map(Verdict.Kind::id).toList();
        for (String kind : failOn) {
            if (!kinds.contains(kind)) {
                throw new CommandLine.ParameterException(
                        command, "--fail-on " + kind + ": expected some of " + String.join(", ", kinds));
            }
        }
        if (failOn.contains(Verdict.Kind.UNCLAIMED.id()) && published == null) {
            throw new CommandLine.ParameterException(
                    command, "--fail-on unclaimed: needs the paper, `--published FILE`");
        }
        Set<Verdict.Kind> failing = EnumSet.of(Verdict.Kind.DIFFERS);
        Stream.of(Verdict.Kind.values()).filter(k -> failOn.contains(k.id())).forEach(failing::add);
        Project project = CountersignCommand.of(command).project();
        Progress progress = ProgressLine.on(command);
        Optional<String> epoch = Optional.ofNullable(System.getenv("SOURCE_DATE_EPOCH"));
        StudyPipeline pipeline = new StudyPipeline(project.templates(), epoch).with(progress);
        List<Path> folders = studies.isEmpty()
                ? project.studies()
                : studies.stream().map(project::study).toList();
        boolean wrong = false;
        boolean differs = false;
        for (Path folder : folders) {
            try {
                ReportModel report = pipeline.compute(folder);
                VerificationModel model = VerificationBundle.model(report, published(report), epoch);
                Optional<Changes> changes = changes(report);
                ProgressLine.end(progress);
                tell(command.getOut(), model, changes);
                if (output != null) {
                    write(output, VerificationBundle.of(model, project.templates(), failing), model);
                }
                differs |=
                        failing.stream().anyMatch(kind -> model.verification().count(kind) > 0);
            } catch (StudyException e) {
                ProgressLine.end(progress);
                Console.diagnostics(command, e.diagnostics());
                wrong = true;
            }
        }
        return wrong ? ExitCodes.INPUT : differs ? ExitCodes.DIFFERS : ExitCodes.OK;
    }

    private void tell(PrintWriter out, VerificationModel model, Optional<Changes> changes) {
        if (CommonOptions.format(spec.commandLine()) == OutputFormat.JSON) {
            out.println(VerificationFiles.line(model, changes));
            return;
        }
        Verification verification = model.verification();
        String study = model.report().study().id();
        out.println(study + ": " + (verification.total() == 0 ? "no claims are declared" : summary(verification)));
        new VerdictTable(
                        verification,
                        CommonOptions.quiet(spec.commandLine()) ? VerdictTable.Show.REMARKABLE : VerdictTable.Show.ALL)
                .print(out);
        verification.notes().forEach(note -> out.println("  note: " + note));
        verification.published().ifPresent(p -> VerdictTable.printCoverage(out, p));
        changes.ifPresent(c -> ChangesText.print(out, "since " + against, c));
    }

    private static String summary(Verification verification) {
        List<String> parts = new ArrayList<>();
        verification.counts().forEach((kind, count) -> parts.add(count + " " + kind.label()));
        return String.join(", ", parts);
    }

    private static void write(Path output, VerificationBundle bundle, VerificationModel model) {
        Path folder = output.resolve(model.report().study().id());
        try {
            Files.createDirectories(folder);
            for (Map.Entry<String, ByteBuffer> file : bundle.files().entrySet()) {
                try (SeekableByteChannel channel = Files.newByteChannel(
                        folder.resolve(file.getKey()),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE)) {
                    ByteBuffer bytes = file.getValue().duplicate();
                    while (bytes.hasRemaining()) {
                        channel.write(bytes);
                    }
                }
            }
        } catch (IOException e) {
            throw new StudyException(Diagnostic.error(
                    "unwritable", SourceLocation.of(folder.toString()), "cannot be written: " + e.getMessage()));
        }
    }

    /** The paper and how much of it the claims cover. */
    private Optional<PublishedText> published(ReportModel report) {
        return published == null ? Optional.empty() : Optional.of(PublishedTexts.read(published, report));
    }

    /** What is not as in the earlier results, if these were given. */
    private Optional<Changes> changes(ReportModel model) {
        if (against == null) {
            return Optional.empty();
        }
        try {
            byte[] earlier = Files.readAllBytes(against);
            PreviousResults before = PreviousResults.read(earlier);
            if (!before.study().equals(model.study().id())) {
                throw new StudyException(Diagnostic.error(
                        "other-study",
                        SourceLocation.of(against.toString()),
                        "these are results of `" + before.study() + "`, not of `"
                                + model.study().id() + "`",
                        "name an earlier results.json of the same study"));
            }
            PreviousResults now = PreviousResults.read(ResultsJson.write(model, List.of(), Versions.program()));
            return Optional.of(Changes.between(before, now, PreviousResults.sentences(earlier)));
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
