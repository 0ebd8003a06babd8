package org.countersign.stats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
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

    private static final int MAX_NODES = 300_000;
    private static final long MAX_ARCS = 6_000_000;
    private static final long MAX_PASTS = 3_000_000;
    private static final long MAX_STEPS = 120_000_000;
    private static final double KEY_SCALE = 1e8;

    private final long[] columns;
    private final long[] rows;
    private final double observed;
    private final double[] logFactorials;
    private final List<Map<Key, Node>> stages = new ArrayList<>();
    private long nodes;
    private long arcs;
    private long pasts;
    private long steps;

    TableNetwork(ContingencyTable given) {
        ContingencyTable table = given.columns() > given.rows() ? given : given.transposed();
        logFactorials = logFactorials(table.total());
        columns = new long[table.columns()];
        for (int j = 0; j < columns.length; j++) {
            columns[j] = table.columnTotal(j);
            stages.add(new HashMap<>());
        }
        stages.add(new HashMap<>());
        Arrays.sort(columns);
        rows = new long[table.rows()];
        Sum weight = new Sum();
        for (int i = 0; i < rows.length; i++) {
            rows[i] = table.rowTotal(i);
            for (int j = 0; j < columns.length; j++) {
                weight.add(-logFactorial(table.count(i, j)));
            }
        }
        observed = weight.value();
    }

    /** Remaining row totals, ascending: rows are exchangeable. */
    private static final class Key {

        private final long[] rows;
        private final int hash;

        private Key(long[] rows) {
            this.rows = rows;
            this.hash = Arrays.hashCode(rows);
        }

        static Key of(long[] rows) {
            long[] sorted = rows.clone();
            for (int i = 1; i < sorted.length; i++) {
                long row = sorted[i];
                int j = i - 1;
                while (j >= 0 && sorted[j] > row) {
                    sorted[j + 1] = sorted[j--];
                }
                sorted[j + 1] = row;
            }
            return new Key(sorted);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && Arrays.equals(rows, key.rows);
        }

        @Override
        public int hashCode() {
            return hash;
        }
    }

    /** Ways to fill a column that lead to the same node with the same weight. */
    private static final class Arc {

        private final Node child;
        private final double weight;
        private double ways = 1;

        Arc(Node child, double weight) {
            this.child = child;
            this.weight = weight;
        }
    }

    /** Row totals with the arcs onwards, the extreme and the total weights of all completions, and the paths so far. */
    private static final class Node {

        private List<Arc> arcs = List.of();
        private double lightest = Double.POSITIVE_INFINITY;
        private double heaviest = Double.NEGATIVE_INFINITY;
        private double total;
        private final Map<Long, double[]> pasts = new LinkedHashMap<>();
    }

    /** Thrown inside the walk when it would grow beyond what is reasonable. */
    private static final class TooLarge extends RuntimeException {}

    /** Probability of all tables no likelier than the observed one. */
    Computation<Double> probabilityNoLikelier() {
        try {
            return Computation.of(walk(node(columns.length, rows)));
        } catch (TooLarge tooLarge) {
            return Computation.notComputed(
                    NotComputed.Reason.TOO_LARGE,
                    "the exact distribution of this table has too many tables to be walked through",
                    "use the seeded Monte Carlo version or the chi-square test");
        }
    }

    private double walk(Node start) {
        double limit = observed + Math.log1p(FisherExact.RELATIVE_TOLERANCE);
        Sum settled = new Sum();
        start.pasts.put(0L, new double[] {0, 1});
        List<Node> stage = List.of(start);
        while (!stage.isEmpty()) {
            Map<Node, Boolean> next = new LinkedHashMap<>();
            for (Node node : stage) {
                for (double[] past : node.pasts.values()) {
                    advance(node, past, limit, settled, start.total, next);
                }
                pasts -= node.pasts.size();
                node.pasts.clear();
            }
            stage = List.copyOf(next.keySet());
        }
        return Math.min(1, settled.value());
    }

    private void advance(Node node, double[] past, double limit, Sum settled, double all, Map<Node, Boolean> next) {
        steps += node.arcs.size();
        if (steps > MAX_STEPS) {
            throw new TooLarge();
        }
        for (Arc arc : node.arcs) {
            double log = past[0] + arc.weight;
            Node child = arc.child;
            if (log + child.heaviest <= limit) {
                settled.add(past[1] * arc.ways * Math.exp(log + child.total - all));
            } else if (log + child.lightest <= limit) {
                double[] merged = child.pasts.get(Math.round(log * KEY_SCALE));
                if (merged == null) {
                    if (++pasts > MAX_PASTS) {
                        throw new TooLarge();
                    }
                    merged = new double[] {log, 0};
                    child.pasts.put(Math.round(log * KEY_SCALE), merged);
                    next.put(child, Boolean.TRUE);
                }
                merged[1] += past[1] * arc.ways;
            }
        }
    }

    /** The node with these row totals, {@code left} columns before the end, and all that follow from it. */
    private Node node(int left, long[] totals) {
        Key key = Key.of(totals);
        Node known = stages.get(left).get(key);
        if (known != null) {
            return known;
        }
        if (++nodes > MAX_NODES) {
            throw new TooLarge();
        }
        Node node = new Node();
        stages.get(left).put(key, node);
        node.total = totalWeight(left, key);
        if (left == 0) {
            node.lightest = 0;
            node.heaviest = 0;
            return node;
        }
        Map<Node, Map<Long, Arc>> merged = new LinkedHashMap<>();
        long[] roomAfter = new long[rows.length + 1];
        for (int i = rows.length - 1; i >= 0; i--) {
            roomAfter[i] = roomAfter[i + 1] + key.rows[i];
        }
        fill(left, key.rows.clone(), 0, columns[left - 1], 0, roomAfter, merged);
        List<Arc> list = new ArrayList<>();
        merged.values().forEach(ways -> list.addAll(ways.values()));
        for (Arc arc : list) {
            node.lightest = Math.min(node.lightest, arc.weight + arc.child.lightest);
            node.heaviest = Math.max(node.heaviest, arc.weight + arc.child.heaviest);
        }
        node.arcs = list;
        return node;
    }

    private void fill(
            int left,
            long[] totals,
            int at,
            long column,
            double weight,
            long[] roomAfter,
            Map<Node, Map<Long, Arc>> merged) {
        if (at == totals.length) {
            if (++arcs > MAX_ARCS) {
                throw new TooLarge();
            }
            Node child = node(left - 1, totals);
            Map<Long, Arc> ways = merged.computeIfAbsent(child, n -> new LinkedHashMap<>(2));
            Arc same = ways.putIfAbsent(Math.round(weight * KEY_SCALE), new Arc(child, weight));
            if (same != null) {
                same.ways++;
            }
            return;
        }
        long least = Math.max(0, column - roomAfter[at + 1]);
        long most = Math.min(totals[at], column);
        for (long cell = least; cell <= most; cell++) {
            totals[at] -= cell;
            fill(left, totals, at + 1, column - cell, weight - logFactorial(cell), roomAfter, merged);
            totals[at] += cell;
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
