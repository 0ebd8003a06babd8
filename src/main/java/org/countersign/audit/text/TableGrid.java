package org.countersign.audit.text;

/**
 * Keeps the columns of a table apart where cells span several columns or rows: what a cell covers beside its own place is
 * an empty cell. Confined to one reader.
 */
final class TableGrid {

    /** What spans more is no table of an article. */
    private static final int MOST_COLUMNS = 60;

    private static final int MOST_ROWS = 500;

    /** Rows below the current one that a cell above still covers, by column. */
    private final int[] covered = new int[MOST_COLUMNS];

    private int free;
    private int at;

    void startRow() {
        free = 0;
        at = 0;
    }

    /**
     * Begins a cell.
     *
     * @param columns as declared, read by {@link #span}
     * @param rows likewise
     * @return how many cells end before it
     */
    int startCell(int columns, int rows) {
        skipCovered();
        int here = Math.min(free, MOST_COLUMNS - 1);
        int ended = Math.max(0, here - at);
        at = here;
        for (int c = here; c < Math.min(MOST_COLUMNS, here + columns); c++) {
            covered[c] = Math.min(rows, MOST_ROWS) - 1;
        }
        free = Math.min(MOST_COLUMNS, here + columns);
        return ended;
    }

    /** Ends a row: how many empty cells follow the last. */
    int endRow() {
        skipCovered();
        return Math.max(0, free - 1 - at);
    }

    private void skipCovered() {
        while (free < MOST_COLUMNS && covered[free] > 0) {
            covered[free]--;
            free++;
        }
    }

    /** A span as an attribute gives it; 1 for whatever is no positive number. */
    static int span(String attribute) {
        if (attribute.isEmpty() || attribute.length() > 4) {
            return 1;
        }
        for (int i = 0; i < attribute.length(); i++) {
            if (attribute.charAt(i) < '0' || attribute.charAt(i) > '9') {
                return 1;
            }
        }
        return Math.max(1, Integer.parseInt(attribute));
    }
}
