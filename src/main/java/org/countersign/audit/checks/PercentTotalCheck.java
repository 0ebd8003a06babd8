package org.countersign.audit.checks;

import static org.countersign.audit.checks.TableColumn.optional;
import static org.countersign.audit.checks.TableColumn.required;

import java.math.BigDecimal;
import java.util.List;
import org.countersign.audit.extract.ArticleResults;
import org.countersign.diagnostics.Severity;
import org.countersign.numbers.Comparison;
import org.countersign.numbers.ReportedNumber;
import org.countersign.numbers.RoundingInterval;

/**
 * Percentages of exclusive and exhaustive categories sum to 100 within the sum of their roundings. Table form only: a
 * text does not say that its categories exclude each other.
 */
public final class PercentTotalCheck implements ConsistencyCheck {

    @Override
    public String id() {
        return "percent-total";
    }

    @Override
    public String summary() {
        return "Percentages of exclusive categories sum to 100, up to rounding";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public List<TableColumn> columns() {
        return List.of(
                required("percents", "percentages parted by semicolons"),
                optional("total", "what they sum to; 100 when empty"));
    }

    @Override
    public Assessment assess(TableRow row, CheckOptions options) {
        List<ReportedNumber> parts = row.requireList("percents");
        BigDecimal total = row.number("total").map(ReportedNumber::value).orElse(BigDecimal.valueOf(100));
        return judge(parts, total, options);
    }

    @Override
    public List<CheckOutcome> examine(ArticleResults article, CheckOptions options) {
        return List.of();
    }

    static Assessment judge(List<ReportedNumber> parts, BigDecimal total, CheckOptions options) {
        String reported =
                String.join(" + ", parts.stream().map(ReportedNumber::text).toList());
        if (parts.size() < 2 || parts.stream().anyMatch(part -> part.comparison() != Comparison.EQUAL)) {
            return Assessment.notTestable(reported, "expected at least two plain percentages");
        }
        BigDecimal low = BigDecimal.ZERO;
        BigDecimal high = BigDecimal.ZERO;
        boolean lowClosed = true;
        boolean highClosed = true;
        for (ReportedNumber part : parts) {
            RoundingInterval interval = part.interval(options.rounding());
            low = low.add(interval.lower().orElseThrow());
            high = high.add(interval.upper().orElseThrow());
            lowClosed &= interval.lowerClosed();
            highClosed &= interval.upperClosed();
        }
        RecomputedRange range = RecomputedRange.of(low.doubleValue(), high.doubleValue());
        String message = "the percentages sum to " + range + ", expected " + total.toPlainString();
        return RoundingInterval.of(low, lowClosed, high, highClosed).contains(total)
                ? Assessment.consistent(reported, range, message)
                : Assessment.inconsistent(reported, range, message)
                        .explained(List.of(
                                "the categories overlap or are not exhaustive",
                                "missing values are counted in the total",
                                "typing error in a percentage"));
    }
}
