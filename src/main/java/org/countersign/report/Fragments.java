package org.countersign.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * XHTML that stands behind tokens. A token is made of private-use characters, which Markdown takes for letters, and holds
 * no digit; its XHTML is asked for when the whole manuscript has been read, so that it may speak of what comes later.
 */
public final class Fragments {

    private static final char OPEN = '\ue000';
    private static final char CLOSE = '\ue001';
    private static final char ZERO = '\ue010';

    private final List<Supplier<String>> fragments = new ArrayList<>();

    /** Remembers a piece of XHTML and gives the token that stands for it. */
    public String token(Supplier<String> xhtml) {
        String index = Integer.toString(fragments.size());
        fragments.add(xhtml);
        StringBuilder token = new StringBuilder().append(OPEN);
        for (int i = 0; i < index.length(); i++) {
            token.append((char) (ZERO + index.charAt(i) - '0'));
        }
        return token.append(CLOSE).toString();
    }

    public static boolean isTokenCharacter(char c) {
        return c >= OPEN && c <= '\ue019';
    }

    /** Replaces the tokens; one that is a paragraph of its own replaces the paragraph. */
    public String resolve(String xhtml) {
        StringBuilder out = new StringBuilder(xhtml.length() * 2);
        resolve(xhtml, out);
        return out.toString();
    }

    private void resolve(String xhtml, StringBuilder out) {
        int from = 0;
        for (int open = xhtml.indexOf(OPEN); open >= 0; open = xhtml.indexOf(OPEN, from)) {
            int close = xhtml.indexOf(CLOSE, open);
            boolean paragraph =
                    open - from >= 3 && xhtml.startsWith("<p>", open - 3) && xhtml.startsWith("</p>", close + 1);
            out.append(xhtml, from, paragraph ? open - 3 : open);
            int index = 0;
            for (int i = open + 1; i < close; i++) {
                index = 10 * index + xhtml.charAt(i) - ZERO;
            }
            resolve(fragments.get(index).get(), out);
            from = paragraph ? close + 5 : close + 1;
        }
        out.append(xhtml, from, xhtml.length());
    }
}
