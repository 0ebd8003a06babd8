package org.countersign.audit.checks;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.countersign.numbers.Comparison;
import org.countersign.numbers.IntegerRange;
import org.countersign.numbers.ReportedNumber;
import org.countersign.numbers.RoundingRule;

/**
 * Sums of whole-unit data behind a printed mean: with n respondents answering {@code items} items in whole units, the
 * mean is S / (n items) for an integer S.
 */
final class IntegerData {

    private IntegerData() {}

    /** The integers S whose mean could have been printed so. */
    static IntegerRange sums(ReportedNumber mean, int n, int items, RoundingRule rule) {
        return IntegerRange.within(mean.interval(rule).times(factor(mean, n, items)));
    }

    /** Whether every printable mean has some S, so that the question says nothing. */
    static boolean isUninformative(ReportedNumber mean, int n, int items) {
        return mean.unit().multiply(factor(mean, n, items)).compareTo(BigDecimal.ONE) >= 0;
    }

    /** Mean times this is S; a percentage counts ones. */
    static BigDecimal factor(ReportedNumber mean, int n, int items) {
        BigDecimal total = BigDecimal.valueOf(n).multiply(BigDecimal.valueOf(items));
        return mean.percent() ? total.movePointLeft(2) : total;
    }

    /** The achievable means on both sides of the printed one. */
    static RecomputedRange neighbours(ReportedNumber mean, int n, int items) {
        BigDecimal factor = factor(mean, n, items);
        BigInteger below = mean.value()
                .multiply(factor)
                .setScale(0, java.math.RoundingMode.FLOOR)
                .toBigInteger();
        double f = factor.doubleValue();
        return RecomputedRange.of(
                below.doubleValue() / f, below.add(BigInteger.ONE).doubleValue() / f);
    }

    static ReportedNumber requirePlain(ReportedNumber number, String name) {
        if (number.comparison() != Comparison.EQUAL) {
            throw new UnreadableCellException("column `" + name + "`: `" + number.text() + "` is not a plain number");
        }
        return number;
    }

    /** The number taken as a percentage, whether or not a percent sign was printed. */
    static ReportedNumber asPercent(ReportedNumber number) {
        return new ReportedNumber(number.text(), number.comparison(), number.value(), number.unit(), true);
    }
}
