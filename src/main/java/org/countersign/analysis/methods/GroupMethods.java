package org.countersign.analysis.methods;

import java.util.ArrayList;
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
import org.countersign.stats.DunnTest;
import org.countersign.stats.Group;
import org.countersign.stats.KruskalWallis;
import org.countersign.stats.NotComputed;
import org.countersign.stats.OneWayAnova;
import org.countersign.stats.PairwiseComparisons;
import org.countersign.stats.Procedure;
import org.countersign.stats.QuantityKind;
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

    private static final Reference DUNN = Reference.of(
            "Dunn OJ", 1964, "Multiple comparisons using rank sums", "Technometrics 6:241-252", "10.2307/1266041");
    private static final Reference HOLM = Reference.of(
            "Holm S",
            1979,
            "A simple sequentially rejective multiple test procedure",
            "Scandinavian Journal of Statistics 6:65-70");

    private GroupMethods() {}

    private interface Comparison {
        Computation<? extends StatisticResult> of(List<Group> groups, AnalysisInput input);
    }

    /** What a method has where it can be computed. */
    private enum Yields {
        /** A test of all groups at once. */
        ONE_TEST,
        /** The difference of each pair, in the outcome's unit. */
        PAIRS(QuantityKind.MEASUREMENT),
        /** The difference of each pair in mean ranks. */
        RANKED_PAIRS(QuantityKind.DIMENSIONLESS);

        private final Optional<QuantityKind> ofPairs;

        Yields() {
            ofPairs = Optional.empty();
        }

        Yields(QuantityKind kind) {
            ofPairs = Optional.of(kind);
        }
    }

    private static AnalysisMethod method(
            String id,
            String label,
            String summary,
            List<ParameterSpec> parameters,
            Reference reference,
            Yields yields,
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
                    Samples samples = Samples.of(input, outcome, group);
                    Procedure planned = Procedure.of(id.replace('_', '-'), MethodFamily.inSentence(label), reference);
                    Results.Subject subject = AnalysisInput.subject(
                            outcome.variable(),
                            List.of(),
                            "by " + group.variable().label(),
                            outcome.decimals(),
                            samples.n(),
                            samples.missing());
                    results.add(
                            subject,
                            samples.groups().size() < 2 ? tooFew() : comparison.of(samples.groups(), input),
                            planned,
                            yields.ofPairs
                                    .map(kind -> PairwiseKeys.of(samples.present(), kind))
                                    .orElseGet(Results.Expected::pValue));
                    yields.ofPairs.ifPresent(kind -> results.add(
                            subject,
                            Computation.<StatisticResult>notComputed(
                                    NotComputed.Reason.NO_OBSERVATIONS,
                                    "a group of the pair has no observations",
                                    "check the grouping variable and the population's filter"),
                            planned,
                            PairwiseKeys.involving(samples.levels(), samples.absent(), kind)));
                });
    }

    /** The values of each level that has any. */
    private record Samples(List<String> levels, List<Group> groups, long n, long missing) {

        private Samples {
            levels = List.copyOf(levels);
            groups = List.copyOf(groups);
        }

        static Samples of(AnalysisInput input, NumberColumn outcome, CategoryColumn group) {
            List<String> levels = new ArrayList<>();
            List<Group> groups = new ArrayList<>();
            long missing = input.observations(input.rows().and(group::isMissing));
            long n = 0;
            for (AnalysisInput.Group g : input.groups(group)) {
                Sample sample = input.sample(outcome, g.rows());
                missing += sample.missing();
                n += sample.table().size();
                levels.add(g.level().slug());
                if (!sample.table().isEmpty()) {
                    groups.add(new Group(g.level().slug(), sample.table()));
                }
            }
            return new Samples(levels, groups, n, missing);
        }

        List<String> present() {
            return groups.stream().map(Group::name).toList();
        }

        List<String> absent() {
            return levels.stream().filter(level -> !present().contains(level)).toList();
        }
    }

    private static Computation<StatisticResult> tooFew() {
        return Computation.notComputed(
                NotComputed.Reason.TOO_FEW_OBSERVATIONS,
                "fewer than two groups have observations",
                "check the grouping variable and the population's filter");
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
                Yields.ONE_TEST,
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
                Yields.ONE_TEST,
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
                Yields.PAIRS,
                (groups, input) ->
                        TukeyHsd.withDefaults().withLevel(input.level()).compute(groups));
    }

    /** Dunn's test. */
    public static AnalysisMethod dunn() {
        return method(
                "dunn",
                "Dunn's test",
                "All pairwise differences of mean ranks, the later level minus the earlier, corrected for ties; P-values"
                        + " adjusted by Holm's method.",
                List.of(Parameters.adjustment("holm"), Parameters.decimals()),
                DUNN,
                Yields.RANKED_PAIRS,
                (groups, input) -> DunnTest.withDefaults()
                        .with(Parameters.adjustment(input))
                        .compute(groups));
    }

    /** A two-sample test of each pair. */
    public static AnalysisMethod pairwise() {
        return method(
                "pairwise_comparisons",
                "Pairwise comparisons",
                "A two-sample test of each pair of levels, the later minus the earlier: rank-sum by default, Welch's t, or t"
                        + " with the standard deviation of all groups; P-values adjusted by Holm's method.",
                List.of(
                        ParameterSpec.choice("test", "rank-sum", "of each pair", "rank-sum", "welch", "pooled-t"),
                        Parameters.adjustment("holm"),
                        Parameters.decimals()),
                HOLM,
                Yields.PAIRS,
                (groups, input) -> PairwiseComparisons.withDefaults()
                        .with(Parameters.constant(input, "test", PairwiseComparisons.Test.class))
                        .with(Parameters.adjustment(input))
                        .compute(groups));
    }
}
