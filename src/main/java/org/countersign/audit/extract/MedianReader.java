package org.countersign.audit.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.countersign.audit.extract.MedianReport.BoundsKind;
import org.countersign.numbers.ReportedNumber;

/**
 * Reads medians with their bounds, singly and in lists: {@code median 5 (IQR 3-8)}, {@code median [range] age 61 [18 to
 * 87]}, {@code medians of -2 (-4 to 4), -1 (-3 to 2), and 1 (-1 to 4), respectively}.
 */
final class MedianReader {

    private static final int REACH = 16;
    private static final int MOST = 24;

    private MedianReader() {}

    /** All medians of the list that starts behind the word at i. */
    static List<Match> read(Tokens t, int i) {
        if (!t.isWord(i, "median", "medians", "mdn") || t.isWord(i + 1, "difference", "differences")) {
            return List.of();
        }
        BoundsKind heading = BoundsKind.NOT_STATED;
        int j = i + 1;
        while (j < i + REACH && !t.isNumber(j)) {
            if (t.isBoundary(j) || t.isWord(j, "mean", "difference", "ratio")) {
                return List.of();
            }
            heading = heading == BoundsKind.NOT_STATED ? kind(t, j) : heading;
            j++;
        }
        List<Item> items = items(t, j, heading);
        List<String> subjects = items.size() > 1 ? SubjectReader.list(t, j, items.size()) : List.of();
        List<Match> matches = new ArrayList<>();
        for (int k = 0; k < items.size(); k++) {
            Optional<String> subject = items.size() == 1
                    ? SubjectReader.between(t, i, j).or(() -> SubjectReader.before(t, i))
                    : subjects.isEmpty() ? Optional.empty() : Optional.of(subjects.get(k));
            Item item = items.get(k);
            MedianReport report = new MedianReport(
                    t.excerpt(item.at(), item.next()),
                    subject,
                    item.median(),
                    item.range().lower(),
                    item.range().upper(),
                    item.kind(),
                    Optional.empty());
            matches.add(new Match(report, item.next()));
        }
        return matches;
    }

    private record Item(int at, ReportedNumber median, Phrases.Range range, BoundsKind kind, int next) {}

    private static List<Item> items(Tokens t, int first, BoundsKind heading) {
        List<Item> items = new ArrayList<>();
        int j = first;
        while (items.size() < MOST) {
            Optional<Item> item = item(t, j, heading);
            if (item.isEmpty()) {
                break;
            }
            items.add(item.get());
            j = item.get().next();
            int separators = 0;
            while (separators < 8 && (t.isSymbol(j, ",;") || t.isWord(j) && !t.isWord(j, "mean", "range"))) {
                j++;
                separators++;
            }
            if (separators == 0) {
                break;
            }
        }
        return items;
    }

    private static Optional<Item> item(Tokens t, int j, BoundsKind heading) {
        Optional<ReportedNumber> median = t.number(j).filter(n -> !n.percent());
        int open = j + 1;
        for (int units = 0;
                units < 2 && t.isWord(open) && Words.isUnit(t.get(open).text());
                units++) {
            open++;
        }
        if (median.isEmpty()
                || !t.isOpening(open)
                || Phrases.intervalLabel(t, open + 1).isPresent()) {
            return Optional.empty();
        }
        int k = open + 1;
        BoundsKind kind = heading;
        int words = 0;
        while (words < 5 && (t.isWord(k) || t.isSymbol(k, ",:=[-")) && !t.isNumber(k)) {
            BoundsKind named = kind(t, k);
            kind = named == BoundsKind.NOT_STATED ? kind : named;
            k += t.isWord(k, "interquartile") && t.isWord(k + 1, "range") ? 2 : 1;
            words++;
        }
        if (t.isNumber(k) && t.isPercent(k)) {
            return Optional.empty();
        }
        BoundsKind found = kind;
        int at = j;
        int open2 = open;
        return Phrases.range(t, k, Phrases.Separators.ALL).flatMap(range -> {
            int close = t.closing(open2, 24);
            boolean ends = close >= range.next() && close <= range.next() + 8;
            return ends ? Optional.of(new Item(at, median.get(), range, found, close + 1)) : Optional.empty();
        });
    }

    private static BoundsKind kind(Tokens t, int j) {
        if (t.isWord(j, "iqr", "interquartile", "quartiles", "quartile", "q1", "q1-q3", "iqrs")) {
            return BoundsKind.QUARTILES;
        }
        if (t.isWord(j, "range", "min-max", "minimum")
                && !t.isWord(j - 1, "interquartile", "quartile", "inter-quartile")) {
            return BoundsKind.RANGE;
        }
        return BoundsKind.NOT_STATED;
    }
}
