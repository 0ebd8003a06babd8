package org.countersign.audit;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.countersign.audit.checks.CheckOptions;
import org.countersign.audit.checks.CheckOutcome;
import org.countersign.audit.checks.ConsistencyCheck;
import org.countersign.audit.checks.ConsistencyChecks;
import org.countersign.audit.extract.ArticleResults;
import org.countersign.audit.extract.ResultExtractor;
import org.countersign.audit.text.Article;

/** Runs consistency checks over what an article reports. Immutable, usable from several threads. */
public final class ArticleAuditor {

    private final List<ConsistencyCheck> checks;
    private final CheckOptions options;

    private ArticleAuditor(List<ConsistencyCheck> checks, CheckOptions options) {
        this.checks = List.copyOf(checks);
        this.options = requireNonNull(options);
    }

    /** The whole catalogue under default options. */
    public static ArticleAuditor withDefaults() {
        return new ArticleAuditor(ConsistencyChecks.all(), CheckOptions.withDefaults());
    }

    public ArticleAuditor with(CheckOptions newOptions) {
        return new ArticleAuditor(checks, newOptions);
    }

    public ArticleAuditor with(List<ConsistencyCheck> newChecks) {
        return new ArticleAuditor(newChecks, options);
    }

    public List<ConsistencyCheck> checks() {
        return checks;
    }

    public CheckOptions options() {
        return options;
    }

    public AuditReport audit(Article article) {
        ArticleResults results = ResultExtractor.extract(article);
        List<CheckOutcome> outcomes = new ArrayList<>();
        for (ConsistencyCheck check : checks) {
            outcomes.addAll(check.examine(results, options));
        }
        outcomes.sort(Comparator.comparingInt(
                        (CheckOutcome outcome) -> outcome.subject().excerpt().start())
                .thenComparing(CheckOutcome::checkId));
        return new AuditReport(results, outcomes);
    }
}
