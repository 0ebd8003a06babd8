package org.countersign.audit.extract;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import org.countersign.audit.text.Article;

/**
 * What was read out of an article.
 *
 * @param results in reading order
 * @param numbersSeen numerals in the text
 * @param numbersUnderstood numerals that belong to a result
 */
public record ArticleResults(
        Article article,
        List<Sentence> sentences,
        List<ReportedResult> results,
        int numbersSeen,
        int numbersUnderstood) {

    public ArticleResults {
        requireNonNull(article);
        sentences = List.copyOf(sentences);
        results = List.copyOf(results);
        if (numbersUnderstood < 0 || numbersUnderstood > numbersSeen) {
            throw new IllegalArgumentException(
                    "numbersUnderstood = " + numbersUnderstood + ": expected 0 to numbersSeen = " + numbersSeen);
        }
    }

    /** The results of one kind, in reading order. */
    public <T extends ReportedResult> List<T> of(Class<T> kind) {
        return results.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** The sentences in which a result stands, in reading order. */
    public List<Sentence> reportingSentences() {
        List<Sentence> reporting = new ArrayList<>();
        for (ReportedResult result : results) {
            Sentence sentence = result.excerpt().sentence();
            if (reporting.isEmpty() || reporting.get(reporting.size() - 1).index() != sentence.index()) {
                reporting.add(sentence);
            }
        }
        return List.copyOf(reporting);
    }

    /** The results of one kind in one sentence, in reading order. */
    public <T extends ReportedResult> List<T> in(Sentence sentence, Class<T> kind) {
        return results.subList(firstFrom(sentence.index()), firstFrom(sentence.index() + 1)).stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    /** Index of the first result in the sentence of that index or a later one. */
    private int firstFrom(int sentence) {
        int low = 0;
        int high = results.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (results.get(middle).excerpt().sentence().index() < sentence) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
