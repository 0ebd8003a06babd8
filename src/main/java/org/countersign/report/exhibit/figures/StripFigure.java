package org.countersign.report.exhibit.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.countersign.chart.AxisText;
import org.countersign.chart.ChartType;
import org.countersign.chart.types.StripPlot;
import org.countersign.dataset.NumberColumn;
import org.countersign.report.exhibit.Exhibit;
import org.countersign.report.exhibit.FigureType;
import org.countersign.study.AnalysisSpec;
import org.countersign.study.VariableSpec;

/** Every value by group, from analyses by the method {@code describe}. */
public final class StripFigure implements FigureType {

    private static final int MOST = 400;

    @Override
    public ChartType chart() {
        return StripPlot.TYPE;
    }

    @Override
    public List<String> takes() {
        return List.of("baseline", "describe");
    }

    @Override
    public List<String> options() {
        return List.of(
                "mark: where the line stands: `median` (default), `mean` or `none`",
                "axis: what is measured, below the axis",
                "low: what small values mean",
                "high: what large values mean");
    }

    @Override
    public Optional<Figure> build(Exhibit exhibit) {
        String mark = exhibit.option("mark", "median");
        if (!List.of("median", "mean", "none").contains(mark)) {
            exhibit.problem("`mark: " + mark + "` is not known", Optional.of("known: `median`, `mean`, `none`"));
            return Optional.empty();
        }
        List<StripPlot.Row> rows = new ArrayList<>();
        List<String> sentences = new ArrayList<>();
        for (AnalysisSpec analysis : exhibit.analyses()) {
            Map<String, String> turns = exhibit.turns(analysis);
            turns.forEach((path, outcome) -> {
                Map<String, String> groups = PlottedRows.groups(exhibit, analysis, path);
                List<String> keys = List.copyOf(groups.keySet());
                groups.forEach((key, label) -> {
                    String variable = exhibit.variable(analysis.id(), outcome)
                            .map(VariableSpec::label)
                            .orElse(outcome);
                    String name = label.isEmpty() ? variable : turns.size() > 1 ? variable + ", " + label : label;
                    row(exhibit, key, outcome, name, mark, keys.indexOf(key)).ifPresent(row -> {
                        rows.add(row);
                        sentences.add((name + " " + row.display()).strip());
                    });
                });
            });
        }
        if (rows.isEmpty()) {
            exhibit.problem(
                    "the analyses have no numbers with at most " + MOST + " observations a group",
                    Optional.of("name analyses by the method `describe`; for more observations `chart: histogram` or"
                            + " `chart: quartiles`"));
            return Optional.empty();
        }
        String heading = mark.equals("mean") ? "Mean (SD)" : "Median (quartiles)";
        return Optional.of(new Figure(
                new StripPlot(
                        heading,
                        rows,
                        new AxisText(
                                exhibit.option("axis", ""), exhibit.option("low", ""), exhibit.option("high", ""))),
                "Every value as a dot. " + heading + ": " + String.join("; ", sentences) + "."));
    }

    private static Optional<StripPlot.Row> row(
            Exhibit exhibit, String key, String outcome, String label, String mark, int series) {
        Optional<PlottedRows> rows = PlottedRows.of(exhibit, key);
        Optional<NumberColumn> column = rows.flatMap(r -> r.number(outcome));
        if (column.isEmpty()) {
            return Optional.empty();
        }
        List<Double> values = rows.get().values(column.get(), MOST);
        if (values.isEmpty()) {
            return Optional.empty();
        }
        Optional<Double> at = mark.equals("none") ? Optional.empty() : Values.of(exhibit, key + "." + mark);
        String display = exhibit.composites()
                .get(key, mark.equals("mean") ? "mean_sd" : "median_iqr")
                .map(c -> c.text())
                .orElse("");
        return Optional.of(new StripPlot.Row(
                label, values, at.map(OptionalDouble::of).orElseGet(OptionalDouble::empty), display, series));
    }
}
