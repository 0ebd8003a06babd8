package org.countersign.analysis.methods;

import java.util.List;
import java.util.Optional;
import org.countersign.analysis.AnalysisInput;
import org.countersign.analysis.AnalysisMethod;
import org.countersign.analysis.ParameterSpec;
import org.countersign.analysis.Results;
import org.countersign.analysis.RoleSpec;
import org.countersign.dataset.Column;
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
        List<Column> outcomes = Parameters.pair(input, "correlation", "outcome: [height, weight]");
        if (outcomes.isEmpty()) {
            return;
        }
        Optional<CompleteCases> cases = CompleteCases.of(input, outcomes);
        if (cases.isEmpty()) {
            return;
        }
        results.add(
                Subjects.together(outcomes, cases.get()),
                Correlation.withDefaults()
                        .with(Parameters.constant(input, "coefficient", Correlation.Method.class))
                        .with(Parameters.alternative(input))
                        .withLevel(input.level())
                        .compute(
                                cases.get().values().get(0),
                                cases.get().values().get(1)),
                Procedure.of("correlation", "correlation", FISHER),
                Results.Expected.estimate(QuantityKind.COEFFICIENT));
    }
}
