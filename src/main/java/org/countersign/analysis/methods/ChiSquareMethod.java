package org.countersign.analysis.methods;

import java.util.List;
import java.util.Optional;
import org.countersign.analysis.AnalysisInput;
import org.countersign.analysis.AnalysisMethod;
import org.countersign.analysis.ParameterSpec;
import org.countersign.analysis.Results;
import org.countersign.analysis.RoleSpec;
import org.countersign.dataset.CategoryColumn;
import org.countersign.stats.ChiSquare;
import org.countersign.stats.Procedure;
import org.countersign.stats.QuantityKind;
import org.countersign.stats.Reference;

/** Chi-square test of independence. */
public final class ChiSquareMethod implements AnalysisMethod {

    static final Reference PEARSON = Reference.of(
            "Pearson K",
            1900,
            "On the criterion that a given system of deviations from the probable in the case of a correlated system of"
                    + " variables is such that it can be reasonably supposed to have arisen from random sampling",
            "Philosophical Magazine Series 5, 50:157-175",
            "10.1080/14786440009463897");

    @Override
    public String id() {
        return "chi_square";
    }

    @Override
    public String label() {
        return "Chi-square test";
    }

    @Override
    public String summary() {
        return "Pearson's test of independence of two categorical variables; with Yates' correction for two by two, as R does.";
    }

    @Override
    public List<RoleSpec> roles() {
        return List.of(
                RoleSpec.categorical("outcome", RoleSpec.Arity.EACH, "the variables compared"),
                RoleSpec.categorical("group", RoleSpec.Arity.ONE, "variable whose levels are compared"));
    }

    @Override
    public List<ParameterSpec> parameters() {
        return List.of(ParameterSpec.choice(
                "correction", "yates", "continuity correction of a two-by-two table", "yates", "none"));
    }

    @Override
    public List<Reference> references() {
        return List.of(PEARSON);
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
        ChiSquare.Correction correction =
                input.text("correction").equals("none") ? ChiSquare.Correction.NONE : ChiSquare.Correction.YATES;
        results.add(
                new Results.Subject(
                        List.of(),
                        outcome.variable().label() + " by " + group.variable().label(),
                        0,
                        Optional.empty(),
                        cross.table().total(),
                        cross.missing()),
                ChiSquare.withDefaults().with(correction).compute(cross.table()),
                Procedure.of("chi-square", "chi-square test", PEARSON),
                List.of(
                        new Results.Expected("statistic", "chi-square", QuantityKind.STATISTIC),
                        new Results.Expected("df", "degrees of freedom", QuantityKind.DEGREES_OF_FREEDOM),
                        new Results.Expected("p", "P-value", QuantityKind.P_VALUE)));
    }
}
