package org.countersign.analysis.methods;

import java.util.List;
import java.util.Optional;
import org.countersign.analysis.AnalysisInput;
import org.countersign.analysis.Results;
import org.countersign.analysis.Sample;
import org.countersign.dataset.CategoryColumn;
import org.countersign.dataset.RowSet;
import org.countersign.stats.TwoByTwoTable;

/**
 * Events among some rows.
 *
 * @param events observations with the event
 * @param total observations with a value
 * @param missing observations without
 */
record Events(long events, long total, long missing) {

    static Events count(AnalysisInput input, CategoryColumn outcome, boolean[] which, RowSet rows) {
        Sample.Levels levels = Sample.levels(input.dataset(), outcome, rows);
        long events = 0;
        for (int i = 0; i < which.length; i++) {
            events += which[i] ? levels.counts().get(i) : 0;
        }
        return new Events(events, levels.total(), levels.missing());
    }

    /**
     * A two-by-two comparison.
     *
     * @param groups which are compared
     * @param label of the outcome and the event: "Relapse: yes"
     * @param missing observations without a group or without a value
     */
    record Comparison(AnalysisInput.TwoGroups groups, String label, TwoByTwoTable table, long missing) {
        long n() {
            return table.total();
        }

        /** "Relapse: yes, New vs Old". */
        Results.Subject subject() {
            return new Results.Subject(List.of(), label + ", " + groups.label(), 0, Optional.empty(), n(), missing);
        }
    }

    /** The comparison of the roles {@code outcome} and {@code group}; empty, with diagnostics, if there is none. */
    static Optional<Comparison> compare(AnalysisInput input) {
        CategoryColumn outcome = (CategoryColumn) input.one("outcome");
        Optional<boolean[]> which = Parameters.events(input, outcome);
        Optional<AnalysisInput.TwoGroups> groups = input.twoGroups((CategoryColumn) input.one("group"));
        if (which.isEmpty() || groups.isEmpty()) {
            return Optional.empty();
        }
        Events first = count(input, outcome, which.get(), groups.get().first().rows());
        Events reference =
                count(input, outcome, which.get(), groups.get().reference().rows());
        return Optional.of(new Comparison(
                groups.get(),
                outcome.variable().label() + ": " + Parameters.eventLabel(outcome, which.get()),
                TwoByTwoTable.ofGroups(first.events(), first.total(), reference.events(), reference.total()),
                groups.get().ungrouped() + first.missing() + reference.missing()));
    }
}
