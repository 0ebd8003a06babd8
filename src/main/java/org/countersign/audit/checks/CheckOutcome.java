package org.countersign.audit.checks;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.countersign.audit.extract.ReportedResult;

/**
 * What a check says about results of an article.
 *
 * @param checkId of the check
 * @param evidence the results it looked at, the one to blame first; at least one
 */
public record CheckOutcome(String checkId, Assessment assessment, List<ReportedResult> evidence) {

    /**
     * @throws IllegalArgumentException if {@code evidence} is empty
     */
    public CheckOutcome {
        requireNonNull(checkId);
        requireNonNull(assessment);
        evidence = List.copyOf(evidence);
        if (evidence.isEmpty()) {
            throw new IllegalArgumentException("evidence is empty; expected at least one result");
        }
    }

    static CheckOutcome of(ConsistencyCheck check, Assessment assessment, ReportedResult... evidence) {
        return new CheckOutcome(check.id(), assessment, List.of(evidence));
    }

    /** The result under which it is shown. */
    public ReportedResult subject() {
        return evidence.get(0);
    }
}
