package org.countersign.report.exhibit.figures;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.countersign.chart.AxisText;
import org.countersign.chart.ChartType;
import org.countersign.chart.types.ScatterPlot;
import org.countersign.dataset.CategoryColumn;
import org.countersign.dataset.NumberColumn;
import org.countersign.report.exhibit.Exhibit;
import org.countersign.report.exhibit.FigureType;
import org.countersign.study.AnalysisSpec;
import org.countersign.study.Level;
import org.countersign.study.LocatedText;
import org.countersign.study.VariableSpec;

/** Two variables against each other, from an analysis by {@code correlation} or a regression. */
public final class ScatterFigure implements FigureType {

    private static final int MOST_GROUPS = 4;

    /** Parameters with which a linear model of one covariate is still a straight line. */
    private static final Set<String> STRAIGHT = Set.of("level", "decimals", "errors");

    private static final int MOST = 5000;

    @Override
    public ChartType chart() {
        return ScatterPlot.TYPE;
    }

    @Override
    public List<String> takes() {
        return List.of(
                "adjusted_means",
                "correlation",
                "describe",
                "estimating_equations",
                "linear_model",
                "mixed_model",
                "negative_binomial_regression",
                "paired_t_test",
                "partial_correlation",
                "poisson_regression",
                "quantile_regression",
                "sign_test",
                "wilcoxon_signed_rank");
    }

    @Override
    public List<String> options() {
        return List.of(
                "x: the variable along the horizontal axis; by default the first outcome of a correlation, the first covariate"
                        + " of a regression",
                "y: the variable along the vertical axis; by default the second outcome, the outcome of a regression",
                "group: variable whose levels are told apart; by default the group of the analysis, `none` for none",
                "axis: what is measured, below the axis");
    }

    @Override
    public Optional<Figure> build(Exhibit exhibit) {
        AnalysisSpec analysis = exhibit.analyses().get(0);
        List<String> outcomes = names(analysis, "outcome");
        List<String> covariates = names(analysis, "covariates");
        String x = exhibit.option(
                "x", covariates.isEmpty() ? outcomes.stream().findFirst().orElse("") : covariates.get(0));
        String y = exhibit.option("y", covariates.isEmpty() && outcomes.size() > 1 ? outcomes.get(1) : first(outcomes));
        Optional<PlottedRows> rows = PlottedRows.ofAnalysis(exhibit, analysis.id());
        Optional<NumberColumn> across = rows.flatMap(r -> r.number(x));
        Optional<NumberColumn> up = rows.flatMap(r -> r.number(y));
        if (across.isEmpty() || up.isEmpty() || x.equals(y)) {
            exhibit.problem(
                    "the chart shows two numeric variables against each other",
                    Optional.of("name two numeric variables of the dataset: `options: {x: ..., y: ...}`"));
            return Optional.empty();
        }
        if (rows.get().rows().size() > MOST) {
            exhibit.problem(
                    "more than " + MOST + " points cannot be told apart",
                    Optional.of("name an analysis of a population with fewer rows"));
            return Optional.empty();
        }
        String group = exhibit.option("group", first(names(analysis, "group")));
        Optional<CategoryColumn> by = rows.get()
                .dataset()
                .column(group)
                .flatMap(c -> c instanceof CategoryColumn category ? Optional.of(category) : Optional.empty());
        if (by.filter(c -> c.levels().size() > MOST_GROUPS).isPresent()
                || by.isEmpty() && !group.isEmpty() && !group.equals("none")) {
            exhibit.problem(
                    "`group: " + group + "`: expected a variable with up to " + MOST_GROUPS + " levels",
                    Optional.empty());
            return Optional.empty();
        }
        return Optional.of(figure(exhibit, analysis, rows.get(), across.get(), up.get(), by));
    }

    private static Figure figure(
            Exhibit exhibit,
            AnalysisSpec analysis,
            PlottedRows rows,
            NumberColumn x,
            NumberColumn y,
            Optional<CategoryColumn> by) {
        Map<Integer, List<ScatterPlot.Point>> points = new LinkedHashMap<>();
        for (int level = 0; level < by.map(c -> c.levels().size()).orElse(1); level++) {
            points.put(level, new ArrayList<>());
        }
        rows.rows().forEach(row -> {
            int level = by.map(c -> c.level(row)).orElse(0);
            if (level >= 0 && !x.isMissing(row) && !y.isMissing(row)) {
                points.getOrDefault(level, new ArrayList<>()).add(new ScatterPlot.Point(x.value(row), y.value(row)));
            }
        });
        List<ScatterPlot.Group> groups = new ArrayList<>();
        points.forEach((level, some) -> {
            if (!some.isEmpty()) {
                groups.add(new ScatterPlot.Group(
                        by.map(c -> c.levels().get(level).label()).orElse(""),
                        some,
                        line(exhibit, analysis, x, y, by, level, some)));
            }
        });
        VariableSpec across = x.variable();
        String summary = exhibit.composites()
                .get(analysis.id(), "estimate_ci")
                .map(c -> " Coefficient: " + c.text() + ".")
                .orElse("");
        String lines = groups.stream().anyMatch(g -> !g.fit().isEmpty()) ? ", with the fitted lines" : "";
        return new Figure(
                new ScatterPlot(
                        new AxisText(exhibit.option("axis", titled(across)), "", ""), titled(y.variable()), groups),
                y.variable().label() + " against " + across.label()
                        + by.map(c -> " by " + c.variable().label()).orElse("") + lines + "." + summary);
    }

    /**
     * The line of a linear model of {@code y} on {@code x} and at most the group, from its coefficients; no line for any
     * other model, which no line in this plane would show.
     */
    private static List<ScatterPlot.Fit> line(
            Exhibit exhibit,
            AnalysisSpec analysis,
            NumberColumn x,
            NumberColumn y,
            Optional<CategoryColumn> by,
            int level,
            List<ScatterPlot.Point> points) {
        String path = analysis.id();
        List<String> outcome = names(analysis, "outcome");
        boolean whole = analysis.method().text().equals("linear_model")
                && names(analysis, "covariates").equals(List.of(x.variable().name()))
                && outcome.equals(List.of(y.variable().name()))
                && STRAIGHT.containsAll(analysis.parameters().keySet())
                && by.map(c -> c.variable().name())
                        .map(List::of)
                        .orElse(List.of())
                        .equals(names(analysis, "group"));
        Optional<Double> intercept = Values.of(exhibit, path + ".intercept.estimate");
        Optional<Double> slope =
                Values.of(exhibit, path + "." + slug(x.variable().name()) + ".estimate");
        if (!whole || intercept.isEmpty() || slope.isEmpty()) {
            return List.of();
        }
        Optional<Double> shift = Optional.of(0.0);
        if (by.isPresent() && level != by.get().variable().referenceIndex()) {
            String term = path + "." + slug(by.get().variable().name());
            shift = Values.of(
                    exhibit,
                    by.get().levels().size() == 2
                            ? term + ".estimate"
                            : term + "." + by.get().levels().get(level).slug() + ".estimate");
        }
        if (shift.isEmpty()) {
            return List.of();
        }
        double start = intercept.get() + shift.get();
        double low = points.stream().mapToDouble(ScatterPlot.Point::x).min().orElse(0);
        double high = points.stream().mapToDouble(ScatterPlot.Point::x).max().orElse(0);
        return low < high ? List.of(at(low, start, slope.get()), at(high, start, slope.get())) : List.of();
    }

    private static ScatterPlot.Fit at(double x, double start, double slope) {
        double y = start + slope * x;
        return new ScatterPlot.Fit(x, y, y, y);
    }

    private static String slug(String name) {
        return Level.slug(name);
    }

    private static String titled(VariableSpec variable) {
        return variable.label() + variable.unit().map(u -> ", " + u).orElse("");
    }

    private static List<String> names(AnalysisSpec analysis, String role) {
        return analysis.roles().getOrDefault(role, List.of()).stream()
                .map(LocatedText::text)
                .toList();
    }

    private static String first(List<String> names) {
        return names.isEmpty() ? "" : names.get(0);
    }
}
