package org.countersign.pipeline;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.countersign.analysis.LedgerEntry;
import org.countersign.dataset.CategoryColumn;
import org.countersign.dataset.Column;
import org.countersign.dataset.Dataset;
import org.countersign.dataset.NumberColumn;
import org.countersign.dataset.RowSet;
import org.countersign.dataset.TextColumn;
import org.countersign.dataset.expression.DerivedColumns;
import org.countersign.numbers.Decimals;
import org.countersign.study.LocatedText;
import org.countersign.study.VariableType;

/**
 * The rows of data that a ledger entry is about, with the values that went into it.
 *
 * @param complete whether these are the rows used: those with a value of every variable of the analysis
 * @param size how many there are
 * @param values each value of the first variable with the number of rows that have it, in ascending order; empty if there
 *     are too many to show
 * @param columns names: the row's name, the variables of the analysis, and what derived ones are made of
 * @param rows the first of them: number in the file, the first row below the heading being 1, then a cell per column
 */
public record ExplainedRows(boolean complete, int size, List<ValueCount> values, List<String> columns, List<Row> rows) {

    private static final int MOST_COLUMNS = 9;
    private static final int MOST_VALUES = 40;

    public ExplainedRows {
        values = List.copyOf(values);
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /** A value, as shown, and how many rows have it. */
    public record ValueCount(String value, long count) {
        public ValueCount {
            requireNonNull(value);
        }
    }

    /** One row: its number in the file and its values as shown, empty where missing. */
    public record Row(int number, List<String> cells) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    /**
     * The rows behind an entry.
     *
     * @param most how many rows are shown at most
     */
    public static ExplainedRows of(Dataset dataset, LedgerEntry entry, int most) {
        RowSet about = entry.filter()
                .flatMap(where -> DerivedColumns.where(dataset, where))
                .orElseGet(dataset::allRows);
        List<Column> variables = entry.provenance().columns().stream()
                .map(dataset::column)
                .flatMap(Optional::stream)
                .toList();
        RowSet known = about.and(row -> variables.stream().noneMatch(v -> v.isMissing(row)));
        boolean complete = observations(dataset, known) == entry.n();
        RowSet rows = complete ? known : about;
        List<Column> shown = shown(dataset, variables);
        List<Row> first = new ArrayList<>();
        rows.forEach(row -> {
            if (first.size() < most) {
                first.add(new Row(row + 1, shown.stream().map(c -> text(c, row)).toList()));
            }
        });
        return new ExplainedRows(
                complete,
                rows.size(),
                variables.isEmpty() ? List.of() : values(dataset, variables.get(0), rows),
                shown.stream().map(c -> c.variable().name()).toList(),
                first);
    }

    private static long observations(Dataset dataset, RowSet rows) {
        long[] total = new long[1];
        rows.forEach(row -> total[0] += dataset.count(row));
        return total[0];
    }

    private static List<Column> shown(Dataset dataset, List<Column> variables) {
        Set<String> names = new LinkedHashSet<>();
        dataset.spec().id().map(LocatedText::text).ifPresent(names::add);
        variables.forEach(v -> names.add(v.variable().name()));
        dataset.spec().count().map(LocatedText::text).ifPresent(names::add);
        variables.forEach(v -> names.addAll(
                DerivedColumns.operands(dataset.spec(), v.variable().name())));
        return names.stream()
                .map(dataset::column)
                .flatMap(Optional::stream)
                .limit(MOST_COLUMNS)
                .toList();
    }

    private static List<ValueCount> values(Dataset dataset, Column column, RowSet rows) {
        if (column instanceof TextColumn) {
            return List.of();
        }
        Map<Double, Long> counts = new TreeMap<>();
        boolean[] tooMany = new boolean[1];
        rows.forEach(row -> {
            if (!tooMany[0] && !column.isMissing(row)) {
                double value = column instanceof NumberColumn numbers
                        ? numbers.value(row)
                        : ((CategoryColumn) column).level(row);
                counts.merge(value, dataset.count(row), Long::sum);
                tooMany[0] = counts.size() > MOST_VALUES;
            }
        });
        if (tooMany[0]) {
            return List.of();
        }
        List<ValueCount> values = new ArrayList<>();
        counts.forEach((value, count) -> values.add(new ValueCount(
                column instanceof NumberColumn numbers
                        ? text(numbers, value)
                        : ((CategoryColumn) column)
                                .levels()
                                .get(value.intValue())
                                .label(),
                count)));
        return values;
    }

    private static String text(Column column, int row) {
        if (column.isMissing(row)) {
            return "";
        }
        if (column instanceof NumberColumn numbers) {
            return text(numbers, numbers.value(row));
        }
        return column instanceof CategoryColumn category
                ? category.levels().get(category.level(row)).label()
                : ((TextColumn) column).value(row).orElse("");
    }

    private static String text(NumberColumn column, double value) {
        return column.variable().type() == VariableType.DATE
                ? LocalDate.ofEpochDay((long) value).toString()
                : Decimals.of(Decimals.round(value, Math.max(column.decimals(), 0)))
                        .stripTrailingZeros()
                        .toPlainString();
    }
}
