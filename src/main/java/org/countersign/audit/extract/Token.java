package org.countersign.audit.extract;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A piece of running text. Its text is cut out only when asked for: most words of an article are never looked at. Confined
 * to the thread that reads the article.
 */
final class Token {

    enum Kind {
        /** A number with its sign, power of ten and percent sign. */
        NUMBER,
        /** A number that is part of a word, such as "4" in "4-week" or "10mg". */
        BOUND_NUMBER,
        /** Letters, with digits and hyphens inside: "IL-6", "p-value". */
        WORD,
        /** One character that is neither. */
        SYMBOL,
        /** Boundary of a table cell. */
        CELL,
        SENTENCE_END,
        PARAGRAPH_END
    }

    private final Kind kind;
    private final String source;
    private final int start;
    private final int end;
    private @Nullable String text;
    private @Nullable String lower;

    /**
     * @param source the article's text
     * @param start offset of its first character
     * @param end offset behind its last character
     */
    Token(Kind kind, String source, int start, int end) {
        this.kind = kind;
        this.source = source;
        this.start = start;
        this.end = end;
    }

    Kind kind() {
        return kind;
    }

    int start() {
        return start;
    }

    int end() {
        return end;
    }

    int length() {
        return end - start;
    }

    /** As printed. */
    String text() {
        String cut = text;
        if (cut == null) {
            cut = source.substring(start, end);
            text = cut;
        }
        return cut;
    }

    /** In lower case. */
    String lower() {
        String folded = lower;
        if (folded == null) {
            folded = text().toLowerCase(Locale.ROOT);
            lower = folded;
        }
        return folded;
    }

    char first() {
        return source.charAt(start);
    }

    boolean isNumeral() {
        return kind == Kind.NUMBER || kind == Kind.BOUND_NUMBER;
    }

    boolean isBoundary() {
        return kind == Kind.SENTENCE_END || kind == Kind.PARAGRAPH_END || kind == Kind.CELL;
    }
}
