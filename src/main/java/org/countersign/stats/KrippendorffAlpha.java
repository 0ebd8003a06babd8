package org.countersign.stats;

import static java.util.Objects.requireNonNull;
import static org.countersign.stats.QuantityKind.COEFFICIENT;

import java.util.Arrays;
import java.util.List;

/**
 * Krippendorff's alpha for any number of coders, missing codes allowed: 1 - observed/expected disagreement, from the
 * coincidences of values within units. Units with fewer than two codes add nothing.
 *
 * @param metric distance of two values
 */
public record KrippendorffAlpha(Metric metric) {

    private static final Reference KRIPPENDORFF = Reference.of(
            "Krippendorff K",
            2004,
            "Content Analysis: An Introduction to Its Methodology, 2nd edition",
            "Sage, Thousand Oaks, CA");

    /** Squared distance of two values by their level of measurement. */
    public enum Metric {
        NOMINAL("nominal"),
        /** By the number of codes between the values. */
        ORDINAL("ordinal"),
        INTERVAL("interval"),
        /** Values from 0. */
        RATIO("ratio");

        private final String id;

        Metric(String id) {
            this.id = id;
        }

        public String id() {
            return id;
        }
    }

    public KrippendorffAlpha {
        requireNonNull(metric);
    }

    /** Nominal. */
    public static KrippendorffAlpha withDefaults() {
        return new KrippendorffAlpha(Metric.NOMINAL);
    }

    public KrippendorffAlpha with(Metric newMetric) {
        return new KrippendorffAlpha(newMetric);
    }

    /**
     * The agreement of coders.
     *
     * @param units the codes that each unit was given
     * @throws IllegalArgumentException if a code is negative and the metric is that of ratios
     */
    public Computation<Result> compute(List<FrequencyTable> units) {
        List<FrequencyTable> paired =
                units.stream().filter(unit -> unit.size() > 1).toList();
        if (paired.isEmpty()) {
            return Computation.notComputed(
                    NotComputed.Reason.NO_OBSERVATIONS, "no unit was coded twice", "check the coders' files");
        }
        PairableCodes codes = new PairableCodes(paired);
        if (codes.values().length == 1) {
            return Computation.notComputed(
                    NotComputed.Reason.CONSTANT_DATA, "all codes are equal", "report the percent agreement");
        }
        long[] totals = codes.totals();
        CodeDistances distances = CodeDistances.of(metric, codes.values(), totals);
        double n = Arrays.stream(totals).sum();
        double expected = distances.disagreement(totals) / (n - 1);
        double estimate = 1 - codes.disagreement(distances) / expected;
        return Computation.of(new Result(this, units, estimate, paired.size(), (long) n));
    }

    /**
     * The agreement of coders.
     *
     * @param options the options used
     * @param units as given
     * @param estimate alpha
     * @param paired number of units coded at least twice
     * @param codes number of codes in them
     */
    public record Result(
            KrippendorffAlpha options, List<FrequencyTable> units, double estimate, long paired, long codes)
            implements StatisticResult {

        public Result {
            units = List.copyOf(units);
        }

        @Override
        public Procedure procedure() {
            return Procedure.of(
                    "krippendorff-alpha-" + options.metric.id,
                    "Krippendorff's alpha, " + options.metric.id + " metric",
                    KRIPPENDORFF);
        }

        /** Ids {@code estimate, codes, n}. */
        @Override
        public List<Quantity> quantities() {
            return new Quantities()
                    .estimate("Krippendorff's alpha", COEFFICIENT, estimate)
                    .count("codes", "number of pairable codes", codes)
                    .count("n", "number of units coded at least twice", paired)
                    .list();
        }

        @Override
        public List<Rival> rivals() {
            boolean ratio = units.stream().allMatch(unit -> unit.isEmpty() || unit.value(0) >= 0);
            return Arrays.stream(Metric.values())
                    .filter(other -> other != options.metric && (other != Metric.RATIO || ratio))
                    .map(other -> Rival.differing(
                            this,
                            other.id,
                            other.id + " metric",
                            () -> options.with(other).compute(units)))
                    .toList();
        }
    }
}
