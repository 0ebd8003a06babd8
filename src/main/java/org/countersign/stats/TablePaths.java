package org.countersign.stats;

import java.util.Arrays;

/**
 * The paths that have come to a node of a {@link TableNetwork}: the log of their weight and how many have it. Paths
 * whose weights agree to about 1e-8 are put together, by hashing; sums over a range of weights are ready once they are
 * sorted. Mutable.
 */
final class TablePaths {

    private static final double SCALE = 1e8;
    private static final double FULL = 0.6;

    private final double heaviestCompletion;
    private final double lightestCompletion;
    /** Open addressing; a slot without ways is free. */
    private double[] logs = new double[4];

    private double[] ways = new double[4];
    private double[] sums = new double[0];
    private int size;

    /**
     * @param heaviestCompletion bound on the weight from the node to the end
     * @param lightestCompletion the same from below
     */
    TablePaths(double heaviestCompletion, double lightestCompletion) {
        this.heaviestCompletion = heaviestCompletion;
        this.lightestCompletion = lightestCompletion;
    }

    double heaviestCompletion() {
        return heaviestCompletion;
    }

    double lightestCompletion() {
        return lightestCompletion;
    }

    int size() {
        return size;
    }

    /** Adds paths of a weight; not after they have been sorted. */
    void add(double log, double count) {
        if (size >= FULL * logs.length) {
            grow();
        }
        int slot = slot(log);
        if (ways[slot] == 0) {
            logs[slot] = log;
            size++;
        }
        ways[slot] += count;
    }

    private int slot(double log) {
        long key = Math.round(log * SCALE);
        int mask = logs.length - 1;
        int slot = (int) ((key * 0x9E3779B97F4A7C15L) >>> 33) & mask;
        while (ways[slot] != 0 && Math.round(logs[slot] * SCALE) != key) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        double[] oldLogs = logs;
        double[] oldWays = ways;
        logs = new double[2 * oldLogs.length];
        ways = new double[2 * oldLogs.length];
        for (int i = 0; i < oldLogs.length; i++) {
            if (oldWays[i] != 0) {
                int slot = slot(oldLogs[i]);
                logs[slot] = oldLogs[i];
                ways[slot] = oldWays[i];
            }
        }
    }

    /** Sorts them by weight, ascending, and adds them up; before they are asked for. */
    void sort() {
        double[] sorted = new double[size];
        int next = 0;
        for (int i = 0; i < logs.length; i++) {
            if (ways[i] != 0) {
                sorted[next++] = logs[i];
            }
        }
        Arrays.sort(sorted);
        double[] counts = new double[size];
        sums = new double[size + 1];
        for (int i = 0; i < size; i++) {
            counts[i] = ways[slot(sorted[i])];
            sums[i + 1] = sums[i] + counts[i] * Math.exp(sorted[i] - sorted[size - 1]);
        }
        logs = sorted;
        ways = counts;
    }

    /** The largest weight; of a sorted, not empty collection. */
    double heaviest() {
        return logs[size - 1];
    }

    /** Copies the paths from one to before another, each longer by a weight. */
    void copy(int from, int to, double weight, TablePaths target) {
        for (int i = from; i < to; i++) {
            target.add(logs[i] + weight, ways[i]);
        }
    }

    /** The index, from one on, of the first path that weighs more than a limit. */
    int firstAbove(double limit, int from) {
        if (from == size || logs[from] > limit) {
            return from;
        }
        int at = Arrays.binarySearch(logs, from, size, limit);
        return at >= 0 ? at + 1 : -at - 1;
    }

    /** Summed weight of the paths from one to before another, as multiples of the heaviest one's. */
    double sum(int from, int to) {
        return sums[to] - sums[from];
    }

    void clear() {
        logs = new double[0];
        ways = new double[0];
        sums = new double[0];
        size = 0;
    }
}
