package org.countersign.audit.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.countersign.audit.extract.SplitReport.Part;
import org.countersign.audit.extract.SplitReport.TotalBinding;
import org.countersign.numbers.ReportedNumber;

/**
 * Reads how a total was allocated: {@code 240 patients were randomised (130 to placebo, 110 to exercise)}; {@code 240
 * patients, of whom 130 received placebo and 110 exercise}. Every group must have that form, or nothing is read.
 */
final class AllocationReader {

    private static final int MOST_PARTS = 6;
    private static final int MOST_WORDS = 6;
    private static final int REACH = 60;

    private AllocationReader() {}

    /** A total at i with its groups right behind it. */
    static Optional<Match> read(Tokens t, int i) {
        Optional<ReportedNumber> total = t.count(i);
        if (total.isEmpty() || isPartOfAnother(t, i)) {
            return Optional.empty();
        }
        int behind = behindWords(t, i);
        if (t.isWord(behind, "of") && t.isWord(behind + 1, "whom", "which")) {
            return subset(t, i, total.get(), behind + 2);
        }
        if (t.isSymbol(behind, ",") && t.isWord(behind + 1, "of") && t.isWord(behind + 2, "whom", "which")) {
            return subset(t, i, total.get(), behind + 3);
        }
        if (t.isSymbol(behind, ",") && t.isWord(i - 1, "of") && (i < 2 || t.isBoundary(i - 2))) {
            return subset(t, i, total.get(), behind + 1);
        }
        return isAllocated(t, i, behind) ? allocated(t, i, total.get(), behind) : Optional.empty();
    }

    /** "120 of the 240 patients": not the number that was allocated. */
    private static boolean isPartOfAnother(Tokens t, int i) {
        for (int j = i - 1; j >= i - 3; j--) {
            if (t.isSymbol(j, "/")
                    || t.isWord(j, "of")
                            && !t.isWord(j - 1, "total")
                            && t.count(j - 1).isPresent()) {
                return true;
            }
        }
        return false;
    }

    /** Behind the words of a total and a ratio of allocation: "patients were randomised 1:1". */
    private static int behindWords(Tokens t, int i) {
        int j = i + 1;
        while (j <= i + MOST_WORDS + 1 && t.isWord(j) && !(t.isWord(j, "of") && t.isWord(j + 1, "whom", "which"))) {
            j++;
        }
        if (t.count(j).isPresent() && t.isSymbol(j + 1, ":") && t.count(j + 2).isPresent()) {
            j += 3;
        }
        return t.isWord(j, "ratio") ? j + 1 : j;
    }

    private static boolean isVerb(Tokens t, int j) {
        return t.isWord(j, "randomised", "randomized", "assigned", "allocated");
    }

    /** Whether tokens (i, to) say that so many were allocated, and nothing else. */
    private static boolean isAllocated(Tokens t, int i, int to) {
        boolean allocated = isVerb(t, i - 1);
        for (int j = i + 1; j < to; j++) {
            allocated |= isVerb(t, j);
            boolean plain = !t.isWord(j)
                    || Words.isAllocation(t.get(j).text())
                    || Words.isPersons(t.get(j).text())
                    || t.isWord(j, "were", "was", "then", "eligible", "adult", "in", "a", "ratio");
            if (!plain) {
                return false;
            }
        }
        return allocated;
    }

    private static Optional<Match> allocated(Tokens t, int i, ReportedNumber total, int behind) {
        boolean bracket = t.isOpening(behind);
        if (!bracket && !t.isSymbol(behind, ",:")) {
            return Optional.empty();
        }
        int end = bracket ? t.closing(behind, REACH) : boundary(t, behind);
        if (end < 0) {
            return Optional.empty();
        }
        TotalBinding binding = t.isSymbol(behind, ",") ? TotalBinding.SENTENCE : TotalBinding.BRACKET;
        return match(t, i, total, binding, parts(t, behind + 1, end, Form.ALLOCATED), bracket ? end + 1 : end);
    }

    private static Optional<Match> subset(Tokens t, int i, ReportedNumber total, int from) {
        boolean persons = false;
        for (int j = i + 1; j <= i + MOST_WORDS && t.isWord(j); j++) {
            persons |= Words.isPersons(t.get(j).text())
                    || Words.isAllocation(t.get(j).text());
        }
        int end = boundary(t, from);
        if (!persons || end < 0) {
            return Optional.empty();
        }
        List<Part> parts = parts(t, from, end, Form.RECEIVED);
        boolean comparator = parts.stream()
                        .filter(part -> Words.isComparator(part.label().split(" ", 2)[0]))
                        .count()
                == 1;
        return comparator ? match(t, i, total, TotalBinding.SUBSET, parts, end) : Optional.empty();
    }

    private static Optional<Match> match(
            Tokens t, int i, ReportedNumber total, TotalBinding binding, List<Part> parts, int end) {
        return parts.size() < 2 || parts.size() > MOST_PARTS
                ? Optional.empty()
                : Optional.of(new Match(new SplitReport(t.excerpt(i, end), Optional.of(total), binding, parts), end));
    }

    private static int boundary(Tokens t, int from) {
        for (int j = from; j < from + REACH; j++) {
            if (t.isBoundary(j)) {
                return t.isSymbol(j - 1, ".") ? j - 1 : j;
            }
        }
        return -1;
    }

    /** How a group is said. */
    private enum Form {
        /** "130 to placebo". */
        ALLOCATED,
        /** "130 received placebo", and then perhaps "110 exercise". */
        RECEIVED
    }

    /** The groups that tokens [from, to) list; empty if anything else is among them. */
    private static List<Part> parts(Tokens t, int from, int to, Form form) {
        List<Part> parts = new ArrayList<>();
        int j = from;
        while (j < to) {
            if (t.isSymbol(j, ",;") || t.isWord(j, "and")) {
                j++;
                continue;
            }
            Optional<ReportedNumber> count = t.count(j);
            int k = j + 1;
            if (t.isOpening(k) && t.isPercent(k + 1) && t.isClosing(k + 2)) {
                k += 3;
            }
            int label = behindVerb(t, k);
            boolean ellipsis = form == Form.RECEIVED && !parts.isEmpty() && label == k;
            if (count.isEmpty() || !ellipsis && !says(t, k, label, form)) {
                return List.of();
            }
            int end = label;
            while (end < to && t.isWord(end) && !t.isWord(end, "and")) {
                end++;
            }
            Optional<String> name = label(t, label, end);
            if (name.isEmpty() || end < to && !t.isSymbol(end, ",;") && !t.isWord(end, "and")) {
                return List.of();
            }
            parts.add(new Part(name.get(), count.get()));
            j = end;
        }
        return parts;
    }

    private static boolean says(Tokens t, int from, int to, Form form) {
        for (int j = from; j < to; j++) {
            if (t.isWord(j, "to") || form == Form.RECEIVED && t.isWord(j, "received")) {
                return true;
            }
        }
        return false;
    }

    private static int behindVerb(Tokens t, int from) {
        int j = from;
        while (t.isWord(
                j,
                "were",
                "was",
                "randomly",
                "randomised",
                "randomized",
                "assigned",
                "allocated",
                "to",
                "received",
                "receive",
                "the",
                "a")) {
            j++;
        }
        return j;
    }

    /** One to four words that name a group; not "each", "either", "at least one dose". */
    private static Optional<String> label(Tokens t, int from, int to) {
        if (to == from || to > from + 4) {
            return Optional.empty();
        }
        StringBuilder label = new StringBuilder();
        for (int j = from; j < to; j++) {
            if (t.isWord(
                    j,
                    "each",
                    "either",
                    "or",
                    "both",
                    "least",
                    "dose",
                    "doses",
                    "run-in",
                    "also",
                    "first",
                    "then",
                    "any",
                    "only",
                    "plus",
                    "with",
                    "of",
                    "remaining",
                    "rest",
                    "other",
                    "others",
                    "per")) {
                return Optional.empty();
            }
            label.append(j > from ? " " : "").append(t.get(j).lower());
        }
        return Optional.of(label.toString());
    }
}
