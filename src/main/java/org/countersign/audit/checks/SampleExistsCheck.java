package org.countersign.audit.checks;

import static org.countersign.audit.checks.TableColumn.required;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.countersign.audit.extract.ArticleResults;
import org.countersign.diagnostics.Severity;
import org.countersign.numbers.IntegerRange;
import org.countersign.numbers.ReportedNumber;
import org.countersign.numbers.RoundingInterval;
import org.countersign.numbers.RoundingRule;

/**
 * Whole numbers in a range with the reported mean and standard deviation (divisor n - 1) exist. Inconsistent when, over
 * every sum S that the mean allows, no sum of squares of S's parity lies between the least and the largest that n values in
 * the range can have and in the SD's interval; consistent when such a sample is found, which is shown; not testable when
 * neither.
 *
 * <p>In the manner of Heathers JA, Anaya J, van der Zee T, Brown NJL (2018). Recovering data from summary statistics: Sample
 * Parameter Reconstruction via Iterative TEchniques (SPRITE). PeerJ Preprints 6:e26968v1. doi
 * 10.7287/peerj.preprints.26968v1.
 */
public final class SampleExistsCheck implements ConsistencyCheck {

    private static final long MOST_SUMS = 2_000;

    @Override
    public String id() {
        return "sample-exists";
    }

    @Override
    public String summary() {
        return "Whole numbers in the range with this mean and standard deviation exist";
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
                required("min", "smallest value that can occur, a whole number"),
                required("max", "largest value that can occur, a whole number"));
    }

    @Override
    public Assessment assess(TableRow row, CheckOptions options) {
        ReportedNumber min = row.require("min");
        ReportedNumber max = row.require("max");
        if (!isWhole(min) || !isWhole(max) || min.value().compareTo(max.value()) > 0) {
            throw new UnreadableCellException("columns `min` and `max`: `" + min.text() + "` and `" + max.text()
                    + "` are not whole numbers in order");
        }
        Scale scale = new Scale(
                min.value().toBigInteger(), max.value().subtract(min.value()).intValueExact());
        return judge(row.require("mean"), row.require("sd"), row.requireCount("n", 2), scale, options);
    }

    /** Table form only: a text seldom says which values its scale has. */
    @Override
    public List<CheckOutcome> examine(ArticleResults article, CheckOptions options) {
        return List.of();
    }

    private static boolean isWhole(ReportedNumber number) {
        return number.value().stripTrailingZeros().scale() <= 0
                && number.value().abs().precision() <= 9;
    }

    /**
     * Values that can occur.
     *
     * @param min smallest
     * @param width largest less smallest
     */
    record Scale(BigInteger min, int width) {}

    static Assessment judge(ReportedNumber mean, ReportedNumber sd, int n, Scale scale, CheckOptions options) {
        String reported = "mean " + mean.text() + ", SD " + sd.text();
        if (sd.value().signum() < 0) {
            return Assessment.inconsistent(reported, "a standard deviation is not negative");
        }
        RoundingRule rule = options.rounding();
        IntegerRange sums = IntegerData.sums(mean, n, 1, rule);
        if (sums.size() > MOST_SUMS || n > 1_000_000 || scale.width() > 1_000_000) {
            return Assessment.notTestable(reported, "too many samples are possible to look for one");
        }
        boolean within = false;
        for (BigInteger s = sums.first(); s.compareTo(sums.last()) <= 0; s = s.add(BigInteger.ONE)) {
            BigInteger shifted = s.subtract(scale.min().multiply(BigInteger.valueOf(n)));
            Optional<long[]> squares = squares(shifted, sd, n, scale.width(), rule);
            if (squares.isPresent()) {
                within = true;
                Optional<int[]> sample =
                        BoundedSample.find(shifted, n, scale.width(), squares.get()[0], squares.get()[1]);
                if (sample.isPresent()) {
                    return Assessment.consistent(reported, "such values exist: " + describe(sample.get(), scale.min()));
                }
            }
        }
        return within
                ? Assessment.notTestable(reported, "sum and sum of squares are possible, but no such sample was found")
                : Assessment.inconsistent(
                                reported,
                                "no " + n + " whole numbers from " + scale.min() + " to "
                                        + scale.min().add(BigInteger.valueOf(scale.width()))
                                        + " have this mean and SD")
                        .explained(List.of(
                                "attrition: the mean is of fewer persons than n",
                                "the data are not whole units, or lie outside the range",
                                "typing error in the mean, the SD or n"));
    }

    /** Least and largest sum of squares of the values less the minimum that the SD and the range allow; empty if none. */
    private static Optional<long[]> squares(BigInteger sum, ReportedNumber sd, int n, int width, RoundingRule rule) {
        if (sum.signum() < 0 || sum.compareTo(BigInteger.valueOf((long) n * width)) > 0) {
            return Optional.empty();
        }
        RoundingInterval interval = sd.interval(rule);
        BigDecimal low = interval.lower().orElseThrow().max(BigDecimal.ZERO);
        BigDecimal high = interval.upper().orElseThrow();
        boolean lowClosed =
                interval.lowerClosed() || interval.lower().orElseThrow().signum() < 0;
        BigDecimal pairs = BigDecimal.valueOf(n).multiply(BigDecimal.valueOf(n - 1L));
        BigDecimal square = new BigDecimal(sum.multiply(sum));
        RoundingInterval scaled = RoundingInterval.of(
                low.multiply(low).multiply(pairs).add(square),
                lowClosed,
                high.multiply(high).multiply(pairs).add(square),
                interval.upperClosed());
        IntegerRange times = IntegerRange.within(scaled);
        long s = sum.longValueExact();
        long size = n;
        long first = Math.max(ceil(times.first(), size), BoundedSample.least(s, n));
        long last = Math.min(floor(times.last(), size), BoundedSample.most(s, n, width));
        if ((first & 1) != (s & 1)) {
            first++;
        }
        return first <= last ? Optional.of(new long[] {first, last}) : Optional.empty();
    }

    private static long floor(BigInteger value, long divisor) {
        BigInteger[] parts = value.divideAndRemainder(BigInteger.valueOf(divisor));
        BigInteger floor = parts[1].signum() < 0 ? parts[0].subtract(BigInteger.ONE) : parts[0];
        return floor.bitLength() > 62 ? Long.MAX_VALUE / 4 : floor.longValueExact();
    }

    private static long ceil(BigInteger value, long divisor) {
        return -floor(value.negate(), divisor);
    }

    /** "1 x 3, 2 x 7": values with how often each occurs. */
    private static String describe(int[] counts, BigInteger min) {
        StringBuilder text = new StringBuilder();
        int shown = 0;
        for (int value = 0; value < counts.length; value++) {
            if (counts[value] > 0) {
                if (++shown > 12) {
                    return text.append(", \u2026").toString();
                }
                text.append(shown > 1 ? ", " : "")
                        .append(min.add(BigInteger.valueOf(value)))
                        .append(" (")
                        .append(counts[value])
                        .append(" times)");
            }
        }
        return text.toString();
    }
}
