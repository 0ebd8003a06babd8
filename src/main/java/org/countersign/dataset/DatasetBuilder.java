package org.countersign.dataset;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.countersign.dataset.io.TableListener;
import org.countersign.diagnostics.Diagnostic;
import org.countersign.diagnostics.Diagnostics;
import org.countersign.diagnostics.SourceLocation;
import org.countersign.diagnostics.Suggestions;
import org.countersign.study.DatasetSpec;
import org.countersign.study.VariableSpec;
import org.jspecify.annotations.Nullable;

/** Takes a table's fields as a reader meets them and makes the declared columns, with every complaint at its place. */
final class DatasetBuilder implements TableListener {

    /** Errors of one file that are told singly; the rest are counted. */
    static final int MOST_ERRORS = 50;

    /** Lines that are told of one that repeats. */
    private static final int MOST_LINES = 12;

    private final DatasetSpec spec;
    private final String shown;
    private final Diagnostics diagnostics;
    private final char[][] missing;
    private @Nullable FieldParser[] parsers = new FieldParser[0];
    private final Map<String, FieldParser> parsersByName = new LinkedHashMap<>();
    private final List<String> header = new ArrayList<>();
    private boolean headerDone;
    private long line;
    private int field;
    private int rows;
    private final Map<String, Repeated> complaints = new LinkedHashMap<>();
    private int unshown;

    DatasetBuilder(DatasetSpec spec, String shown, Diagnostics diagnostics) {
        this.spec = spec;
        this.shown = shown;
        this.diagnostics = diagnostics;
        this.missing = spec.missing().stream().map(String::toCharArray).toArray(char[][]::new);
    }

    int rows() {
        return rows;
    }

    /** The declared columns, in the order of the declaration. */
    Map<String, Column> columns() {
        Map<String, Column> columns = new LinkedHashMap<>();
        for (VariableSpec variable : spec.variables()) {
            FieldParser parser = parsersByName.get(variable.name());
            if (parser != null) {
                columns.put(variable.name(), parser.build());
            }
        }
        return columns;
    }

    @Override
    public void beginRow(long atLine) {
        line = atLine;
        field = 0;
    }

    @Override
    public void field(int column, char[] buffer, int offset, int length) {
        int from = offset;
        int to = offset + length;
        while (from < to && buffer[from] <= ' ') {
            from++;
        }
        while (to > from && buffer[to - 1] <= ' ') {
            to--;
        }
        int index = field++;
        if (!headerDone) {
            headerField(column, new String(buffer, from, to - from));
            return;
        }
        FieldParser parser = index < parsers.length ? parsers[index] : null;
        if (parser == null) {
            return;
        }
        if (isMissing(buffer, from, to)) {
            parser.acceptMissing();
            if (parser.variable.required()) {
                complain(
                        column,
                        new FieldParser.Complaint(
                                "missing-value",
                                "`" + parser.variable.name() + "` has no value here, and is declared `required`",
                                Optional.empty()));
            }
            return;
        }
        FieldParser.Complaint complaint = parser.accept(buffer, from, to - from, line);
        if (complaint != null) {
            complain(column, complaint);
        }
    }

    private boolean isMissing(char[] buffer, int from, int to) {
        if (from == to) {
            return true;
        }
        for (char[] code : missing) {
            if (Arrays.equals(code, 0, code.length, buffer, from, to)) {
                return true;
            }
        }
        return false;
    }

    private void headerField(int column, String name) {
        if (header.contains(name)) {
            diagnostics.error(
                    "duplicate-column",
                    SourceLocation.of(shown, (int) line, column),
                    "the header has the column `" + name + "` twice",
                    "rename one of the two");
        }
        header.add(name);
    }

    @Override
    public void endRow() {
        if (!headerDone) {
            headerDone = true;
            matchHeader();
            return;
        }
        rows++;
        if (field != header.size()) {
            complain(
                    0,
                    new FieldParser.Complaint(
                            "ragged-row",
                            "the row has " + field + (field == 1 ? " field" : " fields") + ", the header has "
                                    + header.size(),
                            Optional.of(
                                    field > header.size()
                                            ? "a field that holds the delimiter needs quotes"
                                            : "is a delimiter missing, or the row cut off?")));
            for (int i = field; i < parsers.length; i++) {
                FieldParser parser = parsers[i];
                if (parser != null) {
                    parser.acceptMissing();
                }
            }
        }
    }

    private void matchHeader() {
        parsers = new FieldParser[header.size()];
        Optional<String> id = spec.id().map(name -> name.text());
        List<VariableSpec> absent = new ArrayList<>();
        for (VariableSpec variable : spec.variables()) {
            int index = header.indexOf(variable.name());
            if (index < 0) {
                absent.add(variable);
                continue;
            }
            boolean unique = id.map(variable.name()::equals).orElse(false);
            boolean counts =
                    spec.count().map(c -> c.text().equals(variable.name())).orElse(false);
            FieldParser parser = FieldParser.of(counts ? counting(variable) : variable, unique, decimalMark());
            parsers[index] = parser;
            parsersByName.put(variable.name(), parser);
        }
        if (absent.size() == spec.variables().size() && header.size() == 1) {
            otherDelimiter();
        } else {
            absent.forEach(this::absent);
        }
    }

    /** A workbook holds numbers, not texts of numbers. */
    private char decimalMark() {
        return spec.file().text().toLowerCase(Locale.ROOT).endsWith(".xlsx") ? '.' : spec.decimalMark();
    }

    /** The variable that says how many observations a row stands for is never missing and never negative. */
    private static VariableSpec counting(VariableSpec v) {
        double minimum = Math.max(0, v.minimum().orElse(0.0));
        return new VariableSpec(
                v.name(),
                v.label(),
                v.unit(),
                v.type(),
                v.levels(),
                v.reference(),
                Optional.of(minimum),
                Optional.of(v.maximum().orElse(1e12)),
                true,
                v.decimals(),
                v.location());
    }

    private void absent(VariableSpec variable) {
        diagnostics.add(Diagnostic.error(
                        "unknown-column", variable.location(), "`" + variable.name() + "` is not a column of " + shown)
                .withHint(Suggestions.hint(variable.name(), header)));
    }

    private void otherDelimiter() {
        String only = header.get(0);
        Optional<String> likely =
                List.of(";", "\t", "|", ",").stream().filter(only::contains).findFirst();
        diagnostics.error(
                "wrong-delimiter",
                SourceLocation.of(shown, (int) line, 1),
                "the header is a single column, `" + (only.length() > 60 ? only.substring(0, 57) + "..." : only) + "`",
                likely.map(d -> "the fields seem to be separated by " + (d.equals("\t") ? "tabs" : "`" + d + "`")
                                + "; declare `delimiter: " + (d.equals("\t") ? "tab" : "\"" + d + "\"") + "`")
                        .orElse("declare the `delimiter` of the file"));
    }

    /** To be called at the end: says what is wrong with the file as a whole. */
    void finish() {
        if (!headerDone) {
            diagnostics.error(
                    "empty-file",
                    SourceLocation.of(shown),
                    "the file is empty",
                    "its first line should name the columns");
        } else if (rows == 0 && !diagnostics.hasErrors()) {
            diagnostics.error("empty-file", SourceLocation.of(shown), "the file has a header, but no rows");
        }
        complaints.values().forEach(this::tell);
        if (unshown > 0) {
            diagnostics.error(
                    "more-errors", SourceLocation.of(shown), unshown + " more errors in this file are not shown");
        }
    }

    /**
     * A complaint that several rows may give cause to.
     *
     * @param first where it was met first
     * @param lines where else, as far as they are told
     */
    private record Repeated(FieldParser.Complaint complaint, SourceLocation first, List<Long> lines, int[] more) {}

    private void complain(int column, FieldParser.Complaint complaint) {
        Repeated known = complaints.get(complaint.message());
        if (known != null) {
            known.more()[0]++;
            if (known.lines().size() < MOST_LINES) {
                known.lines().add(line);
            }
        } else if (complaints.size() < MOST_ERRORS) {
            complaints.put(
                    complaint.message(),
                    new Repeated(
                            complaint, SourceLocation.of(shown, (int) line, column), new ArrayList<>(), new int[1]));
        } else {
            unshown++;
        }
    }

    /** The same complaint in many rows is one mistake, most likely in the declaration. */
    private void tell(Repeated repeated) {
        int more = repeated.more()[0];
        StringBuilder message = new StringBuilder(repeated.complaint().message());
        if (more > 0) {
            message.append("; the same on ").append(more == 1 ? "line " : "lines ");
            message.append(String.join(
                    ", ", repeated.lines().stream().map(String::valueOf).toList()));
            if (more > repeated.lines().size()) {
                message.append(" and ")
                        .append(more - repeated.lines().size())
                        .append(" more, ")
                        .append(more + 1)
                        .append(" rows in all");
            }
        }
        diagnostics.add(Diagnostic.error(repeated.complaint().code(), repeated.first(), message.toString())
                .withHint(repeated.complaint().hint()));
    }
}
