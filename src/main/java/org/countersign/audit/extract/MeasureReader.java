package org.countersign.audit.extract;

import java.util.Optional;

/** Finds what an estimate estimates, in the words before it. */
final class MeasureReader {

    private static final int REACH = 14;

    private MeasureReader() {}

    /**
     * A label.
     *
     * @param at index of its last word
     */
    record Label(Measure measure, IntervalReport.Adjustment adjustment, int at) {

        /** Index of its first word, as far as the usual names go: "mean difference", "odds ratio". */
        int first(Tokens t) {
            boolean pair = t.isWord(at, "difference", "ratio", "risk")
                    && t.isWord(at - 1, "mean", "risk", "odds", "hazard", "rate", "relative", "prevalence");
            return pair ? at - 1 : at;
        }
    }

    /** The nearest label before token i in its sentence, with no other number between except an interval's level. */
    static Optional<Label> before(Tokens t, int i) {
        for (int k = i - 1; k >= Math.max(0, i - REACH) && !t.isBoundary(k); k--) {
            int j = k;
            if (t.isNumber(j) && !isLevel(t, j) || t.isSymbol(j, ";")) {
                return Optional.empty();
            }
            Optional<Measure> measure = measure(t, j).map(m -> isLogarithm(t, j, m) ? Measure.COEFFICIENT : m);
            if (measure.isPresent()) {
                return Optional.of(new Label(measure.get(), adjustment(t, j), j));
            }
        }
        return Optional.empty();
    }

    private static boolean isLevel(Tokens t, int j) {
        return Phrases.intervalLabel(t, j).isPresent();
    }

    private static IntervalReport.Adjustment adjustment(Tokens t, int j) {
        String word = t.get(j).text();
        boolean prefixed = word.length() > 2 && word.charAt(0) == 'a' && Character.isUpperCase(word.charAt(1));
        for (int k = j; k >= j - 4 && !t.isBoundary(k); k--) {
            if (t.isWord(k, "adjusted", "multivariable", "multivariate", "corrected")) {
                return IntervalReport.Adjustment.ADJUSTED;
            }
        }
        return prefixed ? IntervalReport.Adjustment.ADJUSTED : IntervalReport.Adjustment.NOT_STATED;
    }

    private static Optional<Measure> measure(Tokens t, int j) {
        if (!t.isWord(j)) {
            return Optional.empty();
        }
        String word = t.get(j).text();
        switch (word) {
            case "RR", "aRR", "RRs", "PR", "aPR" -> {
                return Optional.of(Measure.RISK_RATIO);
            }
            case "OR", "aOR", "AOR", "ORs" -> {
                return Optional.of(Measure.ODDS_RATIO);
            }
            case "HR", "aHR", "AHR", "HRs", "sHR", "SHR" -> {
                return Optional.of(Measure.HAZARD_RATIO);
            }
            case "IRR", "aIRR" -> {
                return Optional.of(Measure.RATE_RATIO);
            }
            case "MD", "WMD", "aMD", "AMD" -> {
                return Optional.of(Measure.MEAN_DIFFERENCE);
            }
            case "RD", "ARD", "aRD" -> {
                return Optional.of(Measure.RISK_DIFFERENCE);
            }
            case "SMD", "d", "g" -> {
                return Optional.of(Measure.STANDARDISED_DIFFERENCE);
            }
            case "\u03b2", "\u00df", "b", "B" -> {
                return Optional.of(Measure.COEFFICIENT);
            }
            default -> {
                return spelledOut(t, j, Words.lower(word));
            }
        }
    }

    private static Optional<Measure> spelledOut(Tokens t, int j, String word) {
        return switch (word) {
            case "ratio", "ratios" -> ratio(t, j);
            case "risk" -> t.isWord(j - 1, "relative") ? Optional.of(Measure.RISK_RATIO) : Optional.empty();
            case "difference", "differences" -> difference(t, j);
            case "beta", "coefficient", "slope" ->
                t.isWord(j - 1, "correlation") ? Optional.of(Measure.CORRELATION) : Optional.of(Measure.COEFFICIENT);
            case "correlation", "rho", "icc", "kappa", "r" -> Optional.of(Measure.CORRELATION);
            case "median", "medians" -> Optional.of(Measure.MEDIAN);
            case "mean", "means", "average" -> Optional.of(Measure.MEAN);
            case "sensitivity",
                    "specificity",
                    "prevalence",
                    "proportion",
                    "incidence",
                    "rate",
                    "efficacy",
                    "effectiveness" -> Optional.of(Measure.PROPORTION);
            case "change", "changes" -> Optional.of(Measure.OTHER);
            default -> Optional.empty();
        };
    }

    /** "log odds ratio", "ln(RR)": symmetric as printed, and of either sign. */
    private static boolean isLogarithm(Tokens t, int j, Measure measure) {
        int before = t.isWord(j, "ratio", "ratios", "risk") ? j - 2 : j - 1;
        return measure.scale() == Measure.Scale.LOG
                && t.isWord(t.isOpening(before) ? before - 1 : before, "log", "ln", "logarithm");
    }

    private static Optional<Measure> ratio(Tokens t, int j) {
        if (t.isWord(j - 1, "odds")) {
            return Optional.of(Measure.ODDS_RATIO);
        }
        if (t.isWord(j - 1, "hazard", "hazards", "subhazard")) {
            return Optional.of(Measure.HAZARD_RATIO);
        }
        if (t.isWord(j - 1, "rate")) {
            return Optional.of(Measure.RATE_RATIO);
        }
        if (t.isWord(j - 1, "risk", "prevalence", "relative")) {
            return Optional.of(Measure.RISK_RATIO);
        }
        return Optional.of(Measure.OTHER);
    }

    private static Optional<Measure> difference(Tokens t, int j) {
        for (int k = j - 1; k >= j - 3 && t.isWord(k); k--) {
            if (t.isWord(k, "mean", "means")) {
                return Optional.of(
                        t.isWord(k - 1, "standardized", "standardised")
                                ? Measure.STANDARDISED_DIFFERENCE
                                : Measure.MEAN_DIFFERENCE);
            }
            if (t.isWord(k, "risk")) {
                return Optional.of(Measure.RISK_DIFFERENCE);
            }
        }
        return Optional.of(Measure.DIFFERENCE);
    }
}
