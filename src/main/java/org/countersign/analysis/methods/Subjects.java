package org.countersign.analysis.methods;

import java.util.List;
import org.countersign.analysis.AnalysisInput;
import org.countersign.analysis.Results;
import org.countersign.analysis.Sample;
import org.countersign.dataset.NumberColumn;

/** Subjects of results that several methods have. */
final class Subjects {

    private Subjects() {}

    /** A numeric outcome in two groups. */
    static Results.Subject comparison(
            NumberColumn outcome, AnalysisInput.TwoGroups groups, Sample first, Sample reference) {
        return AnalysisInput.subject(
                outcome.variable(),
                List.of(),
                groups.label(),
                outcome.decimals(),
                first.table().size() + reference.table().size(),
                first.missing() + reference.missing());
    }
}
