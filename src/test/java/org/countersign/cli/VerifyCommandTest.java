package org.countersign.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.countersign.SarifSchema;
import org.countersign.StudyFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class VerifyCommandTest {

    private static final String PAPER = """
            Ages had a median of 46.5 years
            and a mean of 47.0; 75% got better, P = .31, over 9 weeks.
            """;

    @TempDir
    Path project;

    @BeforeEach
    void study() {
        StudyFixture.in(project)
                .edit(
                        "study.yaml",
                        "  - {text: \"46.5\", keys: [ages.t.median]}",
                        "  - {id: median, text: \"median of 46.5 years\", keys: [ages.t.median]}\n"
                                + "  - {id: sd, text: \"9.62\", keys: [ages.t.sd]}\n"
                                + "  - {id: a_claim_of_many_words, text: \"the treated were significantly better in their scores\","
                                + " keys: [scores.p], says: significant}")
                .append("constants:\n  - {text: 9 weeks, reason: by design}\n");
    }

    private Outcome verify(String... more) {
        List<String> arguments = new ArrayList<>(List.of("-C", project.toString(), "verify", "trial"));
        arguments.addAll(List.of(more));
        return Outcome.of(arguments.toArray(String[]::new));
    }

    private String paper() throws IOException {
        Path file = project.resolve("paper.txt");
        Files.writeString(file, PAPER);
        return file.toString();
    }

    @Test
    void the_columns_stand_below_each_other() throws IOException {
        Outcome outcome = verify("--published", paper());
        assertThat(outcome.code()).isEqualTo(ExitCodes.DIFFERS);
        assertThat(outcome.out())
                .startsWith("trial: 1 differs, 3 unclaimed, 1 reproduced by convention, 1 reproduced\n"
                        + "  differs                   the treated were significantly bett\u2026  P-value of ")
                .contains("\n  unclaimed                 47.0                                  ")
                .contains("paper.txt:2:15 in \u201c")
                .contains("; fits ages.t.mean")
                .contains("\n  reproduced by convention  9.62                                  ")
                .contains(
                        "paper.txt: 2 of 5 numbers accounted for (40%): 1 claimed, 1 declared constant, 3 unclaimed\n")
                .contains("the text of claim sd, \u201c9.62\u201d, is not in ");
    }

    @Test
    void what_differs_always_fails() throws Exception {
        assertThat(verify("--fail-on", "not-computable").code()).isEqualTo(ExitCodes.DIFFERS);
        Path out = project.resolve("checked");
        assertThat(verify("--fail-on", "not-computable", "--output", out.toString())
                        .code())
                .isEqualTo(ExitCodes.DIFFERS);
        assertThat(junit(out.resolve("trial")).getAttribute("failures")).isEqualTo("1");
    }

    @Test
    void what_else_fails_is_the_users_choice() throws Exception {
        Path definition = project.resolve("inputs/trial/study.yaml");
        Files.writeString(
                definition, Files.readString(definition).replaceAll("  - \\{id: a_claim_of_many_words.*\n", ""));
        Path out = project.resolve("checked");
        assertThat(verify().code()).isZero();
        assertThat(verify("--fail-on", "unclaimed").err()).contains("needs the paper");
        assertThat(verify("--published", paper(), "--output", out.toString()).code())
                .isZero();
        assertThat(junit(out.resolve("trial")).getAttribute("failures")).isEqualTo("0");
        assertThat(verify("--fail-on", "unclaimed", "--published", paper(), "--output", out.toString())
                        .code())
                .isEqualTo(ExitCodes.DIFFERS);
        assertThat(junit(out.resolve("trial")).getAttribute("failures")).isEqualTo("3");
        assertThat(verify("--fail-on", "reproduced-by-convention").code()).isEqualTo(ExitCodes.DIFFERS);
        assertThat(verify("--fail-on", "unclaimd").err())
                .contains("expected some of differs, not-computable, unclaimed");
    }

    @Test
    void json_holds_unclaimed_numbers_among_the_verdicts() throws IOException {
        assertThat(verify("--published", paper()).code()).isEqualTo(ExitCodes.DIFFERS);
        Outcome json =
                Outcome.of("-C", project.toString(), "--format", "json", "verify", "trial", "--published", paper());
        assertThat(json.out().lines()).hasSize(1);
        JsonNode root = new ObjectMapper().readTree(json.out());
        assertThat(violations(json.out())).isEmpty();
        String documentation = Files.readString(Path.of("docs/verification-json.md"));
        root.fieldNames().forEachRemaining(name -> assertThat(documentation).contains("`" + name + "`"));
        root.path("published")
                .fieldNames()
                .forEachRemaining(name -> assertThat(documentation).contains("`" + name + "`"));
        root.path("verdicts")
                .get(1)
                .fieldNames()
                .forEachRemaining(name -> assertThat(documentation).contains("`" + name + "`"));
        assertThat(root.path("counts").path("unclaimed").asInt()).isEqualTo(3);
        assertThat(root.path("published").path("coverage").asDouble()).isEqualTo(0.4);
        assertThat(root.path("checked").toString()).isEqualTo("{\"claims\":3,\"numbers\":2,\"words\":1}");
        JsonNode mean = root.path("verdicts").get(1);
        assertThat(mean.path("verdict").asText()).isEqualTo("unclaimed");
        assertThat(mean.path("printed").asText()).isEqualTo("47.0");
        assertThat(mean.path("line").asInt()).isEqualTo(2);
        assertThat(mean.path("column").asInt()).isEqualTo(15);
        assertThat(mean.path("fitting").toString()).isEqualTo("[\"ages.t.mean\"]");
        assertThat(root.path("verdicts").get(0).path("verdict").asText()).isEqualTo("differs");
        assertThat(root.path("verdicts").get(4).path("verdict").asText()).isEqualTo("reproduced-by-convention");
    }

    @Test
    void json_tells_what_changed_since_earlier_results() throws IOException {
        assertThat(Outcome.ofBuild(project).code()).isZero();
        Path earlier = Files.copy(project.resolve("reports/trial/results.json"), project.resolve("earlier.json"));
        Path data = project.resolve("inputs/trial/" + StudyFixture.DATA);
        Files.writeString(data, Files.readString(data).replace("P2,t,45", "P2,t,44"));
        Outcome json = Outcome.of(
                "-C", project.toString(), "--format", "json", "verify", "trial", "--against", earlier.toString());
        assertThat(json.err()).isEmpty();
        assertThat(json.out().lines()).hasSize(1);
        assertThat(violations(json.out())).isEmpty();
        JsonNode changes = new ObjectMapper().readTree(json.out()).path("changes");
        assertThat(changes.path("entries"))
                .anySatisfy(c -> assertThat(c.toString())
                        .isEqualTo("{\"key\":\"ages.t.median\",\"before\":\"46.5\",\"after\":\"46\","
                                + "\"cause\":\"data\"}"));
        assertThat(verify("--against", earlier.toString()).out()).contains("since " + earlier, "46.5 -> 46");
    }

    @Test
    void the_size_of_a_fall_is_told_as_one_everywhere() throws Exception {
        Path definition = project.resolve("inputs/trial/study.yaml");
        Files.writeString(
                definition,
                Files.readString(definition)
                        .replaceAll(
                                "  - \\{id: a_claim_of_many_words.*\n",
                                "  - {id: fall, text: fell by 3.25, keys: [scores.estimate], says: decreased-by}\n"));
        Path out = project.resolve("checked");
        assertThat(verify("--output", out.toString()).out())
                .contains("a fall of 3.25", "is \u22123.25, a fall of 3.25");
        String json = Files.readString(out.resolve("trial/verification.json"));
        assertThat(violations(json)).isEmpty();
        assertThat(json).contains("\"sizeOf\" : \"fall\"");
        assertThat(Files.readString(Path.of("docs/results-json.md"))).contains("`sizeOf`");
        assertThat(Files.readString(out.resolve("trial/verification.xml")))
                .contains("a fall of 3.25 = scores.estimate");
        assertThat(Outcome.of("-C", project.toString(), "explain", "trial", "scores.estimate")
                        .out())
                .contains("published a fall of 3.25: reproduced");
    }

    @Test
    void results_of_another_study_are_refused_before_anything_is_told() throws IOException {
        Path other = Path.of("reports/sleep-1908/results.json");
        Outcome outcome = verify("--against", other.toString());
        assertThat(outcome.code()).isEqualTo(ExitCodes.INPUT);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).contains("[other-study]");
    }

    private static Set<ValidationMessage> violations(String json) throws IOException {
        String schema = Files.readString(Path.of("docs/schemas/verification.schema.json"));
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(schema)
                .validate(json, InputFormat.JSON);
    }

    @Test
    void files_are_written_for_other_programs() throws Exception {
        Path out = project.resolve("out");
        verify("--published", paper(), "--output", out.toString());
        Path folder = out.resolve("trial");
        String sarif = Files.readString(folder.resolve("verification.sarif"));
        SarifSchema.check(sarif);
        JsonNode results =
                new ObjectMapper().readTree(sarif).path("runs").get(0).path("results");
        assertThat(results).hasSize(5);
        assertThat(results.get(2).path("ruleId").asText()).isEqualTo("unclaimed");
        assertThat(results.get(2).at("/locations/0/physicalLocation/region").toString())
                .isEqualTo("{\"startLine\":2,\"startColumn\":15}");
        Element suite = junit(folder);
        assertThat(suite.getAttribute("tests")).isEqualTo("6");
        assertThat(suite.getAttribute("failures")).isEqualTo("1");
        assertThat(suite.getAttribute("skipped")).isEqualTo("3");
        assertThat(suite.getElementsByTagName("skipped").getLength()).isEqualTo(3);
        assertThat(Files.readAllBytes(folder.resolve("certificate.pdf"))).startsWith('%', 'P', 'D', 'F');

        verify("--published", paper(), "--output", out.toString(), "--fail-on", "unclaimed,differs");
        assertThat(junit(folder).getAttribute("failures")).isEqualTo("4");
    }

    private static Element junit(Path folder) throws Exception {
        Document xml = DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(Files.readAllBytes(folder.resolve("verification.xml"))));
        return xml.getDocumentElement();
    }
}
