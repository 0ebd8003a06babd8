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
import org.countersign.stats.Computation;
import org.countersign.stats.FrequencyTable;
import org.countersign.stats.ProbabilityOfSuperiority;
import org.countersign.stats.Procedure;
import org.countersign.stats.QuantityKind;
import org.countersign.stats.Reference;
import org.countersign.stats.StandardisedDifference;
import org.countersign.stats.StatisticResult;
import org.countersign.stats.TTest;
import org.countersign.stats.WilcoxonRankSum;

/** A number in two groups: tests and effect sizes. */
public final class TwoSampleMethods {

    static final Reference STUDENT =
            Reference.of("Student", 1908, "The probable error of a mean", "Biometrika 6:1-25", "10.1093/biomet/6.1.1");
    private static final Reference WELCH = Reference.of(
            "Welch BL",
            1947,
            "The generalization of Student's problem when several different population variances are involved",
            "Biometrika 34:28-35",
            "10.1093/biomet/34.1-2.28");
    static final Reference WILCOXON = Reference.of(
            "Wilcoxon F",
            1945,
            "Individual comparisons by ranking methods",
            "Biometrics Bulletin 1:80-83",
            "10.2307/3001968");
    private static final Reference HODGES_LEHMANN = Reference.of(
            "Hodges JL, Lehmann EL",
            1963,
            "Estimates of location based on rank tests",
            "The Annals of Mathematical Statistics 34:598-611",
            "10.1214/aoms/1177704172");
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

    /** What a method shows of itself and what its numbers are. */
    private record Shown(String display, QuantityKind kind, List<Reference> references) {
        private Shown {
            references = List.copyOf(references);
        }
    }

    private static AnalysisMethod method(
            String id, String label, String summary, List<ParameterSpec> parameters, Shown shown, Effect effect) {
        return new MethodFamily(
                id,
                label,
                summary,
                List.of(
                        RoleSpec.numeric("outcome", RoleSpec.Arity.EACH, "the variables compared"),
                        RoleSpec.categorical("group", RoleSpec.Arity.ONE, "variable with the two groups")),
                parameters,
                shown.references(),
                shown.display(),
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
                                new Procedure(id.replace('_', '-'), MethodFamily.inSentence(label), shown.references()),
                                Results.Expected.estimate(shown.kind()));
                    }
                });
    }

    /** Student's and Welch's t test. */
    public static AnalysisMethod tTest() {
        return method(
                "t_test",
                "Two-sample t test",
                "Difference of two means with interval and test, by default Welch's, without assuming equal variances.",
                MethodFamily.withLevel(
                        ParameterSpec.choice(
                                "variances",
                                "unequal",
                                "`equal` for Student's test, `unequal` for Welch's",
                                "equal",
                                "unequal"),
                        Parameters.alternative()),
                new Shown("estimate_ci_p", QuantityKind.MEASUREMENT, List.of(STUDENT, WELCH)),
                (first, other, input) -> TTest.withDefaults()
                        .with(Parameters.constant(input, "variances", TTest.Variances.class))
                        .with(Parameters.alternative(input))
                        .withLevel(input.level())
                        .twoSample(first, other));
    }

    /** Wilcoxon rank-sum test with the Hodges-Lehmann shift. */
    public static AnalysisMethod rankSum() {
        return method(
                "wilcoxon_rank_sum",
                "Wilcoxon rank-sum test",
                "Rank-sum test (Mann-Whitney) of two groups, exact or normal as R chooses, with the Hodges-Lehmann estimate of"
                        + " the shift and its interval.",
                MethodFamily.withLevel(
                        ParameterSpec.choice(
                                "distribution",
                                "automatic",
                                "of the test statistic; `automatic` is exact below 50 per group without ties",
                                "automatic",
                                "exact",
                                "normal",
                                "normal-corrected"),
                        Parameters.alternative()),
                new Shown("estimate_ci_p", QuantityKind.MEASUREMENT, List.of(WILCOXON, HODGES_LEHMANN)),
                (first, other, input) -> WilcoxonRankSum.withDefaults()
                        .with(Parameters.constant(input, "distribution", WilcoxonRankSum.Method.class))
                        .with(Parameters.alternative(input))
                        .withLevel(input.level())
                        .compute(first, other));
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
                new Shown("estimate_ci", QuantityKind.DIMENSIONLESS, List.of(HEDGES)),
                (first, other, input) -> StandardisedDifference.withDefaults()
                        .with(Parameters.constant(input, "measure", StandardisedDifference.Measure.class))
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
                new Shown("estimate_ci", QuantityKind.PROPORTION, List.of(CLIFF)),
                (first, other, input) -> ProbabilityOfSuperiority.withDefaults()
                        .with(Parameters.alternative(input))
                        .withLevel(input.level())
                        .compute(first, other));
    }
}
