package org.countersign.analysis.methods;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.countersign.analysis.AnalysisInput;
import org.countersign.analysis.AnalysisMethod;
import org.countersign.analysis.ParameterSpec;
import org.countersign.analysis.Results;
import org.countersign.analysis.RoleSpec;
import org.countersign.dataset.CategoryColumn;
import org.countersign.dataset.Column;
import org.countersign.dataset.NumberColumn;
import org.countersign.stats.Computation;
import org.countersign.stats.EstimatingEquations;
import org.countersign.stats.Procedure;
import org.countersign.stats.QuantityKind;
import org.countersign.stats.RandomInterceptModel;
import org.countersign.stats.Reference;

/** Regressions of rows that come in clusters: patients of a ward, visits of a patient. */
public final class ClusteredMethods {

    private static final Reference LAIRD_WARE = Reference.of(
            "Laird NM, Ware JH",
            1982,
            "Random-effects models for longitudinal data",
            "Biometrics 38:963-974",
            "10.2307/2529876");
    private static final Reference LIANG_ZEGER = Reference.of(
            "Liang KY, Zeger SL",
            1986,
            "Longitudinal data analysis using generalized linear models",
            "Biometrika 73:13-22",
            "10.1093/biomet/73.1.13");

    private static final Procedure PLANNED_MIXED =
            Procedure.of("random-intercept", "linear mixed model with random intercept", LAIRD_WARE);
    private static final Procedure PLANNED_EQUATIONS =
            Procedure.of("gee-exchangeable", "generalized estimating equations", LIANG_ZEGER);

    private ClusteredMethods() {}

    /** Linear mixed model. */
    public static AnalysisMethod mixedModel() {
        List<ParameterSpec> own = new ArrayList<>();
        own.add(ParameterSpec.choice(
                "criterion",
                RandomInterceptModel.Criterion.REML.id(),
                "restricted or full maximum likelihood",
                Arrays.stream(RandomInterceptModel.Criterion.values())
                        .map(RandomInterceptModel.Criterion::id)
                        .toArray(String[]::new)));
        own.add(ParameterSpec.choice(
                "freedom",
                RandomInterceptModel.Freedom.SATTERTHWAITE.id(),
                "degrees of freedom of t tests and intervals, or `normal` for z; `kenward-roger` needs `reml`",
                Arrays.stream(RandomInterceptModel.Freedom.values())
                        .map(RandomInterceptModel.Freedom::id)
                        .toArray(String[]::new)));
        own.addAll(ModelFormula.parameters());
        return new MethodFamily(
                "mixed_model",
                "Linear mixed model",
                "Linear regression with a random intercept for each cluster, by restricted maximum likelihood, tests by t"
                        + " with Satterthwaite's degrees of freedom; standard deviations between and within clusters and"
                        + " the intraclass correlation under `model`.",
                roles(RoleSpec.numeric("outcome", RoleSpec.Arity.EACH, "what is modelled")),
                MethodFamily.withLevel(own.toArray(ParameterSpec[]::new)),
                List.of(LAIRD_WARE),
                "estimate_ci_p",
                ClusteredMethods::fitMixed);
    }

    /** Generalized estimating equations. */
    public static AnalysisMethod estimatingEquations() {
        List<ParameterSpec> own = new ArrayList<>();
        own.add(ParameterSpec.choice(
                "family",
                EstimatingEquations.Family.LINEAR.id(),
                "`linear` for measurements (differences), `logistic` for events (odds ratios), `poisson` for counts (rate"
                        + " ratios) and events (risk ratios)",
                Arrays.stream(EstimatingEquations.Family.values())
                        .map(EstimatingEquations.Family::id)
                        .toArray(String[]::new)));
        own.add(Parameters.event());
        own.addAll(ModelFormula.parameters());
        return new MethodFamily(
                "estimating_equations",
                "Generalized estimating equations",
                "Population-averaged regression of clustered rows with an exchangeable working correlation and robust"
                        + " standard errors, tests by z.",
                roles(RoleSpec.numericOrCategorical("outcome", RoleSpec.Arity.EACH, "what is modelled")),
                MethodFamily.withLevel(own.toArray(ParameterSpec[]::new)),
                List.of(LIANG_ZEGER),
                "estimate_ci_p",
                ClusteredMethods::fitEquations);
    }

    private static List<RoleSpec> roles(RoleSpec outcome) {
        return List.of(
                outcome,
                RoleSpec.categorical("group", RoleSpec.Arity.OPTIONAL, "variable whose levels are compared"),
                RoleSpec.numericOrCategorical("covariates", RoleSpec.Arity.ANY, "variables adjusted for"),
                Parameters.cluster(RoleSpec.Arity.ONE, "variable that names the cluster of a row"));
    }

    private static Optional<RegressionFrame> frame(AnalysisInput input, List<Column> outcome) {
        Optional<ModelFormula> formula = ModelFormula.of(input);
        return formula.flatMap(f -> {
            List<Column> needed = new ArrayList<>(f.columns());
            needed.addAll(outcome);
            needed.add(input.one("cluster"));
            return RegressionFrame.of(input, CompleteRows.of(input, needed, CompleteRows.Counting.REPEATED), f);
        });
    }

    private static void fitMixed(AnalysisInput input, Results results) {
        RandomInterceptModel.Criterion criterion =
                RandomInterceptModel.Criterion.valueOf(input.text("criterion").toUpperCase(Locale.ROOT));
        RandomInterceptModel.Freedom freedom = RandomInterceptModel.Freedom.valueOf(
                input.text("freedom").toUpperCase(Locale.ROOT).replace('-', '_'));
        if (freedom == RandomInterceptModel.Freedom.KENWARD_ROGER && criterion != RandomInterceptModel.Criterion.REML) {
            input.diagnostics()
                    .error(
                            "wrong-parameter",
                            input.location(),
                            "`freedom: kenward-roger` needs `criterion: reml`",
                            "leave `criterion` out, or take `freedom: satterthwaite`");
            return;
        }
        NumberColumn outcome = (NumberColumn) input.one("outcome");
        frame(input, List.of(outcome)).ifPresent(frame -> {
            CompleteRows rows = frame.rows();
            Computation<RandomInterceptModel.Result> fit = frame.fitted(() -> RandomInterceptModel.withDefaults()
                    .with(criterion)
                    .with(freedom)
                    .withLevel(input.level())
                    .compute(frame.design(), rows.array(rows.numbers(outcome)), rows.codes(input.one("cluster"))));
            Results.Subject subject = AnalysisInput.subject(
                    outcome.variable(), List.of(), "", outcome.decimals(), rows.observations(), rows.missing());
            RegressionResults.add(results, subject, frame, fit, PLANNED_MIXED, QuantityKind.MEASUREMENT);
            RegressionResults.addTermTests(
                    results, subject, frame, term -> fit.flatMap(m -> m.test(term)), PLANNED_MIXED);
        });
    }

    private static Optional<Response> response(AnalysisInput input, EstimatingEquations.Family family) {
        return switch (family) {
            case LINEAR -> Response.measured(input);
            case LOGISTIC -> Response.event(input);
            case POISSON ->
                input.one("outcome") instanceof CategoryColumn ? Response.event(input) : Response.counted(input);
        };
    }

    private static double[] values(Response response, CompleteRows rows) {
        if (response instanceof Response.Measured measured) {
            return measured.values(rows);
        }
        return response instanceof Response.Counted counted
                ? counted.values(rows)
                : ((Response.Event) response).values(rows);
    }

    private static void fitEquations(AnalysisInput input, Results results) {
        EstimatingEquations.Family family =
                EstimatingEquations.Family.valueOf(input.text("family").toUpperCase(Locale.ROOT));
        response(input, family)
                .ifPresent(response -> frame(input, response.columns()).ifPresent(frame -> {
                    CompleteRows rows = frame.rows();
                    Computation<EstimatingEquations.Result> fit = frame.fitted(() -> EstimatingEquations.withDefaults()
                            .with(family)
                            .withLevel(input.level())
                            .compute(frame.design(), values(response, rows), rows.codes(input.one("cluster"))));
                    Column outcome = input.one("outcome");
                    Results.Subject subject = AnalysisInput.subject(
                            outcome.variable(),
                            List.of(),
                            "",
                            outcome instanceof NumberColumn number ? number.decimals() : 2,
                            rows.observations(),
                            rows.missing());
                    RegressionResults.add(
                            results,
                            subject,
                            frame,
                            fit,
                            PLANNED_EQUATIONS,
                            family == EstimatingEquations.Family.LINEAR
                                    ? QuantityKind.MEASUREMENT
                                    : QuantityKind.RATIO);
                    RegressionResults.addTermTests(
                            results, subject, frame, term -> fit.flatMap(m -> m.test(term)), PLANNED_EQUATIONS);
                }));
    }
}
