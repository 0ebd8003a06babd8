package org.countersign.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.countersign.analysis.Ledger;
import org.countersign.analysis.LedgerEntry;
import org.countersign.diagnostics.Diagnostic;
import org.countersign.diagnostics.Diagnostics;
import org.countersign.diagnostics.Progress;
import org.countersign.diagnostics.SourceLocation;
import org.countersign.diagnostics.StudyException;
import org.countersign.diagnostics.Suggestions;
import org.countersign.pipeline.Explanation;
import org.countersign.pipeline.ExplanationJson;
import org.countersign.pipeline.Project;
import org.countersign.pipeline.StudyPipeline;
import org.countersign.report.Composites;
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
        Diagnostics wrongClaims = new Diagnostics();
        ReportModel model = new StudyPipeline(project.templates(), Optional.empty())
                .with(progress)
                .compute(folder, wrongClaims);
        ProgressLine.end(progress);
        Console.diagnostics(
                spec.commandLine(),
                wrongClaims.all().stream().map(Diagnostic::asWarning).toList());
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
        Optional<Composites.Composite> composite = key == null ? Optional.empty() : composite(model, key);
        if (composite.isPresent() && !json) {
            out.println(key + " = " + composite.get().text());
        }
        List<LedgerEntry> below = composite.isPresent()
                ? composite.get().keys().stream()
                        .flatMap(k -> model.ledger().get(k).stream())
                        .toList()
                : key == null ? model.ledger().entries() : model.ledger().below(key);
        if (below.isEmpty()) {
            throw new StudyException(Diagnostic.error(
                            "unknown-ledger-key",
                            SourceLocation.of("KEY"),
                            "the ledger of `" + model.study().id() + "` has no key `" + key + "`")
                    .withHint(Optional.of(hint(model.ledger(), String.valueOf(key)))));
        }
        below.forEach(e -> out.println(
                json
                        ? ExplanationJson.write(model, e, 0)
                        : e.key() + " = " + e.display() + "  (" + e.description() + ")"));
        return ExitCodes.OK;
    }

    /** Several entries that are printed together, such as {@code change.median_iqr}. */
    private static Optional<Composites.Composite> composite(ReportModel model, String key) {
        int dot = key.lastIndexOf('.');
        String name = key.substring(dot + 1);
        return dot > 0 && Composites.NAMES.contains(name)
                ? model.composites().get(key.substring(0, dot), name)
                : Optional.empty();
    }

    /** What there is below the part of the key that the ledger knows. */
    private static String hint(Ledger ledger, String key) {
        String known = key;
        while (known.contains(".") && ledger.below(known).isEmpty()) {
            known = known.substring(0, known.lastIndexOf('.'));
        }
        if (ledger.below(known).isEmpty()) {
            known = "";
        }
        List<String> children = ledger.children(known);
        String wrong = (known.isEmpty() ? key : key.substring(known.length() + 1)).replaceFirst("\\..*$", "");
        String prefix = known.isEmpty() ? "" : known + ".";
        return Suggestions.nearest(wrong, children)
                .map(k -> "did you mean `" + prefix + k + key.substring(prefix.length() + wrong.length()) + "`?")
                .orElse((known.isEmpty() ? "there are " : "below `" + known + "` there are ")
                        + String.join(", ", children));
    }
}
