package org.countersign.report.manuscript;

import org.countersign.report.Fragments;

/** Plain text inside Markdown. */
final class MarkdownText {

    private static final String SPECIAL = "\\`*_{}[]<>()#+!|~&";

    private MarkdownText() {}

    /** Plain text that Markdown leaves as it is. */
    static String escape(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 8);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (SPECIAL.indexOf(c) >= 0) {
                escaped.append('\\');
            }
            if (!Fragments.isTokenCharacter(c)) {
                escaped.append(c);
            }
        }
        return escaped.toString();
    }
}
