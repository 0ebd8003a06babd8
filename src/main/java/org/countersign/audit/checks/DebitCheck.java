package org.countersign.audit.checks;

import static org.countersign.audit.checks.TableColumn.required;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.countersign.audit.extract.ArticleResults;
import org.countersign.diagnostics.Severity;
import org.countersign.numbers.IntegerRange;
import org.countersign.numbers.ReportedNumber;
import org.countersign.numbers.RoundingInterval;
import org.countersign.numbers.RoundingRule;

/**
 * DEBIT: mean and standard deviation (divisor n - 1) of binary data are possible together. Consistent if some integer k
 * has k/n in the mean's interval and sqrt(k (n - k) / (n (n - 1))) in the SD's; every k is tried, by exact arithmetic on
 * the squares. Table form only: a text seldom says that its data are zeros and ones.
 *
 * <p>Heathers JAJ, Brown NJL (2019). DEBIT: a simple consistency test for binary data. OSF.
 */
public final class DebitCheck implements ConsistencyCheck {

    @Override
    public String id() {
        return "debit";
    }

    @Override
    public String summary() {
        return "Mean and standard deviation of binary data are possible together";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public List<TableColumn> columns() {
        return List.of(
                required("mean", "proportion of ones, or a percentage with its sign"),
                required("sd", "standard deviation as printed, divisor n - 1"),
                required("n", "sample size, at least 2"));
    }

    @Override
    public Assessment assess(TableRow row, CheckOptions options) {
        return judge(row.require("mean"), row.require("sd"), row.requireCount("n", 2), options);
    }

    @Override
    public List<CheckOutcome> examine(ArticleResults article, CheckOptions options) {
        return List.of();
    }

    static Assessment judge(ReportedNumber mean, ReportedNumber sd, int n, CheckOptions options) {
        String reported = "mean " + mean.text() + ", SD " + sd.text();
        BigDecimal most = mean.percent() ? BigDecimal.valueOf(100) : BigDecimal.ONE;
        if (mean.value().signum() < 0 || mean.value().compareTo(most) > 0) {
            return Assessment.inconsistent(reported, "the mean of zeros and ones lies between 0 and " + most);
        }
        double m = mean.value().doubleValue() / most.doubleValue();
        double expected = Math.sqrt(m * (1 - m) * n / (n - 1.0)) * (sd.percent() ? 100 : 1);
        String message = "with n = " + n + " the SD of binary data with this mean is about " + Display.number(expected)
                + ", reported " + sd.text();
        RecomputedRange range = RecomputedRange.of(expected, expected);
        if (isPossible(mean, sd, n, options.rounding())) {
            return Assessment.consistent(reported, range, message);
        }
        return Assessment.inconsistent(reported, range, message).explained(explanations(mean, sd, n, options));
    }

    static boolean isPossible(ReportedNumber mean, ReportedNumber sd, int n, RoundingRule rule) {
        IntegerRange counts = IntegerData.sums(mean, n, 1, rule);
        BigInteger size = BigInteger.valueOf(n);
        BigInteger first = counts.first().max(BigInteger.ZERO);
        BigInteger last = counts.last().min(size);
        RoundingInterval interval = sd.interval(rule);
        BigDecimal scale = sd.percent() ? BigDecimal.valueOf(10_000) : BigDecimal.ONE;
        BigDecimal pairs = BigDecimal.valueOf(n).multiply(BigDecimal.valueOf(n - 1L));
        for (BigInteger k = first; k.compareTo(last) <= 0; k = k.add(BigInteger.ONE)) {
            BigDecimal variance = new BigDecimal(k.multiply(size.subtract(k))).multiply(scale);
            if (rootIsIn(variance, pairs, interval)) {
                return true;
            }
        }
        return false;
    }

    /** Whether sqrt(numerator / denominator) lies in the interval, decided on the squares. */
    private static boolean rootIsIn(BigDecimal numerator, BigDecimal denominator, RoundingInterval interval) {
        BigDecimal lower = interval.lower().orElseThrow();
        BigDecimal upper = interval.upper().orElseThrow();
        if (upper.signum() < 0) {
            return false;
        }
        if (lower.signum() > 0 || lower.signum() == 0 && !interval.lowerClosed()) {
            int c = numerator.compareTo(lower.multiply(lower).multiply(denominator));
            if (c < 0 || c == 0 && !interval.lowerClosed()) {
                return false;
            }
        }
        int c = numerator.compareTo(upper.multiply(upper).multiply(denominator));
        return c < 0 || c == 0 && interval.upperClosed();
    }

    private static List<String> explanations(ReportedNumber mean, ReportedNumber sd, int n, CheckOptions options) {
        List<String> found = new ArrayList<>();
        Explanations.rounding(options, rule -> isPossible(mean, sd, n, rule)).ifPresent(found::add);
        if (n > 2 && isPossible(mean, sd, n - 1, options.rounding())) {
            found.add("attrition: it would fit n = " + (n - 1));
        }
        Explanations.typo("the SD", sd, other -> isPossible(mean, other, n, options.rounding()))
                .ifPresent(found::add);
        return found;
    }
}
