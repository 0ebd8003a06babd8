package org.countersign.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.PathIterator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** Graphics that write SVG elements: filled and stroked paths, rectangular clips, and glyphs by reference. */
final class SvgGraphics extends ShapeGraphics {

    private static final Map<Color, Tone> TONES = tones();

    private final String prefix;
    private final StringBuilder body;
    private final Map<String, String> glyphs;
    private final Map<String, String> clips;

    SvgGraphics(String prefix) {
        super();
        this.prefix = prefix;
        this.body = new StringBuilder(8192);
        this.glyphs = new TreeMap<>();
        this.clips = new LinkedHashMap<>();
    }

    private SvgGraphics(SvgGraphics other) {
        super(other);
        this.prefix = other.prefix;
        this.body = other.body;
        this.glyphs = other.glyphs;
        this.clips = other.clips;
    }

    private static Map<Color, Tone> tones() {
        Map<Color, Tone> tones = new HashMap<>();
        for (Tone tone : Tone.values()) {
            tones.put(tone.color(), tone);
        }
        return Map.copyOf(tones);
    }

    /** The elements so far, definitions first. */
    String elements() {
        StringBuilder elements = new StringBuilder(body.length() + 16384);
        if (!glyphs.isEmpty() || !clips.isEmpty()) {
            elements.append("<defs>\n");
            glyphs.forEach((id, path) -> elements.append("<path id=\"")
                    .append(id)
                    .append("\" d=\"")
                    .append(path)
                    .append("\"/>\n"));
            clips.forEach((path, id) -> elements.append("<clipPath id=\"")
                    .append(id)
                    .append("\"><path d=\"")
                    .append(path)
                    .append("\"/></clipPath>\n"));
            elements.append("</defs>\n");
        }
        return elements.append(body).toString();
    }

    @Override
    public Graphics create() {
        return new SvgGraphics(this);
    }

    @Override
    public void fill(Shape shape) {
        String path = path(getTransform().createTransformedShape(shape).getPathIterator(null), 100);
        if (!path.isEmpty() && getColor().getAlpha() > 0) {
            body.append("<path d=\"").append(path).append('"');
            paint("fill", getColor());
            clip();
            body.append("/>\n");
        }
    }

    @Override
    public void draw(Shape shape) {
        String path = path(getTransform().createTransformedShape(shape).getPathIterator(null), 100);
        if (path.isEmpty() || getColor().getAlpha() == 0) {
            return;
        }
        body.append("<path d=\"").append(path).append("\" fill=\"none\"");
        paint("stroke", getColor());
        if (getStroke() instanceof BasicStroke stroke) {
            if (stroke.getLineWidth() != 1) {
                body.append(" stroke-width=\"");
                number(body, Math.round(stroke.getLineWidth() * 100.0), 100);
                body.append('"');
            }
            if (stroke.getEndCap() != BasicStroke.CAP_BUTT) {
                body.append(" stroke-linecap=\"")
                        .append(stroke.getEndCap() == BasicStroke.CAP_ROUND ? "round" : "square")
                        .append('"');
            }
            if (stroke.getLineJoin() == BasicStroke.JOIN_ROUND) {
                body.append(" stroke-linejoin=\"round\"");
            }
            float[] dashes = stroke.getDashArray();
            if (dashes != null) {
                body.append(" stroke-dasharray=\"");
                for (int i = 0; i < dashes.length; i++) {
                    body.append(i == 0 ? "" : " ");
                    number(body, Math.round(dashes[i] * 100.0), 100);
                }
                body.append('"');
            }
        }
        clip();
        body.append("/>\n");
    }

    @Override
    public void fillText(Typeface typeface, String text, AffineTransform placement) {
        AffineTransform matrix = new AffineTransform(getTransform());
        matrix.concatenate(placement);
        body.append("<g transform=\"matrix(");
        matrixNumber(matrix.getScaleX(), 100_000);
        matrixNumber(matrix.getShearY(), 100_000);
        matrixNumber(matrix.getShearX(), 100_000);
        matrixNumber(matrix.getScaleY(), 100_000);
        matrixNumber(matrix.getTranslateX(), 100);
        number(body, Math.round(matrix.getTranslateY() * 100), 100);
        body.append(")\"");
        paint("fill", getColor());
        body.append('>');
        for (Typeface.Placed placed : typeface.line(text)) {
            Typeface.Glyph glyph = placed.glyph();
            if (glyph.outline().getCurrentPoint() == null) {
                continue;
            }
            String id = prefix + '-' + "rsi".charAt(typeface.ordinal()) + glyph.id();
            glyphs.computeIfAbsent(id, key -> path(glyph.outline().getPathIterator(null), 1));
            body.append("<use xlink:href=\"#").append(id).append('"');
            if (placed.x() != 0) {
                body.append(" x=\"").append(placed.x()).append('"');
            }
            body.append("/>");
        }
        body.append("</g>\n");
    }

    private void matrixNumber(double value, int unit) {
        number(body, Math.round(value * unit), unit);
        body.append(' ');
    }

    private void paint(String attribute, Color color) {
        body.append(' ').append(attribute).append("=\"#");
        String hex = Integer.toHexString(color.getRGB() & 0xFFFFFF);
        body.append("000000", 0, 6 - hex.length()).append(hex).append('"');
        if (color.getAlpha() < 255) {
            body.append(' ').append(attribute).append("-opacity=\"");
            number(body, Math.round(color.getAlpha() / 2.55), 100);
            body.append('"');
        }
        Tone tone = TONES.get(new Color(color.getRGB() | 0xFF000000));
        if (tone != null) {
            body.append(" class=\"")
                    .append(tone.cssName())
                    .append('-')
                    .append(attribute)
                    .append('"');
        }
    }

    private void clip() {
        Shape clip = getClip();
        if (clip != null) {
            String path = path(getTransform().createTransformedShape(clip).getPathIterator(null), 100);
            String id = clips.computeIfAbsent(path, key -> prefix + "-clip" + (clips.size() + 1));
            body.append(" clip-path=\"url(#").append(id).append(")\"");
        }
    }

    /** Path data with coordinates rounded to one part in {@code unit}. */
    private static String path(PathIterator segments, int unit) {
        StringBuilder path = new StringBuilder();
        double[] points = new double[6];
        for (; !segments.isDone(); segments.next()) {
            int type = segments.currentSegment(points);
            int count = switch (type) {
                case PathIterator.SEG_MOVETO, PathIterator.SEG_LINETO -> 2;
                case PathIterator.SEG_QUADTO -> 4;
                case PathIterator.SEG_CUBICTO -> 6;
                default -> 0;
            };
            path.append("MLQCZ".charAt(type));
            for (int i = 0; i < count; i++) {
                long rounded = Math.round(points[i] * unit);
                if (i > 0 && rounded >= 0) {
                    path.append(' ');
                }
                number(path, rounded, unit);
            }
        }
        return path.toString();
    }

    /** Writes {@code scaled / unit} without trailing zeros. */
    private static void number(StringBuilder out, long scaled, int unit) {
        long magnitude = Math.abs(scaled);
        if (scaled < 0) {
            out.append('-');
        }
        long whole = magnitude / unit;
        long rest = magnitude % unit;
        if (whole != 0 || rest == 0) {
            out.append(whole);
        }
        if (rest != 0) {
            out.append('.');
            for (int place = unit / 10; rest != 0; place /= 10) {
                out.append(rest / place);
                rest %= place;
            }
        }
    }
}
