package org.countersign.audit.text;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A document's running text in reading order. Paragraphs are parted by an empty line, table cells by a tab; a line break
 * inside a paragraph is ordinary space. The text is as printed, except that ligatures are opened, words divided at a
 * line's end are joined, and invisible characters are dropped; every character still knows its place in the source.
 * Immutable; made by a {@link Builder}.
 */
public final class Article {

    private final String name;
    private final String text;
    private final int[] starts;
    private final int[] pages;
    private final int[] lines;
    private final int[] columns;
    private final List<Heading> headings;

    private Article(Builder builder) {
        this.name = builder.name;
        this.text = builder.text.toString();
        this.starts = Arrays.copyOf(builder.starts, builder.size);
        this.pages = Arrays.copyOf(builder.pages, builder.size);
        this.lines = Arrays.copyOf(builder.lines, builder.size);
        this.columns = Arrays.copyOf(builder.columns, builder.size);
        this.headings = List.copyOf(builder.headings);
    }

    /** Plain text, read as it stands. */
    public static Article of(String name, String text) {
        return PlainTextReader.article(name, text);
    }

    public static Builder builder(String name) {
        return new Builder(name);
    }

    /** The file, as the user would type it. */
    public String name() {
        return name;
    }

    public String text() {
        return text;
    }

    /** The headings that the format marks as such, in reading order; none for plain text and PDF. */
    public List<Heading> headings() {
        return headings;
    }

    /**
     * A marked heading.
     *
     * @param start offset of its first character
     * @param level 1 for the highest
     */
    public record Heading(int start, int level) {}

    /**
     * @param offset into {@link #text()}
     * @throws IndexOutOfBoundsException if {@code offset} is not in {@code [0, text().length()]}
     */
    public Place placeAt(int offset) {
        if (offset < 0 || offset > text.length()) {
            throw new IndexOutOfBoundsException("offset = " + offset + ": expected 0 to " + text.length());
        }
        if (starts.length == 0) {
            return new Place(0, 1, 1);
        }
        int found = Arrays.binarySearch(starts, offset);
        int segment = Math.max(0, found >= 0 ? found : -found - 2);
        return new Place(pages[segment], lines[segment], columns[segment] + offset - starts[segment]);
    }

    /** Collects text with its places, in reading order. Not thread-safe. */
    public static final class Builder {

        private final String name;
        private final StringBuilder text = new StringBuilder();
        private int[] starts = new int[64];
        private int[] pages = new int[64];
        private int[] lines = new int[64];
        private int[] columns = new int[64];
        private final List<Heading> headings = new ArrayList<>();
        private int size;

        private Builder(String name) {
            this.name = requireNonNull(name);
        }

        /**
         * Adds one piece of a source line. Ligatures are opened and invisible characters dropped.
         *
         * @param piece without line breaks
         * @param page 1-based, 0 when the format has none
         * @param line 1-based
         * @param column 1-based column of the piece's first character
         */
        public Builder add(CharSequence piece, int page, int line, int column) {
            int length = piece.length();
            int run = 0;
            for (int i = 0; i < length; ) {
                int code = Character.codePointAt(piece, i);
                int next = i + Character.charCount(code);
                if (code < 0x80 ? code >= ' ' || code == '\t' : Folding.keeps(code)) {
                    i = next;
                    continue;
                }
                flush(piece, run, i, page, line, column);
                String folded = Folding.of(code);
                if (!folded.isEmpty()) {
                    mark(page, line, column + i);
                    text.append(folded);
                }
                i = next;
                run = i;
            }
            flush(piece, run, length, page, line, column);
            return this;
        }

        /** Ends a source line; joins a word that was divided there. */
        public Builder endLine() {
            int length = text.length();
            if (length >= 2 && isHyphen(text.charAt(length - 1)) && Character.isLowerCase(text.charAt(length - 2))) {
                pendingHyphen = true;
                return this;
            }
            if (length > 0 && text.charAt(length - 1) != '\n') {
                text.append('\n');
            }
            return this;
        }

        /** Ends a paragraph. */
        public Builder endParagraph() {
            pendingHyphen = false;
            int length = text.length();
            while (length > 0 && (text.charAt(length - 1) == '\n' || text.charAt(length - 1) == ' ')) {
                length--;
            }
            text.setLength(length);
            if (length > 0) {
                text.append("\n\n");
            }
            return this;
        }

        /** Ends a table cell. */
        public Builder endCell() {
            pendingHyphen = false;
            text.append('\t');
            return this;
        }

        /**
         * Prepares for raised characters: after a digit they are a power of ten ("10" and "-4") or a note, which must not
         * run into the number.
         *
         * @param raised what follows
         */
        public Builder beforeRaised(CharSequence raised) {
            int length = text.length();
            boolean digit = length > 0 && Character.isDigit(text.charAt(length - 1));
            if (digit && raised.length() > 0) {
                boolean ten = length >= 2 && text.charAt(length - 1) == '0' && text.charAt(length - 2) == '1';
                boolean alone =
                        length < 3 || !Character.isDigit(text.charAt(length - 3)) && text.charAt(length - 3) != '.';
                text.append(ten && alone ? "^" : " ");
            }
            return this;
        }

        /** Starts a heading with what is added next. */
        public Builder startHeading(int level) {
            endParagraph();
            headings.add(new Heading(text.length(), level));
            return this;
        }

        public int length() {
            return text.length();
        }

        public Article build() {
            return new Article(this);
        }

        private boolean pendingHyphen;

        private void flush(CharSequence piece, int from, int to, int page, int line, int column) {
            if (to > from) {
                if (pendingHyphen) {
                    joinOrBreak(piece.charAt(from));
                }
                mark(page, line, column + from);
                text.append(piece, from, to);
            }
        }

        private void joinOrBreak(char next) {
            pendingHyphen = false;
            if (Character.isLowerCase(next)) {
                text.setLength(text.length() - 1);
            } else {
                text.append('\n');
            }
        }

        private void mark(int page, int line, int column) {
            if (size > 0 && starts[size - 1] == text.length()) {
                size--;
            }
            if (size == starts.length) {
                int larger = size * 2;
                starts = Arrays.copyOf(starts, larger);
                pages = Arrays.copyOf(pages, larger);
                lines = Arrays.copyOf(lines, larger);
                columns = Arrays.copyOf(columns, larger);
            }
            starts[size] = text.length();
            pages[size] = page;
            lines[size] = line;
            columns[size] = column;
            size++;
        }

        private static boolean isHyphen(char c) {
            return c == '-' || c == '\u2010' || c == '\u00ad';
        }
    }
}
