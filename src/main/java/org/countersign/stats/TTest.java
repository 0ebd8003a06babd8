package org.countersign.stats;

import static java.util.Objects.requireNonNull;
import static org.countersign.stats.QuantityKind.MEASUREMENT;

import java.util.ArrayList;
import java.util.List;

/**
 * Student's t tests: of one mean, of paired differences, of two independent means with a common variance (Student) or
 * with variances of their own (Welch, Satterthwaite's degrees of freedom; the default, as in R).
 *
 * @param variances for two samples, whether their variances are taken to be equal
 * @param alternative for the (first) mean against the null value (or the second)
 * @param level confidence level; a one-sided alternative gives a one-sided interval
 */
public record TTest(Variances variances, Alternative alternative, double level) {

    private static final Reference STUDENT =
            Reference.of("Student", 1908, "The probable error of a mean", "Biometrika 6:1-25", "10.1093/biomet/6.1.1");
    private static final Reference WELCH = Reference.of(
            "Welch BL",
            1947,
            "The generalization of \"Student's\" problem when several different population variances are involved",
            "Biometrika 34:28-35",
            "10.1093/biomet/34.1-2.28");

    /** What is assumed of the two samples' variances. */
    public enum Variances {
        /** Welch's test. */
        UNEQUAL,
        /** Student's test with the pooled variance. */
        EQUAL
    }

    /** Which of the tests was made. */
    public enum Design {
        ONE_SAMPLE("t-test-one-sample", "one-sample t test"),
        PAIRED("t-test-paired", "paired t test"),
        STUDENT("t-test-student", "Student's t test, pooled variance"),
        WELCH("t-test-welch", "Welch's t test");

        private final String id;
        private final String label;

        Design(String id, String label) {
            this.id = id;
            this.label = label;
        }
    }

    /**
     * @throws IllegalArgumentException if {@code level} is outside (0, 1)
     */
    public TTest {
        requireNonNull(variances);
        requireNonNull(alternative);
        Require.level(level);
    }

    /** Welch, two-sided, 95%. */
    public static TTest withDefaults() {
        return new TTest(Variances.UNEQUAL, Alternative.TWO_SIDED, 0.95);
    }

    public TTest with(Variances newVariances) {
        return new TTest(newVariances, alternative, level);
    }

    public TTest with(Alternative newAlternative) {
        return new TTest(variances, newAlternative, level);
    }

    public TTest withLevel(double newLevel) {
        return new TTest(variances, alternative, newLevel);
    }

    /** What a t test needs to know of a sample; published means and SDs are samples too. */
    public record Summary(double mean, double standardDeviation, long n) {

        /**
         * @throws IllegalArgumentException if the mean or SD is not finite, the SD is negative, or n is below 1
         */
        public Summary {
            Require.finite("mean", mean);
            Require.that(
                    standardDeviation >= 0 && Double.isFinite(standardDeviation),
                    "standardDeviation",
                    standardDeviation,
                    "a finite number from 0 upwards");
            Require.atLeast("n", n, 1);
        }

        static Summary of(FrequencyTable sample) {
            Moments moments = sample.moments();
            return new Summary(moments.mean(), moments.n() < 2 ? 0 : moments.standardDeviation(), moments.n());
        }

        private double squaredError(double unit) {
            double inUnits = standardDeviation / unit;
            return inUnits * inUnits / n;
        }
    }

    /**
     * The mean of one sample against {@code nullValue}; estimate and interval are of the mean.
     *
     * @throws IllegalArgumentException if {@code nullValue} is not finite
     */
    public Computation<Result> oneSample(FrequencyTable sample, double nullValue) {
        Require.finite("nullValue", nullValue);
        return sample.size() < 2
                ? tooFew("the sample", sample.size())
                : single(Design.ONE_SAMPLE, Summary.of(sample), nullValue);
    }

    /**
     * The mean of the differences {@code first[i] - second[i]} against 0.
     *
     * @throws IllegalArgumentException if a value is not finite or the lengths differ
     */
    public Computation<Result> paired(double[] first, double[] second) {
        return paired(FrequencyTable.ofDifferences(first, second));
    }

    /** The mean of paired differences against 0. */
    public Computation<Result> paired(FrequencyTable differences) {
        return differences.size() < 2
                ? tooFew("the set of pairs", differences.size())
                : single(Design.PAIRED, Summary.of(differences), 0);
    }

    /** The mean of the first sample minus that of the second. */
    public Computation<Result> twoSample(FrequencyTable first, FrequencyTable second) {
        for (FrequencyTable sample : List.of(first, second)) {
            if (sample.isEmpty() || (variances == Variances.UNEQUAL && sample.size() < 2)) {
                return tooFew(sample == first ? "sample 1" : "sample 2", sample.size());
            }
        }
        double origin = first.value(0);
        double difference = first.minus(origin).moments().mean()
                - second.minus(origin).moments().mean();
        return twoSample(Summary.of(first), Summary.of(second), difference);
    }

    /** The same from means, standard deviations and sizes. */
    public Computation<Result> twoSample(Summary first, Summary second) {
        return twoSample(first, second, first.mean - second.mean);
    }

    private Computation<Result> twoSample(Summary first, Summary second, double estimate) {
        if (first.n + second.n < 3) {
            return tooFew("both samples together", first.n + second.n);
        }
        double se;
        double degreesOfFreedom;
        double unit = Moments.unit(Math.max(first.standardDeviation, second.standardDeviation));
        if (variances == Variances.EQUAL) {
            degreesOfFreedom = first.n + second.n - 2.0;
            double s1 = first.standardDeviation / unit;
            double s2 = second.standardDeviation / unit;
            double pooled = ((first.n - 1) * s1 * s1 + (second.n - 1) * s2 * s2) / degreesOfFreedom;
            se = Math.sqrt(pooled * (1.0 / first.n + 1.0 / second.n)) * unit;
        } else {
            if (first.n < 2 || second.n < 2) {
                return tooFew(first.n < 2 ? "sample 1" : "sample 2", Math.min(first.n, second.n));
            }
            double v1 = first.squaredError(unit);
            double v2 = second.squaredError(unit);
            se = Math.sqrt(v1 + v2) * unit;
            degreesOfFreedom = (v1 + v2) * (v1 + v2) / (v1 * v1 / (first.n - 1) + v2 * v2 / (second.n - 1));
        }
        Design design = variances == Variances.EQUAL ? Design.STUDENT : Design.WELCH;
        return finish(design, estimate, se, degreesOfFreedom, 0, List.of(first, second));
    }

    private Computation<Result> single(Design design, Summary sample, double nullValue) {
        double unit = Moments.unit(sample.standardDeviation);
        double se = Math.sqrt(sample.squaredError(unit)) * unit;
        return finish(design, sample.mean, se, sample.n - 1.0, nullValue, List.of(sample));
    }

    private Computation<Result> finish(
            Design design,
            double estimate,
            double se,
            double degreesOfFreedom,
            double nullValue,
            List<Summary> samples) {
        if (!(se > 0)) {
            return Computation.notComputed(
                    NotComputed.Reason.CONSTANT_DATA,
                    design == Design.PAIRED ? "all differences are equal" : "the values do not vary within the samples",
                    "report the mean without a test");
        }
        double t = (estimate - nullValue) / se;
        return Computation.of(new Result(
                this,
                design,
                estimate,
                se,
                t,
                degreesOfFreedom,
                Tails.t(t, degreesOfFreedom, alternative),
                interval(estimate, se, degreesOfFreedom),
                nullValue,
                samples));
    }

    private ConfidenceInterval interval(double estimate, double se, double degreesOfFreedom) {
        double tail = alternative == Alternative.TWO_SIDED ? (1 - level) / 2 : 1 - level;
        double half = Tails.tUpperQuantile(tail, degreesOfFreedom) * se;
        return new ConfidenceInterval(
                alternative == Alternative.LESS ? Double.NEGATIVE_INFINITY : estimate - half,
                alternative == Alternative.GREATER ? Double.POSITIVE_INFINITY : estimate + half,
                level,
                "t");
    }

    private static <T> Computation<T> tooFew(String what, long n) {
        return Computation.notComputed(
                n == 0 ? NotComputed.Reason.NO_OBSERVATIONS : NotComputed.Reason.TOO_FEW_OBSERVATIONS,
                what + " has " + n + " observation" + (n == 1 ? "" : "s") + ", too few for a variance",
                "check the grouping variable and the population's filter");
    }

    /**
     * A t test.
     *
     * @param options the options used
     * @param design which test
     * @param estimate mean or difference of means
     * @param standardError of the estimate
     * @param statistic t
     * @param degreesOfFreedom of t
     * @param p of the alternative
     * @param interval of the estimate
     * @param nullValue what the estimate was tested against
     * @param samples one (the sample, or the differences) or two
     */
    public record Result(
            TTest options,
            Design design,
            double estimate,
            double standardError,
            double statistic,
            double degreesOfFreedom,
            double p,
            ConfidenceInterval interval,
            double nullValue,
            List<Summary> samples)
            implements StatisticResult {

        public Result {
            samples = List.copyOf(samples);
        }

        @Override
        public Procedure procedure() {
            return Procedure.of(
                    design.id, design.label + options.alternative.suffix(), design == Design.WELCH ? WELCH : STUDENT);
        }

        /**
         * Ids {@code estimate, ci.lower, ci.upper, se, statistic, df, p}, then {@code sd, n} for one sample or pairs,
         * {@code mean1, mean2, sd1, sd2, n1, n2} for two.
         */
        @Override
        public List<Quantity> quantities() {
            boolean two = samples.size() == 2;
            Quantities quantities = new Quantities()
                    .estimate(
                            two ? "difference of means" : design == Design.PAIRED ? "mean difference" : "mean",
                            MEASUREMENT,
                            estimate)
                    .interval(MEASUREMENT, interval)
                    .standardError(standardError)
                    .statistic("t", statistic)
                    .degreesOfFreedom(degreesOfFreedom)
                    .p(p);
            if (!two) {
                return quantities
                        .add("sd", "standard deviation", MEASUREMENT, samples.get(0).standardDeviation)
                        .count("n", "number of observations", samples.get(0).n)
                        .list();
            }
            Summary first = samples.get(0);
            Summary second = samples.get(1);
            return quantities
                    .add("mean1", "mean of sample 1", MEASUREMENT, first.mean)
                    .add("mean2", "mean of sample 2", MEASUREMENT, second.mean)
                    .add("sd1", "standard deviation of sample 1", MEASUREMENT, first.standardDeviation)
                    .add("sd2", "standard deviation of sample 2", MEASUREMENT, second.standardDeviation)
                    .count("n1", "size of sample 1", first.n)
                    .count("n2", "size of sample 2", second.n)
                    .list();
        }

        @Override
        public List<Rival> rivals() {
            List<Rival> rivals = new ArrayList<>();
            if (samples.size() == 2) {
                Variances other = options.variances == Variances.EQUAL ? Variances.UNEQUAL : Variances.EQUAL;
                rivals.add(Rival.differing(
                        this,
                        other == Variances.EQUAL ? "student" : "welch",
                        other == Variances.EQUAL ? "pooled variance (Student)" : "separate variances (Welch)",
                        () -> options.with(other).twoSample(samples.get(0), samples.get(1))));
                rivals.add(Rival.differing(
                        this,
                        "groups-swapped",
                        "sample 2 minus sample 1",
                        () -> options.with(options.alternative.reversed()).twoSample(samples.get(1), samples.get(0))));
            } else if (design == Design.PAIRED) {
                rivals.add(new Rival(
                        "groups-swapped",
                        "second minus first",
                        () -> List.of(
                                Quantity.of("estimate", "mean difference", MEASUREMENT, -estimate),
                                Quantity.of(
                                        "ci.lower",
                                        Quantities.lowerLabel(options.level),
                                        MEASUREMENT,
                                        -interval.upper()),
                                Quantity.of(
                                        "ci.upper",
                                        Quantities.upperLabel(options.level),
                                        MEASUREMENT,
                                        -interval.lower()),
                                Quantity.of("statistic", "t", QuantityKind.STATISTIC, -statistic))));
            }
            rivals.add(new Rival("divisor-n", "standard deviations with divisor n", this::withDivisorN));
            if (options.alternative == Alternative.TWO_SIDED) {
                for (Alternative side : List.of(Alternative.GREATER, Alternative.LESS)) {
                    rivals.add(Rival.differing(
                            this,
                            "one-sided-" + side.id(),
                            "one-sided, " + side.id(),
                            () -> options.with(side)
                                    .finish(design, estimate, standardError, degreesOfFreedom, nullValue, samples)));
                }
            }
            return List.copyOf(rivals);
        }

        private List<Quantity> withDivisorN() {
            Quantities quantities = new Quantities();
            for (int i = 0; i < samples.size(); i++) {
                Summary sample = samples.get(i);
                quantities.add(
                        samples.size() == 1 ? "sd" : "sd" + (i + 1),
                        "standard deviation (divisor n)",
                        MEASUREMENT,
                        sample.standardDeviation * Math.sqrt((sample.n - 1.0) / sample.n));
            }
            return quantities.list();
        }
    }
}
