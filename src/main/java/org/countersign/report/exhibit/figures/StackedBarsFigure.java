package org.countersign.report.exhibit.figures;

import java.util.ArrayList;
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

    @Override
    public ChartType chart() {
        return StackedBars.TYPE;
    }

    @Override
    public List<String> options() {
        return List.of();
    }

    @Override
    public Optional<Figure> build(Exhibit exhibit) {
        AnalysisSpec analysis = exhibit.analyses().get(0);
        Map.Entry<String, String> turn =
                exhibit.turns(analysis).entrySet().iterator().next();
        Optional<VariableSpec> outcome = exhibit.variable(analysis.id(), turn.getValue());
        Optional<VariableSpec> group = exhibit.group(analysis);
        if (outcome.isEmpty() || group.isEmpty() || outcome.get().levels().size() > 6) {
            exhibit.problem(
                    "the chart shows one outcome of at most six levels by group",
                    Optional.of("name one analysis by the method `frequencies` with a `group`"));
            return Optional.empty();
        }
        Map<String, String> levels = Exhibit.levelLabels(outcome.get());
        List<StackedBars.Group> groups = new ArrayList<>();
        List<String> sentences = new ArrayList<>();
        Exhibit.levelLabels(group.get()).forEach((slug, label) -> {
            String path = turn.getKey() + "." + slug;
            List<Double> shares = new ArrayList<>();
            List<String> texts = new ArrayList<>();
            List<String> parts = new ArrayList<>();
            levels.forEach((level, name) -> {
                shares.add(Values.orZero(exhibit, path + "." + level + ".percent"));
                String count = Values.display(exhibit, path + "." + level + ".count");
                texts.add(count);
                parts.add(name + " " + count);
            });
            groups.add(new StackedBars.Group(label, "n = " + Values.display(exhibit, path + ".n"), shares, texts));
            sentences.add(label + ": " + String.join(", ", parts));
        });
        if (groups.stream()
                .anyMatch(g ->
                        g.shares().stream().mapToDouble(Double::doubleValue).sum() == 0)) {
            exhibit.problem("a group has no observations", Optional.empty());
            return Optional.empty();
        }
        return Optional.of(new Figure(
                new StackedBars(List.copyOf(levels.values()), groups),
                "Stacked bars of " + outcome.get().label() + " by group. " + String.join("; ", sentences) + "."));
    }
}
