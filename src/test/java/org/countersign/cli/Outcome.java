package org.countersign.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.countersign.diagnostics.Diagnostic;
import org.countersign.diagnostics.Severity;
import org.countersign.diagnostics.SourceLocation;

/**
 * What a command did.
 *
 * @param code its exit code
 * @param out its standard output
 * @param err its standard error
 */
record Outcome(int code, String out, String err) {

    static Outcome of(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = Main.run(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                arguments);
        return new Outcome(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** Builds every study of a project, with diagnostics in JSON. */
    static Outcome ofBuild(Path project) {
        return of("-C", project.toString(), "--format", "json", "build");
    }

    /** The diagnostics on standard error. */
    List<Diagnostic> diagnostics() {
        ObjectMapper mapper = new ObjectMapper();
        List<Diagnostic> all = new ArrayList<>();
        for (String line : err.lines().filter(l -> l.startsWith("{")).toList()) {
            try {
                JsonNode d = mapper.readTree(line);
                all.add(new Diagnostic(
                        d.get("code").asText(),
                        Severity.valueOf(d.get("severity").asText().toUpperCase(java.util.Locale.ROOT)),
                        SourceLocation.of(
                                d.get("file").asText(),
                                d.get("line").asInt(),
                                d.get("column").asInt()),
                        d.get("message").asText(),
                        Optional.ofNullable(d.get("hint")).map(JsonNode::asText)));
            } catch (IOException e) {
                throw new UncheckedIOException(line, e);
            }
        }
        return all;
    }

    List<Diagnostic> errors() {
        return diagnostics().stream()
                .filter(d -> d.severity() == Severity.ERROR)
                .toList();
    }
}
