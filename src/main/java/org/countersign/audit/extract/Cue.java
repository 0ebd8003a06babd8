package org.countersign.audit.extract;

/** What the words of a sentence say about its numbers; a check reads these before it complains. */
public enum Cue {
    /** One-tailed, one-sided, directional. */
    ONE_TAILED,
    /** Bonferroni, Holm, Tukey, false discovery rate, "corrected for multiple". */
    MULTIPLICITY,
    /** Adjusted, multivariable, controlling for, covariate, regression. */
    ADJUSTED,
    /** Excluded, withdrew, lost to follow-up, missing, completed: groups need not sum. */
    ATTRITION,
    /** Screened, eligible, analysed, responded, of whom: a total and its groups may belong to different stages. */
    SELECTION,
    /** Number of, one item, errors, visits: data of whole units. "Score" does not say so: items may have been averaged. */
    WHOLE_UNITS,
    /**
     * Bootstrap, exact, permutation, profile, Hodges-Lehmann, credible, simultaneous: an interval that need not be symmetric,
     * a p that need not follow from its statistic.
     */
    EXACT_METHOD,
    /** Decrease, reduction, loss, lower: a magnitude whose sign is in the word. */
    DECREASE,
    /** Multiple imputation, weighted, clustered, matched: counts and estimates come from different computations. */
    WEIGHTED,
    /** Relative, of baseline, predicted, expected: a percentage of something that may be exceeded. */
    RELATIVE,
    /** Factorial, crossover: a person may belong to several groups. */
    OVERLAP,
    /** A change, or a logarithm: what is bounded by itself may then be of any size and sign. */
    CHANGE,
    /** Sentence speaks of a correlation. */
    CORRELATION,
    /** "respectively": a list in step with an earlier one. */
    RESPECTIVELY,
    /** Welch, Satterthwaite, Greenhouse-Geisser: degrees of freedom that were corrected. */
    CORRECTED_DF
}
