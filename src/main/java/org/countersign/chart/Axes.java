package org.countersign.chart;

import org.countersign.chart.Scale.Tick;

/** Draws axes of values: ticks, grid, words. */
public final class Axes {

    private Axes() {}

    /** The height of what {@link #below} draws under its line. */
    public static double heightBelow(AxisText text) {
        return text.height();
    }

    /**
     * A horizontal axis under a plot, with light grid lines up through it.
     *
     * @param top where the grid ends
     * @param y the axis line
     * @param ticks about how many
     */
    public static void below(Canvas canvas, Scale scale, double top, double y, int ticks, AxisText text) {
        for (Tick tick : scale.ticks(ticks)) {
            double x = Canvas.sharp(scale.at(tick.value()));
            canvas.line(Tone.GRID, 1, x, top, x, y);
            canvas.line(Tone.RULE, 1, x, y, x, y + 4);
            canvas.text(tick.label(), TextStyle.TICK, Anchor.MIDDLE, x, y + 16);
        }
        canvas.line(Tone.RULE, 1, scale.from(), Canvas.sharp(y), scale.to(), Canvas.sharp(y));
        double baseline = y + 16;
        if (text.hasEnds()) {
            baseline += 16;
            ends(canvas, scale, text, baseline);
        }
        if (!text.title().isEmpty()) {
            canvas.text(text.title(), TextStyle.AXIS, Anchor.MIDDLE, (scale.from() + scale.to()) / 2, baseline + 18);
        }
    }

    private static void ends(Canvas canvas, Scale scale, AxisText text, double baseline) {
        if (!text.lowEnd().isEmpty()) {
            canvas.text("\u2190 " + text.lowEnd(), TextStyle.NOTE, Anchor.START, scale.from(), baseline);
        }
        if (!text.highEnd().isEmpty()) {
            canvas.text(text.highEnd() + " \u2192", TextStyle.NOTE, Anchor.END, scale.to(), baseline);
        }
    }

    /** The width that {@link #left} needs before its line. */
    public static double widthLeft(Scale scale, int ticks, String title) {
        double labels = scale.ticks(ticks).stream()
                .mapToDouble(tick -> TextStyle.TICK.width(tick.label()))
                .max()
                .orElse(0);
        return Math.ceil(labels) + 9 + (title.isEmpty() ? 0 : 18);
    }

    /**
     * A vertical axis to the left of a plot, with light grid lines across it.
     *
     * @param x the axis line
     * @param right where the grid ends
     */
    public static void left(Canvas canvas, Scale scale, double x, double right, int ticks, String title) {
        for (Tick tick : scale.ticks(ticks)) {
            double y = Canvas.sharp(scale.at(tick.value()));
            canvas.line(Tone.GRID, 1, x, y, right, y);
            canvas.textBeside(tick.label(), TextStyle.TICK, Anchor.END, x - 7, y);
        }
        if (!title.isEmpty()) {
            double labels = widthLeft(scale, ticks, "");
            canvas.textUpwards(title, TextStyle.AXIS, x - labels - 6, (scale.from() + scale.to()) / 2);
        }
    }
}
