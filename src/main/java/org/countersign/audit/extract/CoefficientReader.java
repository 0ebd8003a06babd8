package org.countersign.audit.extract;

import java.util.Optional;
import org.countersign.numbers.Comparison;
import org.countersign.numbers.ReportedNumber;

/** Reads coefficients that are at most one in size: {@code Cronbach's alpha = 0.87}, {@code κ = 0.71}, {@code ICC 0.9}. */
final class CoefficientReader {

    private CoefficientReader() {}

    static Optional<Match> read(Tokens t, int i) {
        boolean named = t.isWord(i, "kappa", "\u03ba", "icc", "alpha", "\u03b1", "rho", "\u03c1", "r")
                && (!t.isWord(i, "alpha", "\u03b1") || isReliability(t, i));
        if (!named) {
            return Optional.empty();
        }
        Optional<Tokens.Sign> sign = t.sign(i + 1);
        int at = sign.map(Tokens.Sign::next).orElse(t.isWord(i + 1, "of", "was") ? i + 2 : -1);
        Optional<ReportedNumber> value = at < 0
                ? Optional.empty()
                : t.number(at, sign.map(Tokens.Sign::comparison).orElse(Comparison.EQUAL))
                        .filter(n -> !n.percent());
        if (value.isEmpty() || t.isWord(at + 1) || IntervalReader.read(t, at).isPresent()) {
            return Optional.empty();
        }
        Optional<Phrases.PMatch> p = Phrases.p(t, Phrases.behindSeparators(t, at + 1));
        boolean correlation = t.isWord(i, "r", "rho", "\u03c1");
        if (correlation && p.isEmpty()) {
            return Optional.empty();
        }
        int end = p.map(Phrases.PMatch::next).orElse(at + 1);
        CoefficientReport report =
                new CoefficientReport(t.excerpt(i, end), t.get(i).text(), value.get(), p.map(Phrases.PMatch::p));
        return Optional.of(new Match(report, end));
    }

    /** Not the level of significance. */
    private static boolean isReliability(Tokens t, int i) {
        for (int j = i - 1; j >= i - 3; j--) {
            if (t.isWord(
                    j,
                    "cronbach",
                    "cronbach's",
                    "cronbach\u2019s",
                    "krippendorff's",
                    "krippendorff\u2019s",
                    "coefficient")) {
                return true;
            }
        }
        return false;
    }
}
