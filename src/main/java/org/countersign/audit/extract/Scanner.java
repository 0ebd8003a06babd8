package org.countersign.audit.extract;

import java.util.ArrayList;
import java.util.List;
import org.countersign.audit.extract.Token.Kind;

/**
 * Cuts running text into {@link Token}s in one pass. A dash in front of a digit is a sign unless a digit, letter or
 * closing bracket stands before it; a full stop ends a sentence unless an abbreviation or an initial stands before it.
 */
final class Scanner {

    private static final int LONGEST_NUMBER = 40;
    private static final int LONGEST_WORD = 60;
    private static final String SUPERSCRIPTS = "\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079";

    private final String text;
    private final List<Token> tokens;
    private int at;

    private Scanner(String text) {
        this.text = text;
        this.tokens = new ArrayList<>(text.length() / 5 + 8);
    }

    static List<Token> scan(String text) {
        return new Scanner(text).scan();
    }

    private List<Token> scan() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '\t') {
                add(Kind.CELL, at, at + 1);
            } else if (c == '\n' && startsParagraph()) {
                skipSpace();
                add(Kind.PARAGRAPH_END, at, at);
            } else if (isSpace(c)) {
                at++;
            } else if (isDigit(c) || isSignOfNumber() || isDecimalStart(at)) {
                number();
            } else if (isWordStart(c)) {
                word();
            } else {
                symbol(c);
            }
        }
        add(Kind.PARAGRAPH_END, text.length(), text.length());
        return tokens;
    }

    private boolean startsParagraph() {
        return at + 1 < text.length() && text.charAt(at + 1) == '\n';
    }

    private void skipSpace() {
        while (at < text.length() && isSpace(text.charAt(at)) && text.charAt(at) != '\t') {
            at++;
        }
    }

    private void add(Kind kind, int start, int end) {
        tokens.add(new Token(kind, text, start, end));
        at = Math.max(at, end);
    }

    private void symbol(char c) {
        add(Kind.SYMBOL, at, at + 1);
        if ((c == '.' || c == '?' || c == '!') && endsSentence()) {
            tokens.add(new Token(Kind.SENTENCE_END, text, at, at));
        }
    }

    /** After a stop: whether a capital, digit or bracket follows, and no abbreviation stands before. */
    private boolean endsSentence() {
        int next = at;
        while (next < text.length()
                && (text.charAt(next) == ')' || text.charAt(next) == '"' || text.charAt(next) == '\u201d')) {
            next++;
        }
        int word = next;
        while (word < text.length() && isSpace(text.charAt(word)) && word - next < 8) {
            word++;
        }
        if (word == next && word < text.length()) {
            return false;
        }
        if (word < text.length()) {
            char c = text.charAt(word);
            if (Character.isLowerCase(c)) {
                return false;
            }
        }
        if (tokens.size() < 2) {
            return true;
        }
        Token before = tokens.get(tokens.size() - 2);
        boolean adjacent = before.end() == at - 1;
        if (!adjacent || before.kind() != Kind.WORD) {
            return true;
        }
        return before.length() > 1 && !(before.length() <= 6 && Words.isAbbreviation(before.text()));
    }

    private boolean isSignOfNumber() {
        char c = text.charAt(at);
        if (!Words.isDash(c) && c != '+') {
            return false;
        }
        boolean spaced = at + 2 < text.length()
                && c == '\u2212'
                && text.charAt(at + 1) == ' '
                && isDigit(text.charAt(at + 2))
                && !tokens.isEmpty()
                && tokens.get(tokens.size() - 1).kind() == Kind.SYMBOL;
        if (spaced) {
            return true;
        }
        if (at + 1 >= text.length() || !(isDigit(text.charAt(at + 1)) || isDecimalStart(at + 1))) {
            return false;
        }
        if (at == 0) {
            return true;
        }
        char before = text.charAt(at - 1);
        return !(Character.isLetterOrDigit(before) || before == ')' || before == ']' || before == '%');
    }

    /** A decimal mark without a digit before it, as in ".04". */
    private boolean isDecimalStart(int i) {
        char c = text.charAt(i);
        if (c != '.' && c != '\u00b7' && c != '\u2219' && c != '\u22c5') {
            return false;
        }
        if (i + 1 >= text.length() || !isDigit(text.charAt(i + 1))) {
            return false;
        }
        return i == 0 || !Character.isLetterOrDigit(text.charAt(i - 1)) && text.charAt(i - 1) != ')';
    }

    private void number() {
        int start = at;
        int i = at;
        if (!isDigit(text.charAt(i)) && !isDecimalStart(i)) {
            i++;
            if (i < text.length() && text.charAt(i) == ' ') {
                i++;
            }
        }
        int digits = i;
        i = digits(i);
        i = thousands(digits, i);
        i = decimals(i);
        boolean tooLong = i - start > LONGEST_NUMBER;
        i = exponent(i);
        int percent = i < text.length() && text.charAt(i) == ' ' ? i + 1 : i;
        boolean hasPercent = percent < text.length() && text.charAt(percent) == '%';
        if (hasPercent) {
            i = percent + 1;
        }
        boolean bound = tooLong || !hasPercent && isBoundAt(i);
        add(bound ? Kind.BOUND_NUMBER : Kind.NUMBER, start, i);
    }

    private int digits(int i) {
        int end = i;
        while (end < text.length() && isDigit(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private int thousands(int start, int end) {
        if (end - start > 3 || end == start || text.charAt(start) == '0') {
            return end;
        }
        int i = end;
        while (i < text.length() && isGroupMark(text.charAt(i)) && digits(i + 1) == i + 4) {
            i += 4;
        }
        return i;
    }

    private int decimals(int i) {
        boolean mark = i + 1 < text.length() && isDecimalMark(text.charAt(i)) && isDigit(text.charAt(i + 1));
        return mark && !isTimesPowerOfTen(i) ? digits(i + 1) : i;
    }

    /**
     * Whether a raised dot before "10" multiplies: in "5·10−8" a power of ten follows, in "1·10–1·20" another number with
     * decimals.
     */
    private boolean isTimesPowerOfTen(int dot) {
        char c = text.charAt(dot);
        if (c == '.' || c == ',' || !text.startsWith("10", dot + 1) || (dot > 0 && text.charAt(dot - 1) == '0')) {
            return false;
        }
        int dash = dot + 3;
        if (dash >= text.length()) {
            return false;
        }
        if (text.charAt(dash) == '\u207b' || text.charAt(dash) == '^' || SUPERSCRIPTS.indexOf(text.charAt(dash)) >= 0) {
            return true;
        }
        int end = digits(dash + 1);
        boolean decimals = end + 1 < text.length() && isDecimalMark(text.charAt(end)) && isDigit(text.charAt(end + 1));
        return Words.isDash(text.charAt(dash)) && end > dash + 1 && end - dash <= 4 && !decimals;
    }

    /** Reads " x 10-48" or "e-48". */
    private int exponent(int from) {
        int i = from;
        if (i + 1 < text.length() && (text.charAt(i) == 'e' || text.charAt(i) == 'E')) {
            int sign = Words.isDash(text.charAt(i + 1)) || text.charAt(i + 1) == '+' ? i + 2 : i + 1;
            int end = digits(sign);
            return end > sign && end - sign <= 4 ? end : from;
        }
        i = skipOneSpace(i);
        if (i >= text.length() || "x\u00d7*\u22c5\u00b7\u2219".indexOf(text.charAt(i)) < 0) {
            return from;
        }
        i = skipOneSpace(i + 1);
        if (!text.startsWith("10", i)) {
            return from;
        }
        i = skipOneSpace(i + 2);
        boolean raised = false;
        if (i < text.length() && text.charAt(i) == '^') {
            raised = true;
            i = skipOneSpace(i + 1);
        }
        if (i < text.length() && (Words.isDash(text.charAt(i)) || text.charAt(i) == '\u207b')) {
            raised = true;
            i++;
        }
        int end = i;
        while (end < text.length() && (isDigit(text.charAt(end)) || SUPERSCRIPTS.indexOf(text.charAt(end)) >= 0)) {
            raised |= !isDigit(text.charAt(end));
            end++;
        }
        return raised && end > i && end - i <= 4 ? end : from;
    }

    private int skipOneSpace(int i) {
        return i < text.length() && (text.charAt(i) == ' ' || text.charAt(i) == '\u00a0') ? i + 1 : i;
    }

    /** Whether letters follow at once, or a hyphen and a letter: part of a word. */
    private boolean isBoundAt(int i) {
        if (i >= text.length()) {
            return false;
        }
        char c = text.charAt(i);
        if (Character.isLetter(c)) {
            return true;
        }
        boolean next = i + 1 < text.length();
        if (c == '.' && next && isDigit(text.charAt(i + 1))) {
            return true;
        }
        return next && (c == '-' || c == '\u2010' || c == '\u2011') && Character.isLetter(text.charAt(i + 1));
    }

    private void word() {
        int start = at;
        int i = at;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (Character.isLetterOrDigit(c) || SUPERSCRIPTS.indexOf(c) >= 0 || isSubscript(c) || isMark(c)) {
                i++;
            } else if (isJoint(c) && i + 1 < text.length() && isJoined(i)) {
                i++;
            } else {
                break;
            }
        }
        if (i - start > LONGEST_WORD) {
            add(Kind.SYMBOL, start, i);
        } else {
            add(Kind.WORD, start, i);
        }
    }

    /** A hyphen joins letters, and digits to at least two letters ("IL-6"), but not "p-0.3". */
    private boolean isJoined(int i) {
        char next = text.charAt(i + 1);
        if (Character.isLetter(next)) {
            return true;
        }
        char c = text.charAt(i);
        return isDigit(next)
                && c == '-'
                && i - at >= 2
                && Character.isLetter(text.charAt(i - 1))
                && !(i + 2 < text.length() && isDecimalMark(text.charAt(i + 2)));
    }

    private static boolean isJoint(char c) {
        return c == '-' || c == '\u2010' || c == '\u2011' || c == '\'' || c == '\u2019';
    }

    private static boolean isWordStart(char c) {
        return Character.isLetter(c);
    }

    private static boolean isMark(char c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK;
    }

    private static boolean isSubscript(char c) {
        return c >= '\u2080' && c <= '\u2089';
    }

    private static boolean isGroupMark(char c) {
        return c == ',' || c == '\u2009' || c == '\u00a0' || c == '\u202f';
    }

    private static boolean isDecimalMark(char c) {
        return c == '.' || c == ',' || c == '\u00b7' || c == '\u2219' || c == '\u22c5';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || c == '\u00a0' || c == '\u2007' || c == '\u202f';
    }
}
