package org.countersign.report.exhibit.tables;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.countersign.report.exhibit.Exhibit;
import org.countersign.report.exhibit.TableModel;
import org.countersign.report.exhibit.TableModel.Cell;
import org.countersign.report.exhibit.TableModel.Column;
import org.countersign.report.exhibit.TableModel.Kind;
import org.countersign.report.exhibit.TableModel.Row;
import org.countersign.report.exhibit.TableType;
import org.countersign.study.AnalysisSpec;
import org.countersign.study.VariableSpec;

/** Counts and percentages of levels, a column per group. */
public final class FrequenciesTable implements TableType {

    @Override
    public String id() {
        return "frequencies";
    }

    @Override
    public String description() {
        return "Counts and percentages of the levels of variables, from analyses by the method `frequencies`; a column per group.";
    }

    @Override
    public List<String> takes() {
        return List.of("frequencies");
    }

    @Override
    public List<String> options() {
        return List.of();
    }

    @Override
    public TableModel build(Exhibit exhibit) {
        Map<String, String> groups = new LinkedHashMap<>();
        for (AnalysisSpec analysis : exhibit.analyses()) {
            exhibit.group(analysis).map(Exhibit::levelLabels).ifPresent(groups::putAll);
        }
        if (!groups.isEmpty()) {
            groups.put("overall", "Overall");
        }
        List<Row> rows = new ArrayList<>();
        List<String> paths = new ArrayList<>();
        for (AnalysisSpec analysis : exhibit.analyses()) {
            exhibit.turns(analysis).forEach((path, outcome) -> {
                paths.add(path);
                exhibit.variable(analysis.id(), outcome).ifPresent(v -> variable(exhibit, path, v, groups, rows));
            });
        }
        List<Column> columns = new ArrayList<>();
        columns.add(Column.left(""));
        if (groups.isEmpty()) {
            columns.add(Column.number("No. (%)"));
        }
        groups.forEach((slug, label) -> columns.add(exhibit.entry(paths.get(0) + "." + slug + ".n")
                .map(n -> Column.number(
                        label,
                        new Cell(
                                "(n = " + exhibit.composites().number(n) + ")",
                                "(n = " + n.display() + ")",
                                List.of(n.key().text()))))
                .orElse(Column.number(label))));
        return new TableModel(columns, rows, List.of());
    }

    private static void variable(
            Exhibit exhibit, String path, VariableSpec variable, Map<String, String> groups, List<Row> rows) {
        rows.add(Row.of(Kind.HEADING, List.of(Cell.text(variable.label() + ", No. (%)"))));
        Exhibit.levelLabels(variable).forEach((slug, label) -> {
            List<Cell> cells = new ArrayList<>();
            cells.add(Cell.text(label));
            if (groups.isEmpty()) {
                cells.add(exhibit.composites()
                        .get(path + "." + slug, "n_percent")
                        .map(Cell::of)
                        .orElse(Cell.EMPTY));
            }
            for (String group : groups.keySet()) {
                cells.add(exhibit.composites()
                        .get(path + "." + group + "." + slug, "n_percent")
                        .map(Cell::of)
                        .orElse(Cell.EMPTY));
            }
            rows.add(Row.of(Kind.INDENTED, cells));
        });
    }
}
