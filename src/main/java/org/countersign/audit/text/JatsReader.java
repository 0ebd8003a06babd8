package org.countersign.audit.text;

import java.io.ByteArrayInputStream;
import java.util.Set;
import javax.xml.stream.Location;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * JATS XML, the format of journal archives: title, abstract, body, tables and captions; references, contributors and
 * journal data are left out. Document types and external entities are not read. Other XML is read as its text.
 */
final class JatsReader implements ArticleReader {

    private static final Set<String> SKIPPED = Set.of(
            "ref-list",
            "journal-meta",
            "contrib-group",
            "aff",
            "history",
            "permissions",
            "tex-math",
            "object-id",
            "article-id",
            "pub-date",
            "counts",
            "related-article",
            "author-notes",
            "fn-group",
            "ack",
            "annotation",
            "issue-id",
            "volume",
            "issue",
            "fpage",
            "lpage",
            "elocation-id");

    private static final Set<String> BLOCKS = Set.of(
            "p",
            "title",
            "article-title",
            "subtitle",
            "sec",
            "abstract",
            "caption",
            "label",
            "list-item",
            "tr",
            "disp-quote",
            "def-item",
            "table-wrap",
            "fig",
            "kwd-group",
            "trans-title");

    @Override
    public Set<String> extensions() {
        return Set.of("xml", "nxml", "jats");
    }

    @Override
    public Article read(String name, byte[] content) throws UnreadableArticleException {
        Article.Builder builder = Article.builder(name);
        try {
            XMLStreamReader reader = XmlText.factory().createXMLStreamReader(new ByteArrayInputStream(content));
            collect(reader, builder);
            reader.close();
        } catch (XMLStreamException | RuntimeException e) {
            throw UnreadableArticleException.broken(name, "XML", e);
        }
        return builder.endParagraph().build();
    }

    private static void collect(XMLStreamReader reader, Article.Builder builder) throws XMLStreamException {
        TableGrid grid = new TableGrid();
        int skipping = 0;
        boolean firstCell = true;
        boolean raised = false;
        int line = 1;
        int column = 1;
        while (reader.hasNext()) {
            int event = reader.next();
            Location end = reader.getLocation();
            if (event == XMLStreamConstants.START_ELEMENT) {
                String name = reader.getLocalName();
                boolean citation = name.equals("xref") && "bibr".equals(reader.getAttributeValue(null, "ref-type"));
                if (skipping > 0 || SKIPPED.contains(name) || citation) {
                    skipping++;
                } else if (name.equals("td") || name.equals("th")) {
                    endCells(builder, grid.startCell(span(reader, "colspan"), span(reader, "rowspan")));
                    firstCell = false;
                } else {
                    raised = name.equals("sup");
                    firstCell |= name.equals("tr");
                    if (name.equals("table")) {
                        grid = new TableGrid();
                    } else if (name.equals("tr")) {
                        grid.startRow();
                    }
                    if (BLOCKS.contains(name) && !name.equals("p")) {
                        builder.endParagraph();
                    }
                    if (name.equals("break")) {
                        builder.endLine();
                    }
                }
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                if (skipping > 0) {
                    skipping--;
                } else if (BLOCKS.contains(reader.getLocalName()) && firstCellOrRow(reader, firstCell)) {
                    if (reader.getLocalName().equals("tr")) {
                        endCells(builder, grid.endRow());
                    }
                    builder.endParagraph();
                    firstCell = true;
                }
            } else if ((event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) && skipping == 0) {
                String text = reader.getText();
                if (raised) {
                    builder.beforeRaised(text.strip());
                    raised = false;
                }
                add(builder, text, line, column);
            }
            line = Math.max(1, end.getLineNumber());
            column = Math.max(1, end.getColumnNumber());
        }
    }

    private static int span(XMLStreamReader reader, String attribute) {
        String value = reader.getAttributeValue(null, attribute);
        return value == null ? 1 : TableGrid.span(value);
    }

    private static void endCells(Article.Builder builder, int count) {
        for (int i = 0; i < count; i++) {
            builder.endCell();
        }
    }

    /** A paragraph inside a table cell does not end the row. */
    private static boolean firstCellOrRow(XMLStreamReader reader, boolean firstCell) {
        return firstCell || !reader.getLocalName().equals("p");
    }

    private static void add(Article.Builder builder, String text, int firstLine, int firstColumn) {
        int line = firstLine;
        int column = firstColumn;
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || text.charAt(i) == '\n') {
                builder.add(text.substring(start, i).replace('\t', ' '), 0, line, column);
                if (i < text.length()) {
                    builder.add(" ", 0, line, column + i - start);
                }
                start = i + 1;
                line++;
                column = 1;
            }
        }
    }
}
