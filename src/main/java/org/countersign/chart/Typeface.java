package org.countersign.chart;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * A face of the figures' font, read from the bundled file: advance widths and outlines of its glyphs in units of
 * {@value #UNITS_PER_EM} per em, y upwards.
 *
 * <p>The JDK's text layout is not used: it measures differently from release to release, and starting it costs more
 * than reading the file.
 */
enum Typeface {
    REGULAR("SourceSans3-Regular.ttf"),
    SEMIBOLD("SourceSans3-SemiBold.ttf"),
    ITALIC("SourceSans3-Italic.ttf");

    static final int UNITS_PER_EM = 1000;

    private final String file;

    @SuppressWarnings("ImmutableEnumChecker") // what is read from the bundled file, filled on demand under a lock
    private final Map<Integer, Glyph> glyphs = new HashMap<>();

    @SuppressWarnings("ImmutableEnumChecker")
    private @org.jspecify.annotations.Nullable TrueTypeFont font;

    Typeface(String file) {
        this.file = file;
    }

    /**
     * One glyph.
     *
     * @param id its number in the font
     * @param advance how far the pen moves
     * @param outline closed contours, filled by the nonzero rule; not to be changed
     */
    record Glyph(int id, int advance, Path2D outline) {}

    /** The glyph of a character; the font's "missing" box when it has none. */
    synchronized Glyph glyph(int codePoint) {
        return glyphs.computeIfAbsent(codePoint, this::read);
    }

    /** Whether the face has the character. */
    boolean has(int codePoint) {
        return glyph(codePoint).id() != 0;
    }

    /** The width of a text in em units. */
    int advance(String text) {
        return text.codePoints().map(character -> glyph(character).advance()).sum();
    }

    /** The outlines of a text that starts at the origin, in em units. */
    Shape outline(String text) {
        Path2D.Float outline = new Path2D.Float(Path2D.WIND_NON_ZERO, text.length() * 40);
        int x = 0;
        for (int character : text.codePoints().toArray()) {
            Glyph glyph = glyph(character);
            outline.append(glyph.outline().getPathIterator(AffineTransform.getTranslateInstance(x, 0)), false);
            x += glyph.advance();
        }
        return outline;
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
