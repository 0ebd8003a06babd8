package org.countersign.analysis;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A survival curve as a chart draws it: what stands in the ledger beside the single numbers, so that nothing is computed
 * again for the picture.
 *
 * @param key of the result whose curve it is
 * @param label of the group; empty for the whole
 * @param points one for each different time, in their order
 */
public record SurvivalSeries(ResultKey key, String label, List<Point> points) {

    public SurvivalSeries {
        requireNonNull(key);
        requireNonNull(label);
        points = List.copyOf(points);
    }

    /**
     * What happens at a time.
     *
     * @param atRisk observations just before it
     * @param events at it
     * @param censored observations whose follow-up ends at it without the event
     * @param survival just after it, by Kaplan and Meier
     */
    public record Point(double time, long atRisk, long events, long censored, double survival) {}

    /** How many are at risk just before a time. */
    public long atRisk(double time) {
        return points.stream()
                .filter(p -> p.time() >= time)
                .mapToLong(Point::atRisk)
                .findFirst()
                .orElse(0);
    }
}
