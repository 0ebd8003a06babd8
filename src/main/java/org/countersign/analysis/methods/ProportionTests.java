package org.countersign.analysis.methods;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.countersign.analysis.AnalysisInput;
import org.countersign.analysis.AnalysisMethod;
import org.countersign.analysis.ParameterSpec;
import org.countersign.analysis.Results;
import org.countersign.analysis.RoleSpec;
import org.countersign.analysis.Sample;
import org.countersign.dataset.CategoryColumn;
import org.countersign.stats.ChiSquareGoodnessOfFit;
import org.countersign.stats.CochranArmitage;
import org.countersign.stats.ContingencyTable;
import org.countersign.stats.Procedure;
import org.countersign.stats.QuantityKind;
import org.countersign.stats.Reference;

/** Proportions against what was expected of them: a trend over ordered groups, given shares of categories. */
public final class ProportionTests {

    private static final Reference ARMITAGE = Reference.of(
            "Armitage P",
            1955,
            "Tests for linear trends in proportions and frequencies",
            "Biometrics 11:375-386",
            "10.2307/3001775");
    private static final Reference PEARSON = Reference.of(
            "Pearson K",
            1900,
            "On the criterion that a given system of deviations from the probable in the case of a correlated system of"
                    + " variables is such that it can be reasonably supposed to have arisen from random sampling",
            "Philosophical Magazine Series 5, 50:157-175",
            "10.1080/14786440009463897");

    private ProportionTests() {}

    private static List<Results.Expected> chiSquare() {
        return List.of(
                new Results.Expected("statistic", "chi-square", QuantityKind.STATISTIC),
                new Results.Expected("df", "degrees of freedom", QuantityKind.DEGREES_OF_FREEDOM),
                new Results.Expected("p", "P-value", QuantityKind.P_VALUE));
    }

    /** Cochran-Armitage test of trend. */
    public static AnalysisMethod trend() {
        return new MethodFamily(
                "cochran_armitage",
                "Cochran-Armitage test of trend",
                "Test of a linear trend of the event's proportion over the levels of an ordered group, with scores 1, 2, 3,"
                        + " ... unless others are given; its square is R's prop.trend.test.",
                List.of(
                        RoleSpec.categorical("outcome", RoleSpec.Arity.EACH, "what may happen"),
                        RoleSpec.categorical("group", RoleSpec.Arity.ONE, "variable whose levels are in order")),
                List.of(
                        Parameters.event(),
                        ParameterSpec.numbers("scores", "a number for each level of the group, in their order"),
                        Parameters.alternative(),
                        Parameters.decimals()),
                List.of(ARMITAGE),
                "p_statement",
                ProportionTests::runTrend);
    }

    private static void runTrend(AnalysisInput input, Results results) {
        CategoryColumn outcome = (CategoryColumn) input.one("outcome");
        CategoryColumn group = (CategoryColumn) input.one("group");
        Optional<boolean[]> which = Parameters.events(input, outcome);
        int k = group.levels().size();
        double[] scores = input.has("scores") ? input.numbers("scores") : new double[k];
        if (!input.has("scores")) {
            Arrays.setAll(scores, i -> i + 1.0);
        }
        if (scores.length != k) {
            Parameters.wrong(
                    input,
                    "scores",
                    "a number for each of the " + k + " levels of `"
                            + group.variable().name() + "`");
            return;
        }
        if (which.isEmpty()) {
            return;
        }
        long[][] counts = new long[k][];
        long missing = input.observations(input.rows().and(group::isMissing));
        List<AnalysisInput.Group> groups = input.groups(group);
        for (int i = 0; i < k; i++) {
            Events events =
                    Events.count(input, outcome, which.get(), groups.get(i).rows());
            counts[i] = new long[] {events.events(), events.total() - events.events()};
            missing += events.missing();
        }
        ContingencyTable table = ContingencyTable.of(counts);
        results.add(
                new Results.Subject(
                        List.of(),
                        outcome.variable().label() + ": " + Parameters.eventLabel(outcome, which.get()) + ", over "
                                + group.variable().label(),
                        0,
                        Optional.empty(),
                        table.total(),
                        missing),
                CochranArmitage.withDefaults()
                        .with(Parameters.alternative(input))
                        .compute(table, scores),
                Procedure.of("cochran-armitage", "Cochran-Armitage test of trend", ARMITAGE),
                chiSquare());
    }

    /** Chi-square test of given proportions. */
    public static AnalysisMethod goodnessOfFit() {
        return new MethodFamily(
                "goodness_of_fit",
                "Chi-square test of given proportions",
                "Whether the levels of a variable occur in given proportions, equal ones by default; the proportions may be"
                        + " a ratio such as 9, 3, 3, 1.",
                List.of(RoleSpec.categorical("outcome", RoleSpec.Arity.EACH, "the variables counted")),
                List.of(
                        ParameterSpec.numbers("proportions", "one for each level, in their order")
                                .within(0, 1e9),
                        Parameters.decimals()),
                List.of(PEARSON),
                "p_statement",
                ProportionTests::runGoodnessOfFit);
    }

    private static void runGoodnessOfFit(AnalysisInput input, Results results) {
        CategoryColumn outcome = (CategoryColumn) input.one("outcome");
        int k = outcome.levels().size();
        List<Double> proportions = new ArrayList<>();
        for (int i = 0; i < k && !input.has("proportions"); i++) {
            proportions.add(1.0);
        }
        for (double proportion : input.numbers("proportions")) {
            proportions.add(proportion);
        }
        if (k < 2 || proportions.size() != k || proportions.stream().anyMatch(p -> p <= 0)) {
            Parameters.wrong(
                    input,
                    "proportions",
                    "a positive number for each of the " + k + " levels of `"
                            + outcome.variable().name() + "`, two levels at least");
            return;
        }
        Sample.Levels levels = Sample.levels(input.dataset(), outcome, input.rows());
        results.add(
                new Results.Subject(
                        List.of(), outcome.variable().label(), 0, Optional.empty(), levels.total(), levels.missing()),
                ChiSquareGoodnessOfFit.withDefaults().compute(levels.counts(), proportions),
                Procedure.of("chi-square-goodness-of-fit", "chi-square test of given proportions", PEARSON),
                chiSquare());
    }
}
