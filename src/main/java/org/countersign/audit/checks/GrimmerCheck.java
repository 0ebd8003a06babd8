package org.countersign.audit.checks;

import static org.countersign.audit.checks.TableColumn.optional;
import static org.countersign.audit.checks.TableColumn.required;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.countersign.audit.extract.ArticleResults;
import org.countersign.audit.extract.MeanReport;
import org.countersign.diagnostics.Severity;
import org.countersign.numbers.IntegerRange;
import org.countersign.numbers.ReportedNumber;
import org.countersign.numbers.RoundingInterval;
import org.countersign.numbers.RoundingRule;

/**
 * GRIMMER: a mean and a standard deviation (divisor n - 1) of whole-unit data are possible together. Over every sum S
 * that the mean allows, there must be an integer sum of squares Q of the same parity as S, at least as large as the most
 * even split of S allows, with (Q - S^2/n) / ((n - 1) items^2) in the interval of the squared SD; S and Q are in item
 * units. For up to four respondents parity is not enough and the values are enumerated.
 *
 * <p>Anaya J (2016). The GRIMMER test: a method for testing the validity of reported measures of variability. PeerJ
 * Preprints 4:e2400v1. doi 10.7287/peerj.preprints.2400v1. Reformulated by Allard A (2018), Analytic-GRIMMER.
 */
public final class GrimmerCheck implements ConsistencyCheck {

    /** Beyond this many sums the mean is so coarse that the question says nothing. */
    private static final long MOST_SUMS = 20_000;

    @Override
    public String id() {
        return "grimmer";
    }

    @Override
    public String summary() {
        return "Mean and standard deviation of whole-unit data are possible together";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public List<TableColumn> columns() {
        return List.of(
                required("mean", "as printed"),
                required("sd", "standard deviation as printed, divisor n - 1"),
                required("n", "sample size, at least 2"),
                optional("items", "items averaged per respondent; 1 when empty"));
    }

    @Override
    public Assessment assess(TableRow row, CheckOptions options) {
        return judge(
                row.require("mean"),
                row.require("sd"),
                row.requireCount("n", 2),
                row.count("items", 1).orElse(1),
                options);
    }

    @Override
    public List<CheckOutcome> examine(ArticleResults article, CheckOptions options) {
        List<CheckOutcome> outcomes = new ArrayList<>();
        for (MeanReport report : WholeUnitMeans.of(article)) {
            if (report.spreadKind() == MeanReport.SpreadKind.SD && WholeUnitMeans.sampleSize(report) > 1) {
                Assessment assessment =
                        judge(report.mean(), report.spread(), WholeUnitMeans.sampleSize(report), 1, options);
                outcomes.add(CheckOutcome.of(this, WholeUnitMeans.soften(assessment), report));
            }
        }
        return outcomes;
    }

    static Assessment judge(ReportedNumber mean, ReportedNumber sd, int n, int items, CheckOptions options) {
        String reported = "mean " + mean.text() + ", SD " + sd.text();
        if (sd.value().signum() < 0) {
            return Assessment.inconsistent(reported, "a standard deviation is not negative");
        }
        IntegerRange sums = IntegerData.sums(mean, n, items, options.rounding());
        if (sums.isEmpty()) {
            return Assessment.inconsistent(reported, "with n = " + n + " the mean alone is impossible (see grim)")
                    .explained(explanations(mean, sd, n, items, options));
        }
        if (sums.size() > MOST_SUMS) {
            return Assessment.notTestable(reported, "with n = " + n + " every such mean and SD is possible");
        }
        if (isPossible(mean, sd, n, items, options.rounding())) {
            return Assessment.consistent(reported, "n = " + n + " whole-unit values with this mean and SD exist");
        }
        return Assessment.inconsistent(reported, "no " + n + " whole-unit values have this mean and SD")
                .explained(explanations(mean, sd, n, items, options));
    }

    static boolean isPossible(ReportedNumber mean, ReportedNumber sd, int n, int items, RoundingRule rule) {
        IntegerRange sums = IntegerData.sums(mean, n, items, rule);
        if (sums.isEmpty() || sums.size() > MOST_SUMS) {
            return !sums.isEmpty();
        }
        RoundingInterval nTimesSumOfSquares = squared(sd.interval(rule))
                .times(BigDecimal.valueOf(n)
                        .multiply(BigDecimal.valueOf(n - 1L))
                        .multiply(BigDecimal.valueOf(items).pow(2)));
        for (BigInteger s = sums.first(); s.compareTo(sums.last()) <= 0; s = s.add(BigInteger.ONE)) {
            if (hasSumOfSquares(s, nTimesSumOfSquares, n)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether n integers with sum {@code s} have an n Q - S^2 in {@code spread}.
     */
    private static boolean hasSumOfSquares(BigInteger s, RoundingInterval spread, int n) {
        BigInteger size = BigInteger.valueOf(n);
        BigDecimal square = new BigDecimal(s.multiply(s));
        IntegerRange scaled = IntegerRange.within(RoundingInterval.of(
                spread.lower().orElseThrow().add(square),
                spread.lowerClosed(),
                spread.upper().orElseThrow().add(square),
                spread.upperClosed()));
        BigInteger first = ceilDivide(scaled.first(), size).max(leastSumOfSquares(s, size));
        BigInteger last = floorDivide(scaled.last(), size);
        if (first.testBit(0) != s.testBit(0)) {
            first = first.add(BigInteger.ONE);
        }
        if (n > 4) {
            return first.compareTo(last) <= 0;
        }
        for (BigInteger q = first; q.compareTo(last) <= 0; q = q.add(BigInteger.TWO)) {
            if (SmallSamples.exist(s, q, n)) {
                return true;
            }
        }
        return false;
    }

    /** Q of the most even split: (n - r) k^2 + r (k + 1)^2 with S = k n + r. */
    private static BigInteger leastSumOfSquares(BigInteger s, BigInteger n) {
        BigInteger k = floorDivide(s, n);
        BigInteger r = s.subtract(k.multiply(n));
        BigInteger above = k.add(BigInteger.ONE);
        return n.subtract(r).multiply(k).multiply(k).add(r.multiply(above).multiply(above));
    }

    /** Interval of x^2 for an x that is not negative. */
    private static RoundingInterval squared(RoundingInterval interval) {
        BigDecimal lower = interval.lower().orElseThrow();
        BigDecimal upper = interval.upper().orElseThrow();
        boolean clipped = lower.signum() < 0;
        return RoundingInterval.of(
                clipped ? BigDecimal.ZERO : lower.multiply(lower),
                clipped || interval.lowerClosed(),
                upper.multiply(upper),
                interval.upperClosed());
    }

    private static BigInteger floorDivide(BigInteger a, BigInteger positive) {
        BigInteger[] parts = a.divideAndRemainder(positive);
        return parts[1].signum() < 0 ? parts[0].subtract(BigInteger.ONE) : parts[0];
    }

    private static BigInteger ceilDivide(BigInteger a, BigInteger positive) {
        return floorDivide(a.negate(), positive).negate();
    }

    private static List<String> explanations(
            ReportedNumber mean, ReportedNumber sd, int n, int items, CheckOptions options) {
        List<String> found = new ArrayList<>();
        Explanations.rounding(options, rule -> isPossible(mean, sd, n, items, rule))
                .ifPresent(found::add);
        divisorN(mean, sd, n, items, options).ifPresent(found::add);
        if (n > 2 && isPossible(mean, sd, n - 1, items, options.rounding())) {
            found.add("attrition: it would fit n = " + (n - 1));
        }
        found.add("the data are not whole units: several items averaged, half points, or a continuous measure");
        Explanations.typo("the SD", sd, other -> isPossible(mean, other, n, items, options.rounding()))
                .ifPresent(found::add);
        return found;
    }

    private static Optional<String> divisorN(
            ReportedNumber mean, ReportedNumber sd, int n, int items, CheckOptions options) {
        BigDecimal factor = BigDecimal.valueOf(Math.sqrt(n / (n - 1.0)));
        ReportedNumber widened = new ReportedNumber(
                sd.text(),
                sd.comparison(),
                sd.value().multiply(factor),
                sd.unit().multiply(factor),
                false);
        return isPossible(mean, widened, n, items, options.rounding())
                ? Optional.of("the SD may have divisor n: then it would fit")
                : Optional.empty();
    }
}
