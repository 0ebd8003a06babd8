package org.countersign.dataset.io;

/** Receives a table row by row, the header first. */
public interface TableListener {

    /**
     * @param line 1-based line in the file, or row of the sheet
     */
    void beginRow(long line);

    /**
     * The next field of the row.
     *
     * @param column 1-based character column in the line, or column of the sheet
     * @param buffer holds the text; valid only during the call
     */
    void field(int column, char[] buffer, int offset, int length);

    void endRow();
}
