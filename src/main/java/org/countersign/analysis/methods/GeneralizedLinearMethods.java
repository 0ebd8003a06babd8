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
import org.countersign.dataset.CategoryColumn;
import org.countersign.dataset.Column;
import org.countersign.dataset.NumberColumn;
import org.countersign.stats.Computation;
import org.countersign.stats.GeneralizedLinearModel;
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

    private GeneralizedLinearMethods() {}

    private static AnalysisMethod method(
            String id,
            String label,
            String summary,
            RoleSpec outcome,
            Reference reference,
            GeneralizedLinearModel model) {
        List<ParameterSpec> own = new ArrayList<>();
        if (outcome.types().contains(org.countersign.study.VariableType.CATEGORY)) {
            own.add(Parameters.event());
        }
        own.add(ParameterSpec.names("interactions", "pairs of variables that are in the model, such as `arm * age`"));
        return new MethodFamily(
                id,
                label,
                summary,
                List.of(
                        outcome,
                        RoleSpec.categorical("group", RoleSpec.Arity.OPTIONAL, "variable whose levels are compared"),
                        RoleSpec.numericOrCategorical("covariates", RoleSpec.Arity.ANY, "variables adjusted for")),
                MethodFamily.withLevel(own.toArray(ParameterSpec[]::new)),
                List.of(reference),
                "estimate_ci_p",
                (input, results) -> fit(id, label, reference, model, input, results));
    }

    private static void fit(
            String id,
            String label,
            Reference reference,
            GeneralizedLinearModel model,
            AnalysisInput input,
            Results results) {
        Column outcome = input.one("outcome");
        Optional<RegressionFrame> frame = frame(input, outcome);
        if (frame.isEmpty()) {
            return;
        }
        RegressionFrame f = frame.get();
        GeneralizedLinearModel levelled = model.withLevel(input.level());
        Computation<GeneralizedLinearModel.Result> fit = input.dataset().isCounted()
                ? levelled.compute(f.design(), f.outcome(), f.weights(), new double[f.outcome().length])
                : levelled.compute(f.design(), f.outcome());
        RegressionResults.add(
                results,
                AnalysisInput.subject(outcome.variable(), List.of(), "", 2, f.observations(), f.missing()),
                f,
                fit,
                Procedure.of(id.replace('_', '-'), label.toLowerCase(Locale.ROOT), reference),
                QuantityKind.RATIO);
    }

    private static Optional<RegressionFrame> frame(AnalysisInput input, Column outcome) {
        List<Column> terms = new ArrayList<>();
        input.optional("group").ifPresent(terms::add);
        terms.addAll(input.all("covariates"));
        if (outcome instanceof NumberColumn number) {
            return RegressionFrame.of(input, number, terms);
        }
        CategoryColumn category = (CategoryColumn) outcome;
        return Parameters.events(input, category)
                .flatMap(events -> RegressionFrame.of(input, indicator(category, events), terms));
    }

    /** 1 for the event, 0 for its absence. */
    private static NumberColumn indicator(CategoryColumn outcome, boolean[] events) {
        NumberColumn.Builder column = new NumberColumn.Builder(outcome.variable());
        for (int row = 0; row < outcome.rows(); row++) {
            column.add(outcome.isMissing(row) ? Double.NaN : events[outcome.level(row)] ? 1 : 0);
        }
        return column.build();
    }

    private static RoleSpec binary() {
        return RoleSpec.categorical("outcome", RoleSpec.Arity.EACH, "what may happen");
    }

    /** Logistic regression. */
    public static AnalysisMethod logistic() {
        return method(
                "logistic_regression",
                "Logistic regression",
                "Adjusted odds ratios by maximum likelihood; separation is named, not fitted.",
                binary(),
                NELDER_WEDDERBURN,
                GeneralizedLinearModel.logistic());
    }

    /** Modified Poisson regression. */
    public static AnalysisMethod modifiedPoisson() {
        return method(
                "modified_poisson",
                "Modified Poisson regression",
                "Adjusted risk ratios of a binary outcome with robust standard errors.",
                binary(),
                ZOU,
                GeneralizedLinearModel.modifiedPoisson());
    }

    /** Poisson regression. */
    public static AnalysisMethod poisson() {
        return method(
                "poisson_regression",
                "Poisson regression",
                "Adjusted rate ratios of a count by maximum likelihood.",
                RoleSpec.numeric("outcome", RoleSpec.Arity.EACH, "the count"),
                NELDER_WEDDERBURN,
                GeneralizedLinearModel.poisson());
    }
}
