package org.countersign.report.exhibit.figures;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.countersign.chart.AxisText;
import org.countersign.chart.ChartType;
import org.countersign.chart.types.LabelledBars;
import org.countersign.report.exhibit.Exhibit;
import org.countersign.report.exhibit.FigureType;
import org.countersign.study.AnalysisSpec;

/** Counts by category, from analyses by {@code theme_frequencies} or {@code frequencies}; several analyses are series. */
public final class LabelledBarsFigure implements FigureType {

    @Override
    public ChartType chart() {
        return LabelledBars.TYPE;
    }

    @Override
    public List<String> options() {
        return List.of(
                "quantity: what is shown, such as `excerpts`, `respondents`, `count`",
                "style: `bars` or `dots`",
                "axis: what is counted, below the axis");
    }

    @Override
    public Optional<Figure> build(Exhibit exhibit) {
        String quantity = exhibit.option("quantity", "count");
        List<String> series = new ArrayList<>();
        Map<String, List<LabelledBars.Quantity>> byLabel = new LinkedHashMap<>();
        List<String> sentences = new ArrayList<>();
        for (AnalysisSpec analysis : exhibit.analyses()) {
            exhibit.turns(analysis).forEach((path, outcome) -> {
                String name = analysis.label().orElse(outcome);
                series.add(name);
                List<String> parts = new ArrayList<>();
                exhibit.variable(analysis.id(), outcome)
                        .map(Exhibit::levelLabels)
                        .orElse(Map.of())
                        .forEach((slug, label) -> {
                            String key = path + "." + slug + "." + quantity;
                            byLabel.computeIfAbsent(label, l -> new ArrayList<>())
                                    .add(new LabelledBars.Quantity(
                                            Values.orZero(exhibit, key), Values.display(exhibit, key)));
                            parts.add(label + " " + Values.display(exhibit, key));
                        });
                sentences.add(name + ": " + String.join(", ", parts));
            });
        }
        List<LabelledBars.Category> categories = new ArrayList<>();
        byLabel.forEach((label, quantities) -> {
            if (quantities.size() == series.size()) {
                categories.add(new LabelledBars.Category(label, quantities));
            }
        });
        if (categories.isEmpty()) {
            exhibit.problem("the analyses have no `" + quantity + "` by category", Optional.empty());
            return Optional.empty();
        }
        categories.sort(java.util.Comparator.comparingDouble(c -> -c.quantities().stream()
                .mapToDouble(LabelledBars.Quantity::value)
                .sum()));
        LabelledBars.Style style =
                exhibit.option("style", "bars").equals("dots") ? LabelledBars.Style.DOTS : LabelledBars.Style.BARS;
        return Optional.of(new Figure(
                new LabelledBars(series, categories, style, AxisText.of(exhibit.option("axis", ""))),
                "Bars by category. " + String.join("; ", sentences) + "."));
    }
}
