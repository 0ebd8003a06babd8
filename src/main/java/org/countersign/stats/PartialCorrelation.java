package org.countersign.stats;

import static org.countersign.stats.QuantityKind.COEFFICIENT;

import java.util.List;

/**
 * The partial correlation of two variables given q others: Pearson's correlation of the residuals of both on the
 * others, t on n - 2 - q degrees of freedom, Fisher's z interval with variance 1/(n - 3 - q).
 *
 * @param level confidence level
 */
public record PartialCorrelation(double level) {

    private static final Reference FISHER = Reference.of(
            "Fisher RA", 1924, "The distribution of the partial correlation coefficient", "Metron 3:329-332");

    /**
     * @throws IllegalArgumentException if {@code level} is outside (0, 1)
     */
    public PartialCorrelation {
        Require.level(level);
    }

    /** 95% interval. */
    public static PartialCorrelation withDefaults() {
        return new PartialCorrelation(0.95);
    }

    public PartialCorrelation withLevel(double newLevel) {
        return new PartialCorrelation(newLevel);
    }

    /**
     * The correlation of x and y given the columns of {@code controls}.
     *
     * @throws IllegalArgumentException if the lengths differ or a value is not finite
     */
    public Computation<Result> compute(double[] x, double[] y, DesignMatrix controls) {
        Require.finite("x", x);
        Require.finite("y", y);
        Require.sameLength("x", x.length, "y", y.length);
        Require.sameLength("x", x.length, "controls", controls.rows());
        double df = x.length - controls.columns() - 1.0;
        if (df < 1) {
            return Computation.notComputed(
                    NotComputed.Reason.TOO_FEW_OBSERVATIONS,
                    "there are " + x.length + " observations for " + controls.columns() + " controls",
                    "control for fewer variables");
        }
        return residuals(controls, x)
                .flatMap(rx -> residuals(controls, y).flatMap(ry -> {
                    if (spread(rx) <= 1e-14 * spread(x) || spread(ry) <= 1e-14 * spread(y)) {
                        return Computation.notComputed(
                                NotComputed.Reason.CONSTANT_DATA,
                                "one of the variables is determined by the controls",
                                "control for fewer variables");
                    }
                    return Computation.of(new Result(this, Correlation.coefficient(rx, ry), df));
                }));
    }

    private static double spread(double[] values) {
        return FrequencyTable.of(values).moments().squares();
    }

    private static Computation<double[]> residuals(DesignMatrix controls, double[] y) {
        LeastSquares squares = new LeastSquares(controls.columns(), controls.hasIntercept());
        double[] row = new double[controls.columns()];
        for (int i = 0; i < y.length; i++) {
            controls.row(i, row);
            squares.add(row, y[i], 1);
        }
        if (squares.dependentColumn().isPresent()) {
            return Computation.notComputed(
                    NotComputed.Reason.SINGULAR_DESIGN, "the controls are linearly dependent", "leave one of them out");
        }
        LeastSquares.Solution solution = squares.solve();
        double[] residuals = new double[y.length];
        for (int i = 0; i < y.length; i++) {
            controls.row(i, row);
            residuals[i] = solution.residual(row, y[i]);
        }
        return Computation.of(residuals);
    }

    /**
     * A partial correlation.
     *
     * @param options the options used
     * @param estimate the coefficient
     * @param degreesOfFreedom n - 2 - q
     */
    public record Result(PartialCorrelation options, double estimate, double degreesOfFreedom)
            implements StatisticResult {

        private double statistic() {
            return estimate * Math.sqrt(degreesOfFreedom / ((1 - estimate) * (1 + estimate)));
        }

        public Computation<ConfidenceInterval> interval() {
            if (degreesOfFreedom <= 1 || Math.abs(estimate) == 1) {
                return Computation.notComputed(
                        NotComputed.Reason.TOO_FEW_OBSERVATIONS,
                        "there are too few observations",
                        "report the coefficient");
            }
            double centre = 0.5 * Math.log((1 + estimate) / (1 - estimate));
            double half = Tails.normalCritical(options.level) / Math.sqrt(degreesOfFreedom - 1);
            return Computation.of(new ConfidenceInterval(
                    StrictMath.tanh(centre - half), StrictMath.tanh(centre + half), options.level, "Fisher z"));
        }

        @Override
        public Procedure procedure() {
            return Procedure.of("partial-correlation", "partial (Pearson) correlation", FISHER);
        }

        /** Ids {@code estimate, ci.lower, ci.upper, statistic, df, p}. */
        @Override
        public List<Quantity> quantities() {
            double p = Math.abs(estimate) == 1 ? 0 : Tails.t(statistic(), degreesOfFreedom, Alternative.TWO_SIDED);
            return new Quantities()
                    .estimate("partial correlation", COEFFICIENT, estimate)
                    .interval(COEFFICIENT, options.level, interval())
                    .statistic("t", Math.abs(estimate) == 1 ? Math.signum(estimate) * Double.MAX_VALUE : statistic())
                    .degreesOfFreedom(degreesOfFreedom)
                    .p(p)
                    .list();
        }
    }
}
