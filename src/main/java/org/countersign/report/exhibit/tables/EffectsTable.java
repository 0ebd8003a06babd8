package org.countersign.report.exhibit.tables;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.countersign.analysis.LedgerEntry;
import org.countersign.report.exhibit.Effects;
import org.countersign.report.exhibit.Exhibit;
import org.countersign.report.exhibit.Notes;
import org.countersign.report.exhibit.TableModel;
import org.countersign.report.exhibit.TableModel.Cell;
import org.countersign.report.exhibit.TableModel.Column;
import org.countersign.report.exhibit.TableModel.Kind;
import org.countersign.report.exhibit.TableModel.Row;
import org.countersign.report.exhibit.TableType;

/** Estimates with intervals and p-values, one row each. */
public final class EffectsTable implements TableType {

    @Override
    public String id() {
        return "effects";
    }

    @Override
    public String description() {
        return "One row per estimate: label, number of observations, estimate with its interval, p-value where there is one; a block"
                + " per analysis where several analyses have several outcomes; of a subgroup analysis the overall effect, then"
                + " one row per level below each variable with its interaction; of a stratified analysis the strata, then the"
                + " pooled estimate; of other results with parts one row per group, time or pair.";
    }

    @Override
    public List<String> takes() {
        return Effects.METHODS;
    }

    @Override
    public List<String> options() {
        return List.of(Effects.TERM);
    }

    @Override
    public TableModel build(Exhibit exhibit) {
        Notes notes = new Notes();
        List<Row> rows = new ArrayList<>();
        Set<String> levels = new LinkedHashSet<>();
        List<Effects.Row> effects = Effects.of(exhibit);
        boolean withP =
                effects.stream().anyMatch(e -> exhibit.entry(e.path() + ".p").isPresent());
        Optional<Effects.Heading> heading = Optional.empty();
        String above = "";
        for (Effects.Row effect : effects) {
            exhibit.composites().level(effect.path()).ifPresent(levels::add);
            String mark = notes.mark(effect.estimate().procedure().label());
            if (effect.heading().isPresent() && !effect.heading().equals(heading)) {
                rows.add(Row.of(
                        Kind.HEADING, List.of(heading(effect.heading().get()).marked(mark))));
                above = mark;
            }
            heading = effect.heading();
            boolean told = heading.isPresent() && mark.equals(above);
            Cell label = Cell.text(effect.label());
            rows.add(row(exhibit, effect, told ? label : label.marked(mark), withP));
        }
        String level = levels.size() == 1 ? levels.iterator().next() + " CI" : "CI";
        List<Column> columns = new ArrayList<>(List.of(
                Column.left(exhibit.option("heading", "Comparison")),
                Column.number("No."),
                Column.number(Effects.quantity(effects)),
                Column.number(level)));
        if (withP) {
            columns.add(new Column(
                    "<i>" + exhibit.model().style().pSymbol() + "</i>\u00a0value", "P value", TableModel.Align.NUMBER));
        }
        return new TableModel(columns, rows, notes.list());
    }

    private static Cell heading(Effects.Heading heading) {
        Cell label = Cell.text(heading.label());
        return heading.test()
                .map(t -> new Cell(
                        label.xhtml() + " (" + t.name() + ": " + t.p().xhtml() + ")", heading.text(), t.p().keys()))
                .orElse(label);
    }

    private static Row row(Exhibit exhibit, Effects.Row effect, Cell label, boolean withP) {
        LedgerEntry estimate = effect.estimate();
        List<Cell> cells = new ArrayList<>(List.of(label));
        cells.add(Cell.text(exhibit.model().style().count(estimate.n())));
        cells.add(Cell.of(exhibit.composites(), estimate));
        cells.add(exhibit.composites()
                .get(effect.path(), "bare_interval")
                .map(Cell::of)
                .orElse(Cell.EMPTY));
        if (withP) {
            cells.add(exhibit.entry(effect.path() + ".p")
                    .map(p -> Cell.of(exhibit.composites(), p))
                    .orElse(Cell.EMPTY));
        }
        return Row.of(effect.heading().isPresent() ? Kind.INDENTED : Kind.DATA, cells);
    }
}
