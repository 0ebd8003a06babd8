package org.countersign.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.countersign.analysis.LedgerEntry;
import org.countersign.diagnostics.Diagnostic;
import org.countersign.diagnostics.Progress;
import org.countersign.diagnostics.SourceLocation;
import org.countersign.diagnostics.StudyException;
import org.countersign.diagnostics.Suggestions;
import org.countersign.pipeline.Explanation;
import org.countersign.pipeline.ExplanationJson;
import org.countersign.pipeline.Project;
import org.countersign.pipeline.StudyPipeline;
import org.countersign.report.ReportModel;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tells where a number comes from. */
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        description = {
            "Tell where a number comes from: value, method with its source, data file, rows, conventions.",
            "Without a key, list the keys; with the beginning of one, those below it.",
            ""
        })
final class ExplainCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "STUDY", description = "Name in inputs/, or a folder.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String study;

    @Parameters(index = "1", arity = "0..1", paramLabel = "KEY", description = "Ledger key, such as drugs.gain.sd.")
    private @Nullable String key;

    @Option(
            names = "--rows",
            paramLabel = "N",
            defaultValue = "" + Explanation.ROWS,
            description = "How many rows of the data to show (default: ${DEFAULT-VALUE}).")
    private int rows;

    @Mixin(name = CommonOptions.NAME)
    private CommonOptions common = new CommonOptions();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() {
        Project project = CountersignCommand.of(spec.commandLine()).project();
        Path folder = project.study(study);
        Progress progress = ProgressLine.on(spec.commandLine());
        ReportModel model = new StudyPipeline(project.templates(), Optional.empty())
                .with(progress)
                .compute(folder);
        ProgressLine.end(progress);
        boolean json = CommonOptions.format(spec.commandLine()) == OutputFormat.JSON;
        PrintWriter out = spec.commandLine().getOut();
        Optional<LedgerEntry> entry =
                key == null ? Optional.empty() : model.ledger().get(key);
        if (entry.isPresent()) {
            if (json) {
                out.println(ExplanationJson.write(model, entry.get(), rows));
            } else {
                Explanation.of(model, entry.get(), rows).forEach(out::println);
            }
            return ExitCodes.OK;
        }
        List<LedgerEntry> below =
                key == null ? model.ledger().entries() : model.ledger().below(key);
        if (below.isEmpty()) {
            throw new StudyException(Diagnostic.error(
                            "unknown-ledger-key",
                            SourceLocation.of(model.study().file()),
                            "the ledger has no key `" + key + "`")
                    .withHint(Suggestions.nearest(
                                    String.valueOf(key), model.ledger().keys())
                            .map(k -> "did you mean `" + k + "`?")
                            .or(() -> Optional.of("without a key, all of them are listed"))));
        }
        below.forEach(e -> out.println(
                json
                        ? ExplanationJson.write(model, e, 0)
                        : e.key() + " = " + e.display() + "  (" + e.description() + ")"));
        return ExitCodes.OK;
    }
}
