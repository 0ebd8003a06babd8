package org.countersign.chart;

import java.awt.Graphics2D;

/**
 * A figure that can be painted: on an SVG, a bitmap or a page of a PDF, with the same result.
 *
 * <p>Painting has no effect other than on the graphics given, may happen any number of times and in several threads.
 */
public interface Drawing {

    /** In CSS pixels (1/96 inch). */
    int width();

    /** In CSS pixels (1/96 inch). */
    int height();

    /**
     * Paints the figure into the rectangle from (0, 0) to ({@link #width()}, {@link #height()}), without a background.
     *
     * @param graphics its transform maps CSS pixels to the device; its colour, stroke and clip are left changed
     */
    void paint(Graphics2D graphics);
}
