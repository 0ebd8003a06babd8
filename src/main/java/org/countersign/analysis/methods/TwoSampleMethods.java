package org.countersign.analysis.methods;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.countersign.analysis.AnalysisInput;
import org.countersign.analysis.AnalysisMethod;
import org.countersign.analysis.ParameterSpec;
import org.countersign.analysis.Results;
import org.countersign.analysis.RoleSpec;
import org.countersign.analysis.Sample;
import org.countersign.dataset.CategoryColumn;
import org.countersign.dataset.NumberColumn;
import org.countersign.stats.Computation;
import org.countersign.stats.FrequencyTable;
import org.countersign.stats.ProbabilityOfSuperiority;
import org.countersign.stats.Procedure;
import org.countersign.stats.QuantityKind;
import org.countersign.stats.Reference;
import org.countersign.stats.StandardisedDifference;
import org.countersign.stats.StatisticResult;

/** Effect sizes of two groups. */
public final class TwoSampleMethods {

    private static final Reference HEDGES = Reference.of(
            "Hedges LV",
            1981,
            "Distribution theory for Glass's estimator of effect size and related estimators",
            "Journal of Educational Statistics 6:107-128",
            "10.3102/10769986006002107");
    private static final Reference CLIFF = Reference.of(
            "Cliff N",
            1993,
            "Dominance statistics: ordinal analyses to answer ordinal questions",
            "Psychological Bulletin 114:494-509",
            "10.1037/0033-2909.114.3.494");

    private TwoSampleMethods() {}

    private interface Effect {
        Computation<? extends StatisticResult> of(FrequencyTable first, FrequencyTable reference, AnalysisInput input);
    }

    private static AnalysisMethod method(
            String id,
            String label,
            String summary,
            List<ParameterSpec> parameters,
            Reference reference,
            Effect effect) {
        return new MethodFamily(
                id,
                label,
                summary,
                List.of(
                        RoleSpec.numeric("outcome", RoleSpec.Arity.EACH, "the variables compared"),
                        RoleSpec.categorical("group", RoleSpec.Arity.ONE, "variable with the two groups")),
                parameters,
                List.of(reference),
                "estimate_ci",
                (input, results) -> {
                    NumberColumn outcome = (NumberColumn) input.one("outcome");
                    Optional<AnalysisInput.TwoGroups> groups = input.twoGroups((CategoryColumn) input.one("group"));
                    if (groups.isPresent()) {
                        Sample first =
                                input.sample(outcome, groups.get().first().rows());
                        Sample other =
                                input.sample(outcome, groups.get().reference().rows());
                        results.add(
                                Subjects.comparison(outcome, groups.get(), first, other),
                                effect.of(first.table(), other.table(), input),
                                Procedure.of(id.replace('_', '-'), label.toLowerCase(Locale.ROOT), reference),
                                Results.Expected.estimate(QuantityKind.COEFFICIENT));
                    }
                });
    }

    /** Cohen's d and its kin. */
    public static AnalysisMethod standardisedDifference() {
        return method(
                "standardised_difference",
                "Standardised mean difference",
                "Hedges' g by default, with an interval from the noncentral t distribution.",
                MethodFamily.withLevel(ParameterSpec.choice(
                        "measure",
                        "hedges-g",
                        "how the difference is standardised",
                        "cohen-d",
                        "hedges-g",
                        "glass-delta")),
                HEDGES,
                (first, other, input) -> StandardisedDifference.withDefaults()
                        .with(StandardisedDifference.Measure.valueOf(
                                input.text("measure").toUpperCase(Locale.ROOT).replace('-', '_')))
                        .withLevel(input.level())
                        .compute(first, other));
    }

    /** Probability of superiority and Cliff's delta. */
    public static AnalysisMethod probabilityOfSuperiority() {
        return method(
                "probability_of_superiority",
                "Probability of superiority",
                "Chance that a value of the first group exceeds one of the reference group, ties counting one half; with Cliff's"
                        + " delta.",
                MethodFamily.withLevel(Parameters.alternative()),
                CLIFF,
                (first, other, input) -> ProbabilityOfSuperiority.withDefaults()
                        .with(Parameters.alternative(input))
                        .withLevel(input.level())
                        .compute(first, other));
    }
}
