package org.countersign.audit.checks;

import static org.countersign.audit.checks.TableColumn.optional;
import static org.countersign.audit.checks.TableColumn.required;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.countersign.audit.extract.ArticleResults;
import org.countersign.audit.extract.Cue;
import org.countersign.audit.extract.IntervalReport;
import org.countersign.audit.extract.Measure;
import org.countersign.audit.extract.Measure.Scale;
import org.countersign.audit.extract.ReportedP;
import org.countersign.diagnostics.Severity;
import org.countersign.numbers.Comparison;
import org.countersign.numbers.ReportedNumber;
import org.countersign.numbers.RoundingInterval;
import org.countersign.numbers.RoundingRule;

/**
 * Interval and p-value on different sides: no effect lies inside the interval although p is below alpha, or outside
 * although p is above. Decided only where neither the limits' nor p's rounding leaves a doubt, and where the level of
 * the interval is 1 - alpha. Symmetry is not assumed.
 */
public final class DecisionConflictCheck implements ConsistencyCheck {

    @Override
    public String id() {
        return "decision-conflict";
    }

    @Override
    public String summary() {
        return "Interval and p-value agree on which side of alpha a result is";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public List<TableColumn> columns() {
        return List.of(
                required("lower", "lower limit"),
                required("upper", "upper limit"),
                required("p", "as printed, or ns"),
                optional("p_comparison", "sign in front of p; = when empty"),
                optional("level", "confidence level in percent; 95 when empty"),
                optional("scale", "identity (default; no effect is 0) or log (no effect is 1)"));
    }

    @Override
    public Assessment assess(TableRow row, CheckOptions options) {
        String scale = row.text("scale").orElse("identity");
        BigDecimal none = Scale.of(scale)
                .filter(s -> s != Scale.UNKNOWN)
                .map(s -> s == Scale.LOG ? BigDecimal.ONE : BigDecimal.ZERO)
                .orElseThrow(
                        () -> new UnreadableCellException("column `scale`: `" + scale + "` is not identity or log"));
        ReportedP p = row.p("p", "p_comparison").orElseThrow(() -> new UnreadableCellException("column `p` is empty"));
        BigDecimal level = row.number("level").map(ReportedNumber::value).orElse(BigDecimal.valueOf(95));
        return judge(row.require("lower"), row.require("upper"), none, level, p, options);
    }

    @Override
    public List<CheckOutcome> examine(ArticleResults article, CheckOptions options) {
        List<CheckOutcome> outcomes = new ArrayList<>();
        for (IntervalReport report : article.of(IntervalReport.class)) {
            boolean decidable = report.measure().isEffect()
                    && !report.excerpt().sentence().says(Cue.ONE_TAILED)
                    && !report.excerpt().sentence().says(Cue.MULTIPLICITY);
            if (decidable && report.p().isPresent()) {
                BigDecimal none = report.measure().scale() == Scale.LOG ? BigDecimal.ONE : BigDecimal.ZERO;
                Assessment assessment = judge(
                        report.lower(),
                        report.upper(),
                        none,
                        report.level(),
                        report.p().get(),
                        options);
                boolean vague = report.measure() == Measure.DIFFERENCE
                        && report.levelSource() == IntervalReport.LevelSource.ASSUMED;
                outcomes.add(CheckOutcome.of(
                        this,
                        vague && assessment.verdict() == Verdict.INCONSISTENT
                                ? assessment.as(Verdict.WARNING)
                                : assessment,
                        report));
            }
        }
        return outcomes;
    }

    static Assessment judge(
            ReportedNumber lower,
            ReportedNumber upper,
            BigDecimal none,
            BigDecimal level,
            ReportedP p,
            CheckOptions options) {
        BigDecimal alphaOfInterval = BigDecimal.ONE.subtract(level.movePointLeft(2));
        if (alphaOfInterval.compareTo(options.alpha()) != 0) {
            return Assessment.notTestable(p.text(), "the interval's level is not 1 - alpha");
        }
        if (lower.comparison() != Comparison.EQUAL || upper.comparison() != Comparison.EQUAL) {
            return Assessment.notTestable(p.text(), "a limit is not a plain number");
        }
        RoundingRule rule = options.rounding();
        RoundingInterval l = lower.interval(rule);
        RoundingInterval u = upper.interval(rule);
        boolean inside = l.upper().orElseThrow().compareTo(none) < 0
                && u.lower().orElseThrow().compareTo(none) > 0;
        boolean outside = l.lower().orElseThrow().compareTo(none) > 0
                || u.upper().orElseThrow().compareTo(none) < 0;
        String limits = lower.text() + " to " + upper.text();
        if (inside && isBelow(p, options)) {
            return conflict(p, limits + " holds " + none + ", no effect, although " + p.text() + " is significant");
        }
        if (outside && isAbove(p, options)) {
            return conflict(
                    p, limits + " excludes " + none + ", no effect, although " + p.text() + " is not significant");
        }
        return Assessment.consistent(p.text(), "the interval " + limits + " and p do not contradict each other");
    }

    private static Assessment conflict(ReportedP p, String message) {
        return Assessment.inconsistent(p.text(), message)
                .deciding(Decision.FLIPPED)
                .explained(List.of(
                        "p and interval come from different tests or models",
                        "one-tailed: p is that of a one-sided test",
                        "adjusted: p was corrected for multiple comparisons, the interval was not",
                        "typing error in a limit, its sign, or p"));
    }

    /** Whether p is below alpha whatever its rounding. */
    private static boolean isBelow(ReportedP p, CheckOptions options) {
        if (p.number().isEmpty()) {
            return false;
        }
        RoundingInterval interval = p.number().get().interval(options.rounding());
        if (interval.upper().isEmpty()) {
            return false;
        }
        int c = interval.upper().get().compareTo(options.alpha());
        return c < 0 || c == 0 && !interval.upperClosed();
    }

    /** Whether p is above alpha whatever its rounding. */
    private static boolean isAbove(ReportedP p, CheckOptions options) {
        RoundingInterval interval = PJudgement.interval(p, options, options.rounding());
        if (interval.lower().isEmpty()) {
            return false;
        }
        int c = interval.lower().get().compareTo(options.alpha());
        return c > 0 || c == 0 && !interval.lowerClosed();
    }
}
