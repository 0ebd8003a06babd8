package org.countersign.cli;

import java.util.List;
import java.util.Locale;
import org.countersign.diagnostics.Diagnostic;
import org.countersign.diagnostics.Severity;
import org.countersign.report.data.JsonText;
import picocli.CommandLine;

/** How messages look: text with colour on a terminal, or one JSON object per line. */
final class Console {

    private Console() {}

    /** Prints diagnostics to the error stream. */
    static void diagnostics(CommandLine command, List<Diagnostic> diagnostics) {
        boolean json = CommonOptions.format(command) == OutputFormat.JSON;
        for (Diagnostic diagnostic : diagnostics) {
            command.getErr().println(json ? json(diagnostic) : text(command, diagnostic));
        }
        long errors =
                diagnostics.stream().filter(d -> d.severity() == Severity.ERROR).count();
        if (errors > 1 && !json) {
            command.getErr().println(errors + " errors");
        }
    }

    private static String text(CommandLine command, Diagnostic d) {
        String severity = d.severity().name().toLowerCase(Locale.ROOT);
        String style = d.severity() == Severity.ERROR ? "bold,red" : "bold,yellow";
        String first = command.getColorScheme().ansi()
                .new Text("@|bold " + plain(d.location().toString()) + ":|@ @|" + style + " " + severity + ":|@ ")
                + d.message() + " [" + d.code() + "]";
        return d.hint().map(h -> first + "\n    " + h).orElse(first);
    }

    private static String plain(String text) {
        return text.replace("@|", "@ |");
    }

    private static String json(Diagnostic d) {
        return JsonText.line(json -> {
            json.writeStartObject();
            json.writeStringField("code", d.code());
            json.writeStringField("severity", d.severity().name().toLowerCase(Locale.ROOT));
            json.writeStringField("file", d.location().file());
            json.writeNumberField("line", d.location().line());
            json.writeNumberField("column", d.location().column());
            json.writeStringField("message", d.message());
            if (d.hint().isPresent()) {
                json.writeStringField("hint", d.hint().get());
            }
            json.writeEndObject();
        });
    }
}
