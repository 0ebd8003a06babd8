package org.countersign.report.exhibit.figures;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.countersign.chart.AxisText;
import org.countersign.chart.ChartType;
import org.countersign.chart.types.QuartilePlot;
import org.countersign.report.exhibit.Exhibit;
import org.countersign.report.exhibit.FigureType;
import org.countersign.study.AnalysisSpec;
import org.countersign.study.VariableSpec;

/** Median, quartiles and range of each outcome by group, from analyses by the method {@code describe}. */
public final class QuartilesFigure implements FigureType {

    private static final int MOST_DOTS = 150;
    private static final int HIGHEST_STACK = 40;

    @Override
    public ChartType chart() {
        return QuartilePlot.TYPE;
    }

    @Override
    public List<String> takes() {
        return List.of("baseline", "describe");
    }

    @Override
    public List<String> options() {
        return List.of(
                "axis: what is measured, below the axis",
                "low: what small values mean",
                "high: what large values mean",
                "reference: where a line stands, such as `0` for changes; `none` for no line",
                "dots: `none` leaves the single values out; they are shown for up to 150 observations a group");
    }

    @Override
    public Optional<Figure> build(Exhibit exhibit) {
        List<QuartilePlot.Outcome> outcomes = new ArrayList<>();
        List<String> sentences = new ArrayList<>();
        for (AnalysisSpec analysis : exhibit.analyses()) {
            Map<String, String> labels = groups(exhibit, analysis);
            exhibit.turns(analysis).forEach((path, outcome) -> {
                Optional<VariableSpec> variable = exhibit.variable(analysis.id(), outcome);
                String label = variable.map(VariableSpec::label).orElse(outcome);
                List<QuartilePlot.Group> groups = new ArrayList<>();
                labels.forEach((slug, name) ->
                        group(exhibit, at(path, slug), name, outcome).ifPresent(groups::add));
                if (variable.filter(v -> v.type().isCategorical()).isPresent()) {
                    return;
                }
                if (groups.size() < labels.size()) {
                    exhibit.problem(
                            "`" + outcome + "` has no observations in " + without(labels, groups)
                                    + ", where other outcomes have some",
                            Optional.of("show it in a figure of its own"));
                } else if (!groups.isEmpty()) {
                    outcomes.add(new QuartilePlot.Outcome(label, groups));
                    sentences.add(label + ": "
                            + String.join(
                                    ", ",
                                    groups.stream()
                                            .map(g -> (g.label() + " " + g.display()).strip())
                                            .toList()));
                }
            });
        }
        if (outcomes.isEmpty()) {
            exhibit.problem(
                    "the analyses have no medians and quartiles: no numeric outcome has observations",
                    Optional.of("check the populations of the analyses and the missing values of their outcomes"));
            return Optional.empty();
        }
        if (outcomes.stream().flatMap(o -> o.groups().stream()).anyMatch(g -> highest(g.values()) > HIGHEST_STACK)) {
            outcomes.replaceAll(QuartilesFigure::withoutDots);
        }
        String reference = exhibit.option("reference", "0");
        QuartilePlot plot = new QuartilePlot(
                "Median (quartiles)",
                outcomes,
                reference.equals("none")
                        ? OptionalDouble.empty()
                        : OptionalDouble.of(exhibit.number("reference", 0).orElse(0.0)),
                new AxisText(exhibit.option("axis", ""), exhibit.option("low", ""), exhibit.option("high", "")));
        return Optional.of(new Figure(plot, "Median with quartiles by group. " + String.join("; ", sentences) + "."));
    }

    /** The levels of the group in which an outcome has observations; the whole under an empty name if there is no group. */
    private static Map<String, String> groups(Exhibit exhibit, AnalysisSpec analysis) {
        Map<String, String> labels = new LinkedHashMap<>();
        exhibit.group(analysis).map(Exhibit::levelLabels).orElse(Map.of("", "")).forEach((slug, label) -> {
            if (exhibit.turns(analysis).entrySet().stream()
                    .anyMatch(turn -> group(exhibit, at(turn.getKey(), slug), label, turn.getValue())
                            .isPresent())) {
                labels.put(slug, label);
            }
        });
        return labels;
    }

    private static String at(String path, String slug) {
        return slug.isEmpty() ? path : path + "." + slug;
    }

    private static String without(Map<String, String> labels, List<QuartilePlot.Group> groups) {
        List<String> some = groups.stream().map(QuartilePlot.Group::label).toList();
        return String.join(
                ", ",
                labels.values().stream()
                        .filter(label -> !some.contains(label))
                        .map(label -> "`" + label + "`")
                        .toList());
    }

    private static Optional<QuartilePlot.Group> group(Exhibit exhibit, String path, String label, String outcome) {
        Optional<Double> min = Values.of(exhibit, path + ".min");
        Optional<Double> q1 = Values.of(exhibit, path + ".q1");
        Optional<Double> median = Values.of(exhibit, path + ".median");
        Optional<Double> q3 = Values.of(exhibit, path + ".q3");
        Optional<Double> max = Values.of(exhibit, path + ".max");
        if (min.isEmpty() || q1.isEmpty() || median.isEmpty() || q3.isEmpty() || max.isEmpty()) {
            return Optional.empty();
        }
        String display =
                exhibit.composites().get(path, "median_iqr").map(c -> c.text()).orElse("");
        return Optional.of(new QuartilePlot.Group(
                label, min.get(), q1.get(), median.get(), q3.get(), max.get(), display, dots(exhibit, path, outcome)));
    }

    /** How often the commonest value occurs: a stack of so many dots would be dust. */
    private static long highest(List<Double> values) {
        Map<Double, Long> counts = new TreeMap<>();
        values.forEach(v -> counts.merge(v, 1L, Long::sum));
        return counts.values().stream().mapToLong(Long::longValue).max().orElse(0);
    }

    private static QuartilePlot.Outcome withoutDots(QuartilePlot.Outcome outcome) {
        return new QuartilePlot.Outcome(
                outcome.label(),
                outcome.groups().stream()
                        .map(g -> new QuartilePlot.Group(
                                g.label(),
                                g.min(),
                                g.lowerQuartile(),
                                g.median(),
                                g.upperQuartile(),
                                g.max(),
                                g.display(),
                                List.of()))
                        .toList());
    }

    private static List<Double> dots(Exhibit exhibit, String path, String outcome) {
        Optional<PlottedRows> rows = PlottedRows.of(exhibit, path);
        return exhibit.option("dots", "").equals("none")
                ? List.of()
                : rows.flatMap(r -> r.number(outcome))
                        .map(column -> rows.get().values(column, MOST_DOTS))
                        .orElse(List.of());
    }
}
