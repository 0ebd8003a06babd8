package org.countersign.analysis.methods;

import java.util.List;
import java.util.Optional;
import org.countersign.analysis.AnalysisInput;
import org.countersign.analysis.AnalysisMethod;
import org.countersign.analysis.ParameterSpec;
import org.countersign.analysis.Results;
import org.countersign.analysis.RoleSpec;
import org.countersign.stats.Computation;
import org.countersign.stats.NumberNeededToTreat;
import org.countersign.stats.OddsRatio;
import org.countersign.stats.Procedure;
import org.countersign.stats.QuantityKind;
import org.countersign.stats.Reference;
import org.countersign.stats.RiskDifference;
import org.countersign.stats.RiskRatio;
import org.countersign.stats.StatisticResult;
import org.countersign.stats.TwoByTwoTable;

/** Effects of two groups on a binary outcome. */
public final class TwoByTwoMethods {

    private static final Reference KATZ = Reference.of(
            "Katz D, Baptista J, Azen SP, Pike MC",
            1978,
            "Obtaining confidence intervals for the risk ratio in cohort studies",
            "Biometrics 34:469-474",
            "10.2307/2530610");
    private static final Reference NEWCOMBE = Reference.of(
            "Newcombe RG",
            1998,
            "Interval estimation for the difference between independent proportions: comparison of eleven methods",
            "Statistics in Medicine 17:873-890",
            "10.1002/(SICI)1097-0258(19980430)17:8<873::AID-SIM779>3.0.CO;2-I");
    private static final Reference WOOLF = Reference.of(
            "Woolf B",
            1955,
            "On estimating the relation between blood group and disease",
            "Annals of Human Genetics 19:251-253",
            "10.1111/j.1469-1809.1955.tb01348.x");
    private static final Reference LAUPACIS = Reference.of(
            "Laupacis A, Sackett DL, Roberts RS",
            1988,
            "An assessment of clinically useful measures of the consequences of treatment",
            "New England Journal of Medicine 318:1728-1733",
            "10.1056/NEJM198806303182605");

    private TwoByTwoMethods() {}

    private interface Effect {
        Computation<? extends StatisticResult> of(TwoByTwoTable table, AnalysisInput input);
    }

    private static AnalysisMethod method(
            String id,
            String label,
            String summary,
            ParameterSpec interval,
            Reference reference,
            QuantityKind kind,
            Effect effect) {
        return new MethodFamily(
                id,
                label,
                summary,
                List.of(
                        RoleSpec.categorical("outcome", RoleSpec.Arity.EACH, "what may happen"),
                        RoleSpec.categorical("group", RoleSpec.Arity.ONE, "variable with the two groups")),
                MethodFamily.withLevel(Parameters.event(), interval),
                List.of(reference),
                "estimate_ci",
                (input, results) -> {
                    Optional<Events.Comparison> comparison = Events.compare(input);
                    comparison.ifPresent(c -> results.add(
                            c.subject(),
                            effect.of(c.table(), input),
                            Procedure.of(id.replace('_', '-'), MethodFamily.inSentence(label), reference),
                            Results.Expected.estimate(kind)));
                });
    }

    /** Risk ratio. */
    public static AnalysisMethod riskRatio() {
        return method(
                "risk_ratio",
                "Risk ratio",
                "Risk of the event in the group that is not the reference, divided by the risk in the reference group; Wald"
                        + " interval on the log scale.",
                ParameterSpec.choice("interval", "wald", "how the interval is made", "wald", "koopman"),
                KATZ,
                QuantityKind.RATIO,
                (table, input) -> RiskRatio.withDefaults()
                        .with(
                                input.text("interval").equals("koopman")
                                        ? RiskRatio.Method.KOOPMAN_SCORE
                                        : RiskRatio.Method.WALD_LOG)
                        .withLevel(input.level())
                        .compute(table));
    }

    /** Odds ratio. */
    public static AnalysisMethod oddsRatio() {
        return method(
                "odds_ratio",
                "Odds ratio",
                "Odds of the event in the group that is not the reference, divided by the odds in the reference group; conditional"
                        + " maximum likelihood as R's fisher.test.",
                ParameterSpec.choice(
                        "interval",
                        "conditional",
                        "how estimate and interval are made",
                        "conditional",
                        "woolf",
                        "half-added"),
                WOOLF,
                QuantityKind.RATIO,
                (table, input) -> OddsRatio.withDefaults()
                        .with(Parameters.constant(input, "interval", OddsRatio.Method.class))
                        .withLevel(input.level())
                        .compute(table));
    }

    /** Risk difference. */
    public static AnalysisMethod riskDifference() {
        return method(
                "risk_difference",
                "Risk difference",
                "Risk of the event in the group that is not the reference minus the risk in the reference group; Newcombe's"
                        + " interval, P-value of the pooled score test.",
                ParameterSpec.choice(
                        "interval", "newcombe", "how the interval is made", "newcombe", "wald", "miettinen-nurminen"),
                NEWCOMBE,
                QuantityKind.PROPORTION_DIFFERENCE,
                (table, input) -> RiskDifference.withDefaults()
                        .with(Parameters.constant(input, "interval", RiskDifference.Method.class))
                        .withLevel(input.level())
                        .compute(table));
    }

    /** Number needed to treat. */
    public static AnalysisMethod numberNeededToTreat() {
        return method(
                "number_needed_to_treat",
                "Number needed to treat",
                "Inverse of the risk difference with its interval, which is open where the difference may be zero.",
                ParameterSpec.choice(
                        "interval",
                        "newcombe",
                        "how the difference's interval is made",
                        "newcombe",
                        "wald",
                        "miettinen-nurminen"),
                LAUPACIS,
                QuantityKind.MEASUREMENT,
                (table, input) -> NumberNeededToTreat.withDefaults()
                        .with(RiskDifference.withDefaults()
                                .with(Parameters.constant(input, "interval", RiskDifference.Method.class))
                                .withLevel(input.level()))
                        .compute(table));
    }
}
