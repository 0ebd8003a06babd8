package org.countersign.report.exhibit.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.countersign.analysis.SurvivalSeries;
import org.countersign.chart.ChartType;
import org.countersign.chart.types.SurvivalCurve;
import org.countersign.report.exhibit.Exhibit;
import org.countersign.report.exhibit.FigureType;
import org.countersign.study.AnalysisSpec;
import org.countersign.study.LocatedText;
import org.countersign.study.VariableSpec;
import org.countersign.study.yaml.ShapeChecker;

/** Kaplan-Meier curves by group, from an analysis by the method {@code kaplan_meier}. */
public final class SurvivalFigure implements FigureType {

    private static final int MOST_GROUPS = 4;
    private static final int RISK_TIMES = 6;
    private static final double[] ROUND = {1, 2, 2.5, 3, 5, 6, 10};

    @Override
    public ChartType chart() {
        return SurvivalCurve.TYPE;
    }

    @Override
    public List<String> takes() {
        return List.of("kaplan_meier");
    }

    @Override
    public List<String> options() {
        return List.of(
                "axis: the title of the time axis; by default the time variable and its unit",
                "vertical: the title of the vertical axis; by default `Proportion without the event`",
                "risk_times: times below which the numbers at risk stand, such as `[0, 12, 24]`, as far as follow-up goes; round ones by default");
    }

    @Override
    public Optional<Figure> build(Exhibit exhibit) {
        AnalysisSpec analysis = exhibit.analyses().get(0);
        List<SurvivalSeries> series = exhibit.model().ledger().survivalBelow(analysis.id());
        if (series.isEmpty() || series.size() > MOST_GROUPS) {
            exhibit.problem(
                    "the chart shows up to " + MOST_GROUPS + " survival curves; `" + analysis.id() + "` has "
                            + series.size(),
                    Optional.of("name an analysis by the method `kaplan_meier`, of one outcome and at most "
                            + MOST_GROUPS + " groups"));
            return Optional.empty();
        }
        double end = series.stream().mapToDouble(SurvivalFigure::end).max().orElse(0);
        Optional<List<Double>> times = riskTimes(exhibit, end);
        if (times.isEmpty() || !(end > 0)) {
            return Optional.empty();
        }
        List<SurvivalCurve.Group> groups = new ArrayList<>();
        List<String> sentences = new ArrayList<>();
        for (SurvivalSeries one : series) {
            groups.add(group(exhibit, one, times.get()));
            String key = one.key().text();
            sentences.add((one.label() + " median " + Values.display(exhibit, key + ".estimate")).strip());
        }
        Optional<VariableSpec> time = exhibit.variable(
                analysis.id(),
                analysis.roles().getOrDefault("time", List.of()).stream()
                        .map(LocatedText::text)
                        .findFirst()
                        .orElse(""));
        String axis = time.map(t -> t.label() + t.unit().map(u -> ", " + u).orElse(""))
                .orElse("Time");
        return Optional.of(new Figure(
                new SurvivalCurve(
                        exhibit.option("axis", axis),
                        exhibit.option("vertical", "Proportion without the event"),
                        "At risk at",
                        times.get(),
                        groups),
                "Kaplan-Meier curves. " + String.join("; ", sentences) + "."));
    }

    private static double end(SurvivalSeries series) {
        return series.points().get(series.points().size() - 1).time();
    }

    private static SurvivalCurve.Group group(Exhibit exhibit, SurvivalSeries series, List<Double> times) {
        List<SurvivalCurve.Step> steps = new ArrayList<>();
        List<Double> censored = new ArrayList<>();
        for (SurvivalSeries.Point point : series.points()) {
            if (point.events() > 0) {
                steps.add(new SurvivalCurve.Step(point.time(), point.survival()));
            }
            if (point.censored() > 0) {
                censored.add(point.time());
            }
        }
        return new SurvivalCurve.Group(
                series.label(),
                steps,
                censored,
                end(series),
                times.stream()
                        .map(t -> exhibit.model().style().count(series.atRisk(t)))
                        .toList());
    }

    /** The times that were asked for, or round ones; empty, with a problem, if one is no time. */
    private static Optional<List<Double>> riskTimes(Exhibit exhibit, double end) {
        List<LocatedText> asked = exhibit.spec().options().getOrDefault("risk_times", List.of());
        List<Double> times = new ArrayList<>();
        for (LocatedText text : asked) {
            if (!ShapeChecker.NUMBER.matcher(text.text()).matches() || !(Double.parseDouble(text.text()) >= 0)) {
                exhibit.problem("`risk_times: " + text + "`: expected times from nought upwards", Optional.empty());
                return Optional.empty();
            }
            if (Double.parseDouble(text.text()) <= end) {
                times.add(Double.valueOf(text.text()));
            }
        }
        if (asked.isEmpty()) {
            double power = Math.pow(10, Math.floor(Math.log10(Math.max(end, 1e-9) / RISK_TIMES)));
            double step = 10 * power;
            for (double factor : ROUND) {
                if (factor * power * RISK_TIMES >= end) {
                    step = factor * power;
                    break;
                }
            }
            for (int i = 0; i * step <= end; i++) {
                times.add(i * step);
            }
        }
        return Optional.of(times);
    }
}
