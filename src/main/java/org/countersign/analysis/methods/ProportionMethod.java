package org.countersign.analysis.methods;

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
import org.countersign.dataset.RowSet;
import org.countersign.stats.Procedure;
import org.countersign.stats.ProportionInterval;
import org.countersign.stats.QuantityKind;
import org.countersign.stats.Reference;

/** A proportion with its interval, overall and by group. */
public final class ProportionMethod implements AnalysisMethod {

    private static final Reference WILSON = Reference.of(
            "Wilson EB",
            1927,
            "Probable inference, the law of succession, and statistical inference",
            "Journal of the American Statistical Association 22:209-212",
            "10.1080/01621459.1927.10502953");

    @Override
    public String id() {
        return "proportion";
    }

    @Override
    public String label() {
        return "Proportion with confidence interval";
    }

    @Override
    public String summary() {
        return "How many of the observations with a value have the event, as count and percentage, with a Wilson score interval.";
    }

    @Override
    public List<RoleSpec> roles() {
        return List.of(
                RoleSpec.categorical("outcome", RoleSpec.Arity.EACH, "the variables counted"),
                RoleSpec.categorical("group", RoleSpec.Arity.OPTIONAL, "variable whose levels are counted one by one"));
    }

    @Override
    public List<ParameterSpec> parameters() {
        return List.of(
                Parameters.event(),
                ParameterSpec.choice(
                        "interval",
                        "wilson",
                        "how the interval is made",
                        "wilson",
                        "clopper-pearson",
                        "agresti-coull",
                        "jeffreys",
                        "wald"),
                ParameterSpec.confidenceLevel(),
                Parameters.decimals());
    }

    @Override
    public List<Reference> references() {
        return List.of(WILSON);
    }

    @Override
    public String defaultDisplay() {
        return "k_of_n_percent";
    }

    @Override
    public void run(AnalysisInput input, Results results) {
        CategoryColumn outcome = (CategoryColumn) input.one("outcome");
        Optional<boolean[]> which = Parameters.events(input, outcome);
        if (which.isEmpty()) {
            return;
        }
        Optional<CategoryColumn> group = input.category("group");
        if (group.isEmpty()) {
            proportion(input, results, outcome, which.get(), input.rows(), List.of(), "", List.of());
            return;
        }
        for (AnalysisInput.Group g : input.groups(group.get())) {
            proportion(
                    input,
                    results,
                    outcome,
                    which.get(),
                    g.rows(),
                    List.of(g.level().slug()),
                    ", " + g.level().label(),
                    g.restriction());
        }
        RowSet grouped = input.rows().and(row -> !group.get().isMissing(row));
        proportion(
                input,
                results,
                outcome,
                which.get(),
                grouped,
                List.of("overall"),
                ", overall",
                List.of(Restriction.known(group.get())));
    }

    private static void proportion(
            AnalysisInput input,
            Results results,
            CategoryColumn outcome,
            boolean[] which,
            RowSet rows,
            List<String> path,
            String suffix,
            List<Restriction> within) {
        Events events = Events.count(input, outcome, which, rows);
        String label = outcome.variable().label() + ": " + Parameters.eventLabel(outcome, which) + suffix;
        ProportionInterval.Method method = ProportionInterval.Method.valueOf(
                input.text("interval").toUpperCase(Locale.ROOT).replace('-', '_'));
        results.add(
                new Results.Subject(path, label, 0, Optional.empty(), events.total(), events.missing(), within),
                ProportionInterval.withDefaults()
                        .with(method)
                        .withLevel(input.level())
                        .compute(events.events(), events.total()),
                Procedure.of("proportion", "proportion", WILSON),
                List.of(
                        new Results.Expected("events", "number with the characteristic", QuantityKind.COUNT),
                        new Results.Expected("n", "number of observations", QuantityKind.COUNT),
                        new Results.Expected("estimate", "proportion", QuantityKind.PROPORTION),
                        new Results.Expected("ci.lower", "lower confidence limit", QuantityKind.PROPORTION),
                        new Results.Expected("ci.upper", "upper confidence limit", QuantityKind.PROPORTION)));
    }
}
