package org.countersign.analysis.methods;

import java.util.List;
import java.util.Optional;
import org.countersign.analysis.AnalysisInput;
import org.countersign.analysis.AnalysisMethod;
import org.countersign.analysis.ParameterSpec;
import org.countersign.analysis.Results;
import org.countersign.analysis.RoleSpec;
import org.countersign.dataset.CategoryColumn;
import org.countersign.dataset.Column;
import org.countersign.stats.Computation;
import org.countersign.stats.ContingencyTable;
import org.countersign.stats.FrequencyTable;
import org.countersign.stats.McNemar;
import org.countersign.stats.Procedure;
import org.countersign.stats.QuantityKind;
import org.countersign.stats.Reference;
import org.countersign.stats.SignTest;
import org.countersign.stats.StatisticResult;
import org.countersign.stats.TTest;
import org.countersign.stats.WilcoxonSignedRank;

/** Two measurements of each row: tests of their differences, second minus first, and of changed proportions. */
public final class PairedMethods {

    private static final Reference DIXON_MOOD = Reference.of(
            "Dixon WJ, Mood AM",
            1946,
            "The statistical sign test",
            "Journal of the American Statistical Association 41:557-566",
            "10.1080/01621459.1946.10501898");

    private static final Reference MCNEMAR = Reference.of(
            "McNemar Q",
            1947,
            "Note on the sampling error of the difference between correlated proportions or percentages",
            "Psychometrika 12:153-157",
            "10.1007/BF02295996");

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
                            Procedure.of(id.replace('_', '-'), MethodFamily.inSentence(label), reference),
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
                TwoSampleMethods.STUDENT,
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
                "Signed-rank test of the differences, second minus first, exact or normal as R chooses, with the pseudomedian and its interval.",
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
                TwoSampleMethods.WILCOXON,
                (differences, input) -> WilcoxonSignedRank.withDefaults()
                        .with(Parameters.constant(input, "distribution", WilcoxonSignedRank.Method.class))
                        .with(Parameters.constant(input, "zeros", WilcoxonSignedRank.Zeros.class))
                        .with(Parameters.alternative(input))
                        .withLevel(input.level())
                        .compute(differences));
    }

    /** McNemar's test. */
    public static AnalysisMethod mcNemar() {
        return new MethodFamily(
                "mcnemar",
                "McNemar's test",
                "Whether an event became more or less frequent between two occasions of the same rows: exact test by"
                        + " default, with the conditional odds ratio of first against second and the difference of the"
                        + " proportions, first minus second.",
                List.of(RoleSpec.categorical("outcome", RoleSpec.Arity.SOME, "the two occasions, the earlier first")),
                MethodFamily.withLevel(
                        Parameters.event(),
                        ParameterSpec.choice(
                                "test",
                                "exact",
                                "how P is found; R's default is `chi-square-corrected`",
                                "exact",
                                "chi-square-corrected",
                                "chi-square")),
                List.of(MCNEMAR),
                "p_statement",
                PairedMethods::runMcNemar);
    }

    private static void runMcNemar(AnalysisInput input, Results results) {
        List<Column> outcomes = Parameters.pair(input, "mcnemar", "outcome: [before, after]");
        if (outcomes.isEmpty()) {
            return;
        }
        CategoryColumn first = (CategoryColumn) outcomes.get(0);
        CategoryColumn second = (CategoryColumn) outcomes.get(1);
        Optional<boolean[]> atFirst = Parameters.events(input, first);
        Optional<boolean[]> atSecond = Parameters.events(input, second);
        if (atFirst.isEmpty() || atSecond.isEmpty()) {
            return;
        }
        long[][] counts = new long[2][2];
        long[] missing = new long[1];
        input.rows().forEach(row -> {
            long count = input.dataset().count(row);
            if (first.isMissing(row) || second.isMissing(row)) {
                missing[0] += count;
            } else {
                counts[atFirst.get()[first.level(row)] ? 0 : 1][atSecond.get()[second.level(row)] ? 0 : 1] += count;
            }
        });
        ContingencyTable table = ContingencyTable.of(counts);
        results.add(
                new Results.Subject(
                        List.of(),
                        first.variable().label() + " and " + second.variable().label() + ": "
                                + Parameters.eventLabel(first, atFirst.get()),
                        0,
                        Optional.empty(),
                        table.total(),
                        missing[0]),
                McNemar.withDefaults()
                        .with(Parameters.constant(input, "test", McNemar.Method.class))
                        .withLevel(input.level())
                        .compute(table),
                Procedure.of("mcnemar", "McNemar's test", MCNEMAR),
                Results.Expected.estimate(QuantityKind.RATIO));
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
