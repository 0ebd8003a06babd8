package org.countersign.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.countersign.audit.TableCheck;
import org.countersign.audit.checks.Assessment;
import org.countersign.audit.checks.ConsistencyCheck;
import org.countersign.audit.checks.ConsistencyChecks;
import org.countersign.audit.output.CsvLine;
import org.countersign.diagnostics.Diagnostic;
import org.countersign.diagnostics.Suggestions;
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
        TableCheck table = TableCheck.of(check, settings.options());
        List<List<String>> rows = rows();
        if (rows.isEmpty()) {
            throw settings.usage(file + ": the table is empty; expected a line with headings");
        }
        List<String> headings = rows.get(0);
        List<Diagnostic> diagnostics = table.diagnose(file, headings);
        if (!diagnostics.isEmpty()) {
            PrintWriter err = command().commandLine().getErr();
            diagnostics.forEach(diagnostic -> err.print(diagnostic + "\n"));
            err.flush();
            return 2;
        }
        return write(table, headings, rows.subList(1, rows.size()));
    }

    private int write(TableCheck table, List<String> headings, List<List<String>> rows) throws IOException {
        boolean failed = false;
        List<String> all = new ArrayList<>(headings);
        all.addAll(TableCheck.ADDED);
        PrintWriter out = command().commandLine().getOut();
        if (format.equals("csv")) {
            out.print(CsvLine.of(all));
        }
        for (List<String> row : rows) {
            Assessment assessment = table.judge(headings, row);
            failed |= settings.fails(assessment.verdict());
            List<String> cells = new ArrayList<>(row);
            while (cells.size() < headings.size()) {
                cells.add("");
            }
            List<String> kept = new ArrayList<>(cells.subList(0, headings.size()));
            kept.addAll(TableCheck.added(assessment));
            out.print(format.equals("csv") ? CsvLine.of(kept) : json(all, kept) + "\n");
        }
        out.flush();
        return failed ? 3 : 0;
    }

    private List<List<String>> rows() throws IOException {
        byte[] content;
        if (file.equals("-")) {
            content = System.in.readAllBytes();
        } else {
            Path path = Path.of(file);
            if (!Files.isRegularFile(path)) {
                throw settings.usage("no such file: " + file);
            }
            content = Files.readAllBytes(path);
        }
        String text = new String(content, StandardCharsets.UTF_8);
        if (text.startsWith("\ufeff")) {
            text = text.substring(1);
        }
        List<List<String>> rows = new ArrayList<>();
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .fieldSeparator(separator(text))
                .skipEmptyLines(true)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .ofCsvRecord(text)) {
            for (CsvRecord csvRecord : reader) {
                rows.add(csvRecord.getFields());
            }
        } catch (CsvParseException e) {
            throw settings.usage(file + ": not a table: " + e.getMessage());
        }
        return rows;
    }

    /** The separator of the headings. */
    private static char separator(String text) {
        String headings = text.lines().findFirst().orElse("");
        if (headings.indexOf('\t') >= 0) {
            return '\t';
        }
        return headings.indexOf(';') >= 0 && headings.indexOf(',') < 0 ? ';' : ',';
    }

    private static String json(List<String> names, List<String> cells) throws IOException {
        StringWriter out = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
            json.writeStartObject();
            for (int i = 0; i < names.size(); i++) {
                json.writeStringField(names.get(i), cells.get(i));
            }
            json.writeEndObject();
        }
        return out.toString();
    }

    private CommandSpec command() {
        if (spec == null) {
            throw new IllegalStateException("run by picocli only");
        }
        return spec;
    }
}
