package org.countersign.stats;

/** What sort of number a {@link Quantity} is: decides its display and the scale on which it is compared. */
public enum QuantityKind {
    /** A whole number of observations, events, respondents. */
    COUNT,
    /** Between 0 and 1; displayed as a percentage. */
    PROPORTION,
    /** A difference of two proportions, between -1 and 1; displayed in percentage points. */
    PROPORTION_DIFFERENCE,
    /** In the outcome's unit: mean, median, SD, a difference of them, an interval's limit. */
    MEASUREMENT,
    /** Positive and compared with 1, on the log scale: risk, odds, rate and hazard ratios and their limits. */
    RATIO,
    /**
     * Without a unit and by its definition not beyond 1: correlation, kappa, alpha, R squared. Styles that leave out the
     * zero before the decimal mark of such numbers do so here.
     */
    COEFFICIENT,
    /** Without a unit and of any size: standardised difference, skewness, a ratio's logarithm and its standard error. */
    DIMENSIONLESS,
    /** A test statistic. */
    STATISTIC,
    /** Degrees of freedom; whole or not. */
    DEGREES_OF_FREEDOM,
    /** A p-value. */
    P_VALUE
}
