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
import org.countersign.dataset.CategoryColumn;
import org.countersign.dataset.RowSet;
import org.countersign.diagnostics.Diagnostic;
import org.countersign.diagnostics.Suggestions;
import org.countersign.stats.Quantity;
import org.countersign.stats.QuantityKind;
import org.countersign.stats.Reference;
import org.countersign.study.Level;

/** How many rows belong to each of a series of populations, overall and by group. */
public final class ParticipantFlowMethod implements AnalysisMethod {

    private static final Reference CONSORT = Reference.of(
            "Schulz KF, Altman DG, Moher D, for the CONSORT Group",
            2010,
            "CONSORT 2010 statement: updated guidelines for reporting parallel group randomised trials",
            "BMJ 340:c332",
            "10.1136/bmj.c332");

    @Override
    public String id() {
        return "participant_flow";
    }

    @Override
    public String label() {
        return "Participant flow";
    }

    @Override
    public String summary() {
        return "Counts of the named populations, in order, and how many each step leaves out, overall and by group.";
    }

    @Override
    public List<RoleSpec> roles() {
        return List.of(
                RoleSpec.categorical("group", RoleSpec.Arity.OPTIONAL, "variable whose levels are counted one by one"));
    }

    @Override
    public List<ParameterSpec> parameters() {
        return List.of(ParameterSpec.names("steps", "populations of the dataset, from the widest to the narrowest"));
    }

    @Override
    public List<Reference> references() {
        return List.of(CONSORT);
    }

    @Override
    public String defaultDisplay() {
        return "count";
    }

    @Override
    public void run(AnalysisInput input, Results results) {
        RowSet previous = input.rows();
        List<Restriction> within = new ArrayList<>();
        for (String step : input.texts("steps")) {
            AnalysisInput.NamedRows named = input.populations().get(step);
            if (named == null) {
                input.diagnostics()
                        .add(Diagnostic.error(
                                        "unknown-population",
                                        input.location(),
                                        "`steps`: there is no population `" + step + "` of `"
                                                + input.dataset().name() + "`")
                                .withHint(Suggestions.hint(
                                        step, input.populations().keySet())));
                return;
            }
            RowSet before = previous;
            RowSet after = before.and(named.rows()::contains);
            named.where().ifPresent(where -> within.add(new Restriction(named.label(), where)));
            count(input, results, step, "overall", named.label(), before, after, within);
            input.category("group")
                    .ifPresent(group -> byGroup(input, results, step, named.label(), group, before, after, within));
            previous = after;
        }
    }

    private static void byGroup(
            AnalysisInput input,
            Results results,
            String step,
            String label,
            CategoryColumn group,
            RowSet before,
            RowSet after,
            List<Restriction> within) {
        for (int i = 0; i < group.levels().size(); i++) {
            int level = i;
            List<Restriction> narrower = new ArrayList<>(within);
            narrower.add(Restriction.level(group, group.levels().get(i)));
            count(
                    input,
                    results,
                    step,
                    group.levels().get(i).slug(),
                    label + ", " + group.levels().get(i).label(),
                    before.and(row -> group.level(row) == level),
                    after.and(row -> group.level(row) == level),
                    narrower);
        }
    }

    private static void count(
            AnalysisInput input,
            Results results,
            String step,
            String path,
            String label,
            RowSet before,
            RowSet after,
            List<Restriction> within) {
        long kept = input.observations(after);
        results.add(
                new Results.Subject(List.of(Level.slug(step), path), label, 0, Optional.empty(), kept, 0, within),
                Procedures.COUNTING,
                List.of(
                        Quantity.of("count", "number", QuantityKind.COUNT, kept),
                        Quantity.of(
                                "excluded",
                                "number left out at this step",
                                QuantityKind.COUNT,
                                input.observations(before) - kept)));
    }
}
