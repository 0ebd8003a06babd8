package org.countersign.analysis.methods;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.countersign.analysis.AnalysisInput;
import org.countersign.analysis.AnalysisMethod;
import org.countersign.analysis.ParameterSpec;
import org.countersign.analysis.Results;
import org.countersign.analysis.RoleSpec;
import org.countersign.dataset.Column;
import org.countersign.stats.Computation;
import org.countersign.stats.Procedure;
import org.countersign.stats.Quantity;
import org.countersign.stats.Reference;
import org.countersign.stats.Rival;
import org.countersign.stats.StatisticResult;
import org.countersign.study.Level;
import org.countersign.study.VariableType;

/** Regressions of overdispersed counts and of ordered levels. */
public final class CountAndOrderMethods {

    private static final Reference LAWLESS = Reference.of(
            "Lawless JF",
            1987,
            "Negative binomial and mixed Poisson regression",
            "The Canadian Journal of Statistics 15:209-225",
            "10.2307/3314912");
    private static final Reference MCCULLAGH = Reference.of(
            "McCullagh P",
            1980,
            "Regression models for ordinal data",
            "Journal of the Royal Statistical Society B 42:109-142");

    private CountAndOrderMethods() {}

    /** Negative binomial regression. */
    public static AnalysisMethod negativeBinomial() {
        return method(
                "negative_binomial_regression",
                "Negative binomial regression",
                "Adjusted rate ratios of a count that varies more than Poisson's, variance mean + mean²/theta, by maximum"
                        + " likelihood.",
                RegressionKind.NEGATIVE_BINOMIAL,
                GeneralizedLinearMethods.roles(RegressionKind.NEGATIVE_BINOMIAL),
                LAWLESS);
    }

    /** Proportional-odds regression. */
    public static AnalysisMethod proportionalOdds() {
        List<RoleSpec> roles = new ArrayList<>();
        roles.add(new RoleSpec(
                "outcome",
                RoleSpec.Arity.EACH,
                List.of(VariableType.ORDINAL),
                "what is modelled, its levels in order"));
        roles.add(RoleSpec.categorical("group", RoleSpec.Arity.OPTIONAL, "variable whose levels are compared"));
        roles.add(RoleSpec.numericOrCategorical("covariates", RoleSpec.Arity.ANY, "variables adjusted for"));
        return method(
                "proportional_odds",
                "Proportional-odds regression",
                "Ordinal logistic regression: adjusted odds ratios of a higher level, the same at every level, by maximum"
                        + " likelihood. Levels that do not occur are left out.",
                RegressionKind.PROPORTIONAL_ODDS,
                roles,
                MCCULLAGH);
    }

    private static AnalysisMethod method(
            String id, String label, String summary, RegressionKind kind, List<RoleSpec> roles, Reference reference) {
        return new MethodFamily(
                id,
                label,
                summary,
                roles,
                MethodFamily.withLevel(ModelFormula.parameters().toArray(ParameterSpec[]::new)),
                List.of(reference),
                "estimate_ci_p",
                (input, results) -> fit(
                        kind,
                        Procedure.of(id.replace('_', '-'), label.toLowerCase(Locale.ROOT), reference),
                        input,
                        results));
    }

    private static void fit(RegressionKind kind, Procedure planned, AnalysisInput input, Results results) {
        Optional<Response> response = kind.response(input);
        Optional<ModelFormula> formula = ModelFormula.of(input);
        if (response.isEmpty() || formula.isEmpty()) {
            return;
        }
        List<Column> needed = new ArrayList<>(formula.get().columns());
        needed.addAll(response.get().columns());
        CompleteRows rows = CompleteRows.of(input, needed, kind.counting());
        RegressionFrame.of(input, rows, formula.get()).ifPresent(frame -> {
            Computation<StatisticResult> fit =
                    frame.fitted(() -> kind.fit(rows, frame.design(), response.get(), input.level())
                            .map(result -> result));
            Results.Subject subject = AnalysisInput.subject(
                    input.one("outcome").variable(), List.of(), "", 2, rows.observations(), rows.missing());
            Computation<? extends StatisticResult> named = response.get() instanceof Response.Ordered ordered
                    ? fit.map(result -> new NamedThresholds(result, thresholds(ordered, rows)))
                    : fit;
            RegressionResults.add(results, subject, kind.named(frame), named, planned, kind.kind());
            RegressionResults.addTermTests(
                    results,
                    subject,
                    frame,
                    term -> frame.fitted(() -> kind.compare(
                            rows, frame.design(), List.of(term.name()), term.name(), response.get(), kind.usualTest())),
                    planned);
        });
    }

    /** What the model calls its thresholds, to what a reader calls them. */
    private static Map<String, String> thresholds(Response.Ordered ordered, CompleteRows rows) {
        List<Level> levels = ordered.occurring(rows).stream()
                .map(level -> ordered.column().levels().get(level))
                .toList();
        Map<String, String> names = new LinkedHashMap<>();
        for (int j = 0; j + 1 < levels.size(); j++) {
            names.put(
                    "threshold " + j + " | " + (j + 1),
                    "threshold between " + levels.get(j).label() + " and "
                            + levels.get(j + 1).label());
        }
        return names;
    }

    /** A proportional-odds model whose thresholds are named by the levels. */
    private record NamedThresholds(StatisticResult model, Map<String, String> names) implements StatisticResult {

        @Override
        public Procedure procedure() {
            return model.procedure();
        }

        @Override
        public List<Quantity> quantities() {
            return model.quantities().stream().map(this::named).toList();
        }

        @Override
        public List<Rival> rivals() {
            return model.rivals();
        }

        private Quantity named(Quantity quantity) {
            return names.entrySet().stream()
                    .filter(name -> quantity.label().endsWith(name.getKey()))
                    .findFirst()
                    .map(name -> new Quantity(
                            quantity.id(),
                            quantity.label().replace(name.getKey(), name.getValue()),
                            quantity.kind(),
                            quantity.value()))
                    .orElse(quantity);
        }
    }
}
