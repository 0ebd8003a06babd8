package org.countersign.dataset;

import static java.util.Objects.requireNonNull;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.countersign.study.DatasetSpec;
import org.countersign.study.LocatedText;

/**
 * A data file under its declaration.
 *
 * @param spec its declaration
 * @param source the file and its hash
 * @param rows number of data rows
 * @param columns by name, declared ones first, then joined, then derived
 */
public record Dataset(DatasetSpec spec, SourceFile source, int rows, Map<String, Column> columns) {

    public Dataset {
        requireNonNull(spec);
        requireNonNull(source);
        columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
        for (Column column : columns.values()) {
            if (column.rows() != rows) {
                throw new IllegalArgumentException(
                        "column " + column.variable().name() + " has " + column.rows() + " rows; expected " + rows);
            }
        }
    }

    public String name() {
        return spec.name();
    }

    public Optional<Column> column(String name) {
        return Optional.ofNullable(columns.get(name));
    }

    public Collection<String> columnNames() {
        return columns.keySet();
    }

    /** How many observations a row stands for: 1 unless the dataset has a count column. */
    public long count(int row) {
        Optional<LocatedText> name = spec.count();
        if (name.isEmpty()) {
            return 1;
        }
        double count = columns.get(name.get().text()) instanceof NumberColumn counts ? counts.valueOrNaN(row) : 0;
        return Double.isNaN(count) ? 0 : (long) count;
    }

    public boolean isCounted() {
        return spec.count().isPresent();
    }

    /** All rows. */
    public RowSet allRows() {
        return RowSet.all(rows);
    }

    /** This dataset with one more column. */
    public Dataset with(String name, Column column) {
        Map<String, Column> more = new LinkedHashMap<>(columns);
        more.put(name, column);
        return new Dataset(spec, source, rows, more);
    }
}
