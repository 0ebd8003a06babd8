package org.countersign.report.pdf;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * The bundled fonts in one document, as style sheets and figures name them. A face is parsed when the first document
 * uses it, and kept; it is embedded once in each document.
 */
final class PdfFonts {

    /** The family of running text. */
    static final String SERIF = "Source Serif 4";

    /** The family of headings, tables and figures. */
    static final String SANS = "Source Sans 3";

    private static final List<Face> FACES = List.of(
            new Face(SERIF, 400, FontStyle.NORMAL, "SourceSerif4-Regular.ttf"),
            new Face(SERIF, 400, FontStyle.ITALIC, "SourceSerif4-Italic.ttf"),
            new Face(SERIF, 600, FontStyle.NORMAL, "SourceSerif4-SemiBold.ttf"),
            new Face(SERIF, 700, FontStyle.NORMAL, "SourceSerif4-Bold.ttf"),
            new Face(SERIF, 700, FontStyle.ITALIC, "SourceSerif4-BoldItalic.ttf"),
            new Face(SANS, 400, FontStyle.NORMAL, "SourceSans3-Regular.ttf"),
            new Face(SANS, 400, FontStyle.ITALIC, "SourceSans3-Italic.ttf"),
            new Face(SANS, 600, FontStyle.NORMAL, "SourceSans3-SemiBold.ttf"),
            new Face(SANS, 700, FontStyle.NORMAL, "SourceSans3-Bold.ttf"));

    /** What else the families are called: CSS's generic families, as the layout spells them. */
    private static final Map<String, List<String>> NAMES =
            Map.of(SERIF, List.of(SERIF, "Serif"), SANS, List.of(SANS, "SansSerif", "Monospaced"));

    private static final ConcurrentMap<String, TrueTypeFont> PARSED = new ConcurrentHashMap<>();

    private final PDDocument document;
    private final Map<String, PDFont> embedded = new HashMap<>();

    PdfFonts(PDDocument document) {
        this.document = document;
    }

    private record Face(String family, int weight, FontStyle style, String file) {}

    /** Makes every face known to the layout. */
    void register(PdfRendererBuilder builder) {
        for (Face face : FACES) {
            PDFontSupplier supplier = new PDFontSupplier(null) {
                @Override
                public PDFont supply() {
                    return font(face.file());
                }
            };
            for (String family : NAMES.getOrDefault(face.family(), List.of(face.family()))) {
                builder.useFont(supplier, family, face.weight(), face.style(), true);
            }
        }
    }

    /** The face of a bundled file, embedded in the document. */
    PDFont font(String file) {
        return embedded.computeIfAbsent(file, this::embed);
    }

    private PDFont embed(String file) {
        try {
            return new MeasuredFont(PDType0Font.load(document, PARSED.computeIfAbsent(file, PdfFonts::parse), true));
        } catch (IOException e) {
            throw new UncheckedIOException("the bundled font " + file + " cannot be embedded", e);
        }
    }

    /** Whether one of the two families has the character. */
    static boolean has(int character) {
        try {
            for (String file : List.of("SourceSerif4-Regular.ttf", "SourceSans3-Regular.ttf")) {
                TrueTypeFont font = PARSED.computeIfAbsent(file, PdfFonts::parse);
                if (font.getUnicodeCmapLookup().getGlyphId(character) != 0) {
                    return true;
                }
            }
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException("the bundled fonts cannot be read", e);
        }
    }

    private static TrueTypeFont parse(String file) {
        try (InputStream in = PdfFonts.class.getResourceAsStream("/countersign/fonts/" + file)) {
            if (in == null) {
                throw new IOException("the program lacks its font " + file);
            }
            return new TTFParser().parse(new RandomAccessReadBuffer(in.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException("the bundled font " + file + " cannot be read", e);
        }
    }
}
