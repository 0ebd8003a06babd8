package org.countersign.report.manuscript;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import org.countersign.analysis.Ledger;
import org.countersign.analysis.LedgerEntry;
import org.countersign.diagnostics.Diagnostics;
import org.countersign.diagnostics.SourceLocation;
import org.countersign.numbers.NumberScanner;
import org.countersign.numbers.ReportedNumber;
import org.countersign.stats.QuantityKind;
import org.countersign.study.Constant;

/**
 * Stops numerals that were typed: each must come from a ledger entry, or be part of a declared constant. Number words
 * from two to twelve are warned about; "one" is left alone, because it is a pronoun more often than a count.
 */
public final class NumeralGate {

    static final String CODE = "typed-number";
    private static final int MOST_SUGGESTIONS = 4;
    private static final Pattern BARE = Pattern.compile("[0-9]{1,3}");

    private final Ledger ledger;
    private final List<Constant> constants;
    private final Diagnostics diagnostics;
    private final Set<String> used = new LinkedHashSet<>();

    public NumeralGate(Ledger ledger, List<Constant> constants, Diagnostics diagnostics) {
        this.ledger = ledger;
        this.constants = List.copyOf(constants);
        this.diagnostics = diagnostics;
    }

    /** Warns of constants so short that they let numbers pass that mean something else. */
    void checkConstants() {
        for (Constant constant : constants) {
            if (BARE.matcher(constant.text().text()).matches()) {
                diagnostics.warning(
                        "wide-constant",
                        constant.text().location(),
                        "`" + constant.text() + "` lets every " + constant.text() + " of the manuscript pass",
                        "declare it with the words around it, such as `" + constant.text() + " weeks`");
            }
        }
    }

    /** Texts of the constants that were met. */
    public Set<String> used() {
        return used;
    }

    /**
     * Looks at a text that the author typed.
     *
     * @param what for the message: "the caption of `outcomes`"; empty for the manuscript
     * @param place of the characters from a start to an end
     */
    public void check(String text, String what, BiFunction<Integer, Integer, SourceLocation> place) {
        List<int[]> allowed = allowed(text);
        for (int[] run : typed(text, allowed)) {
            String printed = text.substring(run[0], run[1]);
            diagnostics.error(
                    CODE,
                    place.apply(run[0], run[1]),
                    "`" + printed + "` is typed" + (what.isEmpty() ? "" : " in " + what)
                            + "; it comes from no ledger entry",
                    hint(printed));
        }
        for (NumberScanner.Found word : NumberScanner.words(text)) {
            boolean counts = word.number().value().intValue() >= 2;
            if (counts && allowed.stream().noneMatch(a -> a[0] <= word.start() && word.end() <= a[1])) {
                diagnostics.warning(
                        "typed-number-word",
                        place.apply(word.start(), word.end()),
                        "`" + text.substring(word.start(), word.end()) + "` is typed; nothing keeps it true",
                        "print it with `${words(key)}`, or declare it under `constants` with the reason why it is fixed");
            }
        }
    }

    /** The numerals of a finished text, in which the ledger's numbers are still tokens, that no constant covers. */
    List<String> leaked(String text) {
        return typed(text, allowed(text)).stream()
                .map(run -> text.substring(run[0], run[1]))
                .distinct()
                .toList();
    }

    private static List<int[]> typed(String text, List<int[]> allowed) {
        return numerals(text).stream()
                .filter(run ->
                        allowed.stream().noneMatch(a -> a[0] <= run[0] && run[1] <= a[1]) && !isMarkup(text, run[0]))
                .toList();
    }

    private List<int[]> allowed(String text) {
        List<int[]> allowed = new ArrayList<>();
        for (Constant constant : constants) {
            String sought = constant.text().text();
            for (int at = text.indexOf(sought); at >= 0 && !sought.isEmpty(); at = text.indexOf(sought, at + 1)) {
                boolean whole =
                        !joins(text, at - 1, at) && !joins(text, at + sought.length() - 1, at + sought.length());
                if (whole) {
                    allowed.add(new int[] {at, at + sought.length()});
                    used.add(sought);
                }
            }
        }
        return allowed;
    }

    /** Whether the characters left and right of a boundary belong to one number or word. */
    private static boolean joins(String text, int left, int right) {
        return left >= 0
                && right < text.length()
                && Character.isLetterOrDigit(text.charAt(left))
                && Character.isLetterOrDigit(text.charAt(right));
    }

    /** Runs of digits with the marks between them; a number that a scanner reads is taken with its sign. */
    private static List<int[]> numerals(String text) {
        List<int[]> runs = new ArrayList<>();
        List<NumberScanner.Found> found = NumberScanner.scan(text);
        int covered = 0;
        int next = 0;
        for (int i = 0; i < text.length(); i++) {
            if (isNumeral(text, i) && i >= covered) {
                while (next < found.size() && found.get(next).end() <= i) {
                    next++;
                }
                int start = i;
                int end = i + 1;
                if (next < found.size() && found.get(next).start() <= i) {
                    start = found.get(next).start();
                    end = found.get(next).end();
                }
                runs.add(new int[] {start, end});
                covered = end;
            }
        }
        return runs;
    }

    /**
     * A digit of any script, a fraction, a circled or Roman numeral; not the exponent of a unit or a symbol ("m\u00b2",
     * "*R*\u00b2").
     */
    private static boolean isNumeral(String text, int i) {
        char c = text.charAt(i);
        if (c < 0x80 || Character.isDigit(c)) {
            return Character.isDigit(c);
        }
        int type = Character.getType(c);
        boolean raised = c == '\u00b2' || c == '\u00b3' || c == '\u00b9' || (c >= '\u2070' && c <= '\u209f');
        return (type == Character.OTHER_NUMBER || type == Character.LETTER_NUMBER)
                && !(raised && isAfterLetter(text, i));
    }

    /** Whether a letter stands before a place, marks of emphasis between them left aside. */
    private static boolean isAfterLetter(String text, int at) {
        int before = at - 1;
        while (before >= 0 && (text.charAt(before) == '*' || text.charAt(before) == '_')) {
            before--;
        }
        return before >= 0 && Character.isLetter(text.charAt(before));
    }

    /** Digits that Markdown eats: the number of a list item, an address behind a link. */
    private static boolean isMarkup(String text, int at) {
        int lineStart = text.lastIndexOf('\n', at - 1) + 1;
        String before = text.substring(lineStart, at);
        int end = at;
        while (end < text.length() && Character.isDigit(text.charAt(end))) {
            end++;
        }
        boolean listMarker = before.isBlank()
                && end + 1 < text.length()
                && (text.charAt(end) == '.' || text.charAt(end) == ')')
                && text.charAt(end + 1) == ' ';
        int open = before.lastIndexOf("](");
        return listMarker || (open >= 0 && before.indexOf(')', open) < 0);
    }

    private String hint(String printed) {
        Optional<ReportedNumber> number = ReportedNumber.parse(printed);
        List<String> keys = new ArrayList<>();
        if (number.isPresent()) {
            for (LedgerEntry entry : ledger.entries()) {
                if (keys.size() < MOST_SUGGESTIONS && shows(number.get(), entry)) {
                    keys.add("${" + entry.key() + "}");
                }
            }
        }
        String declare = "declare it under `constants` with the reason why it is fixed";
        return keys.isEmpty() ? declare : "these entries show it: " + String.join(", ", keys) + "; or else " + declare;
    }

    /**
     * Whether an entry is displayed as the number, to the same place and with the same percent sign; a small whole number
     * could be anything, so that only counts are offered for it.
     */
    private static boolean shows(ReportedNumber number, LedgerEntry entry) {
        if (entry.kind() != QuantityKind.COUNT
                && number.decimals() == 0
                && number.value().abs().intValue() < 10
                && !number.percent()) {
            return false;
        }
        return ReportedNumber.parse(entry.display())
                .filter(shown -> shown.comparison() == number.comparison()
                        && shown.percent() == number.percent()
                        && shown.decimals() == number.decimals()
                        && shown.value().compareTo(number.value()) == 0)
                .isPresent();
    }
}
