package org.countersign.stats;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Iteratively reweighted least squares by QR, the rows made anew in each iteration. Steps that leave the model's range
 * or raise the deviance are halved. It has converged when no coefficient moves by more than 1e-11 of its standard
 * error.
 */
final class ReweightedFit {

    private static final int MAX_ITERATIONS = 300;
    private static final int SEPARATION_ITERATION = 25;
    private static final double SEPARATION_STEP = 0.5;
    private static final double TOLERANCE = 1e-11;
    private static final int MAX_HALVINGS = 40;

    private final DesignMatrix design;
    private final double[] outcome;
    private final double[] weights;
    private final double[] offset;
    private final MeanFunction function;
    private final double[] row;

    ReweightedFit(DesignMatrix design, double[] outcome, double[] weights, double[] offset, MeanFunction function) {
        this.design = design;
        this.outcome = outcome;
        this.weights = weights;
        this.offset = offset;
        this.function = function;
        this.row = new double[design.columns()];
    }

    /** Coefficients at the maximum, with the last step's least squares for their covariance. */
    record Fitted(Vector coefficients, LeastSquares.Solution solution, double deviance) {}

    /** An immutable list of doubles. */
    static final class Vector {

        private final double[] values;

        Vector(double[] values) {
            this.values = values.clone();
        }

        double get(int index) {
            return values[index];
        }

        int size() {
            return values.length;
        }

        double[] toArray() {
            return values.clone();
        }
    }

    Computation<Fitted> fit() {
        LeastSquares first = new LeastSquares(design.columns(), design.hasIntercept());
        for (int i = 0; i < design.rows(); i++) {
            if (weight(i) > 0) {
                design.row(i, row);
                addWorking(first, i, function.start(outcome[i]));
            }
        }
        if (first.rows() <= design.columns()) {
            return Computation.notComputed(
                    first.rows() == 0 ? NotComputed.Reason.NO_OBSERVATIONS : NotComputed.Reason.TOO_FEW_OBSERVATIONS,
                    "there are " + first.rows() + " observations for " + design.columns() + " coefficients",
                    "use fewer covariates");
        }
        OptionalInt dependent = first.dependentColumn();
        if (dependent.isPresent()) {
            String name = design.names().get(dependent.getAsInt());
            return Computation.notComputed(
                    NotComputed.Reason.SINGULAR_DESIGN,
                    "`" + name + "` does not vary or is a linear combination of the columns before it",
                    "leave `" + name + "` out, or check its coding");
        }
        double[] coefficients = admissible(first.solve().coefficients());
        return iterate(coefficients);
    }

    private Computation<Fitted> iterate(double[] start) {
        double[] coefficients = start;
        double deviance = deviance(coefficients);
        for (int iteration = 1; iteration <= MAX_ITERATIONS; iteration++) {
            LeastSquares squares = new LeastSquares(design.columns(), design.hasIntercept());
            for (int i = 0; i < design.rows(); i++) {
                if (weight(i) > 0) {
                    design.row(i, row);
                    addWorking(squares, i, predictor(coefficients, i));
                }
            }
            if (squares.rows() <= design.columns() || squares.dependentColumn().isPresent()) {
                return separated(coefficients, start);
            }
            LeastSquares.Solution solution = squares.solve();
            double[] next = solution.coefficients();
            double nextDeviance = deviance(next);
            boolean whole = !worse(nextDeviance, deviance);
            for (int halving = 0; worse(nextDeviance, deviance) && halving < MAX_HALVINGS; halving++) {
                for (int j = 0; j < next.length; j++) {
                    next[j] = (next[j] + coefficients[j]) / 2;
                }
                nextDeviance = deviance(next);
            }
            double step = largestPredictorStep(coefficients, next);
            if (Double.isNaN(nextDeviance)) {
                break;
            }
            if (whole && converged(coefficients, next, solution)) {
                return Computation.of(new Fitted(new Vector(next), solution, nextDeviance));
            }
            if (iteration >= SEPARATION_ITERATION && step > SEPARATION_STEP) {
                return separated(next, coefficients);
            }
            coefficients = next;
            deviance = nextDeviance;
        }
        return Computation.notComputed(
                NotComputed.Reason.NO_CONVERGENCE,
                "the estimation did not settle; the best fit may lie on the edge of the model's range",
                "use fewer covariates or another model, such as the modified Poisson model for risk ratios");
    }

    private static boolean worse(double next, double deviance) {
        return Double.isNaN(next) || next > deviance + 1e-7 * (Math.abs(deviance) + 0.1);
    }

    private static boolean converged(double[] before, double[] after, LeastSquares.Solution solution) {
        double[][] covariance = solution.unscaledCovariance();
        for (int j = 0; j < after.length; j++) {
            if (Math.abs(after[j] - before[j]) > TOLERANCE * Math.sqrt(covariance[j][j])) {
                return false;
            }
        }
        return true;
    }

    private Computation<Fitted> separated(double[] after, double[] before) {
        int widest = 0;
        for (int j = design.hasIntercept() ? 1 : 0; j < after.length; j++) {
            boolean further = Math.abs(after[j] - before[j]) > Math.abs(after[widest] - before[widest]);
            if (further || (widest == 0 && design.hasIntercept())) {
                widest = j;
            }
        }
        String name = design.names().get(widest);
        return Computation.notComputed(
                NotComputed.Reason.SEPARATION,
                "the coefficient of `" + name + "` grows without end: the covariates separate the outcomes",
                "merge levels, leave `" + name + "` out, or report the counts");
    }

    /** Where the first predictor leaves the range, the constant predictor of the overall mean is within it. */
    private double[] admissible(double[] coefficients) {
        if (!Double.isNaN(deviance(coefficients)) || !design.hasIntercept()) {
            return coefficients;
        }
        Sum total = new Sum();
        Sum size = new Sum();
        for (int i = 0; i < outcome.length; i++) {
            total.add(weight(i) * outcome[i]);
            size.add(weight(i));
        }
        double[] constant = new double[coefficients.length];
        constant[0] = Math.log(total.value() / size.value());
        return constant;
    }

    private void addWorking(LeastSquares squares, int i, double predictor) {
        double mean = function.mean(predictor);
        double slope = function.slope(predictor);
        double weight = weight(i) * slope * slope / function.variance(mean);
        if (weight > 0 && Double.isFinite(weight)) {
            squares.add(row, predictor - offset(i) + (outcome[i] - mean) / slope, weight);
        }
    }

    private double weight(int i) {
        return weights.length == 0 ? 1 : weights[i];
    }

    private double offset(int i) {
        return offset.length == 0 ? 0 : offset[i];
    }

    private double predictor(double[] coefficients, int i) {
        double predictor = offset(i);
        for (int j = 0; j < coefficients.length; j++) {
            predictor += coefficients[j] * row[j];
        }
        return predictor;
    }

    /** NaN outside the model's range. */
    private double deviance(double[] coefficients) {
        Sum sum = new Sum();
        for (int i = 0; i < design.rows(); i++) {
            if (weight(i) > 0) {
                design.row(i, row);
                double predictor = predictor(coefficients, i);
                if (!function.admits(predictor)) {
                    return Double.NaN;
                }
                sum.add(weight(i) * function.deviance(outcome[i], predictor));
            }
        }
        return sum.value();
    }

    double logLikelihood(Vector coefficients) {
        Sum sum = new Sum();
        double[] values = coefficients.toArray();
        for (int i = 0; i < design.rows(); i++) {
            if (weight(i) > 0) {
                design.row(i, row);
                sum.add(weight(i) * function.logLikelihood(outcome[i], predictor(values, i)));
            }
        }
        return sum.value();
    }

    private double largestPredictorStep(double[] before, double[] after) {
        double largest = 0;
        for (int i = 0; i < design.rows(); i++) {
            design.row(i, row);
            largest = Math.max(largest, Math.abs(predictor(after, i) - predictor(before, i)));
        }
        return largest;
    }

    /** The sum of squared scores, by observation or by cluster, in the coordinates of the solution's Q. */
    double[][] meat(Fitted fitted, int[] clusters) {
        int p = design.columns();
        double[] coefficients = fitted.coefficients.toArray();
        double[] q = new double[p];
        double[][] meat = new double[p][p];
        Map<Integer, double[]> scores = new LinkedHashMap<>();
        for (int i = 0; i < design.rows(); i++) {
            if (weight(i) > 0) {
                design.row(i, row);
                double predictor = predictor(coefficients, i);
                double mean = function.mean(predictor);
                double score = (outcome[i] - mean) * function.slope(predictor) / function.variance(mean);
                fitted.solution.orthogonal(row, q);
                if (clusters.length == 0) {
                    addOuter(meat, q, weight(i) * score * score);
                } else {
                    double[] sum = scores.computeIfAbsent(clusters[i], key -> new double[p]);
                    for (int j = 0; j < p; j++) {
                        sum[j] += weight(i) * score * q[j];
                    }
                }
            }
        }
        double size = scores.size();
        scores.values().forEach(sum -> addOuter(meat, sum, size / (size - 1)));
        return meat;
    }

    private static void addOuter(double[][] meat, double[] vector, double factor) {
        for (int j = 0; j < vector.length; j++) {
            for (int k = 0; k < vector.length; k++) {
                meat[j][k] += factor * vector[j] * vector[k];
            }
        }
    }
}
