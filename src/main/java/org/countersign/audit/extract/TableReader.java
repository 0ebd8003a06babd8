package org.countersign.audit.extract;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.countersign.audit.extract.IntervalReport.Adjustment;
import org.countersign.audit.extract.IntervalReport.LevelSource;
import org.countersign.audit.extract.Phrases.Range;
import org.countersign.audit.extract.Phrases.Separators;
import org.countersign.audit.extract.ProportionReport.TotalSource;
import org.countersign.numbers.Comparison;
import org.countersign.numbers.ReportedNumber;

/**
 * Reads simple tables: rows are paragraphs whose cells are parted by tabs, and one or two rows of headings say what the
 * columns hold. Under "n = 295", a cell "27 (9.2%)", or "27 (9.2)" in a row or section named "n (%)", is a count of that total.
 * Under "OR (95% CI)", a cell "1.3 (1.0-1.7)" is an estimate with its interval, to which the next column "P" belongs.
 */
final class TableReader {

    private static final int MOST_COLUMNS = 40;

    private final Tokens t;
    private final boolean[] understood;
    private final List<ReportedResult> results = new ArrayList<>();
    private List<Heading> headings = List.of();
    private boolean inHeading;
    private boolean percentSection;

    private TableReader(Tokens t, boolean[] understood) {
        this.t = t;
        this.understood = understood;
    }

    static List<ReportedResult> read(Tokens tokens, boolean[] understood) {
        TableReader reader = new TableReader(tokens, understood);
        int start = 0;
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.get(i).kind() == Token.Kind.PARAGRAPH_END) {
                reader.readRow(start, i);
                start = i + 1;
            }
        }
        return reader.results;
    }

    /** A row: index of the first token of each cell, and behind the last. */
    private record Row(List<Integer> cells, int end) {

        int from(int column) {
            return cells.get(column);
        }

        int to(int column) {
            return column + 1 < cells.size() ? cells.get(column + 1) - 1 : end;
        }
    }

    /** What a column holds. */
    private record Heading(
            Optional<ReportedNumber> total,
            Optional<BigDecimal> level,
            Optional<MeasureReader.Label> measure,
            Kind kind) {

        enum Kind {
            P,
            OTHER
        }

        boolean tells() {
            return total.isPresent() || level.isPresent() || kind == Kind.P;
        }

        /** What two rows of headings say of one column. */
        Heading and(Heading below) {
            return new Heading(
                    below.total().or(this::total),
                    below.level().or(this::level),
                    below.level().isPresent() ? below.measure() : measure,
                    below.kind() == Kind.P ? Kind.P : kind);
        }
    }

    private void readRow(int from, int to) {
        Row row = row(from, to);
        if (row.cells().size() < 2 || row.cells().size() > MOST_COLUMNS) {
            if (to > from) {
                headings = List.of();
                percentSection = false;
                inHeading = false;
            }
            return;
        }
        List<Heading> found = headings(row);
        if (found.stream().skip(1).anyMatch(Heading::tells)) {
            boolean second = inHeading && headings.size() == found.size();
            headings = second ? merged(headings, found) : found;
            percentSection = saysPercent(row.from(0), row.end()) || (second && percentSection);
            inHeading = true;
        } else {
            // a row of headings without a number in it, between two that tell, leaves them together
            inHeading &= !hasNumber(row);
            if (headings.size() == row.cells().size()) {
                readCells(row);
            }
        }
    }

    private static List<Heading> merged(List<Heading> above, List<Heading> below) {
        List<Heading> both = new ArrayList<>();
        for (int column = 0; column < above.size(); column++) {
            both.add(above.get(column).and(below.get(column)));
        }
        return both;
    }

    private boolean hasNumber(Row row) {
        for (int j = row.from(0); j < row.end(); j++) {
            if (t.isNumber(j)) {
                return true;
            }
        }
        return false;
    }

    private Row row(int from, int to) {
        List<Integer> cells = new ArrayList<>();
        cells.add(from);
        for (int j = from; j < to; j++) {
            if (t.get(j).kind() == Token.Kind.CELL) {
                cells.add(j + 1);
            }
        }
        return new Row(cells, to);
    }

    private List<Heading> headings(Row row) {
        List<Heading> found = new ArrayList<>();
        for (int column = 0; column < row.cells().size(); column++) {
            int from = row.from(column);
            int to = row.to(column);
            Optional<ReportedNumber> total = Optional.empty();
            Optional<BigDecimal> level = Optional.empty();
            for (int j = from; j < to; j++) {
                total = total.isPresent() ? total : Phrases.sampleSize(t, j);
                level = level.isPresent() ? level : Phrases.intervalLabel(t, j).map(Phrases.Label::level);
            }
            boolean p = t.isWord(from, "p", "p-value") && to - from <= 3;
            found.add(new Heading(
                    total,
                    level,
                    level.isPresent() ? MeasureReader.before(t, to) : Optional.empty(),
                    p ? Heading.Kind.P : Heading.Kind.OTHER));
        }
        return found;
    }

    private void readCells(Row row) {
        boolean percentRow = saysPercent(row.from(0), row.to(0));
        boolean otherRow = saysOther(row.from(0), row.to(0));
        boolean numbers = false;
        for (int column = 1; column < row.cells().size(); column++) {
            Heading heading = headings.get(column);
            int from = row.from(column);
            numbers |= t.isNumber(from);
            if (understood[Math.min(from, understood.length - 1)]) {
                continue;
            }
            if (heading.total().isPresent()) {
                boolean percent = percentRow || percentSection && !otherRow;
                readCount(from, row.to(column), heading.total().get(), percent ? Percent.IMPLIED : Percent.PRINTED);
            }
            if (heading.level().isPresent() && heading.measure().isPresent()) {
                readInterval(row, column, heading);
            }
        }
        if (!numbers) {
            percentSection = percentRow || percentSection && !otherRow;
        }
    }

    /** Whether a percent sign is needed in the cell. */
    private enum Percent {
        PRINTED,
        IMPLIED
    }

    private void readCount(int j, int end, ReportedNumber total, Percent percent) {
        Optional<ReportedNumber> count = t.count(j);
        Optional<ReportedNumber> share = t.number(j + 2);
        boolean form =
                count.isPresent() && share.isPresent() && t.isOpening(j + 1) && t.isClosing(j + 3) && end == j + 4;
        if (form && (t.isPercent(j + 2) || percent == Percent.IMPLIED)) {
            ReportedNumber s = share.get();
            results.add(new ProportionReport(
                    t.excerpt(j, j + 4),
                    count.get(),
                    total,
                    Optional.of(new ReportedNumber(s.text(), s.comparison(), s.value(), s.unit(), true)),
                    TotalSource.COLUMN_HEADING));
            understand(j, j + 4);
        }
    }

    private void readInterval(Row row, int column, Heading heading) {
        int j = row.from(column);
        Optional<ReportedNumber> estimate = t.number(j);
        Optional<Range> range = t.isOpening(j + 1) ? Phrases.range(t, j + 2, Separators.ALL) : Optional.empty();
        boolean form = estimate.isPresent()
                && range.isPresent()
                && t.isClosing(range.get().next())
                && row.to(column) == range.get().next() + 1;
        if (form) {
            Measure measure = heading.measure().get().measure();
            Adjustment adjustment = heading.measure().get().adjustment();
            results.add(new IntervalReport(
                    t.excerpt(j, row.to(column)),
                    measure,
                    Optional.empty(),
                    adjustment,
                    Bound.NONE,
                    estimate.get(),
                    range.get().lower(),
                    range.get().upper(),
                    heading.level().get(),
                    LevelSource.PRINTED,
                    p(row, column)));
            understand(j, row.to(column));
        }
    }

    /** The p of the next column that holds p-values, before another one that holds estimates. */
    private Optional<ReportedP> p(Row row, int column) {
        for (int next = column + 1; next < row.cells().size(); next++) {
            if (headings.get(next).level().isPresent()) {
                return Optional.empty();
            }
            if (headings.get(next).kind() == Heading.Kind.P) {
                int from = row.from(next);
                Optional<Tokens.Sign> sign = t.sign(from);
                int at = sign.map(Tokens.Sign::next).orElse(from);
                boolean whole = row.to(next) == at + 1;
                Optional<ReportedNumber> number =
                        t.number(at, sign.map(Tokens.Sign::comparison).orElse(Comparison.EQUAL));
                return whole ? number.map(n -> ReportedP.of("P " + n.text(), n)) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    private void understand(int from, int to) {
        for (int j = from; j < to; j++) {
            understood[j] = true;
        }
    }

    private boolean saysPercent(int from, int to) {
        for (int j = from; j < to; j++) {
            if (t.isSymbol(j, "%") && t.isOpening(j - 1)) {
                return true;
            }
        }
        return false;
    }

    private boolean saysOther(int from, int to) {
        for (int j = from; j < to; j++) {
            if (t.isWord(
                    j, "mean", "median", "sd", "se", "iqr", "range", "years", "score", "scores", "bmi", "age",
                    "time")) {
                return true;
            }
        }
        return false;
    }
}
