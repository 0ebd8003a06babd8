package org.countersign.audit.checks;

import static org.countersign.audit.checks.TableColumn.required;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.countersign.audit.extract.ArticleResults;
import org.countersign.audit.extract.Cue;
import org.countersign.audit.extract.MeanReport;
import org.countersign.audit.extract.Sentence;
import org.countersign.audit.extract.TestKind;
import org.countersign.audit.extract.TestReport;
import org.countersign.diagnostics.Severity;
import org.countersign.numbers.ReportedNumber;
import org.countersign.numbers.RoundingRule;

/**
 * A two-sample t recomputed from means, standard deviations and sizes; over the rounding intervals, for Student's pooled
 * and Welch's statistic. Consistent if the reported t could be either. The direction of the difference is free.
 *
 * <p>The idea of letting every rounded input range over its interval follows Brown NJL, Heathers JAJ, Rounded Input
 * Variables, Exact Test Statistics (RIVETS).
 */
public final class TFromSummaryCheck implements ConsistencyCheck {

    @Override
    public String id() {
        return "t-from-summary";
    }

    @Override
    public String summary() {
        return "A t statistic follows from the means, standard deviations and sizes of its groups";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public List<TableColumn> columns() {
        return List.of(
                required("mean1", "as printed"),
                required("sd1", "as printed"),
                required("n1", "at least 2"),
                required("mean2", "as printed"),
                required("sd2", "as printed"),
                required("n2", "at least 2"),
                required("t", "as printed"));
    }

    @Override
    public Assessment assess(TableRow row, CheckOptions options) {
        return judge(
                new Group(row.require("mean1"), row.require("sd1"), row.requireCount("n1", 2)),
                new Group(row.require("mean2"), row.require("sd2"), row.requireCount("n2", 2)),
                row.require("t"),
                options);
    }

    /** Two means with SD and n and one t in a sentence whose degrees of freedom are those of two independent samples. */
    @Override
    public List<CheckOutcome> examine(ArticleResults article, CheckOptions options) {
        List<CheckOutcome> outcomes = new ArrayList<>();
        for (Sentence sentence : article.reportingSentences()) {
            List<TestReport> tests = article.in(sentence, TestReport.class);
            if (tests.size() != 1 || sentence.says(Cue.ADJUSTED)) {
                continue;
            }
            List<MeanReport> means = article.in(sentence, MeanReport.class);
            TestReport test = tests.get(0);
            if (means.size() == 2 && test.kind() == TestKind.T) {
                Optional<Group> first = group(means.get(0));
                Optional<Group> second = group(means.get(1));
                if (first.isPresent() && second.isPresent() && isTwoSample(test, first.get(), second.get())) {
                    outcomes.add(CheckOutcome.of(
                            this,
                            judge(first.get(), second.get(), test.statistic(), options),
                            test,
                            means.get(0),
                            means.get(1)));
                }
            }
        }
        return outcomes;
    }

    private static Optional<Group> group(MeanReport mean) {
        if (mean.spreadKind() != MeanReport.SpreadKind.SD || mean.n().isEmpty()) {
            return Optional.empty();
        }
        int n = mean.n().get().value().intValue();
        return n >= 2 ? Optional.of(new Group(mean.mean(), mean.spread(), n)) : Optional.empty();
    }

    private static boolean isTwoSample(TestReport test, Group first, Group second) {
        if (test.df1().isEmpty()) {
            return false;
        }
        double df = test.df1().get().value().doubleValue();
        return df <= first.n() + second.n() - 2 && df >= Math.min(first.n(), second.n()) - 1;
    }

    /** Summary of one group. */
    record Group(ReportedNumber mean, ReportedNumber sd, int n) {}

    static Assessment judge(Group first, Group second, ReportedNumber t, CheckOptions options) {
        RoundingRule rule = options.rounding();
        if (Bounds.of(first.sd(), rule).high() <= 0
                || Bounds.of(second.sd(), rule).high() <= 0) {
            return Assessment.notTestable(t.text(), "a standard deviation is 0 or negative");
        }
        Bounds student = range(first, second, rule, Variant.STUDENT);
        Bounds welch = range(first, second, rule, Variant.WELCH);
        Bounds either = student.hull(welch);
        String message =
                "|t| from the summaries is " + Display.range(either.low(), either.high()) + ", reported " + t.text();
        ReportedNumber size = t.value().signum() < 0 ? EstimateInIntervalCheck.negated(t) : t;
        if (student.meets(size.interval(rule)) || welch.meets(size.interval(rule))) {
            return Assessment.consistent(t.text(), either.range(), message);
        }
        return Assessment.inconsistent(t.text(), either.range(), message)
                .explained(explanations(first, second, size, options));
    }

    private enum Variant {
        STUDENT,
        WELCH
    }

    /** Range of |t|; monotone in each input, so that the corners suffice. */
    private static Bounds range(Group first, Group second, RoundingRule rule, Variant variant) {
        Bounds m1 = Bounds.of(first.mean(), rule);
        Bounds m2 = Bounds.of(second.mean(), rule);
        Bounds difference = new Bounds(m1.low() - m2.high(), m1.high() - m2.low());
        Bounds s1 = Bounds.of(first.sd(), rule);
        Bounds s2 = Bounds.of(second.sd(), rule);
        double least = standardError(Math.max(0, s1.low()), first.n(), Math.max(0, s2.low()), second.n(), variant);
        double most = standardError(s1.high(), first.n(), s2.high(), second.n(), variant);
        return new Bounds(
                difference.nearest() / most, least > 0 ? difference.farthest() / least : Double.POSITIVE_INFINITY);
    }

    private static double standardError(double s1, int n1, double s2, int n2, Variant variant) {
        if (variant == Variant.WELCH) {
            return Math.sqrt(s1 * s1 / n1 + s2 * s2 / n2);
        }
        double pooled = ((n1 - 1) * s1 * s1 + (n2 - 1) * s2 * s2) / (n1 + n2 - 2);
        return Math.sqrt(pooled * (1.0 / n1 + 1.0 / n2));
    }

    private static List<String> explanations(Group first, Group second, ReportedNumber t, CheckOptions options) {
        List<String> found = new ArrayList<>();
        RoundingRule rule = options.rounding();
        Explanations.rounding(options, other -> fits(first, second, t, other)).ifPresent(found::add);
        double n1 = Math.sqrt(first.n());
        double n2 = Math.sqrt(second.n());
        double difference = Math.abs(
                first.mean().value().doubleValue() - second.mean().value().doubleValue());
        double s1 = first.sd().value().doubleValue() * n1;
        double s2 = second.sd().value().doubleValue() * n2;
        double asErrors = difference / standardError(s1, first.n(), s2, second.n(), Variant.WELCH);
        double printed = t.value().doubleValue();
        if (Math.abs(asErrors - printed) < 0.1 * printed) {
            found.add("swap: it would fit if the standard deviations were standard errors");
        }
        found.add("adjusted: t comes from a paired test or a model");
        Explanations.typo(
                        "t", t, other -> other.value().signum() >= 0 && fits(first, second, other, options.rounding()))
                .ifPresent(found::add);
        Explanations.typo(
                        "a mean", first.mean(), other -> fits(new Group(other, first.sd(), first.n()), second, t, rule))
                .ifPresent(found::add);
        return found;
    }

    private static boolean fits(Group first, Group second, ReportedNumber t, RoundingRule rule) {
        return range(first, second, rule, Variant.STUDENT).meets(t.interval(rule))
                || range(first, second, rule, Variant.WELCH).meets(t.interval(rule));
    }
}
