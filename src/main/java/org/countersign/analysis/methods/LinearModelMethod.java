package org.countersign.analysis.methods;

import java.util.ArrayList;
import java.util.List;
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
import org.countersign.stats.LinearModel;
import org.countersign.stats.Procedure;
import org.countersign.stats.QuantityKind;
import org.countersign.stats.Reference;

/** Linear regression of a numeric outcome on a group and covariates. */
public final class LinearModelMethod implements AnalysisMethod {

    private static final Reference LEGENDRE = Reference.of(
            "Legendre AM",
            1805,
            "Nouvelles m\u00e9thodes pour la d\u00e9termination des orbites des com\u00e8tes",
            "Firmin Didot, Paris");

    @Override
    public String id() {
        return "linear_model";
    }

    @Override
    public String label() {
        return "Linear regression";
    }

    @Override
    public String summary() {
        return "Ordinary least squares; the group's coefficient is the adjusted mean difference from its reference level."
                + " Rows with a missing value in any of the variables are left out.";
    }

    @Override
    public List<RoleSpec> roles() {
        return List.of(
                RoleSpec.numeric("outcome", RoleSpec.Arity.EACH, "what is modelled"),
                RoleSpec.categorical("group", RoleSpec.Arity.OPTIONAL, "variable whose levels are compared"),
                RoleSpec.numericOrCategorical("covariates", RoleSpec.Arity.ANY, "variables adjusted for"));
    }

    @Override
    public List<ParameterSpec> parameters() {
        return List.of(
                ParameterSpec.choice(
                        "errors",
                        "classical",
                        "standard errors: classical, or robust to unequal variances",
                        "classical",
                        "hc0",
                        "hc1",
                        "hc2",
                        "hc3"),
                ParameterSpec.names("interactions", "pairs of variables that are in the model, such as `arm * age`"),
                ParameterSpec.confidenceLevel(),
                Parameters.decimals());
    }

    @Override
    public List<Reference> references() {
        return List.of(LEGENDRE);
    }

    @Override
    public String defaultDisplay() {
        return "estimate_ci_p";
    }

    @Override
    public void run(AnalysisInput input, Results results) {
        NumberColumn outcome = (NumberColumn) input.one("outcome");
        List<Column> terms = new ArrayList<>();
        input.optional("group").ifPresent(terms::add);
        terms.addAll(input.all("covariates"));
        Optional<RegressionFrame> frame = RegressionFrame.of(input, outcome, terms);
        if (frame.isEmpty()) {
            return;
        }
        LinearModel model = LinearModel.withDefaults()
                .withLevel(input.level())
                .with(LinearModel.Errors.valueOf(input.text("errors").toUpperCase(java.util.Locale.ROOT)));
        Computation<LinearModel.Result> fit = input.dataset().isCounted()
                ? model.with(LinearModel.Weighting.FREQUENCY)
                        .compute(
                                frame.get().design(),
                                frame.get().outcome(),
                                frame.get().weights())
                : model.compute(frame.get().design(), frame.get().outcome());
        Results.Subject subject = AnalysisInput.subject(
                outcome.variable(),
                List.of(),
                "",
                outcome.decimals(),
                frame.get().observations(),
                frame.get().missing());
        RegressionResults.add(
                results,
                subject,
                frame.get(),
                fit,
                Procedure.of("linear-model", "linear regression", LEGENDRE),
                QuantityKind.MEASUREMENT);
    }

    static String termLabel(Column column, int level) {
        if (column instanceof CategoryColumn category) {
            return category.levels().get(level).label() + " vs "
                    + category.levels()
                            .get(category.variable().referenceIndex())
                            .label();
        }
        return column.variable().label();
    }
}
