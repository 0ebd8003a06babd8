package org.countersign.audit.checks;

import java.math.BigInteger;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Looks for whole numbers in a range with a given sum whose sum of squares lies in an interval: from the most even sample,
 * pairs of values are moved apart, or, where that leaves the interval out of reach, together; the widest move that does not
 * overshoot first, chance (seeded) where none fits.
 */
final class BoundedSample {

    private static final int MOST_VALUES = 400;
    private static final int MOST_MOVES = 60_000;
    private static final long SEED = 20_170_301;

    private final int[] counts;
    private final long lower;
    private final long upper;
    private final SplittableRandom random = new SplittableRandom(SEED);
    private long squares;

    private BoundedSample(int[] counts, long lower, long upper) {
        this.counts = counts;
        this.lower = lower;
        this.upper = upper;
        for (int value = 0; value < counts.length; value++) {
            squares += (long) counts[value] * value * value;
        }
    }

    /** Least sum of squares of n whole numbers with sum s, all counted from the lower end of the range. */
    static long least(long s, int n) {
        long k = s / n;
        long r = s - k * n;
        return (n - r) * k * k + r * (k + 1) * (k + 1);
    }

    /** Largest sum of squares of n whole numbers from 0 to {@code width} with sum s. */
    static long most(long s, int n, int width) {
        if (width == 0) {
            return 0;
        }
        long full = Math.min(n, s / width);
        long rest = s - full * width;
        return full * width * width + rest * rest;
    }

    /**
     * @param s sum, from 0 to n width
     * @param n number of values
     * @param width values are 0 to width
     * @param lower least sum of squares
     * @param upper largest sum of squares
     * @return how often each value from 0 to width occurs; empty if none was found, which proves nothing
     */
    static Optional<int[]> find(BigInteger s, int n, int width, long lower, long upper) {
        if (width >= MOST_VALUES || s.bitLength() > 40) {
            return Optional.empty();
        }
        long sum = s.longValueExact();
        int[] counts = new int[width + 1];
        int k = (int) (sum / n);
        int r = (int) (sum - (long) k * n);
        counts[k] += n - r;
        if (r > 0) {
            counts[k + 1] += r;
        }
        BoundedSample sample = new BoundedSample(counts, lower, upper);
        return sample.search() ? Optional.of(sample.counts) : Optional.empty();
    }

    private boolean search() {
        for (int move = 0; move < MOST_MOVES; move++) {
            if (squares >= lower && squares <= upper) {
                return true;
            }
            if (squares > upper || !widen(upper - squares)) {
                shuffle();
            }
        }
        return false;
    }

    /** The move apart that adds most without going beyond {@code room}. */
    private boolean widen(long room) {
        int bestLow = -1;
        int bestHigh = -1;
        long best = 0;
        for (int low = 1; low < counts.length; low++) {
            if (counts[low] == 0) {
                continue;
            }
            for (int high = counts.length - 2; high >= low; high--) {
                long gain = 2L * (high - low + 1);
                boolean present = counts[high] > 0 && (high != low || counts[high] > 1);
                if (present && gain <= room && gain > best) {
                    best = gain;
                    bestLow = low;
                    bestHigh = high;
                }
            }
        }
        if (best == 0) {
            return false;
        }
        move(bestLow, bestLow - 1);
        move(bestHigh, bestHigh + 1);
        return true;
    }

    /** One move apart or together, by chance. */
    private void shuffle() {
        for (int attempt = 0; attempt < 64; attempt++) {
            int a = random.nextInt(counts.length);
            int b = random.nextInt(counts.length);
            boolean possible = counts[a] > 0 && counts[b] > (a == b ? 1 : 0) && a > 0 && b < counts.length - 1;
            if (possible) {
                move(a, a - 1);
                move(b, b + 1);
                return;
            }
        }
    }

    private void move(int from, int to) {
        counts[from]--;
        counts[to]++;
        squares += (long) to * to - (long) from * from;
    }
}
