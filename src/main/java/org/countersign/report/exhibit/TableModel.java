package org.countersign.report.exhibit;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.countersign.analysis.LedgerEntry;
import org.countersign.report.Composites;
import org.countersign.report.Xml;

/**
 * A table ready to be set.
 *
 * @param columns its header, the row labels' first
 * @param rows from top to bottom
 * @param notes below it, as XHTML
 */
public record TableModel(List<Column> columns, List<Row> rows, List<String> notes) {

    public TableModel {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        notes = List.copyOf(notes);
        for (Row row : rows) {
            if (row.kind() != Kind.HEADING && row.cells().size() != columns.size()) {
                throw new IllegalArgumentException(
                        "a row has " + row.cells().size() + " cells; expected " + columns.size());
            }
        }
    }

    /**
     * A column.
     *
     * @param header as XHTML
     * @param text the header without markup
     * @param keys of the entries in it
     */
    public record Column(String header, String text, Align align, List<String> keys) {

        /** Without a number in it. */
        public Column(String header, String text, Align align) {
            this(header, text, align, List.of());
        }

        public Column {
            keys = List.copyOf(keys);
            requireNonNull(header);
            requireNonNull(text);
            requireNonNull(align);
        }

        public static Column left(String text) {
            return new Column(Xml.escape(text), text, Align.LEFT);
        }

        public static Column number(String text) {
            return new Column(Xml.escape(text), text, Align.NUMBER);
        }

        /** With a second line, such as the size of a group. */
        public static Column number(String text, Cell second) {
            return new Column(
                    Xml.escape(text) + "<br/><span class=\"sub\">" + second.xhtml() + "</span>",
                    text + " " + second.text(),
                    Align.NUMBER,
                    second.keys());
        }
    }

    /** How a column is set. */
    public enum Align {
        LEFT,
        NUMBER
    }

    /** What a row is. */
    public enum Kind {
        /** A label that heads the rows below it. */
        HEADING,
        DATA,
        /** Below a heading. */
        INDENTED
    }

    /** A row; a heading has one cell. */
    public record Row(Kind kind, List<Cell> cells) {
        public Row {
            requireNonNull(kind);
            cells = List.copyOf(cells);
        }

        public static Row of(Kind kind, List<Cell> cells) {
            return new Row(kind, cells);
        }
    }

    /**
     * A cell.
     *
     * @param xhtml with links to the ledger
     * @param text without
     * @param keys of the entries in it
     */
    public record Cell(String xhtml, String text, List<String> keys) {
        public Cell {
            requireNonNull(xhtml);
            requireNonNull(text);
            keys = List.copyOf(keys);
        }

        private static final Pattern MARK = Pattern.compile("<sup>([^<]*)</sup>$");

        public static final Cell EMPTY = new Cell("", "", List.of());

        public static Cell text(String text) {
            return new Cell(Xml.escape(text), text, List.of());
        }

        public static Cell of(Composites composites, LedgerEntry entry) {
            return new Cell(
                    composites.number(entry),
                    entry.display(),
                    List.of(entry.key().text()));
        }

        public static Cell of(Composites.Composite composite) {
            return new Cell(composite.xhtml(), composite.text(), composite.keys());
        }

        /** The text without the mark of a note. */
        public String unmarked() {
            Matcher mark = MARK.matcher(xhtml);
            return mark.find() && text.endsWith(mark.group(1))
                    ? text.substring(0, text.length() - mark.group(1).length())
                    : text;
        }

        /** Followed by the mark of a note. */
        public Cell marked(String mark) {
            return new Cell(xhtml + "<sup>" + Xml.escape(mark) + "</sup>", text + mark, keys);
        }
    }
}
