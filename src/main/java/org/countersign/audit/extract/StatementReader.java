package org.countersign.audit.extract;

import java.util.Optional;
import org.countersign.audit.extract.Phrases.PMatch;
import org.countersign.audit.extract.StatementReport.Says;
import org.countersign.numbers.Comparison;

/**
 * Reads words on significance with the p that belongs to them: {@code no significant difference in age (P = .4)},
 * {@code did not differ significantly, p = 0.2}, {@code significantly longer (95% CI 1.2 to 3.4, p = 0.001)}. Rather none
 * than a wrong one: whatever is hedged, hypothetical, about methods, negated from afar, or parted from its p by another
 * clause is left alone. Looks a bounded number of tokens back and ahead.
 */
final class StatementReader {

    private static final int BACK = 24;
    private static final int AHEAD = 48;

    /** Negations that belong to the word itself when they stand this close before it. */
    private static final int CLOSE = 4;

    private StatementReader() {}

    /** A statement whose word on significance is token i of the sentence that begins at token {@code first}. */
    static Optional<StatementReport> read(Tokens t, int i, int first) {
        Optional<Wording> words = words(t, i, Math.max(first, i - BACK));
        if (words.isEmpty()) {
            return Optional.empty();
        }
        return p(t, i + 1)
                .filter(p -> !defines(t, i, words.get(), p.p()))
                .map(p -> new StatementReport(
                        t.excerpt(words.get().from(), i + 1), words.get().says(), p.p()));
    }

    /** "No significant (p < 0.05) differences": the bracket says what significant means. */
    private static boolean defines(Tokens t, int i, Wording words, ReportedP p) {
        return t.isWord(words.from(), "no")
                && t.isWord(i, "significant")
                && t.isOpening(i + 1)
                && p.number().filter(n -> n.comparison() != Comparison.EQUAL).isPresent();
    }

    /** Whether the token is one that {@link #read} understands. */
    static boolean isTrigger(Token token) {
        if (token.kind() != Token.Kind.WORD || token.length() < 11 || token.length() > 18) {
            return false;
        }
        return switch (token.lower()) {
            case "significant",
                    "significantly",
                    "nonsignificant",
                    "nonsignificantly",
                    "non-significant",
                    "non-significantly",
                    "insignificant",
                    "insignificantly",
                    "significance" -> true;
            default -> false;
        };
    }

    /** What the words say, and where they begin. */
    private record Wording(Says says, int from) {}

    private static Optional<Wording> words(Tokens t, int i, int from) {
        int negation = -1;
        int negations = 0;
        int j = i - 1;
        for (; j >= from && !endsClauseBackwards(t, j); j--) {
            if (t.isWord(j)) {
                String word = plain(t, j);
                if (StatementWords.HEDGES.contains(word)) {
                    return Optional.empty();
                }
                if (StatementWords.NEGATIONS.contains(word)) {
                    negations++;
                    negation = negation < 0 ? j : negation;
                }
            }
        }
        if (hedgedBehind(t, i)) {
            return Optional.empty();
        }
        String word = t.get(i).lower();
        if (word.startsWith("non") || word.startsWith("in")) {
            return negations == 0 ? Optional.of(new Wording(Says.NOT_SIGNIFICANT, i)) : Optional.empty();
        }
        if (word.equals("significance")) {
            // "did not reach statistical significance"
            boolean reached = negations == 1
                    && t.isWord(negation + 1, "reach", "to", "attain", "achieve")
                    && i - negation <= CLOSE;
            return reached ? Optional.of(new Wording(Says.NOT_SIGNIFICANT, negation)) : Optional.empty();
        }
        if (negations == 0) {
            boolean statistically = t.isWord(i - 1, "statistically");
            return Optional.of(new Wording(Says.SIGNIFICANT, statistically ? i - 1 : i));
        }
        boolean own = negations == 1
                && i - negation <= CLOSE
                && (t.isWord(negation, "no", "not", "non", "without", "never")
                        || plain(t, negation).endsWith("n't"));
        return own ? Optional.of(new Wording(Says.NOT_SIGNIFICANT, negation)) : Optional.empty();
    }

    /** A word in lower case, its apostrophe straight. */
    private static String plain(Tokens t, int i) {
        return t.get(i).lower().replace('\u2019', '\'');
    }

    private static boolean endsClauseBackwards(Tokens t, int j) {
        return t.isBoundary(j) || t.isSymbol(j, ";:") || t.isWord(j, "but", "whereas", "although", "however");
    }

    /** "significant at the 10% level", "significant when", "significant predictors were". */
    private static boolean hedgedBehind(Tokens t, int i) {
        return t.isWord(i + 1)
                && StatementWords.OTHER_MEANING.contains(t.get(i + 1).lower());
    }

    /** The first p behind the words, if nothing of another clause stands between. */
    private static Optional<PMatch> p(Tokens t, int from) {
        boolean and = false;
        int depth = 0;
        for (int j = from; j < from + AHEAD && !t.isBoundary(j); j++) {
            if (t.isOpening(j)) {
                depth++;
            } else if (t.isClosing(j)) {
                depth--;
                if (depth < 0 || (t.isSymbol(j + 1, ",") && Phrases.p(t, j + 2).isEmpty())) {
                    return Optional.empty();
                }
            } else if (t.isWord(j)) {
                Optional<PMatch> p = Phrases.p(t, j);
                if (p.isPresent()) {
                    return alone(t, p.get(), depth) ? p : Optional.empty();
                }
                String word = t.get(j).lower();
                and |= word.equals("and") || word.equals("or") || word.equals("with");
                boolean mentionsP = word.equals("p") || word.equals("p-value") || word.equals("p-values");
                boolean newClause =
                        StatementWords.CLAUSES.contains(word) || (and && StatementWords.VERBS.contains(word));
                if (mentionsP || newClause || isTrigger(t.get(j))) {
                    return Optional.empty();
                }
            } else if (t.isSymbol(j, ";:") && depth == 0) {
                return Optional.empty();
            } else if (depth == 0 && t.isSymbol(j, ",") && Phrases.p(t, j + 1).isEmpty()) {
                return ofTest(t, j + 1);
            }
        }
        return Optional.empty();
    }

    /** The p of a test that stands between commas: "did not differ significantly, t(28) = 1.20, p = .24". */
    private static Optional<PMatch> ofTest(Tokens t, int i) {
        return TestReader.read(t, i)
                .flatMap(test -> test.result() instanceof TestReport report
                        ? report.p().map(p -> new PMatch(p, test.end()))
                        : Optional.empty())
                .filter(p -> alone(t, p, 0));
    }

    /** Several p-values in a row, or "respectively", belong to several results; "for all" is one for each. */
    private static boolean alone(Tokens t, PMatch p, int depth) {
        int next = p.next();
        for (int j = next; j < next + 4; j++) {
            if (t.isWord(
                    j, "respectively", "for", "to", "after", "before", "unadjusted", "uncorrected", "versus", "vs")) {
                return false;
            }
        }
        int behind = Phrases.behindSeparators(t, next);
        return Phrases.p(t, behind).isEmpty() && depth <= 2;
    }
}
