package org.countersign.report.manuscript;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.countersign.study.Level;

/** Markdown to XHTML: no raw HTML, no pictures from files, links to the web only as links. */
public final class Markdown {

    private static final Parser PARSER =
            Parser.builder().extensions(List.of(TablesExtension.create())).build();

    private Markdown() {}

    /** A heading of the text. */
    public record Section(int level, String id, String title) {}

    /**
     * A text set as XHTML.
     *
     * @param xhtml blocks
     * @param sections its headings, in order
     * @param pictures addresses of the pictures that it asks for, and does not get
     */
    public record Rendered(String xhtml, List<Section> sections, List<String> pictures) {
        public Rendered {
            sections = List.copyOf(sections);
            pictures = List.copyOf(pictures);
        }
    }

    public static Rendered render(String markdown) {
        Node document = PARSER.parse(markdown);
        Map<Node, String> ids = new HashMap<>();
        List<Section> sections = new ArrayList<>();
        List<String> pictures = new ArrayList<>();
        document.accept(new AbstractVisitor() {
            @Override
            public void visit(Heading heading) {
                String title = text(heading);
                String slug = Level.slug(title).replace('_', '-');
                String id = slug;
                for (int i = 2; ids.containsValue(id); i++) {
                    id = slug + "-" + i;
                }
                ids.put(heading, id);
                sections.add(new Section(heading.getLevel(), id, title));
                visitChildren(heading);
            }

            @Override
            public void visit(Image image) {
                pictures.add(image.getDestination());
            }
        });
        HtmlRenderer renderer = HtmlRenderer.builder()
                .extensions(List.of(TablesExtension.create()))
                .escapeHtml(true)
                .sanitizeUrls(true)
                .attributeProviderFactory(context -> (node, tag, attributes) -> {
                    String id = ids.get(node);
                    if (id != null) {
                        attributes.put("id", id);
                    }
                    if (tag.equals("img")) {
                        attributes.remove("src");
                    }
                })
                .build();
        return new Rendered(renderer.render(document), sections, pictures);
    }

    /** A text of one paragraph, without the paragraph. */
    public static String inline(String markdown) {
        String xhtml = render(markdown).xhtml().strip();
        return xhtml.startsWith("<p>") && xhtml.endsWith("</p>") && xhtml.indexOf("<p>", 3) < 0
                ? xhtml.substring(3, xhtml.length() - 4)
                : xhtml;
    }

    private static String text(Node node) {
        StringBuilder text = new StringBuilder();
        node.accept(new AbstractVisitor() {
            @Override
            public void visit(Text part) {
                text.append(part.getLiteral());
            }

            @Override
            public void visit(Code part) {
                text.append(part.getLiteral());
            }
        });
        return text.toString();
    }
}
