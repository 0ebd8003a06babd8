package org.countersign.audit.text;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Word documents: paragraphs and tables of the main text; deleted text and field codes are left out. A word processor
 * decides lines and pages when it shows the document, so that a place's line is the number of the paragraph.
 */
final class DocxReader implements ArticleReader {

    /** A document that unpacks to more is an attack. */
    private static final long LARGEST_TEXT = 128L << 20;

    @Override
    public Set<String> extensions() {
        return Set.of("docx");
    }

    @Override
    public Article read(String name, byte[] content) throws UnreadableArticleException {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(content))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals("word/document.xml")) {
                    Article.Builder builder = Article.builder(name);
                    XMLStreamReader reader = XmlText.factory().createXMLStreamReader(new Limited(zip, LARGEST_TEXT));
                    new Collector(reader, builder).collect();
                    return builder.endParagraph().build();
                }
            }
        } catch (IOException | XMLStreamException | RuntimeException e) {
            throw UnreadableArticleException.broken(name, "a Word document", e);
        }
        throw UnreadableArticleException.of(
                "unreadable-article",
                name,
                "the file is not a Word document: it has no word/document.xml, or is encrypted",
                "save it again as .docx without a password");
    }

    private static final class Collector {

        /** A cell that covers more columns is no cell of an article. */
        private static final int MOST_SPANNED = 60;

        private final XMLStreamReader reader;
        private final Article.Builder builder;
        private int paragraph;
        private int column = 1;
        private int deleted;
        private int tables;
        private boolean firstCell;
        private boolean raised;
        private int spanned;

        Collector(XMLStreamReader reader, Article.Builder builder) {
            this.reader = reader;
            this.builder = builder;
        }

        void collect() throws XMLStreamException {
            while (reader.hasNext()) {
                int event = reader.next();
                if (event == XMLStreamConstants.START_ELEMENT) {
                    open(reader.getLocalName());
                } else if (event == XMLStreamConstants.END_ELEMENT) {
                    close(reader.getLocalName());
                }
            }
        }

        private void open(String name) throws XMLStreamException {
            switch (name) {
                case "del", "moveFrom" -> deleted++;
                case "p" -> {
                    paragraph++;
                    column = 1;
                }
                case "tbl" -> {
                    tables++;
                    builder.endParagraph();
                }
                case "tr" -> {
                    firstCell = true;
                    spanned = 0;
                }
                case "tc" -> {
                    endSpanned();
                    if (!firstCell) {
                        builder.endCell();
                    }
                    firstCell = false;
                }
                case "gridSpan" -> spanned = Math.min(MOST_SPANNED, TableGrid.span(attribute("val")) - 1);
                case "r" -> raised = false;
                case "vertAlign" -> raised = "superscript".equals(attribute("val"));
                case "tab" -> text(" ");
                case "br", "cr" -> text(" ");
                case "noBreakHyphen" -> text("-");
                case "t" -> text(reader.getElementText());
                default -> {
                    // Formatting.
                }
            }
        }

        private String attribute(String name) {
            for (int i = 0; i < reader.getAttributeCount(); i++) {
                if (reader.getAttributeLocalName(i).equals(name)) {
                    return reader.getAttributeValue(i);
                }
            }
            return "";
        }

        private void text(String text) {
            if (deleted > 0) {
                return;
            }
            if (raised) {
                builder.beforeRaised(text);
                raised = false;
            }
            builder.add(text, 0, Math.max(1, paragraph), column);
            column += text.length();
        }

        /** The columns that the cell before covers beside its own. */
        private void endSpanned() {
            for (; spanned > 0; spanned--) {
                builder.endCell();
            }
        }

        private void close(String name) {
            switch (name) {
                case "del", "moveFrom" -> deleted--;
                case "p" -> {
                    if (tables == 0) {
                        builder.endParagraph();
                    } else {
                        text(" ");
                    }
                }
                case "tr" -> {
                    endSpanned();
                    builder.endParagraph();
                }
                case "tbl" -> {
                    tables--;
                    builder.endParagraph();
                }
                default -> {
                    // Formatting.
                }
            }
        }
    }

    /** Fails beyond a number of bytes. */
    private static final class Limited extends InputStream {

        private final InputStream in;
        private long left;

        Limited(InputStream in, long limit) {
            this.in = in;
            this.left = limit;
        }

        @Override
        public int read() throws IOException {
            int value = in.read();
            count(value < 0 ? 0 : 1);
            return value;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = in.read(buffer, offset, length);
            count(Math.max(0, read));
            return read;
        }

        private void count(int read) throws IOException {
            left -= read;
            if (left < 0) {
                throw new IOException("the text unpacks to more than " + (LARGEST_TEXT >> 20) + " MB");
            }
        }
    }
}
