package org.countersign.report.exhibit;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.countersign.analysis.LedgerEntry;
import org.countersign.analysis.Provenance;
import org.countersign.dataset.Column;
import org.countersign.diagnostics.Diagnostic;
import org.countersign.diagnostics.Diagnostics;
import org.countersign.diagnostics.Suggestions;
import org.countersign.report.Composites;
import org.countersign.report.ReportModel;
import org.countersign.study.AnalysisSpec;
import org.countersign.study.ExhibitSpec;
import org.countersign.study.Level;
import org.countersign.study.LocatedText;
import org.countersign.study.VariableSpec;
import org.countersign.study.yaml.ShapeChecker;

/**
 * A table or figure to be made, with ways to ask the ledger for its parts.
 *
 * @param model the report
 * @param spec the author's declaration
 * @param diagnostics receives what the declaration gets wrong
 */
public record Exhibit(ReportModel model, ExhibitSpec spec, Diagnostics diagnostics) {

    /** What the provenance of a categorical outcome adds to its name. */
    private static final Pattern REFERENCE_LEVEL = Pattern.compile(" \\(reference .*");

    public Exhibit {
        requireNonNull(model);
        requireNonNull(spec);
        requireNonNull(diagnostics);
    }

    public List<AnalysisSpec> analyses() {
        List<AnalysisSpec> all = new ArrayList<>();
        spec.analyses().forEach(id -> model.study().analysis(id.text()).ifPresent(all::add));
        return all;
    }

    /**
     * The subjects of an analysis that is done for several variables in turn, by the part of the key that they have:
     * {@code change.ee_change} for the first of three, or {@code change} alone.
     */
    public Map<String, String> turns(AnalysisSpec analysis) {
        Map<String, String> turns = new LinkedHashMap<>();
        for (LedgerEntry entry : model.ledger().below(analysis.id())) {
            String outcome = REFERENCE_LEVEL
                    .matcher(entry.provenance().variables().getOrDefault("outcome", ""))
                    .replaceFirst("");
            String longer = analysis.id() + "." + Level.slug(outcome);
            boolean inTurn = entry.key().isBelow(longer)
                    && analysis.roles().getOrDefault("outcome", List.of()).size() > 1;
            turns.putIfAbsent(inTurn ? longer : analysis.id(), outcome);
        }
        return turns;
    }

    public Optional<LedgerEntry> entry(String key) {
        return model.ledger().get(key);
    }

    /** The names that follow a key and have something of their own below them; a regression as a whole is none. */
    public List<String> groups(String path) {
        return model.ledger().children(path).stream()
                .filter(child -> model.ledger().get(path + "." + child).isEmpty())
                .filter(child -> !child.equals("ci") && !child.equals("summary"))
                .filter(child ->
                        !child.equals("model") || entry(path + ".model.n").isEmpty())
                .toList();
    }

    /** The provenance of an analysis. */
    public Optional<Provenance> provenance(String path) {
        return model.ledger().below(path).stream().map(LedgerEntry::provenance).findFirst();
    }

    public Composites composites() {
        return model.composites();
    }

    /** The first value of an option, or a default. */
    public String option(String name, String otherwise) {
        return spec.option(name).orElse(otherwise);
    }

    /** An option that is a number; empty, with a problem, if it is something else. */
    public Optional<Double> number(String name, double otherwise) {
        List<LocatedText> values = spec.options().getOrDefault(name, List.of());
        if (values.isEmpty()) {
            return Optional.of(otherwise);
        }
        LocatedText text = values.get(0);
        if (ShapeChecker.NUMBER.matcher(text.text()).matches()) {
            return Optional.of(Double.valueOf(text.text()));
        }
        diagnostics.add(Diagnostic.error(
                "wrong-type",
                text.location(),
                "`" + name + "` of `" + spec.id() + "`: expected a number, found `" + text + "`"));
        return Optional.empty();
    }

    /** All values of an option. */
    public List<String> options(String name) {
        return spec.options().getOrDefault(name, List.of()).stream()
                .map(LocatedText::text)
                .toList();
    }

    /** A variable of the dataset behind an analysis. */
    public Optional<VariableSpec> variable(String path, String name) {
        return provenance(path)
                .flatMap(p -> p.dataset().flatMap(model.datasets()::get))
                .flatMap(d -> d.column(name))
                .map(Column::variable);
    }

    /** The labels of a variable's levels, by their part of a key. */
    public static Map<String, String> levelLabels(VariableSpec variable) {
        Map<String, String> labels = new LinkedHashMap<>();
        variable.levels().forEach(level -> labels.put(level.slug(), level.label()));
        return labels;
    }

    /** The grouping variable of an analysis. */
    public Optional<VariableSpec> group(AnalysisSpec analysis) {
        List<LocatedText> group = analysis.roles().getOrDefault("group", List.of());
        return group.isEmpty()
                ? Optional.empty()
                : variable(analysis.id(), group.get(0).text());
    }

    /** Tells that the exhibit cannot be made. */
    public void problem(String message, Optional<String> hint) {
        diagnostics.add(Diagnostic.error("exhibit", spec.type().location(), "`" + spec.id() + "`: " + message)
                .withHint(hint));
    }

    /** Checks that all analyses are by methods that a type shows, such as "table `themes`". */
    public boolean isTakenBy(String what, List<String> methods) {
        boolean all = true;
        for (LocatedText id : spec.analyses()) {
            Optional<String> method =
                    model.study().analysis(id.text()).map(a -> a.method().text());
            if (method.isPresent() && !methods.contains(method.get())) {
                all = false;
                diagnostics.add(Diagnostic.error(
                                "exhibit",
                                id.location(),
                                "`" + spec.id() + "`: a " + what + " does not show `" + id
                                        + "`, an analysis by the method `" + method.get() + "`")
                        .withHint(Optional.of("it takes " + ExhibitsPage.taken(methods) + "; `" + method.get()
                                + "` is shown by " + ExhibitsPage.shownBy(method.get()))));
            }
        }
        return all;
    }

    /** Checks that the author's options are known. */
    public void checkOptions(List<String> known) {
        spec.options().forEach((name, values) -> {
            if (!known.contains(name)) {
                diagnostics.add(Diagnostic.error(
                                "unknown-option",
                                values.isEmpty()
                                        ? spec.location()
                                        : values.get(0).location(),
                                "`" + spec.type() + "` has no option `" + name + "`")
                        .withHint(known.isEmpty() ? Optional.of("it has none") : Suggestions.hint(name, known)));
            }
        });
    }
}
