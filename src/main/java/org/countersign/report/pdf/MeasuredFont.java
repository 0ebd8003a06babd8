package org.countersign.report.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import org.apache.fontbox.util.BoundingBox;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;

/**
 * An embedded font that remembers how wide its characters are. The library encodes a text and decodes it again to measure
 * it; a layout measures every word several times, which took a sixth of its time. All else is the embedded font's.
 */
final class MeasuredFont extends PDFont {

    private final PDType0Font font;
    private final Map<Integer, Glyph> glyphs = new HashMap<>();

    /** A character's width in thousandths of the font's size, and its code. */
    private record Glyph(float width, byte[] code) {}

    MeasuredFont(PDType0Font font) {
        super(font.getCOSObject());
        this.font = font;
    }

    /**
     * In thousandths of the font's size, added up as the library does.
     *
     * @throws IllegalArgumentException if the font lacks a character
     */
    @Override
    public float getStringWidth(String text) throws IOException {
        float width = 0;
        for (int i = 0; i < text.length(); ) {
            int character = text.codePointAt(i);
            width += glyph(character).width();
            i += Character.charCount(character);
        }
        return width;
    }

    private Glyph glyph(int character) throws IOException {
        Glyph glyph = glyphs.get(character);
        if (glyph == null) {
            String text = Character.toString(character);
            glyph = new Glyph(font.getStringWidth(text), font.encode(text));
            glyphs.put(character, glyph);
        }
        return glyph;
    }

    @Override
    public String getName() {
        return dict.getNameAsString(COSName.BASE_FONT);
    }

    @Override
    public PDFontDescriptor getFontDescriptor() {
        return font.getFontDescriptor();
    }

    @Override
    public Matrix getFontMatrix() {
        return font.getFontMatrix();
    }

    @Override
    public BoundingBox getBoundingBox() throws IOException {
        return font.getBoundingBox();
    }

    @Override
    public Vector getPositionVector(int code) {
        return font.getPositionVector(code);
    }

    @Override
    public Vector getDisplacement(int code) throws IOException {
        return font.getDisplacement(code);
    }

    @Override
    @SuppressWarnings("deprecation") // declared by the library's interface
    public float getHeight(int code) throws IOException {
        return font.getHeight(code);
    }

    @Override
    public float getWidth(int code) throws IOException {
        return font.getWidth(code);
    }

    @Override
    public boolean hasExplicitWidth(int code) throws IOException {
        return font.hasExplicitWidth(code);
    }

    @Override
    public float getWidthFromFont(int code) throws IOException {
        return font.getWidthFromFont(code);
    }

    @Override
    protected float getStandard14Width(int code) {
        throw new UnsupportedOperationException("the bundled fonts are not among the standard fourteen");
    }

    @Override
    public float getAverageFontWidth() {
        return font.getAverageFontWidth();
    }

    /** A character's code of two bytes, the number of its glyph. */
    @Override
    protected byte[] encode(int character) throws IOException {
        return glyph(character).code();
    }

    @Override
    public int readCode(InputStream in) throws IOException {
        return font.readCode(in);
    }

    @Override
    public String toUnicode(int code) {
        return font.toUnicode(code);
    }

    @Override
    public boolean isEmbedded() {
        return font.isEmbedded();
    }

    @Override
    public boolean isDamaged() {
        return font.isDamaged();
    }

    @Override
    public boolean isStandard14() {
        return false;
    }

    @Override
    public boolean isVertical() {
        return font.isVertical();
    }

    @Override
    public void addToSubset(int character) {
        font.addToSubset(character);
    }

    @Override
    public void subset() throws IOException {
        font.subset();
    }

    @Override
    public boolean willBeSubset() {
        return font.willBeSubset();
    }
}
