package org.countersign.report.exhibit.figures;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.countersign.chart.AxisText;
import org.countersign.chart.ChartType;
import org.countersign.chart.types.Histogram;
import org.countersign.dataset.NumberColumn;
import org.countersign.report.exhibit.Exhibit;
import org.countersign.report.exhibit.FigureType;
import org.countersign.study.AnalysisSpec;
import org.countersign.study.VariableSpec;

/** The distribution of one outcome by group, from an analysis by the method {@code describe}. */
public final class HistogramFigure implements FigureType {

    private static final int MOST_GROUPS = 4;
    private static final int MOST_BINS = 200;
    private static final double[] ROUND = {1, 2, 2.5, 5, 10};

    @Override
    public ChartType chart() {
        return Histogram.TYPE;
    }

    @Override
    public List<String> takes() {
        return List.of("baseline", "describe");
    }

    @Override
    public List<String> options() {
        return List.of(
                "outcome: which variable, if the analysis has several",
                "bins: about how many bars; by default the square root of the number of observations, 5 to 30",
                "axis: what is measured, below the axis",
                "low: what small values mean",
                "high: what large values mean");
    }

    @Override
    public Optional<Figure> build(Exhibit exhibit) {
        AnalysisSpec analysis = exhibit.analyses().get(0);
        Map<String, String> turns = exhibit.turns(analysis);
        String outcome = exhibit.option("outcome", turns.values().iterator().next());
        Optional<String> path = turns.entrySet().stream()
                .filter(t -> t.getValue().equals(outcome))
                .map(Map.Entry::getKey)
                .findFirst();
        Map<String, String> groups =
                path.map(p -> PlottedRows.groups(exhibit, analysis, p)).orElse(Map.of());
        Map<String, PlottedRows> rows = new LinkedHashMap<>();
        groups.forEach((key, label) -> PlottedRows.of(exhibit, key).ifPresent(r -> rows.put(key, r)));
        Optional<NumberColumn> column = rows.values().stream()
                .findFirst()
                .flatMap(r -> r.number(outcome))
                .filter(c -> rows.values().stream().anyMatch(r -> r.size(c) > 0));
        if (column.isEmpty() || groups.size() > MOST_GROUPS) {
            exhibit.problem(
                    "the chart shows one numeric variable of an analysis, for up to " + MOST_GROUPS + " groups",
                    Optional.of("known: " + String.join(", ", turns.values())));
            return Optional.empty();
        }
        Optional<Double> bins = exhibit.number("bins", 0);
        if (bins.isEmpty()) {
            return Optional.empty();
        }
        if (!(bins.get() >= 0 && bins.get() <= MOST_BINS)) {
            exhibit.problem("`bins`: expected 1 to " + MOST_BINS + " bars", Optional.empty());
            return Optional.empty();
        }
        List<Double> edges = edges(column.get(), rows.values(), bins.get());
        List<Histogram.Panel> panels = new ArrayList<>();
        List<String> sentences = new ArrayList<>();
        rows.forEach((key, r) -> {
            String display = exhibit.composites()
                    .get(key, "median_iqr")
                    .map(c -> c.text())
                    .orElse("");
            String label = String.valueOf(groups.get(key));
            panels.add(new Histogram.Panel(
                    label,
                    counts(column.get(), r, edges),
                    Values.of(exhibit, key + ".median").map(OptionalDouble::of).orElseGet(OptionalDouble::empty),
                    Values.display(exhibit, key + ".median").isEmpty()
                            ? ""
                            : "median " + Values.display(exhibit, key + ".median")));
            sentences.add((label + " " + display).strip());
        });
        VariableSpec variable = column.get().variable();
        String axis = variable.label() + variable.unit().map(u -> ", " + u).orElse("");
        return Optional.of(new Figure(
                new Histogram(
                        new AxisText(
                                exhibit.option("axis", axis), exhibit.option("low", ""), exhibit.option("high", "")),
                        "Number",
                        edges,
                        panels),
                "Distribution of " + variable.label() + ". Median (quartiles): " + String.join("; ", sentences) + "."));
    }

    /**
     * Round edges that begin at or below the least value; whole numbers whose range has no more than the wished number of
     * bars get one each, around the number.
     */
    private static List<Double> edges(NumberColumn column, Iterable<PlottedRows> groups, double wished) {
        double[] range = {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
        long size = 0;
        for (PlottedRows group : groups) {
            size += group.size(column);
            group.rows().forEach(row -> {
                if (!column.isMissing(row)) {
                    range[0] = Math.min(range[0], column.value(row));
                    range[1] = Math.max(range[1], column.value(row));
                }
            });
        }
        double bars = wished >= 1 ? wished : Math.min(30, Math.max(5, Math.sqrt(size)));
        double smallest = Math.pow(10, -column.decimals());
        double width = Math.max(smallest, round((range[1] - range[0]) / bars));
        if (column.decimals() == 0) {
            width = Math.max(1, Math.ceil(width));
        }
        double start = Math.floor(range[0] / width) * width - (width == smallest ? smallest / 2 : 0);
        List<Double> edges = new ArrayList<>();
        // where the values are so large that the width is lost in them, each edge is the next number
        width = Math.max(width, 2 * Math.ulp(Math.max(Math.abs(range[0]), Math.abs(range[1]))));
        for (int i = 0; i <= 2 * MOST_BINS && (i == 0 || edges.get(i - 1) <= range[1]); i++) {
            edges.add(start + i * width);
        }
        return edges;
    }

    private static double round(double width) {
        if (!(width > 0)) {
            return 1;
        }
        double power = Math.pow(10, Math.floor(Math.log10(width)));
        for (double factor : ROUND) {
            if (factor * power >= width * (1 - 1e-9)) {
                return factor * power;
            }
        }
        return 10 * power;
    }

    private static List<Integer> counts(NumberColumn column, PlottedRows group, List<Double> edges) {
        int[] counts = new int[edges.size() - 1];
        group.rows().forEach(row -> {
            if (!column.isMissing(row)) {
                int at = Collections.binarySearch(edges, column.value(row));
                int bin = at >= 0 ? at : -at - 2;
                counts[Math.min(counts.length - 1, Math.max(0, bin))] +=
                        (int) group.dataset().count(row);
            }
        });
        List<Integer> list = new ArrayList<>();
        for (int count : counts) {
            list.add(count);
        }
        return list;
    }
}
