package org.countersign.analysis.methods;

import java.util.List;
import java.util.Optional;
import org.countersign.analysis.AnalysisInput;
import org.countersign.analysis.AnalysisMethod;
import org.countersign.analysis.ParameterSpec;
import org.countersign.analysis.Results;
import org.countersign.analysis.RoleSpec;
import org.countersign.analysis.Sample;
import org.countersign.dataset.CategoryColumn;
import org.countersign.dataset.NumberColumn;
import org.countersign.stats.Procedure;
import org.countersign.stats.QuantityKind;
import org.countersign.stats.Reference;
import org.countersign.stats.TTest;

/** Two-sample t test. */
public final class TTestMethod implements AnalysisMethod {

    static final Reference STUDENT =
            Reference.of("Student", 1908, "The probable error of a mean", "Biometrika 6:1-25", "10.1093/biomet/6.1.1");
    static final Reference WELCH = Reference.of(
            "Welch BL",
            1947,
            "The generalization of Student's problem when several different population variances are involved",
            "Biometrika 34:28-35",
            "10.1093/biomet/34.1-2.28");

    @Override
    public String id() {
        return "t_test";
    }

    @Override
    public String label() {
        return "Two-sample t test";
    }

    @Override
    public String summary() {
        return "Difference of two means with interval and test, by default Welch's, without assuming equal variances.";
    }

    @Override
    public List<RoleSpec> roles() {
        return List.of(
                RoleSpec.numeric("outcome", RoleSpec.Arity.EACH, "the variables compared"),
                RoleSpec.categorical("group", RoleSpec.Arity.ONE, "variable with the two groups"));
    }

    @Override
    public List<ParameterSpec> parameters() {
        return List.of(
                ParameterSpec.choice(
                        "variances",
                        "unequal",
                        "`equal` for Student's test, `unequal` for Welch's",
                        "equal",
                        "unequal"),
                Parameters.alternative(),
                ParameterSpec.confidenceLevel(),
                Parameters.decimals());
    }

    @Override
    public List<Reference> references() {
        return List.of(STUDENT, WELCH);
    }

    @Override
    public String defaultDisplay() {
        return "estimate_ci_p";
    }

    @Override
    public void run(AnalysisInput input, Results results) {
        NumberColumn outcome = (NumberColumn) input.one("outcome");
        Optional<AnalysisInput.TwoGroups> groups = input.twoGroups((CategoryColumn) input.one("group"));
        if (groups.isEmpty()) {
            return;
        }
        Sample first = input.sample(outcome, groups.get().first().rows());
        Sample reference = input.sample(outcome, groups.get().reference().rows());
        TTest.Variances variances =
                input.text("variances").equals("equal") ? TTest.Variances.EQUAL : TTest.Variances.UNEQUAL;
        results.add(
                Subjects.comparison(outcome, groups.get(), first, reference),
                TTest.withDefaults()
                        .with(variances)
                        .with(Parameters.alternative(input))
                        .withLevel(input.level())
                        .twoSample(first.table(), reference.table()),
                Procedure.of("t-test", "t test", WELCH),
                Results.Expected.estimate(QuantityKind.MEASUREMENT));
    }
}
