package org.countersign.report.exhibit.figures;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.countersign.chart.ChartType;
import org.countersign.chart.types.StackedBars;
import org.countersign.report.exhibit.Exhibit;
import org.countersign.report.exhibit.FigureType;
import org.countersign.study.AnalysisSpec;
import org.countersign.study.VariableSpec;

/** How each group divides into the levels of an ordered outcome, from an analysis by the method {@code frequencies}. */
public final class StackedBarsFigure implements FigureType {

    private static final int MOST_LEVELS = 6;

    @Override
    public ChartType chart() {
        return StackedBars.TYPE;
    }

    @Override
    public List<String> takes() {
        return List.of("frequencies");
    }

    @Override
    public List<String> options() {
        return List.of();
    }

    @Override
    public Optional<Figure> build(Exhibit exhibit) {
        AnalysisSpec analysis = exhibit.analyses().get(0);
        Map<String, String> turns = exhibit.turns(analysis);
        List<VariableSpec> outcomes = turns.values().stream()
                .map(name -> exhibit.variable(analysis.id(), name))
                .flatMap(Optional::stream)
                .toList();
        boolean alike = outcomes.stream().map(VariableSpec::levels).distinct().count() == 1;
        if (!alike
                || exhibit.group(analysis).isEmpty()
                || outcomes.get(0).levels().size() > MOST_LEVELS) {
            exhibit.problem(
                    "the chart shows outcomes with the same levels, " + MOST_LEVELS + " at most, by group",
                    Optional.of("name one analysis with a `group`"));
            return Optional.empty();
        }
        Map<String, String> levels = Exhibit.levelLabels(outcomes.get(0));
        List<StackedBars.Group> groups = new ArrayList<>();
        List<String> sentences = new ArrayList<>();
        Iterator<VariableSpec> outcome = outcomes.iterator();
        turns.keySet().forEach(path -> {
            String before = turns.size() > 1 ? outcome.next().label() + ", " : "";
            PlottedRows.groups(exhibit, analysis, path)
                    .forEach((at, label) -> group(exhibit, at, before + label, levels, groups, sentences));
        });
        if (groups.isEmpty()) {
            exhibit.problem("no group has observations", Optional.empty());
            return Optional.empty();
        }
        return Optional.of(new Figure(
                new StackedBars(List.copyOf(levels.values()), groups, Math.max(1, groups.size() / turns.size())),
                "Stacked bars of "
                        + String.join(
                                ", ", outcomes.stream().map(VariableSpec::label).toList())
                        + " by group. " + String.join("; ", sentences) + "."));
    }

    private static void group(
            Exhibit exhibit,
            String path,
            String label,
            Map<String, String> levels,
            List<StackedBars.Group> groups,
            List<String> sentences) {
        List<Double> shares = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        List<String> parts = new ArrayList<>();
        levels.forEach((level, name) -> {
            shares.add(Values.orZero(exhibit, path + "." + level + ".percent"));
            String count = Values.display(exhibit, path + "." + level + ".count");
            texts.add(count);
            parts.add(name + " " + count);
        });
        if (shares.stream().mapToDouble(Double::doubleValue).sum() > 0) {
            groups.add(new StackedBars.Group(label, "n = " + Values.display(exhibit, path + ".n"), shares, texts));
            sentences.add(label + ": " + String.join(", ", parts));
        }
    }
}
