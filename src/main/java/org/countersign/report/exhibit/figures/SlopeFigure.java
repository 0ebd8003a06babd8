package org.countersign.report.exhibit.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.countersign.chart.ChartType;
import org.countersign.chart.types.SlopeChart;
import org.countersign.dataset.Dataset;
import org.countersign.dataset.NumberColumn;
import org.countersign.report.exhibit.Exhibit;
import org.countersign.report.exhibit.FigureType;
import org.countersign.study.AnalysisSpec;
import org.countersign.study.LocatedText;

/** Two measurements of each row, from an analysis by the method {@code describe} of both, with their means. */
public final class SlopeFigure implements FigureType {

    @Override
    public ChartType chart() {
        return SlopeChart.TYPE;
    }

    @Override
    public List<String> takes() {
        return List.of("describe", "paired_t_test", "sign_test", "wilcoxon_signed_rank");
    }

    @Override
    public List<String> options() {
        return List.of("outcomes: the two variables, the earlier first", "axis: what is measured, beside the axis");
    }

    @Override
    public Optional<Figure> build(Exhibit exhibit) {
        AnalysisSpec analysis = exhibit.analyses().get(0);
        List<String> outcomes = exhibit.options("outcomes").isEmpty()
                ? analysis.roles().getOrDefault("outcome", List.of()).stream()
                        .map(LocatedText::text)
                        .toList()
                : exhibit.options("outcomes");
        Optional<Dataset> dataset = exhibit.provenance(analysis.id())
                .flatMap(p -> p.dataset().flatMap(exhibit.model().datasets()::get));
        if (outcomes.size() != 2
                || dataset.isEmpty()
                || !(dataset.get().columns().get(outcomes.get(0)) instanceof NumberColumn first)
                || !(dataset.get().columns().get(outcomes.get(1)) instanceof NumberColumn second)) {
            exhibit.problem(
                    "the chart joins two numeric variables of each row",
                    Optional.of("options: {outcomes: [before, after]}"));
            return Optional.empty();
        }
        List<SlopeChart.Pair> pairs = new ArrayList<>();
        PlottedRows.ofAnalysis(exhibit, analysis.id())
                .ifPresent(plotted -> plotted.rows().forEach(row -> {
                    if (!first.isMissing(row) && !second.isMissing(row)) {
                        pairs.add(new SlopeChart.Pair("", first.value(row), second.value(row)));
                    }
                }));
        String firstMean = analysis.id() + "." + outcomes.get(0) + ".mean";
        String secondMean = analysis.id() + "." + outcomes.get(1) + ".mean";
        List<SlopeChart.Summary> summaries = new ArrayList<>();
        Optional<Double> a = Values.of(exhibit, firstMean);
        Optional<Double> b = Values.of(exhibit, secondMean);
        if (a.isPresent() && b.isPresent()) {
            summaries.add(new SlopeChart.Summary(
                    a.get(),
                    b.get(),
                    "mean " + Values.display(exhibit, firstMean),
                    "mean " + Values.display(exhibit, secondMean)));
        }
        String alternative = "A line for each row from " + first.variable().label() + " to "
                + second.variable().label() + "."
                + (summaries.isEmpty()
                        ? ""
                        : " Means: " + Values.display(exhibit, firstMean) + " and "
                                + Values.display(exhibit, secondMean) + ".");
        return Optional.of(new Figure(
                new SlopeChart(
                        exhibit.option("axis", first.variable().unit().orElse("")),
                        first.variable().label(),
                        second.variable().label(),
                        pairs,
                        summaries),
                alternative));
    }
}
