package org.countersign.stats;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;

/** Cox's partial likelihood with its derivatives, in one walk backwards in time through each stratum. */
final class PartialLikelihood {

    private final DesignMatrix design;
    private final double[] times;
    private final boolean[] events;
    private final int[] strata;
    private final CoxModel.Ties ties;
    private final Integer[] order;
    private final double[] centre;
    private final double[] spread;

    PartialLikelihood(DesignMatrix design, double[] times, boolean[] events, int[] strata, CoxModel.Ties ties) {
        this.design = design;
        this.times = times;
        this.events = events;
        this.strata = strata;
        this.ties = ties;
        order = new Integer[times.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (i, j) -> {
            int byStratum = Integer.compare(strata[i], strata[j]);
            return byStratum != 0 ? byStratum : Double.compare(times[j], times[i]);
        });
        centre = new double[design.columns()];
        spread = new double[design.columns()];
        for (int j = 0; j < centre.length; j++) {
            double low = Double.POSITIVE_INFINITY;
            double high = Double.NEGATIVE_INFINITY;
            Sum sum = new Sum();
            for (int i = 0; i < times.length; i++) {
                double value = design.value(i, j);
                sum.add(value);
                low = Math.min(low, value);
                high = Math.max(high, value);
            }
            centre[j] = times.length == 0 ? 0 : sum.value() / times.length;
            spread[j] = times.length == 0 ? 0 : high - low;
        }
    }

    PartialLikelihood with(CoxModel.Ties other) {
        return new PartialLikelihood(design, times, events, strata, other);
    }

    DesignMatrix design() {
        return design;
    }

    int columns() {
        return design.columns();
    }

    long size() {
        return times.length;
    }

    /** Largest minus smallest value of a column. */
    double range(int column) {
        return spread[column];
    }

    long events() {
        long count = 0;
        for (boolean event : events) {
            count += event ? 1 : 0;
        }
        return count;
    }

    /** Log partial likelihood, score and information. */
    record Evaluation(double logLikelihood, RealVector score, RealMatrix information) {

        boolean worseThan(Evaluation other) {
            return !(logLikelihood >= other.logLikelihood - 1e-9 * Math.abs(other.logLikelihood));
        }

        /** A column along which the likelihood does not curve, given those before it. */
        OptionalInt flatColumn() {
            int p = score.getDimension();
            double[][] rest = information.getData();
            for (int j = 0; j < p; j++) {
                if (!(rest[j][j] > 1e-12 * Math.abs(information.getEntry(j, j))) || rest[j][j] < 1e-250) {
                    return OptionalInt.of(j);
                }
                for (int i = j + 1; i < p; i++) {
                    double factor = rest[i][j] / rest[j][j];
                    for (int k = j; k < p; k++) {
                        rest[i][k] -= factor * rest[j][k];
                    }
                }
            }
            return OptionalInt.empty();
        }
    }

    /** What is called at each event, once for each death under Efron: the covariance of x in its risk set. */
    private interface AtEvent {
        void accept(double time, double[] meanOfRisk, double[][] covarianceOfRisk, double logRisk);
    }

    Evaluation evaluate(double[] b) {
        int p = columns();
        double[] score = new double[p];
        double[][] information = new double[p][p];
        Sum logLikelihood = new Sum();
        double[] x = new double[p];
        for (int i = 0; i < times.length; i++) {
            if (events[i]) {
                logLikelihood.add(predictor(b, i, x));
                for (int j = 0; j < p; j++) {
                    score[j] += x[j];
                }
            }
        }
        walk(b, (time, mean, covariance, logRisk) -> {
            logLikelihood.add(-logRisk);
            for (int j = 0; j < p; j++) {
                score[j] -= mean[j];
                for (int k = 0; k < p; k++) {
                    information[j][k] += covariance[j][k];
                }
            }
        });
        return new Evaluation(
                logLikelihood.value(), new ArrayRealVector(score, false), new Array2DRowRealMatrix(information, false));
    }

    /**
     * Grambsch and Therneau's score test that the coefficients of these columns do not change with the Kaplan-Meier
     * transform of time.
     */
    Computation<Double> proportionalHazardsStatistic(double[] b, List<Integer> columns) {
        int p = columns();
        DoubleUnaryOperator transform = kaplanMeierTransform();
        double[] score = new double[p];
        double[][] plain = new double[p][p];
        double[][] once = new double[p][p];
        double[][] twice = new double[p][p];
        double[] x = new double[p];
        for (int i = 0; i < times.length; i++) {
            if (events[i]) {
                predictor(b, i, x);
                double g = transform.applyAsDouble(times[i]);
                for (int j = 0; j < p; j++) {
                    score[j] += g * x[j];
                }
            }
        }
        walk(b, (time, mean, covariance, logRisk) -> {
            double g = transform.applyAsDouble(time);
            for (int j = 0; j < p; j++) {
                score[j] -= g * mean[j];
                for (int k = 0; k < p; k++) {
                    plain[j][k] += covariance[j][k];
                    once[j][k] += g * covariance[j][k];
                    twice[j][k] += g * g * covariance[j][k];
                }
            }
        });
        RealMatrix mixed = new Array2DRowRealMatrix(once);
        RealMatrix conditional = new Array2DRowRealMatrix(twice)
                .subtract(mixed.transpose()
                        .multiply(new LUDecomposition(new Array2DRowRealMatrix(plain), 0)
                                .getSolver()
                                .solve(mixed)));
        int[] chosen = columns.stream().mapToInt(Integer::intValue).toArray();
        RealMatrix variance = conditional.getSubMatrix(chosen, chosen);
        RealVector u = new ArrayRealVector(chosen.length);
        for (int j = 0; j < chosen.length; j++) {
            u.setEntry(j, score[chosen[j]]);
        }
        for (int j = 0; j < chosen.length; j++) {
            if (!(variance.getEntry(j, j) > 1e-10 * twice[chosen[j]][chosen[j]])) {
                return unvarying();
            }
        }
        LUDecomposition decomposition = new LUDecomposition(variance, 0);
        return decomposition.getSolver().isNonSingular()
                ? Computation.of(
                        Math.max(0, u.dotProduct(decomposition.getSolver().solve(u))))
                : unvarying();
    }

    private static Computation<Double> unvarying() {
        return Computation.notComputed(
                NotComputed.Reason.TOO_FEW_OBSERVATIONS,
                "too few event times show whether the coefficients change",
                "judge proportional hazards from the curves");
    }

    /** One minus the pooled Kaplan-Meier estimate just before a time. */
    private DoubleUnaryOperator kaplanMeierTransform() {
        KaplanMeier.Result curve = KaplanMeier.withDefaults()
                .compute(SurvivalSample.of(times, events))
                .orElseThrow();
        double[] eventTimes =
                curve.steps().stream().mapToDouble(KaplanMeier.Step::time).toArray();
        return time -> {
            int index = Arrays.binarySearch(eventTimes, time);
            int before = (index >= 0 ? index : -index - 1) - 1;
            return before < 0 ? 0 : 1 - curve.steps().get(before).survival();
        };
    }

    private double predictor(double[] b, int i, double[] x) {
        double eta = 0;
        for (int j = 0; j < x.length; j++) {
            x[j] = design.value(i, j) - centre[j];
            eta += b[j] * x[j];
        }
        return eta;
    }

    private void walk(double[] b, AtEvent visitor) {
        int p = columns();
        RiskSums risk = new RiskSums(p);
        RiskSums dead = new RiskSums(p);
        double[] x = new double[p];
        int at = 0;
        while (at < order.length) {
            int first = order[at];
            if (at == 0 || strata[first] != strata[order[at - 1]]) {
                risk.clear();
            }
            dead.clear();
            int deaths = 0;
            double time = times[first];
            int stratum = strata[first];
            while (at < order.length && strata[order[at]] == stratum && times[order[at]] == time) {
                int i = order[at++];
                double weight = Math.exp(predictor(b, i, x));
                risk.add(weight, x);
                if (events[i]) {
                    dead.add(weight, x);
                    deaths++;
                }
            }
            for (int death = 0; death < deaths; death++) {
                double share = ties == CoxModel.Ties.EFRON ? (double) death / deaths : 0;
                risk.visit(dead, share, time, visitor);
            }
        }
    }

    /** Sums of weights, weighted x and weighted x x' over a set. */
    private static final class RiskSums {

        private double weight;
        private final double[] first;
        private final double[][] second;

        RiskSums(int p) {
            first = new double[p];
            second = new double[p][p];
        }

        void clear() {
            weight = 0;
            Arrays.fill(first, 0);
            for (double[] row : second) {
                Arrays.fill(row, 0);
            }
        }

        void add(double w, double[] x) {
            weight += w;
            for (int j = 0; j < x.length; j++) {
                first[j] += w * x[j];
                for (int k = 0; k < x.length; k++) {
                    second[j][k] += w * x[j] * x[k];
                }
            }
        }

        void visit(RiskSums dead, double share, double time, AtEvent visitor) {
            int p = first.length;
            double total = weight - share * dead.weight;
            double[] mean = new double[p];
            double[][] covariance = new double[p][p];
            for (int j = 0; j < p; j++) {
                mean[j] = (first[j] - share * dead.first[j]) / total;
            }
            for (int j = 0; j < p; j++) {
                for (int k = 0; k < p; k++) {
                    covariance[j][k] = (second[j][k] - share * dead.second[j][k]) / total - mean[j] * mean[k];
                }
            }
            visitor.accept(time, mean, covariance, Math.log(total));
        }
    }
}
