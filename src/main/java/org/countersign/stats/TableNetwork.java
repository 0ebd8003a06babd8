package org.countersign.stats;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.commons.numbers.gamma.LogGamma;

/**
 * The exact conditional distribution of an r x c table as a network: a stage for each column, a node for each multiset
 * of row totals still to be filled. A path's weight is the product of 1/cell!. Paths that reach a node with the same
 * weight so far are carried together. Columns are filled cell by cell; as soon as a bound on the heaviest completion
 * shows that all of them are no likelier than the observed table, they are settled at once with their total weight,
 * which has a closed form. The bound is the Lagrangian dual of the margins: the modes of independent Poisson cells.
 */
final class TableNetwork {

    private static final long MAX_STEPS = 80_000_000;
    private static final long MAX_PASTS = 4_000_000;
    private static final int MAX_NODES = 300_000;
    private static final long LARGEST_TOTAL = 1_000_000;
    /** Beyond so many tables, e to the power of it, no walk has come to its end. */
    private static final double LARGEST_LOG_TABLES = 55;

    private static final double NEGLIGIBLE = 1e-19;

    private final long[] columns;
    private final long[] rows;
    private final double limit;
    private final double[] logFactorials;
    private final double all;
    private final Sum settled = new Sum();
    private Map<Key, TablePaths> next = new LinkedHashMap<>();
    private long steps;
    private long pasts;

    /**
     * @param given a table of more than two by two, with at most {@link #LARGEST_TOTAL} observations
     */
    private TableNetwork(ContingencyTable given) {
        ContingencyTable table = given.columns() > given.rows() ? given : given.transposed();
        logFactorials = logFactorials(table.total());
        columns = new long[table.columns()];
        for (int j = 0; j < columns.length; j++) {
            columns[j] = table.columnTotal(j);
        }
        Arrays.sort(columns);
        rows = new long[table.rows()];
        Sum weight = new Sum();
        for (int i = 0; i < rows.length; i++) {
            rows[i] = table.rowTotal(i);
            for (int j = 0; j < columns.length; j++) {
                weight.add(-logFactorial(table.count(i, j)));
            }
        }
        limit = weight.value() + Math.log1p(FisherExact.RELATIVE_TOLERANCE);
        all = totalWeight(0, Key.of(rows));
    }

    /** Row totals still to be filled, ascending and without zeros: rows are exchangeable. */
    private static final class Key {

        private final long[] rows;
        private final int hash;

        private Key(long[] rows) {
            this.rows = rows;
            this.hash = Arrays.hashCode(rows);
        }

        static Key of(long[] rows) {
            long[] sorted = new long[rows.length];
            int used = 0;
            for (long row : rows) {
                if (row > 0) {
                    int at = used++;
                    while (at > 0 && sorted[at - 1] > row) {
                        sorted[at] = sorted[at - 1];
                        at--;
                    }
                    sorted[at] = row;
                }
            }
            return new Key(used == rows.length ? sorted : Arrays.copyOf(sorted, used));
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

    /** Thrown inside the walk when it would grow beyond what is reasonable. */
    private static final class TooLarge extends RuntimeException {}

    /** Probability of all tables no likelier than the one given; {@link NotComputed} if there are too many of them. */
    static Computation<Double> probabilityNoLikelier(ContingencyTable table) {
        if (table.total() <= LARGEST_TOTAL && logTables(table) <= LARGEST_LOG_TABLES) {
            try {
                return Computation.of(Math.min(1, new TableNetwork(table).walk()));
            } catch (TooLarge tooLarge) {
                // told below
            }
        }
        return Computation.notComputed(
                NotComputed.Reason.TOO_LARGE,
                "the exact distribution of this table has too many tables to be walked through",
                "use the seeded Monte Carlo version or the chi-square test");
    }

    /** About the log of how many tables with these margins are not negligible: a normal cell's entropy, each freedom. */
    private static double logTables(ContingencyTable table) {
        double sum = 0;
        for (int i = 0; i < table.rows(); i++) {
            for (int j = 0; j < table.columns(); j++) {
                sum += Math.max(0, Math.log(2 * Math.PI * Math.E * table.expected(i, j)) / 2);
            }
        }
        double cells = (double) table.rows() * table.columns();
        return sum * (table.rows() - 1) * (table.columns() - 1) / cells;
    }

    private double walk() {
        TablePaths start = new TablePaths(0, 0);
        start.add(0, 1);
        next.put(Key.of(rows), start);
        for (int column = 0; column < columns.length - 1; column++) {
            Map<Key, TablePaths> stage = next;
            next = new LinkedHashMap<>();
            pasts = 0;
            for (Map.Entry<Key, TablePaths> node : stage.entrySet()) {
                if (node.getValue().size() > 0) {
                    node.getValue().sort();
                    new Expansion(column, node.getKey(), node.getValue()).run();
                    node.getValue().clear();
                }
            }
        }
        return settled.value();
    }

    /** All ways to fill one column of a node, cell by cell, for all paths that have come to it. */
    private final class Expansion {

        private final int column;
        private final boolean last;
        private final long[] totals;
        private final long[] left;
        private final long[] roomAfter;
        private final TablePaths paths;
        private final double[][] slack;
        private final double heaviest;
        private final double closing;

        Expansion(int column, Key key, TablePaths paths) {
            this.column = column;
            this.last = column == columns.length - 2;
            this.totals = key.rows;
            this.left = key.rows.clone();
            this.paths = paths;
            roomAfter = new long[totals.length + 1];
            for (int i = totals.length - 1; i >= 0; i--) {
                roomAfter[i] = roomAfter[i + 1] + totals[i];
            }
            double later = logFactorial(roomAfter[0] - columns[column]);
            for (int j = column + 1; j < columns.length; j++) {
                later -= logFactorial(columns[j]);
            }
            for (long total : totals) {
                later -= logFactorial(total);
            }
            closing = later;
            slack = new double[totals.length][];
            heaviest = last ? ofTwoColumns() : ofColumns();
        }

        /** The dual bound; what a cell's value takes off it is the cell's slack. */
        private double ofColumns() {
            TableBound bound = new TableBound(totals, columns, column, logFactorials);
            for (int i = 0; i < totals.length; i++) {
                slack[i] = bound.slack(i, column);
            }
            return bound.heaviest();
        }

        /** With one column after this one only this one's margin needs a multiplier. */
        private double ofTwoColumns() {
            double c = columns[column];
            double half = totals.length / 2.0;
            double multiplier = Math.log((c + half) / (roomAfter[0] - c + half));
            double sum = -multiplier * c;
            for (int i = 0; i < totals.length; i++) {
                double best = Double.NEGATIVE_INFINITY;
                slack[i] = new double[(int) Math.min(totals[i], columns[column]) + 1];
                for (int x = 0; x < slack[i].length; x++) {
                    slack[i][x] = multiplier * x - logFactorial(x) - logFactorial(totals[i] - x);
                    best = Math.max(best, slack[i][x]);
                }
                for (int x = 0; x < slack[i].length; x++) {
                    slack[i][x] = best - slack[i][x];
                }
                sum += best;
            }
            return sum;
        }

        void run() {
            fill(0, columns[column], heaviest, 0, 0);
        }

        /**
         * Fills the cells from a row on.
         *
         * @param rest of the column
         * @param bound on the heaviest completion
         * @param weight of the cells filled so far, with the change that they make to the row totals' factorials
         * @param from the first path that is not settled yet; paths ascend by weight
         */
        private void fill(int row, long rest, double bound, double weight, int from) {
            if (++steps > MAX_STEPS) {
                throw new TooLarge();
            }
            int open = paths.firstAbove(limit - bound, from);
            if (open > from) {
                double mass = weight + closing + logBinomial(roomAfter[row], rest);
                settled.add(paths.sum(from, open) * Math.exp(paths.heaviest() + mass - all));
            }
            if (open == paths.size()) {
                return;
            }
            if (row == totals.length - 1) {
                put(row, rest);
                complete(weight + cell(row, rest), open);
                return;
            }
            long least = Math.max(0, rest - roomAfter[row + 1]);
            long most = Math.min(totals[row], rest);
            long mode = (long) ((totals[row] + 1.0) * (rest + 1.0) / (roomAfter[row] + 2.0));
            mode = Math.max(least, Math.min(most, mode));
            for (long x = mode; x <= most && !isNegligible(row, rest, x, bound, weight, open); x++) {
                put(row, x);
                fill(row + 1, rest - x, bound - slack[row][(int) x], weight + cell(row, x), open);
            }
            for (long x = mode - 1; x >= least && !isNegligible(row, rest, x, bound, weight, open); x--) {
                put(row, x);
                fill(row + 1, rest - x, bound - slack[row][(int) x], weight + cell(row, x), open);
            }
        }

        private void put(int row, long x) {
            left[row] = totals[row] - x;
        }

        private double cell(int row, long x) {
            return logFactorial(totals[row]) - logFactorial(totals[row] - x) - logFactorial(x);
        }

        /** Whether a cell's value, and all further from the mode, are settled for all paths and weigh nothing. */
        private boolean isNegligible(int row, long rest, long x, double bound, double weight, int open) {
            double nearest = bound - slack[row][(int) x];
            if (paths.heaviest() + nearest > limit) {
                return false;
            }
            double mass = weight + cell(row, x) + closing + logBinomial(roomAfter[row + 1], rest - x);
            return paths.sum(open, paths.size()) * Math.exp(paths.heaviest() + mass - all)
                    < NEGLIGIBLE * settled.value();
        }

        /** The column is full: on to the next node or, where only one column is left, to the end. */
        private void complete(double weight, int from) {
            double filled = weight;
            for (int i = 0; i < totals.length; i++) {
                filled -= logFactorial(totals[i]) - logFactorial(left[i]);
            }
            if (last) {
                for (long row : left) {
                    filled -= logFactorial(row);
                }
                int open = paths.firstAbove(limit - filled, from);
                settled.add(paths.sum(from, open) * Math.exp(paths.heaviest() + filled - all));
                return;
            }
            Key key = Key.of(left);
            TablePaths node = next.get(key);
            if (node == null) {
                if (next.size() >= MAX_NODES) {
                    throw new TooLarge();
                }
                TableBound bound = new TableBound(key.rows, columns, column + 1, logFactorials);
                node = new TablePaths(bound.heaviest(), bound.lightest());
                next.put(key, node);
            }
            int open = paths.firstAbove(limit - filled - node.heaviestCompletion(), from);
            if (open > from) {
                double mass = filled + totalWeight(column + 1, key);
                settled.add(paths.sum(from, open) * Math.exp(paths.heaviest() + mass - all));
            }
            int end = paths.firstAbove(limit - filled - node.lightestCompletion(), open);
            steps += (end - open) / 4;
            pasts -= node.size();
            paths.copy(open, end, filled, node);
            pasts += node.size();
            if (pasts > MAX_PASTS) {
                throw new TooLarge();
            }
        }
    }

    /** Log of the summed weights of all completions: N! / (prod rows! prod columns!). */
    private double totalWeight(int column, Key key) {
        double sum = 0;
        long total = 0;
        for (long row : key.rows) {
            sum -= logFactorial(row);
            total += row;
        }
        for (int j = column; j < columns.length; j++) {
            sum -= logFactorial(columns[j]);
        }
        return sum + logFactorial(total);
    }

    private double logBinomial(long n, long k) {
        return logFactorial(n) - logFactorial(k) - logFactorial(n - k);
    }

    private double logFactorial(long n) {
        return logFactorials[(int) n];
    }

    private static double[] logFactorials(long largest) {
        double[] logs = new double[Math.toIntExact(largest) + 1];
        for (int i = 2; i < logs.length; i++) {
            logs[i] = LogGamma.value(i + 1.0);
        }
        return logs;
    }
}
