package org.countersign.audit.text;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/**
 * The glyphs of one page, by the direction in which they are written. Text on its side is read where there is much of it, as
 * in a table that was turned to fit; a label of an axis or a stamp in the margin is not.
 */
final class GlyphCollector extends PDFTextStripper {

    /** A page with more is not an article's. */
    private static final int MOST_GLYPHS = 200_000;

    /** Fewer glyphs on their side are no text, if there is upright text. */
    private static final int FEWEST_TURNED = 240;

    private static final int DIRECTIONS = 4;

    private final List<List<Glyph>> glyphs = new ArrayList<>();
    private int count;

    /** The glyphs of each direction that is worth reading, upright text first. */
    List<List<Glyph>> collect(PDDocument document, int page) throws IOException {
        for (int direction = 0; direction < DIRECTIONS; direction++) {
            glyphs.add(new ArrayList<>());
        }
        setStartPage(page);
        setEndPage(page);
        setSuppressDuplicateOverlappingText(true);
        writeText(document, Writer.nullWriter());
        int most = glyphs.stream().mapToInt(List::size).max().orElse(0);
        return glyphs.stream()
                .filter(turned -> !turned.isEmpty())
                .filter(turned -> turned == glyphs.get(0) || turned.size() == most || turned.size() >= FEWEST_TURNED)
                .toList();
    }

    /** Forms that draw forms can make a small file endless; whoever waits for it interrupts. */
    @Override
    protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
        if (Thread.currentThread().isInterrupted()) {
            throw new InterruptedIOException("interrupted while reading a page");
        }
        super.processOperator(operator, operands);
    }

    @Override
    protected void processTextPosition(TextPosition position) {
        String text = Ligatures.opened(position.getUnicode());
        int quarter = Math.round(position.getDir() / 90);
        boolean straight = quarter >= 0 && quarter < DIRECTIONS && position.getDir() == quarter * 90f;
        if (text.isEmpty() || !straight || count >= MOST_GLYPHS) {
            return;
        }
        float size = Math.max(1, position.getHeightDir() > 0 ? position.getFontSizeInPt() : position.getFontSize());
        if (text.isBlank()) {
            return;
        }
        count++;
        glyphs.get(quarter)
                .add(new Glyph(text, position.getXDirAdj(), position.getYDirAdj(), position.getWidthDirAdj(), size));
    }
}
