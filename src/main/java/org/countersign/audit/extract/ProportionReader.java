package org.countersign.audit.extract;

import java.util.Optional;
import org.countersign.audit.extract.ProportionReport.TotalSource;
import org.countersign.numbers.ReportedNumber;

/**
 * Reads a count of a total: {@code 27/295 (9.2%)}, {@code 27 of 295 patients (9.2%)}, {@code 27 (9.2%) of 295},
 * {@code 9.2% (27/295)}, {@code 9.2% [27 of 295]}.
 */
final class ProportionReader {

    private static final int MOST_WORDS = 4;

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
                    ? Optional.empty()
                    : t.count(total).flatMap(n -> match(t, i, count.get(), n, t.number(i + 2), total + 1));
        }
        int total = t.isSymbol(i + 1, "/") ? i + 2 : behindOf(t, i + 1);
        if (total < 0) {
            return Optional.empty();
        }
        return t.count(total).flatMap(n -> withPercent(t, i, count.get(), n, total + 1));
    }

    /** The percentage in the bracket behind total and noun, if there is one. */
    private static Optional<Match> withPercent(
            Tokens t, int i, ReportedNumber count, ReportedNumber total, int behind) {
        int j = behind;
        while (j < behind + MOST_WORDS && t.isWord(j)) {
            j++;
        }
        if (t.isOpening(j) && isPercentAt(t, j + 1) && endsPercent(t, afterPercent(t, j + 1))) {
            int next = afterPercent(t, j + 1);
            int end = t.isClosing(next) ? next + 1 : next;
            return match(t, i, count, total, t.number(j + 1), end);
        }
        boolean inline =
                j == behind && t.isSymbol(j, ",;=") && isPercentAt(t, j + 1) && t.isClosing(afterPercent(t, j + 1));
        if (inline) {
            return match(t, i, count, total, t.number(j + 1), afterPercent(t, j + 1));
        }
        boolean plausible = count.value().compareTo(total.value()) <= 0;
        return plausible ? match(t, i, count, total, Optional.empty(), behind) : Optional.empty();
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
        return ends ? t.count(total).flatMap(n -> match(t, i, count.get(), n, t.number(i), end)) : Optional.empty();
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
            Tokens t, int i, ReportedNumber count, ReportedNumber total, Optional<ReportedNumber> percent, int end) {
        Optional<ReportedNumber> asPercent =
                percent.map(p -> new ReportedNumber(p.text(), p.comparison(), p.value(), p.unit(), true));
        return Optional.of(
                new Match(new ProportionReport(t.excerpt(i, end), count, total, asPercent, TotalSource.BESIDE), end));
    }
}
