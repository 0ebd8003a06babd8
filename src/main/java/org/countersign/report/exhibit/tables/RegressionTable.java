package org.countersign.report.exhibit.tables;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import org.countersign.study.AnalysisSpec;

/** The coefficients of regressions: a row per coefficient, below a heading per outcome. */
public final class RegressionTable implements TableType {

    @Override
    public String id() {
        return "regression";
    }

    @Override
    public String description() {
        return "The coefficients of one or more regressions with intervals and p-values, a block per outcome, with n and R squared.";
    }

    @Override
    public List<String> takes() {
        return Effects.REGRESSIONS;
    }

    @Override
    public List<String> options() {
        return List.of("intercept: `no` leaves out the intercepts");
    }

    @Override
    public TableModel build(Exhibit exhibit) {
        Notes notes = new Notes();
        List<Row> rows = new ArrayList<>();
        String level = "";
        Map<String, String> quantities = quantities(exhibit);
        boolean alike = quantities.values().stream().distinct().count() <= 1;
        for (AnalysisSpec analysis : exhibit.analyses()) {
            for (Map.Entry<String, String> turn : exhibit.turns(analysis).entrySet()) {
                String path = turn.getKey();
                String label = exhibit.variable(analysis.id(), turn.getValue())
                        .map(v -> v.label())
                        .orElse(turn.getValue());
                level = exhibit.composites().level(path).orElse(level);
                String quantity = alike ? "" : ", " + quantities.getOrDefault(path, "coefficient");
                heading(exhibit, notes, rows, path, label + quantity);
                coefficients(exhibit, path).forEach((coefficient, text) -> rows.add(row(exhibit, coefficient, text)));
            }
        }
        List<Column> columns = List.of(
                Column.left("Outcome and term"),
                Column.number(
                        alike ? capital(quantities.values().stream().findFirst().orElse("coefficient")) : "Estimate"),
                Column.number(level + " CI"),
                new Column(
                        "<i>" + exhibit.model().style().pSymbol() + "</i>\u00a0value",
                        "P value",
                        TableModel.Align.NUMBER));
        return new TableModel(columns, rows, notes.list());
    }

    /** What each model estimates, by its path: the intercept's label says less than the others'. */
    private static Map<String, String> quantities(Exhibit exhibit) {
        Map<String, String> quantities = new LinkedHashMap<>();
        for (AnalysisSpec analysis : exhibit.analyses()) {
            for (String path : exhibit.turns(analysis).keySet()) {
                coefficients(exhibit, path).keySet().stream()
                        .filter(c -> !c.equals(path + ".intercept"))
                        .findFirst()
                        .flatMap(c -> exhibit.entry(c + ".estimate"))
                        .ifPresent(e -> quantities.put(path, e.quantity().label()));
            }
        }
        return quantities;
    }

    private static void heading(Exhibit exhibit, Notes notes, List<Row> rows, String path, String label) {
        StringBuilder xhtml = new StringBuilder(Cell.text(label).xhtml());
        StringBuilder text = new StringBuilder(label);
        List<String> keys = new ArrayList<>();
        Optional<LedgerEntry> n = exhibit.entry(path + ".model.n");
        Optional<LedgerEntry> r2 = exhibit.entry(path + ".model.r_squared");
        if (n.isPresent()) {
            xhtml.append(" (n = ").append(exhibit.composites().number(n.get()));
            text.append(" (n = ").append(n.get().display());
            keys.add(n.get().key().text());
            r2.ifPresent(r -> {
                xhtml.append("; <i>R</i><sup>2</sup> = ")
                        .append(exhibit.composites().number(r));
                text.append("; R2 = ").append(r.display());
                keys.add(r.key().text());
            });
            xhtml.append(")");
            text.append(")");
        }
        Cell cell = new Cell(xhtml.toString(), text.toString(), keys);
        Optional<LedgerEntry> told = n.or(() -> coefficients(exhibit, path).keySet().stream()
                .findFirst()
                .flatMap(first -> exhibit.entry(first + ".estimate")));
        rows.add(Row.of(
                Kind.HEADING, List.of(told.map(e -> cell.marked(notes.mark(e))).orElse(cell))));
    }

    private static Map<String, String> coefficients(Exhibit exhibit, String path) {
        Map<String, String> coefficients = new LinkedHashMap<>();
        boolean intercept = !exhibit.option("intercept", "yes").equals("no");
        for (LedgerEntry entry : exhibit.model().ledger().below(path)) {
            String key = entry.key().text();
            boolean estimate = key.endsWith(".estimate") && !key.startsWith(path + ".model.");
            if (estimate && (intercept || !key.startsWith(path + ".intercept."))) {
                String subject = entry.subject();
                int comma = subject.indexOf(", ");
                coefficients.put(
                        key.substring(0, key.length() - ".estimate".length()),
                        comma < 0 ? subject : capital(lastTerm(exhibit, path, subject)));
            }
        }
        return coefficients;
    }

    /** The part of the subject behind the outcome's own label. */
    private static String lastTerm(Exhibit exhibit, String path, String subject) {
        String outcome =
                exhibit.entry(path + ".model.n").map(LedgerEntry::subject).orElse("");
        return subject.startsWith(outcome + ", ") ? subject.substring(outcome.length() + 2) : subject;
    }

    private static String capital(String text) {
        return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    private static Row row(Exhibit exhibit, String path, String label) {
        List<Cell> cells = new ArrayList<>();
        cells.add(Cell.text(label));
        cells.add(exhibit.entry(path + ".estimate")
                .map(e -> Cell.of(exhibit.composites(), e))
                .orElse(Cell.EMPTY));
        cells.add(exhibit.composites().get(path, "bare_interval").map(Cell::of).orElse(Cell.EMPTY));
        cells.add(exhibit.entry(path + ".p")
                .map(e -> Cell.of(exhibit.composites(), e))
                .orElse(Cell.EMPTY));
        return Row.of(Kind.INDENTED, cells);
    }
}
