package org.countersign.audit.text;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/**
 * PDF: glyphs to lines, lines to columns, columns to reading order (see {@link PageLayout}). Pages are 1-based, a line is
 * the line's number on its page in reading order. Nothing in the document is executed or fetched.
 */
final class PdfReader implements ArticleReader {

    private static final int MOST_PAGES = 3000;

    @Override
    public Set<String> extensions() {
        return Set.of("pdf");
    }

    @Override
    public Article read(String name, byte[] content) throws UnreadableArticleException {
        try (PDDocument document = Loader.loadPDF(content)) {
            Article.Builder builder = Article.builder(name);
            int pages = Math.min(MOST_PAGES, document.getNumberOfPages());
            for (int page = 1; page <= pages; page++) {
                int line = 0;
                for (List<Glyph> glyphs : new GlyphCollector().collect(document, page)) {
                    if (line > 0) {
                        builder.endParagraph();
                    }
                    line = PageLayout.of(glyphs).write(builder, page, line);
                }
            }
            return builder.endParagraph().build();
        } catch (InvalidPasswordException e) {
            throw UnreadableArticleException.of(
                    "encrypted-article", name, "the PDF is encrypted with a password", "save it without a password");
        } catch (IOException | RuntimeException | StackOverflowError e) {
            throw UnreadableArticleException.broken(name, "a PDF", e);
        }
    }
}
