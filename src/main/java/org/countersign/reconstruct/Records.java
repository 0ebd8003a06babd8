package org.countersign.reconstruct;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.countersign.dataset.CategoryColumn;
import org.countersign.dataset.Column;
import org.countersign.dataset.Dataset;
import org.countersign.dataset.NumberColumn;
import org.countersign.dataset.SourceFile;
import org.countersign.dataset.TextColumn;
import org.countersign.study.DatasetSpec;
import org.countersign.study.VariableSpec;

/**
 * The rows that the search changes: numbers as they are, levels as their indexes, texts beside them. Mutable, and
 * confined to one search.
 */
final class Records {

    private final DatasetSpec spec;
    private final int rows;
    private final Map<String, double[]> values = new LinkedHashMap<>();
    private final Map<String, List<String>> texts = new LinkedHashMap<>();

    Records(DatasetSpec spec, int rows) {
        this.spec = spec;
        this.rows = rows;
    }

    DatasetSpec spec() {
        return spec;
    }

    int rows() {
        return rows;
    }

    /** The variable of a column that the study declares. */
    Optional<VariableSpec> variable(String name) {
        return spec.variable(name);
    }

    void put(String column, double[] numbers) {
        values.put(column, numbers);
    }

    void put(String column, List<String> strings) {
        texts.put(column, List.copyOf(strings));
    }

    double[] values(String column) {
        double[] numbers = values.get(column);
        if (numbers == null) {
            throw new IllegalArgumentException("column = " + column + ": has no values yet");
        }
        return numbers;
    }

    boolean has(String column) {
        return values.containsKey(column) || texts.containsKey(column);
    }

    /** Least and greatest value that a column may have; the indexes of its levels for a category. */
    double[] range(String column) {
        VariableSpec variable = spec.variable(column).orElseThrow();
        if (variable.type().isCategorical()) {
            return new double[] {0, variable.levels().size() - 1.0};
        }
        return new double[] {
            variable.minimum().orElse(Double.NEGATIVE_INFINITY),
            variable.maximum().orElse(Double.POSITIVE_INFINITY)
        };
    }

    /** The rows as a dataset, without derived variables. */
    Dataset dataset() {
        Map<String, Column> columns = new LinkedHashMap<>();
        for (VariableSpec variable : spec.variables()) {
            if (has(variable.name())) {
                columns.put(variable.name(), column(variable));
            }
        }
        return new Dataset(spec, new SourceFile(spec.file().text(), "", 0), rows, columns);
    }

    private Column column(VariableSpec variable) {
        List<String> strings = texts.get(variable.name());
        if (strings != null) {
            TextColumn.Builder column = new TextColumn.Builder(variable);
            strings.forEach(column::add);
            return column.build();
        }
        double[] numbers = values(variable.name());
        if (variable.type().isCategorical()) {
            CategoryColumn.Builder column = new CategoryColumn.Builder(variable);
            for (double number : numbers) {
                column.add((int) number);
            }
            return column.build();
        }
        NumberColumn.Builder column = new NumberColumn.Builder(variable);
        for (double number : numbers) {
            column.add(number);
        }
        return column.build();
    }

    /** A cell as it is written to the file. */
    String cell(VariableSpec variable, int row) {
        List<String> strings = texts.get(variable.name());
        if (strings != null) {
            return strings.get(row);
        }
        double number = values(variable.name())[row];
        if (variable.type().isCategorical()) {
            return variable.levels().get((int) number).code();
        }
        return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
    }
}
