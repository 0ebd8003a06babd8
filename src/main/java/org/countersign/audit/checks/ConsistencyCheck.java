package org.countersign.audit.checks;

import java.util.List;
import org.countersign.audit.extract.ArticleResults;
import org.countersign.diagnostics.Severity;

/**
 * One question whether reported numbers can all be true. A check is immutable and stateless; it has one page in
 * {@code docs/checks} and one line in {@link ConsistencyChecks}.
 */
public interface ConsistencyCheck {

    /** Stable kebab-case name of the problem, such as {@code p-from-statistic}. */
    String id();

    /** One sentence for a list. */
    String summary();

    /** How grave an inconsistency is. */
    Severity severity();

    /** Page with the rationale, relative to the project's root. */
    default String page() {
        return "docs/checks/" + id() + ".md";
    }

    /** The table form: what {@code countersign check} reads for it. */
    List<TableColumn> columns();

    /**
     * Judges one row of reported values.
     *
     * @throws UnreadableCellException if a cell does not hold what its column is for
     */
    Assessment assess(TableRow row, CheckOptions options);

    /** Judges what an article reports, as far as the text allows it; in reading order. */
    List<CheckOutcome> examine(ArticleResults article, CheckOptions options);
}
