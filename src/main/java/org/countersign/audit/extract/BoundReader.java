package org.countersign.audit.extract;

import java.util.Optional;
import org.countersign.numbers.ReportedNumber;

/**
 * Finds which values an estimate with an interval can have: {@code kappa = 0.81}, {@code sensitivity was 94%}. The name must
 * stand right before the number, or rule it by "of": "sensitivity of the test was 94%".
 */
final class BoundReader {

    /** As many words may stand between "sensitivity of" and its verb. */
    private static final int MOST_WORDS = 8;

    private BoundReader() {}

    /**
     * @param i index of the estimate
     * @param next index behind its interval
     */
    static Bound read(Tokens t, int i, int next, ReportedNumber estimate, Optional<MeasureReader.Label> label) {
        if (t.isWord(i + 1) && !t.isWord(i + 1, "with") || t.isWord(next, "of", "times", "higher", "lower", "per")) {
            return Bound.NONE;
        }
        int j = name(t, i, label);
        Sentence sentence = t.sentence(i);
        if (estimate.percent()) {
            return isShare(t, j, i) && !sentence.says(Cue.RELATIVE) && !sentence.says(Cue.CHANGE)
                    ? Bound.SHARE
                    : Bound.NONE;
        }
        if (label.filter(l -> l.at() == j && l.measure().scale() == Measure.Scale.LOG)
                .isPresent()) {
            return sentence.says(Cue.CHANGE) ? Bound.NONE : Bound.RATIO;
        }
        return coefficient(t, j, sentence);
    }

    private static Bound coefficient(Tokens t, int j, Sentence sentence) {
        if (isOther(t, j)) {
            return Bound.NONE;
        }
        if (t.isWord(j, "icc") || t.isWord(j, "correlation") && t.isWord(j - 1, "intraclass", "intra-class")) {
            return Bound.RELIABILITY;
        }
        boolean correlation =
                t.isWord(j, "correlation") || t.isWord(j, "r", "rho", "\u03c1") && sentence.says(Cue.CORRELATION);
        return correlation || t.isWord(j, "kappa", "\u03ba") ? Bound.COEFFICIENT : Bound.NONE;
    }

    /** Index of the word that names the number at i; -1 if something else stands before it. */
    private static int name(Tokens t, int i, Optional<MeasureReader.Label> label) {
        int j = i - 1;
        boolean comma = t.isSymbol(j, ",");
        while (j > i - 4
                && (t.sign(j).isPresent() || t.isSymbol(j, ":,") || t.isWord(j, "was", "were", "is", "of", "value"))) {
            j--;
        }
        if (t.isClosing(j) && t.isWord(j - 1) && t.isOpening(j - 2)) {
            int abbreviation = j - 1;
            boolean names = t.isWord(abbreviation, "icc", "\u03ba", "r")
                    || label.filter(l -> l.at() == abbreviation).isPresent();
            j = names ? abbreviation : j - 3;
        }
        if (t.isWord(j, "coefficient", "coefficients", "statistic")) {
            j--;
        }
        return !t.isWord(j) || comma && !opensPhrase(t, j) ? -1 : j;
    }

    /** "(sensitivity, 94%": elsewhere a comma ends what was said before. */
    private static boolean opensPhrase(Tokens t, int j) {
        int k = j - 1;
        while (k > j - 4 && t.isWord(k)) {
            k--;
        }
        return t.isOpening(k) || t.isSymbol(k, ";:") || t.isBoundary(k);
    }

    private static boolean isShare(Tokens t, int j, int i) {
        if (isShareName(t, j)) {
            return true;
        }
        if (!t.isWord(i - 1, "was", "were", "is") && t.sign(i - 1).isEmpty()) {
            return false;
        }
        for (int k = j; k > j - MOST_WORDS && t.isWord(k); k--) {
            if (t.isWord(k, "of", "for", "among", "in") && isShareName(t, k - 1)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isShareName(Tokens t, int j) {
        return t.isWord(j, "sensitivity", "specificity", "prevalence", "proportion", "percentage")
                || t.isWord(j, "predictive") && t.isWord(j + 1, "value");
    }

    /** A change or a transform has other bounds; kappa is also a light chain of antibodies and the name of parameters. */
    private static boolean isOther(Tokens t, int j) {
        for (int k = j - 1; k > j - 8 && !t.isBoundary(k); k--) {
            if (t.isWord(k, "change", "difference", "fisher", "fisher's", "transformed", "z", "log")
                    || t.isWord(
                            k, "light", "chain", "chains", "lambda", "free", "mises", "concentration", "parameter")) {
                return true;
            }
        }
        return false;
    }
}
