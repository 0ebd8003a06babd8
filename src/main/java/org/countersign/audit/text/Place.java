package org.countersign.audit.text;

/**
 * Where in a document something stands.
 *
 * @param page 1-based; 0 when the format has no pages
 * @param line 1-based line of the page, or of the file
 * @param column 1-based column
 */
public record Place(int page, int line, int column) {

    /**
     * @throws IllegalArgumentException if a number is below its first value
     */
    public Place {
        if (page < 0 || line < 1 || column < 1) {
            throw new IllegalArgumentException("page " + page + ", line " + line + ", column " + column
                    + ": expected a page of at least 0, line and column of at least 1");
        }
    }

    @Override
    public String toString() {
        return (page > 0 ? "page " + page + ", " : "") + "line " + line + ", column " + column;
    }
}
