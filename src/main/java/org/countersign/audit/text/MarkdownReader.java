package org.countersign.audit.text;

import java.util.List;
import java.util.Set;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Block;
import org.commonmark.node.Code;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.CustomNode;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.Text;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/** Markdown with tables: the text without its markup, so that "*p* = .04" reads "p = .04". Code and raw HTML are left out. */
final class MarkdownReader implements ArticleReader {

    private static final Parser PARSER = Parser.builder()
            .extensions(List.of(TablesExtension.create()))
            .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
            .build();

    @Override
    public Set<String> extensions() {
        return Set.of("md", "markdown");
    }

    @Override
    public Article read(String name, byte[] content) throws UnreadableArticleException {
        Article.Builder builder = Article.builder(name);
        try {
            PARSER.parse(Decoding.decode(name, content)).accept(new Collector(builder));
        } catch (RuntimeException | StackOverflowError e) {
            throw UnreadableArticleException.broken(name, "Markdown", e);
        }
        return builder.build();
    }

    private static final class Collector extends AbstractVisitor {

        private final Article.Builder builder;
        private int line = 1;
        private int column = 1;

        Collector(Article.Builder builder) {
            this.builder = builder;
        }

        @Override
        public void visit(Text text) {
            add(text, text.getLiteral());
        }

        @Override
        public void visit(Code code) {
            add(code, code.getLiteral());
        }

        @Override
        public void visit(SoftLineBreak lineBreak) {
            builder.endLine();
        }

        @Override
        public void visit(HardLineBreak lineBreak) {
            builder.endLine();
        }

        @Override
        public void visit(Paragraph paragraph) {
            block(paragraph);
        }

        @Override
        public void visit(Heading heading) {
            builder.startHeading(heading.getLevel());
            block(heading);
        }

        @Override
        public void visit(FencedCodeBlock block) {
            builder.endParagraph();
        }

        @Override
        public void visit(IndentedCodeBlock block) {
            builder.endParagraph();
        }

        @Override
        public void visit(HtmlBlock block) {
            builder.endParagraph();
        }

        @Override
        public void visit(CustomBlock block) {
            visitChildren(block);
            if (block instanceof TableBlock) {
                builder.endParagraph();
            }
        }

        @Override
        public void visit(CustomNode node) {
            if (node instanceof TableCell cell && cell.getPrevious() != null) {
                builder.endCell();
            }
            visitChildren(node);
            if (node instanceof TableRow) {
                builder.endParagraph();
            }
        }

        private void block(Block block) {
            visitChildren(block);
            builder.endParagraph();
        }

        private void add(Node node, String literal) {
            List<SourceSpan> spans = node.getSourceSpans();
            if (!spans.isEmpty()) {
                line = spans.get(0).getLineIndex() + 1;
                column = spans.get(0).getColumnIndex() + 1;
            }
            builder.add(literal.replace('\n', ' '), 0, line, column);
        }
    }
}
