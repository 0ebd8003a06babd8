package org.countersign.stats;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Generalized estimating equations with an exchangeable working correlation: a population-averaged regression of
 * clustered outcomes with the robust (sandwich) covariance, Wald z intervals and tests. Scale and correlation are moment
 * estimates from Pearson residuals with denominators N - p and pairs - p (default), or N and pairs, in turn with the
 * coefficients.
 *
 * @param family outcome and link
 * @param denominators of scale and correlation
 * @param level confidence level
 */
public record EstimatingEquations(Family family, Denominators denominators, double level) {

    private static final int MAX_ITERATIONS = 500;
    private static final double TOLERANCE = 1e-12;
    /** Residuals below this share of the largest outcome are rounding. */
    private static final double PERFECT_FIT = 1e-14;

    private static final Reference LIANG_ZEGER = Reference.of(
            "Liang KY, Zeger SL",
            1986,
            "Longitudinal data analysis using generalized linear models",
            "Biometrika 73:13-22",
            "10.1093/biomet/73.1.13");

    /** Outcome and link. */
    public enum Family {
        /** Measurements, identity link: differences. */
        LINEAR("linear", ""),
        /** Binary, logit link: odds ratios. */
        LOGISTIC("logistic", "odds ratio"),
        /** Counts, log link: rate ratios; with a binary outcome risk ratios. */
        POISSON("poisson", "rate ratio");

        private final String id;
        private final String ratio;

        Family(String id, String ratio) {
            this.id = id;
            this.ratio = ratio;
        }

        public String id() {
            return id;
        }

        private double mean(double predictor) {
            return switch (this) {
                case LINEAR -> predictor;
                case LOGISTIC -> 1 / (1 + Math.exp(-predictor));
                case POISSON -> Math.exp(predictor);
            };
        }

        /** Variance of the mean; for these canonical links also its slope. */
        private double variance(double mean) {
            return switch (this) {
                case LINEAR -> 1;
                case LOGISTIC -> mean * (1 - mean);
                case POISSON -> mean;
            };
        }
    }

    /** What the moments that give scale and correlation are divided by. */
    public enum Denominators {
        /** N - p and pairs - p, as SAS and the R package gee. */
        ADJUSTED("moments-adjusted", "scale and correlation with denominators less p"),
        /** N and pairs, as the R package geepack. */
        PLAIN("moments-plain", "scale and correlation with denominators N and pairs");

        private final String id;
        private final String label;

        Denominators(String id, String label) {
            this.id = id;
            this.label = label;
        }

        public String id() {
            return id;
        }
    }

    /**
     * @throws IllegalArgumentException if {@code level} is outside (0, 1)
     */
    public EstimatingEquations {
        requireNonNull(family);
        requireNonNull(denominators);
        Require.level(level);
    }

    /** Linear, adjusted denominators, 95%. */
    public static EstimatingEquations withDefaults() {
        return new EstimatingEquations(Family.LINEAR, Denominators.ADJUSTED, 0.95);
    }

    public EstimatingEquations with(Family newFamily) {
        return new EstimatingEquations(newFamily, denominators, level);
    }

    public EstimatingEquations with(Denominators newDenominators) {
        return new EstimatingEquations(family, newDenominators, level);
    }

    public EstimatingEquations withLevel(double newLevel) {
        return new EstimatingEquations(family, denominators, newLevel);
    }

    /**
     * The regression.
     *
     * @param clusters each row's cluster, any codes
     * @throws IllegalArgumentException if the lengths differ or a value is outside its range
     */
    public Computation<Result> compute(DesignMatrix design, double[] outcome, int[] clusters) {
        Require.sameLength("design", design.rows(), "clusters", clusters.length);
        Clusters grouped = new Clusters(clusters);
        if (grouped.count() < 2) {
            return Computation.notComputed(
                    NotComputed.Reason.TOO_FEW_OBSERVATIONS,
                    "there are fewer than two clusters",
                    "use a regression without clusters");
        }
        return solve(design, outcome, grouped);
    }

    private Computation<Result> solve(DesignMatrix design, double[] outcome, Clusters clusters) {
        return independent(design, outcome).flatMap(start -> new Solver(design, outcome, clusters).solve(start));
    }

    private Computation<double[]> independent(DesignMatrix design, double[] outcome) {
        if (family == Family.LINEAR) {
            return LinearModel.withDefaults().compute(design, outcome).map(fit -> estimates(fit.coefficients()));
        }
        GeneralizedLinearModel model =
                family == Family.LOGISTIC ? GeneralizedLinearModel.logistic() : GeneralizedLinearModel.poisson();
        return model.compute(design, outcome).map(fit -> estimates(fit.coefficients()));
    }

    private static double[] estimates(List<Coefficient> coefficients) {
        return coefficients.stream().mapToDouble(Coefficient::estimate).toArray();
    }

    /** Coefficients, scale and correlation in turn. */
    private final class Solver {

        private final DesignMatrix design;
        private final double[] outcome;
        private final Clusters clusters;
        private final int p;
        private final double[] row;

        Solver(DesignMatrix design, double[] outcome, Clusters clusters) {
            this.design = design;
            this.outcome = outcome;
            this.clusters = clusters;
            this.p = design.columns();
            this.row = new double[p];
        }

        Computation<Result> solve(double[] start) {
            double[] b = start;
            for (int iteration = 0; iteration < MAX_ITERATIONS; iteration++) {
                Moment moment = moment(b);
                if (moment.largestResidual <= PERFECT_FIT * largestOutcome()) {
                    return Computation.notComputed(
                            NotComputed.Reason.CONSTANT_DATA,
                            "the model fits perfectly",
                            "report the coefficients without a test");
                }
                if (!(moment.scale > 0) || Double.isInfinite(moment.scale)) {
                    return Computation.notComputed(
                            NotComputed.Reason.UNDEFINED,
                            "the squared residuals leave the range of a number",
                            "measure the outcome in another unit");
                }
                if (!moment.admissible()) {
                    return Computation.notComputed(
                            NotComputed.Reason.NO_CONVERGENCE,
                            "the working correlation is estimated as " + moment.correlation,
                            "use cluster-robust standard errors");
                }
                LeastSquares.Solution step = step(b, moment.correlation);
                double[] change = step.coefficients();
                double[][] covariance = step.unscaledCovariance();
                boolean settled = true;
                for (int j = 0; j < p; j++) {
                    settled &= Math.abs(change[j]) <= TOLERANCE * Math.sqrt(moment.scale * covariance[j][j]);
                    b[j] += change[j];
                }
                if (settled) {
                    return Computation.of(finish(b, moment, step));
                }
            }
            return Computation.notComputed(
                    NotComputed.Reason.NO_CONVERGENCE,
                    "the estimation did not settle in " + MAX_ITERATIONS + " iterations",
                    "use cluster-robust standard errors");
        }

        private double largestOutcome() {
            return Arrays.stream(outcome).map(Math::abs).max().orElse(0);
        }

        private record Moment(double scale, double correlation, int largest, double largestResidual) {
            boolean admissible() {
                return correlation < 1 && 1 + (largest - 1) * correlation > 0;
            }
        }

        private double predictor(double[] b) {
            double eta = 0;
            for (int j = 0; j < p; j++) {
                eta += b[j] * row[j];
            }
            return eta;
        }

        private Moment moment(double[] b) {
            double[] sums = new double[clusters.count()];
            Sum squares = new Sum();
            double largestResidual = 0;
            for (int i = 0; i < outcome.length; i++) {
                design.row(i, row);
                double mean = family.mean(predictor(b));
                largestResidual = Math.max(largestResidual, Math.abs(outcome[i] - mean));
                double residual = (outcome[i] - mean) / Math.sqrt(family.variance(mean));
                sums[clusters.of(i)] += residual;
                squares.add(residual * residual);
            }
            Sum products = new Sum().add(-squares.value());
            double pairs = 0;
            int largest = 0;
            for (int g = 0; g < sums.length; g++) {
                products.add(sums[g] * sums[g]);
                pairs += clusters.size(g) * (clusters.size(g) - 1.0) / 2;
                largest = Math.max(largest, clusters.size(g));
            }
            int lost = denominators == Denominators.ADJUSTED ? p : 0;
            double scale = squares.value() / (outcome.length - lost);
            double correlation = pairs > lost ? products.value() / 2 / (pairs - lost) / scale : 0;
            return new Moment(scale, correlation, largest, largestResidual);
        }

        /** Least squares of the whitened residuals on the whitened derivatives. */
        private LeastSquares.Solution step(double[] b, double correlation) {
            double[][] sums = clusterSums(b);
            LeastSquares squares = new LeastSquares(p, false);
            double[] whitened = new double[p + 1];
            for (int i = 0; i < outcome.length; i++) {
                whiten(b, i, correlation, sums, whitened);
                squares.add(whitened, whitened[p], 1);
            }
            return squares.solve();
        }

        private double[][] clusterSums(double[] b) {
            double[][] sums = new double[clusters.count()][p + 1];
            double[] standard = new double[p + 1];
            for (int i = 0; i < outcome.length; i++) {
                standardise(b, i, standard);
                for (int j = 0; j <= p; j++) {
                    sums[clusters.of(i)][j] += standard[j];
                }
            }
            return sums;
        }

        private void standardise(double[] b, int i, double[] target) {
            design.row(i, row);
            double mean = family.mean(predictor(b));
            double root = Math.sqrt(family.variance(mean));
            for (int j = 0; j < p; j++) {
                target[j] = row[j] * root;
            }
            target[p] = (outcome[i] - mean) / root;
        }

        private void whiten(double[] b, int i, double correlation, double[][] sums, double[] target) {
            standardise(b, i, target);
            int g = clusters.of(i);
            double size = clusters.size(g);
            double share = (1 - Math.sqrt((1 - correlation) / (1 + (size - 1) * correlation))) / size;
            double scale = 1 / Math.sqrt(1 - correlation);
            for (int j = 0; j <= p; j++) {
                target[j] = (target[j] - share * sums[g][j]) * scale;
            }
        }

        private Result finish(double[] b, Moment moment, LeastSquares.Solution solution) {
            double[][] sums = clusterSums(b);
            double[][] scores = new double[clusters.count()][p];
            double[] whitened = new double[p + 1];
            double[] q = new double[p];
            for (int i = 0; i < outcome.length; i++) {
                whiten(b, i, moment.correlation, sums, whitened);
                solution.orthogonal(whitened, q);
                for (int j = 0; j < p; j++) {
                    scores[clusters.of(i)][j] += q[j] * whitened[p];
                }
            }
            double[][] meat = new double[p][p];
            for (double[] score : scores) {
                for (int j = 0; j < p; j++) {
                    for (int k = 0; k < p; k++) {
                        meat[j][k] += score[j] * score[k];
                    }
                }
            }
            double[][] covariance = solution.sandwich(meat);
            Rows rows = new Rows(design, outcome, clusters);
            List<Coefficient> coefficients = new ArrayList<>();
            for (int j = 0; j < p; j++) {
                coefficients.add(new Coefficient(
                        design.names().get(j),
                        design.slugs().get(j),
                        b[j],
                        Math.sqrt(covariance[j][j]),
                        Double.POSITIVE_INFINITY,
                        level));
            }
            return new Result(
                    EstimatingEquations.this,
                    coefficients,
                    new Covariance(covariance),
                    moment.correlation,
                    moment.scale,
                    clusters.count(),
                    outcome.length,
                    rows);
        }
    }

    /** What a model was fitted to. */
    static final class Rows {

        private final DesignMatrix design;
        private final double[] outcome;
        private final Clusters clusters;

        Rows(DesignMatrix design, double[] outcome, Clusters clusters) {
            this.design = design;
            this.outcome = outcome;
            this.clusters = clusters;
        }
    }

    /**
     * A fitted model.
     *
     * @param options the options used
     * @param coefficients on the scale of the link, one for each column
     * @param covariance of the coefficients, robust
     * @param correlation working correlation
     * @param scale dispersion
     * @param clusters number of clusters
     * @param n number of observations
     */
    public record Result(
            EstimatingEquations options,
            List<Coefficient> coefficients,
            Covariance covariance,
            double correlation,
            double scale,
            int clusters,
            int n,
            Rows rows)
            implements StatisticResult {

        public Result {
            coefficients = List.copyOf(coefficients);
        }

        /** Wald's chi-square test of a term by the robust covariance. */
        public Computation<ModelComparison.Result> test(DesignMatrix.Term term) {
            return ModelComparison.waldChiSquare(coefficients, covariance, term);
        }

        @Override
        public Procedure procedure() {
            return Procedure.of(
                    "gee-exchangeable-" + options.family.id,
                    "generalized estimating equations (" + options.family.id
                            + "), exchangeable correlation, robust standard errors",
                    LIANG_ZEGER);
        }

        /**
         * For each column as in {@link LinearModel.Result} (linear) or {@link GeneralizedLinearModel.Result}; then
         * {@code correlation, scale, clusters, n}.
         */
        @Override
        public List<Quantity> quantities() {
            Quantities quantities = new Quantities();
            for (Coefficient coefficient : coefficients) {
                if (options.family == Family.LINEAR) {
                    coefficient.addTo(quantities);
                } else {
                    coefficient.addRatioTo(quantities, options.family.ratio);
                }
            }
            return quantities
                    .add("correlation", "working correlation", QuantityKind.COEFFICIENT, correlation)
                    .add("scale", "scale", QuantityKind.DIMENSIONLESS, scale)
                    .count("clusters", "number of clusters", clusters)
                    .count("n", "number of observations", n)
                    .list();
        }

        @Override
        public List<Rival> rivals() {
            Denominators other =
                    options.denominators == Denominators.ADJUSTED ? Denominators.PLAIN : Denominators.ADJUSTED;
            List<Rival> rivals = new ArrayList<>();
            rivals.add(Rival.differing(
                    this,
                    other.id,
                    other.label,
                    () -> options.with(other).solve(rows.design, rows.outcome, rows.clusters)));
            if (options.family != Family.LINEAR) {
                rivals.add(new Rival("sign-reversed", "the reference level swapped: ratios inverted", () -> {
                    Quantities quantities = new Quantities();
                    coefficients.forEach(
                            coefficient -> coefficient.negated().addRatioTo(quantities, options.family.ratio));
                    return quantities.list().stream()
                            .filter(q -> !q.id().endsWith(".se") && !q.id().endsWith(".p"))
                            .toList();
                }));
            }
            return List.copyOf(rivals);
        }
    }
}
