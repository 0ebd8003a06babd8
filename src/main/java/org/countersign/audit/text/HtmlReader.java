package org.countersign.audit.text;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.Range;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeFilter;

/** HTML: the text of its blocks and tables; scripts, styles, navigation and forms are left out. Fetches nothing. */
final class HtmlReader implements ArticleReader {

    private static final Set<String> SKIPPED = Set.of(
            "script",
            "style",
            "noscript",
            "template",
            "nav",
            "form",
            "button",
            "select",
            "svg",
            "iframe",
            "object",
            "head");

    @Override
    public Set<String> extensions() {
        return Set.of("html", "htm", "xhtml");
    }

    @Override
    public Article read(String name, byte[] content) throws UnreadableArticleException {
        Article.Builder builder = Article.builder(name);
        try {
            Document document = Jsoup.parse(
                    Decoding.decode(name, content), "", Parser.htmlParser().setTrackPosition(true));
            document.filter(new Collector(builder));
        } catch (RuntimeException | StackOverflowError e) {
            throw UnreadableArticleException.broken(name, "HTML", e);
        }
        return builder.endParagraph().build();
    }

    private static final class Collector implements NodeFilter {

        private final Article.Builder builder;
        private final Deque<TableGrid> tables = new ArrayDeque<>();

        Collector(Article.Builder builder) {
            this.builder = builder;
        }

        @Override
        public FilterResult head(Node node, int depth) {
            if (node instanceof Element element) {
                if (SKIPPED.contains(element.normalName())) {
                    return FilterResult.SKIP_ENTIRELY;
                }
                open(element);
            } else if (node instanceof TextNode text) {
                add(text);
            }
            return FilterResult.CONTINUE;
        }

        @Override
        public FilterResult tail(Node node, int depth) {
            if (node instanceof Element element) {
                if (element.normalName().equals("tr")) {
                    endCells(grid().endRow());
                } else if (element.normalName().equals("table") && !tables.isEmpty()) {
                    tables.pop();
                }
                if (isBlock(element) || element.normalName().equals("tr")) {
                    builder.endParagraph();
                }
            }
            return FilterResult.CONTINUE;
        }

        private void open(Element element) {
            switch (element.normalName()) {
                case "br" -> builder.endLine();
                case "td", "th" ->
                    endCells(grid().startCell(
                                    TableGrid.span(element.attr("colspan")), TableGrid.span(element.attr("rowspan"))));
                case "h1", "h2", "h3", "h4", "h5", "h6" ->
                    builder.startHeading(element.normalName().charAt(1) - '0');
                case "sup" -> builder.beforeRaised(element.childNodeSize() > 0 ? "x" : "");
                default -> {
                    if (isBlock(element)) {
                        builder.endParagraph();
                    }
                    if (element.normalName().equals("table")) {
                        tables.push(new TableGrid());
                    } else if (element.normalName().equals("tr")) {
                        grid().startRow();
                    }
                }
            }
        }

        /** The grid of the innermost table; a row without a table is in one of its own. */
        private TableGrid grid() {
            if (tables.isEmpty()) {
                tables.push(new TableGrid());
            }
            return tables.element();
        }

        private void endCells(int count) {
            for (int i = 0; i < count; i++) {
                builder.endCell();
            }
        }

        private static boolean isBlock(Element element) {
            String name = element.normalName();
            boolean cell = name.equals("td") || name.equals("th");
            boolean inCell = element.parent() != null
                    && (element.parent().normalName().equals("td")
                            || element.parent().normalName().equals("th"));
            return element.isBlock() && !cell && !inCell;
        }

        private void add(TextNode text) {
            Range range = text.sourceRange();
            int line = range.isTracked() ? Math.max(1, range.start().lineNumber()) : 1;
            int column = range.isTracked() ? Math.max(1, range.start().columnNumber()) : 1;
            String whole = text.getWholeText();
            int start = 0;
            for (int i = 0; i <= whole.length(); i++) {
                if (i == whole.length() || whole.charAt(i) == '\n') {
                    builder.add(whole.substring(start, i).replace('\t', ' ').replace('\r', ' '), 0, line, column);
                    if (i < whole.length()) {
                        builder.add(" ", 0, line, column + i - start);
                    }
                    start = i + 1;
                    line++;
                    column = 1;
                }
            }
        }
    }
}
