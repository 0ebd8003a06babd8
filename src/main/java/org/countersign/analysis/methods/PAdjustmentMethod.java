package org.countersign.analysis.methods;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.countersign.analysis.AnalysisInput;
import org.countersign.analysis.AnalysisMethod;
import org.countersign.analysis.LedgerEntry;
import org.countersign.analysis.ParameterSpec;
import org.countersign.analysis.Results;
import org.countersign.analysis.RoleSpec;
import org.countersign.diagnostics.Diagnostic;
import org.countersign.diagnostics.Suggestions;
import org.countersign.stats.Computation;
import org.countersign.stats.PAdjustment;
import org.countersign.stats.Procedure;
import org.countersign.stats.Quantity;
import org.countersign.stats.QuantityKind;
import org.countersign.stats.Reference;
import org.countersign.stats.Rival;
import org.countersign.stats.StatisticResult;

/** P-values of earlier analyses, adjusted together for their number. */
public final class PAdjustmentMethod implements AnalysisMethod {

    private static final Reference HOLM = Reference.of(
            "Holm S",
            1979,
            "A simple sequentially rejective multiple test procedure",
            "Scandinavian Journal of Statistics 6:65-70");

    /** The last part of the key of a P-value whose sibling {@code p} its own analysis has adjusted. */
    private static final String UNADJUSTED = "p_unadjusted";

    /** Methods whose P-values are adjusted, with none beside them that is not. */
    private static final List<String> ADJUSTED_FOR_GOOD = List.of("p_adjustment", "tukey_hsd");

    @Override
    public String id() {
        return "p_adjustment";
    }

    @Override
    public String label() {
        return "Adjustment for multiple tests";
    }

    @Override
    public String summary() {
        return "P-values of analyses that stand before this one, adjusted together by Holm's method: `change.ee.p` becomes"
                + " `THIS.change.ee.p`, which names the whole family that it was adjusted with. A P-value that could not be"
                + " computed keeps its reason and does not count. Where an analysis has adjusted its own P-values, as the"
                + " pairwise ones do, their `p_unadjusted` is taken; what is adjusted for good is refused.";
    }

    @Override
    public Basis basis() {
        return Basis.LEDGER;
    }

    @Override
    public List<RoleSpec> roles() {
        return List.of();
    }

    @Override
    public List<ParameterSpec> parameters() {
        return List.of(
                ParameterSpec.names(
                        "p_values",
                        "the family: keys of P-values, or the beginnings of keys for all P-values (`p`) below, such as the"
                                + " id of an analysis of several outcomes"),
                Parameters.adjustment("holm"));
    }

    @Override
    public List<Reference> references() {
        return List.of(HOLM);
    }

    @Override
    public String defaultDisplay() {
        return "tests";
    }

    @Override
    public void run(AnalysisInput input, Results results) {
        if (!input.has("p_values")) {
            Parameters.missing(input, "p_values", "[first.p, second.p]");
            return;
        }
        Optional<List<LedgerEntry>> family = family(input);
        if (family.isEmpty()) {
            return;
        }
        List<LedgerEntry> entries = family.get();
        Family adjusted = Family.of(Parameters.adjustment(input), entries);
        results.add(
                new Results.Subject(List.of(), "the family", 0, Optional.empty(), 0, 0),
                adjusted.procedure(),
                List.of(Quantity.of("tests", "number of P-values adjusted together", QuantityKind.COUNT, (double)
                        adjusted.computed())));
        for (int i = 0; i < entries.size(); i++) {
            LedgerEntry entry = entries.get(i);
            List<String> parts = entry.key().parts();
            results.add(
                    new Results.Subject(
                            parts.subList(0, parts.size() - 1),
                            entry.subject(),
                            0,
                            Optional.empty(),
                            entry.n(),
                            entry.missing()),
                    new Adjusted(adjusted, i));
        }
    }

    private static Optional<List<LedgerEntry>> family(AnalysisInput input) {
        Set<LedgerEntry> family = new LinkedHashSet<>();
        boolean sound = true;
        List<String> names = input.texts("p_values");
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            List<LedgerEntry> found = input.earlier().below(name).stream()
                    .filter(PAdjustmentMethod::isP)
                    .toList();
            Optional<LedgerEntry> adjusted = found.stream()
                    .filter(e -> ADJUSTED_FOR_GOOD.contains(e.provenance().method()))
                    .findFirst();
            if (found.isEmpty()) {
                sound = false;
                unknown(input, name, i);
            } else if (adjusted.isPresent()) {
                sound = false;
                input.diagnostics()
                        .error(
                                "wrong-parameter",
                                input.place("p_values", i),
                                "`p_values: " + name + "`: `"
                                        + adjusted.get().key() + "` is adjusted already, by `"
                                        + adjusted.get().provenance().method() + "`",
                                "name the P-values of the single tests, so that they are adjusted once");
            }
            found.forEach(entry -> family.add(unadjusted(input, entry)));
        }
        return sound ? Optional.of(List.copyOf(family)) : Optional.empty();
    }

    private static void unknown(AnalysisInput input, String name, int index) {
        List<String> known = input.earlier().entries().stream()
                .filter(PAdjustmentMethod::isP)
                .map(e -> e.key().text())
                .toList();
        input.diagnostics()
                .add(Diagnostic.error(
                                "unknown-key",
                                input.place("p_values", index),
                                "`p_values`: there is no P-value `" + name + "` in the analyses before this one")
                        .withHint(Suggestions.nearest(name, known)
                                .map(nearest -> "did you mean `" + nearest + "`?")
                                .or(() -> Optional.of("the analysis must stand above this one"))));
    }

    private static boolean isP(LedgerEntry entry) {
        List<String> parts = entry.key().parts();
        String last = parts.get(parts.size() - 1);
        return entry.kind() == QuantityKind.P_VALUE && (last.equals("p") || last.equals(UNADJUSTED));
    }

    /** The P-value before its own analysis adjusted it, where there is one beside it. */
    private static LedgerEntry unadjusted(AnalysisInput input, LedgerEntry entry) {
        List<String> parts = new ArrayList<>(entry.key().parts());
        parts.set(parts.size() - 1, UNADJUSTED);
        return input.earlier().get(String.join(".", parts)).orElse(entry);
    }

    /**
     * P-values that are adjusted together.
     *
     * @param adjusted one for each entry
     * @param procedure that names them all
     */
    private record Family(
            PAdjustment adjustment,
            List<LedgerEntry> entries,
            List<Computation<Double>> adjusted,
            Procedure procedure) {

        private Family {
            entries = List.copyOf(entries);
            adjusted = List.copyOf(adjusted);
        }

        static Family of(PAdjustment adjustment, List<LedgerEntry> entries) {
            List<Computation<Double>> raw =
                    entries.stream().map(LedgerEntry::value).toList();
            return new Family(adjustment, entries, adjustment.adjust(raw), procedure(adjustment, entries));
        }

        long computed() {
            return computed(entries);
        }

        private static long computed(List<LedgerEntry> entries) {
            return entries.stream().filter(e -> e.value().isComputed()).count();
        }

        private static Procedure procedure(PAdjustment adjustment, List<LedgerEntry> entries) {
            long computed = computed(entries);
            String tests = computed == entries.size()
                    ? entries.size() + " tests"
                    : entries.size() + " P-values, of which " + computed + " could be computed";
            return new Procedure(
                    "p-adjustment-" + adjustment.id(),
                    "P-values adjusted together (" + adjustment.label() + "), " + tests + ": "
                            + entries.stream().map(e -> e.key().text()).collect(Collectors.joining(", ")),
                    adjustment.references());
        }
    }

    /** One P-value of a family. */
    private record Adjusted(Family family, int index) implements StatisticResult {

        @Override
        public Procedure procedure() {
            return family.procedure();
        }

        @Override
        public List<Quantity> quantities() {
            return List.of(Quantity.of(
                    "p",
                    "adjusted P-value",
                    QuantityKind.P_VALUE,
                    family.adjusted().get(index)));
        }

        @Override
        public List<Rival> rivals() {
            return Arrays.stream(PAdjustment.values())
                    .filter(other -> other != family.adjustment())
                    .map(other -> new Rival(
                            "adjustment-" + other.id(),
                            "P-values: " + other.label(),
                            () -> new Adjusted(Family.of(other, family.entries()), index).quantities()))
                    .toList();
        }
    }
}
