package org.countersign.analysis.methods;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.countersign.analysis.AnalysisInput;
import org.countersign.analysis.AnalysisMethod;
import org.countersign.analysis.ParameterSpec;
import org.countersign.analysis.Results;
import org.countersign.analysis.RoleSpec;
import org.countersign.dataset.Column;
import org.countersign.stats.Computation;
import org.countersign.stats.CoxModel;
import org.countersign.stats.DesignMatrix;
import org.countersign.stats.ModelComparison;
import org.countersign.stats.Procedure;
import org.countersign.stats.QuantityKind;
import org.countersign.stats.Reference;

/** Proportional-hazards regressions of times to an event that not everybody has had. */
public final class SurvivalMethods {

    private static final Reference COX = Reference.of(
            "Cox DR",
            1972,
            "Regression models and life-tables",
            "Journal of the Royal Statistical Society Series B 34:187-220",
            "10.1111/j.2517-6161.1972.tb00899.x");
    private static final Reference GRAMBSCH_THERNEAU = Reference.of(
            "Grambsch PM, Therneau TM",
            1994,
            "Proportional hazards tests and diagnostics based on weighted residuals",
            "Biometrika 81:515-526",
            "10.1093/biomet/81.3.515");

    private static final Procedure PLANNED_COX = Procedure.of("cox-regression", "Cox regression", COX);
    private static final Procedure PLANNED_TEST =
            Procedure.of("proportional-hazards-test", "score test of proportional hazards", GRAMBSCH_THERNEAU);

    private SurvivalMethods() {}

    private static List<RoleSpec> roles(RoleSpec... more) {
        List<RoleSpec> roles = new ArrayList<>(SurvivalCurveMethods.roles(
                RoleSpec.categorical("group", RoleSpec.Arity.OPTIONAL, "variable whose levels are compared"),
                RoleSpec.numericOrCategorical("covariates", RoleSpec.Arity.ANY, "variables adjusted for"),
                SurvivalCurveMethods.strata("variable each of whose levels has a baseline hazard of its own")));
        roles.addAll(List.of(more));
        return roles;
    }

    private static List<ParameterSpec> parameters(ParameterSpec... more) {
        List<ParameterSpec> parameters = new ArrayList<>();
        parameters.add(Parameters.event());
        parameters.add(ParameterSpec.choice("ties", "efron", "handling of equal times", "efron", "breslow"));
        parameters.addAll(List.of(more));
        parameters.addAll(ModelFormula.parameters());
        return parameters;
    }

    /** Cox regression. */
    public static AnalysisMethod cox() {
        return new MethodFamily(
                "cox_regression",
                "Cox regression",
                "Adjusted hazard ratios by partial likelihood, Efron's handling of ties.",
                roles(Parameters.cluster(
                        RoleSpec.Arity.OPTIONAL, "variable that names the cluster of a row, for `errors: clustered`")),
                MethodFamily.withLevel(parameters(ParameterSpec.choice(
                                "errors",
                                "model",
                                "standard errors: from the model, or for rows in clusters",
                                "model",
                                "clustered"))
                        .toArray(ParameterSpec[]::new)),
                List.of(COX),
                "estimate_ci_p",
                SurvivalMethods::fitCox);
    }

    /** Test of proportional hazards. */
    public static AnalysisMethod proportionalHazardsTest() {
        List<ParameterSpec> parameters = parameters();
        parameters.add(Parameters.decimals());
        return new MethodFamily(
                "proportional_hazards_test",
                "Test of proportional hazards",
                "Score test that the hazard ratios of a Cox regression do not change with the Kaplan-Meier transform of"
                        + " time: for each variable, and for all together under `model`.",
                roles(),
                parameters,
                List.of(GRAMBSCH_THERNEAU),
                "p_statement",
                SurvivalMethods::testCox);
    }

    /** A fitted model and what it was fitted to. */
    private record CoxFit(Results.Subject subject, RegressionFrame frame, Computation<CoxModel.Result> model) {}

    private static Optional<CoxFit> cox(AnalysisInput input, Optional<Column> cluster, double level) {
        Optional<Response> response = Response.survival(input);
        Optional<ModelFormula> formula = ModelFormula.of(input);
        if (response.isEmpty() || formula.isEmpty()) {
            return Optional.empty();
        }
        if (formula.get().terms().isEmpty()) {
            input.diagnostics()
                    .error(
                            "missing-key",
                            input.location(),
                            "a Cox regression needs a `group` or `covariates`",
                            "`kaplan_meier` describes survival without");
            return Optional.empty();
        }
        Response.Survival survival = (Response.Survival) response.get();
        Optional<Column> strata = input.optional("strata");
        List<Column> needed = new ArrayList<>(formula.get().columns());
        needed.addAll(survival.columns());
        strata.ifPresent(needed::add);
        cluster.ifPresent(needed::add);
        CompleteRows rows = CompleteRows.of(input, needed, CompleteRows.Counting.REPEATED);
        return RegressionFrame.of(input, rows, formula.get()).map(frame -> {
            CoxModel model = CoxModel.withDefaults()
                    .with(CoxModel.Ties.valueOf(input.text("ties").toUpperCase(Locale.ROOT)))
                    .withLevel(level);
            double[] times = survival.times(rows);
            boolean[] events = survival.events(rows);
            int[] stratum = strata.map(rows::codes).orElseGet(() -> new int[rows.size()]);
            DesignMatrix design = frame.design();
            Computation<CoxModel.Result> fit = frame.fitted(
                    () -> cluster.map(c -> model.computeClustered(design, times, events, stratum, rows.codes(c)))
                            .orElseGet(() -> model.compute(design, times, events, stratum)));
            return new CoxFit(
                    AnalysisInput.subject(
                            survival.time().variable(), List.of(), "", 2, rows.observations(), rows.missing()),
                    frame,
                    fit);
        });
    }

    private static void fitCox(AnalysisInput input, Results results) {
        if (!Parameters.clusterFits(input, "clustered")) {
            return;
        }
        cox(input, input.optional("cluster"), input.level()).ifPresent(fit -> {
            RegressionResults.add(
                    results,
                    fit.subject(),
                    fit.frame().withoutIntercept(),
                    fit.model(),
                    PLANNED_COX,
                    QuantityKind.RATIO);
            RegressionResults.addTermTests(
                    results,
                    fit.subject(),
                    fit.frame(),
                    term -> fit.model()
                            .flatMap(model -> ModelComparison.wald(
                                    model,
                                    new DesignMatrix.Term(
                                            term.name(),
                                            term.columns().stream()
                                                    .map(j -> j - 1)
                                                    .toList()))),
                    PLANNED_COX);
        });
    }

    private static void testCox(AnalysisInput input, Results results) {
        cox(input, Optional.empty(), 0.95).ifPresent(fit -> {
            fit.frame()
                    .terms()
                    .forEach((term, name) -> results.add(
                            RegressionResults.at(fit.subject(), name),
                            fit.model().flatMap(model -> model.proportionalHazardsTest(term)),
                            PLANNED_TEST,
                            Results.Expected.pValue()));
            results.add(
                    fit.subject().at("model").named(fit.subject().subject() + ", all variables"),
                    fit.model().flatMap(CoxModel.Result::proportionalHazardsTest),
                    PLANNED_TEST,
                    Results.Expected.pValue());
        });
    }
}
