package org.countersign.audit.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.countersign.audit.extract.Phrases.PMatch;
import org.countersign.numbers.ReportedNumber;

/**
 * Reads test statistics: {@code t(28) = 2.20, p = .036}; {@code F(2, 57)=3.20}; {@code χ2 (1, N = 135) = 3.84};
 * {@code r(48) = .35}; {@code z = 1.96}; {@code t = 2.1, df = 28, P = .04}; {@code t28 = 2.20}; a chi that a conversion
 * turned into v, c, x or lost. Between statistic and p other pairs may stand, such as {@code d = 0.5}.
 */
final class TestReader {

    private static final int MOST_PAIRS = 4;

    private TestReader() {}

    /** What stands before the comparison sign. */
    private static final class Head {
        private final TestKind kind;
        private Optional<ReportedNumber> df1 = Optional.empty();
        private Optional<ReportedNumber> df2 = Optional.empty();
        private Optional<ReportedNumber> n = Optional.empty();
        private int next;

        private Head(TestKind kind, int next) {
            this.kind = kind;
            this.next = next;
        }
    }

    static Optional<Match> read(Tokens t, int i) {
        Optional<Head> head = head(t, i);
        if (head.isEmpty() || !readArguments(t, head.get())) {
            return Optional.empty();
        }
        Optional<Tokens.Sign> sign = t.sign(head.get().next);
        if (sign.isEmpty()) {
            return Optional.empty();
        }
        int at = sign.get().next();
        Optional<ReportedNumber> statistic =
                t.number(at, sign.get().comparison()).filter(n -> !n.percent());
        return statistic.flatMap(value -> finish(t, i, head.get(), value, at + 1));
    }

    private static Optional<Match> finish(Tokens t, int i, Head head, ReportedNumber statistic, int behind) {
        int next = behind;
        int last = behind;
        Optional<ReportedP> p = Optional.empty();
        for (int pairs = 0; pairs <= MOST_PAIRS; pairs++) {
            int j = Phrases.behindSeparators(t, next);
            Optional<PMatch> found = Phrases.p(t, j);
            if (found.isPresent()) {
                p = Optional.of(found.get().p());
                last = found.get().next();
                break;
            }
            if (j == next) {
                break;
            }
            int pair = pair(t, j, head);
            if (pair < 0) {
                break;
            }
            next = pair;
        }
        boolean certain = p.isPresent() && (head.df1.isPresent() || head.kind == TestKind.Z || isSure(t, i));
        if (!certain) {
            return Optional.empty();
        }
        TestReport report = new TestReport(t.excerpt(i, last), head.kind, head.df1, head.df2, head.n, statistic, p);
        return Optional.of(new Match(report, last));
    }

    /** A lone letter with a p behind it is a statistic even without degrees of freedom. */
    private static boolean isSure(Tokens t, int i) {
        return t.isWord(i);
    }

    private static Optional<Head> head(Tokens t, int i) {
        Token token = t.get(i);
        if (token.kind() == Token.Kind.NUMBER && token.text().equals("2") && t.isOpening(i + 1)) {
            return Optional.of(new Head(TestKind.CHI_SQUARED, i + 1));
        }
        if (token.kind() != Token.Kind.WORD || token.text().length() > 12) {
            return Optional.empty();
        }
        String word = token.text();
        switch (word) {
            case "t", "T" -> {
                return Optional.of(new Head(TestKind.T, i + 1));
            }
            case "z", "Z" -> {
                return Optional.of(new Head(TestKind.Z, i + 1));
            }
            case "F" -> {
                return Optional.of(new Head(TestKind.F, i + 1));
            }
            case "r" -> {
                return Optional.of(new Head(TestKind.R, i + 1));
            }
            case "Q", "QB", "QW", "Qb", "Qw" -> {
                return Optional.of(new Head(TestKind.Q, i + 1));
            }
            case "\u03c7", "\u03a7", "chi", "Chi" -> {
                return chi(t, i);
            }
            case "\u03c72",
                    "\u03c7\u00b2",
                    "\u03a72",
                    "\u03a7\u00b2",
                    "X2",
                    "X\u00b2",
                    "x2",
                    "x\u00b2",
                    "v2",
                    "c2",
                    "chi2",
                    "Chi2",
                    "chi-square",
                    "Chi-square",
                    "chi-squared",
                    "Chi-squared",
                    "chisq" -> {
                return Optional.of(new Head(TestKind.CHI_SQUARED, i + 1));
            }
            default -> {
                return subscripted(t, i, word);
            }
        }
    }

    private static Optional<Head> chi(Tokens t, int i) {
        boolean square = t.isNumber(i + 1) && t.get(i + 1).text().equals("2");
        if (square || t.isWord(i + 1, "square", "squared") || t.isSymbol(i + 1, "\u00b2")) {
            return Optional.of(new Head(TestKind.CHI_SQUARED, i + 2));
        }
        return t.isOpening(i + 1) ? Optional.of(new Head(TestKind.CHI_SQUARED, i + 1)) : Optional.empty();
    }

    /** "t28 = " and "F2,57 = ", whose subscripts a conversion put on the line. */
    private static Optional<Head> subscripted(Tokens t, int i, String word) {
        String digits = word.substring(1);
        if (digits.isEmpty() || digits.length() > 5 || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Optional.empty();
        }
        if (word.charAt(0) == 't' && t.sign(i + 1).isPresent()) {
            Head head = new Head(TestKind.T, i + 1);
            head.df1 = ReportedNumber.parse(digits);
            return Optional.of(head);
        }
        if (word.charAt(0) == 'F' && t.isSymbol(i + 1, ",") && t.count(i + 2).isPresent()) {
            Head head = new Head(TestKind.F, i + 3);
            head.df1 = ReportedNumber.parse(digits);
            head.df2 = t.count(i + 2);
            return Optional.of(head);
        }
        return Optional.empty();
    }

    /** Reads "(28)", "(2, 57)", "(1, N = 135)", where there is a bracket; false if it holds something else. */
    private static boolean readArguments(Tokens t, Head head) {
        if (!t.isOpening(head.next)) {
            return true;
        }
        int close = t.closing(head.next, 14);
        if (close < 0) {
            return false;
        }
        String inside = t.article()
                .text()
                .substring(t.get(head.next).end(), t.get(close).start());
        boolean one = head.kind == TestKind.T || head.kind == TestKind.R;
        List<String> parts = new ArrayList<>();
        for (String part : one && isGrouped(inside) ? List.of(inside) : split(inside)) {
            parts.add(part.strip());
        }
        head.next = close + 1;
        for (String part : parts) {
            if (!readArgument(part, head)) {
                return false;
            }
        }
        return head.df1.isPresent() || head.n.isPresent();
    }

    /** "1,028" between brackets of a statistic that has one number of degrees of freedom. */
    private static boolean isGrouped(String inside) {
        int comma = inside.indexOf(',');
        return comma >= 1
                && comma <= 3
                && inside.length() == comma + 4
                && inside.charAt(0) != '0'
                && inside.chars().allMatch(c -> c == ',' || (c >= '0' && c <= '9'))
                && inside.indexOf(',', comma + 1) < 0;
    }

    /** At commas and semicolons; a decimal comma is not expected among degrees of freedom. */
    private static List<String> split(String inside) {
        List<String> parts = new ArrayList<>();
        int start = 0;
        for (int i = 0; i <= inside.length(); i++) {
            if (i == inside.length() || inside.charAt(i) == ',' || inside.charAt(i) == ';') {
                parts.add(inside.substring(start, i));
                start = i + 1;
            }
        }
        return joinThousands(parts);
    }

    /** "N = 1,234" was cut at its thousands. */
    private static List<String> joinThousands(List<String> parts) {
        List<String> joined = new ArrayList<>();
        for (String part : parts) {
            boolean thousands = part.length() == 3
                    && part.chars().allMatch(Character::isDigit)
                    && !joined.isEmpty()
                    && joined.get(joined.size() - 1).contains("=");
            if (thousands) {
                joined.set(joined.size() - 1, joined.get(joined.size() - 1) + "," + part);
            } else {
                joined.add(part);
            }
        }
        return joined;
    }

    private static boolean readArgument(String part, Head head) {
        int equals = part.indexOf('=');
        String name = equals < 0 ? "" : part.substring(0, equals).strip();
        Optional<ReportedNumber> value = ReportedNumber.parse(equals < 0 ? part : part.substring(equals + 1));
        if (value.isEmpty()) {
            return false;
        }
        if (name.equalsIgnoreCase("n")) {
            head.n = value;
        } else if (!name.isEmpty() && !name.equalsIgnoreCase("df")) {
            return false;
        } else if (head.df1.isEmpty()) {
            head.df1 = value;
        } else if (head.df2.isEmpty()) {
            head.df2 = value;
        } else {
            return false;
        }
        return true;
    }

    /** Index behind "d = 0.5", "df = 28", "95% CI 0.1 to 0.9"; -1 if no such pair stands at i. */
    private static int pair(Tokens t, int i, Head head) {
        Optional<Phrases.Label> label = Phrases.intervalLabel(t, i);
        if (label.isPresent()) {
            int j = t.isOpening(label.get().next())
                    ? label.get().next() + 1
                    : label.get().next();
            return Phrases.range(t, j, Phrases.Separators.ALL)
                    .map(Phrases.Range::next)
                    .orElse(-1);
        }
        for (int j = i; j < i + 4 && t.isWord(j) || t.isSymbol(j, "\u00b2'\u2032"); j++) {
            Optional<Tokens.Sign> sign = t.sign(j + 1);
            if (sign.isPresent() && t.isNumber(sign.get().next())) {
                int value = sign.get().next();
                if (t.isWord(j, "p")) {
                    return -1;
                }
                if (t.isWord(j, "df") && head.df1.isEmpty()) {
                    head.df1 = t.number(value);
                } else if (t.isWord(j, "n") && head.n.isEmpty()) {
                    head.n = t.count(value);
                }
                return value + 1;
            }
        }
        return -1;
    }
}
