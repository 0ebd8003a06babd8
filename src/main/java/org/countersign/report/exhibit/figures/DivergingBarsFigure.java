package org.countersign.report.exhibit.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.countersign.chart.ChartType;
import org.countersign.chart.types.DivergingBars;
import org.countersign.report.exhibit.Exhibit;
import org.countersign.report.exhibit.FigureType;
import org.countersign.study.AnalysisSpec;
import org.countersign.study.Level;
import org.countersign.study.VariableSpec;

/** Answers on an agreement scale, from analyses by the method {@code frequencies}, a bar for each item and group. */
public final class DivergingBarsFigure implements FigureType {

    @Override
    public ChartType chart() {
        return DivergingBars.TYPE;
    }

    @Override
    public List<String> takes() {
        return List.of("frequencies");
    }

    @Override
    public List<String> options() {
        return List.of(
                "low: heads the texts on the left, such as `Disagree`",
                "high: heads the texts on the right, such as `Agree`");
    }

    @Override
    public Optional<Figure> build(Exhibit exhibit) {
        List<DivergingBars.Item> items = new ArrayList<>();
        List<String> sentences = new ArrayList<>();
        List<Level> levels = new ArrayList<>();
        for (AnalysisSpec analysis : exhibit.analyses()) {
            exhibit.turns(analysis).forEach((path, outcome) -> {
                Optional<VariableSpec> variable = exhibit.variable(analysis.id(), outcome);
                if (variable.isEmpty()) {
                    return;
                }
                if (levels.isEmpty()) {
                    levels.addAll(variable.get().levels());
                }
                if (!levels.equals(variable.get().levels())) {
                    exhibit.problem(
                            "`" + outcome + "` has other levels than the items before it",
                            Optional.of("show it in a figure of its own"));
                    return;
                }
                boolean several =
                        exhibit.turns(analysis).size() > 1 || exhibit.analyses().size() > 1;
                PlottedRows.groups(exhibit, analysis, path).forEach((at, group) -> {
                    String label = group.isEmpty()
                            ? variable.get().label()
                            : several ? variable.get().label() + ", " + group : group;
                    items.add(item(exhibit, at, label, variable.get()));
                    sentences.add(label + ": " + String.join(", ", parts(exhibit, at, variable.get())));
                });
            });
        }
        if (items.isEmpty() || levels.size() < 2 || levels.size() > 7) {
            exhibit.problem(
                    "the chart shows items with the same two to seven levels",
                    Optional.of("such as the answers on an agreement scale"));
            return Optional.empty();
        }
        return Optional.of(new Figure(
                new DivergingBars(
                        levels.stream().map(Level::label).toList(),
                        exhibit.option("low", ""),
                        exhibit.option("high", ""),
                        items),
                "Diverging bars of answers. " + String.join("; ", sentences) + "."));
    }

    private static List<String> parts(Exhibit exhibit, String path, VariableSpec variable) {
        return variable.levels().stream()
                .map(l -> l.label() + " " + Values.display(exhibit, path + "." + l.slug() + ".count"))
                .toList();
    }

    private static DivergingBars.Item item(Exhibit exhibit, String path, String label, VariableSpec variable) {
        List<Double> shares = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        for (Level level : variable.levels()) {
            double share = Values.orZero(exhibit, path + "." + level.slug() + ".percent");
            shares.add(share);
            texts.add(share == 0 ? "" : Values.display(exhibit, path + "." + level.slug() + ".count"));
        }
        return new DivergingBars.Item(label, shares, texts, "", "n = " + Values.display(exhibit, path + ".n"));
    }
}
