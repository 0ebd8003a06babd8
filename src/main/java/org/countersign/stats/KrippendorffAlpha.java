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
     */
    public Computation<Result> compute(List<FrequencyTable> units) {
        List<FrequencyTable> paired =
                units.stream().filter(unit -> unit.size() > 1).toList();
        if (paired.isEmpty()) {
            return Computation.notComputed(
                    NotComputed.Reason.NO_OBSERVATIONS, "no unit was coded twice", "check the coders' files");
        }
        FrequencyTable all = paired.get(0);
        for (FrequencyTable unit : paired.subList(1, paired.size())) {
            all = all.merge(unit);
        }
        if (all.isConstant()) {
            return Computation.notComputed(
                    NotComputed.Reason.CONSTANT_DATA, "all codes are equal", "report the percent agreement");
        }
        double[] values = new double[all.distinct()];
        long[] totals = new long[values.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = all.value(i);
            totals[i] = all.count(i);
        }
        double[][] distances = distances(metric, values, totals);
        Sum observed = new Sum();
        for (FrequencyTable unit : paired) {
            observed.add(disagreement(unit, values, distances) / (unit.size() - 1));
        }
        double n = all.size();
        double expected = disagreement(all, values, distances) / (n - 1);
        return Computation.of(new Result(this, units, 1 - observed.value() / expected, paired.size(), all.size()));
    }

    /** Sum over ordered pairs of a table's codes of their squared distance. */
    private static double disagreement(FrequencyTable table, double[] values, double[][] distances) {
        Sum sum = new Sum();
        for (int i = 0; i < table.distinct(); i++) {
            int high = Arrays.binarySearch(values, table.value(i));
            for (int j = 0; j < i; j++) {
                int low = Arrays.binarySearch(values, table.value(j));
                sum.add(2.0 * table.count(i) * table.count(j) * distances[high][low]);
            }
        }
        return sum.value();
    }

    /**
     * Squared distances of all pairs of values.
     *
     * @param values ascending
     * @param totals how often each occurs among the pairable codes
     * @throws IllegalArgumentException if a value is negative and the metric is that of ratios
     */
    static double[][] distances(Metric metric, double[] values, long[] totals) {
        double[][] distances = new double[values.length][values.length];
        for (int i = 0; i < values.length; i++) {
            Require.that(
                    metric != Metric.RATIO || values[i] >= 0,
                    "code",
                    values[i],
                    "a number from 0 upwards for the ratio metric");
            double between = totals[i] / 2.0;
            for (int j = i - 1; j >= 0; j--) {
                double difference = values[i] - values[j];
                double root = switch (metric) {
                    case NOMINAL -> 1;
                    case ORDINAL -> between + totals[j] / 2.0;
                    case INTERVAL -> difference;
                    case RATIO -> difference / (values[i] + values[j]);
                };
                between += totals[j];
                distances[i][j] = root * root;
                distances[j][i] = distances[i][j];
            }
        }
        return distances;
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
