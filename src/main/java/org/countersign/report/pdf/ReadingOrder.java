package org.countersign.report.pdf;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/**
 * Keeps the words of a line in the order of the page's content, which is the order in which most viewers copy them. The
 * layout library paints all texts of an element before the elements among them, so that "fell by 2 points", its number a
 * link, would be copied as "fell by points 2". A text behind an element gets an element of its own.
 */
final class ReadingOrder {

    private static final Set<String> MIXED = Set.of(
            "p",
            "li",
            "td",
            "th",
            "dd",
            "dt",
            "caption",
            "figcaption",
            "a",
            "b",
            "i",
            "em",
            "strong",
            "span",
            "sup",
            "sub",
            "code",
            "div",
            "h1",
            "h2",
            "h3",
            "h4");

    private ReadingOrder() {}

    /** Wraps texts that have elements beside them. */
    static void keep(Document page) {
        NodeList all = page.getElementsByTagName("*");
        List<Element> mixed = new ArrayList<>();
        for (int i = 0; i < all.getLength(); i++) {
            Element element = (Element) all.item(i);
            if (MIXED.contains(element.getTagName()) && isMixed(element)) {
                mixed.add(element);
            }
        }
        mixed.forEach(element -> wrap(page, element));
    }

    /** Whether a text follows an element: what stands before the first one is painted first in any case. */
    private static boolean isMixed(Element element) {
        boolean inline = false;
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (inline && isText(child)) {
                return true;
            }
            inline |= child.getNodeType() == Node.ELEMENT_NODE;
        }
        return false;
    }

    private static boolean isText(Node node) {
        return node.getNodeType() == Node.TEXT_NODE && !node.getTextContent().isBlank();
    }

    private static void wrap(Document page, Element element) {
        List<Node> texts = new ArrayList<>();
        boolean inline = false;
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (inline && isText(child)) {
                texts.add(child);
            }
            inline |= child.getNodeType() == Node.ELEMENT_NODE;
        }
        for (Node text : texts) {
            Element span = page.createElementNS(element.getNamespaceURI(), "span");
            element.replaceChild(span, text);
            span.appendChild(text);
        }
    }
}
