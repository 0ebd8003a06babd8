package org.countersign.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.countersign.audit.ReportedTable;
import org.countersign.audit.TableCheck;
import org.countersign.audit.checks.Assessment;
import org.countersign.audit.checks.ConsistencyCheck;
import org.countersign.audit.checks.ConsistencyChecks;
import org.countersign.audit.output.CsvLine;
import org.countersign.diagnostics.Diagnostic;
import org.countersign.diagnostics.StudyException;
import org.countersign.diagnostics.Suggestions;
import org.countersign.report.data.JsonText;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code countersign check CHECK-ID FILE.csv}. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "Run one consistency check over a table of reported values.",
        footer = {
            "",
            "The table is written back with verdicts. Cells are kept as text, so that trailing zeros count. The columns of",
            "each check are listed by `countersign list checks` and on its page in docs/checks.",
            "Exit codes: 0 nothing found, 1 internal error, 2 usage or unreadable input, 3 an inconsistency was found.",
            "",
            "  countersign check grim means.csv > verdicts.csv      with columns mean,n[,items][,percent]"
        })
public final class CheckCommand implements Callable<Integer> {

    @Spec
    @Nullable
    CommandSpec spec;

    @Mixin
    CheckSettings settings = new CheckSettings();

    @Parameters(index = "0", paramLabel = "CHECK-ID", description = "Such as grim, ci-p or percent.")
    String id = "";

    @Parameters(
            index = "1",
            paramLabel = "FILE.csv",
            description = "Comma, semicolon or tab separated, UTF-8; - is standard input.")
    String file = "";

    @Option(names = "--format", defaultValue = "csv", description = "csv or json (default: ${DEFAULT-VALUE}).")
    String format = "csv";

    @Override
    public Integer call() throws IOException {
        ConsistencyCheck check = ConsistencyChecks.find(id)
                .orElseThrow(() -> settings.usage("no check `" + id + "`"
                        + Suggestions.hint(id, ConsistencyChecks.ids())
                                .map(hint -> "; " + hint)
                                .orElse("")));
        if (!List.of("csv", "json").contains(format)) {
            throw settings.usage("--format " + format + ": expected csv or json");
        }
        TableCheck tableCheck = TableCheck.of(check, settings.options());
        ReportedTable table = ReportedTable.parse(file, content());
        List<Diagnostic> diagnostics = tableCheck.diagnose(file, table.headings());
        if (!diagnostics.isEmpty()) {
            throw new StudyException(diagnostics);
        }
        return write(tableCheck, table);
    }

    private byte[] content() throws IOException {
        if (file.equals("-")) {
            return System.in.readAllBytes();
        }
        Path path = Path.of(file);
        if (!Files.isRegularFile(path)) {
            throw settings.usage("no such file: " + file);
        }
        return Files.readAllBytes(path);
    }

    private int write(TableCheck check, ReportedTable table) throws IOException {
        boolean failed = false;
        boolean csv = format.equals("csv");
        List<String> headings = new ArrayList<>(table.headings());
        headings.addAll(TableCheck.ADDED);
        PrintWriter out = command().commandLine().getOut();
        if (csv) {
            out.print(CsvLine.of(headings));
        }
        for (List<String> row : table.rows()) {
            Assessment assessment = check.judge(table.headings(), row);
            failed |= settings.fails(assessment.verdict());
            List<String> cells = new ArrayList<>(row);
            cells.addAll(TableCheck.added(assessment));
            out.print(csv ? CsvLine.of(cells) : json(headings, cells) + "\n");
        }
        out.flush();
        return failed ? 3 : 0;
    }

    private static String json(List<String> names, List<String> cells) {
        return JsonText.line(json -> {
            json.writeStartObject();
            for (int i = 0; i < names.size(); i++) {
                json.writeStringField(names.get(i), cells.get(i));
            }
            json.writeEndObject();
        });
    }

    private CommandSpec command() {
        if (spec == null) {
            throw new IllegalStateException("run by picocli only");
        }
        return spec;
    }
}
