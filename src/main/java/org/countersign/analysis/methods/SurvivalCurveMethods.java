package org.countersign.analysis.methods;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.countersign.analysis.AnalysisInput;
import org.countersign.analysis.AnalysisMethod;
import org.countersign.analysis.ParameterSpec;
import org.countersign.analysis.Restriction;
import org.countersign.analysis.Results;
import org.countersign.analysis.RoleSpec;
import org.countersign.analysis.SurvivalSeries;
import org.countersign.dataset.CategoryColumn;
import org.countersign.dataset.Column;
import org.countersign.dataset.NumberColumn;
import org.countersign.dataset.RowSet;
import org.countersign.stats.Computation;
import org.countersign.stats.Computed;
import org.countersign.stats.KaplanMeier;
import org.countersign.stats.LogRank;
import org.countersign.stats.NotComputed;
import org.countersign.stats.Procedure;
import org.countersign.stats.QuantityKind;
import org.countersign.stats.Reference;
import org.countersign.stats.RestrictedMeanComparison;
import org.countersign.stats.SurvivalSample;

/** Survival curves: what is read off them, and whether they differ. */
public final class SurvivalCurveMethods {

    private static final Reference KAPLAN_MEIER = Reference.of(
            "Kaplan EL, Meier P",
            1958,
            "Nonparametric estimation from incomplete observations",
            "Journal of the American Statistical Association 53:457-481",
            "10.1080/01621459.1958.10501452");
    private static final Reference MANTEL = Reference.of(
            "Mantel N",
            1966,
            "Evaluation of survival data and two new rank order statistics arising in its consideration",
            "Cancer Chemotherapy Reports 50:163-170");
    private static final Reference ROYSTON_PARMAR = Reference.of(
            "Royston P, Parmar MKB",
            2013,
            "Restricted mean survival time: an alternative to the hazard ratio for the design and analysis of"
                    + " randomized trials with a time-to-event outcome",
            "BMC Medical Research Methodology 13:152",
            "10.1186/1471-2288-13-152");

    private static final Procedure PLANNED_CURVE = Procedure.of("kaplan-meier", "Kaplan-Meier estimate", KAPLAN_MEIER);
    private static final Procedure PLANNED_MEAN =
            Procedure.of("restricted-mean-survival", "restricted mean survival time", ROYSTON_PARMAR);
    private static final RoleSpec DESCRIBED =
            RoleSpec.categorical("group", RoleSpec.Arity.OPTIONAL, "variable whose levels are described one by one");

    /** Different times beyond which no chart could show the steps. */
    private static final int MOST_POINTS = 10_000;

    /** Largest time that can be asked for, in any unit. */
    private static final double LATEST = 1e15;

    private SurvivalCurveMethods() {}

    static List<RoleSpec> roles(RoleSpec... more) {
        List<RoleSpec> roles = new ArrayList<>();
        roles.add(RoleSpec.numeric("time", RoleSpec.Arity.ONE, "follow-up time"));
        roles.add(RoleSpec.categorical("outcome", RoleSpec.Arity.ONE, "whether the event happened at that time"));
        roles.addAll(List.of(more));
        return roles;
    }

    static RoleSpec strata(String doc) {
        return RoleSpec.categorical("strata", RoleSpec.Arity.OPTIONAL, doc);
    }

    /** Kaplan-Meier estimate. */
    public static AnalysisMethod kaplanMeier() {
        return new MethodFamily(
                "kaplan_meier",
                "Kaplan-Meier estimate",
                "Events, median time and its interval, overall or by group; intervals on the log-log scale.",
                roles(DESCRIBED),
                MethodFamily.withLevel(Parameters.event()),
                List.of(KAPLAN_MEIER),
                "estimate_ci",
                (input, results) -> Response.survival(input).ifPresent(response -> {
                    Response.Survival survival = (Response.Survival) response;
                    for (Part part : parts(input, survival)) {
                        Computation<KaplanMeier.Result> curve = curve(input, part);
                        if (curve instanceof Computed<KaplanMeier.Result> computed
                                && part.sample().distinct() <= MOST_POINTS) {
                            results.addCurve(
                                    part.subject(survival.time()), part.label(), points(part, computed.value()));
                        }
                        results.add(
                                part.subject(survival.time()),
                                curve,
                                PLANNED_CURVE,
                                List.of(new Results.Expected(
                                        "estimate", "median survival time", QuantityKind.MEASUREMENT)));
                    }
                }));
    }

    /** The curve at every different time of follow-up. */
    private static List<SurvivalSeries.Point> points(Part part, KaplanMeier.Result curve) {
        SurvivalSample sample = part.sample();
        List<SurvivalSeries.Point> points = new ArrayList<>();
        Iterator<KaplanMeier.Step> steps = curve.steps().iterator();
        double survival = 1;
        for (int i = 0; i < sample.distinct(); i++) {
            if (sample.events(i) > 0) {
                survival = steps.next().survival();
            }
            long after = i + 1 < sample.distinct() ? sample.atRisk(i + 1) : 0;
            points.add(new SurvivalSeries.Point(
                    sample.time(i),
                    sample.atRisk(i),
                    sample.events(i),
                    sample.atRisk(i) - after - sample.events(i),
                    survival));
        }
        return points;
    }

    /** Survival at given times. */
    public static AnalysisMethod survivalProbability() {
        return new MethodFamily(
                "survival_probability",
                "Survival at given times",
                "Kaplan-Meier estimate of the proportion without the event at each of the `times`, overall or by group:"
                        + " `at_12` for the time 12, `at_1_5` for 1.5; intervals on the log-log scale.",
                roles(DESCRIBED),
                MethodFamily.withLevel(
                        Parameters.event(),
                        ParameterSpec.numbers("times", "time, or list of times, in the unit of the follow-up time")
                                .within(0, LATEST)),
                List.of(KAPLAN_MEIER),
                "estimate_ci",
                SurvivalCurveMethods::atTimes);
    }

    private static void atTimes(AnalysisInput input, Results results) {
        if (!input.has("times")) {
            input.diagnostics()
                    .error(
                            "missing-key",
                            input.location(),
                            "`survival_probability` needs `times`",
                            "parameters: {times: [12, 24]}");
            return;
        }
        List<String> times = input.texts("times").stream().distinct().toList();
        for (String time : times) {
            if (times.stream().filter(t -> slug(t).equals(slug(time))).count() > 1) {
                input.diagnostics()
                        .error(
                                "wrong-parameter",
                                input.location(),
                                "`times: " + time + "`: expected different times",
                                "such as `times: [12, 24]`");
                return;
            }
        }
        Response.survival(input).ifPresent(response -> {
            Response.Survival survival = (Response.Survival) response;
            for (Part part : parts(input, survival)) {
                Computation<KaplanMeier.Result> curve = curve(input, part);
                for (String time : times) {
                    Results.Subject subject = part.subject(survival.time()).at(slug(time));
                    results.add(
                            subject.named(subject.subject() + ", at " + time),
                            curve.flatMap(c -> c.probability(Double.parseDouble(time))),
                            PLANNED_CURVE,
                            Results.Expected.estimate(QuantityKind.PROPORTION).subList(0, 3));
                }
            }
        });
    }

    /** Of the time as a double, whose digits are few, whatever its exponent is in the text. */
    private static String slug(String time) {
        return "at_"
                + BigDecimal.valueOf(Double.parseDouble(time))
                        .stripTrailingZeros()
                        .toPlainString()
                        .replace('.', '_');
    }

    /** Restricted mean survival time. */
    public static AnalysisMethod restrictedMean() {
        return new MethodFamily(
                "restricted_mean_survival",
                "Restricted mean survival time",
                "Mean time without the event up to a horizon, the area under the Kaplan-Meier curve, overall or by group; for"
                        + " two groups their `difference` and `ratio`, the level that is not the reference first.",
                roles(RoleSpec.categorical(
                        "group", RoleSpec.Arity.OPTIONAL, "variable whose levels are described and, if two, compared")),
                MethodFamily.withLevel(
                        Parameters.event(),
                        ParameterSpec.number(
                                        "horizon",
                                        "",
                                        "time up to which the mean is taken; if absent, the least of the groups' longest"
                                                + " follow-up times")
                                .within(0, LATEST)),
                List.of(ROYSTON_PARMAR),
                "estimate_ci",
                SurvivalCurveMethods::means);
    }

    private static void means(AnalysisInput input, Results results) {
        if (input.has("horizon") && !(input.number("horizon") > 0)) {
            input.diagnostics()
                    .error(
                            "wrong-parameter",
                            input.location(),
                            "`horizon: " + input.text("horizon") + "`: expected a time above nought",
                            "such as `horizon: 24`");
            return;
        }
        Response.survival(input).ifPresent(response -> {
            Response.Survival survival = (Response.Survival) response;
            List<Part> parts = parts(input, survival);
            OptionalDouble reached = parts.stream()
                    .filter(p -> p.sample().size() > 0)
                    .mapToDouble(p -> p.sample().time(p.sample().distinct() - 1))
                    .filter(t -> t > 0)
                    .min();
            double horizon = input.has("horizon") ? input.number("horizon") : reached.orElse(1);
            List<Computation<KaplanMeier.RestrictedMean>> means = new ArrayList<>();
            for (Part part : parts) {
                Computation<KaplanMeier.RestrictedMean> mean =
                        curve(input, part).flatMap(c -> c.restrictedMeanWithin(horizon));
                means.add(mean);
                results.add(
                        part.subject(survival.time()),
                        mean,
                        PLANNED_MEAN,
                        Results.Expected.estimate(QuantityKind.MEASUREMENT).subList(0, 3));
            }
            input.category("group")
                    .filter(group -> group.levels().size() == 2)
                    .ifPresent(group -> compare(input, results, survival.time(), parts, means, group));
        });
    }

    private static void compare(
            AnalysisInput input,
            Results results,
            NumberColumn time,
            List<Part> parts,
            List<Computation<KaplanMeier.RestrictedMean>> means,
            CategoryColumn group) {
        int reference = group.variable().referenceIndex();
        int first = 1 - reference;
        Computation<RestrictedMeanComparison.Result> comparison = means.get(first)
                .flatMap(a -> means.get(reference)
                        .flatMap(b -> RestrictedMeanComparison.withDefaults()
                                .withLevel(input.level())
                                .compute(a, b)));
        long n = parts.get(0).sample().size() + parts.get(1).sample().size();
        List<Results.Expected> expected = new ArrayList<>();
        for (String what : List.of("difference", "ratio")) {
            QuantityKind kind = what.equals("ratio") ? QuantityKind.RATIO : QuantityKind.MEASUREMENT;
            Results.Expected.estimate(kind)
                    .forEach(e -> expected.add(new Results.Expected(what + "." + e.id(), e.label(), e.kind())));
        }
        results.add(
                AnalysisInput.subject(
                        time.variable(),
                        List.of(),
                        parts.get(first).label() + " vs " + parts.get(reference).label(),
                        time.decimals(),
                        n,
                        input.observations(input.rows()) - n),
                comparison,
                PLANNED_MEAN,
                expected);
    }

    /** Log-rank test. */
    public static AnalysisMethod logRank() {
        return new MethodFamily(
                "log_rank",
                "Log-rank test",
                "Test of equal hazards of groups; within the strata, if there are any.",
                roles(
                        RoleSpec.categorical("group", RoleSpec.Arity.ONE, "variable whose levels are compared"),
                        strata("variable within whose levels the groups are compared")),
                List.of(Parameters.event()),
                List.of(MANTEL),
                "p_statement",
                (input, results) -> Response.survival(input)
                        .ifPresent(response -> test(input, results, (Response.Survival) response)));
    }

    private static void test(AnalysisInput input, Results results, Response.Survival survival) {
        if (!RoleOverlap.isAbsent(input, "outcome", "time", "group", "strata")) {
            return;
        }
        CategoryColumn group = (CategoryColumn) input.one("group");
        Optional<CategoryColumn> strata = input.category("strata");
        List<Column> needed = new ArrayList<>(survival.columns());
        needed.add(group);
        strata.ifPresent(needed::add);
        CompleteRows all = CompleteRows.of(input, needed, CompleteRows.Counting.REPEATED);
        List<List<SurvivalSample>> samples = new ArrayList<>();
        for (int s = 0; s < strata.map(c -> c.levels().size()).orElse(1); s++) {
            int stratum = s;
            List<SurvivalSample> groups = new ArrayList<>();
            for (int g = 0; g < group.levels().size(); g++) {
                int level = g;
                RowSet some = all.rows()
                        .and(row -> group.level(row) == level
                                && strata.map(c -> c.level(row) == stratum).orElse(true));
                groups.add(sample(survival, CompleteRows.of(input, some, needed, CompleteRows.Counting.REPEATED)));
            }
            samples.add(groups);
        }
        results.add(
                AnalysisInput.subject(
                        survival.time().variable(),
                        List.of(),
                        "by " + group.variable().label(),
                        2,
                        all.observations(),
                        input.observations(input.rows()) - all.observations()),
                group.levels().size() < 2
                        ? Computation.notComputed(
                                NotComputed.Reason.TOO_FEW_OBSERVATIONS,
                                "there is a single group",
                                "compare two or more")
                        : LogRank.withDefaults().stratified(samples),
                Procedure.of("log-rank", "log-rank test", MANTEL),
                Results.Expected.pValue());
    }

    /** Some rows whose curve is drawn. */
    private record Part(
            List<String> path, String label, SurvivalSample sample, long missing, List<Restriction> within) {
        Results.Subject subject(NumberColumn time) {
            return AnalysisInput.subject(time.variable(), path, label, time.decimals(), sample.size(), missing)
                    .within(within);
        }
    }

    /** All rows, or those of each level of the group. */
    private static List<Part> parts(AnalysisInput input, Response.Survival survival) {
        List<Part> parts = new ArrayList<>();
        Optional<CategoryColumn> group = input.category("group");
        if (group.isEmpty()) {
            parts.add(part(input, survival, input.rows(), List.of(), "", List.of()));
        } else {
            input.groups(group.get())
                    .forEach(g -> parts.add(part(
                            input,
                            survival,
                            g.rows(),
                            List.of(g.level().slug()),
                            g.level().label(),
                            g.restriction())));
        }
        return parts;
    }

    private static Part part(
            AnalysisInput input,
            Response.Survival survival,
            RowSet some,
            List<String> path,
            String label,
            List<Restriction> within) {
        CompleteRows rows = CompleteRows.of(input, some, survival.columns(), CompleteRows.Counting.REPEATED);
        return new Part(path, label, sample(survival, rows), rows.missing(), within);
    }

    private static SurvivalSample sample(Response.Survival survival, CompleteRows rows) {
        return SurvivalSample.of(survival.times(rows), survival.events(rows));
    }

    private static Computation<KaplanMeier.Result> curve(AnalysisInput input, Part part) {
        return KaplanMeier.withDefaults().withLevel(input.level()).compute(part.sample());
    }
}
