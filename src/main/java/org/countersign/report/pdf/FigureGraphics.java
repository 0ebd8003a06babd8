package org.countersign.report.pdf;

import de.rototor.pdfbox.graphics2d.IPdfBoxGraphics2DFontTextDrawer;
import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2D;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.io.IOException;
import java.text.AttributedCharacterIterator;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.util.Matrix;
import org.countersign.chart.ShapeGraphics;
import org.countersign.chart.Typeface;

/**
 * A figure's area on a page: shapes as vectors, text as text of the document's own fonts, which can be searched and
 * copied and takes a fraction of the outlines' bytes.
 */
final class FigureGraphics extends ShapeGraphics {

    private final PdfBoxGraphics2D page;
    private final PdfFonts fonts;

    FigureGraphics(PdfBoxGraphics2D page, PdfFonts fonts) {
        this.page = page;
        this.fonts = fonts;
    }

    private FigureGraphics(FigureGraphics other) {
        super(other);
        this.page = other.page;
        this.fonts = other.fonts;
    }

    @Override
    public Graphics create() {
        return new FigureGraphics(this);
    }

    @Override
    public void draw(Shape shape) {
        if (prepare()) {
            page.setStroke(getStroke());
            page.draw(getTransform().createTransformedShape(shape));
        }
    }

    @Override
    public void fill(Shape shape) {
        if (prepare()) {
            page.fill(getTransform().createTransformedShape(shape));
        }
    }

    /** Sets colour and clip; false when nothing would be seen. */
    @SuppressWarnings("NullAway") // no clip is null in AWT
    private boolean prepare() {
        if (getColor().getAlpha() == 0) {
            return false;
        }
        page.setColor(getColor());
        Shape clip = getClip();
        page.setClip(clip == null ? null : getTransform().createTransformedShape(clip));
        return true;
    }

    @Override
    public void fillText(Typeface typeface, String text, AffineTransform placement) {
        AffineTransform onPage = new AffineTransform(getTransform());
        onPage.concatenate(placement);
        if (!prepare()) {
            return;
        }
        if (text.codePoints().allMatch(typeface::has)) {
            onPage.scale(Typeface.UNITS_PER_EM, Typeface.UNITS_PER_EM);
            page.setFontTextDrawer(new Line(fonts.font(typeface.file()), kerned(typeface, text), onPage));
            page.drawString(text, 0, 0);
        } else {
            page.fill(onPage.createTransformedShape(typeface.outline(text)));
        }
    }

    /** The text in pieces, and between them how far the pen moves back, in thousandths of an em. */
    private static List<Object> kerned(Typeface typeface, String text) {
        List<Object> pieces = new ArrayList<>();
        StringBuilder piece = new StringBuilder();
        int[] characters = text.codePoints().toArray();
        List<Typeface.Placed> line = typeface.line(text);
        int pen = 0;
        for (int i = 0; i < characters.length; i++) {
            Typeface.Placed placed = line.get(i);
            if (placed.x() != pen) {
                pieces.add(piece.toString());
                pieces.add((float) (pen - placed.x()));
                piece.setLength(0);
            }
            piece.appendCodePoint(characters[i]);
            pen = placed.x() + placed.glyph().advance();
        }
        pieces.add(piece.toString());
        return List.copyOf(pieces);
    }

    /** Writes one line into the content stream that the graphics keeps to itself. */
    private record Line(PDFont font, List<Object> pieces, AffineTransform placement)
            implements IPdfBoxGraphics2DFontTextDrawer {

        @Override
        public boolean canDrawText(AttributedCharacterIterator text, IFontTextDrawerEnv environment) {
            return true;
        }

        @Override
        @SuppressWarnings("NullAway") // no shape is needed for a plain colour
        public void drawText(AttributedCharacterIterator text, IFontTextDrawerEnv environment) throws IOException {
            PDPageContentStream stream = environment.getContentStream();
            environment.applyPaint(environment.getPaint(), null);
            stream.beginText();
            stream.setFont(font, 1);
            stream.setTextMatrix(new Matrix(placement));
            stream.showTextWithPositioning(pieces.toArray());
            stream.endText();
        }

        @Override
        public FontMetrics getFontMetrics(Font font, IFontTextDrawerEnv environment) {
            throw new UnsupportedOperationException("the figures' text is measured before it is drawn");
        }
    }
}
