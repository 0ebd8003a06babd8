package org.countersign.stats;

/**
 * Bounds on the weight (log of the product of 1/cell!) of the tables with given row totals and the columns from one on.
 * The upper one is a Lagrangian dual: with multipliers a and b for the margins, sum over cells of max over x of
 * (a + b) x - log x!, less a and b times the margins. Any multipliers bound; these are near the best, those of the
 * margins with half a count added to every cell.
 */
final class TableBound {

    private final long[] rows;
    private final long[] columns;
    private final int first;
    private final double[] logFactorials;
    private final double[] a;
    private final double[] b;

    TableBound(long[] rows, long[] columns, int first, double[] logFactorials) {
        this.rows = rows;
        this.columns = columns;
        this.first = first;
        this.logFactorials = logFactorials;
        int count = columns.length - first;
        long total = 0;
        a = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            a[i] = Math.log(rows[i] + count / 2.0);
            total += rows[i];
        }
        b = new double[columns.length];
        for (int j = first; j < columns.length; j++) {
            b[j] = Math.log((columns[j] + rows.length / 2.0) / (total + count * rows.length / 2.0));
        }
    }

    /** At least the weight of every table. */
    double heaviest() {
        double bound = 0;
        for (int i = 0; i < rows.length; i++) {
            bound -= rows[i] * a[i];
            for (int j = first; j < columns.length; j++) {
                bound += best(a[i] + b[j]);
            }
        }
        for (int j = first; j < columns.length; j++) {
            bound -= columns[j] * b[j];
        }
        return bound;
    }

    /** What each value of a cell takes off the upper bound. */
    double[] slack(int row, int column) {
        double multiplier = a[row] + b[column];
        double best = best(multiplier);
        double[] slack = new double[(int) Math.min(rows[row], columns[column]) + 1];
        for (int x = 0; x < slack.length; x++) {
            slack[x] = best - (multiplier * x - logFactorials[x]);
        }
        return slack;
    }

    /** The largest of multiplier x - log x!, which the mode of the Poisson distribution has. */
    private double best(double multiplier) {
        int mode = (int) Math.min(logFactorials.length - 1.0, Math.floor(Math.exp(multiplier)));
        return multiplier * mode - logFactorials[mode];
    }

    /** At most the weight of every table: each column in as few rows as possible, whatever the others take. */
    double lightest() {
        double bound = 0;
        for (int j = first; j < columns.length; j++) {
            long rest = columns[j];
            for (int i = rows.length - 1; i >= 0 && rest > 0; i--) {
                long x = Math.min(rest, rows[i]);
                bound -= logFactorials[(int) x];
                rest -= x;
            }
        }
        return bound;
    }
}
