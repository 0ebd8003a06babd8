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
import org.countersign.stats.WilcoxonRankSum;

/** Wilcoxon rank-sum test with the Hodges-Lehmann shift. */
public final class WilcoxonRankSumMethod implements AnalysisMethod {

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

    @Override
    public String id() {
        return "wilcoxon_rank_sum";
    }

    @Override
    public String label() {
        return "Wilcoxon rank-sum test";
    }

    @Override
    public String summary() {
        return "Rank-sum test (Mann-Whitney) of two groups, exact or normal as R chooses, with the Hodges-Lehmann estimate of"
                + " the shift and its interval.";
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
                        "distribution",
                        "automatic",
                        "of the test statistic; `automatic` is exact below 50 per group without ties",
                        "automatic",
                        "exact",
                        "normal",
                        "normal-corrected"),
                Parameters.alternative(),
                ParameterSpec.confidenceLevel(),
                Parameters.decimals());
    }

    @Override
    public List<Reference> references() {
        return List.of(WILCOXON, HODGES_LEHMANN);
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
        WilcoxonRankSum.Method method = switch (input.text("distribution")) {
            case "exact" -> WilcoxonRankSum.Method.EXACT;
            case "normal" -> WilcoxonRankSum.Method.NORMAL;
            case "normal-corrected" -> WilcoxonRankSum.Method.NORMAL_CORRECTED;
            default -> WilcoxonRankSum.Method.AUTOMATIC;
        };
        results.add(
                Subjects.comparison(outcome, groups.get(), first, reference),
                WilcoxonRankSum.withDefaults()
                        .with(method)
                        .with(Parameters.alternative(input))
                        .withLevel(input.level())
                        .compute(first.table(), reference.table()),
                Procedure.of("wilcoxon-rank-sum", "Wilcoxon rank-sum test", WILCOXON),
                Results.Expected.estimate(QuantityKind.MEASUREMENT));
    }
}
