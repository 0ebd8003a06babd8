package org.countersign.verify;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.countersign.analysis.Ledger;
import org.countersign.analysis.LedgerEntry;
import org.countersign.audit.text.Article;
import org.countersign.audit.text.Place;
import org.countersign.numbers.Comparison;
import org.countersign.numbers.Decimals;
import org.countersign.numbers.NumberScanner;
import org.countersign.numbers.ReportedNumber;
import org.countersign.numbers.RoundingRule;
import org.countersign.stats.Computed;
import org.countersign.stats.QuantityKind;
import org.countersign.study.Claim;
import org.countersign.study.Constant;

/**
 * Which numbers of a published text are claimed or declared constants, and which are not.
 *
 * @param claimed numerals that stand in a claim's text
 * @param constant numerals that stand in a declared constant
 * @param unclaimed the others, in their order
 * @param leftOut numerals that report nothing, by what they stand in; kinds that do not occur are left out
 * @param absent claims of numbers whose text is not in the article; that of words is often no quotation
 */
public record PublishedCoverage(
        int claimed, int constant, List<Unclaimed> unclaimed, Map<Apparatus, Integer> leftOut, List<Claim> absent) {

    private static final int MOST_KEYS = 4;

    public PublishedCoverage {
        unclaimed = List.copyOf(unclaimed);
        Map<Apparatus, Integer> counts = new EnumMap<>(Apparatus.class);
        counts.putAll(leftOut);
        leftOut = Collections.unmodifiableMap(counts);
        absent = List.copyOf(absent);
    }

    /**
     * A number that nothing accounts for.
     *
     * @param printed the number as published
     * @param place in the paper
     * @param context the words around it
     * @param fitting keys of entries whose value could have been printed so
     */
    public record Unclaimed(String printed, Place place, String context, List<String> fitting) {
        public Unclaimed {
            fitting = List.copyOf(fitting);
        }

        /** One sentence for a reviewer. */
        public String explanation() {
            return "no claim and no constant accounts for " + printed + " in \u201c" + context + "\u201d"
                    + (fitting.isEmpty() ? "; no ledger entry fits" : "; fits " + String.join(", ", fitting));
        }
    }

    /** Numerals that could be accounted for; not those left out. */
    public int total() {
        return claimed + constant + unclaimed.size();
    }

    /** Share of the numerals that are accounted for, 1 for a text without any. */
    public double share() {
        return total() == 0 ? 1 : (double) (claimed + constant) / total();
    }

    public static PublishedCoverage of(Article article, List<Claim> claims, List<Constant> constants, Ledger ledger) {
        Normal text = Normal.of(article.text());
        BitSet inClaims = new BitSet();
        List<Claim> absent = new ArrayList<>();
        for (Claim claim : claims) {
            boolean found = mark(text, claim.text().text(), inClaims);
            if (!found && !claim.isOfWords()) {
                absent.add(claim);
            }
        }
        BitSet inConstants = new BitSet();
        constants.forEach(c -> mark(text, c.text().text(), inConstants));
        Map<Apparatus, BitSet> apparatus = ApparatusFinder.find(article);
        Map<Apparatus, Integer> leftOut = new EnumMap<>(Apparatus.class);
        int claimed = 0;
        int constant = 0;
        List<Unclaimed> unclaimed = new ArrayList<>();
        for (NumberScanner.Found found : NumberScanner.scan(article.text())) {
            int last = found.end() - 1;
            if (inClaims.get(last)) {
                claimed++;
            } else if (inConstants.get(last)) {
                constant++;
            } else if (standsIn(apparatus, last).isPresent()) {
                leftOut.merge(standsIn(apparatus, last).get(), 1, Integer::sum);
            } else {
                unclaimed.add(new Unclaimed(
                        found.number().text(),
                        article.placeAt(found.start()),
                        context(article.text(), found.start(), found.end()),
                        fitting(found.number(), ledger)));
            }
        }
        return new PublishedCoverage(claimed, constant, unclaimed, leftOut, absent);
    }

    private static Optional<Apparatus> standsIn(Map<Apparatus, BitSet> apparatus, int offset) {
        return apparatus.entrySet().stream()
                .filter(entry -> entry.getValue().get(offset))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** How many were left out and why, for a reader; empty if none was. */
    public Optional<String> toldLeftOut() {
        if (leftOut.isEmpty()) {
            return Optional.empty();
        }
        int all = leftOut.values().stream().mapToInt(Integer::intValue).sum();
        return Optional.of(all + (all == 1 ? " number" : " numbers") + " left out: "
                + leftOut.entrySet().stream()
                        .map(e -> e.getValue() + " " + e.getKey().label())
                        .collect(Collectors.joining(", ")));
    }

    /** Marks the characters of every occurrence; whether there is one. */
    private static boolean mark(Normal text, String sought, BitSet marked) {
        String normal = Normal.of(sought).text();
        boolean found = false;
        for (int at = text.text().indexOf(normal);
                at >= 0 && !normal.isEmpty();
                at = text.text().indexOf(normal, at + 1)) {
            int end = at + normal.length();
            if (!joins(text.text(), at) && !joins(text.text(), end)) {
                marked.set(text.origin(at), text.origin(end - 1) + 1);
                found = true;
            }
        }
        return found;
    }

    /** Whether the characters around a boundary belong to one number or word. */
    private static boolean joins(String text, int boundary) {
        if (boundary <= 0 || boundary >= text.length()) {
            return false;
        }
        char left = text.charAt(boundary - 1);
        char right = text.charAt(boundary);
        boolean within = Character.isLetterOrDigit(left) && Character.isLetterOrDigit(right);
        boolean decimal = (left == '.'
                        && Character.isDigit(right)
                        && boundary > 1
                        && Character.isDigit(text.charAt(boundary - 2)))
                || (Character.isDigit(left)
                        && right == '.'
                        && boundary + 1 < text.length()
                        && Character.isDigit(text.charAt(boundary + 1)));
        return within || decimal;
    }

    /** The words around a number, whole, with an ellipsis where the text goes on. */
    private static String context(String text, int start, int end) {
        int from = Math.max(0, start - 30);
        while (from > 0 && from < start && !Character.isWhitespace(text.charAt(from - 1))) {
            from++;
        }
        int to = Math.min(text.length(), end + 30);
        while (to < text.length() && to > end && !Character.isWhitespace(text.charAt(to))) {
            to--;
        }
        String words = text.substring(from, to).replaceAll("\\s+", " ").strip();
        return (from > 0 ? "\u2026" : "") + words + (to < text.length() ? "\u2026" : "");
    }

    /** The keys whose value could have been printed so, those with exactly that value first. */
    private static List<String> fitting(ReportedNumber number, Ledger ledger) {
        List<String> exact = new ArrayList<>();
        List<String> rounded = new ArrayList<>();
        for (LedgerEntry entry : ledger.entries()) {
            if (entry.value() instanceof Computed<Double> computed && mayFit(number, entry)) {
                double value = NumberComparison.onScaleOf(number, entry.kind(), computed.value());
                if (number.covers(value, RoundingRule.HALF_UP_OR_DOWN)) {
                    boolean equal = Decimals.of(value).compareTo(number.value()) == 0;
                    (equal ? exact : rounded).add(entry.key().text());
                }
            }
        }
        exact.addAll(rounded);
        return exact.subList(0, Math.min(MOST_KEYS, exact.size()));
    }

    /** A percentage is no count and no p-value; a number with a comparison sign fits half the ledger unless it is a p-value. */
    private static boolean mayFit(ReportedNumber number, LedgerEntry entry) {
        QuantityKind kind = entry.kind();
        if (number.comparison() != Comparison.EQUAL) {
            return kind == QuantityKind.P_VALUE;
        }
        return !number.percent()
                || kind == QuantityKind.PROPORTION
                || kind == QuantityKind.PROPORTION_DIFFERENCE
                || kind == QuantityKind.MEASUREMENT;
    }

    /**
     * A text in lower case with single spaces and plain hyphens.
     *
     * @param origins where each character stands in the original
     */
    private record Normal(String text, List<Integer> origins) {

        static Normal of(String original) {
            StringBuilder text = new StringBuilder(original.length());
            List<Integer> origins = new ArrayList<>(original.length());
            for (int i = 0; i < original.length(); i++) {
                char c = original.charAt(i);
                boolean space = Character.isWhitespace(c) || c == '\u00a0' || c == '\u2009' || c == '\u202f';
                if (space && (text.isEmpty() || text.charAt(text.length() - 1) == ' ')) {
                    continue;
                }
                text.append(space ? ' ' : c == '\u2212' || c == '\u2013' || c == '\u2010' || c == '\u2011' ? '-' : c);
                origins.add(i);
            }
            int end = text.length();
            if (end > 0 && text.charAt(end - 1) == ' ') {
                text.setLength(end - 1);
            }
            return new Normal(text.toString().toLowerCase(Locale.ROOT), origins);
        }

        int origin(int index) {
            return origins.get(index);
        }
    }
}
