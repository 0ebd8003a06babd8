package org.countersign.analysis.methods;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.countersign.analysis.AnalysisInput;
import org.countersign.analysis.AnalysisMethod;
import org.countersign.analysis.ParameterSpec;
import org.countersign.analysis.Results;
import org.countersign.analysis.RoleSpec;
import org.countersign.dataset.Column;
import org.countersign.diagnostics.Diagnostic;
import org.countersign.diagnostics.Suggestions;
import org.countersign.stats.Computation;
import org.countersign.stats.ModelComparison;
import org.countersign.stats.Procedure;
import org.countersign.stats.Reference;

/** A test of some of a regression's terms at once. */
public final class ModelComparisonMethod implements AnalysisMethod {

    private static final String AUTOMATIC = "automatic";
    private static final Reference WILKS = Reference.of(
            "Wilks SS",
            1938,
            "The large-sample distribution of the likelihood ratio for testing composite hypotheses",
            "The Annals of Mathematical Statistics 9:60-62",
            "10.1214/aoms/1177732360");
    private static final Reference WALD = Reference.of(
            "Wald A",
            1943,
            "Tests of statistical hypotheses concerning several parameters when the number of observations is large",
            "Transactions of the American Mathematical Society 54:426-482",
            "10.2307/1990256");

    @Override
    public String id() {
        return "model_comparison";
    }

    @Override
    public String label() {
        return "Comparison of nested regressions";
    }

    @Override
    public String summary() {
        return "Tests the `tested` terms of a regression together: the model with them against the one without, both on the"
                + " rows that have all variables; F for a linear model, likelihood ratio otherwise, Wald's chi-square for"
                + " modified Poisson.";
    }

    @Override
    public List<RoleSpec> roles() {
        return List.of(
                RoleSpec.numericOrCategorical("outcome", RoleSpec.Arity.EACH, "what is modelled"),
                RoleSpec.numeric(
                        "time",
                        RoleSpec.Arity.OPTIONAL,
                        "follow-up time of `model: cox`; time at risk of `poisson` and `negative-binomial`"),
                RoleSpec.categorical("group", RoleSpec.Arity.OPTIONAL, "variable of the model"),
                RoleSpec.numericOrCategorical("covariates", RoleSpec.Arity.ANY, "variables of the model"));
    }

    @Override
    public List<ParameterSpec> parameters() {
        List<ParameterSpec> parameters = new ArrayList<>();
        parameters.add(ParameterSpec.choice("model", "linear", "the regression", RegressionKind.ids()));
        parameters.add(ParameterSpec.names(
                "tested",
                "variables, or interactions such as `arm * age`, that the smaller model lacks; a variable takes its"
                        + " interactions along"));
        parameters.add(ParameterSpec.choice(
                "test",
                AUTOMATIC,
                "which test; `automatic` for the one that is usual for the model",
                AUTOMATIC,
                RegressionKind.ModelTest.F.id(),
                RegressionKind.ModelTest.LIKELIHOOD_RATIO.id(),
                RegressionKind.ModelTest.WALD.id()));
        parameters.add(Parameters.event());
        parameters.addAll(ModelFormula.parameters());
        parameters.add(Parameters.decimals());
        return parameters;
    }

    @Override
    public List<Reference> references() {
        return List.of(WILKS, WALD);
    }

    @Override
    public String defaultDisplay() {
        return "p_statement";
    }

    @Override
    public void run(AnalysisInput input, Results results) {
        RegressionKind kind = RegressionKind.of(input.text("model"));
        Optional<RegressionKind.ModelTest> test = test(input, kind);
        Optional<Response> response = kind.response(input);
        Optional<ModelFormula> formula = ModelFormula.of(input);
        Optional<List<String>> tested = formula.flatMap(f -> tested(input, f));
        if (test.isEmpty() || response.isEmpty() || tested.isEmpty() || formula.isEmpty()) {
            return;
        }
        List<Column> needed = new ArrayList<>(formula.get().columns());
        needed.addAll(response.get().columns());
        CompleteRows rows = CompleteRows.of(input, needed, kind.counting());
        RegressionFrame.of(input, rows, formula.get()).ifPresent(frame -> {
            String label = String.join(
                    ", ",
                    frame.terms().entrySet().stream()
                            .filter(term -> tested.get().contains(term.getKey()))
                            .map(term -> term.getValue().label())
                            .toList());
            Computation<ModelComparison.Result> comparison = frame.fitted(
                    () -> kind.compare(rows, frame.design(), tested.get(), label, response.get(), test.get()));
            results.add(
                    AnalysisInput.subject(
                            input.one("outcome").variable(), List.of(), label, 2, rows.observations(), rows.missing()),
                    comparison,
                    Procedure.of("model-comparison", "comparison of nested regressions", WILKS),
                    Results.Expected.pValue());
        });
    }

    private static Optional<RegressionKind.ModelTest> test(AnalysisInput input, RegressionKind kind) {
        String asked = input.text("test");
        if (asked.equals(AUTOMATIC)) {
            return Optional.of(kind.usualTest());
        }
        RegressionKind.ModelTest test = RegressionKind.ModelTest.of(asked);
        if (!kind.offers(test)) {
            input.diagnostics()
                    .error(
                            "wrong-parameter",
                            input.location(),
                            "`test: " + asked + "`: the model `" + kind.id() + "` has no such test",
                            "leave `test` out for `" + kind.usualTest().id() + "`");
            return Optional.empty();
        }
        return Optional.of(test);
    }

    /** The design's terms that are tested, with the interactions of tested variables. */
    private static Optional<List<String>> tested(AnalysisInput input, ModelFormula formula) {
        List<String> known = new ArrayList<>(
                formula.terms().stream().map(ModelFormula.Term::name).toList());
        formula.interactions().forEach(i -> known.add(i.first() + " * " + i.second()));
        if (!input.has("tested")) {
            input.diagnostics()
                    .error(
                            "missing-key",
                            input.location(),
                            "`model_comparison` needs `tested`",
                            "parameters: {tested: " + (known.isEmpty() ? "a variable of the model" : known.get(0))
                                    + "}");
            return Optional.empty();
        }
        List<String> tested = new ArrayList<>();
        for (String text : input.texts("tested")) {
            List<String> terms = terms(text, formula);
            if (terms.isEmpty()) {
                input.diagnostics()
                        .add(Diagnostic.error(
                                        "wrong-parameter",
                                        input.location(),
                                        "`tested: " + text + "`: expected a variable or an interaction of the model")
                                .withHint(Suggestions.hint(text, known)));
                return Optional.empty();
            }
            terms.stream().filter(t -> !tested.contains(t)).forEach(tested::add);
        }
        return Optional.of(tested);
    }

    private static List<String> terms(String text, ModelFormula formula) {
        List<String> terms = new ArrayList<>();
        String[] pair = text.trim().split("\\s*[*:]\\s*", -1);
        for (ModelFormula.Interaction interaction : formula.interactions()) {
            boolean named = pair.length == 2
                    && interaction.involves(pair[0])
                    && interaction.involves(pair[1])
                    && !pair[0].equals(pair[1]);
            if (named || interaction.involves(text)) {
                terms.add(interaction.term());
            }
        }
        formula.terms().stream()
                .map(ModelFormula.Term::name)
                .filter(text::equals)
                .forEach(terms::add);
        return terms;
    }
}
