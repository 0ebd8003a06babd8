package org.countersign.stats;

import static java.util.Objects.requireNonNull;
import static org.countersign.stats.QuantityKind.COEFFICIENT;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The correlation of two variables: Pearson's r (with a binary variable, the point-biserial correlation), Spearman's
 * rho (Pearson's r of the midranks) or Kendall's tau-b.
 *
 * <ul>
 *   <li>Pearson: t = r sqrt((n - 2)/(1 - r²)) on n - 2 degrees of freedom; Fisher's z interval.
 *   <li>Spearman: P exact without ties up to n = 9, from there to 1289 by the Edgeworth series of AS 89, else by the
 *       same t; interval by Fisher's z with variance (1 + rho²/2)/(n - 3) (Bonett and Wright).
 *   <li>Kendall: P exact without ties below n = 50, else normal with the tie variance; interval by Fisher's z with
 *       variance 0.437/(n - 4) (Bonett and Wright). O(n log n).
 * </ul>
 *
 * These are the P-values of R's {@code cor.test}. Complete pairs only.
 *
 * @param method which coefficient
 * @param alternative of the coefficient against 0
 * @param level confidence level, of a two-sided interval
 */
public record Correlation(Method method, Alternative alternative, double level) {

    private static final int SPEARMAN_EXACT_LIMIT = 9;
    private static final int SPEARMAN_SERIES_LIMIT = 1290;
    private static final int KENDALL_EXACT_LIMIT = 50;

    private static final Reference FISHER = Reference.of(
            "Fisher RA",
            1915,
            "Frequency distribution of the values of the correlation coefficient in samples from an indefinitely large"
                    + " population",
            "Biometrika 10:507-521",
            "10.2307/2331838");
    private static final Reference BONETT_WRIGHT = Reference.of(
            "Bonett DG, Wright TA",
            2000,
            "Sample size requirements for estimating Pearson, Kendall and Spearman correlations",
            "Psychometrika 65:23-28",
            "10.1007/BF02294183");
    private static final Reference SPEARMAN = Reference.of(
            "Spearman C",
            1904,
            "The proof and measurement of association between two things",
            "The American Journal of Psychology 15:72-101",
            "10.2307/1412159");
    private static final Reference KENDALL = Reference.of(
            "Kendall MG", 1938, "A new measure of rank correlation", "Biometrika 30:81-93", "10.1093/biomet/30.1-2.81");

    /** Which coefficient. */
    public enum Method {
        PEARSON("pearson", "Pearson correlation", FISHER),
        SPEARMAN("spearman", "Spearman rank correlation", Correlation.SPEARMAN),
        KENDALL("kendall", "Kendall's tau-b", Correlation.KENDALL);

        private final String id;
        private final String label;
        private final Reference reference;

        Method(String id, String label, Reference reference) {
            this.id = id;
            this.label = label;
            this.reference = reference;
        }

        public String id() {
            return id;
        }

        public String label() {
            return label;
        }
    }

    /**
     * @throws IllegalArgumentException if {@code level} is outside (0, 1)
     */
    public Correlation {
        requireNonNull(method);
        requireNonNull(alternative);
        Require.level(level);
    }

    /** Pearson, two-sided, 95%. */
    public static Correlation withDefaults() {
        return new Correlation(Method.PEARSON, Alternative.TWO_SIDED, 0.95);
    }

    public Correlation with(Method newMethod) {
        return new Correlation(newMethod, alternative, level);
    }

    public Correlation with(Alternative newAlternative) {
        return new Correlation(method, newAlternative, level);
    }

    public Correlation withLevel(double newLevel) {
        return new Correlation(method, alternative, newLevel);
    }

    /**
     * The correlation of pairs, three at least.
     *
     * @throws IllegalArgumentException if a value is not finite or the lengths differ
     */
    public Computation<Result> compute(double[] x, double[] y) {
        Require.finite("x", x);
        Require.finite("y", y);
        Require.sameLength("x", x.length, "y", y.length);
        if (x.length < 3) {
            return Computation.notComputed(
                    x.length == 0 ? NotComputed.Reason.NO_OBSERVATIONS : NotComputed.Reason.TOO_FEW_OBSERVATIONS,
                    "there are " + x.length + " complete pairs, three are needed",
                    "check the missing values");
        }
        if (Arrays.stream(x).distinct().count() == 1
                || Arrays.stream(y).distinct().count() == 1) {
            return Computation.notComputed(
                    NotComputed.Reason.CONSTANT_DATA,
                    "one of the variables does not vary",
                    "leave the correlation out");
        }
        return Computation.of(
                switch (method) {
                    case PEARSON -> pearson(x, y, x.length - 2, "t");
                    case SPEARMAN -> spearman(x, y);
                    case KENDALL -> kendall(x, y);
                });
    }

    private Result pearson(double[] x, double[] y, double df, String test) {
        double r = coefficient(x, y);
        double t = r * Math.sqrt(df / ((1 - r) * (1 + r)));
        double p = Math.abs(r) == 1 ? perfect(r) : Tails.t(t, df, alternative);
        return new Result(
                this,
                r,
                fisher(r, 1 / (x.length - 3.0)),
                Math.abs(r) == 1 ? undefinedStatistic() : Computation.of(t),
                Computation.of(df),
                p,
                x.length,
                test,
                new Pairs(x, y));
    }

    private double perfect(double r) {
        return switch (alternative) {
            case TWO_SIDED -> 0;
            case GREATER -> r > 0 ? 0 : 1;
            case LESS -> r < 0 ? 0 : 1;
        };
    }

    private static Computation<Double> undefinedStatistic() {
        return Computation.notComputed(
                NotComputed.Reason.UNDEFINED, "the correlation is perfect", "report the coefficient");
    }

    static double coefficient(double[] x, double[] y) {
        double meanX = Sum.of(x) / x.length;
        double meanY = Sum.of(y) / y.length;
        double unitX = unit(x, meanX);
        double unitY = unit(y, meanY);
        Sum xx = new Sum();
        Sum yy = new Sum();
        Sum xy = new Sum();
        for (int i = 0; i < x.length; i++) {
            double dx = (x[i] - meanX) / unitX;
            double dy = (y[i] - meanY) / unitY;
            xx.addProduct(dx, dx);
            yy.addProduct(dy, dy);
            xy.addProduct(dx, dy);
        }
        return Math.max(-1, Math.min(1, xy.value() / (Math.sqrt(xx.value()) * Math.sqrt(yy.value()))));
    }

    private static double unit(double[] values, double mean) {
        double largest = 0;
        for (double value : values) {
            largest = Math.max(largest, Math.abs(value - mean));
        }
        return Moments.unit(largest);
    }

    /** tanh(atanh(r) ± z sqrt(variance)). */
    private Computation<ConfidenceInterval> fisher(double r, double variance) {
        if (!(variance > 0) || Double.isInfinite(variance) || Math.abs(r) == 1) {
            return Computation.notComputed(
                    Math.abs(r) == 1 ? NotComputed.Reason.UNDEFINED : NotComputed.Reason.TOO_FEW_OBSERVATIONS,
                    Math.abs(r) == 1 ? "the correlation is perfect" : "there are too few pairs for an interval",
                    "report the coefficient without an interval");
        }
        double centre = 0.5 * Math.log((1 + r) / (1 - r));
        double half = Tails.normalCritical(level) * Math.sqrt(variance);
        return Computation.of(new ConfidenceInterval(
                StrictMath.tanh(centre - half), StrictMath.tanh(centre + half), level, "Fisher z"));
    }

    private Result spearman(double[] x, double[] y) {
        double[] rankX = midranks(x);
        double[] rankY = midranks(y);
        int n = x.length;
        boolean ties = hasTies(x) || hasTies(y);
        Result base = pearson(rankX, rankY, n - 2, "t");
        double rho = base.estimate;
        Computation<ConfidenceInterval> interval = fisher(rho, n > 3 ? (1 + rho * rho / 2) / (n - 3.0) : 0);
        Sum squares = new Sum();
        for (int i = 0; i < n; i++) {
            squares.add((rankX[i] - rankY[i]) * (rankX[i] - rankY[i]));
        }
        if (ties || n >= SPEARMAN_SERIES_LIMIT) {
            return new Result(
                    this, rho, interval, base.statistic, base.degreesOfFreedom, base.p, n, "t", new Pairs(x, y));
        }
        double s = squares.value();
        String test = n <= SPEARMAN_EXACT_LIMIT ? "exact" : "Edgeworth series";
        return new Result(
                this,
                rho,
                interval,
                Computation.of(s),
                Computation.notComputed(NotComputed.Reason.UNDEFINED, "the statistic has none", "leave it out"),
                SpearmanDistribution.p(n, s, alternative),
                n,
                test,
                new Pairs(x, y));
    }

    private Result kendall(double[] x, double[] y) {
        KendallCounts counts = KendallCounts.of(x, y);
        int n = x.length;
        double tau = counts.tauB();
        Computation<Double> statistic;
        double p;
        String test;
        if (!counts.ties() && n < KENDALL_EXACT_LIMIT) {
            long concordant = Math.round((counts.score() + n * (n - 1) / 2.0) / 2);
            statistic = Computation.of((double) concordant);
            p = KendallCounts.exact(n, concordant, alternative);
            test = "exact";
        } else {
            double z = counts.score() / Math.sqrt(counts.variance());
            statistic = Computation.of(z);
            p = Tails.normal(z, alternative);
            test = "normal approximation";
        }
        return new Result(
                this,
                tau,
                fisher(tau, n > 4 ? 0.437 / (n - 4.0) : 0),
                statistic,
                Computation.notComputed(NotComputed.Reason.UNDEFINED, "the statistic has none", "leave it out"),
                p,
                n,
                test,
                new Pairs(x, y));
    }

    /** Midranks from 1. */
    static double[] midranks(double[] values) {
        FrequencyTable table = FrequencyTable.of(values);
        double[] ranks = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            long atMost = table.countAtMost(values[i]);
            ranks[i] = atMost - (table.countOf(values[i]) - 1) / 2.0;
        }
        return ranks;
    }

    private static boolean hasTies(double[] values) {
        return FrequencyTable.of(values).distinct() < values.length;
    }

    /** The observations, for the rivals. */
    static final class Pairs {

        private final double[] x;
        private final double[] y;

        private Pairs(double[] x, double[] y) {
            this.x = x;
            this.y = y;
        }
    }

    /**
     * A correlation.
     *
     * @param options the options used
     * @param estimate the coefficient
     * @param interval of the coefficient
     * @param statistic t, S (Spearman, exact or series), T or z (Kendall)
     * @param degreesOfFreedom of t
     * @param p of the alternative
     * @param n number of pairs
     * @param test how P was found
     */
    public record Result(
            Correlation options,
            double estimate,
            Computation<ConfidenceInterval> interval,
            Computation<Double> statistic,
            Computation<Double> degreesOfFreedom,
            double p,
            int n,
            String test,
            Pairs pairs)
            implements StatisticResult {

        @Override
        public Procedure procedure() {
            Method method = options.method;
            String label = method.label + ", test: " + test + options.alternative.suffix();
            return method == Method.PEARSON
                    ? Procedure.of("correlation-pearson", label, FISHER)
                    : Procedure.of("correlation-" + method.id, label, method.reference, BONETT_WRIGHT);
        }

        /** Ids {@code estimate, ci.lower, ci.upper, statistic, df, p, n}. */
        @Override
        public List<Quantity> quantities() {
            return new Quantities()
                    .estimate(options.method.label, COEFFICIENT, estimate)
                    .interval(COEFFICIENT, options.level, interval)
                    .add("statistic", "test statistic", QuantityKind.STATISTIC, statistic)
                    .add("df", "degrees of freedom", QuantityKind.DEGREES_OF_FREEDOM, degreesOfFreedom)
                    .p(p)
                    .count("n", "number of pairs", n)
                    .list();
        }

        @Override
        public List<Rival> rivals() {
            List<Rival> rivals = new ArrayList<>();
            for (Method other : Method.values()) {
                if (other != options.method) {
                    rivals.add(Rival.differing(
                            this,
                            other.id,
                            other.label,
                            () -> options.with(other).compute(pairs.x, pairs.y)));
                }
            }
            rivals.add(new Rival(
                    "coefficient-squared",
                    "squared coefficient",
                    () -> List.of(Quantity.of("estimate", "squared coefficient", COEFFICIENT, estimate * estimate))));
            return List.copyOf(rivals);
        }
    }
}
