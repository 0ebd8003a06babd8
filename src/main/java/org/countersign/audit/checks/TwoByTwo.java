package org.countersign.audit.checks;

import java.math.BigDecimal;
import org.countersign.numbers.RoundingInterval;
import org.countersign.stats.TailProbabilities;

/**
 * Two counts of two totals, and what is ordinarily computed from them.
 *
 * @param k1 events of the first group
 * @param n1 its size, at least 1
 * @param k2 events of the second group
 * @param n2 its size, at least 1
 */
record TwoByTwo(int k1, int n1, int k2, int n2) {

    TwoByTwo {
        if (k1 < 0 || k2 < 0 || n1 < 1 || n2 < 1 || k1 > n1 || k2 > n2) {
            throw new IllegalArgumentException(
                    k1 + "/" + n1 + " and " + k2 + "/" + n2 + ": expected 0 <= k <= n and n >= 1");
        }
    }

    TwoByTwo swapped() {
        return new TwoByTwo(k2, n2, k1, n1);
    }

    boolean hasZeroCell() {
        return k1 == 0 || k2 == 0 || k1 == n1 || k2 == n2;
    }

    double riskRatio() {
        return ((double) k1 / n1) / ((double) k2 / n2);
    }

    double oddsRatio() {
        return ((double) k1 * (n2 - k2)) / ((double) k2 * (n1 - k1));
    }

    double riskDifference() {
        return (double) k1 / n1 - (double) k2 / n2;
    }

    /** Whether the risk ratio lies in the interval, exactly. */
    boolean riskRatioIn(RoundingInterval interval) {
        return interval.times(product(k2, n1)).contains(product(k1, n2));
    }

    boolean oddsRatioIn(RoundingInterval interval) {
        return interval.times(product(k2, n1 - k1)).contains(product(k1, n2 - k2));
    }

    boolean riskDifferenceIn(RoundingInterval interval, BigDecimal scale) {
        BigDecimal numerator = product(k1, n2).subtract(product(k2, n1)).multiply(scale);
        return interval.times(product(n1, n2)).contains(numerator);
    }

    /** Katz's interval of the risk ratio: log RR -+ k sqrt(1/k1 - 1/n1 + 1/k2 - 1/n2). */
    Bounds katz(double k, double added) {
        double a = k1 + added;
        double b = k2 + added;
        double n = n1 + added;
        double m = n2 + added;
        double width = k * Math.sqrt(1 / a - 1 / n + 1 / b - 1 / m);
        double log = Math.log(a / n / (b / m));
        return new Bounds(Math.exp(log - width), Math.exp(log + width));
    }

    /** Woolf's interval of the odds ratio: log OR -+ k sqrt(sum of reciprocals). */
    Bounds woolf(double k, double added) {
        double a = k1 + added;
        double b = n1 - k1 + added;
        double c = k2 + added;
        double d = n2 - k2 + added;
        double width = k * Math.sqrt(1 / a + 1 / b + 1 / c + 1 / d);
        double log = Math.log(a * d / (b * c));
        return new Bounds(Math.exp(log - width), Math.exp(log + width));
    }

    /** Wald's interval of the risk difference. */
    Bounds wald(double k) {
        double p1 = (double) k1 / n1;
        double p2 = (double) k2 / n2;
        double width = k * Math.sqrt(p1 * (1 - p1) / n1 + p2 * (1 - p2) / n2);
        return new Bounds(p1 - p2 - width, p1 - p2 + width);
    }

    /** Newcombe's interval of the risk difference, from Wilson's of the risks. */
    Bounds newcombe(double k) {
        double p1 = (double) k1 / n1;
        double p2 = (double) k2 / n2;
        Bounds w1 = wilson(k1, n1, k);
        Bounds w2 = wilson(k2, n2, k);
        double d = p1 - p2;
        return new Bounds(d - Math.hypot(p1 - w1.low(), w2.high() - p2), d + Math.hypot(w1.high() - p1, p2 - w2.low()));
    }

    /** Two-sided p of the chi-squared test; {@code correction} is 0, or n/2 for Yates's. */
    double chiSquaredP(double correction) {
        double n = (double) n1 + n2;
        double events = (double) k1 + k2;
        double cross = Math.abs((double) k1 * (n2 - k2) - (double) k2 * (n1 - k1));
        double reduced = Math.max(0, cross - correction);
        double statistic = n * reduced * reduced / (n1 * (double) n2 * events * (n - events));
        return TailProbabilities.upperChiSquared(statistic, 1);
    }

    /** Smallest expected count of the four cells. */
    double smallestExpected() {
        double n = (double) n1 + n2;
        double events = (double) k1 + k2;
        return Math.min(events, n - events) * Math.min(n1, n2) / n;
    }

    private static Bounds wilson(int x, int n, double k) {
        double p = (double) x / n;
        double centre = (p + k * k / (2 * n)) / (1 + k * k / n);
        double width = k / (1 + k * k / n) * Math.sqrt(p * (1 - p) / n + k * k / (4.0 * n * n));
        return new Bounds(centre - width, centre + width);
    }

    private static BigDecimal product(int a, int b) {
        return BigDecimal.valueOf((long) a * b);
    }
}
