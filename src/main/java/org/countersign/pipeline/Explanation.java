package org.countersign.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.countersign.analysis.LedgerEntry;
import org.countersign.analysis.Provenance;
import org.countersign.dataset.Dataset;
import org.countersign.report.ReportModel;
import org.countersign.stats.Computed;
import org.countersign.stats.NotComputed;
import org.countersign.stats.Quantity;
import org.countersign.stats.Reference;
import org.countersign.stats.Rival;
import org.countersign.study.DerivedSpec;
import org.countersign.verify.Verdict;

/** A ledger entry as a person would want it told: lines of plain text. */
public final class Explanation {

    /** Rows shown unless more are asked for. */
    public static final int ROWS = 12;

    private static final int WIDTH = 100;
    private static final Pattern NUMBER = Pattern.compile("-?[0-9.]*");

    private final ReportModel model;
    private final LedgerEntry entry;
    private final int mostRows;
    private final List<String> lines = new ArrayList<>();

    private Explanation(ReportModel model, LedgerEntry entry, int mostRows) {
        this.model = model;
        this.entry = entry;
        this.mostRows = mostRows;
    }

    /**
     * Tells an entry.
     *
     * @param mostRows how many rows of the data are shown at most
     */
    public static List<String> of(ReportModel model, LedgerEntry entry, int mostRows) {
        return new Explanation(model, entry, mostRows).lines();
    }

    private List<String> lines() {
        lines.add(entry.key() + " = " + entry.display());
        lines.add("");
        lines.add("  What      " + entry.description()
                + entry.unit().map(u -> ", in " + u).orElse(""));
        if (entry.value() instanceof Computed<Double> computed) {
            lines.add("  Value     " + computed.value());
        } else if (entry.value() instanceof NotComputed<Double> not) {
            lines.add("  Value     not computed: " + not.detail());
            lines.add("            " + not.advice());
        }
        lines.add("  Method    " + entry.procedure().label());
        for (Reference r : entry.procedure().references()) {
            lines.add("            " + r.authors() + " (" + r.year() + "). " + r.title() + ". " + r.source()
                    + r.doi().map(d -> ". doi:" + d).orElse(""));
        }
        provenance(entry.provenance());
        rivals();
        claims();
        entry.provenance().dataset().flatMap(model.datasets()::get).ifPresent(this::rows);
        return List.copyOf(lines);
    }

    private void provenance(Provenance p) {
        p.parameters().forEach((name, value) -> lines.add("  Setting   " + name + ": " + value));
        p.variables().forEach((role, variables) -> lines.add("  " + pad(role) + variables));
        Optional<Dataset> dataset = p.dataset().flatMap(model.datasets()::get);
        dataset.ifPresent(d -> derivations(d, p));
        p.origin().ifPresent(o -> lines.add("  Data      " + o.file() + ", SHA-256 " + o.sha256()));
        lines.add((p.origin().isPresent() ? "  Rows      " : "  Data      ") + entry.population());
        entry.filter().ifPresent(f -> lines.add("            where " + f));
        if (p.origin().isPresent()) {
            lines.add(
                    "            " + entry.n() + " used, " + entry.missing() + " left out because a value is missing");
        }
    }

    private static String pad(String role) {
        return (Character.toUpperCase(role.charAt(0)) + role.substring(1) + "          ")
                .substring(0, Math.max(10, role.length() + 1));
    }

    private void derivations(Dataset dataset, Provenance p) {
        for (DerivedSpec derived : dataset.spec().derived()) {
            if (p.columns().contains(derived.name())) {
                lines.add("  Derived   " + derived.name() + " = " + derived.expression());
            }
        }
    }

    /** What the values were, and the first rows, side by side. */
    private void rows(Dataset dataset) {
        ExplainedRows rows = ExplainedRows.of(dataset, entry, mostRows);
        if (!rows.complete()) {
            lines.add("            which of these " + rows.size() + " rows were used is the method's choice");
        }
        if (!rows.values().isEmpty()) {
            lines.add("  Values    " + entry.provenance().columns().get(0) + ", each with its number of rows:");
            wrap(rows.values().stream()
                    .map(v -> v.value() + " (" + v.count() + ")")
                    .toList());
        }
        lines.add("");
        List<List<String>> table = new ArrayList<>();
        List<String> heading = new ArrayList<>(List.of("row"));
        heading.addAll(rows.columns());
        table.add(heading);
        rows.rows().forEach(row -> {
            List<String> cells = new ArrayList<>(List.of(Integer.toString(row.number())));
            cells.addAll(row.cells());
            table.add(cells);
        });
        align(table);
        if (rows.size() > rows.rows().size()) {
            lines.add(
                    "  and " + (rows.size() - rows.rows().size()) + " more; --rows " + rows.size() + " shows them all");
        }
        lines.add("");
    }

    private void wrap(List<String> parts) {
        StringBuilder line = new StringBuilder("           ");
        for (int i = 0; i < parts.size(); i++) {
            String part = " " + parts.get(i) + (i < parts.size() - 1 ? "," : "");
            if (line.length() + part.length() > WIDTH) {
                lines.add(line.toString());
                line = new StringBuilder("           ");
            }
            line.append(part);
        }
        lines.add(line.toString());
    }

    private void align(List<List<String>> table) {
        int columns = table.get(0).size();
        int[] widths = new int[columns];
        boolean[] numeric = new boolean[columns];
        for (int c = 0; c < columns; c++) {
            int column = c;
            widths[c] =
                    table.stream().mapToInt(r -> r.get(column).length()).max().orElse(0);
            numeric[c] = table.stream()
                    .skip(1)
                    .allMatch(r -> NUMBER.matcher(r.get(column)).matches());
        }
        for (List<String> row : table) {
            StringBuilder line = new StringBuilder("  ");
            for (int c = 0; c < columns; c++) {
                String space = " ".repeat(widths[c] - row.get(c).length());
                line.append(numeric[c] ? space + row.get(c) : row.get(c) + space)
                        .append("  ");
            }
            lines.add(line.toString().stripTrailing());
        }
    }

    private void rivals() {
        for (Rival rival : entry.rivals()) {
            for (Quantity quantity : rival.quantities().get()) {
                if (quantity.id().equals(entry.quantity().id()) && quantity.value() instanceof Computed<Double> value) {
                    lines.add("  Rival     " + value.value() + " with " + rival.convention());
                }
            }
        }
    }

    private void claims() {
        for (Verdict verdict : model.verdicts().all()) {
            if (verdict.key().equals(entry.key())) {
                lines.add("  Claim     published " + verdict.published() + ": "
                        + verdict.kind().label()
                        + verdict.by().map(b -> " (" + b + ")").orElse(""));
            }
        }
    }
}
