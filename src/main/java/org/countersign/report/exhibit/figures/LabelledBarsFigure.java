package org.countersign.report.exhibit.figures;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.countersign.chart.AxisText;
import org.countersign.chart.ChartType;
import org.countersign.chart.types.LabelledBars;
import org.countersign.report.exhibit.Exhibit;
import org.countersign.report.exhibit.FigureType;
import org.countersign.stats.QuantityKind;
import org.countersign.study.AnalysisSpec;
import org.countersign.study.VariableSpec;

/**
 * Quantities by category: the levels of an outcome, from {@code frequencies} or {@code theme_frequencies}, or the outcomes
 * of an analysis, from {@code proportion} or {@code describe}. The groups of an analysis are series; so are several
 * analyses.
 */
public final class LabelledBarsFigure implements FigureType {

    private static final int MOST_SERIES = 4;
    private static final List<String> USUAL = List.of("count", "estimate", "mean");

    @Override
    public ChartType chart() {
        return LabelledBars.TYPE;
    }

    @Override
    public List<String> takes() {
        return List.of(
                "adjusted_means",
                "cohen_kappa",
                "cronbach_alpha",
                "describe",
                "fleiss_kappa",
                "frequencies",
                "intraclass_correlation",
                "krippendorff_alpha",
                "mcdonald_omega",
                "percent_agreement",
                "proportion",
                "restricted_mean_survival",
                "theme_frequencies");
    }

    @Override
    public List<String> options() {
        return List.of(
                "quantity: what is shown, such as `excerpts`, `respondents`, `percent`; by default `count`, `estimate` or"
                        + " `mean`, the first that there is",
                "order: `size` (default) or `definition`, the order of levels or outcomes",
                "style: `bars` or `dots`",
                "axis: what is counted, below the axis");
    }

    @Override
    public Optional<Figure> build(Exhibit exhibit) {
        Bars bars = new Bars();
        for (AnalysisSpec analysis : exhibit.analyses()) {
            exhibit.turns(analysis).forEach((path, outcome) -> collect(exhibit, analysis, path, outcome, bars));
        }
        if (bars.missing.isPresent() || bars.series.isEmpty() || bars.series.size() > MOST_SERIES) {
            exhibit.problem(
                    bars.missing.orElse(
                            bars.series.size() + " series cannot be told apart; the chart shows up to " + MOST_SERIES),
                    Optional.of(
                            "series are the groups of an analysis, or several analyses; categories the levels of one"
                                    + " outcome (`frequencies`, `theme_frequencies`) or several outcomes (`proportion`, `describe`)"));
            return Optional.empty();
        }
        List<LabelledBars.Category> categories = new ArrayList<>();
        bars.byLabel.forEach((label, quantities) -> {
            if (quantities.size() == bars.series.size()) {
                categories.add(new LabelledBars.Category(label, List.copyOf(quantities.values())));
            }
        });
        if (categories.size() < bars.byLabel.size()) {
            exhibit.problem(
                    "the series have other categories: "
                            + String.join(
                                    ", ",
                                    bars.byLabel.entrySet().stream()
                                            .filter(e -> e.getValue().size() < bars.series.size())
                                            .map(Map.Entry::getKey)
                                            .toList())
                            + " is not in all of them",
                    Optional.of("show them in figures of their own"));
            return Optional.empty();
        }
        if (exhibit.option("order", "size").equals("size")) {
            categories.sort(Comparator.comparingDouble(c -> -c.quantities().stream()
                    .mapToDouble(LabelledBars.Quantity::value)
                    .sum()));
        }
        LabelledBars.Style style =
                exhibit.option("style", "bars").equals("dots") ? LabelledBars.Style.DOTS : LabelledBars.Style.BARS;
        return Optional.of(new Figure(
                new LabelledBars(List.copyOf(bars.series), categories, style, AxisText.of(exhibit.option("axis", ""))),
                "Bars by category. " + String.join("; ", alternative(bars, categories)) + "."));
    }

    /** What has been found so far. */
    private static final class Bars {
        private final Set<String> series = new LinkedHashSet<>();
        private final Map<String, Map<String, LabelledBars.Quantity>> byLabel = new LinkedHashMap<>();
        private Optional<String> missing = Optional.empty();

        void add(String category, String name, LabelledBars.Quantity quantity) {
            series.add(name);
            byLabel.computeIfAbsent(category, c -> new LinkedHashMap<>()).put(name, quantity);
        }
    }

    private static void collect(Exhibit exhibit, AnalysisSpec analysis, String path, String outcome, Bars bars) {
        Optional<VariableSpec> variable = exhibit.variable(analysis.id(), outcome);
        String outcomeLabel = variable.map(VariableSpec::label).orElse(outcome);
        Map<String, String> levels = variable.map(Exhibit::levelLabels).orElse(Map.of());
        String analysisLabel = analysis.label().orElse(outcomeLabel);
        boolean several = exhibit.turns(analysis).size() > 1;
        PlottedRows.groups(exhibit, analysis, path).forEach((at, group) -> {
            boolean found = false;
            for (Map.Entry<String, String> level : levels.entrySet()) {
                String below = at + "." + level.getKey();
                Optional<LabelledBars.Quantity> quantity = bar(exhibit, below + "." + quantity(exhibit, below));
                if (quantity.isPresent()) {
                    String name = several ? outcomeLabel + (group.isEmpty() ? "" : ", " + group) : group;
                    bars.add(level.getValue(), name.isEmpty() ? analysisLabel : name, quantity.get());
                    found = true;
                }
            }
            Optional<LabelledBars.Quantity> whole =
                    found ? Optional.empty() : bar(exhibit, at + "." + quantity(exhibit, at));
            if (whole.isPresent()) {
                bars.add(outcomeLabel, group.isEmpty() ? analysisLabel : group, whole.get());
                found = true;
            }
            if (!found) {
                bars.missing = Optional.of(
                        "there is no `" + exhibit.option("quantity", "count") + "` at `" + at + "` or its levels");
            }
        });
    }

    /** The quantity asked for, or the first usual one that there is. */
    private static String quantity(Exhibit exhibit, String path) {
        return exhibit.spec()
                .option("quantity")
                .orElseGet(() -> USUAL.stream()
                        .filter(q -> exhibit.entry(path + "." + q).isPresent())
                        .findFirst()
                        .orElse(USUAL.get(0)));
    }

    /** A bar as long as an entry is large, percentages by the hundred; empty if there is none, or it is negative. */
    private static Optional<LabelledBars.Quantity> bar(Exhibit exhibit, String key) {
        double scale = exhibit.entry(key)
                        .filter(e -> e.kind() == QuantityKind.PROPORTION)
                        .isPresent()
                ? 100
                : 1;
        return Values.of(exhibit, key)
                .filter(v -> v >= 0)
                .map(v -> new LabelledBars.Quantity(v * scale, Values.display(exhibit, key)));
    }

    private static List<String> alternative(Bars bars, List<LabelledBars.Category> categories) {
        List<String> sentences = new ArrayList<>();
        List<String> series = List.copyOf(bars.series);
        for (int i = 0; i < series.size(); i++) {
            int at = i;
            sentences.add(series.get(i) + ": "
                    + String.join(
                            ", ",
                            categories.stream()
                                    .map(c -> c.label() + " "
                                            + c.quantities().get(at).text())
                                    .toList()));
        }
        return sentences;
    }
}
