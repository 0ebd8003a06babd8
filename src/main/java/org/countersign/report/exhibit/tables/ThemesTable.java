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
import org.countersign.study.LocatedText;
import org.countersign.study.VariableSpec;

/** Themes of coded free text with their frequencies. */
public final class ThemesTable implements TableType {

    @Override
    public String id() {
        return "themes";
    }

    @Override
    public String description() {
        return "Themes with the number of excerpts and of respondents, from an analysis by the method `theme_frequencies`.";
    }

    @Override
    public List<String> takes() {
        return List.of("theme_frequencies");
    }

    @Override
    public List<String> options() {
        return List.of();
    }

    @Override
    public TableModel build(Exhibit exhibit) {
        List<Row> rows = new ArrayList<>();
        for (AnalysisSpec analysis : exhibit.analyses()) {
            List<LocatedText> outcome = analysis.roles().getOrDefault("outcome", List.of());
            Optional<VariableSpec> theme = outcome.isEmpty()
                    ? Optional.empty()
                    : exhibit.variable(analysis.id(), outcome.get(0).text());
            Map<String, String> labels = theme.map(Exhibit::levelLabels).orElse(Map.of());
            labels.forEach((slug, label) -> {
                String path = analysis.id() + "." + slug;
                List<Cell> cells = new ArrayList<>();
                cells.add(Cell.text(label));
                for (String quantity : List.of("excerpts", "respondents", "percent")) {
                    cells.add(exhibit.entry(path + "." + quantity)
                            .map(e -> Cell.of(exhibit.composites(), e))
                            .orElse(Cell.EMPTY));
                }
                rows.add(Row.of(Kind.DATA, cells));
            });
        }
        return new TableModel(
                List.of(
                        Column.left("Theme"),
                        Column.number("Excerpts, No."),
                        Column.number("Respondents, No."),
                        Column.number("Respondents, %")),
                rows,
                List.of());
    }
}
