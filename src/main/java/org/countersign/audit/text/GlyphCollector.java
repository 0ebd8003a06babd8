package org.countersign.audit.text;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** The upright glyphs of one page. */
final class GlyphCollector extends PDFTextStripper {

    /** A page with more is not an article's. */
    private static final int MOST_GLYPHS = 200_000;

    private final List<Glyph> glyphs = new ArrayList<>();

    List<Glyph> collect(PDDocument document, int page) throws IOException {
        setStartPage(page);
        setEndPage(page);
        setSuppressDuplicateOverlappingText(true);
        writeText(document, Writer.nullWriter());
        return glyphs;
    }

    @Override
    protected void processTextPosition(TextPosition position) {
        String text = Ligatures.opened(position.getUnicode());
        if (text.isEmpty() || position.getDir() != 0 || glyphs.size() >= MOST_GLYPHS) {
            return;
        }
        float size = Math.max(1, position.getHeightDir() > 0 ? position.getFontSizeInPt() : position.getFontSize());
        if (text.isBlank()) {
            return;
        }
        glyphs.add(new Glyph(text, position.getXDirAdj(), position.getYDirAdj(), position.getWidthDirAdj(), size));
    }
}
