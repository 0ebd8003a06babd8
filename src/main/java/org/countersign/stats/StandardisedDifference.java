package org.countersign.stats;

import static java.util.Objects.requireNonNull;
import static org.countersign.stats.QuantityKind.DIMENSIONLESS;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.numbers.gamma.LogGamma;

/**
 * The standardised difference of two independent means: Cohen's d (pooled SD), Hedges' g (d times the exact small-sample
 * factor Gamma(m/2)/(sqrt(m/2) Gamma((m-1)/2)), m = n1 + n2 - 2) or Glass's delta (SD of the second sample). The
 * interval inverts the noncentral t distribution of d sqrt(n1 n2/(n1 + n2)) (Glass: on n2 - 1 degrees of freedom).
 *
 * @param measure which
 * @param level confidence level
 */
public record StandardisedDifference(Measure measure, double level) {

    private static final Reference COHEN = Reference.of(
            "Cohen J",
            1988,
            "Statistical Power Analysis for the Behavioral Sciences, 2nd edition",
            "Lawrence Erlbaum, Hillsdale, NJ");
    private static final Reference HEDGES = Reference.of(
            "Hedges LV",
            1981,
            "Distribution theory for Glass's estimator of effect size and related estimators",
            "Journal of Educational Statistics 6:107-128",
            "10.3102/10769986006002107");

    /** Which standardiser. */
    public enum Measure {
        COHEN_D("cohen-d", "Cohen's d", COHEN),
        HEDGES_G("hedges-g", "Hedges' g", HEDGES),
        GLASS_DELTA("glass-delta", "Glass's delta", HEDGES);

        private final String id;
        private final String label;
        private final Reference reference;

        Measure(String id, String label, Reference reference) {
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
    public StandardisedDifference {
        requireNonNull(measure);
        Require.level(level);
    }

    /** Cohen's d, 95%. */
    public static StandardisedDifference withDefaults() {
        return new StandardisedDifference(Measure.COHEN_D, 0.95);
    }

    public StandardisedDifference with(Measure newMeasure) {
        return new StandardisedDifference(newMeasure, level);
    }

    public StandardisedDifference withLevel(double newLevel) {
        return new StandardisedDifference(measure, newLevel);
    }

    /** The first sample against the second, two observations in each at least. */
    public Computation<Result> compute(FrequencyTable first, FrequencyTable second) {
        if (first.size() < 2 || second.size() < 2) {
            return Computation.notComputed(
                    NotComputed.Reason.TOO_FEW_OBSERVATIONS,
                    "a sample has fewer than two observations",
                    "report the difference of the means");
        }
        return compute(TTest.Summary.of(first), TTest.Summary.of(second));
    }

    /**
     * The same from means, standard deviations and sizes.
     *
     * @throws IllegalArgumentException if a size is below 2
     */
    public Computation<Result> compute(TTest.Summary first, TTest.Summary second) {
        Require.atLeast("n1", first.n(), 2);
        Require.atLeast("n2", second.n(), 2);
        double df = measure == Measure.GLASS_DELTA ? second.n() - 1.0 : first.n() + second.n() - 2.0;
        double unit = Moments.unit(Math.max(first.standardDeviation(), second.standardDeviation()));
        double s1 = first.standardDeviation() / unit;
        double s2 = second.standardDeviation() / unit;
        double pooled = ((first.n() - 1) * s1 * s1 + (second.n() - 1) * s2 * s2) / (first.n() + second.n() - 2.0);
        double sd = measure == Measure.GLASS_DELTA ? second.standardDeviation() : Math.sqrt(pooled) * unit;
        if (sd == 0) {
            return Computation.notComputed(
                    NotComputed.Reason.CONSTANT_DATA,
                    "the values do not vary within the samples",
                    "report the difference of the means");
        }
        double factor = measure == Measure.HEDGES_G ? smallSampleFactor(df) : 1;
        double d = (first.mean() - second.mean()) / sd;
        double scale = Math.sqrt((double) first.n() * second.n() / (first.n() + second.n()));
        double t = d * scale;
        if (!Double.isFinite(t)) {
            return Computation.unrepresentable();
        }
        double tail = (1 - level) / 2;
        ConfidenceInterval interval = new ConfidenceInterval(
                factor * noncentrality(t, df, 1 - tail) / scale,
                factor * noncentrality(t, df, tail) / scale,
                level,
                "noncentral t");
        return Computation.of(new Result(this, first, second, factor * d, interval));
    }

    static double smallSampleFactor(double df) {
        return Math.exp(LogGamma.value(df / 2) - LogGamma.value((df - 1) / 2) - 0.5 * Math.log(df / 2));
    }

    private static double noncentrality(double t, double df, double below) {
        double low = t - 2;
        for (double step = 4; NoncentralDistributions.t(t, df, low) < below; step *= 2) {
            low = t - step;
        }
        double high = t + 2;
        for (double step = 4; NoncentralDistributions.t(t, df, high) > below; step *= 2) {
            high = t + step;
        }
        return Roots.between(delta -> NoncentralDistributions.t(t, df, delta) - below, low, high);
    }

    /**
     * A standardised difference.
     *
     * @param options the options used
     * @param first sample
     * @param second sample
     * @param estimate in standard deviations
     * @param interval of the estimate
     */
    public record Result(
            StandardisedDifference options,
            TTest.Summary first,
            TTest.Summary second,
            double estimate,
            ConfidenceInterval interval)
            implements StatisticResult {

        @Override
        public Procedure procedure() {
            return Procedure.of(
                    "standardised-difference-" + options.measure.id,
                    options.measure.label + " with noncentral t interval",
                    options.measure.reference);
        }

        /** Ids {@code estimate, ci.lower, ci.upper, n1, n2}. */
        @Override
        public List<Quantity> quantities() {
            return new Quantities()
                    .estimate(options.measure.label, DIMENSIONLESS, estimate)
                    .interval(DIMENSIONLESS, interval)
                    .count("n1", "size of sample 1", first.n())
                    .count("n2", "size of sample 2", second.n())
                    .list();
        }

        @Override
        public List<Rival> rivals() {
            List<Rival> measures = Arrays.stream(Measure.values())
                    .filter(other -> other != options.measure)
                    .map(other -> Rival.differing(
                            this,
                            other.id,
                            other.label,
                            () -> options.with(other).compute(first, second)))
                    .toList();
            List<Rival> rivals = new ArrayList<>(measures);
            rivals.add(Rival.differing(
                    this, "groups-swapped", "second sample against the first", () -> options.compute(second, first)));
            rivals.add(new Rival("ci-normal", "large-sample interval", this::largeSample));
            return List.copyOf(rivals);
        }

        private List<Quantity> largeSample() {
            double n1 = first.n();
            double n2 = second.n();
            double half = Tails.normalCritical(options.level)
                    * Math.sqrt((n1 + n2) / (n1 * n2) + estimate * estimate / (2 * (n1 + n2)));
            return new Quantities()
                    .interval(
                            DIMENSIONLESS,
                            new ConfidenceInterval(estimate - half, estimate + half, options.level, "large-sample"))
                    .list();
        }
    }
}
