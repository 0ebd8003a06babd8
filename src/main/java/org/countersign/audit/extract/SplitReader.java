package org.countersign.audit.extract;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.countersign.audit.extract.SplitReport.Part;
import org.countersign.audit.extract.SplitReport.TotalBinding;
import org.countersign.numbers.ReportedNumber;

/**
 * Reads a total and its groups: {@code 135 students (intervention = 51; control = 84)}; {@code 240 patients were randomly
 * assigned to drug (n = 120) or placebo (n = 120)}; {@code 51 in the intervention group and 84 in the control group}, the
 * total before them or in the sentence before.
 */
final class SplitReader {

    private static final int MOST_PARTS = 6;

    private SplitReader() {}

    /** A total at i with its groups in the bracket behind it. */
    static Optional<Match> bracket(Tokens t, int i) {
        Optional<ReportedNumber> total = t.count(i);
        int open = i + 1;
        while (open < i + 6 && t.isWord(open)) {
            open++;
        }
        if (total.isEmpty() || open == i + 1 || !t.isOpening(open)) {
            return Optional.empty();
        }
        int close = t.closing(open, 60);
        if (close < 0) {
            return Optional.empty();
        }
        List<Part> parts = parts(t, open + 1, close);
        if (parts.size() < 2 || parts.size() > MOST_PARTS) {
            return Optional.empty();
        }
        boolean groups = areArms(parts) || areSexes(parts);
        if (!groups && !sumsTo(parts, total.get())) {
            return Optional.empty();
        }
        return Optional.of(
                new Match(new SplitReport(t.excerpt(i, close + 1), total, TotalBinding.BRACKET, parts), close + 1));
    }

    /** Items with one count and some words each, parted by separators; empty if an item has another form. */
    private static List<Part> parts(Tokens t, int from, int to) {
        List<Part> parts = new ArrayList<>();
        Optional<ReportedNumber> count = Optional.empty();
        StringBuilder label = new StringBuilder();
        for (int j = from; j <= to; j++) {
            boolean end = j == to || t.isSymbol(j, ";,") || t.isWord(j, "and", "vs", "versus", "or");
            if (end) {
                if (count.isPresent() && label.length() > 0) {
                    parts.add(new Part(label.toString(), count.get()));
                } else if (count.isPresent() || label.length() > 0) {
                    return List.of();
                }
                count = Optional.empty();
                label.setLength(0);
            } else if (t.isNumber(j)) {
                if (count.isPresent() || t.count(j).isEmpty()) {
                    return List.of();
                }
                count = t.count(j);
            } else if (t.isOpening(j)) {
                int close = t.closing(j, 8);
                boolean percent = close > 0 && close < to && t.isPercent(j + 1) && close == j + 2;
                if (!percent) {
                    return List.of();
                }
                j = close;
            } else if (t.isWord(j)) {
                if (!t.isWord(j, "n", "in", "the", "to", "assigned", "were")) {
                    label.append(label.length() > 0 ? " " : "")
                            .append(Words.lower(t.get(j).text()));
                }
            } else if (!t.isSymbol(j, "=:")) {
                return List.of();
            }
        }
        return parts;
    }

    /** All are names of arms, one of them of the arm that the others are compared with. */
    private static boolean areArms(List<Part> parts) {
        boolean comparator = false;
        for (Part part : parts) {
            boolean sex = false;
            for (String word : part.label().split(" ", 8)) {
                comparator |= Words.isComparator(word);
                sex |= Words.isMale(word) || Words.isFemale(word);
            }
            if (sex || !isGroupName(part.label())) {
                return false;
            }
        }
        return comparator;
    }

    private static boolean areSexes(List<Part> parts) {
        return parts.size() == 2
                && (Words.isMale(parts.get(0).label())
                                && Words.isFemale(parts.get(1).label())
                        || Words.isFemale(parts.get(0).label())
                                && Words.isMale(parts.get(1).label()));
    }

    private static boolean isGroupName(String label) {
        for (String word : label.split(" ", 8)) {
            if (Words.isGroup(word)) {
                return true;
            }
        }
        return false;
    }

    private static boolean sumsTo(List<Part> parts, ReportedNumber total) {
        return parts.stream()
                        .map(part -> part.count().value())
                        .reduce(BigDecimal.ZERO, BigDecimal::add)
                        .compareTo(total.value())
                == 0;
    }

    /** The groups of one sentence, tokens [from, to), with a total in it or in the sentence before, [before, from). */
    static Optional<Match> sentence(Tokens t, int before, int from, int to) {
        if (to - from > 400) {
            return Optional.empty();
        }
        List<Span> places = new ArrayList<>();
        List<Part> parts = sizes(t, from, to, places);
        if (parts.size() < 2) {
            places.clear();
            parts = grouped(t, from, to, places);
        }
        if (parts.size() < 2 || parts.size() > MOST_PARTS) {
            return Optional.empty();
        }
        int first = places.get(0).from();
        int last = places.get(places.size() - 1).to();
        Optional<ReportedNumber> own = persons(t, from, first);
        Optional<ReportedNumber> total = own.isPresent() ? own : persons(t, before, from);
        List<Part> found = parts;
        boolean distinct = total.isEmpty()
                || found.stream()
                        .allMatch(part ->
                                part.count().value().compareTo(total.get().value()) < 0);
        SplitReport report = new SplitReport(
                t.excerpt(first, last),
                distinct ? total : Optional.empty(),
                own.isPresent() ? TotalBinding.SENTENCE : TotalBinding.NEIGHBOUR,
                parts);
        return Optional.of(new Match(report, last));
    }

    /** Tokens [from, to) of one group. */
    private record Span(int from, int to) {}

    /** "drug (n = 120) or placebo (n = 120)" in a sentence of allocation. */
    private static List<Part> sizes(Tokens t, int from, int to, List<Span> places) {
        List<Part> parts = new ArrayList<>();
        boolean allocation = false;
        for (int j = from; j < to; j++) {
            allocation |= t.isWord(j) && Words.isAllocation(t.get(j).text());
            if (t.isOpening(j) && t.isClosing(j + 4)) {
                Optional<ReportedNumber> n = Phrases.sampleSize(t, j + 1);
                String label = labelBefore(t, j, from);
                if (n.isPresent() && !label.isEmpty()) {
                    parts.add(new Part(label, n.get()));
                    places.add(new Span(j - label.split(" ", -1).length, j + 5));
                }
            }
        }
        return allocation ? parts : List.of();
    }

    private static String labelBefore(Tokens t, int open, int from) {
        StringBuilder label = new StringBuilder();
        for (int j = open - 1; j >= Math.max(from, open - 3) && t.isWord(j); j--) {
            if (t.isWord(j, "to", "or", "and", "the", "in", "either", "receive")) {
                break;
            }
            label.insert(0, Words.lower(t.get(j).text()) + (label.length() > 0 ? " " : ""));
        }
        return label.toString();
    }

    /** "51 in the intervention group and 84 in the control group". */
    private static List<Part> grouped(Tokens t, int from, int to, List<Span> places) {
        List<Part> parts = new ArrayList<>();
        for (int j = from; j < to; j++) {
            if (t.count(j).isEmpty() || !t.isWord(j + 1, "in", "to", "were", "assigned", "allocated", "received")) {
                continue;
            }
            Optional<String> name = Optional.empty();
            boolean toGroup = false;
            int k = j + 1;
            for (; k < j + 7 && t.isWord(k) && !(toGroup && name.isPresent()); k++) {
                toGroup |= t.isWord(k, "group", "arm");
                if (name.isEmpty() && Words.isGroup(t.get(k).text()) && !t.isWord(k, "group", "arm")) {
                    name = Optional.of(Words.lower(t.get(k).text()));
                }
            }
            if (name.isPresent() && (toGroup || t.isWord(j + 1, "in", "to"))) {
                parts.add(new Part(name.get(), t.count(j).orElseThrow()));
                places.add(new Span(j, k));
            }
        }
        return parts;
    }

    /** The number of persons in tokens [from, to): "total of 135", or a count with a noun for persons behind it. */
    private static Optional<ReportedNumber> persons(Tokens t, int from, int to) {
        Optional<ReportedNumber> found = Optional.empty();
        for (int j = from; j < to; j++) {
            Optional<ReportedNumber> count = t.count(j);
            if (count.isEmpty()) {
                continue;
            }
            if (t.isWord(j - 1, "of") && t.isWord(j - 2, "total")) {
                return count;
            }
            boolean persons = false;
            for (int k = j + 1; k < j + 4 && t.isWord(k); k++) {
                persons |= Words.isPersons(t.get(k).text());
            }
            boolean share = t.isWord(j - 1, "of") || t.isWord(j + 1, "of") || t.isSymbol(j - 1, "/");
            if (persons && !share) {
                if (found.isPresent()) {
                    return Optional.empty();
                }
                found = count;
            }
        }
        return found;
    }
}
