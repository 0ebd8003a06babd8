package org.countersign.analysis.methods;

import java.util.List;
import java.util.Optional;
import org.countersign.analysis.AnalysisInput;
import org.countersign.analysis.AnalysisMethod;
import org.countersign.analysis.ParameterSpec;
import org.countersign.analysis.Results;
import org.countersign.analysis.RoleSpec;
import org.countersign.stats.CronbachAlpha;
import org.countersign.stats.Procedure;
import org.countersign.stats.QuantityKind;
import org.countersign.stats.Reference;

/** Internal consistency of the items of a scale. */
public final class CronbachAlphaMethod implements AnalysisMethod {

    private static final Reference CRONBACH = Reference.of(
            "Cronbach LJ",
            1951,
            "Coefficient alpha and the internal structure of tests",
            "Psychometrika 16:297-334",
            "10.1007/BF02310555");

    @Override
    public String id() {
        return "cronbach_alpha";
    }

    @Override
    public String label() {
        return "Cronbach's alpha";
    }

    @Override
    public String summary() {
        return "Internal consistency of the items of a scale, with Feldt's interval; respondents with a missing item are left"
                + " out, reverse items have to be reversed before.";
    }

    @Override
    public List<RoleSpec> roles() {
        return List.of(RoleSpec.numeric("outcome", RoleSpec.Arity.SOME, "the items, `item_{1..9}`"));
    }

    @Override
    public List<ParameterSpec> parameters() {
        return List.of(ScaleMethods.scaleName(), ParameterSpec.confidenceLevel(), Parameters.decimals());
    }

    @Override
    public List<Reference> references() {
        return List.of(CRONBACH);
    }

    @Override
    public String defaultDisplay() {
        return "estimate";
    }

    @Override
    public void run(AnalysisInput input, Results results) {
        Optional<CompleteCases> cases = ScaleMethods.cases(input, id(), "outcome", 2);
        if (cases.isEmpty()) {
            return;
        }
        results.add(
                Subjects.together(input.all("outcome"), cases.get()).named(ScaleMethods.scale(input)),
                CronbachAlpha.withDefaults()
                        .withLevel(input.level())
                        .compute(cases.get().values()),
                Procedure.of("cronbach-alpha", "Cronbach's alpha", CRONBACH),
                Results.Expected.estimate(QuantityKind.COEFFICIENT));
    }
}
