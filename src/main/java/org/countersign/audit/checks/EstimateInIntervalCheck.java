package org.countersign.audit.checks;

import static org.countersign.audit.checks.TableColumn.required;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.countersign.audit.checks.CiPCheck.Triple;
import org.countersign.audit.extract.ArticleResults;
import org.countersign.audit.extract.Cue;
import org.countersign.audit.extract.IntervalReport;
import org.countersign.diagnostics.Severity;
import org.countersign.numbers.ReportedNumber;
import org.countersign.numbers.RoundingInterval;
import org.countersign.numbers.RoundingRule;

/**
 * An estimate lies inside its own interval, and the limits are in order; decided on the rounding intervals. "A reduction
 * of 2.1 (-3.4 to -0.8)" carries its sign in the word and is no error.
 */
public final class EstimateInIntervalCheck implements ConsistencyCheck {

    @Override
    public String id() {
        return "estimate-in-interval";
    }

    @Override
    public String summary() {
        return "An estimate lies inside its interval and the limits are in order";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public List<TableColumn> columns() {
        return List.of(
                required("estimate", "as printed"), required("lower", "lower limit"), required("upper", "upper limit"));
    }

    @Override
    public Assessment assess(TableRow row, CheckOptions options) {
        return judge(new Triple(row.require("estimate"), row.require("lower"), row.require("upper")), options);
    }

    @Override
    public List<CheckOutcome> examine(ArticleResults article, CheckOptions options) {
        List<CheckOutcome> outcomes = new ArrayList<>();
        for (IntervalReport report : article.of(IntervalReport.class)) {
            Triple triple = new Triple(report.estimate(), report.lower(), report.upper());
            Assessment assessment = judge(triple, options);
            if (assessment.verdict() == Verdict.INCONSISTENT
                    && report.excerpt().sentence().says(Cue.DECREASE)
                    && fits(triple.negatedEstimate(), options.rounding())) {
                assessment = Assessment.consistent(
                        report.estimate().text(), "the estimate lies inside, its sign being in the word");
            }
            outcomes.add(CheckOutcome.of(this, assessment, report));
        }
        return outcomes;
    }

    static Assessment judge(Triple triple, CheckOptions options) {
        String reported = triple.estimate().text();
        if (!triple.isPlain()) {
            return Assessment.notTestable(reported, "a limit is not a plain number");
        }
        RecomputedRange range = RecomputedRange.of(
                triple.lower().value().doubleValue(), triple.upper().value().doubleValue());
        String limits = triple.lower().text() + " to " + triple.upper().text();
        if (fits(triple, options.rounding())) {
            return Assessment.consistent(reported, range, reported + " lies inside " + limits);
        }
        boolean ordered = isAtMost(triple.lower(), triple.upper(), options.rounding());
        String message = ordered
                ? "the estimate " + reported + " lies outside its interval, " + limits
                : "the limits are out of order, " + limits;
        return Assessment.inconsistent(reported, range, message).explained(explanations(triple, options));
    }

    /** Whether lower, estimate and upper can be in this order, given their rounding. */
    static boolean fits(Triple triple, RoundingRule rule) {
        return isAtMost(triple.lower(), triple.estimate(), rule)
                && isAtMost(triple.estimate(), triple.upper(), rule)
                && isAtMost(triple.lower(), triple.upper(), rule);
    }

    /**
     * Whether {@code a <= b} is possible, given their rounding. Every rounding rule keeps the order, so that two numbers of
     * the same decimals are compared as printed.
     */
    static boolean isAtMost(ReportedNumber a, ReportedNumber b, RoundingRule rule) {
        if (a.unit().compareTo(b.unit()) == 0) {
            return a.value().compareTo(b.value()) <= 0;
        }
        RoundingInterval first = a.interval(rule);
        RoundingInterval second = b.interval(rule);
        if (first.lower().isEmpty() || second.upper().isEmpty()) {
            return true;
        }
        BigDecimal least = first.lower().get();
        BigDecimal most = second.upper().get();
        int c = least.compareTo(most);
        return c < 0 || c == 0 && first.lowerClosed() && second.upperClosed();
    }

    static ReportedNumber negated(ReportedNumber number) {
        return new ReportedNumber(
                number.text(), number.comparison(), number.value().negate(), number.unit(), number.percent());
    }

    private static List<String> explanations(Triple triple, CheckOptions options) {
        List<String> found = new ArrayList<>();
        RoundingRule rule = options.rounding();
        if (fits(triple.negatedEstimate(), rule)) {
            found.add("sign: " + negated(triple.estimate()).value().toPlainString() + " would lie inside");
        }
        if (fits(new Triple(triple.estimate(), negated(triple.lower()), triple.upper()), rule)) {
            found.add(
                    "sign: a lower limit of " + negated(triple.lower()).value().toPlainString() + " would fit");
        }
        if (fits(new Triple(triple.estimate(), triple.upper(), triple.lower()), rule)) {
            found.add("the limits are printed in the wrong order");
        }
        Explanations.decimalSlip(
                        "the estimate",
                        triple.estimate(),
                        other -> fits(new Triple(other, triple.lower(), triple.upper()), rule))
                .ifPresent(found::add);
        found.add("typing error in the estimate or a limit");
        return found;
    }
}
