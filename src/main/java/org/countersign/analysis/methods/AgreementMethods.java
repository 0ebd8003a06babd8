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
import org.countersign.dataset.CategoryColumn;
import org.countersign.dataset.Column;
import org.countersign.stats.Computation;
import org.countersign.stats.ContingencyTable;
import org.countersign.stats.FleissKappa;
import org.countersign.stats.FrequencyTable;
import org.countersign.stats.KrippendorffAlpha;
import org.countersign.stats.KrippendorffBootstrap;
import org.countersign.stats.NotComputed;
import org.countersign.stats.PercentAgreement;
import org.countersign.stats.Procedure;
import org.countersign.stats.ProportionInterval;
import org.countersign.stats.QuantityKind;
import org.countersign.stats.Reference;

/** Agreement of any number of raters or coders. */
public final class AgreementMethods {

    private static final Reference FLEISS_LEVIN_PAIK = Reference.of(
            "Fleiss JL, Levin B, Paik MC",
            2003,
            "Statistical Methods for Rates and Proportions, 3rd edition",
            "Wiley, Hoboken, NJ",
            "10.1002/0471445428");
    private static final Reference FLEISS = Reference.of(
            "Fleiss JL",
            1971,
            "Measuring nominal scale agreement among many raters",
            "Psychological Bulletin 76:378-382",
            "10.1037/h0031619");
    private static final Reference KRIPPENDORFF = Reference.of(
            "Krippendorff K",
            2004,
            "Content Analysis: An Introduction to Its Methodology, 2nd edition",
            "Sage, Thousand Oaks, CA");
    private static final RoleSpec RATERS = RoleSpec.categorical(
            "raters", RoleSpec.Arity.SOME, "the raters' variables, two or more, with the same levels");

    private AgreementMethods() {}

    /** Percent agreement. */
    public static AnalysisMethod percentAgreement() {
        return new MethodFamily(
                "percent_agreement",
                "Percent agreement",
                "How many of the rows rated by all raters were given one and the same category by all of them, with a Wilson"
                        + " interval.",
                List.of(RATERS),
                MethodFamily.withLevel(),
                List.of(FLEISS_LEVIN_PAIK),
                "percent_ci",
                (input, results) -> cases(input, "percent_agreement")
                        .ifPresent(cases -> results.add(
                                Subjects.together(input.all("raters"), cases),
                                PercentAgreement.withDefaults()
                                        .with(ProportionInterval.withDefaults().withLevel(input.level()))
                                        .compute(agreed(cases), cases.n()),
                                Procedure.of("percent-agreement", "percent agreement", FLEISS_LEVIN_PAIK),
                                List.of(
                                        new Results.Expected("estimate", "agreement", QuantityKind.PROPORTION),
                                        new Results.Expected(
                                                "ci.lower", "lower confidence limit", QuantityKind.PROPORTION),
                                        new Results.Expected(
                                                "ci.upper", "upper confidence limit", QuantityKind.PROPORTION)))));
    }

    private static Optional<CompleteCases> cases(AnalysisInput input, String method) {
        return Raters.several(input, method).flatMap(raters -> CompleteCases.of(input, raters));
    }

    private static long agreed(CompleteCases cases) {
        double[] first = cases.values().get(0);
        long agreed = 0;
        for (int i = 0; i < first.length; i++) {
            int row = i;
            agreed += cases.values().stream().allMatch(rater -> rater[row] == first[row]) ? 1 : 0;
        }
        return agreed;
    }

    /** Fleiss's kappa. */
    public static AnalysisMethod fleissKappa() {
        return new MethodFamily(
                "fleiss_kappa",
                "Fleiss's kappa",
                "Agreement of several raters beyond chance on unordered categories, with a test of no agreement beyond"
                        + " chance; rows that a rater left out are not used.",
                List.of(RATERS),
                List.of(Parameters.decimals()),
                List.of(FLEISS),
                "estimate",
                (input, results) -> cases(input, "fleiss_kappa")
                        .ifPresent(cases -> results.add(
                                Subjects.together(input.all("raters"), cases),
                                fleiss(
                                        cases,
                                        ((CategoryColumn) input.one("raters"))
                                                .levels()
                                                .size()),
                                Procedure.of("fleiss-kappa", "Fleiss's kappa", FLEISS),
                                List.of(
                                        new Results.Expected("estimate", "kappa", QuantityKind.COEFFICIENT),
                                        new Results.Expected("p", "P-value", QuantityKind.P_VALUE)))));
    }

    private static Computation<FleissKappa.Result> fleiss(CompleteCases cases, int categories) {
        if (cases.n() == 0) {
            return Computation.notComputed(
                    NotComputed.Reason.NO_OBSERVATIONS, "no row was rated by all raters", "check the raters' files");
        }
        long[][] ratings = new long[(int) cases.n()][categories];
        for (double[] rater : cases.values()) {
            for (int i = 0; i < rater.length; i++) {
                ratings[i][(int) rater[i]]++;
            }
        }
        return FleissKappa.withDefaults().compute(ContingencyTable.of(ratings));
    }

    /** Krippendorff's alpha. */
    public static AnalysisMethod krippendorffAlpha() {
        return new MethodFamily(
                "krippendorff_alpha",
                "Krippendorff's alpha",
                "Agreement of any number of coders beyond chance; nominal by default, ordinal, interval or ratio on request;"
                        + " rows coded at least twice count, whoever left them out. The interval is a percentile bootstrap of"
                        + " the rows from a seed.",
                List.of(RoleSpec.numericOrCategorical(
                        "raters", RoleSpec.Arity.SOME, "the coders' variables, all categories or all numbers")),
                MethodFamily.withLevel(
                        ParameterSpec.choice(
                                "metric",
                                "nominal",
                                "distance of two codes; `interval` and `ratio` need numbers",
                                Arrays.stream(KrippendorffAlpha.Metric.values())
                                        .map(KrippendorffAlpha.Metric::id)
                                        .toArray(String[]::new)),
                        Parameters.replicates("bootstrap replicates"),
                        Parameters.seed()),
                List.of(KRIPPENDORFF),
                "estimate_ci",
                AgreementMethods::runAlpha);
    }

    private static void runAlpha(AnalysisInput input, Results results) {
        List<Column> raters = input.all("raters");
        KrippendorffAlpha.Metric metric = Parameters.constant(input, "metric", KrippendorffAlpha.Metric.class);
        boolean numbers = raters.stream().noneMatch(r -> r instanceof CategoryColumn);
        boolean categories = raters.stream().allMatch(r -> r instanceof CategoryColumn);
        if (!numbers && !categories) {
            input.diagnostics()
                    .error(
                            "wrong-type",
                            input.location(),
                            "`raters` of `krippendorff_alpha` are numbers and categories",
                            "declare them all alike");
            return;
        }
        if (categories) {
            if (Raters.several(input, "krippendorff_alpha").isEmpty()) {
                return;
            }
            if (metric == KrippendorffAlpha.Metric.INTERVAL || metric == KrippendorffAlpha.Metric.RATIO) {
                Parameters.wrong(input, "metric", "`nominal` or `ordinal` for categories");
                return;
            }
        }
        List<FrequencyTable> units = units(input, raters);
        if (metric == KrippendorffAlpha.Metric.RATIO && units.stream().anyMatch(u -> !u.isEmpty() && u.value(0) < 0)) {
            Parameters.wrong(input, "metric", "`interval`, because there are codes below 0");
            return;
        }
        long coded = units.stream().filter(u -> u.size() > 1).count();
        results.add(
                new Results.Subject(List.of(), Subjects.list(raters), 2, Optional.empty(), coded, units.size() - coded),
                KrippendorffBootstrap.withSeed(input.whole("seed"))
                        .with(KrippendorffAlpha.withDefaults().with(metric))
                        .withReplicates(input.whole("replicates"))
                        .withLevel(input.level())
                        .compute(units),
                Procedure.of("krippendorff-alpha", "Krippendorff's alpha", KRIPPENDORFF),
                Results.Expected.estimate(QuantityKind.COEFFICIENT).subList(0, 3));
    }

    private static List<FrequencyTable> units(AnalysisInput input, List<Column> raters) {
        List<FrequencyTable> units = new ArrayList<>();
        input.rows().forEach(row -> {
            FrequencyTable unit = FrequencyTable.of(raters.stream()
                    .filter(rater -> !rater.isMissing(row))
                    .mapToDouble(rater -> CompleteCases.value(rater, row))
                    .toArray());
            for (long i = input.dataset().count(row); i > 0; i--) {
                units.add(unit);
            }
        });
        return List.copyOf(units);
    }
}
