package org.countersign.numbers;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds the numerals of a text, in order. A hyphen, minus or dash is a sign only where a number may begin: at the start,
 * behind a space, a bracket or a comparison, and not between two numbers. One pass, no backtracking.
 */
public final class NumberScanner {

    /** Number words that prose uses for small counts. */
    public static final List<String> WORDS = List.of(
            "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve");

    private static final String SIGNS = "-\u2212\u2013";
    private static final String MARKS = ".,\u00b7";

    private NumberScanner() {}

    /**
     * A numeral in a text.
     *
     * @param number what it says
     * @param start its first character, comparison sign and sign included
     * @param end behind its last character
     */
    public record Found(ReportedNumber number, int start, int end) {}

    /** The numerals, from left to right; letters and digits in one word ("H1N1") count too. */
    public static List<Found> scan(String text) {
        List<Found> found = new ArrayList<>();
        int i = 0;
        while (i < text.length()) {
            boolean startsWithMark = isMark(text.charAt(i))
                    && i + 1 < text.length()
                    && isDigit(text.charAt(i + 1))
                    && (i == 0 || !Character.isLetterOrDigit(text.charAt(i - 1)))
                    && text.charAt(i) != ',';
            if (!isDigit(text.charAt(i)) && !startsWithMark) {
                i++;
                continue;
            }
            int end = digitsEnd(text, i);
            int start = withSign(text, i);
            int numberEnd = end < text.length() && text.charAt(end) == '%' ? end + 1 : end;
            int last = numberEnd;
            int first = start;
            ReportedNumber.parse(text.substring(first, last))
                    .or(() -> ReportedNumber.parse(text.substring(first, last).replace("%", "")))
                    .ifPresent(n -> found.add(new Found(n, first, last)));
            i = last;
        }
        return found;
    }

    /** The number words up to twelve, as whole words, with their places. */
    public static List<Found> words(String text) {
        List<Found> found = new ArrayList<>();
        int i = 0;
        while (i < text.length()) {
            if (!Character.isLetter(text.charAt(i)) || (i > 0 && Character.isLetterOrDigit(text.charAt(i - 1)))) {
                i++;
                continue;
            }
            int end = i;
            while (end < text.length() && Character.isLetter(text.charAt(end))) {
                end++;
            }
            int value = WORDS.indexOf(text.substring(i, end).toLowerCase(Locale.ROOT));
            if (value >= 0) {
                found.add(new Found(ReportedNumber.of(Integer.toString(value)), i, end));
            }
            i = end;
        }
        return found;
    }

    /** The word for a count up to twelve. */
    public static Optional<String> word(long count) {
        return count >= 0 && count < WORDS.size() ? Optional.of(WORDS.get((int) count)) : Optional.empty();
    }

    private static int digitsEnd(String text, int from) {
        int i = from;
        boolean fraction = false;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (isDigit(c)) {
                i++;
            } else if (isMark(c) && !fraction && i + 1 < text.length() && isDigit(text.charAt(i + 1))) {
                if (c == ',' && isGroup(text, i)) {
                    i += 4;
                } else {
                    fraction = true;
                    i++;
                }
            } else {
                break;
            }
        }
        return i;
    }

    private static boolean isGroup(String text, int comma) {
        return comma + 3 < text.length()
                && isDigit(text.charAt(comma + 1))
                && isDigit(text.charAt(comma + 2))
                && isDigit(text.charAt(comma + 3))
                && (comma + 4 >= text.length() || !isDigit(text.charAt(comma + 4)));
    }

    private static int withSign(String text, int from) {
        int start = from;
        if (start > 0 && SIGNS.indexOf(text.charAt(start - 1)) >= 0 && mayBegin(text, start - 1)) {
            start--;
        }
        int before = start;
        while (before > 0 && text.charAt(before - 1) == ' ') {
            before--;
        }
        if (before > 0 && "<>\u2264\u2265".indexOf(text.charAt(before - 1)) >= 0) {
            return before - 1;
        }
        return start;
    }

    private static boolean mayBegin(String text, int sign) {
        if (sign == 0) {
            return true;
        }
        char before = text.charAt(sign - 1);
        return Character.isWhitespace(before) || "([{=<>\u2264\u2265,;:/\u00b1|".indexOf(before) >= 0;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isMark(char c) {
        return MARKS.indexOf(c) >= 0;
    }
}
