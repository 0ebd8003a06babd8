package org.countersign.analysis.methods;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.countersign.analysis.AnalysisInput;
import org.countersign.analysis.AnalysisMethod;
import org.countersign.analysis.Results;
import org.countersign.analysis.RoleSpec;
import org.countersign.dataset.CategoryColumn;
import org.countersign.dataset.Column;
import org.countersign.dataset.NumberColumn;
import org.countersign.stats.Correlation;
import org.countersign.stats.DesignMatrix;
import org.countersign.stats.PartialCorrelation;
import org.countersign.stats.Procedure;
import org.countersign.stats.QuantityKind;
import org.countersign.stats.Reference;
import org.countersign.study.Level;

/** Correlations beside the plain one: given other variables, and with a variable of two levels. */
public final class AssociationMethods {

    private static final Reference FISHER = Reference.of(
            "Fisher RA", 1924, "The distribution of the partial correlation coefficient", "Metron 3:329-332");
    private static final Reference TATE = Reference.of(
            "Tate RF",
            1954,
            "Correlation between a discrete and a continuous variable. Point-biserial correlation",
            "The Annals of Mathematical Statistics 25:603-607",
            "10.1214/aoms/1177728730");

    private AssociationMethods() {}

    /** Partial correlation. */
    public static AnalysisMethod partialCorrelation() {
        return new MethodFamily(
                "partial_correlation",
                "Partial correlation",
                "Pearson's correlation of two variables given others, numbers or categories, with Fisher's interval.",
                List.of(
                        RoleSpec.numeric("outcome", RoleSpec.Arity.SOME, "the two variables"),
                        RoleSpec.numericOrCategorical("covariates", RoleSpec.Arity.SOME, "variables held constant")),
                MethodFamily.withLevel(),
                List.of(FISHER),
                "estimate_ci_p",
                AssociationMethods::runPartial);
    }

    private static void runPartial(AnalysisInput input, Results results) {
        List<Column> outcomes = Parameters.pair(input, "partial_correlation", "outcome: [height, weight]");
        if (outcomes.isEmpty()) {
            return;
        }
        List<Column> covariates = input.all("covariates");
        List<Column> all = new ArrayList<>(outcomes);
        all.addAll(covariates);
        Optional<CompleteCases> cases = CompleteCases.of(input, all);
        if (cases.isEmpty()) {
            return;
        }
        List<double[]> values = cases.get().values();
        DesignMatrix.Builder controls = DesignMatrix.builder(values.get(0).length);
        for (int i = 0; i < covariates.size(); i++) {
            add(controls, covariates.get(i), values.get(i + 2));
        }
        results.add(
                Subjects.together(outcomes, cases.get())
                        .named(Subjects.list(outcomes) + ", given " + Subjects.list(covariates)),
                PartialCorrelation.withDefaults()
                        .withLevel(input.level())
                        .compute(values.get(0), values.get(1), controls.build()),
                Procedure.of("partial-correlation", "partial correlation", FISHER),
                Results.Expected.estimate(QuantityKind.COEFFICIENT));
    }

    /** A category with the levels that occur; one that does not vary says nothing and is left out. */
    private static void add(DesignMatrix.Builder controls, Column covariate, double[] values) {
        String name = covariate.variable().name();
        if (!(covariate instanceof CategoryColumn category)) {
            controls.numeric(name, values);
            return;
        }
        int[] present =
                Arrays.stream(values).mapToInt(v -> (int) v).distinct().sorted().toArray();
        if (present.length > 1) {
            int[] codes = Arrays.stream(values)
                    .mapToInt(v -> Arrays.binarySearch(present, (int) v))
                    .toArray();
            List<String> levels = Arrays.stream(present)
                    .mapToObj(i -> category.levels().get(i))
                    .map(Level::code)
                    .toList();
            controls.factor(name, codes, levels, 0);
        }
    }

    /** Point-biserial correlation. */
    public static AnalysisMethod pointBiserial() {
        return new MethodFamily(
                "point_biserial",
                "Point-biserial correlation",
                "Pearson's correlation of a number with a variable of two levels, the reference counting 0 and the other 1,"
                        + " with Fisher's interval; its test is Student's.",
                List.of(
                        RoleSpec.numeric("outcome", RoleSpec.Arity.EACH, "the numbers"),
                        RoleSpec.categorical("group", RoleSpec.Arity.ONE, "variable with two levels")),
                MethodFamily.withLevel(Parameters.alternative()),
                List.of(TATE),
                "estimate_ci_p",
                AssociationMethods::runPointBiserial);
    }

    private static void runPointBiserial(AnalysisInput input, Results results) {
        NumberColumn outcome = (NumberColumn) input.one("outcome");
        CategoryColumn group = (CategoryColumn) input.one("group");
        Optional<AnalysisInput.TwoGroups> groups = input.twoGroups(group);
        Optional<CompleteCases> cases = CompleteCases.of(input, List.of(outcome, group));
        if (groups.isEmpty() || cases.isEmpty()) {
            return;
        }
        int reference = group.variable().referenceIndex();
        double[] indicator = Arrays.stream(cases.get().values().get(1))
                .map(level -> level == reference ? 0 : 1)
                .toArray();
        results.add(
                Subjects.together(List.of(outcome, group), cases.get())
                        .named(outcome.variable().label() + " and "
                                + group.variable().label() + ", " + groups.get().label()),
                Correlation.withDefaults()
                        .with(Parameters.alternative(input))
                        .withLevel(input.level())
                        .compute(indicator, cases.get().values().get(0))
                        .map(r -> new Explained(r, "point-biserial")),
                Procedure.of("point-biserial", "point-biserial correlation", TATE),
                Results.Expected.estimate(QuantityKind.COEFFICIENT));
    }
}
