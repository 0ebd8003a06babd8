package org.countersign.analysis.methods;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.countersign.analysis.AnalysisInput;
import org.countersign.analysis.AnalysisMethod;
import org.countersign.analysis.ParameterSpec;
import org.countersign.analysis.Restriction;
import org.countersign.analysis.Results;
import org.countersign.analysis.RoleSpec;
import org.countersign.analysis.Sample;
import org.countersign.dataset.CategoryColumn;
import org.countersign.dataset.RowSet;
import org.countersign.stats.Computation;
import org.countersign.stats.NotComputed;
import org.countersign.stats.Quantity;
import org.countersign.stats.QuantityKind;
import org.countersign.stats.Reference;

/** How often each level occurs, overall and by group. */
public final class FrequenciesMethod implements AnalysisMethod {

    @Override
    public String id() {
        return "frequencies";
    }

    @Override
    public String label() {
        return "Frequencies";
    }

    @Override
    public String summary() {
        return "Count and percentage of each level among the observations with a value, overall and by group.";
    }

    @Override
    public List<RoleSpec> roles() {
        return List.of(
                RoleSpec.categorical("outcome", RoleSpec.Arity.EACH, "the variables counted"),
                RoleSpec.categorical("group", RoleSpec.Arity.OPTIONAL, "variable whose levels are counted one by one"));
    }

    @Override
    public List<ParameterSpec> parameters() {
        return List.of(Parameters.decimals());
    }

    @Override
    public List<Reference> references() {
        return List.of();
    }

    @Override
    public String defaultDisplay() {
        return "n_percent";
    }

    @Override
    public void run(AnalysisInput input, Results results) {
        CategoryColumn outcome = (CategoryColumn) input.one("outcome");
        Optional<CategoryColumn> group = input.category("group");
        if (group.isEmpty()) {
            count(input, results, outcome, input.rows(), List.of(), "", List.of());
            return;
        }
        for (AnalysisInput.Group g : input.groups(group.get())) {
            count(
                    input,
                    results,
                    outcome,
                    g.rows(),
                    List.of(g.level().slug()),
                    ", " + g.level().label(),
                    g.restriction());
        }
        RowSet grouped = input.rows().and(row -> !group.get().isMissing(row));
        count(
                input,
                results,
                outcome,
                grouped,
                List.of("overall"),
                ", overall",
                List.of(Restriction.known(group.get())));
    }

    static void count(
            AnalysisInput input,
            Results results,
            CategoryColumn outcome,
            RowSet rows,
            List<String> path,
            String suffix,
            List<Restriction> within) {
        Sample.Levels levels = Sample.levels(input.dataset(), outcome, rows);
        String variable = outcome.variable().label();
        Results.Subject all = new Results.Subject(
                path, variable + suffix, 0, Optional.empty(), levels.total(), levels.missing(), within);
        results.add(
                all,
                Procedures.COUNTING,
                List.of(
                        Quantity.of("n", "number of observations", QuantityKind.COUNT, levels.total()),
                        Quantity.of("missing", "number of missing values", QuantityKind.COUNT, levels.missing())));
        for (int i = 0; i < outcome.levels().size(); i++) {
            String label = outcome.levels().get(i).label();
            List<String> longer = new ArrayList<>(path);
            longer.add(outcome.levels().get(i).slug());
            Results.Subject subject = new Results.Subject(
                    longer,
                    variable + ": " + label + suffix,
                    0,
                    Optional.empty(),
                    levels.total(),
                    levels.missing(),
                    within);
            long count = levels.counts().get(i);
            results.add(
                    subject, Procedures.COUNTING, List.of(Quantity.of("count", "count", QuantityKind.COUNT, count)));
            results.add(
                    subject,
                    Procedures.PERCENTAGE,
                    List.of(Quantity.of(
                            "percent", "percentage", QuantityKind.PROPORTION, share(count, levels.total()))));
        }
    }

    static Computation<Double> share(long count, long total) {
        return total == 0
                ? Computation.notComputed(
                        NotComputed.Reason.NO_OBSERVATIONS,
                        "there are no observations with a value",
                        "check the population's filter")
                : Computation.of((double) count / total);
    }
}
