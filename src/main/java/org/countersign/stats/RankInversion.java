package org.countersign.stats;

import org.apache.commons.math3.linear.RealMatrix;

/**
 * Tests and intervals of a quantile regression's coefficients by inverting the rank-score test (Koenker 1994): for a
 * hypothetical value b of one coefficient the others are fitted to y - b x, and the statistic is the regression rank
 * scores' product with x, over sqrt(tau (1 - tau)) and the length of what the other columns leave of x. It is a step
 * function of b, followed from the estimate outwards, one exchange of fitted observations after the other. An interval's
 * limit is interpolated between the two steps on either side of the critical value. Where rows are tied the rank scores
 * are not unique; those of the parted outcome are taken.
 */
final class RankInversion {

    private static final int STEPS_PER_ROW = 50;

    private final QuantileSearch search;
    private final double[][] x;
    private final double[] parted;
    private final int n;
    private final int p;
    private final double tau;
    private final int[] fitted;

    /**
     * @param search the rows
     * @param fitted the observations fitted perfectly at the minimum
     */
    RankInversion(QuantileSearch search, double tau, int[] fitted) {
        this.search = search;
        this.x = search.rows();
        this.parted = search.parted();
        this.n = x.length;
        this.p = fitted.length;
        this.tau = tau;
        this.fitted = fitted;
    }

    /**
     * What the test says of one coefficient.
     *
     * @param lower limit, minus infinity where the statistic never gets to its critical value, NaN where the walk does
     *     not end
     * @param upper limit, or infinity, or NaN
     * @param statistic for a coefficient of 0, or NaN
     */
    record Inversion(double lower, double upper, double statistic) {}

    /**
     * Follows one coefficient.
     *
     * @param column of the coefficient
     * @param rest squared length of what the other columns leave of it
     * @param critical value of the statistic
     */
    Inversion of(int column, double rest, double critical) {
        double scale = Math.sqrt(tau * (1 - tau) * rest);
        Walk up = new Walk(column, 1, scale);
        Walk down = new Walk(column, -1, scale);
        double estimate = up.value;
        double upper = up.limit(critical, estimate < 0);
        double lower = down.limit(critical, estimate > 0);
        double statistic = estimate < 0 ? up.atNought : estimate > 0 ? down.atNought : 0;
        return new Inversion(lower, upper, statistic);
    }

    /** A walk away from the estimate. */
    private final class Walk {

        private final int column;
        private final int side;
        private final double scale;
        private final int[] zeros;
        private final double[] scores;
        private final boolean[] isZero = new boolean[n];
        private final double[] residuals = new double[n];
        private double value;
        private double statistic;
        private double atNought = Double.NaN;

        Walk(int column, int side, double scale) {
            this.column = column;
            this.side = side;
            this.scale = scale;
            zeros = fitted.clone();
            for (int i : zeros) {
                isZero[i] = true;
            }
            RealMatrix inverse = search.inverse(zeros);
            double[] b = new double[p];
            for (int j = 0; j < p; j++) {
                for (int k = 0; k < p; k++) {
                    b[j] += inverse.getEntry(j, k) * parted[zeros[k]];
                }
            }
            double[] pull = new double[p];
            for (int i = 0; i < n; i++) {
                residuals[i] = isZero[i] ? 0 : parted[i] - search.dot(x[i], b);
                double score = isZero[i] ? 0 : residuals[i] > 0 ? 1 : 0;
                for (int j = 0; j < p; j++) {
                    pull[j] += (1 - tau - score) * x[i][j];
                }
            }
            scores = inverse.preMultiply(pull);
            value = b[column];
        }

        /** Where the statistic gets to its critical value; goes on to nought if that lies on this side. */
        double limit(double critical, boolean passesNought) {
            double limit = Double.NaN;
            double insideValue = value;
            double inside = 0;
            for (long step = 0; step < STEPS_PER_ROW * (n + 10L); step++) {
                double before = value;
                int next = leaveAndMove();
                if (passesNought && Double.isNaN(atNought) && (next < 0 || side * value > 0)) {
                    atNought = statistic;
                }
                // The statistic after the step at `before`.
                if (Double.isNaN(limit) && Math.abs(statistic) >= critical) {
                    double share = (critical - Math.abs(inside)) / (Math.abs(statistic) - Math.abs(inside));
                    limit = insideValue + (before - insideValue) * share;
                }
                insideValue = before;
                inside = statistic;
                boolean done = !passesNought || !Double.isNaN(atNought);
                if (next < 0) {
                    return Double.isNaN(limit) ? side * Double.POSITIVE_INFINITY : limit;
                }
                if (done && !Double.isNaN(limit)) {
                    return limit;
                }
            }
            return limit;
        }

        /** One of the fitted observations leaves, the coefficient moves until another is fitted; -1 if none ever is. */
        private int leaveAndMove() {
            RealMatrix inverse = search.inverse(zeros);
            double[] v = inverse.getRow(column);
            int leaving = -1;
            double step = Double.POSITIVE_INFINITY;
            for (int k = 0; k < p; k++) {
                double rate = -side * v[k];
                double room =
                        rate > 0 ? (1 - scores[k]) / rate : rate < 0 ? scores[k] / -rate : Double.POSITIVE_INFINITY;
                if (room < step) {
                    step = room;
                    leaving = k;
                }
            }
            for (int k = 0; k < p; k++) {
                scores[k] -= side * v[k] * step;
            }
            statistic -= side * step / scale;
            double[] direction = inverse.getColumn(leaving);
            double unit = side / direction[column];
            double[] rates = new double[n];
            int left = zeros[leaving];
            double nearest = Double.POSITIVE_INFINITY;
            int entering = -1;
            double length = search.norm(direction) * Math.abs(unit);
            for (int i = 0; i < n; i++) {
                if (!isZero[i] || i == left) {
                    rates[i] = -unit * search.dot(x[i], direction);
                    double distance = i == left ? -1 : -residuals[i] / rates[i];
                    boolean moves = Math.abs(rates[i]) > QuantileSearch.DEPENDENT * length * search.norm(x[i]);
                    if (moves && distance >= 0 && distance < nearest) {
                        nearest = distance;
                        entering = i;
                    }
                }
            }
            if (entering < 0) {
                return -1;
            }
            double score = residuals[entering] > 0 ? 1 : 0;
            for (int i = 0; i < n; i++) {
                residuals[i] += nearest * rates[i];
            }
            isZero[left] = false;
            isZero[entering] = true;
            residuals[entering] = 0;
            zeros[leaving] = entering;
            scores[leaving] = score;
            value += side * nearest;
            return entering;
        }
    }
}
