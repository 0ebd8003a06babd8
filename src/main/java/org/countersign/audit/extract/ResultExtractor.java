package org.countersign.audit.extract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.countersign.audit.text.Article;

/**
 * Reads the results that an article reports, in one pass over its tokens with a bounded look ahead and back, so that the
 * time is linear in the text whatever the text.
 */
public final class ResultExtractor {

    private final Tokens tokens;
    private final List<ReportedResult> results = new ArrayList<>();
    private final boolean[] understood;

    private ResultExtractor(Article article) {
        this.tokens = Tokens.of(article);
        this.understood = new boolean[tokens.size()];
    }

    public static ArticleResults extract(Article article) {
        return new ResultExtractor(article).extract();
    }

    private ArticleResults extract() {
        int before = 0;
        int first = 0;
        for (int i = 0; i < tokens.size(); i++) {
            Token.Kind kind = tokens.get(i).kind();
            if (kind == Token.Kind.SENTENCE_END || kind == Token.Kind.PARAGRAPH_END) {
                readSentence(before, first, i);
                before = first;
                first = i + 1;
            }
        }
        results.addAll(TableReader.read(tokens, understood));
        results.sort(Comparator.comparingInt(
                        (ReportedResult r) -> r.excerpt().sentence().index())
                .thenComparingInt(r -> r.excerpt().start()));
        return new ArticleResults(tokens.article(), tokens.sentences(), results, seen(), countUnderstood());
    }

    private void readSentence(int before, int from, int to) {
        int numbers = 0;
        for (int j = from; j < to; j++) {
            numbers += tokens.get(j).isNumeral() ? 1 : 0;
        }
        if (numbers == 0) {
            return;
        }
        int i = from;
        boolean bracketed = false;
        Optional<Match> list = Optional.empty();
        while (i < to) {
            if (!mayStart(i)) {
                i++;
                continue;
            }
            int index = i;
            Optional<Match> match = inList(list, i).or(() -> read(index));
            if (match.isPresent()) {
                add(match.get(), i);
                list = match.filter(m -> m.result() instanceof IntervalReport);
                bracketed |= match.get().result() instanceof SplitReport;
                i = Math.max(i + 1, match.get().end());
                continue;
            }
            List<Match> medians = MedianReader.read(tokens, i);
            for (Match median : medians) {
                add(median, i);
            }
            i = medians.isEmpty() ? i + 1 : medians.get(medians.size() - 1).end();
        }
        for (int j = from; j < to; j++) {
            if (StatementReader.isTrigger(tokens.get(j))) {
                StatementReader.read(tokens, j, from).ifPresent(results::add);
            }
        }
        if (!bracketed && numbers > 1) {
            SplitReader.sentence(tokens, before, from, to).ifPresent(match -> add(match, from));
        }
    }

    /** The next item of a list of estimates with intervals. */
    private Optional<Match> inList(Optional<Match> before, int i) {
        return before.isPresent() && before.get().result() instanceof IntervalReport first
                ? IntervalReader.following(tokens, i, before.get().end(), first)
                : Optional.empty();
    }

    private boolean mayStart(int i) {
        Token token = tokens.get(i);
        return token.kind() == Token.Kind.NUMBER
                || token.kind() == Token.Kind.WORD && token.length() <= 12 && Words.startsResult(token.lower());
    }

    private Optional<Match> read(int i) {
        if (tokens.isNumber(i)) {
            return TestReader.read(tokens, i)
                    .or(() -> ProportionReader.read(tokens, i))
                    .or(() -> IntervalReader.read(tokens, i))
                    .or(() -> MeanReader.read(tokens, i))
                    .or(() -> SplitReader.bracket(tokens, i))
                    .or(() -> AllocationReader.read(tokens, i));
        }
        if (tokens.isWord(i)) {
            return TestReader.read(tokens, i)
                    .or(() -> CoefficientReader.read(tokens, i))
                    .or(() -> p(i));
        }
        return Optional.empty();
    }

    private Optional<Match> p(int i) {
        return tokens.isWord(i, "p", "p-value")
                ? Phrases.p(tokens, i)
                        .filter(found ->
                                found.p().number().isPresent() && !tokens.isWord(found.next(), "mmhg", "kpa", "bar"))
                        .map(found -> new Match(new PReport(tokens.excerpt(i, found.next()), found.p()), found.next()))
                : Optional.empty();
    }

    private void add(Match match, int from) {
        results.add(match.result());
        Excerpt excerpt = match.result().excerpt();
        for (int j = from; j < match.end(); j++) {
            Token token = tokens.get(j);
            if (token.start() >= excerpt.start() && token.end() <= excerpt.end()) {
                understood[j] = true;
            }
        }
    }

    private int seen() {
        int seen = 0;
        for (int i = 0; i < tokens.size(); i++) {
            seen += tokens.get(i).isNumeral() ? 1 : 0;
        }
        return seen;
    }

    private int countUnderstood() {
        int count = 0;
        for (int i = 0; i < tokens.size(); i++) {
            count += understood[i] && tokens.get(i).isNumeral() ? 1 : 0;
        }
        return count;
    }
}
