package org.countersign.chart.types;

import static java.util.Objects.requireNonNull;

import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import org.countersign.chart.Axes;
import org.countersign.chart.AxisText;
import org.countersign.chart.Canvas;
import org.countersign.chart.Chart;
import org.countersign.chart.ChartType;
import org.countersign.chart.DataStatus;
import org.countersign.chart.Drawing;
import org.countersign.chart.Key;
import org.countersign.chart.Plate;
import org.countersign.chart.Scale;
import org.countersign.chart.SeriesLook;
import org.countersign.chart.Tone;
import org.countersign.chart.XYLayer;

/**
 * Two measurements against each other by group, each with a fitted line and its confidence band when they are given.
 *
 * @param xAxis the words along the horizontal axis
 * @param yTitle the title of the vertical axis
 * @param groups one to four, drawn in order
 */
public record ScatterPlot(AxisText xAxis, String yTitle, List<Group> groups) implements Chart {

    public static final ChartType TYPE = new ChartType(
            "scatter",
            "Scatter plot",
            "Two measurements against each other by group, with the fitted lines of a linear model of the one on the other.");

    private static final int WIDTH = 640;
    private static final int PLOT_HEIGHT = 320;

    /**
     * A group of points.
     *
     * @param label its name
     * @param points in any order
     * @param fit the fitted line from left to right with its band; empty draws none
     */
    public record Group(String label, List<Point> points, List<Fit> fit) {
        public Group {
            requireNonNull(label);
            points = List.copyOf(points);
            fit = List.copyOf(fit);
            if (points.isEmpty()) {
                throw new IllegalArgumentException("points of `" + label + "`: expected at least one");
            }
        }
    }

    /** One participant. */
    public record Point(double x, double y) {
        public Point {
            if (!Double.isFinite(x) || !Double.isFinite(y)) {
                throw new IllegalArgumentException("point (" + x + ", " + y + "): expected finite values");
            }
        }
    }

    /** One place on the fitted line. Without a band, lower and upper equal the fit. */
    public record Fit(double x, double fit, double lower, double upper) {
        public Fit {
            if (!(lower <= fit && fit <= upper) || !Double.isFinite(x) || Double.isInfinite(upper - lower)) {
                throw new IllegalArgumentException(
                        "fit " + fit + " in " + lower + " to " + upper + ": expected finite values in order");
            }
        }
    }

    public ScatterPlot {
        requireNonNull(xAxis);
        requireNonNull(yTitle);
        groups = List.copyOf(groups);
        if (groups.isEmpty()) {
            throw new IllegalArgumentException("groups: expected at least one");
        }
        SeriesLook.of(groups.size() - 1);
    }

    @Override
    public ChartType type() {
        return TYPE;
    }

    @Override
    public Drawing draw(DataStatus status) {
        double height = keyHeight() + 6 + PLOT_HEIGHT + Axes.heightBelow(xAxis) + 4;
        return new Plate(WIDTH, (int) Math.ceil(height), status, this::paint);
    }

    private double keyHeight() {
        return groups.size() > 1 ? key().height(WIDTH) + 6 : 0;
    }

    private void paint(Canvas canvas) {
        double top = keyHeight() + 6;
        Scale y = scale(
                groups.stream()
                        .flatMapToDouble(g -> DoubleStream.concat(
                                g.points().stream().mapToDouble(Point::y),
                                g.fit().stream().flatMapToDouble(f -> DoubleStream.of(f.lower(), f.upper())))),
                top + PLOT_HEIGHT,
                top,
                6);
        double left = Math.ceil(Axes.widthLeft(y, 6, yTitle));
        Scale x = scale(
                groups.stream().flatMapToDouble(g -> g.points().stream().mapToDouble(Point::x)), left, WIDTH - 8, 8);

        if (groups.size() > 1) {
            key().paint(canvas, left, 0, WIDTH - left);
        }
        Axes.below(canvas, x, top, top + PLOT_HEIGHT, 8, xAxis);
        Axes.left(canvas, y, left, WIDTH - 8, 6, yTitle);
        for (int i = 0; i < groups.size(); i++) {
            band(canvas, x, y, groups.get(i), SeriesLook.of(i).tone().wash());
        }
        XYLayer layer = XYLayer.on(x, y);
        for (int i = 0; i < groups.size(); i++) {
            Group group = groups.get(i);
            layer.points(
                    SeriesLook.of(i),
                    group.points().stream().map(Point::x).toList(),
                    group.points().stream().map(Point::y).toList(),
                    6);
        }
        for (int i = 0; i < groups.size(); i++) {
            List<Fit> fit = groups.get(i).fit();
            if (!fit.isEmpty()) {
                layer.line(
                        SeriesLook.of(i).tone(),
                        2,
                        fit.stream().map(Fit::x).toList(),
                        fit.stream().map(Fit::fit).toList());
            }
        }
        layer.paint(canvas);
    }

    private static Scale scale(DoubleStream values, double from, double to, int ticks) {
        double[] range = values.sorted().toArray();
        double low = range[0];
        double high = range[range.length - 1];
        double margin = low == high ? 1 : (high - low) * 0.02;
        return Scale.linear(low - margin, high + margin, from, to).nice(ticks);
    }

    private static void band(Canvas canvas, Scale x, Scale y, Group group, Tone tone) {
        List<Fit> fit = group.fit();
        if (fit.stream().allMatch(f -> f.lower() == f.upper())) {
            return;
        }
        Path2D band = new Path2D.Double();
        band.moveTo(x.at(fit.get(0).x()), y.at(fit.get(0).upper()));
        fit.forEach(f -> band.lineTo(x.at(f.x()), y.at(f.upper())));
        for (int i = fit.size() - 1; i >= 0; i--) {
            band.lineTo(x.at(fit.get(i).x()), y.at(fit.get(i).lower()));
        }
        band.closePath();
        canvas.fill(tone, band);
    }

    private Key key() {
        List<Key.Entry> entries = new ArrayList<>();
        for (int i = 0; i < groups.size(); i++) {
            SeriesLook look = SeriesLook.of(i);
            entries.add(new Key.Entry(groups.get(i).label(), new Key.Point(look.marker(), look.tone())));
        }
        return new Key(entries);
    }
}
