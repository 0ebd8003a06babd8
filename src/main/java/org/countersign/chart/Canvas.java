package org.countersign.chart;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.ArrayList;
import java.util.List;

/** What the chart types draw with: shapes in tones, and text in the bundled font. Positions are CSS pixels. */
public final class Canvas {

    private static final double HATCH_DISTANCE = 5;

    private final Graphics2D graphics;

    Canvas(Graphics2D graphics) {
        this.graphics = graphics;
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    }

    /** The nearest position at which a line of one pixel is sharp. */
    public static double sharp(double position) {
        return Math.floor(position) + 0.5;
    }

    Graphics2D graphics() {
        return graphics;
    }

    public void fill(Tone tone, Shape shape) {
        graphics.setColor(tone.color());
        graphics.fill(shape);
    }

    public void fillRectangle(Tone tone, double x, double y, double width, double height) {
        fill(tone, new Rectangle2D.Double(x, y, width, height));
    }

    public void stroke(Tone tone, double width, Shape shape) {
        stroke(tone, new BasicStroke((float) width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND), shape);
    }

    /** A dashed outline: {@code on} pixels drawn, {@code off} pixels left out. */
    public void dash(Tone tone, double width, double on, double off, Shape shape) {
        float[] pattern = {(float) on, (float) off};
        stroke(
                tone,
                new BasicStroke((float) width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, pattern, 0),
                shape);
    }

    private void stroke(Tone tone, BasicStroke stroke, Shape shape) {
        graphics.setColor(tone.color());
        graphics.setStroke(stroke);
        graphics.draw(shape);
    }

    public void line(Tone tone, double width, double x1, double y1, double x2, double y2) {
        stroke(tone, width, new Line2D.Double(x1, y1, x2, y2));
    }

    /** A rectangle with rounded corners, filled with one tone and outlined with another. */
    public void box(Tone inside, Tone outline, double x, double y, double width, double height) {
        Shape shape = new RoundRectangle2D.Double(x, y, width, height, 5, 5);
        fill(inside, shape);
        stroke(outline, 1, shape);
    }

    /** A line with an arrow head at its second end. */
    public void arrow(Tone tone, double x1, double y1, double x2, double y2) {
        double length = Math.hypot(x2 - x1, y2 - y1);
        double ux = (x2 - x1) / length;
        double uy = (y2 - y1) / length;
        line(tone, 1, x1, y1, x2 - ux * 4, y2 - uy * 4);
        Path2D head = new Path2D.Double();
        head.moveTo(x2, y2);
        head.lineTo(x2 - ux * 7 - uy * 3.5, y2 - uy * 7 + ux * 3.5);
        head.lineTo(x2 - ux * 7 + uy * 3.5, y2 - uy * 7 - ux * 3.5);
        head.closePath();
        fill(tone, head);
    }

    /** A data point; open markers are filled with the paper's tone. */
    public void marker(Marker marker, Tone tone, double x, double y, double size) {
        Shape shape = marker.shape(x, y, marker.open() ? size - 1.6 : size);
        if (marker.open()) {
            fill(Tone.PAPER, shape);
            stroke(tone, 1.6, shape);
        } else {
            fill(tone, shape);
        }
    }

    /** Round dots, each a point of the path: what many equal points are drawn with, at little cost in the file. */
    public void dots(Tone tone, double size, Path2D centres) {
        stroke(tone, new BasicStroke((float) size, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND), centres);
    }

    /** Adds the centre of a dot to a path for {@link #dots}. */
    public static void dot(Path2D centres, double x, double y) {
        centres.moveTo(x, y);
        centres.lineTo(x, y);
    }

    /** Draws a texture over a rectangle. */
    public void hatch(Hatch hatch, Tone tone, Rectangle2D area) {
        if (hatch == Hatch.NONE || area.isEmpty()) {
            return;
        }
        if (hatch == Hatch.DOTS) {
            dots(tone, 1.6, dotted(area));
        } else {
            stroke(tone, 0.9, strokes(hatch, area));
        }
    }

    private static Path2D strokes(Hatch hatch, Rectangle2D area) {
        Path2D texture = new Path2D.Double();
        double height = area.getHeight();
        double first = Math.floor((area.getMinX() - height) / HATCH_DISTANCE) * HATCH_DISTANCE;
        for (double x = first; x < area.getMaxX(); x += HATCH_DISTANCE) {
            // the line y = x - start inside the area, clipped on the left and on the right
            double from = Math.max(0, area.getMinX() - x);
            double to = Math.min(height, area.getMaxX() - x);
            if (to - from > 0.5) {
                boolean rising = hatch == Hatch.RISING;
                texture.moveTo(x + from, rising ? area.getMaxY() - from : area.getMinY() + from);
                texture.lineTo(x + to, rising ? area.getMaxY() - to : area.getMinY() + to);
            }
        }
        return texture;
    }

    private static Path2D dotted(Rectangle2D area) {
        Path2D texture = new Path2D.Double();
        int row = 0;
        for (double y = area.getMinY() + 3; y < area.getMaxY() - 1; y += 4.5, row++) {
            for (double x = area.getMinX() + 3 + row % 2 * 3; x < area.getMaxX() - 1; x += 6) {
                dot(texture, x, y);
            }
        }
        return texture;
    }

    /** One line of text on a baseline, in the style's own tone. */
    public void text(String text, TextStyle style, Anchor anchor, double x, double baseline) {
        text(text, style, style.tone(), anchor, x, baseline);
    }

    /** One line of text on a baseline. */
    public void text(String text, TextStyle style, Tone tone, Anchor anchor, double x, double baseline) {
        double start = x - style.width(text) * anchor.share();
        place(text, style, tone, AffineTransform.getTranslateInstance(start, baseline));
    }

    /** One line of text, centred vertically on {@code y}. */
    public void textBeside(String text, TextStyle style, Tone tone, Anchor anchor, double x, double y) {
        text(text, style, tone, anchor, x, y + style.middleToBaseline());
    }

    /** One line of text, centred vertically on {@code y}, in the style's own tone. */
    public void textBeside(String text, TextStyle style, Anchor anchor, double x, double y) {
        textBeside(text, style, style.tone(), anchor, x, y);
    }

    /** One line of text that reads upwards, centred on {@code y}, its baseline at {@code x}. */
    public void textUpwards(String text, TextStyle style, double x, double y) {
        AffineTransform placement = AffineTransform.getTranslateInstance(x, y + style.width(text) / 2);
        placement.quadrantRotate(-1);
        place(text, style, style.tone(), placement);
    }

    /** Several lines; {@code baseline} is that of the first. */
    public void lines(List<String> lines, TextStyle style, Anchor anchor, double x, double baseline) {
        double y = baseline;
        for (String line : lines) {
            text(line, style, anchor, x, y);
            y += style.lineHeight();
        }
    }

    private void place(String text, TextStyle style, Tone tone, AffineTransform placement) {
        if (text.isBlank()) {
            return;
        }
        double scale = style.size() / Typeface.UNITS_PER_EM;
        placement.scale(scale, -scale);
        graphics.setColor(tone.color());
        if (graphics instanceof ShapeGraphics target) {
            target.fillText(style.typeface(), text, placement);
        } else {
            graphics.fill(new Path2D.Float(style.typeface().outline(text), placement));
        }
    }

    /** Breaks a text at spaces into lines of at most {@code width} pixels; a longer word has a line of its own. */
    public static List<String> wrap(String text, TextStyle style, double width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.strip().split(" +")) {
            if (line.length() > 0 && style.width(line + " " + word) > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.length() == 0 ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return List.copyOf(lines);
    }
}
