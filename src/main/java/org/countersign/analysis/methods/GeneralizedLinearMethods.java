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
import org.countersign.stats.GeneralizedLinearModel;
import org.countersign.stats.ModelComparison;
import org.countersign.stats.Procedure;
import org.countersign.stats.QuantityKind;
import org.countersign.stats.Reference;

/** Regressions of binary outcomes and counts; ratios are {@code <term>.estimate}, their logarithms {@code <term>.coefficient}. */
public final class GeneralizedLinearMethods {

    private static final Reference NELDER_WEDDERBURN = Reference.of(
            "Nelder JA, Wedderburn RWM",
            1972,
            "Generalized linear models",
            "Journal of the Royal Statistical Society Series A 135:370-384",
            "10.2307/2344614");
    private static final Reference ZOU = Reference.of(
            "Zou G",
            2004,
            "A modified Poisson regression approach to prospective studies with binary data",
            "American Journal of Epidemiology 159:702-706",
            "10.1093/aje/kwh090");
    private static final Reference WACHOLDER = Reference.of(
            "Wacholder S",
            1986,
            "Binomial regression in GLIM: estimating risk ratios and risk differences",
            "American Journal of Epidemiology 123:174-184",
            "10.1093/oxfordjournals.aje.a114212");

    private GeneralizedLinearMethods() {}

    /** Logistic regression. */
    public static AnalysisMethod logistic() {
        return method(
                "logistic_regression",
                "Logistic regression",
                "Adjusted odds ratios by maximum likelihood; Wald intervals; separation is named, not fitted.",
                RegressionKind.LOGISTIC,
                NELDER_WEDDERBURN,
                GeneralizedLinearModel.logistic());
    }

    /** Log-binomial regression. */
    public static AnalysisMethod logBinomial() {
        return method(
                "log_binomial_regression",
                "Log-binomial regression",
                "Adjusted risk ratios of a binary outcome by maximum likelihood; where it does not converge,"
                        + " `modified_poisson` mostly does.",
                RegressionKind.LOG_BINOMIAL,
                WACHOLDER,
                GeneralizedLinearModel.logBinomial());
    }

    /** Modified Poisson regression. */
    public static AnalysisMethod modifiedPoisson() {
        return method(
                "modified_poisson",
                "Modified Poisson regression",
                "Adjusted risk ratios of a binary outcome with robust standard errors.",
                RegressionKind.MODIFIED_POISSON,
                ZOU,
                GeneralizedLinearModel.modifiedPoisson());
    }

    /** Poisson regression. */
    public static AnalysisMethod poisson() {
        return method(
                "poisson_regression",
                "Poisson regression",
                "Adjusted rate ratios of a count by maximum likelihood.",
                RegressionKind.POISSON,
                NELDER_WEDDERBURN,
                GeneralizedLinearModel.poisson());
    }

    /** The outcome of a kind of model, and what else it takes. */
    static List<RoleSpec> roles(RegressionKind kind) {
        List<RoleSpec> roles = new ArrayList<>();
        switch (kind) {
            case POISSON, NEGATIVE_BINOMIAL -> {
                roles.add(RoleSpec.numeric("outcome", RoleSpec.Arity.EACH, "the count"));
                roles.add(RoleSpec.numeric(
                        "time",
                        RoleSpec.Arity.OPTIONAL,
                        "time at risk, whose logarithm is the offset; equal if absent"));
            }
            default -> roles.add(RoleSpec.categorical("outcome", RoleSpec.Arity.EACH, "what may happen"));
        }
        roles.add(RoleSpec.categorical("group", RoleSpec.Arity.OPTIONAL, "variable whose levels are compared"));
        roles.add(RoleSpec.numericOrCategorical("covariates", RoleSpec.Arity.ANY, "variables adjusted for"));
        return roles;
    }

    private static AnalysisMethod method(
            String id,
            String label,
            String summary,
            RegressionKind kind,
            Reference reference,
            GeneralizedLinearModel model) {
        List<RoleSpec> roles = roles(kind);
        roles.add(Parameters.cluster(
                RoleSpec.Arity.OPTIONAL, "variable that names the cluster of a row, for `errors: clustered`"));
        List<ParameterSpec> own = new ArrayList<>();
        if (kind != RegressionKind.POISSON) {
            own.add(Parameters.event());
        }
        own.add(ParameterSpec.choice(
                "errors",
                model.errors().id(),
                "standard errors: from the model, robust to a wrong variance (HC0), or for rows in clusters",
                "model",
                "robust",
                "clustered"));
        own.addAll(ModelFormula.parameters());
        return new MethodFamily(
                id,
                label,
                summary,
                roles,
                MethodFamily.withLevel(own.toArray(ParameterSpec[]::new)),
                List.of(reference),
                "estimate_ci_p",
                (input, results) -> fit(
                        kind,
                        model,
                        Procedure.of(id.replace('_', '-'), label.toLowerCase(Locale.ROOT), reference),
                        input,
                        results));
    }

    private static void fit(
            RegressionKind kind,
            GeneralizedLinearModel model,
            Procedure planned,
            AnalysisInput input,
            Results results) {
        Optional<Response> response = kind.response(input);
        Optional<ModelFormula> formula = ModelFormula.of(input);
        if (!Parameters.clusterFits(input, "clustered") || response.isEmpty() || formula.isEmpty()) {
            return;
        }
        Optional<Column> cluster = input.optional("cluster");
        List<Column> needed = new ArrayList<>(formula.get().columns());
        needed.addAll(response.get().columns());
        cluster.ifPresent(needed::add);
        CompleteRows rows = CompleteRows.of(
                input, needed, cluster.isPresent() ? CompleteRows.Counting.REPEATED : CompleteRows.Counting.WEIGHTED);
        RegressionFrame.of(input, rows, formula.get()).ifPresent(frame -> {
            GeneralizedLinearModel asked = model.withLevel(input.level())
                    .with(GeneralizedLinearModel.Errors.valueOf(
                            input.text("errors").toUpperCase(Locale.ROOT)));
            double[] outcome = response.get() instanceof Response.Counted counted
                    ? counted.values(rows)
                    : ((Response.Event) response.get()).values(rows);
            double[] offset = response.get() instanceof Response.Counted counted ? counted.offset(rows) : new double[0];
            Computation<GeneralizedLinearModel.Result> fit = frame.fitted(
                    () -> cluster.map(c -> asked.computeClustered(frame.design(), outcome, offset, rows.codes(c)))
                            .orElseGet(() -> asked.compute(frame.design(), outcome, rows.weightArray(), offset)));
            Results.Subject subject = AnalysisInput.subject(
                    input.one("outcome").variable(), List.of(), "", 2, rows.observations(), rows.missing());
            RegressionResults.add(results, subject, frame, fit, planned, QuantityKind.RATIO);
            RegressionResults.addTermTests(
                    results, subject, frame, term -> fit.flatMap(m -> ModelComparison.wald(m, term)), planned);
        });
    }
}
