package org.countersign.analysis;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.countersign.dataset.Column;
import org.countersign.dataset.Dataset;
import org.countersign.dataset.Datasets;
import org.countersign.diagnostics.Diagnostic;
import org.countersign.diagnostics.Diagnostics;
import org.countersign.diagnostics.Suggestions;
import org.countersign.study.AnalysisSpec;
import org.countersign.study.LocatedText;
import org.countersign.study.PopulationSpec;
import org.countersign.study.StudyDefinition;
import org.countersign.study.VariableType;
import org.countersign.study.yaml.ShapeChecker;

/** Compares an analysis with what its method needs: variables of the right types, known parameters, values in range. */
final class AnalysisBinder {

    private final StudyDefinition study;
    private final Datasets datasets;
    private final AnalysisSpec analysis;
    private final Diagnostics diagnostics;
    private boolean sound = true;

    AnalysisBinder(StudyDefinition study, Datasets datasets, AnalysisSpec analysis, Diagnostics diagnostics) {
        this.study = study;
        this.datasets = datasets;
        this.analysis = analysis;
        this.diagnostics = diagnostics;
    }

    /**
     * An analysis that can run.
     *
     * @param inTurn the role whose variables are analysed in turn
     * @param turns the variables of each run, by role
     */
    record Bound(
            AnalysisMethod method,
            Dataset dataset,
            Optional<PopulationSpec> population,
            Optional<String> inTurn,
            List<Map<String, List<Column>>> turns,
            Map<String, List<String>> parameters) {}

    Optional<Bound> bind() {
        Optional<AnalysisMethod> method = AnalysisMethods.get(analysis.method().text());
        if (method.isEmpty()) {
            fail(Diagnostic.error(
                            "unknown-method",
                            analysis.method().location(),
                            "there is no method `" + analysis.method() + "`")
                    .withHint(MethodSynonyms.idOf(analysis.method().text())
                            .or(() -> Suggestions.nearest(analysis.method().text(), AnalysisMethods.ids()))
                            .map(m -> "did you mean `" + m + "`?")
                            .or(() -> Optional.of("`countersign list methods` shows them all"))));
            return Optional.empty();
        }
        withoutData(method.get());
        Optional<PopulationSpec> population = analysis.population().flatMap(p -> study.population(p.text()));
        Dataset dataset = method.get().basis() == AnalysisMethod.Basis.DATA ? dataset(population) : any();
        Map<String, List<Column>> roles = roles(method.get(), dataset);
        Map<String, List<String>> parameters = parameters(method.get());
        if (!sound) {
            return Optional.empty();
        }
        Optional<String> inTurn = method.get().roles().stream()
                .filter(r -> r.arity() == RoleSpec.Arity.EACH)
                .map(RoleSpec::name)
                .findFirst();
        List<Map<String, List<Column>>> turns = new ArrayList<>();
        if (inTurn.isEmpty()) {
            turns.add(roles);
        } else {
            for (Column column : requireNonNull(roles.get(inTurn.get()))) {
                Map<String, List<Column>> turn = new LinkedHashMap<>(roles);
                turn.put(inTurn.get(), List.of(column));
                turns.add(turn);
            }
        }
        return Optional.of(new Bound(method.get(), dataset, population, inTurn, turns, parameters));
    }

    /** A method that reads no data has no use for rows. */
    private void withoutData(AnalysisMethod method) {
        if (method.basis() == AnalysisMethod.Basis.DATA) {
            return;
        }
        analysis.dataset().ifPresent(named -> noUse(method, "dataset", named));
        analysis.population().ifPresent(named -> noUse(method, "population", named));
    }

    private void noUse(AnalysisMethod method, String key, LocatedText named) {
        fail(Diagnostic.error(
                "unknown-role",
                named.location(),
                "the method `" + method.id() + "` has no use for `" + key + "`",
                method.basis() == AnalysisMethod.Basis.LEDGER
                        ? "it works on results of the analyses before it"
                        : "it computes from its parameters alone"));
    }

    /** For a method that reads none: where some of the datasets are computed, its own may be another one. */
    private Dataset any() {
        return datasets.byName().values().iterator().next();
    }

    private Dataset dataset(Optional<PopulationSpec> population) {
        Optional<LocatedText> named = analysis.dataset();
        if (named.isPresent()
                && population.isPresent()
                && !population.get().dataset().text().equals(named.get().text())) {
            fail(Diagnostic.error(
                    "wrong-population",
                    requireNonNull(analysis.population().orElse(null)).location(),
                    "`" + population.get().name() + "` is a population of `"
                            + population.get().dataset() + "`, not of `" + named.get() + "`"));
        }
        String name = population
                .map(p -> p.dataset().text())
                .or(() -> named.map(LocatedText::text))
                .orElseGet(() -> study.datasets().get(0).name());
        return datasets.get(name).orElseThrow();
    }

    private Map<String, List<Column>> roles(AnalysisMethod method, Dataset dataset) {
        Map<String, List<Column>> roles = new LinkedHashMap<>();
        List<String> known = method.roles().stream().map(RoleSpec::name).toList();
        analysis.roles().forEach((role, variables) -> {
            if (!known.contains(role)) {
                fail(Diagnostic.error(
                        "unknown-role",
                        variables.get(0).location(),
                        "the method `" + method.id() + "` has no use for `" + role + "`",
                        known.isEmpty() ? "it takes parameters only" : "it takes " + String.join(", ", known)));
            }
        });
        for (RoleSpec role : method.roles()) {
            List<LocatedText> variables = analysis.roles().getOrDefault(role.name(), List.of());
            if (variables.isEmpty()) {
                if (role.isRequired()) {
                    fail(Diagnostic.error(
                            "missing-key",
                            analysis.location(),
                            "`" + analysis.id() + "` needs `" + role.name() + "` for the method `" + method.id() + "`",
                            role.name() + ": " + role.doc()));
                }
                continue;
            }
            if (variables.size() > 1 && !role.allowsSeveral()) {
                fail(Diagnostic.error(
                        "wrong-type",
                        variables.get(1).location(),
                        "`" + role.name() + "` of `" + method.id() + "` is one variable, found " + variables.size()));
            }
            List<Column> columns = new ArrayList<>();
            for (LocatedText variable : variables) {
                column(dataset, role, variable)
                        .filter(c -> isNew(columns, c, role, variable))
                        .ifPresent(columns::add);
            }
            roles.put(role.name(), columns);
        }
        return roles;
    }

    private boolean isNew(List<Column> columns, Column column, RoleSpec role, LocatedText name) {
        if (columns.contains(column)) {
            fail(Diagnostic.error(
                    "duplicate-name",
                    name.location(),
                    "`" + role.name() + "` of `" + analysis.id() + "` names `" + name + "` twice"));
            return false;
        }
        return true;
    }

    private Optional<Column> column(Dataset dataset, RoleSpec role, LocatedText name) {
        Optional<Column> column = dataset.column(name.text());
        if (column.isEmpty()) {
            fail(Diagnostic.error(
                            "unknown-variable",
                            name.location(),
                            "`" + dataset.name() + "` has no variable `" + name + "`")
                    .withHint(Suggestions.hint(name.text(), dataset.columnNames())));
            return Optional.empty();
        }
        VariableType type = column.get().variable().type();
        if (!role.types().contains(type)) {
            fail(Diagnostic.error(
                    "wrong-variable-type",
                    name.location(),
                    "`" + name + "` is " + (type == VariableType.INTEGER || type == VariableType.ORDINAL ? "an " : "a ")
                            + type.id() + "; `" + role.name() + "` of `" + analysis.method() + "` takes "
                            + String.join(
                                    " or ",
                                    role.types().stream().map(VariableType::id).toList()),
                    "see `countersign list methods`"));
            return Optional.empty();
        }
        return column;
    }

    private Map<String, List<String>> parameters(AnalysisMethod method) {
        List<ParameterSpec> specs = method.parameters();
        List<String> known = specs.stream().map(ParameterSpec::name).toList();
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        for (ParameterSpec spec : specs) {
            if (!spec.defaultValue().isEmpty()) {
                parameters.put(spec.name(), List.of(spec.defaultValue()));
            }
        }
        analysis.parameters().forEach((name, values) -> {
            Optional<ParameterSpec> spec =
                    specs.stream().filter(s -> s.name().equals(name)).findFirst();
            if (spec.isEmpty()) {
                fail(Diagnostic.error(
                                "unknown-parameter",
                                values.isEmpty()
                                        ? analysis.location()
                                        : values.get(0).location(),
                                "the method `" + method.id() + "` has no parameter `" + name + "`")
                        .withHint(Suggestions.hint(name, known)));
                return;
            }
            if (values.size() > 1 && !spec.get().type().allowsSeveral()) {
                fail(Diagnostic.error(
                        "wrong-parameter",
                        values.get(1).location(),
                        "`" + name + "` of `" + method.id() + "` is one value, found " + values.size()));
            }
            values.forEach(value -> checkParameter(spec.get(), value));
            parameters.put(name, values.stream().map(LocatedText::text).toList());
        });
        return parameters;
    }

    private void checkParameter(ParameterSpec spec, LocatedText value) {
        String text = value.text();
        Optional<String> expected = switch (spec.type()) {
            case LEVEL ->
                number(text).filter(x -> x > 0 && x < 1).isPresent()
                        ? Optional.empty()
                        : Optional.of("a number between 0 and 1, such as 0.95");
            case NUMBER, NUMBERS ->
                outside(spec, number(text)) ? Optional.of("a number" + range(spec)) : Optional.empty();
            case WHOLE ->
                outside(spec, number(text).filter(x -> text.matches("\\d{1,9}")))
                        ? Optional.of("a whole number" + range(spec))
                        : Optional.empty();
            case CHOICE ->
                spec.choices().contains(text)
                        ? Optional.empty()
                        : Optional.of("one of " + String.join(", ", spec.choices()));
            case LEVELS, NAMES -> Optional.empty();
        };
        expected.ifPresent(e -> fail(Diagnostic.error(
                "wrong-parameter",
                value.location(),
                "`" + spec.name() + ": " + text + "` of `" + analysis.method() + "`: expected " + e)));
    }

    private static boolean outside(ParameterSpec spec, Optional<Double> value) {
        return value.isEmpty()
                || spec.range().filter(range -> !range.contains(value.get())).isPresent();
    }

    private static String range(ParameterSpec spec) {
        return spec.range().map(range -> " " + range).orElse("");
    }

    private static Optional<Double> number(String text) {
        return ShapeChecker.NUMBER.matcher(text).matches() ? Optional.of(Double.valueOf(text)) : Optional.empty();
    }

    private void fail(Diagnostic diagnostic) {
        sound = false;
        diagnostics.add(diagnostic);
    }
}
