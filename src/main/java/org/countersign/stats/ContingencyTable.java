package org.countersign.stats;

import java.util.Arrays;
import java.util.function.Supplier;

/** Counts of observations by two categorical variables, r rows by c columns. Immutable. */
public final class ContingencyTable {

    private final long[][] counts;
    private final long[] rowTotals;
    private final long[] columnTotals;
    private final long total;

    private ContingencyTable(long[][] counts) {
        this.counts = counts;
        rowTotals = new long[counts.length];
        columnTotals = new long[counts[0].length];
        long sum = 0;
        for (int i = 0; i < counts.length; i++) {
            for (int j = 0; j < counts[i].length; j++) {
                rowTotals[i] += counts[i][j];
                columnTotals[j] += counts[i][j];
                sum = Math.addExact(sum, counts[i][j]);
            }
        }
        total = sum;
    }

    /**
     * @param counts rows of equal length, at least one row and one column
     * @throws IllegalArgumentException if the rows differ in length, there are none, or a count is negative
     */
    public static ContingencyTable of(long[][] counts) {
        Require.that(counts.length > 0 && counts[0].length > 0, "counts", "empty", "at least one row and one column");
        long[][] copy = new long[counts.length][];
        for (int i = 0; i < counts.length; i++) {
            Require.sameLength("row 0", counts[0].length, "row " + i, counts[i].length);
            for (int j = 0; j < counts[i].length; j++) {
                Require.notNegative("counts[" + i + "][" + j + "]", counts[i][j]);
            }
            copy[i] = counts[i].clone();
        }
        return new ContingencyTable(copy);
    }

    /**
     * The table of two coded variables.
     *
     * @param rowCodes codes from 0 to {@code rows - 1}
     * @param columnCodes codes from 0 to {@code columns - 1}, as many
     * @throws IllegalArgumentException if a code is out of range or the lengths differ
     */
    public static ContingencyTable ofCodes(int[] rowCodes, int rows, int[] columnCodes, int columns) {
        Require.sameLength("rowCodes", rowCodes.length, "columnCodes", columnCodes.length);
        Require.atLeast("rows", rows, 1);
        Require.atLeast("columns", columns, 1);
        long[][] counts = new long[rows][columns];
        for (int i = 0; i < rowCodes.length; i++) {
            Require.that(
                    rowCodes[i] >= 0 && rowCodes[i] < rows,
                    "rowCodes[" + i + "]",
                    rowCodes[i],
                    "a code from 0 to " + (rows - 1));
            Require.that(
                    columnCodes[i] >= 0 && columnCodes[i] < columns,
                    "columnCodes[" + i + "]",
                    columnCodes[i],
                    "a code from 0 to " + (columns - 1));
            counts[rowCodes[i]][columnCodes[i]]++;
        }
        return new ContingencyTable(counts);
    }

    public int rows() {
        return counts.length;
    }

    public int columns() {
        return columnTotals.length;
    }

    public long count(int row, int column) {
        return counts[row][column];
    }

    public long rowTotal(int row) {
        return rowTotals[row];
    }

    public long columnTotal(int column) {
        return columnTotals[column];
    }

    public long total() {
        return total;
    }

    /** rowTotal * columnTotal / total: what independence lets expect; the table must not be empty. */
    public double expected(int row, int column) {
        return (double) rowTotals[row] * columnTotals[column] / total;
    }

    /** The smallest expected count; the table must not be empty. */
    public double smallestExpected() {
        return (double) Arrays.stream(rowTotals).min().orElseThrow()
                * Arrays.stream(columnTotals).min().orElseThrow()
                / total;
    }

    public boolean isTwoByTwo() {
        return rows() == 2 && columns() == 2;
    }

    /**
     * @throws IllegalArgumentException if it is not two by two
     */
    public TwoByTwoTable toTwoByTwo() {
        Require.that(isTwoByTwo(), "table", rows() + " x " + columns(), "a 2 x 2 table");
        return new TwoByTwoTable(counts[0][0], counts[0][1], counts[1][0], counts[1][1]);
    }

    /** Columns as rows. */
    public ContingencyTable transposed() {
        long[][] swapped = new long[columns()][rows()];
        for (int i = 0; i < rows(); i++) {
            for (int j = 0; j < columns(); j++) {
                swapped[j][i] = counts[i][j];
            }
        }
        return new ContingencyTable(swapped);
    }

    /** Why no test of association is possible, if it is not: an empty table, or a row or column without counts. */
    <T> Computation<T> unlessDegenerate(Supplier<Computation<T>> otherwise) {
        if (total == 0) {
            return Computation.notComputed(
                    NotComputed.Reason.NO_OBSERVATIONS, "the table is empty", "check the population's filter");
        }
        boolean emptyRow = Arrays.stream(rowTotals).anyMatch(sum -> sum == 0);
        boolean emptyColumn = Arrays.stream(columnTotals).anyMatch(sum -> sum == 0);
        if (emptyRow || emptyColumn || rows() < 2 || columns() < 2) {
            return Computation.notComputed(
                    NotComputed.Reason.CONSTANT_DATA,
                    rows() < 2 || columns() < 2
                            ? "one of the variables has a single level"
                            : (emptyRow ? "a row" : "a column") + " of the table has no observations",
                    "leave out levels that do not occur");
        }
        return otherwise.get();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ContingencyTable table && Arrays.deepEquals(counts, table.counts);
    }

    @Override
    public int hashCode() {
        return Arrays.deepHashCode(counts);
    }

    @Override
    public String toString() {
        return Arrays.deepToString(counts);
    }
}
