package org.countersign.chart;

import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/**
 * The explanation of looks above a chart, in as many rows as the width asks for.
 *
 * @param entries in reading order
 */
public record Key(List<Entry> entries) {

    private static final double SWATCH = 14;
    private static final double GAP = 18;
    private static final double ROW = 18;

    /**
     * One entry.
     *
     * @param label what the look stands for
     * @param swatch how it looks
     */
    public record Entry(String label, Swatch swatch) {
        double width() {
            return SWATCH + 6 + TextStyle.VALUE.width(label);
        }
    }

    /** A sample of a look. */
    public sealed interface Swatch {}

    /** A filled area with a texture. */
    public record Area(Tone tone, Hatch hatch, Tone hatchTone) implements Swatch {}

    /** A point. */
    public record Point(Marker marker, Tone tone) implements Swatch {}

    /** A line, dashed where {@code dash} is above 0. */
    public record Line(Tone tone, double width, double dash) implements Swatch {}

    public Key {
        entries = List.copyOf(entries);
    }

    /** The height of the key at a width. */
    public double height(double width) {
        return rows(width).size() * ROW;
    }

    /** Draws the key with its upper left corner at (x, y). */
    public void paint(Canvas canvas, double x, double y, double width) {
        double middle = y + ROW / 2;
        for (List<Entry> row : rows(width)) {
            double left = x;
            for (Entry entry : row) {
                swatch(canvas, entry.swatch(), left, middle);
                canvas.textBeside(entry.label(), TextStyle.VALUE, Anchor.START, left + SWATCH + 6, middle);
                left += entry.width() + GAP;
            }
            middle += ROW;
        }
    }

    private static void swatch(Canvas canvas, Swatch swatch, double left, double middle) {
        if (swatch instanceof Area area) {
            Rectangle2D sample = new Rectangle2D.Double(left, middle - 5.5, SWATCH, 11);
            canvas.fill(area.tone(), sample);
            canvas.hatch(area.hatch(), area.hatchTone(), sample);
        } else if (swatch instanceof Point point) {
            canvas.marker(point.marker(), point.tone(), left + SWATCH / 2, middle, 9);
        } else if (swatch instanceof Line line) {
            Line2D sample = new Line2D.Double(left, middle, left + SWATCH, middle);
            if (line.dash() > 0) {
                canvas.dash(line.tone(), line.width(), line.dash(), line.dash(), sample);
            } else {
                canvas.stroke(line.tone(), line.width(), sample);
            }
        }
    }

    private List<List<Entry>> rows(double width) {
        List<List<Entry>> rows = new ArrayList<>();
        List<Entry> row = new ArrayList<>();
        double used = 0;
        for (Entry entry : entries) {
            if (!row.isEmpty() && used + entry.width() > width) {
                rows.add(row);
                row = new ArrayList<>();
                used = 0;
            }
            row.add(entry);
            used += entry.width() + GAP;
        }
        if (!row.isEmpty()) {
            rows.add(row);
        }
        return rows;
    }
}
