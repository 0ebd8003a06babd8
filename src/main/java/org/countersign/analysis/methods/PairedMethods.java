package org.countersign.analysis.methods;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.countersign.analysis.AnalysisInput;
import org.countersign.analysis.AnalysisMethod;
import org.countersign.analysis.ParameterSpec;
import org.countersign.analysis.Results;
import org.countersign.analysis.RoleSpec;
import org.countersign.stats.Computation;
import org.countersign.stats.FrequencyTable;
import org.countersign.stats.Procedure;
import org.countersign.stats.QuantityKind;
import org.countersign.stats.Reference;
import org.countersign.stats.SignTest;
import org.countersign.stats.StatisticResult;
import org.countersign.stats.TTest;
import org.countersign.stats.WilcoxonSignedRank;

/** Two measurements of each row: tests of their differences, second minus first. */
public final class PairedMethods {

    private static final Reference DIXON_MOOD = Reference.of(
            "Dixon WJ, Mood AM",
            1946,
            "The statistical sign test",
            "Journal of the American Statistical Association 41:557-566",
            "10.1080/01621459.1946.10501898");

    private PairedMethods() {}

    private interface Test {
        Computation<? extends StatisticResult> of(FrequencyTable differences, AnalysisInput input);
    }

    private static AnalysisMethod method(
            String id, String label, String summary, List<ParameterSpec> parameters, Reference reference, Test test) {
        return new MethodFamily(
                id,
                label,
                summary,
                List.of(RoleSpec.numeric("outcome", RoleSpec.Arity.SOME, "the two measurements, the earlier first")),
                parameters,
                List.of(reference),
                "estimate_ci_p",
                (input, results) -> {
                    Optional<Differences> differences = Differences.of(input, id);
                    differences.ifPresent(d -> results.add(
                            d.subject(),
                            test.of(d.table(), input),
                            Procedure.of(id.replace('_', '-'), label.toLowerCase(Locale.ROOT), reference),
                            Results.Expected.estimate(QuantityKind.MEASUREMENT)));
                });
    }

    /** Paired t test. */
    public static AnalysisMethod tTest() {
        return method(
                "paired_t_test",
                "Paired t test",
                "Mean of the differences, second outcome minus first, with interval and Student's test.",
                MethodFamily.withLevel(Parameters.alternative()),
                TTestMethod.STUDENT,
                (differences, input) -> TTest.withDefaults()
                        .with(Parameters.alternative(input))
                        .withLevel(input.level())
                        .paired(differences));
    }

    /** Wilcoxon signed-rank test. */
    public static AnalysisMethod signedRank() {
        return method(
                "wilcoxon_signed_rank",
                "Wilcoxon signed-rank test",
                "Signed-rank test of the differences, exact or normal as R chooses, with the pseudomedian and its interval.",
                MethodFamily.withLevel(
                        ParameterSpec.choice(
                                "distribution",
                                "automatic",
                                "of the test statistic",
                                "automatic",
                                "exact",
                                "normal",
                                "normal-corrected"),
                        ParameterSpec.choice(
                                "zeros", "wilcoxon", "what is done with differences of zero", "wilcoxon", "pratt"),
                        Parameters.alternative()),
                WilcoxonRankSumMethod.WILCOXON,
                (differences, input) -> WilcoxonSignedRank.withDefaults()
                        .with(WilcoxonSignedRank.Method.valueOf(input.text("distribution")
                                .toUpperCase(Locale.ROOT)
                                .replace('-', '_')))
                        .with(WilcoxonSignedRank.Zeros.valueOf(
                                input.text("zeros").toUpperCase(Locale.ROOT)))
                        .with(Parameters.alternative(input))
                        .withLevel(input.level())
                        .compute(differences));
    }

    /** Sign test. */
    public static AnalysisMethod signTest() {
        return method(
                "sign_test",
                "Sign test",
                "Exact test that positive and negative differences are equally likely, with the median difference and its"
                        + " interval.",
                MethodFamily.withLevel(Parameters.alternative()),
                DIXON_MOOD,
                (differences, input) -> SignTest.withDefaults()
                        .with(Parameters.alternative(input))
                        .withLevel(input.level())
                        .compute(differences));
    }
}
