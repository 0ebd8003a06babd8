package org.countersign.chart;

import java.nio.charset.StandardCharsets;

/**
 * Writes drawings as SVG 1.1. Text is outlines, each glyph written once and referred to where it stands, so the figure
 * looks the same everywhere without carrying a font. Nothing but the drawing decides the bytes.
 */
public final class SvgWriter {

    private SvgWriter() {}

    /**
     * An {@code svg} element to stand in an XHTML page, with a transparent background. Its title and description are its
     * accessible name; its classes are described at {@link Tone}.
     *
     * @param text the accessible name and the alternative text
     * @param idPrefix starts every id in the element; unique in the page; a letter, then letters, digits, hyphens
     */
    public static String element(Drawing drawing, FigureText text, String idPrefix) {
        return write(drawing, text, idPrefix, "");
    }

    /** A file of its own, on white paper, encoded in UTF-8. */
    public static byte[] document(Drawing drawing, FigureText text) {
        String paper =
                "<rect width=\"" + drawing.width() + "\" height=\"" + drawing.height() + "\" fill=\"#ffffff\"/>\n";
        return ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + write(drawing, text, "figure", paper))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String write(Drawing drawing, FigureText text, String idPrefix, String background) {
        if (!idPrefix.matches("[A-Za-z][A-Za-z0-9-]*")) {
            throw new IllegalArgumentException(
                    "idPrefix `" + idPrefix + "`: expected a letter, then letters, digits or hyphens");
        }
        SvgGraphics graphics = new SvgGraphics(idPrefix);
        drawing.paint(graphics);
        String size = drawing.width() + "\" height=\"" + drawing.height();
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" version=\"1.1\""
                + " class=\"drawing\" width=\"" + size + "\" viewBox=\"0 0 " + drawing.width() + " "
                + drawing.height() + "\" role=\"img\" aria-labelledby=\"" + idPrefix + "-title " + idPrefix
                + "-desc\">\n<title id=\"" + idPrefix + "-title\">" + escape(text.title()) + "</title>\n<desc id=\""
                + idPrefix + "-desc\">" + escape(text.description()) + "</desc>\n" + background
                + graphics.elements() + "</svg>\n";
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
