package org.countersign.audit.extract;

/** Which values an estimate can have, as far as the name right before it says so beyond doubt. */
public enum Bound {
    /** Not said. */
    NONE,
    /** At most 1 in size: kappa, a correlation. */
    COEFFICIENT,
    /** At most 1, but of any size below 0: an intraclass correlation, Cronbach's alpha. */
    RELIABILITY,
    /** At most 100%: sensitivity, specificity, prevalence, a proportion. */
    SHARE,
    /** Not negative: a risk, odds, hazard or rate ratio. */
    RATIO
}
