package org.countersign.stats;

import java.util.Arrays;

/**
 * Right-censored times: at each distinct time the number of events, of censored and of those still at risk (the
 * censored at a time are at risk at it). Immutable.
 */
public final class SurvivalSample {

    private final double[] times;
    private final long[] events;
    private final long[] atRisk;
    private final long n;

    private SurvivalSample(double[] times, long[] events, long[] atRisk, long n) {
        this.times = times;
        this.events = events;
        this.atRisk = atRisk;
        this.n = n;
    }

    /**
     * @param times to event or censoring, from 0
     * @param events whether the event occurred; false where censored
     * @throws IllegalArgumentException if a time is negative or not finite, or the lengths differ
     */
    public static SurvivalSample of(double[] times, boolean[] events) {
        check(times, events);
        double[] distinct =
                Arrays.stream(times).map(t -> t + 0.0).sorted().distinct().toArray();
        long[] deaths = new long[distinct.length];
        long[] atRisk = new long[distinct.length];
        for (int i = 0; i < times.length; i++) {
            int place = Arrays.binarySearch(distinct, times[i] + 0.0);
            atRisk[place]++;
            deaths[place] += events[i] ? 1 : 0;
        }
        for (int j = distinct.length - 2; j >= 0; j--) {
            atRisk[j] += atRisk[j + 1];
        }
        return new SurvivalSample(distinct, deaths, atRisk, times.length);
    }

    static void check(double[] times, boolean[] events) {
        Require.finite("times", times);
        Require.sameLength("times", times.length, "events", events.length);
        for (int i = 0; i < times.length; i++) {
            Require.that(times[i] >= 0, "times[" + i + "]", times[i], "a time from 0 upwards");
        }
    }

    /** Number of observations. */
    public long size() {
        return n;
    }

    /** Number of events. */
    public long events() {
        return Arrays.stream(events).sum();
    }

    /** Number of distinct times. */
    public int distinct() {
        return times.length;
    }

    public double time(int index) {
        return times[index];
    }

    public long events(int index) {
        return events[index];
    }

    public long atRisk(int index) {
        return atRisk[index];
    }

    /** How many are at risk at any time: those with a time of {@code time} or later. */
    long atRiskAt(double time) {
        int index = Arrays.binarySearch(times, time);
        int first = index >= 0 ? index : -index - 1;
        return first == times.length ? 0 : atRisk[first];
    }

    long eventsAt(double time) {
        int index = Arrays.binarySearch(times, time);
        return index < 0 ? 0 : events[index];
    }
}
