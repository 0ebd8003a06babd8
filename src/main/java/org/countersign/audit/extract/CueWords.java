package org.countersign.audit.extract;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The words that are {@link Cue}s; lookups only, so that no order can reach the output. */
final class CueWords {

    private static final Map<String, Cue> CUES = cues();

    private CueWords() {}

    /** What a word says, given in lower case; of a word with hyphens, what its first telling part says. */
    static Optional<Cue> cue(String lower) {
        Cue cue = CUES.get(lower);
        if (cue == null && lower.indexOf('-') > 0) {
            for (String part : lower.split("-", 4)) {
                cue = cue == null ? CUES.get(part) : cue;
            }
        }
        return Optional.ofNullable(cue);
    }

    private static Map<String, Cue> cues() {
        Map<String, Cue> cues = new HashMap<>();
        put(cues, Cue.ONE_TAILED, "one-tailed 1-tailed one-sided 1-sided one-tail directional unilateral");
        put(
                cues,
                Cue.MULTIPLICITY,
                "bonferroni holm hochberg benjamini fdr tukey tukey's sidak dunnett dunnett's dunn dunn's scheffe"
                        + " multiplicity familywise family-wise hoc posthoc corrected hsd");
        put(
                cues,
                Cue.ADJUSTED,
                "adjusted adjusting adjustment multivariable multivariate covariate covariates controlling confounders"
                        + " ancova regression propensity aor ahr arr modelled modeled");
        put(
                cues,
                Cue.ATTRITION,
                "excluded excluding exclusion exclusions withdrew withdrawn withdrawal withdrawals lost dropped dropout"
                        + " dropouts missing remaining completed completers attrition declined refused evaluable"
                        + " discontinued ineligible unavailable");
        put(
                cues,
                Cue.SELECTION,
                "screened eligible analysed analyzed assessed evaluated responded returned followed followed-up whom"
                        + " respondents answered available");
        put(cues, Cue.WHOLE_UNITS, "number correct errors episodes visits item sum");
        put(
                cues,
                Cue.EXACT_METHOD,
                "bootstrap bootstrapped bootstrapping exact profile hodges hodges-lehmann credible bayesian posterior"
                        + " simultaneous bca jackknife permutation permutations"
                        + " randomisation-test randomization-test monte approximative resampling");
        put(
                cues,
                Cue.DECREASE,
                "decrease decreased decreases decreasing reduction reductions reduced reduces reduce lower lowered less"
                        + " loss losses lost fewer fell declined decline declines drop dropped shorter smaller worse");
        put(
                cues,
                Cue.WEIGHTED,
                "weighted imputed imputation clustered cluster clusters matched gee mixed-effects paired standardized"
                        + " standardised mcnemar mcnemar's log-rank logrank cox");
        put(
                cues,
                Cue.RELATIVE,
                "relative baseline predicted expected initial insulin potency normalised normalized contrast"
                        + " analysis analyses");
        put(cues, Cue.OVERLAP, "factorial crossover cross-over crossed overlapped");
        put(cues, Cue.CHANGE, "change changes changed log logarithm logarithms logarithmic log-transformed");
        put(cues, Cue.CORRELATION, "correlation correlations correlated correlate pearson spearman");
        put(cues, Cue.RESPECTIVELY, "respectively");
        put(
                cues,
                Cue.CORRECTED_DF,
                "greenhouse geisser greenhouse-geisser huynh feldt huynh-feldt welch welch's satterthwaite kenward"
                        + " kenward-roger sphericity");
        return cues;
    }

    private static void put(Map<String, Cue> cues, Cue cue, String words) {
        for (String word : words.split(" ")) {
            cues.putIfAbsent(word, cue);
        }
    }
}
