package org.countersign.stats;

import static java.util.Objects.requireNonNull;
import static org.countersign.stats.QuantityKind.PROPORTION;

import java.util.Arrays;
import java.util.List;

/**
 * A proportion k/n with its confidence interval. With p = k/n and z the normal quantile for the level:
 *
 * <ul>
 *   <li>Wilson (default): (p + z²/2n ± z sqrt(p(1-p)/n + z²/4n²)) / (1 + z²/n);
 *   <li>Clopper-Pearson: the beta quantiles that invert the two binomial tail tests;
 *   <li>Agresti-Coull: Wald at (k + z²/2)/(n + z²);
 *   <li>Jeffreys: quantiles of Beta(k + 1/2, n - k + 1/2), 0 at k = 0 and 1 at k = n;
 *   <li>Wald: p ± z sqrt(p(1-p)/n), cut off at 0 and 1;
 *   <li>Wilson with continuity correction, as R's {@code prop.test}.
 * </ul>
 *
 * @param method the interval
 * @param level confidence level
 */
public record ProportionInterval(Method method, double level) {

    private static final Reference NEWCOMBE = Reference.of(
            "Newcombe RG",
            1998,
            "Two-sided confidence intervals for the single proportion: comparison of seven methods",
            "Statistics in Medicine 17:857-872",
            "10.1002/(SICI)1097-0258(19980430)17:8<857::AID-SIM777>3.0.CO;2-E");

    /** The intervals in use. */
    public enum Method {
        WILSON(
                "wilson",
                "Wilson score",
                Reference.of(
                        "Wilson EB",
                        1927,
                        "Probable inference, the law of succession, and statistical inference",
                        "Journal of the American Statistical Association 22:209-212",
                        "10.1080/01621459.1927.10502953")),
        WILSON_CORRECTED("wilson-corrected", "Wilson score with continuity correction", NEWCOMBE),
        CLOPPER_PEARSON(
                "clopper-pearson",
                "Clopper-Pearson exact",
                Reference.of(
                        "Clopper CJ, Pearson ES",
                        1934,
                        "The use of confidence or fiducial limits illustrated in the case of the binomial",
                        "Biometrika 26:404-413",
                        "10.1093/biomet/26.4.404")),
        AGRESTI_COULL(
                "agresti-coull",
                "Agresti-Coull",
                Reference.of(
                        "Agresti A, Coull BA",
                        1998,
                        "Approximate is better than \"exact\" for interval estimation of binomial proportions",
                        "The American Statistician 52:119-126",
                        "10.1080/00031305.1998.10480550")),
        JEFFREYS(
                "jeffreys",
                "Jeffreys",
                Reference.of(
                        "Brown LD, Cai TT, DasGupta A",
                        2001,
                        "Interval estimation for a binomial proportion",
                        "Statistical Science 16:101-133",
                        "10.1214/ss/1009213286")),
        WALD("wald", "Wald", NEWCOMBE);

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
    public ProportionInterval {
        requireNonNull(method);
        Require.level(level);
    }

    /** Wilson, 95%. */
    public static ProportionInterval withDefaults() {
        return new ProportionInterval(Method.WILSON, 0.95);
    }

    public ProportionInterval with(Method newMethod) {
        return new ProportionInterval(newMethod, level);
    }

    public ProportionInterval withLevel(double newLevel) {
        return new ProportionInterval(method, newLevel);
    }

    /**
     * The proportion of {@code events} among {@code total}, or {@link NotComputed.Reason#NO_OBSERVATIONS} for a total
     * of 0.
     *
     * @throws IllegalArgumentException unless 0 &lt;= events &lt;= total
     */
    public Computation<Result> compute(long events, long total) {
        Require.notNegative("total", total);
        Require.that(events >= 0 && events <= total, "events", events, "a whole number from 0 to total = " + total);
        if (total == 0) {
            return Computation.notComputed(
                    NotComputed.Reason.NO_OBSERVATIONS, "the denominator is 0", "check the population's filter");
        }
        return Computation.of(new Result(this, events, total, interval(events, total)));
    }

    private ConfidenceInterval interval(long events, long total) {
        double z = Tails.normalCritical(level);
        return switch (method) {
            case WILSON -> wilson(events, total, z);
            case WILSON_CORRECTED -> wilsonCorrected(events, total, z);
            case CLOPPER_PEARSON ->
                of(
                        events == 0 ? 0 : Tails.betaQuantile((1 - level) / 2, events, total - events + 1.0),
                        events == total ? 1 : Tails.betaUpperQuantile((1 - level) / 2, events + 1.0, total - events));
            case AGRESTI_COULL -> {
                double size = total + z * z;
                double centre = (events + z * z / 2) / size;
                double half = z * Math.sqrt(centre * (1 - centre) / size);
                yield of(Math.max(0, centre - half), Math.min(1, centre + half));
            }
            case JEFFREYS ->
                of(
                        events == 0 ? 0 : Tails.betaQuantile((1 - level) / 2, events + 0.5, total - events + 0.5),
                        events == total
                                ? 1
                                : Tails.betaUpperQuantile((1 - level) / 2, events + 0.5, total - events + 0.5));
            case WALD -> {
                double p = (double) events / total;
                double half = z * Math.sqrt(p * (1 - p) / total);
                yield of(Math.max(0, p - half), Math.min(1, p + half));
            }
        };
    }

    private ConfidenceInterval wilson(double events, double total, double z) {
        double size = total + z * z;
        double half = z * Math.sqrt(events * (total - events) / total + z * z / 4) / size;
        double centre = (events + z * z / 2) / size;
        return of(events == 0 ? 0 : Math.max(0, centre - half), events == total ? 1 : Math.min(1, centre + half));
    }

    /** The correction is min(1/2, |k - n/2|), as in R, which tests p = 1/2 with the same correction. */
    private ConfidenceInterval wilsonCorrected(double events, double total, double z) {
        double p = events / total;
        double correction = Math.min(0.5, Math.abs(events - total / 2));
        double z22n = z * z / (2 * total);
        double up = p + correction / total;
        double upper = (up + z22n + z * Math.sqrt(up * (1 - up) / total + z22n / (2 * total))) / (1 + 2 * z22n);
        double down = p - correction / total;
        double lower = (down + z22n - z * Math.sqrt(down * (1 - down) / total + z22n / (2 * total))) / (1 + 2 * z22n);
        return of(down <= 0 ? 0 : Math.max(0, lower), up >= 1 ? 1 : Math.min(1, upper));
    }

    private ConfidenceInterval of(double lower, double upper) {
        return new ConfidenceInterval(lower, upper, level, method.label);
    }

    /**
     * A proportion.
     *
     * @param options the options used
     * @param events numerator
     * @param total denominator, positive
     * @param interval of the proportion
     */
    public record Result(ProportionInterval options, long events, long total, ConfidenceInterval interval)
            implements StatisticResult {

        public double estimate() {
            return (double) events / total;
        }

        @Override
        public Procedure procedure() {
            return Procedure.of(
                    "proportion-" + options.method.id,
                    "proportion with " + options.method.label + " interval",
                    options.method.reference);
        }

        /** Ids {@code estimate, ci.lower, ci.upper, events, n}. */
        @Override
        public List<Quantity> quantities() {
            return new Quantities()
                    .estimate("proportion", PROPORTION, estimate())
                    .interval(PROPORTION, interval)
                    .count("events", "number with the characteristic", events)
                    .count("n", "number of observations", total)
                    .list();
        }

        @Override
        public List<Rival> rivals() {
            return Arrays.stream(Method.values())
                    .filter(other -> other != options.method)
                    .map(other -> Rival.differing(
                            this,
                            other.id,
                            other.label + " interval",
                            () -> options.with(other).compute(events, total)))
                    .toList();
        }
    }
}
