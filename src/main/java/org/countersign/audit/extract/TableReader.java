package org.countersign.audit.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.countersign.audit.extract.ProportionReport.TotalSource;
import org.countersign.numbers.ReportedNumber;

/**
 * Reads simple tables: rows are paragraphs whose cells are parted by tabs. Where the headings say "n = 295" and a cell
 * holds a count with its percentage, "27 (9.2%)", the count's total is its column's.
 */
final class TableReader {

    private static final int MOST_COLUMNS = 40;

    private TableReader() {}

    /** A row: index of the first token of each cell, and behind the last. */
    private record Row(List<Integer> cells, int end) {

        int cellEnd(int column) {
            return column + 1 < cells.size() ? cells.get(column + 1) - 1 : end;
        }
    }

    static List<ReportedResult> read(Tokens t, boolean[] understood) {
        List<ReportedResult> results = new ArrayList<>();
        List<Optional<ReportedNumber>> totals = List.of();
        int start = 0;
        for (int i = 0; i < t.size(); i++) {
            if (t.get(i).kind() != Token.Kind.PARAGRAPH_END) {
                continue;
            }
            Row row = row(t, start, i);
            start = i + 1;
            if (row.cells().size() < 2 || row.cells().size() > MOST_COLUMNS) {
                totals = List.of();
                continue;
            }
            List<Optional<ReportedNumber>> headings = headings(t, row);
            if (headings.stream().anyMatch(Optional::isPresent)) {
                totals = headings;
            } else if (totals.size() == row.cells().size()) {
                readCells(t, row, totals, understood, results);
            }
        }
        return results;
    }

    private static Row row(Tokens t, int from, int to) {
        List<Integer> cells = new ArrayList<>();
        cells.add(from);
        for (int j = from; j < to; j++) {
            if (t.get(j).kind() == Token.Kind.CELL) {
                cells.add(j + 1);
            }
        }
        return new Row(cells, to);
    }

    private static List<Optional<ReportedNumber>> headings(Tokens t, Row row) {
        List<Optional<ReportedNumber>> headings = new ArrayList<>();
        for (int column = 0; column < row.cells().size(); column++) {
            Optional<ReportedNumber> total = Optional.empty();
            for (int j = row.cells().get(column); j < row.cellEnd(column) && total.isEmpty(); j++) {
                total = Phrases.sampleSize(t, j);
            }
            headings.add(total);
        }
        return headings;
    }

    private static void readCells(
            Tokens t,
            Row row,
            List<Optional<ReportedNumber>> totals,
            boolean[] understood,
            List<ReportedResult> results) {
        for (int column = 1; column < row.cells().size(); column++) {
            int j = row.cells().get(column);
            Optional<ReportedNumber> count = t.count(j);
            boolean form = count.isPresent()
                    && t.isOpening(j + 1)
                    && t.isPercent(j + 2)
                    && t.isClosing(j + 3)
                    && row.cellEnd(column) == j + 4;
            if (form && totals.get(column).isPresent() && !understood[j]) {
                results.add(new ProportionReport(
                        t.excerpt(j, j + 4),
                        count.get(),
                        totals.get(column).get(),
                        t.number(j + 2),
                        TotalSource.COLUMN_HEADING));
                understood[j] = true;
                understood[j + 2] = true;
            }
        }
    }
}
