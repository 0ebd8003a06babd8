package org.countersign.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.countersign.analysis.LedgerEntry;
import org.countersign.analysis.Provenance;
import org.countersign.dataset.Dataset;
import org.countersign.dataset.RowSet;
import org.countersign.dataset.TextColumn;
import org.countersign.dataset.expression.DerivedColumns;
import org.countersign.diagnostics.Diagnostics;
import org.countersign.report.ReportModel;
import org.countersign.stats.Computed;
import org.countersign.stats.NotComputed;
import org.countersign.stats.Quantity;
import org.countersign.stats.Reference;
import org.countersign.stats.Rival;
import org.countersign.study.DerivedSpec;
import org.countersign.study.LocatedText;
import org.countersign.study.PopulationSpec;
import org.countersign.verify.Verdict;

/** A ledger entry as a person would want it told: lines of plain text. */
public final class Explanation {

    private static final int MOST_ROWS = 12;

    private final ReportModel model;
    private final LedgerEntry entry;
    private final List<String> lines = new ArrayList<>();

    private Explanation(ReportModel model, LedgerEntry entry) {
        this.model = model;
        this.entry = entry;
    }

    public static List<String> of(ReportModel model, LedgerEntry entry) {
        return new Explanation(model, entry).lines();
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
        return List.copyOf(lines);
    }

    private void provenance(Provenance p) {
        p.parameters().forEach((name, value) -> lines.add("  Setting   " + name + ": " + value));
        p.variables().forEach((role, variables) -> lines.add("  " + pad(role) + variables));
        Optional<Dataset> dataset = model.datasets().get(p.dataset());
        dataset.ifPresent(d -> derivations(d, p));
        lines.add("  Data      " + p.file() + ", SHA-256 " + p.sha256());
        lines.add("  Rows      " + p.population()
                + p.filter().map(f -> ", where " + f).orElse(""));
        lines.add("            " + entry.n() + " used, " + entry.missing() + " left out because a value is missing");
        dataset.ifPresent(d -> rows(d, p));
    }

    private static String pad(String role) {
        return (Character.toUpperCase(role.charAt(0)) + role.substring(1) + "          ")
                .substring(0, Math.max(10, role.length() + 1));
    }

    private void derivations(Dataset dataset, Provenance p) {
        for (DerivedSpec derived : dataset.spec().derived()) {
            boolean used = p.variables().values().stream()
                    .flatMap(v -> java.util.Arrays.stream(v.split(", ")))
                    .anyMatch(v -> v.equals(derived.name()) || v.startsWith(derived.name() + " ("));
            if (used) {
                lines.add("  Derived   " + derived.name() + " = " + derived.expression());
            }
        }
    }

    /** The names of the rows, or their numbers, as far as they fit. */
    private void rows(Dataset dataset, Provenance p) {
        RowSet rows = model.study().populations().stream()
                .filter(population -> population.label().equals(p.population()))
                .map(PopulationSpec::where)
                .flatMap(Optional::stream)
                .findFirst()
                .map(where -> DerivedColumns.where(dataset, where, new Diagnostics()))
                .orElseGet(dataset::allRows);
        Optional<TextColumn> id = dataset.spec()
                .id()
                .map(LocatedText::text)
                .flatMap(dataset::column)
                .flatMap(c -> c instanceof TextColumn text ? Optional.of(text) : Optional.empty());
        List<String> names = new ArrayList<>();
        rows.forEach(row -> {
            if (names.size() < MOST_ROWS) {
                names.add(id.flatMap(c -> c.value(row)).orElse(Integer.toString(row + 1)));
            }
        });
        String more = rows.size() > names.size() ? ", ... (" + rows.size() + " rows of the population)" : "";
        lines.add("            " + (id.isPresent() ? "named " : "rows ") + String.join(", ", names) + more);
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
                lines.add("  Claim     published " + verdict.printed() + ": "
                        + verdict.kind().label()
                        + verdict.by().map(b -> " (" + b + ")").orElse(""));
            }
        }
    }
}
