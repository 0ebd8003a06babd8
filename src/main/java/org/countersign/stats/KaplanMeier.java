package org.countersign.stats;

import static java.util.Objects.requireNonNull;
import static org.countersign.stats.QuantityKind.MEASUREMENT;
import static org.countersign.stats.QuantityKind.PROPORTION;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The Kaplan-Meier estimate of survival, S(t) = product over event times of 1 - d/n, with Greenwood's variance. The
 * pointwise interval is made on the scale of log(-log S) (default), log S or S; the median is the first time at which S
 * is at most one half (the middle of the step, where S equals one half), its limits the first times at which the
 * interval's limits are. The restricted mean is the area under S up to a time.
 *
 * @param transform scale of the pointwise interval
 * @param level confidence level
 */
public record KaplanMeier(Transform transform, double level) {

    private static final double HALF_TOLERANCE = 1e-8;
    private static final Reference KAPLAN_MEIER = Reference.of(
            "Kaplan EL, Meier P",
            1958,
            "Nonparametric estimation from incomplete observations",
            "Journal of the American Statistical Association 53:457-481",
            "10.1080/01621459.1958.10501452");
    private static final Reference BROOKMEYER_CROWLEY = Reference.of(
            "Brookmeyer R, Crowley J",
            1982,
            "A confidence interval for the median survival time",
            "Biometrics 38:29-41",
            "10.2307/2530286");

    /** Scale of the pointwise interval. */
    public enum Transform {
        LOG_LOG("log-log"),
        LOG("log"),
        PLAIN("plain");

        private final String id;

        Transform(String id) {
            this.id = id;
        }

        public String id() {
            return id;
        }
    }

    /**
     * @throws IllegalArgumentException if {@code level} is outside (0, 1)
     */
    public KaplanMeier {
        requireNonNull(transform);
        Require.level(level);
    }

    /** log-log, 95%. */
    public static KaplanMeier withDefaults() {
        return new KaplanMeier(Transform.LOG_LOG, 0.95);
    }

    public KaplanMeier with(Transform newTransform) {
        return new KaplanMeier(newTransform, level);
    }

    public KaplanMeier withLevel(double newLevel) {
        return new KaplanMeier(transform, newLevel);
    }

    /** The survival of a sample. */
    public Computation<Result> compute(SurvivalSample sample) {
        if (sample.size() == 0) {
            return Computation.notComputed(
                    NotComputed.Reason.NO_OBSERVATIONS, "there are no observations", "check the population's filter");
        }
        List<Step> steps = new ArrayList<>();
        double survival = 1;
        Sum greenwood = new Sum();
        for (int i = 0; i < sample.distinct(); i++) {
            double n = sample.atRisk(i);
            double d = sample.events(i);
            if (d > 0) {
                survival *= (n - d) / n;
                greenwood.add(d / (n * (n - d)));
                steps.add(new Step(
                        sample.time(i), sample.atRisk(i), sample.events(i), survival, n == d ? 0 : greenwood.value()));
            }
        }
        return Computation.of(new Result(this, sample, steps));
    }

    private ConfidenceInterval interval(double survival, double greenwood) {
        double z = Tails.normalCritical(level);
        if (survival == 0 || survival == 1) {
            return new ConfidenceInterval(survival, survival, level, transform.id);
        }
        double half = z * Math.sqrt(greenwood);
        return switch (transform) {
            case LOG_LOG -> {
                double reach = Math.exp(half / Math.abs(Math.log(survival)));
                yield new ConfidenceInterval(
                        Math.pow(survival, reach), Math.pow(survival, 1 / reach), level, transform.id);
            }
            case LOG ->
                new ConfidenceInterval(
                        survival * Math.exp(-half), Math.min(1, survival * Math.exp(half)), level, transform.id);
            case PLAIN ->
                new ConfidenceInterval(
                        Math.max(0, survival - survival * half),
                        Math.min(1, survival + survival * half),
                        level,
                        transform.id);
        };
    }

    /**
     * What happens at an event time.
     *
     * @param time of the events
     * @param atRisk just before
     * @param events at it
     * @param survival just after
     * @param greenwood variance of S over S², 0 where S is 0
     */
    public record Step(double time, long atRisk, long events, double survival, double greenwood) {}

    /**
     * A survival curve.
     *
     * @param options the options used
     * @param sample as given
     * @param steps one for each event time
     */
    public record Result(KaplanMeier options, SurvivalSample sample, List<Step> steps) implements StatisticResult {

        public Result {
            steps = List.copyOf(steps);
        }

        /** Survival at a time, with its interval; 1 before the first event. */
        public ConfidenceInterval survivalInterval(double time) {
            return stepAt(time)
                    .map(step -> options.interval(step.survival, step.greenwood))
                    .orElseGet(() -> options.interval(1, 0));
        }

        /** Survival at a time. */
        public double survival(double time) {
            return stepAt(time).map(Step::survival).orElse(1.0);
        }

        private Optional<Step> stepAt(double time) {
            return steps.stream().filter(step -> step.time <= time).reduce((first, second) -> second);
        }

        /** The median survival time, if the curve comes down to one half. */
        public Computation<Double> median() {
            return crossing(steps.stream().mapToDouble(Step::survival).toArray());
        }

        private Computation<Double> crossing(double[] curve) {
            for (int i = 0; i < curve.length; i++) {
                if (Math.abs(curve[i] - 0.5) <= HALF_TOLERANCE && i + 1 < curve.length) {
                    return Computation.of((steps.get(i).time + steps.get(i + 1).time) / 2);
                }
                if (curve[i] <= 0.5 + HALF_TOLERANCE) {
                    return Computation.of(steps.get(i).time);
                }
            }
            return Computation.notComputed(
                    NotComputed.Reason.NOT_REACHED,
                    "survival does not come down to one half",
                    "report survival at a fixed time or the restricted mean");
        }

        private Computation<Double> medianLimit(boolean lower) {
            return crossing(steps.stream()
                    .map(step -> options.interval(step.survival, step.greenwood))
                    .mapToDouble(interval -> lower ? interval.lower() : interval.upper())
                    .toArray());
        }

        /**
         * The restricted mean survival time, the area under the curve up to {@code horizon}, with its standard error. A
         * horizon behind the end of follow-up takes the curve as flat from there; see {@link #restrictedMeanWithin}.
         *
         * @throws IllegalArgumentException if {@code horizon} is not positive
         */
        public RestrictedMean restrictedMean(double horizon) {
            Require.positive("horizon", horizon);
            double[] starts = new double[steps.size() + 1];
            double[] heights = new double[starts.length];
            heights[0] = 1;
            for (int i = 0; i < steps.size(); i++) {
                starts[i + 1] = Math.min(horizon, steps.get(i).time);
                heights[i + 1] = steps.get(i).survival;
            }
            double area = 0;
            double variance = 0;
            for (int i = starts.length - 1; i >= 0; i--) {
                double end = i + 1 < starts.length ? starts[i + 1] : horizon;
                area += heights[i] * (end - starts[i]);
                if (i > 0 && steps.get(i - 1).time < horizon) {
                    Step step = steps.get(i - 1);
                    if (step.atRisk > step.events) {
                        variance += area * area * step.events / ((double) step.atRisk * (step.atRisk - step.events));
                    }
                }
            }
            return new RestrictedMean(options, horizon, area, Math.sqrt(variance), sample.size(), sample.events());
        }

        /**
         * The restricted mean up to a horizon that follow-up reaches; one behind it is not computed, unless nobody
         * survives until then.
         *
         * @throws IllegalArgumentException if {@code horizon} is not positive
         */
        public Computation<RestrictedMean> restrictedMeanWithin(double horizon) {
            Require.positive("horizon", horizon);
            return behindFollowUp(horizon)
                    ? Computation.notComputed(
                            NotComputed.Reason.NOT_REACHED,
                            "follow-up ends at " + sample.time(sample.distinct() - 1) + ", before " + horizon,
                            "take an earlier horizon")
                    : Computation.of(restrictedMean(horizon));
        }

        @Override
        public Procedure procedure() {
            return Procedure.of(
                    "kaplan-meier-" + options.transform.id,
                    "Kaplan-Meier estimate, " + options.transform.id + " interval",
                    KAPLAN_MEIER,
                    BROOKMEYER_CROWLEY);
        }

        /** Ids {@code estimate} (the median), {@code ci.lower, ci.upper, events, n}. */
        @Override
        public List<Quantity> quantities() {
            return new Quantities()
                    .add("estimate", "median survival time", MEASUREMENT, median())
                    .add("ci.lower", Quantities.lowerLabel(options.level), MEASUREMENT, medianLimit(true))
                    .add("ci.upper", Quantities.upperLabel(options.level), MEASUREMENT, medianLimit(false))
                    .count("events", "number of events", sample.events())
                    .count("n", "number of observations", sample.size())
                    .list();
        }

        /**
         * Survival at a time, with its interval; not computed behind the end of follow-up, unless nobody survives.
         *
         * @throws IllegalArgumentException if {@code time} is negative or not finite
         */
        public Computation<Probability> probability(double time) {
            Require.that(time >= 0 && time < Double.POSITIVE_INFINITY, "time", time, "a time from 0 upwards");
            return behindFollowUp(time)
                    ? Computation.notComputed(
                            NotComputed.Reason.NOT_REACHED,
                            "follow-up ends at " + sample.time(sample.distinct() - 1) + ", before " + time,
                            "ask for an earlier time")
                    : Computation.of(new Probability(this, time));
        }

        private boolean behindFollowUp(double time) {
            return time > sample.time(sample.distinct() - 1) && survival(time) > 0;
        }

        /** Survival at a time under {@code estimate, ci.lower, ci.upper, at-risk}. */
        public List<Quantity> quantitiesAt(double time) {
            return new Quantities()
                    .estimate("survival", PROPORTION, survival(time))
                    .interval(PROPORTION, survivalInterval(time))
                    .count("at-risk", "number at risk", sample.atRiskAt(time))
                    .list();
        }

        @Override
        public List<Rival> rivals() {
            return Arrays.stream(Transform.values())
                    .filter(other -> other != options.transform)
                    .map(other -> Rival.differing(
                            this,
                            "interval-" + other.id,
                            other.id + " interval",
                            () -> options.with(other).compute(sample)))
                    .toList();
        }
    }

    /**
     * Survival at a time.
     *
     * @param curve the whole curve
     * @param time in the unit of the data
     */
    public record Probability(Result curve, double time) implements StatisticResult {

        @Override
        public Procedure procedure() {
            return Procedure.of(
                    "kaplan-meier-" + curve.options.transform.id,
                    "Kaplan-Meier estimate, " + curve.options.transform.id + " interval",
                    KAPLAN_MEIER);
        }

        /** Ids {@code estimate} (survival), {@code ci.lower, ci.upper, at-risk}. */
        @Override
        public List<Quantity> quantities() {
            return curve.quantitiesAt(time);
        }

        @Override
        public List<Rival> rivals() {
            List<Rival> rivals = new ArrayList<>();
            for (Transform other : Transform.values()) {
                if (other != curve.options.transform) {
                    rivals.add(Rival.differing(
                            this,
                            "interval-" + other.id,
                            other.id + " interval",
                            () -> curve.options
                                    .with(other)
                                    .compute(curve.sample)
                                    .flatMap(result -> result.probability(time))));
                }
            }
            rivals.add(new Rival("events", "cumulative proportion with the event, one minus survival", () -> {
                ConfidenceInterval interval = curve.survivalInterval(time);
                return new Quantities()
                        .estimate("cumulative proportion", PROPORTION, 1 - curve.survival(time))
                        .interval(
                                PROPORTION,
                                new ConfidenceInterval(
                                        1 - interval.upper(),
                                        1 - interval.lower(),
                                        interval.level(),
                                        interval.method()))
                        .list();
            }));
            return List.copyOf(rivals);
        }
    }

    /**
     * A restricted mean survival time.
     *
     * @param options the options used
     * @param horizon up to which the area is taken
     * @param estimate the area
     * @param standardError of it
     * @param n number of observations
     * @param events number of events
     */
    public record RestrictedMean(
            KaplanMeier options, double horizon, double estimate, double standardError, long n, long events)
            implements StatisticResult {

        private static final Reference ROYSTON_PARMAR = Reference.of(
                "Royston P, Parmar MKB",
                2013,
                "Restricted mean survival time: an alternative to the hazard ratio for the design and analysis of"
                        + " randomized trials with a time-to-event outcome",
                "BMC Medical Research Methodology 13:152",
                "10.1186/1471-2288-13-152");

        @Override
        public Procedure procedure() {
            return Procedure.of("restricted-mean-survival", "restricted mean survival time", ROYSTON_PARMAR);
        }

        /** Ids {@code estimate, ci.lower, ci.upper, se, events, n}. */
        @Override
        public List<Quantity> quantities() {
            double half = Tails.normalCritical(options.level) * standardError;
            return new Quantities()
                    .estimate("restricted mean survival time", MEASUREMENT, estimate)
                    .interval(
                            MEASUREMENT,
                            new ConfidenceInterval(estimate - half, estimate + half, options.level, "Wald"))
                    .standardError(standardError)
                    .count("events", "number of events", events)
                    .count("n", "number of observations", n)
                    .list();
        }
    }
}
