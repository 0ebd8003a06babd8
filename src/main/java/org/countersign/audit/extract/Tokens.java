package org.countersign.audit.extract;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.countersign.audit.extract.Token.Kind;
import org.countersign.audit.text.Article;
import org.countersign.numbers.Comparison;
import org.countersign.numbers.ReportedNumber;
import org.jspecify.annotations.Nullable;

/** The tokens of an article with their sentences; every question about an index beyond the ends is answered "no". */
final class Tokens {

    private static final Token NOTHING = new Token(Kind.PARAGRAPH_END, "", 0, 0);

    /** A sentence without numbers is read for cues only when it is short, as a heading is. */
    private static final int SHORT = 16;

    private final Article article;
    private final List<Token> tokens;
    private final List<Sentence> sentences = new ArrayList<>();
    private final int[] sentenceOf;
    private final @Nullable ReportedNumber[] numbers;

    private Tokens(Article article) {
        this.article = article;
        this.tokens = Scanner.scan(article.text());
        this.sentenceOf = new int[tokens.size()];
        this.numbers = new ReportedNumber[tokens.size()];
        divide();
    }

    static Tokens of(Article article) {
        return new Tokens(article);
    }

    private void divide() {
        int first = 0;
        int paragraph = 0;
        boolean numbers = false;
        boolean allOneTailed = false;
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            sentenceOf[i] = sentences.size();
            numbers |= token.isNumeral();
            if (token.kind() == Kind.SENTENCE_END || token.kind() == Kind.PARAGRAPH_END) {
                int start = tokens.get(first).start();
                Set<Cue> cues = numbers || i - first < SHORT ? cues(first, i) : Set.of();
                allOneTailed |= cues.contains(Cue.ONE_TAILED) && saysAllTests(first, i);
                sentences.add(new Sentence(sentences.size(), paragraph, start, Math.max(start, token.start()), cues));
                numbers = false;
                first = i + 1;
                paragraph += token.kind() == Kind.PARAGRAPH_END ? 1 : 0;
            }
        }
        if (allOneTailed) {
            sentences.replaceAll(s -> s.with(Cue.ONE_TAILED));
        }
    }

    /** "All tests were one-sided": said once, it holds for the whole text. */
    private boolean saysAllTests(int from, int to) {
        boolean all = false;
        boolean tests = false;
        for (int i = from; i < to; i++) {
            if (isWord(i, "two-sided", "two-tailed", "2-sided", "2-tailed", "unless", "except", "other", "others")) {
                return false;
            }
            all |= isWord(i, "all");
            tests |= all && isWord(i, "tests", "p-values", "values", "comparisons", "analyses", "hypotheses", "p");
        }
        return tests;
    }

    private Set<Cue> cues(int from, int to) {
        Set<Cue> cues = EnumSet.noneOf(Cue.class);
        for (int i = from; i < to; i++) {
            Token token = tokens.get(i);
            if (token.kind() == Kind.WORD && token.length() > 2 && token.length() <= 24) {
                CueWords.cue(token.lower()).ifPresent(cues::add);
                if (token.lower().equals("tailed") || token.lower().equals("sided")) {
                    oneBefore(i, cues);
                } else if (token.lower().startsWith("alternative")) {
                    alternativeBehind(i, to, cues);
                }
            }
        }
        return cues;
    }

    /** "1-tailed" and "one tailed". */
    private void oneBefore(int i, Set<Cue> cues) {
        for (int j = Math.max(0, i - 2); j < i; j++) {
            String text = tokens.get(j).text();
            if (text.equals("1") || text.equalsIgnoreCase("one")) {
                cues.add(Cue.ONE_TAILED);
            }
        }
    }

    /** "alternative = greater", "alternative hypothesis: less than zero". */
    private void alternativeBehind(int i, int to, Set<Cue> cues) {
        for (int j = i + 1; j < Math.min(to, i + 5); j++) {
            if (isWord(j, "greater", "less", "larger", "smaller")) {
                cues.add(Cue.ONE_TAILED);
            }
        }
    }

    int size() {
        return tokens.size();
    }

    List<Sentence> sentences() {
        return sentences;
    }

    Article article() {
        return article;
    }

    Token get(int i) {
        return i >= 0 && i < tokens.size() ? tokens.get(i) : NOTHING;
    }

    Sentence sentence(int i) {
        return sentences.get(sentenceOf[i]);
    }

    boolean isNumber(int i) {
        return get(i).kind() == Kind.NUMBER;
    }

    boolean isWord(int i) {
        return get(i).kind() == Kind.WORD;
    }

    /** Whether a word of any of these spellings, given in lower case, stands at i, whatever its case. */
    boolean isWord(int i, String... spellings) {
        Token token = get(i);
        if (token.kind() == Kind.WORD) {
            for (String spelling : spellings) {
                if (token.length() == spelling.length() && token.lower().equals(spelling)) {
                    return true;
                }
            }
        }
        return false;
    }

    boolean isSymbol(int i, String characters) {
        Token token = get(i);
        return token.kind() == Kind.SYMBOL && token.length() == 1 && characters.indexOf(token.first()) >= 0;
    }

    boolean isDash(int i) {
        Token token = get(i);
        return token.kind() == Kind.SYMBOL && token.length() == 1 && Words.isDash(token.first());
    }

    boolean isBoundary(int i) {
        return get(i).isBoundary();
    }

    boolean isOpening(int i) {
        return isSymbol(i, "([{");
    }

    boolean isClosing(int i) {
        return isSymbol(i, ")]}");
    }

    /** The number at i, as printed. */
    Optional<ReportedNumber> number(int i) {
        if (!isNumber(i)) {
            return Optional.empty();
        }
        ReportedNumber known = numbers[i];
        if (known != null) {
            return Optional.of(known);
        }
        Optional<ReportedNumber> number = ReportedNumber.parse(get(i).text());
        number.ifPresent(n -> numbers[i] = n);
        return number;
    }

    boolean isPercent(int i) {
        return isNumber(i) && get(i).text().endsWith("%");
    }

    /** A whole number without sign, decimals or percent sign, such as a count. */
    Optional<ReportedNumber> count(int i) {
        if (!isNumber(i)) {
            return Optional.empty();
        }
        String text = get(i).text();
        if (text.length() > 11) {
            return Optional.empty();
        }
        for (int j = 0; j < text.length(); j++) {
            char c = text.charAt(j);
            if ((c < '0' || c > '9') && !(j > 0 && (c == ',' || c == '\u2009' || c == '\u00a0' || c == '\u202f'))) {
                return Optional.empty();
            }
        }
        return number(i).filter(n -> n.decimals() == 0 && n.value().precision() <= 9);
    }

    /** The comparison sign at i; "¼" is an equals sign that a conversion lost. */
    Optional<Sign> sign(int i) {
        Token token = get(i);
        if (token.kind() != Kind.SYMBOL || token.length() != 1) {
            return Optional.empty();
        }
        boolean equalsFollows = isSymbol(i + 1, "=") && get(i + 1).start() == token.end();
        return switch (token.first()) {
            case '=', '\u00bc' -> Optional.of(new Sign(Comparison.EQUAL, i + 1));
            case '<', '\u2039', '\u02c2' ->
                Optional.of(
                        equalsFollows ? new Sign(Comparison.LESS_OR_EQUAL, i + 2) : new Sign(Comparison.LESS, i + 1));
            case '>', '\u203a', '\u02c3' ->
                Optional.of(
                        equalsFollows
                                ? new Sign(Comparison.GREATER_OR_EQUAL, i + 2)
                                : new Sign(Comparison.GREATER, i + 1));
            case '\u2264', '\u2a7d' -> Optional.of(new Sign(Comparison.LESS_OR_EQUAL, i + 1));
            case '\u2265', '\u2a7e' -> Optional.of(new Sign(Comparison.GREATER_OR_EQUAL, i + 1));
            default -> Optional.empty();
        };
    }

    /**
     * A comparison sign.
     *
     * @param next index behind it
     */
    record Sign(Comparison comparison, int next) {}

    /** The number at i under a comparison sign that stands apart from it. */
    Optional<ReportedNumber> number(int i, Comparison comparison) {
        return number(i)
                .map(n -> comparison == Comparison.EQUAL
                        ? n
                        : new ReportedNumber(
                                comparison.symbol() + " " + n.text(), comparison, n.value(), n.unit(), n.percent()));
    }

    /** Index of the bracket that closes the one at i; -1 if none does within {@code reach} tokens. */
    int closing(int i, int reach) {
        int depth = 0;
        for (int j = i; j <= i + reach && !isBoundary(j); j++) {
            if (isOpening(j)) {
                depth++;
            } else if (isClosing(j)) {
                depth--;
                if (depth == 0) {
                    return j;
                }
            }
        }
        return -1;
    }

    /** The text from token {@code from} to before token {@code to}, with its place. */
    Excerpt excerpt(int from, int to) {
        int start = get(from).start();
        int end = get(to - 1).end();
        return new Excerpt(start, end, article.text().substring(start, end), article.placeAt(start), sentence(from));
    }
}
