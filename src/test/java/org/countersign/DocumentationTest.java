package org.countersign;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.countersign.analysis.AnalysisMethod;
import org.countersign.analysis.AnalysisMethods;
import org.countersign.analysis.MethodsPage;
import org.countersign.dataset.expression.DerivedColumns;
import org.countersign.pipeline.StudyPipeline;
import org.countersign.report.Composites;
import org.countersign.report.ReportModel;
import org.countersign.report.TemplateFiles;
import org.countersign.report.exhibit.ExhibitsPage;
import org.countersign.report.exhibit.FigureTypes;
import org.countersign.report.exhibit.TableTypes;
import org.countersign.report.manuscript.ManuscriptPage;
import org.countersign.study.AnalysisSpec;
import org.countersign.study.StudyVocabulary;
import org.countersign.study.StyleLoader;
import org.countersign.study.yaml.JsonSchema;
import org.countersign.study.yaml.ReferencePage;
import org.countersign.verify.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The reference pages say what the code does: made from it, and compared with what is committed. */
class DocumentationTest {

    private static final Path DOCS = Path.of("docs");

    @Test
    void studyReference() {
        Renewal.checkPart(DOCS.resolve("study-reference.md"), "keys", ReferencePage.of(StudyVocabulary.STUDY));
    }

    @Test
    void studySchema() {
        Renewal.check(
                DOCS.resolve("schemas/study.schema.json"), JsonSchema.of(StudyVocabulary.STUDY, "Countersign study"));
    }

    @Test
    void methods() {
        Renewal.checkPart(DOCS.resolve("methods.md"), "methods", MethodsPage.of(AnalysisMethods.all(), examples()));
    }

    /** For each method the first analysis by it in the studies that are compared with R, or in the one with everything. */
    private static Map<String, MethodsPage.Example> examples() {
        Map<String, MethodsPage.Example> examples = new LinkedHashMap<>();
        for (String study : List.of("methods", "regression", "methods-categorical", "every-exhibit")) {
            ReportModel model = new StudyPipeline(TemplateFiles.ofProgram(), Optional.empty())
                    .compute(Path.of("src/test/resources/studies", study));
            for (AnalysisSpec analysis : model.study().analyses()) {
                examples.putIfAbsent(
                        analysis.method().text(),
                        new MethodsPage.Example(analysis, model.ledger().below(analysis.id())));
            }
        }
        return examples;
    }

    @Test
    void everyMethodHasAnExample() {
        assertThat(examples().keySet()).containsAll(AnalysisMethods.ids());
    }

    @Test
    void chartsAndTables() {
        Path page = DOCS.resolve("charts-and-tables.md");
        Renewal.checkPart(page, "charts", ExhibitsPage.ofFigures(FigureTypes.all()));
        Renewal.checkPart(page, "tables", ExhibitsPage.ofTables(TableTypes.all()));
        Renewal.checkPart(page, "results", ExhibitsPage.ofMethods(AnalysisMethods.ids()));
    }

    @Test
    void expressions() {
        StringBuilder text = new StringBuilder("| function | meaning |\n|---|---|\n");
        for (String signature : DerivedColumns.functions().values()) {
            int end = signature.indexOf("): ") + 1;
            text.append("| `").append(signature, 0, end).append("` | ");
            text.append(signature.substring(end + 2)).append(" |\n");
        }
        Renewal.checkPart(DOCS.resolve("expressions.md"), "functions", text.toString());
    }

    @Test
    void manuscript() {
        Path page = DOCS.resolve("manuscript.md");
        Renewal.checkPart(page, "functions", ManuscriptPage.functions());
        StringBuilder text = new StringBuilder();
        Composites.NAMES.forEach(name -> text.append("- `").append(name).append("`\n"));
        Renewal.checkPart(page, "composites", text.toString());
    }

    @Test
    void styles() {
        Renewal.checkPart(DOCS.resolve("styles.md"), "settings", ReferencePage.of(StyleLoader.PROFILE));
    }

    static Stream<AnalysisMethod> everyMethod() {
        return AnalysisMethods.all().stream();
    }

    @ParameterizedTest
    @MethodSource("everyMethod")
    void everyMethodExplainsItself(AnalysisMethod method) {
        assertThat(method.id()).matches("[a-z][a-z0-9_]*");
        assertThat(method.label()).isNotBlank();
        assertThat(method.summary()).isNotBlank();
        assertThat(method.roles()).allSatisfy(role -> {
            assertThat(role.doc()).isNotBlank();
            assertThat(role.types()).isNotEmpty();
        });
        assertThat(method.parameters()).allSatisfy(p -> assertThat(p.doc()).isNotBlank());
    }

    /** A code in a call that makes a diagnostic. */
    private static final Pattern CODE = Pattern.compile(
            "(?:error|warning|Complaint|ExpressionException|known|complain|CODE =)\\(?\\s*\"([a-z]+(?:-[a-z]+)*)\"");

    @Test
    void everyDiagnosticIsExplained() throws IOException {
        String page = Files.readString(DOCS.resolve("diagnostics.md"));
        Set<String> missing = new TreeSet<>();
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            for (Path source :
                    sources.filter(p -> p.toString().endsWith(".java")).toList()) {
                Matcher m = CODE.matcher(Files.readString(source));
                while (m.find()) {
                    if (!page.contains("| `" + m.group(1) + "` |")) {
                        missing.add(m.group(1) + " (" + source.getFileName() + ")");
                    }
                }
            }
        }
        assertThat(missing)
                .as("codes that docs/diagnostics.md does not explain")
                .isEmpty();
    }

    @Test
    void resultsFollowTheirSchema() throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        JsonNode schema =
                mapper.readTree(DOCS.resolve("schemas/results.schema.json").toFile());
        JsonNode kinds = schema.at("/$defs/claim/properties/verdict/enum");
        Set<String> listed = new TreeSet<>();
        kinds.forEach(k -> listed.add(k.asText()));
        Set<String> known = new TreeSet<>();
        Stream.of(Verdict.Kind.values()).forEach(k -> known.add(k.id()));
        assertThat(listed).isEqualTo(known);
        try (Stream<Path> reports = Files.list(Path.of("reports"))) {
            for (Path report : reports.filter(r -> Files.isRegularFile(r.resolve("results.json")))
                    .sorted()
                    .toList()) {
                JsonNode results =
                        mapper.readTree(report.resolve("results.json").toFile());
                SimpleSchema.check(schema, schema, results, report.getFileName().toString());
            }
        }
    }
}
