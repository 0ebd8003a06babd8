package org.countersign.report.exhibit.tables;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.countersign.report.exhibit.Exhibit;
import org.countersign.report.exhibit.TableModel;
import org.countersign.report.exhibit.TableModel.Cell;
import org.countersign.report.exhibit.TableModel.Column;
import org.countersign.report.exhibit.TableModel.Kind;
import org.countersign.report.exhibit.TableModel.Row;
import org.countersign.report.exhibit.TableType;
import org.countersign.study.AnalysisSpec;

/** Survey items with the number who agree and the interval of their share. */
public final class SurveyTable implements TableType {

    @Override
    public String id() {
        return "survey";
    }

    @Override
    public String description() {
        return "Survey items, a block per analysis by the method `proportion`: how many of those who answered, the percentage and"
                + " its interval.";
    }

    @Override
    public List<String> takes() {
        return List.of("proportion");
    }

    @Override
    public List<String> options() {
        return List.of();
    }

    @Override
    public TableModel build(Exhibit exhibit) {
        List<Row> rows = new ArrayList<>();
        String level = "";
        for (AnalysisSpec analysis : exhibit.analyses()) {
            Map<String, String> turns = exhibit.turns(analysis);
            boolean several = exhibit.analyses().size() > 1;
            if (several) {
                rows.add(Row.of(Kind.HEADING, List.of(Cell.text(analysis.label().orElse(analysis.id())))));
            }
            for (Map.Entry<String, String> turn : turns.entrySet()) {
                level = exhibit.composites().level(turn.getKey()).orElse(level);
                row(exhibit, analysis, turn.getKey(), turn.getValue(), several ? Kind.INDENTED : Kind.DATA)
                        .ifPresent(rows::add);
            }
        }
        return new TableModel(
                List.of(
                        Column.left("Item"),
                        Column.number("No./answered"),
                        Column.number("Percentage"),
                        Column.number(level + " CI")),
                rows,
                List.of());
    }

    private static Optional<Row> row(Exhibit exhibit, AnalysisSpec analysis, String path, String outcome, Kind kind) {
        if (exhibit.composites().get(path, "k_of_n").isEmpty()) {
            exhibit.problem(
                    "`" + path + "` is not a proportion",
                    Optional.of("a survey table shows analyses by `proportion` without a group"));
            return Optional.empty();
        }
        String label =
                exhibit.variable(analysis.id(), outcome).map(v -> v.label()).orElse(outcome);
        List<Cell> cells = new ArrayList<>();
        cells.add(Cell.text(label));
        cells.add(exhibit.composites().get(path, "k_of_n").map(Cell::of).orElse(Cell.EMPTY));
        cells.add(exhibit.entry(path + ".estimate")
                .map(e -> Cell.of(exhibit.composites(), e))
                .orElse(Cell.EMPTY));
        cells.add(exhibit.composites().get(path, "bare_interval").map(Cell::of).orElse(Cell.EMPTY));
        return Optional.of(Row.of(kind, cells));
    }
}
