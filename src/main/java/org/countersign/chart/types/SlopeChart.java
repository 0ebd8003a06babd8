package org.countersign.chart.types;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.countersign.chart.Anchor;
import org.countersign.chart.Axes;
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
import org.countersign.chart.XYLayer;

/**
 * Paired measurements: each participant a line from the first to the second, the summary a heavy one.
 *
 * @param yTitle the title of the vertical axis, with its unit
 * @param firstLabel under the first measurement
 * @param secondLabel under the second measurement
 * @param pairs the participants
 * @param summaries heavy lines on top, such as the means; may be empty
 */
public record SlopeChart(
        String yTitle, String firstLabel, String secondLabel, List<Pair> pairs, List<Summary> summaries)
        implements Chart {

    public static final ChartType TYPE = new ChartType(
            "slope",
            "Paired slope chart",
            "Each participant's two measurements joined by a line, with the summary on top; for paired designs.");

    private static final int WIDTH = 560;
    private static final int PLOT_HEIGHT = 340;
    private static final double INSET = 70;

    /**
     * A participant.
     *
     * @param label drawn at the right end; may be empty
     */
    public record Pair(String label, double first, double second) {
        public Pair {
            requireNonNull(label);
            if (!Double.isFinite(first) || !Double.isFinite(second)) {
                throw new IllegalArgumentException(
                        "pair `" + label + "`: " + first + ", " + second + ": expected finite values");
            }
        }
    }

    /**
     * A summary.
     *
     * @param firstText the ready-made number at its left end
     * @param secondText the ready-made number at its right end, with the summary's name
     */
    public record Summary(double first, double second, String firstText, String secondText) {
        public Summary {
            requireNonNull(firstText);
            requireNonNull(secondText);
        }
    }

    public SlopeChart {
        requireNonNull(yTitle);
        requireNonNull(firstLabel);
        requireNonNull(secondLabel);
        pairs = List.copyOf(pairs);
        summaries = List.copyOf(summaries);
        if (pairs.isEmpty()) {
            throw new IllegalArgumentException("pairs: expected at least one");
        }
    }

    @Override
    public ChartType type() {
        return TYPE;
    }

    @Override
    public Drawing draw(DataStatus status) {
        return new Plate(WIDTH, 8 + PLOT_HEIGHT + 26, status, this::paint);
    }

    private void paint(Canvas canvas) {
        double top = 8;
        double bottom = top + PLOT_HEIGHT;
        double low = pairs.stream()
                .mapToDouble(p -> Math.min(p.first(), p.second()))
                .min()
                .orElse(0);
        double high = pairs.stream()
                .mapToDouble(p -> Math.max(p.first(), p.second()))
                .max()
                .orElse(1);
        double margin = low == high ? 1 : 0;
        Scale y = Scale.linear(low - margin, high + margin, bottom, top).nice(7);
        double left = Math.ceil(Axes.widthLeft(y, 7, yTitle));
        Scale x = Scale.linear(0, 1, left + INSET, WIDTH - 120);

        Axes.left(canvas, y, left, WIDTH - 50, 7, yTitle);
        for (double end : List.of(0.0, 1.0)) {
            double at = Canvas.sharp(x.at(end));
            canvas.line(Tone.RULE, 1, at, top, at, bottom);
            canvas.text(end == 0 ? firstLabel : secondLabel, TextStyle.HEADING, Anchor.MIDDLE, at, bottom + 18);
        }
        if (low < 0 && high > 0) {
            double zero = Canvas.sharp(y.at(0));
            canvas.line(Tone.RULE, 1, left, zero, WIDTH - 50, zero);
        }
        XYLayer layer = XYLayer.on(x, y);
        for (Pair pair : pairs) {
            layer.line(Tone.SKY, 1.4, List.of(0.0, 1.0), List.of(pair.first(), pair.second()));
        }
        for (Summary summary : summaries) {
            layer.line(Tone.ORANGE, 3, List.of(0.0, 1.0), List.of(summary.first(), summary.second()));
        }
        layer.paint(canvas);
        for (Pair pair : pairs) {
            canvas.marker(SeriesLook.of(0).marker(), Tone.BLUE, x.at(0), y.at(pair.first()), 5);
            canvas.marker(SeriesLook.of(0).marker(), Tone.BLUE, x.at(1), y.at(pair.second()), 5);
        }
        for (Summary summary : summaries) {
            canvas.marker(SeriesLook.of(1).marker(), Tone.ORANGE, x.at(0), y.at(summary.first()), 9);
            canvas.marker(SeriesLook.of(1).marker(), Tone.ORANGE, x.at(1), y.at(summary.second()), 9);
        }
        labels(canvas, y, x.at(1) + 10);
        for (Summary summary : summaries) {
            canvas.textBeside(
                    summary.firstText(),
                    TextStyle.STRONG_VALUE,
                    Tone.ORANGE,
                    Anchor.END,
                    x.at(0) - 10,
                    y.at(summary.first()));
        }
    }

    private record Label(String text, TextStyle style, Tone tone, double y) {}

    /** The texts at the right ends, in the order of their heights, moved apart where they would overlap. */
    private void labels(Canvas canvas, Scale y, double left) {
        List<Label> labels = new ArrayList<>();
        for (Pair pair : pairs) {
            if (!pair.label().isEmpty()) {
                labels.add(new Label(pair.label(), TextStyle.NOTE, Tone.MUTED, y.at(pair.second())));
            }
        }
        for (Summary summary : summaries) {
            labels.add(new Label(summary.secondText(), TextStyle.STRONG_VALUE, Tone.ORANGE, y.at(summary.second())));
        }
        labels.sort(Comparator.comparingDouble(Label::y));
        List<Double> places = spread(labels, Label::y);
        for (int i = 0; i < labels.size(); i++) {
            Label label = labels.get(i);
            canvas.textBeside(label.text(), label.style(), label.tone(), Anchor.START, left, places.get(i));
        }
    }

    /** Heights at least 12 pixels apart, each group of crowded ones around its middle. */
    private static <T> List<Double> spread(List<T> items, ToDoubleFunction<T> height) {
        record Block(double centre, int size) {
            double top() {
                return centre - size * 6.0;
            }

            double bottom() {
                return centre + size * 6.0;
            }
        }
        List<Block> blocks = new ArrayList<>();
        for (T item : items) {
            Block block = new Block(height.applyAsDouble(item), 1);
            while (!blocks.isEmpty() && blocks.get(blocks.size() - 1).bottom() > block.top()) {
                Block above = blocks.remove(blocks.size() - 1);
                int size = above.size() + block.size();
                block = new Block((above.centre() * above.size() + block.centre() * block.size()) / size, size);
            }
            blocks.add(block);
        }
        List<Double> places = new ArrayList<>();
        for (Block block : blocks) {
            for (int i = 0; i < block.size(); i++) {
                places.add(block.top() + 6 + i * 12.0);
            }
        }
        return places;
    }
}
