package org.countersign.chart.types;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.countersign.chart.Anchor;
import org.countersign.chart.Axes;
import org.countersign.chart.AxisText;
import org.countersign.chart.Canvas;
import org.countersign.chart.Chart;
import org.countersign.chart.ChartType;
import org.countersign.chart.DataStatus;
import org.countersign.chart.Drawing;
import org.countersign.chart.Plate;
import org.countersign.chart.Scale;
import org.countersign.chart.SeriesLook;
import org.countersign.chart.TextStyle;
import org.countersign.chart.Tone;

/**
 * Every value as a dot, a row for each group, with a line at the summary. Dots that would overlap move apart.
 *
 * @param valueHeading heads the column of ready-made texts; may be empty
 * @param rows from top to bottom, at least one
 * @param axis the words along the axis
 */
public record StripPlot(String valueHeading, List<Row> rows, AxisText axis) implements Chart {

    public static final ChartType TYPE = new ChartType(
            "strip",
            "Dot plot",
            "Every value as a dot, a row for each group, with a line at the summary; for small samples.");

    private static final int WIDTH = 640;
    private static final double DOT = 6;
    private static final double HEADER = 22;

    /**
     * One group.
     *
     * @param label its name
     * @param values in any order
     * @param mark where the summary stands; empty for none
     * @param display the ready-made text on the right; may be empty
     * @param series decides on the colour and shape of the dots: rows of the same group have the same
     */
    public record Row(String label, List<Double> values, OptionalDouble mark, String display, int series) {
        public Row {
            requireNonNull(label);
            requireNonNull(mark);
            requireNonNull(display);
            values = List.copyOf(values);
            if (values.isEmpty() || values.stream().anyMatch(value -> !Double.isFinite(value))) {
                throw new IllegalArgumentException("values of `" + label + "`: expected at least one, all finite");
            }
        }
    }

    public StripPlot {
        requireNonNull(valueHeading);
        requireNonNull(axis);
        rows = List.copyOf(rows);
        if (rows.isEmpty()) {
            throw new IllegalArgumentException("rows: expected at least one");
        }
    }

    @Override
    public ChartType type() {
        return TYPE;
    }

    @Override
    public Drawing draw(DataStatus status) {
        Scale x = scale();
        List<List<Integer>> levels = rows.stream().map(row -> levels(row, x)).toList();
        double plot = levels.stream().mapToDouble(StripPlot::rowHeight).sum();
        double height = HEADER + plot + Axes.heightBelow(axis) + 4;
        return new Plate(WIDTH, (int) Math.ceil(height), status, canvas -> paint(canvas, x, levels));
    }

    private static double rowHeight(List<Integer> levels) {
        int reach = levels.stream().mapToInt(Math::abs).max().orElse(0);
        return Math.max(34, (2 * reach + 1) * DOT + 16);
    }

    private Scale scale() {
        double labels = rows.stream()
                .mapToDouble(row -> TextStyle.LABEL.width(row.label()))
                .max()
                .orElse(0);
        double texts = Math.max(
                TextStyle.HEADING.width(valueHeading),
                rows.stream()
                        .mapToDouble(row -> TextStyle.VALUE.width(row.display()))
                        .max()
                        .orElse(0));
        double low = rows.stream()
                .flatMap(row -> row.values().stream())
                .mapToDouble(v -> v)
                .min()
                .orElse(0);
        double high = rows.stream()
                .flatMap(row -> row.values().stream())
                .mapToDouble(v -> v)
                .max()
                .orElse(1);
        double margin = low == high ? 1 : 0;
        return Scale.linear(low - margin, high + margin, labels + 20, WIDTH - texts - 20)
                .nice(8);
    }

    /** How many dots each value lies above (positive) or below the row's middle so that dots do not overlap. */
    private static List<Integer> levels(Row row, Scale x) {
        List<Double> sorted = row.values().stream().sorted().toList();
        List<Double> placed = new ArrayList<>();
        List<Integer> levels = new ArrayList<>();
        for (double value : sorted) {
            double at = x.at(value);
            int level = 0;
            for (int attempt = 1; taken(placed, levels, at, level); attempt++) {
                level = attempt % 2 == 1 ? (attempt + 1) / 2 : -attempt / 2;
            }
            placed.add(at);
            levels.add(level);
        }
        return levels;
    }

    private static boolean taken(List<Double> placed, List<Integer> levels, double at, int level) {
        for (int i = placed.size() - 1; i >= 0 && at - placed.get(i) < DOT; i--) {
            if (levels.get(i) == level) {
                return true;
            }
        }
        return false;
    }

    private void paint(Canvas canvas, Scale x, List<List<Integer>> levels) {
        double bottom =
                HEADER + levels.stream().mapToDouble(StripPlot::rowHeight).sum();
        canvas.text(valueHeading, TextStyle.HEADING, Anchor.END, WIDTH, 14);
        Axes.below(canvas, x, HEADER, bottom, 8, axis);
        double top = HEADER;
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            SeriesLook look = SeriesLook.of(row.series() % SeriesLook.limit());
            double height = rowHeight(levels.get(i));
            double middle = top + height / 2;
            canvas.textBeside(row.label(), TextStyle.LABEL, Anchor.START, 0, middle);
            canvas.textBeside(row.display(), TextStyle.VALUE, Anchor.END, WIDTH, middle);
            List<Double> sorted = row.values().stream().sorted().toList();
            for (int k = 0; k < sorted.size(); k++) {
                canvas.marker(
                        look.marker(),
                        look.tone(),
                        x.at(sorted.get(k)),
                        middle - levels.get(i).get(k) * DOT,
                        DOT - 1);
            }
            if (row.mark().isPresent()) {
                double at = x.at(row.mark().getAsDouble());
                canvas.line(Tone.PAPER, 4.5, at, middle - 14, at, middle + 14);
                canvas.line(Tone.INK, 2, at, middle - 14, at, middle + 14);
            }
            top += height;
        }
    }
}
