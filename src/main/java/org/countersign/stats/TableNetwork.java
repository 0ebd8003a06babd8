package org.countersign.stats;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.commons.numbers.gamma.LogGamma;

/**
 * The exact conditional distribution of an r x c table as a network: a stage for each column, a node for each multiset
 * of row totals still to be filled, an arc for each way to fill a column. A path's weight is the product of 1/cell!.
 * Paths that reach a node with the same weight so far are carried together; where the best or the worst completion
 * already decides on which side of the observed table they end, they are settled at once with the node's total weight,
 * which has a closed form.
 */
final class TableNetwork {

    private static final int MAX_NODES = 400_000;
    private static final int MAX_PASTS = 4_000_000;
    private static final double KEY_SCALE = 1e8;

    private final long[] columns;
    private final Key start;
    private final double observed;
    private final double[] logFactorials;
    private final Map<Key, Bounds>[] bounds;
    private int nodes;

    TableNetwork(ContingencyTable given) {
        ContingencyTable table = given.columns() > given.rows() ? given : given.transposed();
        logFactorials = logFactorials(table.total());
        columns = new long[table.columns()];
        for (int j = 0; j < columns.length; j++) {
            columns[j] = table.columnTotal(j);
        }
        Arrays.sort(columns);
        long[] rows = new long[table.rows()];
        Sum weight = new Sum();
        for (int i = 0; i < rows.length; i++) {
            rows[i] = table.rowTotal(i);
            for (int j = 0; j < columns.length; j++) {
                weight.add(-logFactorial(table.count(i, j)));
            }
        }
        observed = weight.value();
        start = Key.of(rows);
        bounds = maps(columns.length + 1);
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static Map<Key, Bounds>[] maps(int size) {
        Map<Key, Bounds>[] maps = new Map[size];
        Arrays.setAll(maps, i -> new HashMap<>());
        return maps;
    }

    /** Remaining row totals, ascending: rows are exchangeable. */
    private record Key(java.util.List<Long> rows) {
        static Key of(long[] rows) {
            long[] sorted = rows.clone();
            Arrays.sort(sorted);
            return new Key(Arrays.stream(sorted).boxed().toList());
        }

        long[] toArray() {
            return rows.stream().mapToLong(Long::longValue).toArray();
        }
    }

    /** Log weights of the lightest and heaviest completion. */
    private record Bounds(double lightest, double heaviest) {}

    /** Thrown inside the walk when it would grow beyond what is reasonable. */
    private static final class TooLarge extends RuntimeException {}

    /** Probability of all tables no likelier than the observed one. */
    Computation<Double> probabilityNoLikelier() {
        try {
            bounds(columns.length, start);
            return Computation.of(walk());
        } catch (TooLarge tooLarge) {
            return Computation.notComputed(
                    NotComputed.Reason.TOO_LARGE,
                    "the exact distribution of this table has too many tables to be walked through",
                    "use the seeded Monte Carlo version or the chi-square test");
        }
    }

    private double walk() {
        double limit = observed + Math.log1p(FisherExact.RELATIVE_TOLERANCE);
        double all = totalWeight(columns.length, start);
        Sum settled = new Sum();
        Map<Key, Map<Long, double[]>> stage = new LinkedHashMap<>();
        stage.put(start, new LinkedHashMap<>(Map.of(0L, new double[] {0, 1})));
        for (int left = columns.length; left > 0; left--) {
            Map<Key, Map<Long, double[]>> next = new LinkedHashMap<>();
            int[] size = {0};
            int remaining = left;
            stage.forEach((key, pasts) -> pasts.values().forEach(past -> {
                Bounds ahead = bounds(remaining, key);
                if (past[0] + ahead.heaviest <= limit) {
                    settled.add(past[1] * Math.exp(past[0] + totalWeight(remaining, key) - all));
                } else if (past[0] + ahead.lightest <= limit) {
                    fill(key, columns[remaining - 1], (child, weight) -> {
                        Map<Long, double[]> childPasts = next.computeIfAbsent(child, k -> new LinkedHashMap<>());
                        double log = past[0] + weight;
                        double[] merged = childPasts.computeIfAbsent(Math.round(log * KEY_SCALE), k -> {
                            if (++size[0] > MAX_PASTS) {
                                throw new TooLarge();
                            }
                            return new double[] {log, 0};
                        });
                        merged[1] += past[1];
                    });
                }
            }));
            stage = next;
        }
        for (Map<Long, double[]> pasts : stage.values()) {
            for (double[] past : pasts.values()) {
                if (past[0] <= limit) {
                    settled.add(past[1] * Math.exp(past[0] - all));
                }
            }
        }
        return Math.min(1, settled.value());
    }

    private Bounds bounds(int left, Key key) {
        Bounds known = bounds[left].get(key);
        if (known != null) {
            return known;
        }
        if (++nodes > MAX_NODES) {
            throw new TooLarge();
        }
        double[] range = {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
        if (left == 0) {
            range = new double[] {0, 0};
        } else {
            double[] found = range;
            fill(key, columns[left - 1], (child, weight) -> {
                Bounds ahead = bounds(left - 1, child);
                found[0] = Math.min(found[0], weight + ahead.lightest);
                found[1] = Math.max(found[1], weight + ahead.heaviest);
            });
        }
        Bounds result = new Bounds(range[0], range[1]);
        bounds[left].put(key, result);
        return result;
    }

    private interface Arc {
        void to(Key child, double logWeight);
    }

    /** Every way to share {@code column} among the rows. */
    private void fill(Key key, long column, Arc arc) {
        long[] rows = key.toArray();
        long[] roomAfter = new long[rows.length + 1];
        for (int i = rows.length - 1; i >= 0; i--) {
            roomAfter[i] = roomAfter[i + 1] + rows[i];
        }
        fill(rows, 0, column, 0, roomAfter, arc);
    }

    private void fill(long[] rows, int at, long column, double weight, long[] roomAfter, Arc arc) {
        if (at == rows.length) {
            arc.to(Key.of(rows), weight);
            return;
        }
        long least = Math.max(0, column - roomAfter[at + 1]);
        long most = Math.min(rows[at], column);
        for (long cell = least; cell <= most; cell++) {
            rows[at] -= cell;
            fill(rows, at + 1, column - cell, weight - logFactorial(cell), roomAfter, arc);
            rows[at] += cell;
        }
    }

    /** Log of the summed weights of all completions: N! / (prod rows! prod columns!). */
    private double totalWeight(int left, Key key) {
        Sum sum = new Sum();
        long total = 0;
        for (long row : key.rows) {
            sum.add(-logFactorial(row));
            total += row;
        }
        for (int j = 0; j < left; j++) {
            sum.add(-logFactorial(columns[j]));
        }
        return sum.add(logFactorial(total)).value();
    }

    private double logFactorial(long n) {
        return logFactorials[Math.toIntExact(n)];
    }

    private static double[] logFactorials(long largest) {
        double[] logs = new double[Math.toIntExact(largest) + 1];
        for (int i = 2; i < logs.length; i++) {
            logs[i] = LogGamma.value(i + 1.0);
        }
        return logs;
    }
}
