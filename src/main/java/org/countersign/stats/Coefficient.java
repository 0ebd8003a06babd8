package org.countersign.stats;

import static org.countersign.stats.QuantityKind.DIMENSIONLESS;
import static org.countersign.stats.QuantityKind.MEASUREMENT;
import static org.countersign.stats.QuantityKind.RATIO;

/**
 * One coefficient of a regression, on the scale of the linear predictor.
 *
 * @param name of its column: {@code age}, {@code arm: intervention}
 * @param slug the name as part of an id
 * @param estimate the coefficient
 * @param standardError of it
 * @param degreesOfFreedom of its t; positive infinity for z
 * @param level confidence level
 */
public record Coefficient(
        String name, String slug, double estimate, double standardError, double degreesOfFreedom, double level) {

    /**
     * @throws IllegalArgumentException if the estimate is not finite or the standard error is negative or not finite
     */
    public Coefficient {
        Require.finite("estimate of " + name, estimate);
        Require.that(
                standardError >= 0 && Double.isFinite(standardError),
                "standard error of " + name,
                standardError,
                "a finite number from 0 upwards");
        Require.level(level);
    }

    /** Estimate over standard error: t or z for a coefficient of 0. */
    public Computation<Double> statistic() {
        return standardError == 0
                ? Computation.notComputed(
                        NotComputed.Reason.CONSTANT_DATA,
                        "the standard error of " + name + " is 0: the model fits perfectly",
                        "report the coefficient without a test")
                : Computation.of(estimate / standardError);
    }

    /** Two-sided. */
    public Computation<Double> p() {
        return statistic()
                .map(t -> Double.isInfinite(degreesOfFreedom)
                        ? Tails.normal(t, Alternative.TWO_SIDED)
                        : Tails.t(t, degreesOfFreedom, Alternative.TWO_SIDED));
    }

    public ConfidenceInterval interval() {
        double reach = standardError * critical();
        return new ConfidenceInterval(estimate - reach, estimate + reach, level, method());
    }

    /** exp of the interval's limits: of an odds, risk, rate or hazard ratio. */
    public ConfidenceInterval ratioInterval() {
        double reach = standardError * critical();
        return new ConfidenceInterval(Math.exp(estimate - reach), Math.exp(estimate + reach), level, method());
    }

    private String method() {
        return Double.isInfinite(degreesOfFreedom) ? "Wald z" : "t";
    }

    private double critical() {
        return Double.isInfinite(degreesOfFreedom)
                ? Tails.normalCritical(level)
                : Tails.tCritical(level, degreesOfFreedom);
    }

    Coefficient negated() {
        return new Coefficient(name, slug, -estimate, standardError, degreesOfFreedom, level);
    }

    /** Ids {@code <slug>.estimate, .ci.lower, .ci.upper, .se, .statistic, .p}, in the outcome's unit. */
    void addTo(Quantities quantities) {
        quantities
                .add(slug + ".estimate", name, MEASUREMENT, estimate)
                .interval(slug + ".ci", MEASUREMENT, interval())
                .add(slug + ".se", "standard error of " + name, MEASUREMENT, standardError);
        addTest(quantities);
    }

    /** The same with the estimate and interval as ratios, and {@code <slug>.coefficient} on the log scale. */
    void addRatioTo(Quantities quantities, String ratioName) {
        quantities
                .add(slug + ".estimate", ratioName + " for " + name, RATIO, Math.exp(estimate))
                .interval(slug + ".ci", RATIO, ratioInterval())
                .add(slug + ".coefficient", "log " + ratioName + " for " + name, DIMENSIONLESS, estimate)
                .add(slug + ".se", "standard error of the log " + ratioName, DIMENSIONLESS, standardError);
        addTest(quantities);
    }

    private void addTest(Quantities quantities) {
        quantities
                .add(
                        slug + ".statistic",
                        Double.isInfinite(degreesOfFreedom) ? "z" : "t",
                        QuantityKind.STATISTIC,
                        statistic())
                .add(slug + ".p", "P-value", QuantityKind.P_VALUE, p());
    }
}
