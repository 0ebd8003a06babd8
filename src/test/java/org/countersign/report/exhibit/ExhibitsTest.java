package org.countersign.report.exhibit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.countersign.StudyFixture;
import org.countersign.analysis.AnalysisMethods;
import org.countersign.chart.types.ForestPlot;
import org.countersign.diagnostics.Diagnostic;
import org.countersign.diagnostics.Diagnostics;
import org.countersign.pipeline.StudyPipeline;
import org.countersign.report.ReportModel;
import org.countersign.report.TemplateFiles;
import org.countersign.study.AnalysisSpec;
import org.countersign.study.ExhibitSpec;
import org.countersign.study.LocatedText;
import org.countersign.study.yaml.SourceSpan;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ExhibitsTest {

    /** An analysis of several estimates needs to be told which a forest plot shows. */
    private static final Map<String, String> TERMS = Map.of("restricted_mean_survival", "difference");

    private static final Map<String, ReportModel> STUDIES = new LinkedHashMap<>();

    @BeforeAll
    static void compute() {
        for (String study : List.of("methods", "regression", "methods-categorical", "every-exhibit")) {
            STUDIES.put(study, model(Path.of("src/test/resources/studies", study)));
        }
    }

    private static ReportModel study(String name) {
        return Objects.requireNonNull(STUDIES.get(name));
    }

    private static ReportModel model(Path study) {
        return new StudyPipeline(TemplateFiles.ofProgram(), Optional.empty()).compute(study);
    }

    private static LocatedText text(String text) {
        return new LocatedText(text, new SourceSpan("study.yaml", text, 1, 1));
    }

    private static Exhibit exhibit(
            ReportModel model, String type, List<String> analyses, Map<String, List<String>> options) {
        Map<String, List<LocatedText>> located = new LinkedHashMap<>();
        options.forEach((name, values) ->
                located.put(name, values.stream().map(ExhibitsTest::text).toList()));
        return new Exhibit(
                model,
                new ExhibitSpec(
                        "shown",
                        text(type),
                        analyses.stream().map(ExhibitsTest::text).toList(),
                        text("A caption"),
                        Optional.empty(),
                        Optional.empty(),
                        located,
                        text(type).location()),
                new Diagnostics());
    }

    private static TableModel table(Exhibit exhibit) {
        return TableTypes.get(exhibit.spec().type().text()).orElseThrow().build(exhibit);
    }

    /** The rows of a table without its problems, cells joined by bars. */
    private static List<String> rows(ReportModel model, String type, String analysis, String... columns) {
        Exhibit exhibit = exhibit(
                model, type, List.of(analysis), columns.length == 0 ? Map.of() : Map.of("columns", List.of(columns)));
        TableModel table = table(exhibit);
        assertThat(exhibit.diagnostics().all()).isEmpty();
        return rows(table);
    }

    private static List<String> rows(TableModel table) {
        List<String> rows = new ArrayList<>();
        rows.add(String.join(
                " | ", table.columns().stream().map(TableModel.Column::text).toList()));
        table.rows()
                .forEach(r -> rows.add(String.join(
                        " | ", r.cells().stream().map(TableModel.Cell::unmarked).toList())));
        return rows;
    }

    private static boolean shows(Exhibit exhibit) {
        TableModel table = table(exhibit);
        return exhibit.diagnostics().all().isEmpty()
                && table.rows().stream()
                        .flatMap(r -> r.cells().stream())
                        .anyMatch(c -> !c.keys().isEmpty());
    }

    private static boolean draws(Exhibit exhibit) {
        return FigureTypes.get(exhibit.spec().type().text())
                        .orElseThrow()
                        .build(exhibit)
                        .isPresent()
                && exhibit.diagnostics().all().isEmpty();
    }

    private interface Attempt {
        boolean works(Exhibit exhibit);
    }

    /** The methods by which some analysis of the studies can be shown. */
    private static Set<String> shown(String type, List<String> methods, Attempt attempt) {
        Set<String> shown = new TreeSet<>();
        for (ReportModel model : STUDIES.values()) {
            for (AnalysisSpec analysis : model.study().analyses()) {
                String method = analysis.method().text();
                Map<String, List<String>> options = type.equals("forest") && TERMS.containsKey(method)
                        ? Map.of("term", List.of(TERMS.getOrDefault(method, "")))
                        : Map.of();
                if (methods.contains(method)
                        && !shown.contains(method)
                        && attempt.works(exhibit(model, type, List.of(analysis.id()), options))) {
                    shown.add(method);
                }
            }
        }
        return shown;
    }

    @Nested
    class Takes {

        static Stream<TableType> tables() {
            return TableTypes.all().stream();
        }

        static Stream<FigureType> figures() {
            return FigureTypes.all().stream();
        }

        @ParameterizedTest
        @MethodSource("tables")
        void tablesShowWhatTheyTake(TableType type) {
            assertThat(type.takes()).isSorted().isSubsetOf(AnalysisMethods.ids());
            assertThat(shown(type.id(), type.takes(), ExhibitsTest::shows)).containsExactlyElementsOf(type.takes());
        }

        @ParameterizedTest
        @MethodSource("figures")
        void figuresShowWhatTheyTake(FigureType type) {
            assertThat(type.takes()).isSorted().isSubsetOf(AnalysisMethods.ids());
            assertThat(shown(type.chart().id(), type.takes(), ExhibitsTest::draws))
                    .containsExactlyElementsOf(type.takes());
        }

        @Test
        void whateverHasAnEstimateIsTaken() {
            assertThat(shown("effects", AnalysisMethods.ids(), ExhibitsTest::shows))
                    .containsExactlyElementsOf(Effects.METHODS);
        }

        @Test
        void anotherMethodIsRefusedWithWhatShowsIt(@TempDir Path project) {
            StudyFixture study = StudyFixture.in(project)
                    .edit("study.yaml", "type: summary, analyses: [ages]", "type: themes, analyses: [ages]");
            Diagnostics diagnostics = new Diagnostics();
            try {
                new StudyPipeline(TemplateFiles.ofProgram(), Optional.empty()).run(study.study(), diagnostics);
            } catch (org.countersign.diagnostics.StudyException e) {
                diagnostics.addAll(e.diagnostics());
            }
            assertThat(diagnostics.all())
                    .filteredOn(d -> d.code().equals("exhibit"))
                    .singleElement()
                    .satisfies(d -> {
                        assertThat(d.message())
                                .isEqualTo("`ages`: a table `themes` does not show `ages`, an analysis by the method"
                                        + " `describe`");
                        assertThat(d.hint())
                                .hasValueSatisfying(h -> assertThat(h)
                                        .contains("it takes `theme_frequencies`", "tables `summary`", "`histogram`"));
                    });
        }
    }

    @Nested
    class SummaryByDefault {

        private final ReportModel categorical = study("methods-categorical");
        private final ReportModel regression = study("regression");

        @Test
        void pairs() {
            assertThat(rows(categorical, "summary", "dunn"))
                    .startsWith("Variable | Difference of mean ranks | Unadjusted P value | Adjusted P value", "Score")
                    .anyMatch(r -> r.startsWith("south vs north | "))
                    .hasSize(5);
            assertThat(rows(categorical, "summary", "pairwise_welch"))
                    .first()
                    .isEqualTo("Variable | Difference of means | Unadjusted P value | Adjusted P value");
        }

        @Test
        void theWholeBeforeItsPairs() {
            List<String> rows = rows(categorical, "summary", "friedman");
            assertThat(rows.get(1)).startsWith("Friedman's test | ").endsWith("<.001");
            assertThat(rows.subList(2, 5))
                    .satisfiesExactly(
                            r -> assertThat(r).startsWith("Second vs First | "),
                            r -> assertThat(r).startsWith("Third vs First | "),
                            r -> assertThat(r).startsWith("Third vs Second | "));
        }

        @Test
        void times() {
            assertThat(rows(regression, "summary", "at_times"))
                    .startsWith("Variable | Number at risk | Survival | 95% CI", "died, old")
                    .anyMatch(r -> r.startsWith("At 12.5 | "))
                    .contains("died, new");
        }

        @Test
        void comparisons() {
            assertThat(rows(regression, "summary", "restricted"))
                    .anyMatch(r -> r.startsWith("Difference, new vs old | "))
                    .anyMatch(r -> r.startsWith("Ratio, new vs old | "));
        }

        @Test
        void aPartCalledLikeAnotherAnalysisKeepsItsName() {
            assertThat(rows(study("every-exhibit"), "summary", "stay"))
                    .anyMatch(r -> r.startsWith("Ratio, New course vs Usual course | "));
        }

        @Test
        void otherAnalyses() {
            assertThat(rows(categorical, "summary", "family_holm"))
                    .contains("Adjustment for multiple tests, arms")
                    .anyMatch(r -> r.startsWith("yates | "));
        }

        @Test
        void items() {
            assertThat(rows(categorical, "summary", "items"))
                    .startsWith(
                            "Variable | Mean | SD | Item-total correlation | Corrected item-total correlation | Alpha"
                                    + " without the item")
                    .hasSize(7);
        }

        @Test
        void levels() {
            assertThat(rows(study("every-exhibit"), "summary", "answers_by_arm"))
                    .startsWith("Variable | No. (%)", "The course was useful, New course")
                    .hasSize(1 + 3 * 6);
        }

        @Test
        void howItWasDone() {
            assertThat(table(exhibit(categorical, "summary", List.of("friedman"), Map.of()))
                            .notes())
                    .satisfiesExactly(
                            n -> assertThat(n).contains("Friedman's test"),
                            n -> assertThat(n).contains("signed-rank", "Holm"));
            assertThat(table(exhibit(study("every-exhibit"), "summary", List.of("scores"), Map.of()))
                            .notes())
                    .isEmpty();
        }
    }

    @Nested
    class SummaryColumns {

        private final ReportModel regression = study("regression");

        @Test
        void compositesOfParts() {
            assertThat(rows(regression, "summary", "at_times", "at_6.estimate_ci", "at_12_5.bare_interval"))
                    .startsWith("Variable | Survival (CI), at 6 | 95% CI, at 12.5", "died")
                    .anyMatch(r -> r.startsWith("old | 65% (95% CI, 54% to 74%) | (38% to 60%)"));
        }

        @Test
        void compositesInEachPart() {
            assertThat(rows(regression, "summary", "at_times", "estimate_ci")).hasSize(1 + 2 + 2 * 3);
            assertThat(rows(study("methods-categorical"), "summary", "friedman", "p_statement"))
                    .hasSize(5);
        }

        @Test
        void whatIsNowhereIsToldOnce() {
            Exhibit exhibit =
                    exhibit(study("every-exhibit"), "summary", List.of("change"), Map.of("columns", List.of("medan")));
            table(exhibit);
            assertThat(exhibit.diagnostics().all()).singleElement().satisfies(d -> {
                assertThat(d.message()).contains("there is no `medan` at or below `change`");
                assertThat(d.hint()).contains("did you mean `median`?");
            });
        }

        @Test
        void aMistypedCompositeOfAPartIsSuggested() {
            Exhibit exhibit =
                    exhibit(regression, "summary", List.of("at_times"), Map.of("columns", List.of("at_6.estimate_c")));
            table(exhibit);
            assertThat(exhibit.diagnostics().all())
                    .singleElement()
                    .satisfies(d -> assertThat(d.hint()).contains("did you mean `estimate_ci`?"));
        }
    }

    @Nested
    class Strata {

        @Test
        void standAboveThePooledEstimate() {
            assertThat(rows(study("methods-categorical"), "effects", "stratified"))
                    .satisfiesExactly(
                            r -> assertThat(r).isEqualTo("Comparison | No. | Odds ratio | 95% CI | P value"),
                            r -> assertThat(r).startsWith("Relapse by Clinic (homogeneity: P = "),
                            r -> assertThat(r).startsWith("north | "),
                            r -> assertThat(r).startsWith("south | "),
                            r -> assertThat(r).startsWith("east | "),
                            r -> assertThat(r).startsWith("Pooled | 86 | 0.32 | (0.12 to 0.82)"));
        }

        @Test
        void areDrawn() {
            ForestPlot plot = (ForestPlot) FigureTypes.get("forest")
                    .orElseThrow()
                    .build(exhibit(study("methods-categorical"), "forest", List.of("stratified"), Map.of()))
                    .orElseThrow()
                    .chart();
            assertThat(plot.rows())
                    .filteredOn(ForestPlot.Estimate.class::isInstance)
                    .extracting(r -> ((ForestPlot.Estimate) r).emphasis())
                    .containsExactly(
                            ForestPlot.Emphasis.SINGLE,
                            ForestPlot.Emphasis.SINGLE,
                            ForestPlot.Emphasis.SINGLE,
                            ForestPlot.Emphasis.SUMMARY);
        }
    }

    @Nested
    class NothingToShow {

        @TempDir
        Path project;

        @Test
        void aModelThatCouldNotBeComputedSaysWhy() {
            StudyFixture study = StudyFixture.in(project)
                    .edit(
                            "study.yaml",
                            "  recovery:",
                            "  model: {method: linear_model, outcome: score, group: arm, population: nobody}\n  recovery:")
                    .edit(
                            "study.yaml",
                            "analyses:\n",
                            "  nobody: {dataset: people, label: Nobody, where: age > 90}\nanalyses:\n");
            TableModel table = table(exhibit(model(study.study()), "regression", List.of("model"), Map.of()));
            assertThat(table.notes()).singleElement().asString().contains("Not computed: ");
        }

        @Test
        void anEmptyLevelIsNoGroupOfAQuartilePlot() {
            StudyFixture study = StudyFixture.in(project)
                    .edit(
                            "study.yaml",
                            "levels: {t: Treatment, c: Control}",
                            "levels: {t: Treatment, c: Control, x: Other}")
                    .edit("study.yaml", "scores: {method: wilcoxon_rank_sum", "scores: {method: kruskal_wallis")
                    .edit(
                            "study.yaml",
                            "recovery: {method: risk_ratio, outcome: better, group: arm, parameters: {event: \"yes\"}}",
                            "recovery: {method: frequencies, outcome: better}");
            Exhibit exhibit = exhibit(model(study.study()), "quartiles", List.of("ages"), Map.of());
            FigureType.Figure figure =
                    FigureTypes.get("quartiles").orElseThrow().build(exhibit).orElseThrow();
            assertThat(exhibit.diagnostics().all())
                    .extracting(Diagnostic::message)
                    .isEmpty();
            assertThat(figure.alternative()).contains("Treatment", "Control").doesNotContain("Other");
        }
    }
}
