package org.countersign.report.exhibit.tables;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.countersign.analysis.LedgerEntry;
import org.countersign.report.exhibit.Exhibit;
import org.countersign.report.exhibit.Notes;
import org.countersign.report.exhibit.TableModel;
import org.countersign.report.exhibit.TableModel.Cell;
import org.countersign.report.exhibit.TableModel.Column;
import org.countersign.report.exhibit.TableModel.Kind;
import org.countersign.report.exhibit.TableModel.Row;
import org.countersign.report.exhibit.TableType;
import org.countersign.stats.Computed;
import org.countersign.stats.QuantityKind;
import org.countersign.study.AnalysisSpec;
import org.countersign.study.VariableSpec;

/** Characteristics by group: Table 1 of most papers. */
public final class BaselineTable implements TableType {

    @Override
    public String id() {
        return "baseline";
    }

    @Override
    public String description() {
        return "Characteristics by group and overall, from analyses by the method `baseline`; summaries and tests are named in"
                + " notes, with the reason for their choice.";
    }

    @Override
    public List<String> takes() {
        return List.of("baseline");
    }

    @Override
    public List<String> options() {
        return List.of("overall: `no` leaves out the column of all groups together");
    }

    @Override
    public TableModel build(Exhibit exhibit) {
        List<AnalysisSpec> analyses = exhibit.analyses();
        Optional<VariableSpec> group = analyses.isEmpty() ? Optional.empty() : exhibit.group(analyses.get(0));
        if (group.isEmpty()) {
            exhibit.problem("the table shows characteristics by group", Optional.of("name an analysis with a `group`"));
            return new TableModel(List.of(Column.left("")), List.of(), List.of());
        }
        return new Builder(exhibit, Exhibit.levelLabels(group.get())).build(analyses);
    }

    private static final class Builder {
        private final Exhibit exhibit;
        private final Map<String, String> groups;
        private final Notes notes = new Notes();
        private final List<Row> rows = new ArrayList<>();
        private final boolean tests;

        Builder(Exhibit exhibit, Map<String, String> levels) {
            this.exhibit = exhibit;
            this.groups = new LinkedHashMap<>(levels);
            if (!exhibit.option("overall", "yes").equals("no")) {
                groups.put("overall", "Overall");
            }
            this.tests = exhibit.analyses().stream()
                    .flatMap(a -> exhibit.model().ledger().below(a.id()).stream())
                    .anyMatch(e -> e.kind() == QuantityKind.P_VALUE);
        }

        TableModel build(List<AnalysisSpec> analyses) {
            String firstPath =
                    exhibit.turns(analyses.get(0)).keySet().iterator().next();
            for (AnalysisSpec analysis : analyses) {
                exhibit.turns(analysis)
                        .forEach((path, outcome) ->
                                exhibit.variable(analysis.id(), outcome).ifPresent(v -> variable(path, v)));
            }
            List<Column> columns = new ArrayList<>();
            columns.add(Column.left("Characteristic"));
            groups.forEach((slug, label) -> columns.add(groupColumn(firstPath, slug, label)));
            if (tests) {
                columns.add(new Column(
                        "<i>" + exhibit.model().style().pSymbol() + "</i>\u00a0value",
                        "P value",
                        TableModel.Align.NUMBER));
            }
            return new TableModel(columns, rows, notes.list());
        }

        /** The group's size: what was observed and what is missing of the first characteristic together. */
        private Column groupColumn(String path, String slug, String label) {
            Optional<LedgerEntry> n = exhibit.entry(path + "." + slug + ".n");
            Optional<LedgerEntry> missing = exhibit.entry(path + "." + slug + ".missing");
            boolean complete = missing.map(m -> m.value() instanceof Computed<Double> c && c.value() == 0)
                    .orElse(true);
            return n.isPresent() && complete
                    ? Column.number(
                            label,
                            new Cell(
                                    "(n = " + exhibit.composites().number(n.get()) + ")",
                                    "(n = " + n.get().display() + ")",
                                    List.of(n.get().key().text())))
                    : Column.number(label);
        }

        private void variable(String path, VariableSpec variable) {
            if (variable.type().isCategorical()) {
                categorical(path, variable);
            } else {
                numeric(path, variable);
            }
        }

        private void numeric(String path, VariableSpec variable) {
            boolean parametric = exhibit.entry(path + ".summary.parametric")
                    .map(e -> e.value() instanceof Computed<Double> c && c.value() == 1)
                    .orElse(false);
            String composite = parametric ? "mean_sd" : "median_iqr";
            String how = parametric ? "mean (SD)" : "median (quartiles)";
            String unit = variable.unit().map(u -> ", " + u).orElse("");
            List<Cell> cells = new ArrayList<>();
            cells.add(Cell.text(variable.label() + ", " + how + unit));
            for (String group : groups.keySet()) {
                cells.add(exhibit.composites()
                        .get(path + "." + group, composite)
                        .map(Cell::of)
                        .orElse(Cell.EMPTY));
            }
            test(path, cells);
            rows.add(Row.of(Kind.DATA, cells));
            missing(path, variable.label());
        }

        private void categorical(String path, VariableSpec variable) {
            List<Cell> heading = new ArrayList<>();
            heading.add(Cell.text(variable.label() + ", No. (%)"));
            groups.keySet().forEach(g -> heading.add(Cell.EMPTY));
            test(path, heading);
            rows.add(Row.of(Kind.DATA, heading));
            Exhibit.levelLabels(variable).forEach((slug, label) -> {
                List<Cell> cells = new ArrayList<>();
                cells.add(Cell.text(label));
                for (String group : groups.keySet()) {
                    cells.add(exhibit.composites()
                            .get(path + "." + group + "." + slug, "n_percent")
                            .map(Cell::of)
                            .orElse(Cell.EMPTY));
                }
                if (tests) {
                    cells.add(Cell.EMPTY);
                }
                rows.add(Row.of(Kind.INDENTED, cells));
            });
            missing(path, variable.label());
        }

        private void missing(String path, String label) {
            boolean any = groups.keySet().stream()
                    .map(g -> exhibit.entry(path + "." + g + ".missing"))
                    .anyMatch(e -> e.map(m -> m.value() instanceof Computed<Double> c && c.value() > 0)
                            .orElse(false));
            if (!any) {
                return;
            }
            List<Cell> cells = new ArrayList<>();
            cells.add(Cell.text("Missing, No."));
            for (String group : groups.keySet()) {
                cells.add(exhibit.entry(path + "." + group + ".missing")
                        .map(e -> Cell.of(exhibit.composites(), e))
                        .orElse(Cell.EMPTY));
            }
            if (tests) {
                cells.add(Cell.EMPTY);
            }
            rows.add(Row.of(Kind.INDENTED, cells));
        }

        private void test(String path, List<Cell> cells) {
            if (!tests) {
                return;
            }
            cells.add(exhibit.entry(path + ".p")
                    .map(p -> Cell.of(exhibit.composites(), p).marked(notes.mark(p)))
                    .orElse(Cell.EMPTY));
        }
    }
}
