package org.countersign.analysis.methods;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import org.countersign.analysis.AnalysisInput;
import org.countersign.analysis.ParameterSpec;
import org.countersign.analysis.Results;
import org.countersign.analysis.RoleSpec;
import org.countersign.dataset.Column;
import org.countersign.dataset.NumberColumn;
import org.countersign.stats.Computation;
import org.countersign.stats.LinearModel;
import org.countersign.stats.Procedure;
import org.countersign.stats.Reference;

/** Fits the linear model of an analysis, straight from the dataset's columns. */
final class LinearFits {

    static final Reference LEGENDRE = Reference.of(
            "Legendre AM",
            1805,
            "Nouvelles m\u00e9thodes pour la d\u00e9termination des orbites des com\u00e8tes",
            "Firmin Didot, Paris");
    static final Procedure PLANNED = Procedure.of("linear-model", "linear regression", LEGENDRE);

    private LinearFits() {}

    /**
     * A model and what it was fitted to.
     *
     * @param subject of its numbers
     */
    record LinearFit(Results.Subject subject, RegressionFrame frame, Computation<LinearModel.Result> model) {
        LinearFit {
            requireNonNull(subject);
        }
    }

    /**
     * The roles of a linear model.
     *
     * @param group that of the groups that are compared
     */
    static List<RoleSpec> roles(RoleSpec group) {
        return List.of(
                RoleSpec.numeric("outcome", RoleSpec.Arity.EACH, "what is modelled"),
                group,
                RoleSpec.numericOrCategorical("covariates", RoleSpec.Arity.ANY, "variables adjusted for"),
                Parameters.cluster(
                        RoleSpec.Arity.OPTIONAL, "variable that names the cluster of a row, for `errors: cr1`"));
    }

    static ParameterSpec errors() {
        return ParameterSpec.choice(
                "errors",
                "classical",
                "standard errors: classical, robust to unequal variances, or `cr1` for rows in clusters",
                Arrays.stream(LinearModel.Errors.values())
                        .map(LinearModel.Errors::id)
                        .toArray(String[]::new));
    }

    /** Empty, with diagnostics, if the parameters do not fit the variables. */
    static Optional<LinearFit> fit(AnalysisInput input) {
        NumberColumn outcome = (NumberColumn) input.one("outcome");
        Optional<ModelFormula> formula = ModelFormula.of(input);
        if (!Parameters.clusterFits(input, LinearModel.Errors.CR1.id()) || formula.isEmpty()) {
            return Optional.empty();
        }
        List<Column> needed = new ArrayList<>(formula.get().columns());
        needed.add(outcome);
        input.optional("cluster").ifPresent(needed::add);
        CompleteRows rows = CompleteRows.of(input, needed, CompleteRows.Counting.WEIGHTED);
        return RegressionFrame.of(input, rows, formula.get()).map(frame -> {
            LinearModel model = LinearModel.withDefaults()
                    .withLevel(input.level())
                    .with(LinearModel.Errors.valueOf(input.text("errors").toUpperCase(Locale.ROOT)));
            IntToDoubleFunction y = rows.numbers(outcome);
            Computation<LinearModel.Result> fit = frame.fitted(() -> input.optional("cluster")
                    .map(cluster -> {
                        int[] codes = rows.codes(cluster);
                        return model.computeClustered(frame.design(), y, rows.weights(), i -> codes[i]);
                    })
                    .orElseGet(() -> model.compute(frame.design(), y, rows.weights())));
            return new LinearFit(
                    AnalysisInput.subject(
                            outcome.variable(), List.of(), "", outcome.decimals(), rows.observations(), rows.missing()),
                    frame,
                    fit);
        });
    }
}
