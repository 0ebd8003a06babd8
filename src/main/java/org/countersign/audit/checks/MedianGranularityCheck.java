package org.countersign.audit.checks;

import static org.countersign.audit.checks.TableColumn.optional;
import static org.countersign.audit.checks.TableColumn.required;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.countersign.audit.extract.ArticleResults;
import org.countersign.diagnostics.Severity;
import org.countersign.numbers.IntegerRange;
import org.countersign.numbers.ReportedNumber;

/**
 * The median of whole-unit data is a whole number when n is odd, a multiple of 1/2 when n is even or unknown. Table form
 * only: a text does not prove that its data are whole units.
 */
public final class MedianGranularityCheck implements ConsistencyCheck {

    @Override
    public String id() {
        return "median-granularity";
    }

    @Override
    public String summary() {
        return "The median of whole-unit data is a whole number or a half";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public List<TableColumn> columns() {
        return List.of(
                required("median", "as printed"),
                optional("n", "sample size"),
                optional("items", "items averaged per respondent; 1 when empty"));
    }

    @Override
    public Assessment assess(TableRow row, CheckOptions options) {
        return judge(
                row.require("median"), row.count("n", 1), row.count("items", 1).orElse(1), options);
    }

    @Override
    public List<CheckOutcome> examine(ArticleResults article, CheckOptions options) {
        return List.of();
    }

    static Assessment judge(ReportedNumber median, Optional<Integer> n, int items, CheckOptions options) {
        int steps = items * (n.isPresent() && n.get() % 2 == 1 ? 1 : 2);
        if (median.unit().multiply(BigDecimal.valueOf(steps)).compareTo(BigDecimal.ONE) >= 0) {
            return Assessment.notTestable(median.text(), "so few decimals hide the steps of the data");
        }
        String message = "the median of such data is a multiple of 1/" + steps + ", reported " + median.text();
        boolean possible = !IntegerRange.within(
                        median.interval(options.rounding()).times(BigDecimal.valueOf(steps)))
                .isEmpty();
        if (possible) {
            return Assessment.consistent(median.text(), message);
        }
        List<String> found = new ArrayList<>();
        if (n.isPresent()
                && n.get() % 2 == 1
                && judge(median, Optional.empty(), items, options).verdict() == Verdict.CONSISTENT) {
            found.add("attrition: it would fit an even number of values");
        }
        found.add("the data are not whole units: items averaged, half points, an interpolated or adjusted median");
        found.add("typing error in the median");
        return Assessment.inconsistent(median.text(), message).explained(found);
    }
}
