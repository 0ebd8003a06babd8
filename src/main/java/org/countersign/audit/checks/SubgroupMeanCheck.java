package org.countersign.audit.checks;

import static org.countersign.audit.checks.TableColumn.required;

import java.math.BigDecimal;
import java.util.List;
import org.countersign.audit.extract.ArticleResults;
import org.countersign.diagnostics.Severity;
import org.countersign.numbers.Comparison;
import org.countersign.numbers.ReportedNumber;
import org.countersign.numbers.RoundingInterval;

/**
 * Subgroup means, weighted by their sizes, give the total's mean; decided exactly on the rounding intervals. Table form
 * only: a text does not say which means are subgroups of which.
 */
public final class SubgroupMeanCheck implements ConsistencyCheck {

    @Override
    public String id() {
        return "subgroup-mean";
    }

    @Override
    public String summary() {
        return "Subgroup means weight to the mean of the whole";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public List<TableColumn> columns() {
        return List.of(
                required("mean", "of the whole, as printed"),
                required("means", "of the subgroups, parted by semicolons"),
                required("sizes", "of the subgroups, parted by semicolons"));
    }

    @Override
    public Assessment assess(TableRow row, CheckOptions options) {
        return judge(row.require("mean"), row.requireList("means"), row.requireList("sizes"), options);
    }

    @Override
    public List<CheckOutcome> examine(ArticleResults article, CheckOptions options) {
        return List.of();
    }

    static Assessment judge(
            ReportedNumber mean, List<ReportedNumber> means, List<ReportedNumber> sizes, CheckOptions options) {
        if (means.size() != sizes.size()) {
            throw new UnreadableCellException("columns `means` and `sizes` hold " + means.size() + " and "
                    + sizes.size() + " numbers; expected as many of one as of the other");
        }
        BigDecimal n = BigDecimal.ZERO;
        BigDecimal low = BigDecimal.ZERO;
        BigDecimal high = BigDecimal.ZERO;
        boolean lowClosed = true;
        boolean highClosed = true;
        for (int i = 0; i < means.size(); i++) {
            BigDecimal size = sizes.get(i).value();
            if (size.signum() <= 0 || means.get(i).comparison() != Comparison.EQUAL) {
                return Assessment.notTestable(mean.text(), "a size is not positive or a mean not a plain number");
            }
            RoundingInterval part = means.get(i).interval(options.rounding()).times(size);
            n = n.add(size);
            low = low.add(part.lower().orElseThrow());
            high = high.add(part.upper().orElseThrow());
            lowClosed &= part.lowerClosed();
            highClosed &= part.upperClosed();
        }
        RecomputedRange range =
                RecomputedRange.of(low.doubleValue() / n.doubleValue(), high.doubleValue() / n.doubleValue());
        String message = "the subgroups weight to a mean of " + range + ", reported " + mean.text();
        boolean fits = RoundingInterval.of(low, lowClosed, high, highClosed)
                .intersects(mean.interval(options.rounding()).times(n));
        return fits
                ? Assessment.consistent(mean.text(), range, message)
                : Assessment.inconsistent(mean.text(), range, message)
                        .explained(List.of(
                                "the sizes are those of the groups, not of the values present (attrition)",
                                "a group is not listed",
                                "typing error in a mean or a size"));
    }
}
