package org.countersign.analysis.methods;

import java.util.List;
import java.util.Optional;
import org.countersign.analysis.AnalysisInput;
import org.countersign.analysis.Results;
import org.countersign.analysis.Sample;
import org.countersign.dataset.Column;
import org.countersign.dataset.NumberColumn;

/** Subjects of results that several methods have. */
final class Subjects {

    private Subjects() {}

    /** "First, Second and Third". */
    static String list(List<? extends Column> columns) {
        List<String> labels = columns.stream().map(c -> c.variable().label()).toList();
        int last = labels.size() - 1;
        return last == 0 ? labels.get(0) : String.join(", ", labels.subList(0, last)) + " and " + labels.get(last);
    }

    /** Coefficients of several variables together, with two decimals. */
    static Results.Subject together(List<? extends Column> columns, CompleteCases cases) {
        return new Results.Subject(List.of(), list(columns), 2, Optional.empty(), cases.n(), cases.missing());
    }

    /** A numeric outcome in two groups. */
    static Results.Subject comparison(
            NumberColumn outcome, AnalysisInput.TwoGroups groups, Sample first, Sample reference) {
        return AnalysisInput.subject(
                outcome.variable(),
                List.of(),
                groups.label(),
                outcome.decimals(),
                first.table().size() + reference.table().size(),
                groups.ungrouped() + first.missing() + reference.missing());
    }
}
