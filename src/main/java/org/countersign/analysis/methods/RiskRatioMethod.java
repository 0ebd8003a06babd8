package org.countersign.analysis.methods;

import java.util.List;
import java.util.Optional;
import org.countersign.analysis.AnalysisInput;
import org.countersign.analysis.AnalysisMethod;
import org.countersign.analysis.ParameterSpec;
import org.countersign.analysis.Results;
import org.countersign.analysis.RoleSpec;
import org.countersign.stats.Procedure;
import org.countersign.stats.QuantityKind;
import org.countersign.stats.Reference;
import org.countersign.stats.RiskRatio;

/** Risk ratio of two groups. */
public final class RiskRatioMethod implements AnalysisMethod {

    private static final Reference KATZ = Reference.of(
            "Katz D, Baptista J, Azen SP, Pike MC",
            1978,
            "Obtaining confidence intervals for the risk ratio in cohort studies",
            "Biometrics 34:469-474",
            "10.2307/2530610");

    @Override
    public String id() {
        return "risk_ratio";
    }

    @Override
    public String label() {
        return "Risk ratio";
    }

    @Override
    public String summary() {
        return "Risk of the event in the group that is not the reference, divided by the risk in the reference group; Wald"
                + " interval on the log scale.";
    }

    @Override
    public List<RoleSpec> roles() {
        return List.of(
                RoleSpec.categorical("outcome", RoleSpec.Arity.EACH, "what may happen"),
                RoleSpec.categorical("group", RoleSpec.Arity.ONE, "variable with the two groups"));
    }

    @Override
    public List<ParameterSpec> parameters() {
        return List.of(
                Parameters.event(),
                ParameterSpec.choice("interval", "wald", "how the interval is made", "wald", "koopman"),
                ParameterSpec.confidenceLevel(),
                Parameters.decimals());
    }

    @Override
    public List<Reference> references() {
        return List.of(KATZ);
    }

    @Override
    public String defaultDisplay() {
        return "estimate_ci";
    }

    @Override
    public void run(AnalysisInput input, Results results) {
        Optional<Events.Comparison> comparison = Events.compare(input);
        if (comparison.isEmpty()) {
            return;
        }
        Events.Comparison c = comparison.get();
        RiskRatio.Method method =
                input.text("interval").equals("koopman") ? RiskRatio.Method.KOOPMAN_SCORE : RiskRatio.Method.WALD_LOG;
        results.add(
                new Results.Subject(
                        List.of(), c.label() + ", " + c.groups().label(), 0, Optional.empty(), c.n(), c.missing()),
                RiskRatio.withDefaults().with(method).withLevel(input.level()).compute(c.table()),
                Procedure.of("risk-ratio", "risk ratio", KATZ),
                Results.Expected.estimate(QuantityKind.RATIO));
    }
}
