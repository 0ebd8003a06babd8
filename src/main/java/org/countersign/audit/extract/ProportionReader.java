package org.countersign.audit.extract;

import java.math.BigDecimal;
import java.util.Optional;
import org.countersign.audit.extract.ProportionReport.TotalSource;
import org.countersign.numbers.ReportedNumber;

/**
 * Reads a count of a total: {@code 27/295 (9.2%)}, {@code 27 of 295 patients (9.2%)}, {@code 27 (9.2%) of 295},
 * {@code 9.2% (27/295)}, {@code 9.2% [27 of 295]}.
 */
final class ProportionReader {

    private static final int MOST_WORDS = 4;

    /** Below this, two numbers and a slash are a grade or a ratio more often than a count. */
    private static final BigDecimal LEAST_SLASHED = BigDecimal.valueOf(6);

    private ProportionReader() {}

    static Optional<Match> read(Tokens t, int i) {
        return t.isPercent(i) ? percentFirst(t, i) : countFirst(t, i);
    }

    private static Optional<Match> countFirst(Tokens t, int i) {
        Optional<ReportedNumber> count = t.count(i);
        if (count.isEmpty()) {
            return Optional.empty();
        }
        if (t.isOpening(i + 1) && t.isPercent(i + 2) && t.isClosing(i + 3)) {
            int total = behindOf(t, i + 4);
            return total < 0
                    ? ofBefore(t, i, count.get())
                    : t.count(total)
                            .flatMap(n -> match(t, i, count.get(), n, t.number(i + 2), TotalSource.BESIDE, total + 1));
        }
        boolean slash = t.isSymbol(i + 1, "/");
        int total = slash ? i + 2 : behindOf(t, i + 1);
        if (total < 0 || slash && isOtherPair(t, i)) {
            return Optional.empty();
        }
        return t.count(total)
                .filter(n -> !slash || n.value().compareTo(LEAST_SLASHED) >= 0)
                .flatMap(n -> withPercent(t, i, count.get(), n, total + 1));
    }

    /** "grade 3/4", "vision 6/12", "140/90": two numbers that are no count of a total. */
    private static boolean isOtherPair(Tokens t, int i) {
        for (int j = i - 1; j >= i - 4 && !t.isBoundary(j); j--) {
            if (t.isWord(j) && Words.isScaleName(t.get(j).lower())) {
                return true;
            }
        }
        return false;
    }

    /** "Of 1,815 persons, 1,514 (83%) joined": the total stands at the beginning of the sentence. */
    private static Optional<Match> ofBefore(Tokens t, int i, ReportedNumber count) {
        for (int j = i - 1; j >= Math.max(0, i - 9) && !t.isBoundary(j); j--) {
            if (t.isNumber(j)) {
                boolean first = t.isWord(j - 1, "of") && (t.isBoundary(j - 2) || j < 2)
                        || t.isWord(j - 1, "the") && t.isWord(j - 2, "of") && (t.isBoundary(j - 3) || j < 3);
                boolean another = t.isWord(i + 4, "of", "among", "in", "from");
                return first && !another
                        ? t.count(j)
                                .flatMap(n -> match(t, i, count, n, t.number(i + 2), TotalSource.SENTENCE_START, i + 4))
                        : Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** The percentage in the bracket behind total and noun, if there is one. */
    private static Optional<Match> withPercent(
            Tokens t, int i, ReportedNumber count, ReportedNumber total, int behind) {
        int j = behind;
        boolean slash = t.isSymbol(i + 1, "/");
        while (j < behind + MOST_WORDS
                && t.isWord(j)
                && (!slash || Words.isPersons(t.get(j).text()))) {
            j++;
        }
        if (t.isOpening(j) && isPercentAt(t, j + 1) && endsPercent(t, afterPercent(t, j + 1))) {
            int next = afterPercent(t, j + 1);
            int end = t.isClosing(next) ? next + 1 : next;
            return match(t, i, count, total, t.number(j + 1), TotalSource.BESIDE, end);
        }
        boolean inline =
                j == behind && t.isSymbol(j, ",;=") && isPercentAt(t, j + 1) && t.isClosing(afterPercent(t, j + 1));
        if (inline) {
            return match(t, i, count, total, t.number(j + 1), TotalSource.BESIDE, afterPercent(t, j + 1));
        }
        boolean plausible = count.value().compareTo(total.value()) <= 0;
        return plausible ? match(t, i, count, total, Optional.empty(), TotalSource.BESIDE, behind) : Optional.empty();
    }

    private static Optional<Match> percentFirst(Tokens t, int i) {
        int open = i + 1;
        if (!t.isOpening(open)) {
            return Optional.empty();
        }
        int j = t.isWord(open + 1, "n") && t.isSymbol(open + 2, "=") ? open + 3 : open + 1;
        Optional<ReportedNumber> count = t.count(j);
        int total = t.isSymbol(j + 1, "/") ? j + 2 : behindOf(t, j + 1);
        if (count.isEmpty() || total < 0) {
            return Optional.empty();
        }
        boolean ends = t.isClosing(total + 1) || t.isSymbol(total + 1, ",;") || t.isWord(total + 1);
        int end = t.isClosing(total + 1) ? total + 2 : total + 1;
        return ends
                ? t.count(total).flatMap(n -> match(t, i, count.get(), n, t.number(i), TotalSource.BESIDE, end))
                : Optional.empty();
    }

    private static boolean isPercentAt(Tokens t, int i) {
        return t.isPercent(i) || t.isNumber(i) && t.isWord(i + 1, "percent");
    }

    private static int afterPercent(Tokens t, int i) {
        return t.isPercent(i) ? i + 1 : i + 2;
    }

    /** A percentage ends with its bracket or a separator; "95% CI" is another thing. */
    private static boolean endsPercent(Tokens t, int i) {
        return t.isClosing(i) || t.isSymbol(i, ",;");
    }

    /** Index of the number behind "of", "of the", "out of", "among"; -1 if there is none. */
    private static int behindOf(Tokens t, int i) {
        int j = i;
        if (t.isWord(j, "out")) {
            j++;
        }
        if (!t.isWord(j, "of")) {
            return -1;
        }
        j++;
        while (t.isWord(j, "the", "all", "a", "total", "of", "these", "those") && j < i + 5) {
            j++;
        }
        return t.count(j).isPresent() ? j : -1;
    }

    private static Optional<Match> match(
            Tokens t,
            int i,
            ReportedNumber count,
            ReportedNumber total,
            Optional<ReportedNumber> percent,
            TotalSource source,
            int end) {
        Optional<ReportedNumber> asPercent =
                percent.map(p -> new ReportedNumber(p.text(), p.comparison(), p.value(), p.unit(), true));
        return Optional.of(new Match(new ProportionReport(t.excerpt(i, end), count, total, asPercent, source), end));
    }
}
