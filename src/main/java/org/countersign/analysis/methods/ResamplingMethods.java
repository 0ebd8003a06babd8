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
import org.countersign.stats.Bootstrap;
import org.countersign.stats.PermutationTest;
import org.countersign.stats.Procedure;
import org.countersign.stats.QuantityKind;
import org.countersign.stats.Reference;

/** Inference from the data's own distribution, with a seed that stands in the ledger. */
public final class ResamplingMethods {

    private static final Reference EFRON = Reference.of(
            "Efron B",
            1987,
            "Better bootstrap confidence intervals",
            "Journal of the American Statistical Association 82:171-185",
            "10.1080/01621459.1987.10478410");
    private static final Reference PITMAN = Reference.of(
            "Pitman EJG",
            1937,
            "Significance tests which may be applied to samples from any populations",
            "Supplement to the Journal of the Royal Statistical Society 4:119-130",
            "10.2307/2984124");

    private ResamplingMethods() {}

    private static ParameterSpec statistic() {
        return ParameterSpec.choice("statistic", "mean", "what is estimated or compared", "mean", "median");
    }

    /** Bootstrap interval. */
    public static AnalysisMethod bootstrap() {
        return new MethodFamily(
                "bootstrap",
                "Bootstrap interval",
                "Mean (default) or median with a bias-corrected and accelerated (BCa) bootstrap interval; with a group, the"
                        + " difference of the two groups', the one that is not the reference first.",
                List.of(
                        RoleSpec.numeric("outcome", RoleSpec.Arity.EACH, "the numbers"),
                        RoleSpec.categorical("group", RoleSpec.Arity.OPTIONAL, "variable with the two groups")),
                MethodFamily.withLevel(
                        statistic(),
                        ParameterSpec.choice(
                                "interval", "bca", "how the limits are read off the replicates", "bca", "percentile"),
                        Parameters.replicates("bootstrap replicates"),
                        Parameters.seed()),
                List.of(EFRON),
                "estimate_ci",
                ResamplingMethods::runBootstrap);
    }

    private static void runBootstrap(AnalysisInput input, Results results) {
        NumberColumn outcome = (NumberColumn) input.one("outcome");
        Optional<CategoryColumn> group = input.category("group");
        Bootstrap bootstrap = Bootstrap.withSeed(input.whole("seed"))
                .with(Parameters.constant(input, "interval", Bootstrap.Interval.class))
                .withReplicates(input.whole("replicates"))
                .withLevel(input.level());
        Bootstrap.Statistic statistic = Parameters.constant(input, "statistic", Bootstrap.Statistic.class);
        Procedure planned = Procedure.of("bootstrap", "bootstrap", EFRON);
        List<Results.Expected> expected =
                Results.Expected.estimate(QuantityKind.MEASUREMENT).subList(0, 3);
        if (group.isEmpty()) {
            Sample sample = input.sample(outcome, input.rows());
            results.add(
                    AnalysisInput.subject(
                            outcome.variable(),
                            List.of(),
                            "",
                            outcome.decimals(),
                            sample.table().size(),
                            sample.missing()),
                    bootstrap.compute(statistic, sample.table()),
                    planned,
                    expected);
            return;
        }
        input.twoGroups(group.get()).ifPresent(groups -> {
            Sample first = input.sample(outcome, groups.first().rows());
            Sample reference = input.sample(outcome, groups.reference().rows());
            results.add(
                    Subjects.comparison(outcome, groups, first, reference),
                    bootstrap.compute(statistic, first.table(), reference.table()),
                    planned,
                    expected);
        });
    }

    /** Permutation test. */
    public static AnalysisMethod permutation() {
        return new MethodFamily(
                "permutation_test",
                "Permutation test",
                "Difference of two groups' means (default) or medians, tested by all divisions of the observations where"
                        + " there are at most `replicates`, else by random ones from a seed.",
                List.of(
                        RoleSpec.numeric("outcome", RoleSpec.Arity.EACH, "the numbers"),
                        RoleSpec.categorical("group", RoleSpec.Arity.ONE, "variable with the two groups")),
                List.of(
                        statistic(),
                        Parameters.alternative(),
                        Parameters.replicates("random divisions"),
                        Parameters.seed(),
                        Parameters.decimals()),
                List.of(PITMAN),
                "p_statement",
                ResamplingMethods::runPermutation);
    }

    private static void runPermutation(AnalysisInput input, Results results) {
        NumberColumn outcome = (NumberColumn) input.one("outcome");
        input.twoGroups((CategoryColumn) input.one("group")).ifPresent(groups -> {
            Sample first = input.sample(outcome, groups.first().rows());
            Sample reference = input.sample(outcome, groups.reference().rows());
            results.add(
                    Subjects.comparison(outcome, groups, first, reference),
                    PermutationTest.withSeed(input.whole("seed"))
                            .with(Parameters.constant(input, "statistic", PermutationTest.Statistic.class))
                            .with(Parameters.alternative(input))
                            .withReplicates(input.whole("replicates"))
                            .compute(first.table(), reference.table()),
                    Procedure.of("permutation", "permutation test", PITMAN),
                    List.of(
                            new Results.Expected("estimate", "difference", QuantityKind.MEASUREMENT),
                            new Results.Expected("p", "P-value", QuantityKind.P_VALUE)));
        });
    }
}
