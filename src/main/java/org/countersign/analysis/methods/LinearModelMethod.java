package org.countersign.analysis.methods;

import java.util.ArrayList;
import java.util.List;
import org.countersign.analysis.AnalysisInput;
import org.countersign.analysis.AnalysisMethod;
import org.countersign.analysis.ParameterSpec;
import org.countersign.analysis.Results;
import org.countersign.analysis.RoleSpec;
import org.countersign.stats.ModelComparison;
import org.countersign.stats.QuantityKind;
import org.countersign.stats.Reference;

/** Linear regression of a numeric outcome on a group and covariates. */
public final class LinearModelMethod implements AnalysisMethod {

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
                + " Each coefficient also as standardised; a term with several coefficients has a test of all of them,"
                + " `<term>.term_test.p`. Rows with a missing value in any of the variables are left out.";
    }

    @Override
    public List<RoleSpec> roles() {
        return LinearFits.roles(
                RoleSpec.categorical("group", RoleSpec.Arity.OPTIONAL, "variable whose levels are compared"));
    }

    @Override
    public List<ParameterSpec> parameters() {
        List<ParameterSpec> own = new ArrayList<>();
        own.add(LinearFits.errors());
        own.addAll(ModelFormula.parameters());
        return MethodFamily.withLevel(own.toArray(ParameterSpec[]::new));
    }

    @Override
    public List<Reference> references() {
        return List.of(LinearFits.LEGENDRE);
    }

    @Override
    public String defaultDisplay() {
        return "estimate_ci_p";
    }

    @Override
    public void run(AnalysisInput input, Results results) {
        LinearFits.fit(input).ifPresent(fit -> {
            RegressionResults.add(
                    results, fit.subject(), fit.frame(), fit.model(), LinearFits.PLANNED, QuantityKind.MEASUREMENT);
            RegressionResults.addTermTests(
                    results,
                    fit.subject(),
                    fit.frame(),
                    term -> fit.model().flatMap(model -> ModelComparison.wald(model, term)),
                    LinearFits.PLANNED);
        });
    }
}
