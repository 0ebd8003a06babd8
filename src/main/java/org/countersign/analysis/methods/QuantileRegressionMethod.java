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
import org.countersign.dataset.NumberColumn;
import org.countersign.stats.Procedure;
import org.countersign.stats.QuantileRegression;
import org.countersign.stats.QuantityKind;
import org.countersign.stats.Reference;

/** Regression of a quantile, mostly the median, of a numeric outcome. */
public final class QuantileRegressionMethod implements AnalysisMethod {

    private static final String AUTOMATIC = "automatic";
    private static final int LARGEST_INVERTED = 1000;
    private static final Reference KOENKER_BASSETT = Reference.of(
            "Koenker R, Bassett G", 1978, "Regression quantiles", "Econometrica 46:33-50", "10.2307/1913643");

    @Override
    public String id() {
        return "quantile_regression";
    }

    @Override
    public String label() {
        return "Quantile regression";
    }

    @Override
    public String summary() {
        return "Linear regression of the outcome's median, or another `quantile`: the group's coefficient is the adjusted"
                + " difference of medians. Intervals by inversion of the rank-score test up to " + LARGEST_INVERTED
                + " observations, otherwise by a sandwich of densities, as in R.";
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
        List<ParameterSpec> own = new ArrayList<>();
        own.add(new ParameterSpec(
                "quantile", ParameterSpec.Type.LEVEL, List.of(), "0.5", "which quantile; 0.5 for the median"));
        own.add(ParameterSpec.choice(
                "errors",
                AUTOMATIC,
                "intervals by `rank` inversion; by standard errors for distributions that differ between rows (`nid`), or"
                        + " are the same (`iid`)",
                AUTOMATIC,
                QuantileRegression.Errors.RANK.id(),
                QuantileRegression.Errors.NID.id(),
                QuantileRegression.Errors.IID.id()));
        own.addAll(ModelFormula.parameters());
        return MethodFamily.withLevel(own.toArray(ParameterSpec[]::new));
    }

    @Override
    public List<Reference> references() {
        return List.of(KOENKER_BASSETT);
    }

    @Override
    public String defaultDisplay() {
        return "estimate_ci_p";
    }

    @Override
    public void run(AnalysisInput input, Results results) {
        NumberColumn outcome = (NumberColumn) input.one("outcome");
        Optional<ModelFormula> formula = ModelFormula.of(input);
        if (formula.isEmpty()) {
            return;
        }
        List<Column> needed = new ArrayList<>(formula.get().columns());
        needed.add(outcome);
        CompleteRows rows = CompleteRows.of(input, needed, CompleteRows.Counting.REPEATED);
        RegressionFrame.of(input, rows, formula.get())
                .ifPresent(frame -> RegressionResults.add(
                        results,
                        AnalysisInput.subject(
                                outcome.variable(),
                                List.of(),
                                "",
                                outcome.decimals(),
                                rows.observations(),
                                rows.missing()),
                        frame,
                        frame.fitted(() -> QuantileRegression.withDefaults()
                                .withTau(input.number("quantile"))
                                .with(errors(input.text("errors"), rows.size()))
                                .withLevel(input.level())
                                .compute(frame.design(), rows.array(rows.numbers(outcome)))),
                        Procedure.of("quantile-regression", "quantile regression", KOENKER_BASSETT),
                        QuantityKind.MEASUREMENT));
    }

    private static QuantileRegression.Errors errors(String asked, int rows) {
        if (asked.equals(AUTOMATIC)) {
            return rows <= LARGEST_INVERTED ? QuantileRegression.Errors.RANK : QuantileRegression.Errors.NID;
        }
        return QuantileRegression.Errors.valueOf(asked.toUpperCase(Locale.ROOT));
    }
}
