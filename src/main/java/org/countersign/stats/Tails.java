package org.countersign.stats;

import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.ContinuousDistribution;
import org.apache.commons.statistics.distribution.FDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Tail probabilities and quantiles of the reference distributions. Upper tails are computed as such, not as one minus
 * the lower tail. {@link TailProbabilities} is the public face. Quantiles are refined by Newton steps on the nearer tail until they are good to the last digits.
 */
final class Tails {

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
    private static final int REFINEMENTS = 4;

    private Tails() {}

    static double normalUpper(double z) {
        return NORMAL.survivalProbability(z);
    }

    static double normalLower(double z) {
        return NORMAL.cumulativeProbability(z);
    }

    static double normalDensity(double z) {
        return NORMAL.density(z);
    }

    static double normalQuantile(double p) {
        return NORMAL.inverseCumulativeProbability(p);
    }

    /** The standard normal quantile that leaves (1 - level)/2 above it. */
    static double normalCritical(double level) {
        return NORMAL.inverseSurvivalProbability((1 - level) / 2);
    }

    static double normal(double z, Alternative alternative) {
        return switch (alternative) {
            case TWO_SIDED -> Math.min(1, 2 * normalUpper(Math.abs(z)));
            case GREATER -> normalUpper(z);
            case LESS -> normalLower(z);
        };
    }

    static double t(double t, double degreesOfFreedom, Alternative alternative) {
        TDistribution distribution = TDistribution.of(degreesOfFreedom);
        return switch (alternative) {
            case TWO_SIDED -> Math.min(1, 2 * distribution.survivalProbability(Math.abs(t)));
            case GREATER -> distribution.survivalProbability(t);
            case LESS -> distribution.cumulativeProbability(t);
        };
    }

    /** The t quantile that leaves (1 - level)/2 above it. */
    static double tCritical(double level, double degreesOfFreedom) {
        return upperQuantile(TDistribution.of(degreesOfFreedom), (1 - level) / 2);
    }

    static double tUpperQuantile(double upperTail, double degreesOfFreedom) {
        return upperTail > 0.5
                ? -upperQuantile(TDistribution.of(degreesOfFreedom), 1 - upperTail)
                : upperQuantile(TDistribution.of(degreesOfFreedom), upperTail);
    }

    static double chiSquareUpper(double statistic, double degreesOfFreedom) {
        return ChiSquaredDistribution.of(degreesOfFreedom).survivalProbability(statistic);
    }

    static double fUpper(double statistic, double numerator, double denominator) {
        return FDistribution.of(numerator, denominator).survivalProbability(statistic);
    }

    /** The F value with {@code p} below it. */
    static double fQuantile(double p, double numerator, double denominator) {
        FDistribution distribution = FDistribution.of(numerator, denominator);
        return p > 0.5 ? upperQuantile(distribution, 1 - p) : lowerQuantile(distribution, p);
    }

    static double chiSquareQuantile(double p, double degreesOfFreedom) {
        ChiSquaredDistribution distribution = ChiSquaredDistribution.of(degreesOfFreedom);
        return p > 0.5 ? upperQuantile(distribution, 1 - p) : lowerQuantile(distribution, p);
    }

    static double betaQuantile(double p, double alpha, double beta) {
        return lowerQuantile(BetaDistribution.of(alpha, beta), p);
    }

    static double betaUpperQuantile(double upperTail, double alpha, double beta) {
        return upperQuantile(BetaDistribution.of(alpha, beta), upperTail);
    }

    private static double lowerQuantile(ContinuousDistribution distribution, double p) {
        double x = distribution.inverseCumulativeProbability(p);
        for (int i = 0; i < REFINEMENTS; i++) {
            double slope = distribution.density(x);
            double next = x - (distribution.cumulativeProbability(x) - p) / slope;
            if (!inSupport(distribution, next) || next == x) {
                break;
            }
            x = next;
        }
        return x;
    }

    private static double upperQuantile(ContinuousDistribution distribution, double upperTail) {
        double x = distribution.inverseSurvivalProbability(upperTail);
        for (int i = 0; i < REFINEMENTS; i++) {
            double slope = distribution.density(x);
            double next = x + (distribution.survivalProbability(x) - upperTail) / slope;
            if (!inSupport(distribution, next) || next == x) {
                break;
            }
            x = next;
        }
        return x;
    }

    private static boolean inSupport(ContinuousDistribution distribution, double x) {
        return Double.isFinite(x) && x > distribution.getSupportLowerBound() && x < distribution.getSupportUpperBound();
    }
}
