package org.countersign.chart;

import static java.util.Objects.requireNonNull;

import java.awt.Graphics2D;
import java.util.function.Consumer;

/**
 * A drawing made by one function, with the standing of the data in its lower right corner.
 *
 * @param width in CSS pixels
 * @param contentHeight in CSS pixels, without the strip for the mark
 * @param status drawn below the content unless the data is real
 * @param content paints from (0, 0) to (width, contentHeight)
 */
public record Plate(int width, int contentHeight, DataStatus status, Consumer<Canvas> content) implements Drawing {

    private static final int STRIP = 18;

    public Plate {
        requireNonNull(status);
        requireNonNull(content);
        if (width < 1 || contentHeight < 1) {
            throw new IllegalArgumentException(
                    "width " + width + ", contentHeight " + contentHeight + ": expected at least 1");
        }
    }

    @Override
    public int height() {
        return contentHeight + (status.mark().isEmpty() ? 0 : STRIP);
    }

    @Override
    public void paint(Graphics2D graphics) {
        Canvas canvas = new Canvas(graphics);
        content.accept(canvas);
        if (!status.mark().isEmpty()) {
            double textWidth = TextStyle.MARK.width(status.mark());
            double baseline = height() - 5;
            canvas.text(status.mark(), TextStyle.MARK, Anchor.END, width - 1, baseline);
            canvas.line(Tone.GRID, 1, 0, baseline - 3.5, width - textWidth - 8, baseline - 3.5);
        }
    }
}
