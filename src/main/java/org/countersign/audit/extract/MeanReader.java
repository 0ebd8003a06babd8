package org.countersign.audit.extract;

import java.util.Optional;
import org.countersign.audit.extract.MeanReport.SpreadKind;
import org.countersign.numbers.ReportedNumber;

/**
 * Reads a mean with its spread: {@code 49.1 ± 15.2}, {@code 49.1 (SD 15.2)}, {@code M = 3.45, SD = 1.20, n = 25},
 * {@code mean (SD) 49.1 (15.2)}; with n and range where they stand beside.
 */
final class MeanReader {

    private static final int HEADER_REACH = 30;

    private MeanReader() {}

    static Optional<Match> read(Tokens t, int i) {
        if (!t.isNumber(i) || t.isPercent(i) || t.isSymbol(i - 1, "/")) {
            return Optional.empty();
        }
        int j = i + 1;
        for (int units = 0; units < 2 && t.isWord(j) && Words.isUnit(t.get(j).text()); units++) {
            j++;
        }
        if (isPlusMinus(t, j)) {
            int spread = t.isSymbol(j, "+") ? j + 3 : j + 1;
            SpreadKind trailing = kind(t, t.isOpening(spread + 1) ? spread + 2 : spread + 1);
            SpreadKind kind = trailing == SpreadKind.NOT_STATED ? headerKind(t, i) : trailing;
            return match(t, i, spread, kind, spread + 1);
        }
        int k = t.isOpening(j) || t.isSymbol(j, ",;") ? j + 1 : j;
        if (isPlusMinus(t, k)) {
            k++;
        }
        SpreadKind named = kind(t, k);
        if (named != SpreadKind.NOT_STATED && k > j) {
            int spread = behindName(t, k);
            return match(t, i, spread, named, spread + 1);
        }
        boolean lone = t.isOpening(j) && t.isNumber(j + 1) && !t.isPercent(j + 1) && t.isClosing(j + 2);
        if (lone) {
            SpreadKind kind = headerKind(t, i);
            return kind == SpreadKind.NOT_STATED ? Optional.empty() : match(t, i, j + 1, kind, j + 3);
        }
        return Optional.empty();
    }

    private static Optional<Match> match(Tokens t, int i, int spread, SpreadKind kind, int end) {
        Optional<ReportedNumber> mean = t.number(i);
        Optional<ReportedNumber> width = t.number(spread).filter(n -> !n.percent());
        if (mean.isEmpty() || width.isEmpty()) {
            return Optional.empty();
        }
        Optional<Phrases.Range> range = rangeBehind(t, end);
        boolean opened = false;
        for (int j = i; j < end; j++) {
            opened |= t.isOpening(j);
        }
        int last = opened && t.isClosing(end) ? end + 1 : end;
        MeanReport report = new MeanReport(
                t.excerpt(i, last),
                mean.get(),
                width.get(),
                kind,
                sampleSize(t, i, end),
                range.map(Phrases.Range::lower),
                range.map(Phrases.Range::upper));
        return Optional.of(new Match(report, end));
    }

    private static boolean isPlusMinus(Tokens t, int i) {
        return t.isSymbol(i, "\u00b1") || t.isSymbol(i, "+") && t.isSymbol(i + 1, "/") && t.isDash(i + 2);
    }

    private static SpreadKind kind(Tokens t, int i) {
        if (t.isWord(i, "sd", "sds", "s.d", "std")
                || t.isWord(i, "standard") && t.isWord(i + 1, "deviation", "deviations")) {
            return SpreadKind.SD;
        }
        if (t.isWord(i, "se", "sem", "sems") || t.isWord(i, "standard") && t.isWord(i + 1, "error", "errors")) {
            return SpreadKind.SE;
        }
        return SpreadKind.NOT_STATED;
    }

    private static int behindName(Tokens t, int i) {
        int j = t.isWord(i, "standard") ? i + 2 : i + 1;
        while (t.isSymbol(j, "=:,") || t.isWord(j, "of", "was")) {
            j++;
        }
        return j;
    }

    /** What a heading such as "mean (SD)" or "mean ± SD" earlier in the sentence says. */
    private static SpreadKind headerKind(Tokens t, int i) {
        for (int j = i - 1; j >= Math.max(0, i - HEADER_REACH) && !t.isBoundary(j); j--) {
            SpreadKind kind = kind(t, j);
            boolean heading = kind != SpreadKind.NOT_STATED
                    && (t.isOpening(j - 1) && isMeanBefore(t, j - 2)
                            || isPlusMinus(t, j - 1)
                            || isMeanBefore(t, j - 1));
            boolean ownNumber = t.isNumber(j + 1) && !(j + 1 == i && isPlusMinus(t, j - 1));
            if (heading && !ownNumber && !t.isSymbol(j + 1, "=")) {
                return kind;
            }
        }
        return SpreadKind.NOT_STATED;
    }

    private static boolean isMeanBefore(Tokens t, int i) {
        return t.isWord(i, "mean", "means", "m", "average");
    }

    /** n in the same bracket behind, or shortly before. */
    private static Optional<ReportedNumber> sampleSize(Tokens t, int i, int end) {
        for (int j = end; j < end + 4 && !t.isBoundary(j); j++) {
            Optional<ReportedNumber> n = Phrases.sampleSize(t, j);
            if (n.isPresent()) {
                return n;
            }
            if (!t.isClosing(j) && !t.isSymbol(j, ",;") && !t.isOpening(j)) {
                break;
            }
        }
        for (int j = i - 1; j >= Math.max(0, i - 8) && !t.isBoundary(j); j--) {
            Optional<ReportedNumber> n = Phrases.sampleSize(t, j);
            if (n.isPresent()) {
                return n;
            }
            boolean size = t.isNumber(j) && t.isSymbol(j - 1, "=") && t.isWord(j - 2, "n");
            boolean link = size || t.isSymbol(j, "=,;:()[") || t.isWord(j, "m", "mean", "n", "scored", "score");
            if (!link) {
                break;
            }
        }
        return Optional.empty();
    }

    /** "range 18-87" behind the spread. */
    private static Optional<Phrases.Range> rangeBehind(Tokens t, int end) {
        int j = end;
        while (j < end + 3 && (t.isSymbol(j, ",;") || t.isOpening(j))) {
            j++;
        }
        if (!t.isWord(j, "range", "min-max")) {
            return Optional.empty();
        }
        int k = t.isSymbol(j + 1, ",:=") ? j + 2 : j + 1;
        return Phrases.range(t, k, Phrases.Separators.PLAIN);
    }
}
