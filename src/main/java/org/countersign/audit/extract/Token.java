package org.countersign.audit.extract;

/**
 * A piece of running text.
 *
 * @param kind what it is
 * @param start offset of its first character
 * @param end offset behind its last character
 * @param text as printed
 */
record Token(Kind kind, int start, int end, String text) {

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

    boolean isBoundary() {
        return kind == Kind.SENTENCE_END || kind == Kind.PARAGRAPH_END || kind == Kind.CELL;
    }
}
