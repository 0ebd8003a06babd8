package org.countersign.analysis.methods;

import java.util.ArrayList;
import java.util.List;
import org.countersign.analysis.AnalysisInput;
import org.countersign.analysis.AnalysisMethod;
import org.countersign.analysis.ParameterSpec;
import org.countersign.analysis.Results;
import org.countersign.analysis.RoleSpec;
import org.countersign.analysis.Sample;
import org.countersign.dataset.CategoryColumn;
import org.countersign.dataset.NumberColumn;
import org.countersign.stats.Computation;
import org.countersign.stats.Group;
import org.countersign.stats.KruskalWallis;
import org.countersign.stats.OneWayAnova;
import org.countersign.stats.Procedure;
import org.countersign.stats.Reference;
import org.countersign.stats.StatisticResult;
import org.countersign.stats.TTest;
import org.countersign.stats.TukeyHsd;

/** Comparisons of a number between any number of groups. */
public final class GroupMethods {

    private static final Reference FISHER =
            Reference.of("Fisher RA", 1925, "Statistical Methods for Research Workers", "Oliver and Boyd, Edinburgh");
    private static final Reference KRUSKAL_WALLIS = Reference.of(
            "Kruskal WH, Wallis WA",
            1952,
            "Use of ranks in one-criterion variance analysis",
            "Journal of the American Statistical Association 47:583-621",
            "10.1080/01621459.1952.10483441");
    private static final Reference TUKEY = Reference.of(
            "Tukey JW",
            1949,
            "Comparing individual means in the analysis of variance",
            "Biometrics 5:99-114",
            "10.2307/3001913");

    private GroupMethods() {}

    private interface Comparison {
        Computation<? extends StatisticResult> of(List<Group> groups, AnalysisInput input);
    }

    private static AnalysisMethod method(
            String id,
            String label,
            String summary,
            List<ParameterSpec> parameters,
            Reference reference,
            Comparison comparison) {
        return new MethodFamily(
                id,
                label,
                summary,
                List.of(
                        RoleSpec.numeric("outcome", RoleSpec.Arity.EACH, "the variables compared"),
                        RoleSpec.categorical("group", RoleSpec.Arity.ONE, "variable whose levels are compared")),
                parameters,
                List.of(reference),
                "p_statement",
                (input, results) -> {
                    NumberColumn outcome = (NumberColumn) input.one("outcome");
                    CategoryColumn group = (CategoryColumn) input.one("group");
                    List<Group> groups = new ArrayList<>();
                    long missing = 0;
                    long n = 0;
                    for (AnalysisInput.Group g : input.groups(group)) {
                        Sample sample = input.sample(outcome, g.rows());
                        missing += sample.missing();
                        n += sample.table().size();
                        if (!sample.table().isEmpty()) {
                            groups.add(new Group(g.level().slug(), sample.table()));
                        }
                    }
                    results.add(
                            AnalysisInput.subject(
                                    outcome.variable(),
                                    List.of(),
                                    "by " + group.variable().label(),
                                    outcome.decimals(),
                                    n,
                                    missing),
                            comparison.of(groups, input),
                            Procedure.of(id.replace('_', '-'), MethodFamily.inSentence(label), reference),
                            Results.Expected.pValue());
                });
    }

    /** One-way analysis of variance. */
    public static AnalysisMethod anova() {
        return method(
                "anova",
                "One-way analysis of variance",
                "F test of equal means, Welch's by default; `variances: equal` for Fisher's.",
                List.of(
                        ParameterSpec.choice("variances", "unequal", "`unequal` for Welch's test", "equal", "unequal"),
                        Parameters.decimals()),
                FISHER,
                (groups, input) -> OneWayAnova.withDefaults()
                        .with(input.text("variances").equals("equal") ? TTest.Variances.EQUAL : TTest.Variances.UNEQUAL)
                        .compute(groups));
    }

    /** Kruskal-Wallis test. */
    public static AnalysisMethod kruskalWallis() {
        return method(
                "kruskal_wallis",
                "Kruskal-Wallis test",
                "Rank test of equal distributions, corrected for ties.",
                List.of(Parameters.decimals()),
                KRUSKAL_WALLIS,
                (groups, input) -> KruskalWallis.withDefaults().compute(groups));
    }

    /** Tukey's honestly significant differences. */
    public static AnalysisMethod tukey() {
        return method(
                "tukey_hsd",
                "Tukey's honestly significant differences",
                "All pairwise differences of means with simultaneous intervals (studentized range).",
                MethodFamily.withLevel(),
                TUKEY,
                (groups, input) ->
                        TukeyHsd.withDefaults().withLevel(input.level()).compute(groups));
    }
}
