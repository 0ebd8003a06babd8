package org.countersign.stats;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The codes of units coded at least twice; units with the same codes are a pattern, kept once. */
final class PairableCodes {

    private final double[] values;
    private final Pattern[] patterns;
    private final int[] patternOf;

    /** The values of a pattern by their places, how often it has each, and its number of codes. */
    private static final class Pattern {

        private final int[] places;
        private final long[] counts;
        private final long size;

        Pattern(FrequencyTable unit, double[] values) {
            places = new int[unit.distinct()];
            counts = new long[unit.distinct()];
            size = unit.size();
            for (int i = 0; i < places.length; i++) {
                places[i] = Arrays.binarySearch(values, unit.value(i));
                counts[i] = unit.count(i);
            }
        }

        double disagreement(CodeDistances distances) {
            return distances.disagreement(places, counts) / (size - 1.0);
        }
    }

    /**
     * The codes of some units.
     *
     * @param paired units with two codes or more
     */
    PairableCodes(List<FrequencyTable> paired) {
        Map<FrequencyTable, Integer> known = new LinkedHashMap<>();
        patternOf = new int[paired.size()];
        for (int u = 0; u < patternOf.length; u++) {
            int fresh = known.size();
            patternOf[u] = known.computeIfAbsent(paired.get(u), unit -> fresh);
        }
        values = known.keySet().stream()
                .flatMapToDouble(unit -> Arrays.stream(unit.toArray()))
                .sorted()
                .distinct()
                .toArray();
        patterns =
                known.keySet().stream().map(unit -> new Pattern(unit, values)).toArray(Pattern[]::new);
    }

    /** Ascending. */
    double[] values() {
        return values;
    }

    int units() {
        return patternOf.length;
    }

    int patternOf(int unit) {
        return patternOf[unit];
    }

    /** How often each pattern occurs. */
    long[] occurrences() {
        long[] occurrences = new long[patterns.length];
        for (int pattern : patternOf) {
            occurrences[pattern]++;
        }
        return occurrences;
    }

    /** How often each value occurs. */
    long[] totals() {
        return totals(occurrences());
    }

    /**
     * How often each value occurs.
     *
     * @param occurrences how often each pattern does
     */
    long[] totals(long[] occurrences) {
        long[] totals = new long[values.length];
        for (int p = 0; p < patterns.length; p++) {
            Pattern pattern = patterns[p];
            for (int i = 0; i < pattern.places.length; i++) {
                totals[pattern.places[i]] += occurrences[p] * pattern.counts[i];
            }
        }
        return totals;
    }

    /** The disagreement within each pattern over its number of codes less one. */
    double[] disagreements(CodeDistances distances) {
        return Arrays.stream(patterns)
                .mapToDouble(pattern -> pattern.disagreement(distances))
                .toArray();
    }

    /** The disagreement within all units, each over its number of codes less one. */
    double disagreement(CodeDistances distances) {
        double[] disagreements = disagreements(distances);
        Sum sum = new Sum();
        for (int pattern : patternOf) {
            sum.add(disagreements[pattern]);
        }
        return sum.value();
    }
}
