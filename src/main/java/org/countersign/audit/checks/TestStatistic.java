package org.countersign.audit.checks;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.countersign.audit.extract.TestKind;
import org.countersign.numbers.ReportedNumber;
import org.countersign.numbers.RoundingRule;
import org.countersign.stats.TailProbabilities;

/**
 * A reported test statistic and the p-values that its rounding allows. For t, z and r the two-sided p, 2T(-|t|) with
 * t = r sqrt(df / (1 - r^2)) for r; for F, chi-squared and Q the upper tail.
 *
 * @param kind reference distribution
 * @param df1 degrees of freedom (of t, r, chi-squared, Q; numerator of F); absent for z
 * @param df2 denominator of F
 * @param statistic as printed
 */
record TestStatistic(
        TestKind kind, Optional<ReportedNumber> df1, Optional<ReportedNumber> df2, ReportedNumber statistic) {

    TestStatistic {
        requireNonNull(kind);
        requireNonNull(df1);
        requireNonNull(df2);
        requireNonNull(statistic);
    }

    /** Why no p can be computed, if so. */
    Optional<String> obstacle() {
        boolean needsDf1 = kind != TestKind.Z;
        if (needsDf1 && df1.isEmpty() || kind == TestKind.F && df2.isEmpty()) {
            return Optional.of("the degrees of freedom are not given");
        }
        if (df1.isPresent() && df1.get().value().signum() <= 0
                || df2.isPresent() && df2.get().value().signum() <= 0) {
            return Optional.of("degrees of freedom must be positive");
        }
        if (kind == TestKind.R && statistic.value().abs().compareTo(java.math.BigDecimal.ONE) > 0) {
            return Optional.of("a correlation beyond 1 has no p-value");
        }
        if (isUpperTailed() && statistic.value().signum() < 0) {
            return Optional.of("a negative " + kind.id() + " has no p-value");
        }
        return Optional.empty();
    }

    /** Whether only large values speak against the null hypothesis. */
    boolean isUpperTailed() {
        return kind == TestKind.F || kind == TestKind.CHI_SQUARED || kind == TestKind.Q;
    }

    /** The p at the printed value. */
    double pointP() {
        return p(Math.abs(statistic.value().doubleValue()), df(df1), df(df2));
    }

    /** Smallest and largest p that the printed numbers allow; degrees of freedom printed with decimals are intervals. */
    Bounds pBounds(RoundingRule rule) {
        Bounds size = sizeBounds(rule);
        Bounds first = dfBounds(df1, rule);
        Bounds second = dfBounds(df2, rule);
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double a : new double[] {first.low(), first.high()}) {
            for (double b : new double[] {second.low(), second.high()}) {
                low = Math.min(low, p(size.high(), a, b));
                high = Math.max(high, p(size.low(), a, b));
            }
        }
        return new Bounds(low, high);
    }

    /** The size of the statistic to which a p belongs, by bisection: p falls as the size grows. */
    double sizeFor(double target) {
        double low = 0;
        double high = kind == TestKind.R ? 1 : 1e4;
        for (int i = 0; i < 80; i++) {
            double middle = (low + high) / 2;
            if (p(middle, df(df1), df(df2)) > target) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    TestStatistic withStatistic(ReportedNumber other) {
        return new TestStatistic(kind, df1, df2, other);
    }

    TestStatistic withDf1(ReportedNumber other) {
        return new TestStatistic(kind, Optional.of(other), df2, statistic);
    }

    TestStatistic withDf2(ReportedNumber other) {
        return new TestStatistic(kind, df1, Optional.of(other), statistic);
    }

    private Bounds sizeBounds(RoundingRule rule) {
        double printed = Math.abs(statistic.value().doubleValue());
        Bounds size = switch (statistic.comparison()) {
            case LESS, LESS_OR_EQUAL -> new Bounds(0, printed);
            case GREATER, GREATER_OR_EQUAL -> new Bounds(printed, Double.POSITIVE_INFINITY);
            case EQUAL -> {
                Bounds signed = Bounds.of(statistic, rule);
                yield isUpperTailed()
                        ? new Bounds(Math.max(0, signed.low()), signed.high())
                        : new Bounds(signed.nearest(), signed.farthest());
            }
        };
        return kind == TestKind.R ? new Bounds(Math.min(1, size.low()), Math.min(1, size.high())) : size;
    }

    private static double df(Optional<ReportedNumber> df) {
        return df.map(number -> number.value().doubleValue()).orElse(1.0);
    }

    private static Bounds dfBounds(Optional<ReportedNumber> df, RoundingRule rule) {
        if (df.isEmpty() || df.get().decimals() <= 0) {
            double exact = df(df);
            return new Bounds(exact, exact);
        }
        Bounds bounds = Bounds.of(df.get(), rule);
        return new Bounds(Math.max(bounds.low(), Double.MIN_NORMAL), bounds.high());
    }

    private double p(double size, double a, double b) {
        if (Double.isInfinite(size)) {
            return 0;
        }
        return switch (kind) {
            case T -> TailProbabilities.twoSidedT(size, a);
            case Z -> TailProbabilities.twoSidedNormal(size);
            case R -> TailProbabilities.twoSidedCorrelation(size, a);
            case F -> TailProbabilities.upperF(size, a, b);
            case CHI_SQUARED, Q -> TailProbabilities.upperChiSquared(size, a);
        };
    }
}
