package org.countersign.stats;

/**
 * How a sample quantile is read off the order statistics x(1) to x(n): the nine types of Hyndman and Fan, with their
 * numbers, and Tukey's hinges.
 *
 * <p>Types 4 to 9 interpolate at h = a + p(n + 1 - a - b); types 1 to 3 are step functions. A position within 4
 * machine epsilons of a whole number counts as whole, as in R.
 *
 * <p>Source: Hyndman RJ, Fan Y (1996), doi 10.1080/00031305.1996.10473566; hinges: Tukey JW (1977).
 */
public enum QuantileType {
    /** Inverse of the empirical distribution function. */
    TYPE_1("quantile-type-1", "inverse of the empirical distribution function (type 1)", 0, 0),
    /** Type 1 with averaging at the jumps; SAS, Stata. */
    TYPE_2("quantile-type-2", "averaged inverse of the empirical distribution function (type 2; SAS, Stata)", 0, 0),
    /** The nearest order statistic, halves to the even one. */
    TYPE_3("quantile-type-3", "nearest even order statistic (type 3)", 0, 0),
    /** Linear interpolation of the empirical distribution function. */
    TYPE_4("quantile-type-4", "interpolated empirical distribution function (type 4)", 0, 1),
    /** Piecewise linear through the midpoints of the steps. */
    TYPE_5("quantile-type-5", "midpoints of the steps (type 5)", 0.5, 0.5),
    /** h = p(n + 1); SPSS, Minitab. */
    TYPE_6("quantile-type-6", "expected order statistics, p(n + 1) (type 6; SPSS, Minitab)", 0, 0),
    /** h = 1 + p(n - 1); R, Excel, NumPy. */
    TYPE_7("quantile-type-7", "modes of the order statistics, 1 + p(n - 1) (type 7; R, Excel)", 1, 1),
    /** Approximately median-unbiased. */
    TYPE_8("quantile-type-8", "approximately median-unbiased (type 8)", 1.0 / 3, 1.0 / 3),
    /** Approximately unbiased for normal data. */
    TYPE_9("quantile-type-9", "approximately unbiased for normal data (type 9)", 0.375, 0.375),
    /** Medians of the lower and the upper half, the median counted in both; quartiles and extremes only. */
    TUKEY_HINGES("quantile-tukey-hinges", "Tukey's hinges", 0, 0);

    static final Reference HYNDMAN_FAN = Reference.of(
            "Hyndman RJ, Fan Y",
            1996,
            "Sample quantiles in statistical packages",
            "The American Statistician 50:361-365",
            "10.1080/00031305.1996.10473566");
    static final Reference TUKEY =
            Reference.of("Tukey JW", 1977, "Exploratory Data Analysis", "Addison-Wesley, Reading, MA");

    private static final double FUZZ = 4 * Math.ulp(1.0);

    private final String id;
    private final String label;
    private final double a;
    private final double b;

    QuantileType(String id, String label, double a, double b) {
        this.id = id;
        this.label = label;
        this.a = a;
        this.b = b;
    }

    /** Stable kebab-case name. */
    public String id() {
        return id;
    }

    /** For a footnote. */
    public String label() {
        return label;
    }

    /** Where the definition is published. */
    public Reference reference() {
        return this == TUKEY_HINGES ? TUKEY : HYNDMAN_FAN;
    }

    /**
     * The quantile.
     *
     * @param sample at least one observation
     * @param p from 0 to 1; for {@link #TUKEY_HINGES} one of 0, 0.25, 0.5, 0.75, 1
     * @throws IllegalArgumentException if the sample is empty or {@code p} is outside its range
     */
    public double quantile(FrequencyTable sample, double p) {
        Require.proportion("p", p);
        Require.that(!sample.isEmpty(), "sample", "empty", "at least one observation");
        double n = sample.size();
        return switch (this) {
            case TYPE_1, TYPE_2, TYPE_3 -> step(sample, p);
            case TYPE_7 -> {
                double position = 1 + (n - 1) * p;
                double below = Math.floor(position);
                yield between(sample, (long) below, position - below);
            }
            case TUKEY_HINGES -> hinge(sample, p);
            default -> {
                double position = a + p * (n + 1 - a - b);
                double below = Math.floor(position + FUZZ);
                double fraction = Math.abs(position - below) < FUZZ ? 0 : position - below;
                yield between(sample, (long) below, fraction);
            }
        };
    }

    private double step(FrequencyTable sample, double p) {
        double position = this == TYPE_3 ? sample.size() * p - 0.5 : sample.size() * p;
        double below = Math.floor(position + FUZZ);
        boolean past = position > below;
        double fraction = switch (this) {
            case TYPE_1 -> past ? 1 : 0;
            case TYPE_2 -> past ? 1 : 0.5;
            default -> position != below || Math.floorMod((long) below, 2L) == 1 ? 1 : 0;
        };
        return between(sample, (long) below, fraction);
    }

    private static double hinge(FrequencyTable sample, double p) {
        double n = sample.size();
        double depth = Math.floor((n + 3) / 2) / 2;
        Require.that(p * 4 == Math.rint(p * 4), "p", p, "a quartile or an extreme for Tukey's hinges");
        double position = p == 0 ? 1 : p == 0.25 ? depth : p == 0.5 ? (n + 1) / 2 : p == 0.75 ? n + 1 - depth : n;
        return 0.5
                * (sample.orderStatistic((long) Math.floor(position))
                        + sample.orderStatistic((long) Math.ceil(position)));
    }

    private static double between(FrequencyTable sample, long below, double fraction) {
        long n = sample.size();
        double low = sample.orderStatistic(Math.min(n, Math.max(1, below)));
        double high = sample.orderStatistic(Math.min(n, Math.max(1, below + 1)));
        if (fraction == 0 || low == high) {
            return low;
        }
        return fraction == 1 ? high : (1 - fraction) * low + fraction * high;
    }
}
