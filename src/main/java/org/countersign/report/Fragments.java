package org.countersign.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * XHTML that stands behind tokens. A token is made of private-use characters, which Markdown takes for letters, and holds
 * no digit; its XHTML is asked for when the whole manuscript has been read, so that it may speak of what comes later.
 */
public final class Fragments {

    private static final char OPEN = '\ue000';
    private static final char CLOSE = '\ue001';
    private static final char ZERO = '\ue010';
    private static final Pattern BLOCK = Pattern.compile("<p>" + OPEN + "([\ue010-\ue019]+)" + CLOSE + "</p>");
    private static final Pattern INLINE = Pattern.compile(OPEN + "([\ue010-\ue019]+)" + CLOSE);

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
        String resolved = replace(INLINE, replace(BLOCK, xhtml));
        return resolved.indexOf(OPEN) >= 0 ? resolve(resolved) : resolved;
    }

    private String replace(Pattern pattern, String xhtml) {
        Matcher m = pattern.matcher(xhtml);
        StringBuilder out = new StringBuilder(xhtml.length() * 2);
        while (m.find()) {
            StringBuilder index = new StringBuilder();
            for (int i = 0; i < m.group(1).length(); i++) {
                index.append((char) ('0' + m.group(1).charAt(i) - ZERO));
            }
            m.appendReplacement(
                    out,
                    Matcher.quoteReplacement(
                            fragments.get(Integer.parseInt(index.toString())).get()));
        }
        return m.appendTail(out).toString();
    }
}
