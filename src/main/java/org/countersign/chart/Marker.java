package org.countersign.chart;

import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/** Shapes of data points, of about equal area. */
public enum Marker {
    CIRCLE,
    SQUARE,
    DIAMOND,
    TRIANGLE,
    /** A circle whose inside shows the paper. */
    OPEN_CIRCLE,
    /** A square whose inside shows the paper. */
    OPEN_SQUARE;

    /** Whether only the outline is drawn in the tone. */
    boolean open() {
        return this == OPEN_CIRCLE || this == OPEN_SQUARE;
    }

    /** The shape around a centre, {@code size} being the diameter of the circle. */
    Shape shape(double x, double y, double size) {
        double radius = size / 2;
        return switch (this) {
            case CIRCLE, OPEN_CIRCLE -> new Ellipse2D.Double(x - radius, y - radius, size, size);
            case SQUARE, OPEN_SQUARE -> {
                double side = size * 0.89;
                yield new Rectangle2D.Double(x - side / 2, y - side / 2, side, side);
            }
            case DIAMOND ->
                polygon(x, y - radius * 1.25, x + radius * 1.25, y, x, y + radius * 1.25, x - radius * 1.25, y);
            case TRIANGLE ->
                polygon(x, y - radius * 1.2, x + radius * 1.2, y + radius * 0.9, x - radius * 1.2, y + radius * 0.9);
        };
    }

    private static Shape polygon(double... coordinates) {
        Path2D path = new Path2D.Double();
        path.moveTo(coordinates[0], coordinates[1]);
        for (int i = 2; i < coordinates.length; i += 2) {
            path.lineTo(coordinates[i], coordinates[i + 1]);
        }
        path.closePath();
        return path;
    }
}
