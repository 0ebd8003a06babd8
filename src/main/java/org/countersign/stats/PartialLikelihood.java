package org.countersign.stats;

import java.util.ArrayList;
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

    /** What is called at each event, once for each of the deaths at a time. */
    private interface AtEvent {
        void accept(RiskSet risk);
    }

    /** Those at risk at an event: mean and covariance of x, log of the summed weights, the share of the dead left out. */
    private static final class RiskSet {
        private final int stratum;
        private final double time;
        private final double share;
        private final double[] mean;
        private final double[][] covariance;
        private final double logRisk;

        RiskSet(int stratum, double time, double share, double[] mean, double[][] covariance, double logRisk) {
            this.stratum = stratum;
            this.time = time;
            this.share = share;
            this.mean = mean;
            this.covariance = covariance;
            this.logRisk = logRisk;
        }
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
        walk(b, risk -> {
            logLikelihood.add(-risk.logRisk);
            for (int j = 0; j < p; j++) {
                score[j] -= risk.mean[j];
                for (int k = 0; k < p; k++) {
                    information[j][k] += risk.covariance[j][k];
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
        walk(b, risk -> {
            double g = transform.applyAsDouble(risk.time);
            for (int j = 0; j < p; j++) {
                score[j] -= g * risk.mean[j];
                for (int k = 0; k < p; k++) {
                    plain[j][k] += risk.covariance[j][k];
                    once[j][k] += g * risk.covariance[j][k];
                    twice[j][k] += g * g * risk.covariance[j][k];
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

    /** The hazards at one time: of those at risk, and of those who die then, who count by their share. */
    private static final class HazardStep {
        private final int stratum;
        private final double time;
        private int deaths;
        private double hazard;
        private double hazardOfDead;
        private final double[] moment;
        private final double[] momentOfDead;
        private final double[] meanOfDead;

        HazardStep(int stratum, double time, int p) {
            this.stratum = stratum;
            this.time = time;
            moment = new double[p];
            momentOfDead = new double[p];
            meanOfDead = new double[p];
        }

        void add(RiskSet risk) {
            double h = Math.exp(-risk.logRisk);
            double own = h * (1 - risk.share);
            deaths++;
            hazard += h;
            hazardOfDead += own;
            for (int j = 0; j < moment.length; j++) {
                moment[j] += h * risk.mean[j];
                momentOfDead[j] += own * risk.mean[j];
                meanOfDead[j] += risk.mean[j];
            }
        }
    }

    /**
     * Sum over clusters of s s', s the sum of the cluster's score residuals: what a row adds to the score, less what its
     * hazard leads one to expect (Lin and Wei 1989).
     *
     * @param clusters of each row
     */
    double[][] clusteredMeat(double[] b, Clusters clusters) {
        int p = columns();
        List<HazardStep> steps = new ArrayList<>();
        walk(b, risk -> {
            HazardStep last = steps.isEmpty() ? null : steps.get(steps.size() - 1);
            if (last == null || last.stratum != risk.stratum || last.time != risk.time) {
                last = new HazardStep(risk.stratum, risk.time, p);
                steps.add(last);
            }
            last.add(risk);
        });
        double[][] sums = new double[clusters.count()][p];
        double[] x = new double[p];
        double hazard = 0;
        double[] moment = new double[p];
        int next = steps.size() - 1;
        for (int at = order.length - 1; at >= 0; at--) {
            int i = order[at];
            if (at == order.length - 1 || strata[i] != strata[order[at + 1]]) {
                hazard = 0;
                Arrays.fill(moment, 0);
                while (next >= 0 && steps.get(next).stratum > strata[i]) {
                    next--;
                }
            }
            // Steps before this row's time are in the sums; one at its time is kept apart for the dead.
            while (next >= 0 && steps.get(next).stratum == strata[i] && steps.get(next).time < times[i]) {
                HazardStep step = steps.get(next--);
                hazard += step.hazard;
                for (int j = 0; j < p; j++) {
                    moment[j] += step.moment[j];
                }
            }
            boolean now = next >= 0 && steps.get(next).stratum == strata[i] && steps.get(next).time == times[i];
            double weight = Math.exp(predictor(b, i, x));
            double[] sum = sums[clusters.of(i)];
            for (int j = 0; j < p; j++) {
                double ownHazard = hazard;
                double ownMoment = moment[j];
                if (now) {
                    HazardStep step = steps.get(next);
                    ownHazard += events[i] ? step.hazardOfDead : step.hazard;
                    ownMoment += events[i] ? step.momentOfDead[j] : step.moment[j];
                    sum[j] += events[i] ? x[j] - step.meanOfDead[j] / step.deaths : 0;
                }
                sum[j] -= weight * (x[j] * ownHazard - ownMoment);
            }
        }
        double[][] meat = new double[p][p];
        for (double[] sum : sums) {
            for (int j = 0; j < p; j++) {
                for (int k = 0; k < p; k++) {
                    meat[j][k] += sum[j] * sum[k];
                }
            }
        }
        return meat;
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
                visitor.accept(risk.less(dead, share, stratum, time));
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

        RiskSet less(RiskSums dead, double share, int stratum, double time) {
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
            return new RiskSet(stratum, time, share, mean, covariance, Math.log(total));
        }
    }
}
