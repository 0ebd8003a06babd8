package org.countersign.report.exhibit.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.countersign.analysis.LedgerEntry;
import org.countersign.chart.AxisText;
import org.countersign.chart.ChartType;
import org.countersign.chart.Scale;
import org.countersign.chart.types.ForestPlot;
import org.countersign.report.exhibit.Effects;
import org.countersign.report.exhibit.Exhibit;
import org.countersign.report.exhibit.FigureType;
import org.countersign.stats.QuantityKind;

/** Estimates with intervals, one a row; ratios on a logarithmic scale. */
public final class ForestFigure implements FigureType {

    @Override
    public ChartType chart() {
        return ForestPlot.TYPE;
    }

    @Override
    public List<String> takes() {
        return Effects.WITH_INTERVAL;
    }

    @Override
    public List<String> options() {
        return List.of(
                Effects.TERM,
                "heading: heads the rows",
                "axis: what is estimated, below the axis",
                "low: what small values mean",
                "high: what large values mean");
    }

    @Override
    public Optional<Figure> build(Exhibit exhibit) {
        List<Effects.Row> effects = Effects.of(exhibit);
        if (effects.isEmpty() || !shareAnAxis(exhibit, effects)) {
            return Optional.empty();
        }
        boolean ratios = effects.stream().allMatch(e -> e.estimate().kind() == QuantityKind.RATIO);
        boolean p =
                effects.stream().anyMatch(e -> exhibit.entry(e.path() + ".p").isPresent());
        String level = exhibit.composites().level(effects.get(0).path()).orElse("");
        List<ForestPlot.Row> rows = new ArrayList<>();
        List<String> sentences = new ArrayList<>();
        Optional<Effects.Heading> heading = Optional.empty();
        for (Effects.Row effect : effects) {
            if (!effect.heading().equals(heading)) {
                heading = effect.heading();
                heading.ifPresent(h -> {
                    rows.add(new ForestPlot.Heading(h.text()));
                    h.test()
                            .ifPresent(test -> sentences.add(h.label() + ", " + test.name() + ": "
                                    + test.p().text()));
                });
            }
            rows.add(row(exhibit, effect, p));
            String label = effect.heading().map(h -> h.label() + ", ").orElse("") + effect.label();
            exhibit.composites()
                    .get(
                            effect.path(),
                            exhibit.entry(effect.path() + ".p").isPresent() ? "estimate_ci_p" : "estimate_ci")
                    .ifPresent(c -> sentences.add(label + ": " + c.text()));
        }
        if (rows.stream().noneMatch(ForestPlot.Estimate.class::isInstance)) {
            exhibit.problem("none of the estimates could be computed", Optional.empty());
            return Optional.empty();
        }
        List<String> columns = new ArrayList<>(List.of(Effects.quantity(effects) + " (" + level + " CI)"));
        if (p) {
            columns.add(exhibit.model().style().pSymbol());
        }
        ForestPlot plot = new ForestPlot(
                exhibit.option("heading", ""),
                columns,
                rows,
                OptionalDouble.of(ratios ? 1 : 0),
                ratios ? Scale.Kind.LOGARITHMIC : Scale.Kind.LINEAR,
                new AxisText(exhibit.option("axis", ""), exhibit.option("low", ""), exhibit.option("high", "")));
        return Optional.of(new Figure(
                plot,
                "Forest plot around " + (ratios ? "a ratio of one" : "zero") + ". " + String.join(". ", sentences)
                        + "."));
    }

    /** Ratios stand around one and differences around zero, and differences in one unit: else no axis fits all. */
    private static boolean shareAnAxis(Exhibit exhibit, List<Effects.Row> effects) {
        LedgerEntry first = effects.get(0).estimate();
        for (Effects.Row effect : effects) {
            LedgerEntry other = effect.estimate();
            if (other.kind() != first.kind() || !other.unit().equals(first.unit())) {
                exhibit.problem(
                        "`" + first.key() + "`, the " + told(first) + ", and `" + other.key() + "`, the " + told(other)
                                + ", have no axis in common",
                        Optional.of(
                                "make a figure for each kind of estimate and each unit; of parts, `options: {term: ...}`"
                                        + " chooses one"));
                return false;
            }
        }
        return true;
    }

    private static String told(LedgerEntry entry) {
        return entry.quantity().label() + entry.unit().map(u -> " in " + u).orElse("");
    }

    private static ForestPlot.Row row(Exhibit exhibit, Effects.Row effect, boolean p) {
        Optional<Double> estimate = Values.of(exhibit, effect.path() + ".estimate");
        Optional<Double> lower = Values.of(exhibit, effect.path() + ".ci.lower");
        Optional<Double> upper = Values.of(exhibit, effect.path() + ".ci.upper");
        String interval = exhibit.composites()
                .get(effect.path(), "bare_interval")
                .map(c -> " " + c.text())
                .orElse("");
        List<String> cells = new ArrayList<>(List.of(effect.estimate().display() + interval));
        if (p) {
            cells.add(Values.display(exhibit, effect.path() + ".p"));
        }
        if (estimate.isEmpty() || lower.isEmpty() || upper.isEmpty()) {
            return new ForestPlot.NoEstimate(effect.label(), cells);
        }
        return new ForestPlot.Estimate(
                effect.label(),
                estimate.get(),
                lower.get(),
                upper.get(),
                effect.role() == Effects.Role.SUMMARY ? ForestPlot.Emphasis.SUMMARY : ForestPlot.Emphasis.SINGLE,
                cells);
    }
}
