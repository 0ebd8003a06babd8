package org.countersign.audit;

import java.util.List;
import java.util.Objects;
import org.countersign.audit.checks.CheckOutcome;
import org.countersign.audit.checks.Verdict;
import org.countersign.audit.extract.ArticleResults;
import org.countersign.audit.extract.ReportedResult;

/**
 * What the checks say about one article.
 *
 * @param results what was read out of it
 * @param outcomes what was checked, in reading order of the result to blame
 */
public record AuditReport(ArticleResults results, List<CheckOutcome> outcomes) {

    public AuditReport {
        Objects.requireNonNull(results);
        outcomes = List.copyOf(outcomes);
    }

    /** The outcomes that a reader is shown: inconsistencies and warnings. */
    public List<CheckOutcome> findings() {
        return outcomes.stream()
                .filter(outcome -> outcome.assessment().verdict().isFinding())
                .toList();
    }

    public long count(Verdict verdict) {
        return outcomes.stream()
                .filter(outcome -> outcome.assessment().verdict() == verdict)
                .count();
    }

    /** The outcomes that are shown under a result; the result itself, not an equal one, is meant. */
    public List<CheckOutcome> of(ReportedResult result) {
        return outcomes.stream().filter(outcome -> outcome.subject() == result).toList();
    }
}
