package org.countersign.chart;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.KerningSubtable;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.jspecify.annotations.Nullable;

/**
 * A face of the figures' font, read from the bundled file: advance widths and outlines of its glyphs in units of
 * {@value #UNITS_PER_EM} per em, y upwards.
 *
 * <p>The JDK's text layout is not used: it measures differently from release to release, and starting it costs more
 * than reading the file.
 */
public enum Typeface {
    REGULAR("SourceSans3-Regular.ttf"),
    SEMIBOLD("SourceSans3-SemiBold.ttf"),
    ITALIC("SourceSans3-Italic.ttf");

    /** The units of advances and outlines. */
    public static final int UNITS_PER_EM = 1000;

    private final String file;

    @SuppressWarnings("ImmutableEnumChecker") // what is read from the bundled file, filled on demand under a lock
    private final Map<Integer, Glyph> glyphs = new HashMap<>();

    @SuppressWarnings("ImmutableEnumChecker")
    private @Nullable TrueTypeFont font;

    Typeface(String file) {
        this.file = file;
    }

    /** The name of the bundled file. */
    public String file() {
        return file;
    }

    /**
     * One glyph.
     *
     * @param id its number in the font
     * @param advance how far the pen moves
     * @param outline closed contours, filled by the nonzero rule; not to be changed
     */
    public record Glyph(int id, int advance, Path2D outline) {}

    /** The glyph of a character; the font's "missing" box when it has none. */
    synchronized Glyph glyph(int codePoint) {
        return glyphs.computeIfAbsent(codePoint, this::read);
    }

    /** Whether the face has the character. */
    public boolean has(int codePoint) {
        return glyph(codePoint).id() != 0;
    }

    /**
     * A glyph of a line.
     *
     * @param x where it starts, in em units, kerning included
     */
    public record Placed(Glyph glyph, int x) {}

    /** The glyphs of one line of text that starts at 0. */
    public List<Placed> line(String text) {
        List<Placed> line = new ArrayList<>(text.length());
        int x = 0;
        int previous = -1;
        for (int character : text.codePoints().toArray()) {
            Glyph glyph = glyph(character);
            if (previous >= 0) {
                x += kerning(previous, glyph.id());
            }
            line.add(new Placed(glyph, x));
            x += glyph.advance();
            previous = glyph.id();
        }
        return line;
    }

    /** The width of a text in em units. */
    int advance(String text) {
        if (text.isEmpty()) {
            return 0;
        }
        List<Placed> line = line(text);
        Placed last = line.get(line.size() - 1);
        return last.x() + last.glyph().advance();
    }

    /** The outlines of a text that starts at the origin, in em units. */
    public Shape outline(String text) {
        Path2D.Float outline = new Path2D.Float(Path2D.WIND_NON_ZERO, text.length() * 40);
        for (Placed placed : line(text)) {
            AffineTransform shift = AffineTransform.getTranslateInstance(placed.x(), 0);
            outline.append(placed.glyph().outline().getPathIterator(shift), false);
        }
        return outline;
    }

    private synchronized int kerning(int left, int right) {
        try {
            KerningSubtable pairs = parsed().getKerning().getHorizontalKerningSubtable();
            return pairs == null ? 0 : pairs.getKerning(left, right);
        } catch (IOException e) {
            throw new UncheckedIOException("the bundled font " + file + " cannot be read", e);
        }
    }

    private Glyph read(int codePoint) {
        try {
            TrueTypeFont parsed = parsed();
            CmapLookup characters = parsed.getUnicodeCmapLookup();
            int id = characters.getGlyphId(codePoint);
            GlyphData data = parsed.getGlyph().getGlyph(id);
            Path2D outline = data == null ? new Path2D.Float() : data.getPath();
            return new Glyph(id, parsed.getAdvanceWidth(id), outline);
        } catch (IOException e) {
            throw new UncheckedIOException("the bundled font " + file + " cannot be read", e);
        }
    }

    private TrueTypeFont parsed() throws IOException {
        if (font == null) {
            try (InputStream in = Typeface.class.getResourceAsStream("/countersign/fonts/" + file)) {
                if (in == null) {
                    throw new IOException("the program lacks its font " + file);
                }
                font = new TTFParser().parse(new RandomAccessReadBuffer(in.readAllBytes()));
            }
        }
        return font;
    }
}
