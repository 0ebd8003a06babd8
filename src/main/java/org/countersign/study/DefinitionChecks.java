package org.countersign.study;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.countersign.diagnostics.Diagnostic;
import org.countersign.diagnostics.Diagnostics;
import org.countersign.diagnostics.SourceLocation;
import org.countersign.diagnostics.Suggestions;

/** What the parts of a definition say of each other: names that must exist, must not stand twice, must make sense. */
final class DefinitionChecks {

    private static final int MOST_DECIMALS = 15;

    private final StudyDefinition study;
    private final Diagnostics diagnostics;

    private DefinitionChecks(StudyDefinition study, Diagnostics diagnostics) {
        this.study = study;
        this.diagnostics = diagnostics;
    }

    static void check(StudyDefinition study, Diagnostics diagnostics) {
        DefinitionChecks checks = new DefinitionChecks(study, diagnostics);
        study.datasets().forEach(checks::checkDataset);
        checks.checkReferencesToDatasets();
        checks.checkReferencesToAnalyses(study.figures());
        checks.checkReferencesToAnalyses(study.tables());
        checks.checkClaims();
    }

    private void checkDataset(DatasetSpec dataset) {
        Map<String, SourceLocation> seen = new HashMap<>();
        for (VariableSpec variable : dataset.variables()) {
            declareOnce(seen, variable.name(), variable.location());
            checkVariable(variable);
        }
        for (DerivedSpec derived : dataset.derived()) {
            declareOnce(seen, derived.name(), derived.location());
            checkDecimals(derived.decimals(), derived.location());
        }
        List<String> columns =
                dataset.variables().stream().map(VariableSpec::name).toList();
        dataset.id().ifPresent(id -> known("unknown-variable", "column", id, columns));
        dataset.count().ifPresent(count -> known("unknown-variable", "column", count, columns));
        dataset.count()
                .filter(count -> dataset.variable(count.text())
                        .filter(v -> v.type() != VariableType.INTEGER)
                        .isPresent())
                .ifPresent(count -> diagnostics.error(
                        "wrong-type",
                        count.location(),
                        "`count`: `" + count
                                + "` is not an integer, and cannot say how many observations a row stands for",
                        count + ": {type: integer, required: true}"));
        for (JoinSpec join : dataset.joins()) {
            known("unknown-dataset", "dataset", join.dataset(), names(study.datasets()));
            known("unknown-variable", "column", join.by(), columns);
            if (join.dataset().text().equals(dataset.name())) {
                diagnostics.error("cyclic-join", join.dataset().location(), "a dataset cannot be joined to itself");
            }
        }
    }

    private void declareOnce(Map<String, SourceLocation> seen, String name, SourceLocation place) {
        SourceLocation first = seen.putIfAbsent(name, place);
        if (first != null) {
            diagnostics.error(
                    "duplicate-variable",
                    place,
                    "`" + name + "` is declared a second time; the first is on line " + first.line(),
                    "give one of the two another name");
        }
    }

    private void checkDecimals(Optional<Integer> decimals, SourceLocation place) {
        if (decimals.filter(d -> d < 0 || d > MOST_DECIMALS).isPresent()) {
            diagnostics.error(
                    "wrong-type",
                    place,
                    "`decimals`: expected a number from 0 to " + MOST_DECIMALS + ", found " + decimals.get());
        }
    }

    private void checkVariable(VariableSpec variable) {
        checkDecimals(variable.decimals(), variable.location());
        if (variable.type().isCategorical() && variable.levels().size() < 2) {
            diagnostics.error(
                    "missing-key",
                    variable.location(),
                    "`" + variable.name() + "` is a " + variable.type().id() + " without levels",
                    "levels: [first, second], or {code: label}, in order");
        }
        if (!variable.type().isCategorical() && !variable.levels().isEmpty()) {
            diagnostics.error(
                    "wrong-type",
                    variable.location(),
                    "`" + variable.name() + "` has levels, but its type is `"
                            + variable.type().id() + "`",
                    "type: category, or ordinal if the levels are ordered");
        }
        Set<String> codes = new HashSet<>();
        for (Level level : variable.levels()) {
            if (!codes.add(level.code())) {
                diagnostics.error(
                        "duplicate-level",
                        variable.location(),
                        "`" + variable.name() + "` lists the level `" + level.code() + "` twice");
            }
        }
        variable.reference()
                .ifPresent(reference -> known(
                        "unknown-level",
                        "level of `" + variable.name() + "`",
                        reference,
                        variable.levels().stream().map(Level::code).toList()));
        if (variable.minimum().isPresent() != variable.maximum().isPresent()
                || variable.minimum().orElse(0.0) > variable.maximum().orElse(0.0)) {
            diagnostics.error(
                    "wrong-type",
                    variable.location(),
                    "`range` of `" + variable.name() + "`: expected the least and the greatest value, `[0, 6]`");
        }
    }

    private void checkReferencesToDatasets() {
        List<String> datasets = names(study.datasets());
        study.populations().forEach(p -> known("unknown-dataset", "dataset", p.dataset(), datasets));
        List<String> populations =
                study.populations().stream().map(PopulationSpec::name).toList();
        for (AnalysisSpec analysis : study.analyses()) {
            if (!analysis.id().matches("[a-z][a-z0-9_]*")) {
                diagnostics.error(
                        "wrong-type",
                        analysis.location(),
                        "`" + analysis.id() + "`: the id of an analysis is lower-case letters, digits and underscores",
                        "did you mean `" + Level.slug(analysis.id()) + "`?");
            }
            analysis.dataset().ifPresent(d -> known("unknown-dataset", "dataset", d, datasets));
            analysis.population().ifPresent(p -> known("unknown-population", "population", p, populations));
        }
    }

    private void checkReferencesToAnalyses(List<ExhibitSpec> exhibits) {
        List<String> analyses = study.analyses().stream().map(AnalysisSpec::id).toList();
        for (ExhibitSpec exhibit : exhibits) {
            exhibit.analyses().forEach(a -> known("unknown-analysis", "analysis", a, analyses));
        }
    }

    private void checkClaims() {
        Map<String, SourceLocation> seen = new HashMap<>();
        List<Claim> claims = new ArrayList<>(study.claims());
        for (Claim claim : claims) {
            SourceLocation first = seen.putIfAbsent(claim.id(), claim.text().location());
            if (first != null) {
                diagnostics.error(
                        "duplicate-claim",
                        claim.text().location(),
                        "the claim id `" + claim.id() + "` stands a second time; the first is on line " + first.line());
            }
            if (!(claim.alpha() > 0 && claim.alpha() < 1)) {
                diagnostics.error(
                        "wrong-type",
                        claim.text().location(),
                        "`alpha`: expected a number between 0 and 1, found " + claim.alpha());
            }
        }
    }

    private void known(String code, String what, LocatedText name, List<String> known) {
        if (!known.contains(name.text())) {
            diagnostics.add(Diagnostic.error(code, name.location(), "there is no " + what + " `" + name + "`")
                    .withHint(Suggestions.hint(name.text(), known)));
        }
    }

    private static List<String> names(List<DatasetSpec> datasets) {
        return datasets.stream().map(DatasetSpec::name).toList();
    }
}
