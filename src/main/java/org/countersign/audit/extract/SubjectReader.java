package org.countersign.audit.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds to which outcome a result belongs: the nearest acronym, or the word before the bracket. */
final class SubjectReader {

    private SubjectReader() {}

    /** For a result that starts at token i: from the words before its bracket, or before it. */
    static Optional<String> before(Tokens t, int i) {
        int bracket = i;
        for (int j = i - 1; j >= Math.max(0, i - 10) && !t.isBoundary(j); j--) {
            if (t.isOpening(j)) {
                bracket = j;
                break;
            }
            if (t.isClosing(j)) {
                break;
            }
        }
        for (int j = bracket - 1; j >= Math.max(0, bracket - 5) && !t.isBoundary(j); j--) {
            if (t.isNumber(j) || t.isClosing(j)) {
                break;
            }
            if (t.isWord(j) && Words.isAcronym(t.get(j).text())) {
                return Optional.of(t.get(j).text());
            }
        }
        return bracket == i ? Optional.empty() : wordBefore(t, bracket);
    }

    private static Optional<String> wordBefore(Tokens t, int bracket) {
        for (int j = bracket - 1; j >= Math.max(0, bracket - 4) && t.isWord(j); j--) {
            String word = t.get(j).text();
            boolean verb = word.endsWith("ed") || word.endsWith("ly");
            if (!Words.isFiller(word) && word.length() > 3 && !verb) {
                return Optional.of(word.toLowerCase(Locale.ROOT));
            }
        }
        return Optional.empty();
    }

    /** Between a label such as "median" and the first number: "median anxiety score was 5". */
    static Optional<String> between(Tokens t, int label, int number) {
        for (int j = label + 1; j < number; j++) {
            if (t.isWord(j)
                    && (Words.isAcronym(t.get(j).text()) || isContent(t.get(j).text()))) {
                String word = t.get(j).text();
                return Optional.of(Words.isAcronym(word) ? word : word.toLowerCase(Locale.ROOT));
            }
        }
        return Optional.empty();
    }

    /**
     * For a list of {@code count} results that starts at token i, the names of an earlier list in the same sentence: "EE and
     * DP ... and PA scores, medians of a, b, and c, respectively". Empty unless exactly that many are found.
     */
    static List<String> list(Tokens t, int i, int count) {
        List<String> acronyms = new ArrayList<>();
        for (int j = i - 1; j >= Math.max(0, i - 60) && !t.isBoundary(j) && acronyms.size() <= count; j--) {
            if (t.isWord(j) && Words.isAcronym(t.get(j).text())) {
                acronyms.add(0, t.get(j).text());
            }
        }
        return acronyms.size() == count ? acronyms : coordinated(t, i, count);
    }

    /** "anxiety, stress and fatigue", single words parted by commas and "and", nearest before i. */
    private static List<String> coordinated(Tokens t, int i, int count) {
        for (int end = i - 1; end >= Math.max(0, i - 12) && !t.isBoundary(end); end--) {
            List<String> words = new ArrayList<>();
            int j = end;
            while (words.size() < count && t.isWord(j) && isContent(t.get(j).text())) {
                words.add(0, t.get(j).text().toLowerCase(Locale.ROOT));
                j--;
                int before = j;
                while (t.isWord(j, "and") || t.isSymbol(j, ",")) {
                    j--;
                }
                if (j == before) {
                    break;
                }
            }
            if (words.size() == count) {
                return words;
            }
        }
        return List.of();
    }

    private static boolean isContent(String word) {
        return word.length() > 3 && !Words.isFiller(word) && Character.isLetter(word.charAt(0));
    }
}
