package org.countersign.analysis.methods;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.countersign.analysis.AnalysisInput;
import org.countersign.analysis.AnalysisMethod;
import org.countersign.analysis.ParameterSpec;
import org.countersign.analysis.Results;
import org.countersign.analysis.RoleSpec;
import org.countersign.stats.RankSumPower;
import org.countersign.stats.Reference;
import org.countersign.stats.StatisticResult;
import org.countersign.stats.TTestPower;
import org.countersign.stats.TwoProportionsPower;

/** Power of a planned test for a sample size, or the smallest sample size that reaches a power; no data. */
public final class PowerMethods {

    /** Sizes and effects beyond these are no plan of a study, and the noncentral t distribution is not asked for them. */
    private static final double LARGEST_SAMPLE = 1_000_000;

    private static final double LARGEST_EFFECT = 10;
    private static final double SMALLEST_EFFECT = 0.001;

    private static final Reference COHEN = Reference.of(
            "Cohen J",
            1988,
            "Statistical Power Analysis for the Behavioral Sciences, 2nd edition",
            "Lawrence Erlbaum, Hillsdale, NJ");
    private static final Reference FLEISS = Reference.of(
            "Fleiss JL, Levin B, Paik MC",
            2003,
            "Statistical Methods for Rates and Proportions, 3rd edition",
            "Wiley, Hoboken, NJ",
            "10.1002/0471445428");
    private static final Reference NOETHER = Reference.of(
            "Noether GE",
            1987,
            "Sample size determination for some common nonparametric tests",
            "Journal of the American Statistical Association 82:645-647",
            "10.1080/01621459.1987.10478478");

    private PowerMethods() {}

    /**
     * A method that takes no data.
     *
     * @param own its parameters beside {@code n}, {@code power} and {@code alpha}
     */
    private record Planning(
            String id, String label, String summary, List<ParameterSpec> own, Reference reference, Plan plan)
            implements AnalysisMethod {

        private Planning {
            own = List.copyOf(own);
        }

        @Override
        public Basis basis() {
            return Basis.PARAMETERS;
        }

        @Override
        public List<RoleSpec> roles() {
            return List.of();
        }

        @Override
        public List<ParameterSpec> parameters() {
            List<ParameterSpec> all = new ArrayList<>(own);
            all.add(ParameterSpec.whole("n", "", "size of each group, or of the single sample; or else `power`")
                    .within(2, LARGEST_SAMPLE));
            all.add(new ParameterSpec(
                    "power",
                    ParameterSpec.Type.LEVEL,
                    List.of(),
                    "",
                    "to be reached by the smallest sample; or else `n`"));
            all.add(new ParameterSpec(
                    "alpha", ParameterSpec.Type.LEVEL, List.of(), "0.05", "two-sided significance level"));
            all.add(Parameters.decimals());
            return List.copyOf(all);
        }

        @Override
        public List<Reference> references() {
            return List.of(reference);
        }

        @Override
        public String defaultDisplay() {
            return "n";
        }

        @Override
        public void run(AnalysisInput input, Results results) {
            for (ParameterSpec parameter : own) {
                if (!input.has(parameter.name())) {
                    Parameters.missing(input, parameter.name(), "0.5");
                    return;
                }
            }
            if (input.has("n") == input.has("power")) {
                input.diagnostics()
                        .error(
                                input.has("n") ? "wrong-parameter" : "missing-key",
                                input.location(),
                                "`" + id + "` takes either `n` or `power`, found "
                                        + (input.has("n") ? "both" : "neither"),
                                "parameters: {power: 0.8}");
                return;
            }
            if (input.has("power") && input.number("power") <= input.number("alpha")) {
                Parameters.wrong(input, "power", "a number greater than `alpha`");
                return;
            }
            plan.of(input)
                    .ifPresent(planned -> results.add(
                            new Results.Subject(List.of(), "the planned study", 2, Optional.empty(), 0, 0), planned));
        }
    }

    /** What is planned; empty, with a diagnostic, if the effect cannot be detected. */
    private interface Plan {
        Optional<StatisticResult> of(AnalysisInput input);
    }

    /** Power of the t test. */
    public static AnalysisMethod tTest() {
        return new Planning(
                "power_t_test",
                "Power of the t test",
                "Power for a sample size, or the smallest sample size for a power, of a two-sided t test of two groups of"
                        + " equal size (default) or of one sample of values or paired differences; both rejection regions"
                        + " count.",
                List.of(
                        ParameterSpec.number(
                                        "effect",
                                        "",
                                        "difference over standard deviation (of the differences, for pairs)")
                                .within(-LARGEST_EFFECT, LARGEST_EFFECT),
                        ParameterSpec.choice("design", "two-sample", "what is compared", "two-sample", "one-sample")),
                COHEN,
                PowerMethods::planTTest);
    }

    private static Optional<StatisticResult> planTTest(AnalysisInput input) {
        TTestPower test = TTestPower.withDefaults()
                .with(Parameters.constant(input, "design", TTestPower.Design.class))
                .withAlpha(input.number("alpha"));
        double effect = input.number("effect");
        if (input.has("n")) {
            return Optional.of(test.power(input.whole("n"), effect));
        }
        if (Math.abs(effect) < SMALLEST_EFFECT) {
            Parameters.wrong(input, "effect", "a number of at least " + SMALLEST_EFFECT + " in size");
            return Optional.empty();
        }
        return Optional.of(test.sampleSize(input.number("power"), effect));
    }

    /** Power of the comparison of two proportions. */
    public static AnalysisMethod twoProportions() {
        return new Planning(
                "power_two_proportions",
                "Power of the comparison of two proportions",
                "Power for a group size, or the smallest group size for a power, of the two-sided comparison of two"
                        + " proportions in groups of equal size, without continuity correction, as R's power.prop.test.",
                List.of(
                        new ParameterSpec(
                                "p1", ParameterSpec.Type.LEVEL, List.of(), "", "expected proportion in group 1"),
                        new ParameterSpec(
                                "p2", ParameterSpec.Type.LEVEL, List.of(), "", "expected proportion in group 2")),
                FLEISS,
                PowerMethods::planTwoProportions);
    }

    private static Optional<StatisticResult> planTwoProportions(AnalysisInput input) {
        TwoProportionsPower test = TwoProportionsPower.withDefaults().withAlpha(input.number("alpha"));
        double p1 = input.number("p1");
        double p2 = input.number("p2");
        if (input.has("n")) {
            return Optional.of(test.power(input.whole("n"), p1, p2));
        }
        if (Math.abs(p1 - p2) < SMALLEST_EFFECT) {
            Parameters.wrong(input, "p2", "a proportion at least " + SMALLEST_EFFECT + " away from `p1`");
            return Optional.empty();
        }
        return Optional.of(test.sampleSize(input.number("power"), p1, p2));
    }

    /** Power of the rank-sum test. */
    public static AnalysisMethod rankSum() {
        return new Planning(
                "power_rank_sum",
                "Power of the Wilcoxon rank-sum test",
                "Power for a group size, or the smallest group size for a power, of the two-sided rank-sum test in groups of"
                        + " equal size, by Noether's formula.",
                List.of(new ParameterSpec(
                        "superiority",
                        ParameterSpec.Type.LEVEL,
                        List.of(),
                        "",
                        "probability that a value of group 1 exceeds one of group 2")),
                NOETHER,
                PowerMethods::planRankSum);
    }

    private static Optional<StatisticResult> planRankSum(AnalysisInput input) {
        RankSumPower test = RankSumPower.withDefaults().withAlpha(input.number("alpha"));
        double superiority = input.number("superiority");
        if (input.has("n")) {
            return Optional.of(test.power(input.whole("n"), superiority));
        }
        if (Math.abs(superiority - 0.5) < SMALLEST_EFFECT) {
            Parameters.wrong(input, "superiority", "a probability at least " + SMALLEST_EFFECT + " away from 1/2");
            return Optional.empty();
        }
        return Optional.of(test.sampleSize(input.number("power"), superiority));
    }
}
