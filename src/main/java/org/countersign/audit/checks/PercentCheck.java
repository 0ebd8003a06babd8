package org.countersign.audit.checks;

import static org.countersign.audit.checks.TableColumn.required;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.countersign.audit.extract.ArticleResults;
import org.countersign.audit.extract.Cue;
import org.countersign.audit.extract.ProportionReport;
import org.countersign.audit.extract.ProportionReport.TotalSource;
import org.countersign.audit.extract.Sentence;
import org.countersign.diagnostics.Severity;
import org.countersign.numbers.ReportedNumber;
import org.countersign.numbers.RoundingRule;

/**
 * A percentage beside its count and total: 100 k / n must lie in the percentage's rounding interval, by exact
 * arithmetic. Where the total was read from a table's heading, missing values may explain a mismatch: then it is a
 * finding only when no smaller total fits either.
 */
public final class PercentCheck implements ConsistencyCheck {

    @Override
    public String id() {
        return "percent";
    }

    @Override
    public String summary() {
        return "A percentage follows from its count and total";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public List<TableColumn> columns() {
        return List.of(required("k", "count"), required("n", "total, at least 1"), required("percent", "as printed"));
    }

    @Override
    public Assessment assess(TableRow row, CheckOptions options) {
        return judge(row.requireCount("k", 0), row.requireCount("n", 1), row.require("percent"), options);
    }

    @Override
    public List<CheckOutcome> examine(ArticleResults article, CheckOptions options) {
        List<ProportionReport> reports = article.of(ProportionReport.class).stream()
                .filter(report -> report.percent().isPresent())
                .toList();
        ColumnHabits columns = ColumnHabits.of(reports, options);
        List<CheckOutcome> outcomes = new ArrayList<>();
        for (ProportionReport report : reports) {
            Assessment assessment = judge(report, report.percent().orElseThrow(), options);
            boolean doubtful = assessment.verdict() == Verdict.INCONSISTENT && !columns.areOfTheTotal(report);
            outcomes.add(CheckOutcome.of(
                    this,
                    doubtful
                            ? Assessment.notTestable(
                                    assessment.reported(), "the table's percentages are not all of the column's total")
                            : assessment,
                    report));
        }
        return outcomes;
    }

    /** Whether the percentages under a heading are of its total: most of them must be, or they may be of their rows. */
    private record ColumnHabits(Map<BigDecimal, int[]> fitsAndMisses) {

        static ColumnHabits of(List<ProportionReport> reports, CheckOptions options) {
            Map<BigDecimal, int[]> counts = new HashMap<>();
            for (ProportionReport report : reports) {
                if (report.totalSource() == TotalSource.COLUMN_HEADING) {
                    int k = report.count().value().intValueExact();
                    int n = report.total().value().intValueExact();
                    boolean fits = fits(k, n, report.percent().orElseThrow(), options.rounding());
                    counts.computeIfAbsent(report.total().value(), total -> new int[2])[fits ? 0 : 1]++;
                }
            }
            return new ColumnHabits(counts);
        }

        boolean areOfTheTotal(ProportionReport report) {
            if (report.totalSource() != TotalSource.COLUMN_HEADING) {
                return true;
            }
            int[] counts = fitsAndMisses.getOrDefault(report.total().value(), new int[2]);
            return counts[0] >= 3 && counts[0] >= 3 * counts[1];
        }
    }

    private static Assessment judge(ProportionReport report, ReportedNumber percent, CheckOptions options) {
        if (report.total().value().signum() == 0) {
            return Assessment.notTestable(percent.text(), "the total is 0");
        }
        int k = report.count().value().intValueExact();
        int n = report.total().value().intValueExact();
        Assessment assessment = judge(k, n, percent, options);
        if (assessment.verdict() != Verdict.INCONSISTENT) {
            return assessment;
        }
        if (report.excerpt().sentence().says(Cue.WEIGHTED)) {
            return Assessment.notTestable(percent.text(), "the sentence speaks of weighted or imputed percentages");
        }
        boolean smallerFits =
                IntStream.range(Math.max(1, n / 2), n).anyMatch(m -> fits(k, m, percent, options.rounding()));
        if (report.totalSource() == TotalSource.COLUMN_HEADING && smallerFits) {
            return Assessment.notTestable(
                    percent.text(),
                    "the total does not stand beside the count; a smaller one, without missing values, would fit");
        }
        if (report.totalSource() == TotalSource.SENTENCE_START && smallerFits) {
            Sentence sentence = report.excerpt().sentence();
            return sentence.says(Cue.ATTRITION) || sentence.says(Cue.SELECTION)
                    ? Assessment.notTestable(
                            percent.text(), "the sentence speaks of persons who are missing; a smaller total would fit")
                    : assessment.as(Verdict.WARNING);
        }
        return assessment;
    }

    static Assessment judge(int k, int n, ReportedNumber percent, CheckOptions options) {
        double exact = 100.0 * k / n;
        String message = k + "/" + n + " is " + Display.number(exact) + "%, reported " + percent.text();
        RecomputedRange range = RecomputedRange.of(exact, exact);
        if (fits(k, n, percent, options.rounding())) {
            return Assessment.consistent(percent.text(), range, message);
        }
        return Assessment.inconsistent(percent.text(), range, message).explained(explanations(k, n, percent, options));
    }

    /** Whether 100 k / n lies in the percentage's interval: 100 k in n times the interval. */
    static boolean fits(int k, int n, ReportedNumber percent, RoundingRule rule) {
        return percent.interval(rule).times(BigDecimal.valueOf(n)).contains(BigDecimal.valueOf(100L * k));
    }

    private static List<String> explanations(int k, int n, ReportedNumber percent, CheckOptions options) {
        List<String> found = new ArrayList<>();
        RoundingRule rule = options.rounding();
        Explanations.rounding(options, other -> fits(k, n, percent, other)).ifPresent(found::add);
        if (fits(n - k, n, percent, rule)) {
            found.add("the percentage is that of the complement, " + (n - k) + "/" + n);
        }
        String totals = IntStream.rangeClosed(1, Math.max(3, n / 10))
                .map(d -> n - d)
                .filter(m -> m >= Math.max(1, k) && fits(k, m, percent, rule))
                .limit(3)
                .mapToObj(Integer::toString)
                .collect(Collectors.joining(", "));
        if (!totals.isEmpty()) {
            found.add("attrition: the total would be " + totals);
        }
        ReportedNumber count = ReportedNumber.of(Integer.toString(k));
        Explanations.typo(
                        "the count",
                        count,
                        other -> whole(other) && fits(other.value().intValueExact(), n, percent, rule))
                .ifPresent(found::add);
        ReportedNumber total = ReportedNumber.of(Integer.toString(n));
        Explanations.typo(
                        "the total",
                        total,
                        other -> whole(other)
                                && other.value().signum() > 0
                                && fits(k, other.value().intValueExact(), percent, rule))
                .ifPresent(found::add);
        Explanations.typo("the percentage", percent, other -> fits(k, n, other, rule))
                .ifPresent(found::add);
        return found;
    }

    private static boolean whole(ReportedNumber number) {
        return number.decimals() == 0 && number.value().precision() <= 9;
    }
}
