package org.countersign.report.exhibit.tables;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.countersign.analysis.AnalysisMethods;
import org.countersign.analysis.Provenance;
import org.countersign.diagnostics.Suggestions;
import org.countersign.report.exhibit.Exhibit;
import org.countersign.report.exhibit.Notes;
import org.countersign.report.exhibit.Part;
import org.countersign.report.exhibit.TableModel;
import org.countersign.report.exhibit.TableModel.Cell;
import org.countersign.report.exhibit.TableModel.Column;
import org.countersign.report.exhibit.TableModel.Kind;
import org.countersign.report.exhibit.TableModel.Row;
import org.countersign.report.exhibit.TableType;
import org.countersign.stats.QuantityKind;
import org.countersign.study.AnalysisSpec;

/** Chosen quantities as columns, variables (and the parts of their results) as rows. */
public final class SummaryTable implements TableType {

    @Override
    public String id() {
        return "summary";
    }

    @Override
    public String description() {
        return "Chosen quantities or composites as columns; a row per variable or, below each variable, one per group, time,"
                + " pair, item or whatever part the results have. Tests and estimates are named in notes.";
    }

    @Override
    public List<String> takes() {
        return AnalysisMethods.ids();
    }

    @Override
    public List<String> options() {
        return List.of(
                "columns: quantities or composites, in order, such as `[n, median_iqr, min, max]`, or those of a part,"
                        + " `at_12.estimate_ci`; by default what is usual for the methods");
    }

    @Override
    public TableModel build(Exhibit exhibit) {
        Map<Turn, List<Part>> parts = new LinkedHashMap<>();
        for (AnalysisSpec analysis : exhibit.analyses()) {
            exhibit.turns(analysis)
                    .forEach((path, outcome) -> parts.put(
                            new Turn(path, label(exhibit, analysis, outcome)), Part.of(exhibit, analysis, path)));
        }
        SummaryColumns columns = new SummaryColumns(
                exhibit, parts.values().stream().flatMap(List::stream).toList());
        List<String> shown = exhibit.options("columns").isEmpty() ? columns.byDefault() : exhibit.options("columns");
        Builder builder = new Builder(exhibit, columns, shown);
        parts.forEach(builder::add);
        List<Column> header = new ArrayList<>(List.of(Column.left("Variable")));
        shown.forEach(c -> header.add(columns.header(c)));
        return new TableModel(header, builder.rows, builder.notes.list());
    }

    /** One of the variables for which an analysis is done. */
    private record Turn(String path, String label) {}

    private static String label(Exhibit exhibit, AnalysisSpec analysis, String outcome) {
        return exhibit.variable(analysis.id(), outcome)
                .map(v -> v.label() + v.unit().map(u -> ", " + u).orElse(""))
                .or(() -> exhibit.provenance(analysis.id()).map(Provenance::analysisLabel))
                .orElse(outcome);
    }

    private static final class Builder {
        private final Exhibit exhibit;
        private final SummaryColumns columns;
        private final List<String> shown;
        private final List<Row> rows = new ArrayList<>();
        private final Notes notes = new Notes();

        Builder(Exhibit exhibit, SummaryColumns columns, List<String> shown) {
            this.exhibit = exhibit;
            this.columns = columns;
            this.shown = shown;
        }

        void add(Turn turn, List<Part> parts) {
            for (String column : shown) {
                if (!exhibit.options("columns").isEmpty()
                        && parts.stream().noneMatch(p -> columns.cell(p, column).isPresent())) {
                    exhibit.problem(
                            "there is no `" + column + "` at or below `" + turn.path() + "`",
                            Suggestions.hint(column.substring(column.lastIndexOf('.') + 1), columns.known()));
                }
            }
            String heading = "";
            String noted = "";
            for (Part part : parts) {
                if (!hasRow(part)) {
                    continue;
                }
                boolean whole = part.labels().isEmpty();
                String above = turn.label() + (part.around().isEmpty() ? "" : ", " + part.around());
                String note = note(part);
                if (!whole && !heading.equals(above)) {
                    noted = note;
                    rows.add(Row.of(Kind.HEADING, List.of(marked(Cell.text(above), note))));
                }
                Cell label = Cell.text(whole ? turn.label() : part.label());
                rows.add(Row.of(
                        whole ? Kind.DATA : Kind.INDENTED,
                        cells(part, note.equals(noted) ? label : marked(label, note))));
                heading = above;
                noted = whole ? note : noted;
            }
        }

        /** Of the counts of levels, the number of all is no row: it would stand between the levels of two groups. */
        private boolean hasRow(Part part) {
            return shown.stream()
                    .filter(c -> !exhibit.options("columns").isEmpty() || !c.equals("n") || shown.size() == 1)
                    .anyMatch(c -> columns.cell(part, c).isPresent());
        }

        private List<Cell> cells(Part part, Cell label) {
            List<Cell> cells = new ArrayList<>(List.of(label));
            shown.forEach(column -> cells.add(columns.cell(part, column).orElse(Cell.EMPTY)));
            return cells;
        }

        /** How an estimate or a test was done; nothing for what describes. */
        private String note(Part part) {
            return shown.stream()
                    .flatMap(column -> columns.cell(part, column).stream())
                    .flatMap(cell -> cell.keys().stream())
                    .flatMap(key -> exhibit.entry(key).stream())
                    .filter(e -> e.kind() == QuantityKind.P_VALUE
                            || e.quantity().id().endsWith("estimate"))
                    .map(e -> e.procedure().label())
                    .findFirst()
                    .orElse("");
        }

        private Cell marked(Cell label, String note) {
            return note.isEmpty() ? label : label.marked(notes.mark(note));
        }
    }
}
