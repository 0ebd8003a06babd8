package org.countersign.analysis.methods;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.countersign.analysis.AnalysisInput;
import org.countersign.analysis.AnalysisMethod;
import org.countersign.analysis.ParameterSpec;
import org.countersign.analysis.Results;
import org.countersign.analysis.RoleSpec;
import org.countersign.dataset.Column;
import org.countersign.dataset.NumberColumn;
import org.countersign.stats.Computation;
import org.countersign.stats.Computed;
import org.countersign.stats.IntraclassCorrelation;
import org.countersign.stats.ItemAnalysis;
import org.countersign.stats.McDonaldOmega;
import org.countersign.stats.Procedure;
import org.countersign.stats.Quantity;
import org.countersign.stats.QuantityKind;
import org.countersign.stats.Reference;
import org.countersign.study.Level;

/** Items of a scale, and ratings of the same subjects. */
public final class ScaleMethods {

    private static final Reference NUNNALLY = Reference.of(
            "Nunnally JC, Bernstein IH", 1994, "Psychometric Theory, 3rd edition", "McGraw-Hill, New York");
    private static final Reference MCDONALD =
            Reference.of("McDonald RP", 1999, "Test Theory: A Unified Treatment", "Lawrence Erlbaum, Mahwah, NJ");
    private static final Reference SHROUT_FLEISS = Reference.of(
            "Shrout PE, Fleiss JL",
            1979,
            "Intraclass correlations: uses in assessing rater reliability",
            "Psychological Bulletin 86:420-428",
            "10.1037/0033-2909.86.2.420");
    private static final Reference MCGRAW_WONG = Reference.of(
            "McGraw KO, Wong SP",
            1996,
            "Forming inferences about some intraclass correlation coefficients",
            "Psychological Methods 1:30-46",
            "10.1037/1082-989X.1.1.30");
    private static final RoleSpec ITEMS = RoleSpec.numeric(
            "outcome", RoleSpec.Arity.SOME, "the items, `item_{1..9}`; reverse items have to be reversed before");

    private ScaleMethods() {}

    static ParameterSpec scaleName() {
        return ParameterSpec.names("scale", "name of the scale, for a reader");
    }

    /** The name of the scale, or how many items it has. */
    static String scale(AnalysisInput input) {
        return input.has("scale") ? input.text("scale") : input.all("outcome").size() + " items";
    }

    /** The complete cases of a role that needs several variables; empty, with a diagnostic, if there are too few. */
    static Optional<CompleteCases> cases(AnalysisInput input, String method, String role, int atLeast) {
        int found = input.all(role).size();
        if (found < atLeast) {
            input.diagnostics()
                    .error(
                            "wrong-type",
                            input.location(),
                            "`" + role + "` of `" + method + "` is " + atLeast + " variables or more, found " + found);
            return Optional.empty();
        }
        return CompleteCases.of(input, input.all(role));
    }

    /** Item analysis. */
    public static AnalysisMethod itemAnalysis() {
        return new MethodFamily(
                "item_analysis",
                "Item analysis",
                "For each item of a scale, under its name: mean, SD, correlation with the sum of all items and, corrected,"
                        + " with the sum of the others, and Cronbach's alpha without it; respondents with a missing item are"
                        + " left out.",
                List.of(ITEMS),
                List.of(scaleName(), Parameters.decimals()),
                List.of(NUNNALLY),
                "corrected_correlation",
                ScaleMethods::analyseItems);
    }

    private static void analyseItems(AnalysisInput input, Results results) {
        Optional<CompleteCases> cases = cases(input, "item_analysis", "outcome", 2);
        if (cases.isEmpty()) {
            return;
        }
        Computation<ItemAnalysis.Result> analysis =
                ItemAnalysis.withDefaults().compute(cases.get().values());
        List<Column> items = input.all("outcome");
        for (int i = 0; i < items.size(); i++) {
            NumberColumn item = (NumberColumn) items.get(i);
            Results.Subject subject = AnalysisInput.subject(
                            item.variable(),
                            List.of(Level.slug(item.variable().name())),
                            "",
                            item.decimals(),
                            cases.get().n(),
                            cases.get().missing())
                    .named(item.variable().label() + " in " + scale(input));
            String prefix = "item-" + (i + 1) + ".";
            if (analysis instanceof Computed<ItemAnalysis.Result> computed) {
                results.add(
                        subject,
                        computed.value().procedure(),
                        computed.value().quantities().stream()
                                .filter(q -> q.id().startsWith(prefix))
                                .map(q ->
                                        new Quantity(q.id().substring(prefix.length()), q.label(), q.kind(), q.value()))
                                .toList());
            } else {
                results.add(subject, analysis, Procedure.of("item-analysis", "item analysis", NUNNALLY), perItem());
            }
        }
    }

    private static List<Results.Expected> perItem() {
        return List.of(
                new Results.Expected("mean", "mean", QuantityKind.MEASUREMENT),
                new Results.Expected("sd", "standard deviation", QuantityKind.MEASUREMENT),
                new Results.Expected("total-correlation", "item-total correlation", QuantityKind.COEFFICIENT),
                new Results.Expected(
                        "corrected-correlation", "corrected item-total correlation", QuantityKind.COEFFICIENT),
                new Results.Expected("alpha-without", "alpha without the item", QuantityKind.COEFFICIENT));
    }

    /** McDonald's omega. */
    public static AnalysisMethod omega() {
        return new MethodFamily(
                "mcdonald_omega",
                "McDonald's omega",
                "Reliability of a scale's sum (omega total) from a one-factor model fitted by maximum likelihood to three"
                        + " items or more; respondents with a missing item are left out.",
                List.of(ITEMS),
                List.of(scaleName(), Parameters.decimals()),
                List.of(MCDONALD),
                "estimate",
                (input, results) -> cases(input, "mcdonald_omega", "outcome", 3)
                        .ifPresent(cases -> results.add(
                                Subjects.together(input.all("outcome"), cases).named(scale(input)),
                                McDonaldOmega.withDefaults().compute(cases.values()),
                                Procedure.of("mcdonald-omega", "McDonald's omega", MCDONALD),
                                List.of(new Results.Expected(
                                        "estimate", "McDonald's omega", QuantityKind.COEFFICIENT)))));
    }

    /** Intraclass correlation. */
    public static AnalysisMethod intraclassCorrelation() {
        return new MethodFamily(
                "intraclass_correlation",
                "Intraclass correlation",
                "Reliability of ratings of the same subjects, one variable for each rater: ICC(2,1) by default, two-way"
                        + " random, absolute agreement of single ratings; subjects with a missing rating are left out.",
                List.of(RoleSpec.numeric("raters", RoleSpec.Arity.SOME, "the raters' variables")),
                MethodFamily.withLevel(ParameterSpec.choice(
                        "form",
                        "icc-2-1",
                        "Shrout and Fleiss's ICC(1,1), (2,1), (3,1) of single and (1,k), (2,k), (3,k) of mean ratings; McGraw"
                                + " and Wong call them ICC(1), ICC(A,1), ICC(C,1), ICC(k), ICC(A,k), ICC(C,k)",
                        Arrays.stream(IntraclassCorrelation.Form.values())
                                .map(IntraclassCorrelation.Form::id)
                                .toArray(String[]::new))),
                List.of(SHROUT_FLEISS, MCGRAW_WONG),
                "estimate_ci",
                (input, results) -> cases(input, "intraclass_correlation", "raters", 2)
                        .ifPresent(cases -> results.add(
                                Subjects.together(input.all("raters"), cases),
                                IntraclassCorrelation.withDefaults()
                                        .with(Parameters.constant(input, "form", IntraclassCorrelation.Form.class))
                                        .withLevel(input.level())
                                        .compute(cases.values()),
                                Procedure.of("intraclass-correlation", "intraclass correlation", SHROUT_FLEISS),
                                Results.Expected.estimate(QuantityKind.COEFFICIENT))));
    }
}
