package org.countersign.analysis.methods;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.countersign.analysis.AnalysisInput;
import org.countersign.analysis.AnalysisMethod;
import org.countersign.analysis.ParameterSpec;
import org.countersign.analysis.Results;
import org.countersign.analysis.RoleSpec;
import org.countersign.dataset.CategoryColumn;
import org.countersign.stats.Alternative;
import org.countersign.stats.ChiSquare;
import org.countersign.stats.Computation;
import org.countersign.stats.ContingencyTable;
import org.countersign.stats.CramersV;
import org.countersign.stats.FisherExact;
import org.countersign.stats.FisherMonteCarlo;
import org.countersign.stats.NotComputed;
import org.countersign.stats.Procedure;
import org.countersign.stats.QuantityKind;
import org.countersign.stats.Reference;
import org.countersign.stats.StatisticResult;

/** Two categorical variables of any number of levels: tests of independence, strength of association. */
public final class CrossTabulationMethods {

    private static final Reference PEARSON = Reference.of(
            "Pearson K",
            1900,
            "On the criterion that a given system of deviations from the probable in the case of a correlated system of"
                    + " variables is such that it can be reasonably supposed to have arisen from random sampling",
            "Philosophical Magazine Series 5, 50:157-175",
            "10.1080/14786440009463897");
    private static final Reference FREEMAN_HALTON = Reference.of(
            "Freeman GH, Halton JH",
            1951,
            "Note on an exact treatment of contingency, goodness of fit and other problems of significance",
            "Biometrika 38:141-149",
            "10.1093/biomet/38.1-2.141");
    private static final Reference CRAMER =
            Reference.of("Cramér H", 1946, "Mathematical Methods of Statistics", "Princeton University Press");

    private CrossTabulationMethods() {}

    private interface Test {
        Computation<? extends StatisticResult> of(ContingencyTable table, AnalysisInput input);
    }

    private static AnalysisMethod method(
            String id,
            String label,
            String summary,
            List<ParameterSpec> parameters,
            Reference reference,
            String display,
            List<Results.Expected> expected,
            Test test) {
        return new MethodFamily(
                id,
                label,
                summary,
                List.of(
                        RoleSpec.categorical("outcome", RoleSpec.Arity.EACH, "the variables compared"),
                        RoleSpec.categorical("group", RoleSpec.Arity.ONE, "variable whose levels are compared")),
                parameters,
                List.of(reference),
                display,
                (input, results) -> {
                    CategoryColumn outcome = (CategoryColumn) input.one("outcome");
                    CategoryColumn group = (CategoryColumn) input.one("group");
                    int rows = group.levels().size();
                    int columns = outcome.levels().size();
                    if (isOneSided(input) && (rows != 2 || columns != 2)) {
                        Parameters.wrong(input, "alternative", "`two-sided` for a table of " + rows + " by " + columns);
                        return;
                    }
                    CrossTabulation cross = CrossTabulation.of(input, outcome, group);
                    results.add(
                            cross.subject(outcome, group),
                            test.of(cross.table(), input),
                            Procedure.of(id.replace('_', '-'), MethodFamily.inSentence(label), reference),
                            expected);
                });
    }

    private static boolean isOneSided(AnalysisInput input) {
        return input.has("alternative") && Parameters.alternative(input) != Alternative.TWO_SIDED;
    }

    private static List<Results.Expected> chiSquareTest() {
        return List.of(
                new Results.Expected("statistic", "chi-square", QuantityKind.STATISTIC),
                new Results.Expected("df", "degrees of freedom", QuantityKind.DEGREES_OF_FREEDOM),
                new Results.Expected("p", "P-value", QuantityKind.P_VALUE));
    }

    /** Yates' correction or none. */
    static ParameterSpec correction() {
        return ParameterSpec.choice(
                "correction", "yates", "continuity correction of a two-by-two table", "yates", "none");
    }

    /** Chi-square test of independence. */
    public static AnalysisMethod chiSquare() {
        return method(
                "chi_square",
                "Chi-square test",
                "Pearson's test of independence of two categorical variables; with Yates' correction for two by two, as R"
                        + " does.",
                List.of(correction(), Parameters.decimals()),
                PEARSON,
                "p",
                chiSquareTest(),
                (table, input) -> ChiSquare.withDefaults()
                        .with(Parameters.constant(input, "correction", ChiSquare.Correction.class))
                        .compute(table));
    }

    /** Fisher's exact test. */
    public static AnalysisMethod fisherExact() {
        return method(
                "fisher_exact",
                "Fisher's exact test",
                "Exact test of independence of two categorical variables; sums all tables that are no likelier than the"
                        + " observed. A table beyond two by two whose exact distribution is too large is tested by seeded"
                        + " Monte Carlo, and the result says so.",
                List.of(
                        ParameterSpec.choice(
                                "distribution",
                                "automatic",
                                "`automatic` is exact where that can be computed, else Monte Carlo",
                                "automatic",
                                "exact",
                                "monte-carlo"),
                        ParameterSpec.choice(
                                "alternative",
                                "two-sided",
                                "one-sided for two by two only; `greater`: the outcome's second level is likelier in the"
                                        + " group's second level",
                                "two-sided",
                                "less",
                                "greater"),
                        Parameters.replicates("tables drawn by Monte Carlo"),
                        Parameters.seed(),
                        Parameters.decimals()),
                FREEMAN_HALTON,
                "p",
                Results.Expected.pValue(),
                CrossTabulationMethods::fisher);
    }

    private static Computation<? extends StatisticResult> fisher(ContingencyTable table, AnalysisInput input) {
        return switch (input.text("distribution")) {
            case "exact" -> exact(table, input);
            case "monte-carlo" -> monteCarlo(table, input);
            default -> automatic(exact(table, input), () -> monteCarlo(table, input));
        };
    }

    private static Computation<FisherExact.Result> exact(ContingencyTable table, AnalysisInput input) {
        return FisherExact.withDefaults().with(Parameters.alternative(input)).compute(table);
    }

    private static Computation<FisherMonteCarlo.Result> monteCarlo(ContingencyTable table, AnalysisInput input) {
        return FisherMonteCarlo.withSeed(input.whole("seed"))
                .withReplicates(input.whole("replicates"))
                .compute(table);
    }

    /** The exact test or, where its distribution is too large, the one by Monte Carlo, which then says why. */
    static Computation<? extends StatisticResult> automatic(
            Computation<FisherExact.Result> exact, Supplier<Computation<FisherMonteCarlo.Result>> monteCarlo) {
        return exact instanceof NotComputed<FisherExact.Result> not && not.reason() == NotComputed.Reason.TOO_LARGE
                ? monteCarlo.get().map(result -> new Explained(result, "the exact distribution is too large"))
                : exact;
    }

    /** Cramer's V. */
    public static AnalysisMethod cramersV() {
        List<Results.Expected> expected = new ArrayList<>(Results.Expected.estimate(QuantityKind.COEFFICIENT));
        expected.addAll(chiSquareTest().subList(0, 2));
        return method(
                "cramers_v",
                "Cramer's V",
                "Strength of association of two categorical variables from chi-square without correction (phi for two by"
                        + " two), with an interval from the noncentral chi-square distribution.",
                MethodFamily.withLevel(),
                CRAMER,
                "estimate_ci",
                expected,
                (table, input) ->
                        CramersV.withDefaults().withLevel(input.level()).compute(table));
    }
}
