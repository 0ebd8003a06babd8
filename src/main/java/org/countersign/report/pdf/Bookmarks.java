package org.countersign.report.pdf;

import java.util.ArrayDeque;
import java.util.Deque;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Makes the outline of the PDF out of the headings of the page, nested as they are. */
final class Bookmarks {

    private Bookmarks() {}

    /** Adds the outline to the head, and ids to headings that lack one. */
    static void add(Document page) {
        NodeList heads = page.getElementsByTagName("head");
        if (heads.getLength() == 0 || page.getElementsByTagName("bookmarks").getLength() > 0) {
            return;
        }
        record Open(int level, Element element) {}
        Element outline = page.createElement("bookmarks");
        Deque<Open> open = new ArrayDeque<>();
        open.push(new Open(0, outline));
        NodeList elements = page.getElementsByTagName("*");
        int count = 0;
        for (int i = 0; i < elements.getLength(); i++) {
            Element heading = (Element) elements.item(i);
            int level = level(heading.getTagName());
            if (level == 0) {
                continue;
            }
            count++;
            if (heading.getAttribute("id").isEmpty()) {
                heading.setAttribute("id", "outline-" + count);
            }
            Element bookmark = page.createElement("bookmark");
            bookmark.setAttribute("name", heading.getTextContent().strip().replaceAll("\\s+", " "));
            bookmark.setAttribute("href", "#" + heading.getAttribute("id"));
            while (open.element().level() >= level) {
                open.pop();
            }
            open.element().element().appendChild(bookmark);
            open.push(new Open(level, bookmark));
        }
        if (count > 0) {
            heads.item(0).appendChild(outline);
        }
    }

    private static int level(String tag) {
        return tag.length() == 2 && tag.charAt(0) == 'h' && tag.charAt(1) >= '1' && tag.charAt(1) <= '6'
                ? tag.charAt(1) - '0'
                : 0;
    }
}
