package org.countersign.analysis.methods;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.countersign.analysis.AnalysisInput;
import org.countersign.analysis.AnalysisMethod;
import org.countersign.analysis.ParameterSpec;
import org.countersign.analysis.Restriction;
import org.countersign.analysis.Results;
import org.countersign.analysis.RoleSpec;
import org.countersign.dataset.CategoryColumn;
import org.countersign.dataset.Column;
import org.countersign.dataset.NumberColumn;
import org.countersign.dataset.RowSet;
import org.countersign.stats.CoxModel;
import org.countersign.stats.KaplanMeier;
import org.countersign.stats.LogRank;
import org.countersign.stats.Procedure;
import org.countersign.stats.QuantityKind;
import org.countersign.stats.Reference;
import org.countersign.stats.SurvivalSample;

/** Times to an event that not everybody has had. */
public final class SurvivalMethods {

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
    private static final Reference COX = Reference.of(
            "Cox DR",
            1972,
            "Regression models and life-tables",
            "Journal of the Royal Statistical Society Series B 34:187-220",
            "10.1111/j.2517-6161.1972.tb00899.x");

    private SurvivalMethods() {}

    private static List<RoleSpec> roles(RoleSpec... more) {
        List<RoleSpec> roles = new ArrayList<>();
        roles.add(RoleSpec.numeric("time", RoleSpec.Arity.ONE, "follow-up time"));
        roles.add(RoleSpec.categorical("outcome", RoleSpec.Arity.ONE, "whether the event happened at that time"));
        roles.addAll(List.of(more));
        return roles;
    }

    /** Follow-up of some rows. */
    private static final class FollowUp {
        private final double[] times;
        private final boolean[] events;
        private final long missing;

        private FollowUp(double[] times, boolean[] events, long missing) {
            this.times = times;
            this.events = events;
            this.missing = missing;
        }

        static Optional<FollowUp> of(AnalysisInput input, RowSet rows) {
            NumberColumn time = (NumberColumn) input.one("time");
            CategoryColumn event = (CategoryColumn) input.one("outcome");
            Optional<boolean[]> which = Parameters.events(input, event);
            if (which.isEmpty() || input.dataset().isCounted()) {
                return Optional.empty();
            }
            RowSet complete = rows.and(row -> !time.isMissing(row) && !event.isMissing(row));
            double[] times = new double[complete.size()];
            boolean[] events = new boolean[complete.size()];
            int[] next = new int[1];
            complete.forEach(row -> {
                times[next[0]] = time.value(row);
                events[next[0]++] = which.get()[event.level(row)];
            });
            return Optional.of(new FollowUp(times, events, rows.size() - complete.size()));
        }

        SurvivalSample sample() {
            return SurvivalSample.of(times, events);
        }
    }

    /** Kaplan-Meier estimate. */
    public static AnalysisMethod kaplanMeier() {
        return new MethodFamily(
                "kaplan_meier",
                "Kaplan-Meier estimate",
                "Events, median time and its interval, overall or by group; intervals on the log-log scale.",
                roles(RoleSpec.categorical(
                        "group", RoleSpec.Arity.OPTIONAL, "variable whose levels are described one by one")),
                MethodFamily.withLevel(Parameters.event()),
                List.of(KAPLAN_MEIER),
                "estimate_ci",
                (input, results) -> {
                    NumberColumn time = (NumberColumn) input.one("time");
                    Optional<CategoryColumn> group = input.category("group");
                    if (group.isEmpty()) {
                        describe(input, results, time, input.rows(), List.of(), "", List.of());
                        return;
                    }
                    input.groups(group.get())
                            .forEach(g -> describe(
                                    input,
                                    results,
                                    time,
                                    g.rows(),
                                    List.of(g.level().slug()),
                                    g.level().label(),
                                    g.restriction()));
                });
    }

    private static void describe(
            AnalysisInput input,
            Results results,
            NumberColumn time,
            RowSet rows,
            List<String> path,
            String suffix,
            List<Restriction> within) {
        FollowUp.of(input, rows)
                .ifPresent(f -> results.add(
                        AnalysisInput.subject(time.variable(), path, suffix, time.decimals(), f.times.length, f.missing)
                                .within(within),
                        KaplanMeier.withDefaults().withLevel(input.level()).compute(f.sample()),
                        Procedure.of("kaplan-meier", "Kaplan-Meier estimate", KAPLAN_MEIER),
                        List.of(new Results.Expected("estimate", "median survival time", QuantityKind.MEASUREMENT))));
    }

    /** Log-rank test. */
    public static AnalysisMethod logRank() {
        return new MethodFamily(
                "log_rank",
                "Log-rank test",
                "Test of equal hazards of groups.",
                roles(RoleSpec.categorical("group", RoleSpec.Arity.ONE, "variable whose levels are compared")),
                List.of(Parameters.event()),
                List.of(MANTEL),
                "p_statement",
                (input, results) -> {
                    CategoryColumn group = (CategoryColumn) input.one("group");
                    List<SurvivalSample> samples = new ArrayList<>();
                    long n = 0;
                    long missing = 0;
                    for (AnalysisInput.Group g : input.groups(group)) {
                        Optional<FollowUp> followUp = FollowUp.of(input, g.rows());
                        if (followUp.isEmpty()) {
                            return;
                        }
                        samples.add(followUp.get().sample());
                        n += followUp.get().times.length;
                        missing += followUp.get().missing;
                    }
                    results.add(
                            AnalysisInput.subject(
                                    input.one("time").variable(),
                                    List.of(),
                                    "by " + group.variable().label(),
                                    2,
                                    n,
                                    missing),
                            LogRank.withDefaults().compute(samples),
                            Procedure.of("log-rank", "log-rank test", MANTEL),
                            Results.Expected.pValue());
                });
    }

    /** Cox regression. */
    public static AnalysisMethod cox() {
        return new MethodFamily(
                "cox_regression",
                "Cox regression",
                "Adjusted hazard ratios by partial likelihood, Efron's handling of ties.",
                roles(
                        RoleSpec.categorical("group", RoleSpec.Arity.OPTIONAL, "variable whose levels are compared"),
                        RoleSpec.numericOrCategorical("covariates", RoleSpec.Arity.ANY, "variables adjusted for")),
                MethodFamily.withLevel(
                        Parameters.event(),
                        ParameterSpec.choice("ties", "efron", "handling of equal times", "efron", "breslow"),
                        ParameterSpec.names("interactions", "pairs of variables that are in the model")),
                List.of(COX),
                "estimate_ci_p",
                SurvivalMethods::fitCox);
    }

    private static void fitCox(AnalysisInput input, Results results) {
        NumberColumn time = (NumberColumn) input.one("time");
        CategoryColumn event = (CategoryColumn) input.one("outcome");
        List<Column> terms = new ArrayList<>();
        input.optional("group").ifPresent(terms::add);
        terms.addAll(input.all("covariates"));
        RowSet known = input.rows()
                .and(row -> !event.isMissing(row)
                        && !time.isMissing(row)
                        && terms.stream().noneMatch(t -> t.isMissing(row)));
        Optional<FollowUp> followUp = FollowUp.of(input, known);
        AnalysisInput complete = new AnalysisInput(
                input.dataset(),
                known,
                input.roles(),
                input.parameters(),
                input.populations(),
                input.diagnostics(),
                input.location());
        Optional<RegressionFrame> frame = RegressionFrame.of(complete, time, terms);
        if (followUp.isEmpty() || frame.isEmpty()) {
            return;
        }
        RegressionResults.add(
                results,
                AnalysisInput.subject(
                        time.variable(),
                        List.of(),
                        "",
                        2,
                        known.size(),
                        input.rows().size() - known.size()),
                frame.get(),
                CoxModel.withDefaults()
                        .with(CoxModel.Ties.valueOf(input.text("ties").toUpperCase(Locale.ROOT)))
                        .withLevel(input.level())
                        .compute(frame.get().design(), followUp.get().times, followUp.get().events),
                Procedure.of("cox-regression", "Cox regression", COX),
                QuantityKind.RATIO);
    }
}
