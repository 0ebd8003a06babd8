package org.countersign.audit.extract;

import java.math.BigDecimal;
import java.util.Optional;
import org.countersign.numbers.Comparison;
import org.countersign.numbers.ReportedNumber;

/** Pieces that several reporting styles share: p-values, ranges, labels of intervals. Each looks a few tokens ahead. */
final class Phrases {

    private static final BigDecimal LEAST_LEVEL = new BigDecimal("50");
    private static final BigDecimal HUNDRED = new BigDecimal("100");

    private Phrases() {}

    /**
     * A p-value.
     *
     * @param next index behind it
     */
    record PMatch(ReportedP p, int next) {}

    /** Reads "p = .04", "P<0.001", "p-value: 0.3", "ns"; not a p for trend, interaction or non-inferiority. */
    static Optional<PMatch> p(Tokens t, int i) {
        if (t.isWord(i, "ns")) {
            return Optional.of(new PMatch(ReportedP.notSignificant(t.get(i).text()), i + 1));
        }
        if (t.isWord(i, "n") && t.isSymbol(i + 1, ".") && t.isWord(i + 2, "s") && t.isSymbol(i + 3, ".")) {
            return Optional.of(new PMatch(ReportedP.notSignificant("n.s."), i + 4));
        }
        int j = i;
        if (t.isWord(j, "two-sided", "two-tailed", "2-sided")) {
            j++;
        }
        if (t.isWord(j, "p", "p-value", "pvalue")) {
            j++;
        } else {
            return Optional.empty();
        }
        if (t.isWord(j, "value", "values")) {
            j++;
        }
        if (t.isSymbol(j, ":")) {
            j++;
        }
        Optional<Tokens.Sign> sign = t.sign(j);
        if (sign.isPresent()) {
            j = sign.get().next();
            if (t.isWord(j, "ns", "n.s")) {
                return Optional.of(new PMatch(ReportedP.notSignificant(text(t, i, j + 1)), j + 1));
            }
        } else if (t.isWord(j, "of", "is", "was")) {
            j++;
        } else {
            return Optional.empty();
        }
        int last = j;
        var comparison = sign.map(Tokens.Sign::comparison).orElse(Comparison.EQUAL);
        Optional<ReportedNumber> number = t.number(j, comparison).filter(n -> !n.percent());
        return number.filter(n -> !qualifies(t, last + 1))
                .map(n -> new PMatch(ReportedP.of(text(t, i, last + 1), n), last + 1));
    }

    /** "for trend", "for interaction": a p of something else than the effect beside it. */
    private static boolean qualifies(Tokens t, int i) {
        for (int j = i + 1; t.isWord(i, "for") && j < i + 4; j++) {
            if (t.isWord(
                    j,
                    "trend",
                    "trends",
                    "interaction",
                    "interactions",
                    "heterogeneity",
                    "noninferiority",
                    "non-inferiority",
                    "equivalence",
                    "homogeneity",
                    "nonlinearity",
                    "non-linearity",
                    "linearity")) {
                return true;
            }
        }
        return false;
    }

    private static String text(Tokens t, int from, int to) {
        return t.article().text().substring(t.get(from).start(), t.get(to - 1).end());
    }

    /**
     * Two limits.
     *
     * @param next index behind them
     */
    record Range(ReportedNumber lower, ReportedNumber upper, int next) {}

    /** Which separators part two limits. */
    enum Separators {
        /** Also a comma or "and". */
        ALL,
        /** A dash or "to" only. */
        PLAIN
    }

    /** Reads "0.39-0.74", "-0.5 to 0.2", "3, 8". */
    static Optional<Range> range(Tokens t, int i, Separators separators) {
        int j = i;
        if (t.isWord(j, "from", "between") || t.isSymbol(j, ":")) {
            j++;
        }
        Optional<ReportedNumber> lower = t.number(j);
        if (lower.isEmpty()) {
            return Optional.empty();
        }
        j++;
        for (int units = 0; units < 2 && t.isWord(j) && Words.isUnit(t.get(j).text()); units++) {
            j++;
        }
        boolean dashInSign = t.isNumber(j) && startsWithDash(t.get(j).text()) && !t.isSymbol(j, "-");
        if (!dashInSign) {
            boolean plain = t.isDash(j) || t.isWord(j, "to", "through");
            boolean other = separators == Separators.ALL && (t.isSymbol(j, ",;:") || t.isWord(j, "and"));
            if (!plain && !other) {
                return Optional.empty();
            }
            j++;
        }
        Optional<ReportedNumber> upper =
                dashInSign ? ReportedNumber.parse(t.get(j).text().substring(1)) : t.number(j);
        if (upper.isEmpty()) {
            return Optional.empty();
        }
        int next = j + 1;
        return Optional.of(new Range(lower.get(), upper.get(), next));
    }

    private static boolean startsWithDash(String text) {
        return Words.isDash(text.charAt(0));
    }

    /**
     * The label of an interval.
     *
     * @param level in percent
     * @param next index behind it
     */
    record Label(BigDecimal level, int next) {}

    /** Reads "95% CI", "95% confidence interval:", "CI95%", "CI 95". */
    static Optional<Label> intervalLabel(Tokens t, int i) {
        int j = i;
        Optional<BigDecimal> level = level(t, j);
        if (level.isPresent()) {
            j++;
        }
        if (t.isDash(j)) {
            j++;
        }
        int behind = intervalWord(t, j);
        if (behind < 0) {
            return Optional.empty();
        }
        j = behind;
        if (level.isEmpty()) {
            level = level(t, j).filter(value -> t.get(behind).text().endsWith("%") || t.isSymbol(behind + 1, ",:=)"));
            if (level.isPresent()) {
                j++;
            }
        }
        while (t.isSymbol(j, ",:=") || t.isWord(j, "of", "was", "is", "were")) {
            j++;
        }
        return Optional.of(new Label(level.orElse(new BigDecimal("95")), j));
    }

    private static Optional<BigDecimal> level(Tokens t, int i) {
        return t.number(i)
                .map(ReportedNumber::value)
                .filter(value -> value.compareTo(LEAST_LEVEL) >= 0 && value.compareTo(HUNDRED) < 0);
    }

    private static int intervalWord(Tokens t, int i) {
        if (t.isWord(i, "ci", "cis", "cri", "cl", "ic")) {
            return i + 1;
        }
        if (t.isWord(i, "ci95", "ic95")) {
            return t.isSymbol(i + 1, "%") ? i + 2 : i + 1;
        }
        if (t.isWord(i, "confidence", "credible", "credibility", "uncertainty")
                && t.isWord(i + 1, "interval", "intervals", "limits")) {
            boolean abbreviated = t.isOpening(i + 2) && t.isWord(i + 3, "ci", "cri", "ui") && t.isClosing(i + 4);
            return abbreviated ? i + 5 : i + 2;
        }
        return -1;
    }

    /** Index behind closing brackets, separators and "and"; at most three. */
    static int behindSeparators(Tokens t, int i) {
        int j = i;
        while (j < i + 4 && (t.isClosing(j) || t.isSymbol(j, ",;") || t.isOpening(j) || t.isWord(j, "and", "with"))) {
            j++;
        }
        return j;
    }

    /** Reads "n = 25" or "N=25". */
    static Optional<ReportedNumber> sampleSize(Tokens t, int i) {
        return t.isWord(i, "n") && t.isSymbol(i + 1, "=") ? t.count(i + 2) : Optional.empty();
    }
}
