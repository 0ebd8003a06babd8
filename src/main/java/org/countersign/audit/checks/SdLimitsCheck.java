package org.countersign.audit.checks;

import static org.countersign.audit.checks.TableColumn.required;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.countersign.audit.extract.ArticleResults;
import org.countersign.audit.extract.MeanReport;
import org.countersign.diagnostics.Severity;
import org.countersign.numbers.ReportedNumber;
import org.countersign.numbers.RoundingRule;

/**
 * A standard deviation (divisor n - 1) is limited by mean and range: SD^2 &lt;= n / (n - 1) (M - min) (max - M), and the
 * mean lies in the range. Decided by exact arithmetic on the rounding intervals; minimum and maximum are taken as
 * printed when they are whole numbers, as intervals otherwise.
 *
 * <p>Bhatia R, Davis C (2000). A better bound on the variance. American Mathematical Monthly 107(4):353-357.
 */
public final class SdLimitsCheck implements ConsistencyCheck {

    private enum Side {
        LOWER,
        UPPER
    }

    @Override
    public String id() {
        return "sd-limits";
    }

    @Override
    public String summary() {
        return "A standard deviation is possible for the mean and the range";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public List<TableColumn> columns() {
        return List.of(
                required("mean", "as printed"),
                required("sd", "standard deviation, divisor n - 1"),
                required("n", "sample size, at least 2"),
                required("min", "smallest possible or observed value"),
                required("max", "largest possible or observed value"));
    }

    @Override
    public Assessment assess(TableRow row, CheckOptions options) {
        return judge(
                row.require("mean"),
                row.require("sd"),
                row.requireCount("n", 2),
                row.require("min"),
                row.require("max"),
                options);
    }

    @Override
    public List<CheckOutcome> examine(ArticleResults article, CheckOptions options) {
        List<CheckOutcome> outcomes = new ArrayList<>();
        for (MeanReport report : article.of(MeanReport.class)) {
            if (report.minimum().isPresent()
                    && report.maximum().isPresent()
                    && report.spreadKind() == MeanReport.SpreadKind.SD) {
                // An unknown n is at least 2, which allows most.
                int n = report.n()
                        .map(number -> number.value().intValue())
                        .filter(size -> size >= 2)
                        .orElse(2);
                outcomes.add(CheckOutcome.of(
                        this,
                        judge(
                                report.mean(),
                                report.spread(),
                                n,
                                report.minimum().get(),
                                report.maximum().get(),
                                options),
                        report));
            }
        }
        return outcomes;
    }

    static Assessment judge(
            ReportedNumber mean,
            ReportedNumber sd,
            int n,
            ReportedNumber minimum,
            ReportedNumber maximum,
            CheckOptions options) {
        RoundingRule rule = options.rounding();
        String reported = "SD " + sd.text();
        BigDecimal min = end(minimum, rule, Side.LOWER);
        BigDecimal max = end(maximum, rule, Side.UPPER);
        BigDecimal low = mean.interval(rule).lower().orElseThrow().max(min);
        BigDecimal high = mean.interval(rule).upper().orElseThrow().min(max);
        if (low.compareTo(high) > 0) {
            return Assessment.inconsistent(
                            "mean " + mean.text(),
                            RecomputedRange.of(min.doubleValue(), max.doubleValue()),
                            "the mean " + mean.text() + " lies outside the range " + minimum.text() + " to "
                                    + maximum.text())
                    .explained(List.of("typing error in the mean or the range", "the range is not that of the data"));
        }
        // (M - min) (max - M) is largest at the middle of the range, or at the end of M's interval nearest to it.
        BigDecimal middle = min.add(max).divide(BigDecimal.valueOf(2));
        BigDecimal best = middle.max(low).min(high);
        BigDecimal most = best.subtract(min).multiply(max.subtract(best)).multiply(BigDecimal.valueOf(n));
        BigDecimal least = sd.interval(rule).lower().orElseThrow().max(BigDecimal.ZERO);
        double limit = Math.sqrt(most.doubleValue() / (n - 1));
        RecomputedRange range = RecomputedRange.of(0, limit);
        String message = "an SD is at most " + Display.number(limit) + " with this mean, range and n = " + n
                + ", reported " + sd.text();
        boolean possible =
                least.multiply(least).multiply(BigDecimal.valueOf(n - 1L)).compareTo(most) <= 0;
        if (possible) {
            return Assessment.consistent(reported, range, message);
        }
        return Assessment.inconsistent(reported, range, message)
                .explained(List.of(
                        "the range is not that of these data",
                        "typing error in the SD, the mean or the range",
                        "the mean or SD is of another scale"));
    }

    private static BigDecimal end(ReportedNumber number, RoundingRule rule, Side side) {
        if (number.decimals() == 0) {
            return number.value();
        }
        var interval = number.interval(rule);
        return (side == Side.UPPER ? interval.upper() : interval.lower()).orElseThrow();
    }
}
