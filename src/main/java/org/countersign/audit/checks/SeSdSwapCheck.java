package org.countersign.audit.checks;

import static org.countersign.audit.checks.TableColumn.required;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.countersign.audit.extract.ArticleResults;
import org.countersign.diagnostics.Severity;
import org.countersign.numbers.ReportedNumber;
import org.countersign.numbers.RoundingInterval;
import org.countersign.numbers.RoundingRule;

/**
 * A standard error is SD / sqrt(n); decided exactly on the squares, SE^2 n against SD^2. A mismatch that vanishes when
 * the two change places is named so. Table form only: a text seldom prints both.
 */
public final class SeSdSwapCheck implements ConsistencyCheck {

    @Override
    public String id() {
        return "se-sd-swap";
    }

    @Override
    public String summary() {
        return "A standard error is the standard deviation over the root of n";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public List<TableColumn> columns() {
        return List.of(
                required("sd", "standard deviation"),
                required("se", "standard error of the mean"),
                required("n", "sample size, at least 1"));
    }

    @Override
    public Assessment assess(TableRow row, CheckOptions options) {
        return judge(row.require("sd"), row.require("se"), row.requireCount("n", 1), options);
    }

    @Override
    public List<CheckOutcome> examine(ArticleResults article, CheckOptions options) {
        return List.of();
    }

    static Assessment judge(ReportedNumber sd, ReportedNumber se, int n, CheckOptions options) {
        String reported = "SE " + se.text();
        if (sd.value().signum() < 0 || se.value().signum() < 0) {
            return Assessment.notTestable(reported, "a negative spread (see impossible-value)");
        }
        Bounds bounds = Bounds.of(sd, options.rounding());
        RecomputedRange range =
                RecomputedRange.of(Math.max(0, bounds.low()) / Math.sqrt(n), bounds.high() / Math.sqrt(n));
        String message = "SD / sqrt(" + n + ") is " + range + ", reported " + se.text();
        if (fits(sd, se, n, options.rounding())) {
            return Assessment.consistent(reported, range, message);
        }
        List<String> found = new ArrayList<>();
        Explanations.rounding(options, rule -> fits(sd, se, n, rule)).ifPresent(found::add);
        if (fits(se, sd, n, options.rounding())) {
            found.add("swap: SD and SE have changed places");
        }
        if (n > 1 && fits(sd, se, n - 1, options.rounding())) {
            found.add("attrition: it would fit n = " + (n - 1));
        }
        Explanations.typo("the SE", se, other -> fits(sd, other, n, options.rounding()))
                .ifPresent(found::add);
        return Assessment.inconsistent(reported, range, message).explained(found);
    }

    private static boolean fits(ReportedNumber sd, ReportedNumber se, int n, RoundingRule rule) {
        return squared(se.interval(rule)).times(BigDecimal.valueOf(n)).intersects(squared(sd.interval(rule)));
    }

    private static RoundingInterval squared(RoundingInterval interval) {
        BigDecimal lower = interval.lower().orElseThrow().max(BigDecimal.ZERO);
        BigDecimal upper = interval.upper().orElseThrow().max(BigDecimal.ZERO);
        return RoundingInterval.of(
                lower.multiply(lower), interval.lowerClosed(), upper.multiply(upper), interval.upperClosed());
    }
}
