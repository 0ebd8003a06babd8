package org.countersign.report.exhibit.tables;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.countersign.analysis.AnalysisMethods;
import org.countersign.report.Composites;
import org.countersign.report.exhibit.Exhibit;
import org.countersign.report.exhibit.TableModel;
import org.countersign.report.exhibit.TableModel.Cell;
import org.countersign.report.exhibit.TableModel.Column;
import org.countersign.report.exhibit.TableModel.Kind;
import org.countersign.report.exhibit.TableModel.Row;
import org.countersign.report.exhibit.TableType;
import org.countersign.study.AnalysisSpec;
import org.countersign.study.VariableSpec;

/** Chosen quantities as columns, variables (and their groups) as rows. */
public final class SummaryTable implements TableType {

    @Override
    public String id() {
        return "summary";
    }

    @Override
    public String description() {
        return "Chosen quantities or composites as columns; a row per variable, or per group below each variable.";
    }

    @Override
    public List<String> takes() {
        return AnalysisMethods.ids();
    }

    @Override
    public List<String> options() {
        return List.of("columns: quantities or composites, in order, such as `[n, median_iqr, min, max]`");
    }

    @Override
    public TableModel build(Exhibit exhibit) {
        List<String> columns = exhibit.options("columns").isEmpty()
                ? List.of("n", "mean", "sd", "median", "q1", "q3")
                : exhibit.options("columns");
        List<Row> rows = new ArrayList<>();
        for (AnalysisSpec analysis : exhibit.analyses()) {
            for (Map.Entry<String, String> turn : exhibit.turns(analysis).entrySet()) {
                rows(exhibit, analysis, turn.getKey(), turn.getValue(), columns, rows);
            }
        }
        List<Column> header = new ArrayList<>();
        header.add(Column.left("Variable"));
        columns.forEach(c -> header.add(Column.number(heading(exhibit, c))));
        return new TableModel(header, rows, List.of());
    }

    private static void rows(
            Exhibit exhibit, AnalysisSpec analysis, String path, String outcome, List<String> columns, List<Row> rows) {
        Optional<VariableSpec> variable = exhibit.variable(analysis.id(), outcome);
        String label = variable.map(v -> v.label() + v.unit().map(u -> ", " + u).orElse(""))
                .orElse(analysis.label().orElse(outcome));
        List<String> groups = exhibit.groups(path);
        if (groups.isEmpty()) {
            rows.add(Row.of(Kind.DATA, cells(exhibit, label, path, columns)));
            return;
        }
        Map<String, String> labels =
                exhibit.group(analysis).map(Exhibit::levelLabels).orElse(Map.of());
        rows.add(Row.of(Kind.HEADING, List.of(Cell.text(label))));
        for (String group : groups) {
            String name = labels.getOrDefault(group, group.equals("overall") ? "Overall" : group);
            rows.add(Row.of(Kind.INDENTED, cells(exhibit, name, path + "." + group, columns)));
        }
    }

    private static List<Cell> cells(Exhibit exhibit, String label, String path, List<String> columns) {
        List<Cell> cells = new ArrayList<>();
        cells.add(Cell.text(label));
        for (String column : columns) {
            Optional<Cell> cell = exhibit.entry(path + "." + column)
                    .map(e -> Cell.of(exhibit.composites(), e))
                    .or(() -> Composites.NAMES.contains(column)
                            ? exhibit.composites().get(path, column).map(Cell::of)
                            : Optional.empty());
            if (cell.isEmpty()) {
                exhibit.problem(
                        "there is no `" + column + "` at `" + path + "`",
                        org.countersign.diagnostics.Suggestions.hint(
                                column, exhibit.model().ledger().children(path)));
            }
            cells.add(cell.orElse(Cell.EMPTY));
        }
        return cells;
    }

    private static String heading(Exhibit exhibit, String column) {
        return switch (column) {
            case "n" -> "No.";
            case "sd" -> "SD";
            case "median_iqr" -> "Median (quartiles)";
            case "mean_sd" -> "Mean (SD)";
            case "q1" -> "First quartile";
            case "q3" -> "Third quartile";
            case "k_of_n_percent" -> "No./total (%)";
            case "percent_ci" -> "Percentage (CI)";
            case "estimate_ci", "inline_ci" -> "Estimate (CI)";
            case "estimate_ci_p", "inline_ci_p" -> "Estimate (CI; P)";
            case "interval", "bare_interval" -> "CI";
            case "median_range" -> "Median (range)";
            case "n_percent" -> "No. (%)";
            case "k_of_n" -> "No./total";
            case "p_statement" -> "P value";
            default ->
                common(exhibit, column)
                        .orElse(Character.toUpperCase(column.charAt(0))
                                + column.substring(1).replace('_', ' ').replace('.', ' '));
        };
    }

    /** What a quantity is called, if it is called the same in all rows. */
    private static Optional<String> common(Exhibit exhibit, String column) {
        List<String> labels = exhibit.analyses().stream()
                .flatMap(a -> exhibit.model().ledger().below(a.id()).stream())
                .filter(e -> e.key().text().endsWith("." + column))
                .map(e -> e.quantity().label())
                .distinct()
                .toList();
        return labels.size() == 1
                ? Optional.of(Character.toUpperCase(labels.get(0).charAt(0))
                        + labels.get(0).substring(1))
                : Optional.empty();
    }
}
