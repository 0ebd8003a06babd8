package org.countersign.report;

/** Plain text inside XHTML. */
public final class Xml {

    private Xml() {}

    /** Plain text that XML leaves as it is. */
    public static String escape(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 8);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                default -> {
                    if ((c >= ' ' || c == '\n' || c == '\t') && !Fragments.isTokenCharacter(c)) {
                        escaped.append(c);
                    }
                }
            }
        }
        return escaped.toString();
    }
}
