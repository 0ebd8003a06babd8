package org.countersign.chart.types;

import static java.util.Objects.requireNonNull;

import java.awt.geom.Rectangle2D;
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
import org.countersign.chart.Hatch;
import org.countersign.chart.Plate;
import org.countersign.chart.Scale;
import org.countersign.chart.SeriesLook;
import org.countersign.chart.TextStyle;
import org.countersign.chart.Tone;

/**
 * The distribution of a measurement, a panel for each group, all on the same axes.
 *
 * @param axis the words along the axis of values
 * @param countTitle the title of the vertical axis
 * @param edges the edges of the bins, increasing, at least two
 * @param panels one to four, from top to bottom
 */
public record Histogram(AxisText axis, String countTitle, List<Double> edges, List<Panel> panels) implements Chart {

    public static final ChartType TYPE = new ChartType(
            "histogram", "Histogram", "The distribution of a measurement, a panel for each group on common axes.");

    private static final int WIDTH = 640;
    private static final double GAP = 26;

    /**
     * One group.
     *
     * @param label its name; may be empty
     * @param counts one for each bin
     * @param mark where a line stands, such as the median; empty for none
     * @param markText the ready-made text beside the line
     */
    public record Panel(String label, List<Integer> counts, OptionalDouble mark, String markText) {
        public Panel {
            requireNonNull(label);
            requireNonNull(mark);
            requireNonNull(markText);
            counts = List.copyOf(counts);
        }
    }

    public Histogram {
        requireNonNull(axis);
        requireNonNull(countTitle);
        edges = List.copyOf(edges);
        panels = List.copyOf(panels);
        for (int i = 1; i < edges.size(); i++) {
            if (!(edges.get(i - 1) < edges.get(i))) {
                throw new IllegalArgumentException("edges " + edges + ": expected them to increase");
            }
        }
        if (edges.size() < 2 || panels.isEmpty()) {
            throw new IllegalArgumentException(
                    edges.size() + " edges, " + panels.size() + " panels: expected at least two edges and one panel");
        }
        SeriesLook.of(panels.size() - 1);
        for (Panel panel : panels) {
            if (panel.counts().size() != edges.size() - 1) {
                throw new IllegalArgumentException("panel `" + panel.label() + "` has "
                        + panel.counts().size() + " counts: expected " + (edges.size() - 1));
            }
        }
    }

    @Override
    public ChartType type() {
        return TYPE;
    }

    private double panelHeight() {
        return panels.size() == 1 ? 240 : 130;
    }

    @Override
    public Drawing draw(DataStatus status) {
        double height = panels.size() * (panelHeight() + GAP) + Axes.heightBelow(axis) + 4;
        return new Plate(WIDTH, (int) Math.ceil(height), status, this::paint);
    }

    private void paint(Canvas canvas) {
        int most = panels.stream()
                .flatMap(panel -> panel.counts().stream())
                .mapToInt(Integer::intValue)
                .max()
                .orElse(1);
        int ticks = Math.min(panels.size() == 1 ? 5 : 3, Math.max(1, most));
        Scale counts = Scale.linear(0, Math.max(1, most), panelHeight(), 0);
        double left = Axes.widthLeft(counts.nice(ticks), ticks, countTitle);
        Scale x = Scale.linear(edges.get(0), edges.get(edges.size() - 1), left, WIDTH - 8);
        double top = GAP - 6;
        for (int i = 0; i < panels.size(); i++) {
            Scale y =
                    Scale.linear(0, Math.max(1, most), top + panelHeight(), top).nice(ticks);
            Axes.left(canvas, y, left, WIDTH - 8, ticks, countTitle);
            panel(canvas, x, y, panels.get(i), SeriesLook.of(i));
            if (i + 1 < panels.size()) {
                canvas.line(Tone.RULE, 1, left, Canvas.sharp(y.from()), WIDTH - 8, Canvas.sharp(y.from()));
            } else {
                Axes.below(canvas, x, y.from(), y.from(), 9, axis);
            }
            top += panelHeight() + GAP;
        }
    }

    private void panel(Canvas canvas, Scale x, Scale y, Panel panel, SeriesLook look) {
        canvas.text(panel.label(), TextStyle.HEADING, look.tone(), Anchor.START, x.from(), y.to() - 5);
        for (int i = 0; i < panel.counts().size(); i++) {
            if (panel.counts().get(i) == 0) {
                continue;
            }
            double from = x.at(edges.get(i)) + 0.5;
            double to = x.at(edges.get(i + 1)) - 0.5;
            double height = y.from() - y.at(panel.counts().get(i));
            Rectangle2D bar = new Rectangle2D.Double(from, y.from() - height, Math.max(0.5, to - from), height);
            canvas.fill(look.hatch() == Hatch.NONE ? look.tone() : look.tone().wash(), bar);
            canvas.hatch(look.hatch(), look.tone(), bar);
        }
        if (panel.mark().isPresent()) {
            double at = Canvas.sharp(x.at(panel.mark().getAsDouble()));
            canvas.line(Tone.PAPER, 3.5, at, y.to() - 4, at, y.from());
            canvas.line(Tone.INK, 1.5, at, y.to() - 4, at, y.from());
            boolean beforeMiddle = at < (x.from() + x.to()) / 2;
            canvas.text(
                    panel.markText(),
                    TextStyle.VALUE,
                    beforeMiddle ? Anchor.START : Anchor.END,
                    at + (beforeMiddle ? 5 : -5),
                    y.to() - 5);
        }
    }
}
