package org.countersign.analysis.methods;

import java.util.List;
import java.util.Optional;
import org.countersign.analysis.AnalysisInput;
import org.countersign.analysis.AnalysisMethod;
import org.countersign.analysis.ParameterSpec;
import org.countersign.analysis.Results;
import org.countersign.analysis.RoleSpec;
import org.countersign.dataset.CategoryColumn;
import org.countersign.stats.FisherExact;
import org.countersign.stats.Procedure;
import org.countersign.stats.Reference;

/** Fisher's exact test. */
public final class FisherExactMethod implements AnalysisMethod {

    static final Reference FREEMAN_HALTON = Reference.of(
            "Freeman GH, Halton JH",
            1951,
            "Note on an exact treatment of contingency, goodness of fit and other problems of significance",
            "Biometrika 38:141-149",
            "10.1093/biomet/38.1-2.141");

    @Override
    public String id() {
        return "fisher_exact";
    }

    @Override
    public String label() {
        return "Fisher's exact test";
    }

    @Override
    public String summary() {
        return "Exact test of independence of two categorical variables; sums all tables that are no likelier than the observed.";
    }

    @Override
    public List<RoleSpec> roles() {
        return List.of(
                RoleSpec.categorical("outcome", RoleSpec.Arity.EACH, "the variables compared"),
                RoleSpec.categorical("group", RoleSpec.Arity.ONE, "variable whose levels are compared"));
    }

    @Override
    public List<ParameterSpec> parameters() {
        return List.of();
    }

    @Override
    public List<Reference> references() {
        return List.of(FREEMAN_HALTON);
    }

    @Override
    public String defaultDisplay() {
        return "p";
    }

    @Override
    public void run(AnalysisInput input, Results results) {
        CategoryColumn outcome = (CategoryColumn) input.one("outcome");
        CategoryColumn group = (CategoryColumn) input.one("group");
        CrossTabulation cross = CrossTabulation.of(input, outcome, group);
        results.add(
                new Results.Subject(
                        List.of(),
                        outcome.variable().label() + " by " + group.variable().label(),
                        0,
                        Optional.empty(),
                        cross.table().total(),
                        cross.missing()),
                FisherExact.withDefaults().compute(cross.table()),
                Procedure.of("fisher-exact", "Fisher's exact test", FREEMAN_HALTON),
                Results.Expected.pValue());
    }
}
