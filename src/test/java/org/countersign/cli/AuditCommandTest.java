package org.countersign.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.countersign.SarifSchema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class AuditCommandTest {

    private static final String WRONG = "It differed, t(28) = 1.20, p = .03.\n\nRelapse: 27/295 (9.2%).\n";
    private static final String RIGHT = "It differed, t(28) = 2.20, p = .036.\n";

    @TempDir
    Path folder;

    private record Run(int exit, String out, String err) {}

    private static Run run(String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine command = new CommandLine(new AuditCommand());
        command.setOut(new PrintWriter(out));
        command.setErr(new PrintWriter(err));
        int exit = command.execute(args);
        return new Run(exit, out.toString(), err.toString());
    }

    private String file(String name, String text) throws IOException {
        Path path = folder.resolve(name);
        Files.write(path, text.getBytes(UTF_8));
        return path.toString();
    }

    @Test
    void text_shows_sentence_place_and_reasons() throws IOException {
        Run run = run(file("a.txt", WRONG));
        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.out())
                .contains("2 results, 2 checks: 1 inconsistent, 0 warnings, 1 consistent, 0 not testable")
                .contains("line 1, column 14: inconsistent, and the decision changes [p-from-statistic]")
                .contains("\u201cIt differed, t(28) = 1.20, p = .03.\u201d")
                .contains("recomputed p is 0.2383 to 0.2421")
                .contains("possible reasons:");
        assertThat(run(file("b.txt", RIGHT)).exit()).isZero();
    }

    @Test
    void json_is_one_documented_object_a_file() throws IOException {
        Run run = run("--format", "json", file("a.txt", WRONG), file("b.pdf", "nonsense"), file("c.txt", RIGHT));
        assertThat(run.exit()).isEqualTo(3);
        String[] lines = run.out().split("\n");
        assertThat(lines).hasSize(3);
        ObjectMapper mapper = new ObjectMapper();
        JsonNode first = mapper.readTree(lines[0]);
        assertThat(first.path("version").asInt()).isEqualTo(1);
        assertThat(first.path("numbers").path("seen").asInt()).isEqualTo(6);
        JsonNode result = first.path("results").get(0);
        assertThat(result.path("text").asText()).isEqualTo("t(28) = 1.20, p = .03");
        assertThat(result.path("page").isNull()).isTrue();
        assertThat(result.path("line").asInt()).isEqualTo(1);
        assertThat(result.path("column").asInt()).isEqualTo(14);
        assertThat(result.path("type").asText()).isEqualTo("test-statistic");
        JsonNode check = result.path("checks").get(0);
        assertThat(check.path("id").asText()).isEqualTo("p-from-statistic");
        assertThat(check.path("verdict").asText()).isEqualTo("inconsistent");
        assertThat(check.path("recomputed").get(0).asDouble()).isBetween(0.238, 0.239);
        assertThat(check.path("decisionError").asBoolean()).isTrue();
        assertThat(check.path("explanations").isArray()).isTrue();
        assertThat(mapper.readTree(lines[1]).path("diagnostic").path("code").asText())
                .isEqualTo("unreadable-article");
        String documentation = Files.readString(Path.of("docs/audit-json.md"));
        first.fieldNames().forEachRemaining(name -> assertThat(documentation).contains("`" + name + "`"));
        result.fieldNames().forEachRemaining(name -> assertThat(documentation).contains("`" + name + "`"));
        check.fieldNames().forEachRemaining(name -> assertThat(documentation).contains("`" + name + "`"));
    }

    @Test
    void sarif_csv_and_html_hold_the_findings() throws IOException {
        String file = file("a b.txt", WRONG.replace("It differed", "It <b> differed"));
        String text = run("--format", "sarif", file, file("b.pdf", "nonsense")).out();
        SarifSchema.check(text);
        JsonNode sarif = new ObjectMapper().readTree(text);
        JsonNode result = sarif.path("runs").get(0).path("results").get(0);
        assertThat(result.path("ruleId").asText()).isEqualTo("p-from-statistic");
        assertThat(result.path("locations")
                        .get(0)
                        .path("physicalLocation")
                        .path("artifactLocation")
                        .path("uri")
                        .asText())
                .endsWith("a%20b.txt");
        assertThat(run("--format", "csv", file).out().lines())
                .hasSize(3)
                .anyMatch(line -> line.contains(",inconsistent,p = .03,0.23"));
        assertThat(run("--format", "html", file).out())
                .contains(
                        "<mark class=\"inconsistent\">t(28) = 1.20, p = .03<a id=\"t1-1\" href=\"#f1-1\">1</a></mark>")
                .contains("It &lt;b&gt; differed")
                .endsWith("</html>\n")
                .doesNotContain("<script");
    }

    @Test
    void a_directory_is_audited_in_order_whatever_the_threads() throws IOException {
        for (int i = 0; i < 60; i++) {
            file("paper" + (100 + i) + ".txt", i % 7 == 0 ? WRONG : i % 11 == 0 ? " " : RIGHT);
        }
        file("notes.bin", "not an article");
        Files.createDirectories(folder.resolve("deeper"));
        file("deeper/x.html", "<p>" + WRONG + "</p>");
        Run one = run("--format", "json", "--summary", "--threads", "1", folder.toString());
        Run four = run("--format", "json", "--summary", "--threads", "4", folder.toString());
        assertThat(four.out()).isEqualTo(one.out());
        String[] lines = one.out().split("\n");
        JsonNode summary = new ObjectMapper().readTree(lines[lines.length - 1]).path("summary");
        assertThat(summary.path("files").asInt()).isEqualTo(61);
        assertThat(summary.path("unreadable").asInt()).isEqualTo(5);
        assertThat(summary.path("withFindings").asInt()).isEqualTo(10);
        assertThat(run(folder.toString()).out()).contains("61 files, 5 unreadable, 10 with findings");
    }

    @Test
    void a_dash_is_standard_input() {
        java.io.InputStream before = System.in;
        try {
            System.setIn(new java.io.ByteArrayInputStream(WRONG.getBytes(UTF_8)));
            Run run = run("-", "--format", "json");
            assertThat(run.exit()).isEqualTo(3);
            assertThat(run.out()).startsWith("{\"version\":1,\"file\":\"-\"");
        } finally {
            System.setIn(before);
        }
    }

    @Test
    void options_are_honoured() throws IOException {
        String file = file("a.txt", WRONG);
        assertThat(run("--only", "percent", file).exit()).isZero();
        assertThat(run("--skip", "p-from-statistic", file).exit()).isZero();
        assertThat(run("--fail-on", "never", file).exit()).isZero();
        assertThat(run("--one-tailed", file("b.txt", "t(28) = 2.20, p = .018.")).exit())
                .isZero();
        assertThat(run("--rounding", "truncate", file("c.txt", "2/3 (66.6%)")).exit())
                .isZero();
        assertThat(run("--alpha", "0.5", "--format", "csv", file).out()).contains(",no,\"recomputed");
    }

    @Test
    void usage_errors_say_what_is_expected() throws IOException {
        String file = file("a.txt", RIGHT);
        assertThat(run("--only", "percnt", file).err()).contains("no check `percnt`; did you mean `percent`?");
        assertThat(run("--only", "percnt", file).exit()).isEqualTo(2);
        assertThat(run("--alpha", "2", file).exit()).isEqualTo(2);
        assertThat(run("--rounding", "up", file).exit()).isEqualTo(2);
        assertThat(run("--format", "xml", file).exit()).isEqualTo(2);
        assertThat(run("--fail-on", "x", file).exit()).isEqualTo(2);
        assertThat(run("--threads", "0", file).exit()).isEqualTo(2);
        assertThat(run(folder.resolve("none.txt").toString()).err()).contains("no such file");
        assertThat(run().exit()).isEqualTo(2);
        assertThat(run(file("b.pdf", "x")).exit()).isEqualTo(2);
        assertThat(run("--help").out()).contains("Exit codes");
    }
}
