package org.countersign.analysis.methods;

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
import org.countersign.dataset.RowSet;
import org.countersign.stats.Correlation;
import org.countersign.stats.Procedure;
import org.countersign.stats.QuantityKind;
import org.countersign.stats.Reference;

/** Correlation of two numeric variables. */
public final class CorrelationMethod implements AnalysisMethod {

    private static final Reference FISHER = Reference.of(
            "Fisher RA",
            1915,
            "Frequency distribution of the values of the correlation coefficient in samples from an indefinitely large population",
            "Biometrika 10:507-521",
            "10.1093/biomet/10.4.507");

    @Override
    public String id() {
        return "correlation";
    }

    @Override
    public String label() {
        return "Correlation";
    }

    @Override
    public String summary() {
        return "Pearson's correlation with Fisher's interval by default; Spearman's rho or Kendall's tau-b on request.";
    }

    @Override
    public List<RoleSpec> roles() {
        return List.of(RoleSpec.numeric("outcome", RoleSpec.Arity.SOME, "the two variables"));
    }

    @Override
    public List<ParameterSpec> parameters() {
        return MethodFamily.withLevel(
                ParameterSpec.choice("coefficient", "pearson", "which", "pearson", "spearman", "kendall"),
                Parameters.alternative());
    }

    @Override
    public List<Reference> references() {
        return List.of(FISHER);
    }

    @Override
    public String defaultDisplay() {
        return "estimate_ci_p";
    }

    @Override
    public void run(AnalysisInput input, Results results) {
        List<Column> outcomes = input.all("outcome");
        if (outcomes.size() != 2 || input.dataset().isCounted()) {
            input.diagnostics()
                    .error(
                            "wrong-type",
                            input.location(),
                            "`correlation` takes two variables of a dataset without a count column, found "
                                    + outcomes.size(),
                            "outcome: [height, weight]");
            return;
        }
        NumberColumn first = (NumberColumn) outcomes.get(0);
        NumberColumn second = (NumberColumn) outcomes.get(1);
        RowSet complete = input.rows().and(row -> !first.isMissing(row) && !second.isMissing(row));
        double[] x = new double[complete.size()];
        double[] y = new double[complete.size()];
        int[] next = new int[1];
        complete.forEach(row -> {
            x[next[0]] = first.value(row);
            y[next[0]++] = second.value(row);
        });
        results.add(
                new Results.Subject(
                        List.of(),
                        first.variable().label() + " and " + second.variable().label(),
                        2,
                        Optional.empty(),
                        complete.size(),
                        input.rows().size() - complete.size()),
                Correlation.withDefaults()
                        .with(Correlation.Method.valueOf(
                                input.text("coefficient").toUpperCase(Locale.ROOT)))
                        .with(Parameters.alternative(input))
                        .withLevel(input.level())
                        .compute(x, y),
                Procedure.of("correlation", "correlation", FISHER),
                Results.Expected.estimate(QuantityKind.COEFFICIENT));
    }
}
