package org.countersign.audit.checks;

import static org.countersign.audit.checks.TableColumn.optional;
import static org.countersign.audit.checks.TableColumn.required;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.countersign.audit.extract.ArticleResults;
import org.countersign.audit.extract.Cue;
import org.countersign.audit.extract.ReportedP;
import org.countersign.audit.extract.Sentence;
import org.countersign.audit.extract.StatementReport;
import org.countersign.audit.extract.StatementReport.Says;
import org.countersign.diagnostics.Severity;
import org.countersign.numbers.Comparison;
import org.countersign.numbers.NumberScanner;
import org.countersign.numbers.RoundingInterval;

/**
 * Words that call a result significant although the p printed for them is above alpha, or not significant although it is
 * below. Decided only where the rounding of p leaves no doubt. A p not far from alpha gives a warning: another level may
 * have been meant. Where the text names another level, a p between the two is not testable.
 */
public final class WordsAgainstPCheck implements ConsistencyCheck {

    /** A p of up to so many times alpha, or down to one in so many, may have been judged at another level. */
    private static final BigDecimal OTHER_LEVEL = BigDecimal.valueOf(2);

    private static final BigDecimal STRICTER_LEVEL = BigDecimal.TEN;

    @Override
    public String id() {
        return "words-against-p";
    }

    @Override
    public String summary() {
        return "What is called significant has a p-value below alpha, and what is called not significant has none";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public List<TableColumn> columns() {
        return List.of(
                required("words", "significant or not-significant"),
                required("p", "as printed, or ns"),
                optional("p_comparison", "sign in front of p; = when empty"));
    }

    @Override
    public Assessment assess(TableRow row, CheckOptions options) {
        String words = row.requireText("words");
        Says says = Says.of(words)
                .orElseThrow(() -> new UnreadableCellException(
                        "column `words`: `" + words + "` is not significant or not-significant"));
        ReportedP p = row.p("p", "p_comparison").orElseThrow(() -> new UnreadableCellException("column `p` is empty"));
        return judge(says, p, options, List.of());
    }

    @Override
    public List<CheckOutcome> examine(ArticleResults article, CheckOptions options) {
        List<CheckOutcome> outcomes = new ArrayList<>();
        List<StatementReport> statements = article.of(StatementReport.class);
        if (statements.isEmpty()) {
            return outcomes;
        }
        List<BigDecimal> levels = otherLevels(article, options);
        for (StatementReport statement : statements) {
            Sentence sentence = statement.excerpt().sentence();
            Assessment assessment = sentence.says(Cue.MULTIPLICITY) || sentence.says(Cue.ONE_TAILED)
                    ? Assessment.notTestable(
                            statement.p().text(), "the sentence speaks of one-sided tests or of many comparisons")
                    : judge(statement.says(), statement.p(), options, levels);
            outcomes.add(CheckOutcome.of(this, assessment, statement));
        }
        return outcomes;
    }

    /** The strictest and the mildest level of significance that the text names beside alpha. */
    private static List<BigDecimal> otherLevels(ArticleResults article, CheckOptions options) {
        List<BigDecimal> levels = new ArrayList<>();
        String text = article.article().text();
        for (Sentence sentence : article.sentences()) {
            if (sentence.end() - sentence.start() > 600) {
                continue;
            }
            String words = text.substring(sentence.start(), sentence.end()).toLowerCase(Locale.ROOT);
            if (!namesALevel(words)) {
                continue;
            }
            for (NumberScanner.Found found : NumberScanner.scan(words)) {
                BigDecimal level = found.number().percent()
                        ? found.number().value().movePointLeft(2)
                        : found.number().value();
                boolean possible = level.signum() > 0 && level.compareTo(new BigDecimal("0.2")) <= 0;
                if (possible && level.compareTo(options.alpha()) != 0) {
                    levels.add(level);
                }
            }
        }
        return levels.isEmpty() ? levels : List.of(Collections.min(levels), Collections.max(levels));
    }

    private static boolean namesALevel(String words) {
        boolean about = words.contains("signific") || words.contains("alpha") || words.contains("\u03b1");
        return about
                && (words.contains("considered")
                        || words.contains("level")
                        || words.contains("threshold")
                        || words.contains("defined")
                        || words.contains("set at")
                        || words.contains("set to")
                        || words.contains("deemed")
                        || words.contains("regarded")
                        || words.contains("accepted")
                        || words.contains("cut-off")
                        || words.contains("cutoff")
                        || words.contains("alpha")
                        || words.contains("\u03b1"));
    }

    static Assessment judge(Says says, ReportedP p, CheckOptions options, List<BigDecimal> otherLevels) {
        if (PJudgement.isImpossible(p)) {
            return Assessment.notTestable(p.text(), "the reported p is not a probability");
        }
        BigDecimal alpha = options.alpha();
        RoundingInterval interval = PJudgement.interval(p, options, options.rounding());
        boolean against = says == Says.SIGNIFICANT ? isAbove(interval, alpha) : isBelow(interval, alpha);
        if (!against) {
            return Assessment.consistent(p.text(), "the words and " + p.text() + " do not contradict each other");
        }
        String message = says == Says.SIGNIFICANT
                ? "called significant, although " + p.text() + " is above " + alpha.toPlainString()
                : "called not significant, although " + p.text() + " is below " + alpha.toPlainString();
        boolean anotherLevel = otherLevels.stream()
                .anyMatch(level -> !(says == Says.SIGNIFICANT ? isAbove(interval, level) : isBelow(interval, level)));
        if (anotherLevel) {
            return Assessment.notTestable(p.text(), "the text also names another level of significance");
        }
        boolean near = says == Says.SIGNIFICANT
                ? !isAbove(interval, alpha.multiply(OTHER_LEVEL))
                : !isBelow(interval, alpha.divide(STRICTER_LEVEL));
        Assessment assessment = Assessment.inconsistent(p.text(), message)
                .deciding(Decision.FLIPPED)
                .explained(List.of(
                        says == Says.SIGNIFICANT
                                ? "another level, such as 0.10, was meant"
                                : "a stricter level, or a correction for many comparisons, was meant",
                        "p belongs to another comparison",
                        "a word is missing or too many: \u201cnot\u201d, \u201cno\u201d",
                        "typing error in p or its sign"));
        return near && !namesAlpha(p, alpha) ? assessment.as(Verdict.WARNING) : assessment;
    }

    /** "p > 0.05" and "ns" leave no doubt which level was meant. */
    private static boolean namesAlpha(ReportedP p, BigDecimal alpha) {
        return p.number()
                .map(n -> n.comparison() != Comparison.EQUAL && n.value().compareTo(alpha) == 0)
                .orElse(true);
    }

    private static boolean isBelow(RoundingInterval interval, BigDecimal level) {
        if (interval.upper().isEmpty()) {
            return false;
        }
        int c = interval.upper().get().compareTo(level);
        return c < 0 || (c == 0 && !interval.upperClosed());
    }

    private static boolean isAbove(RoundingInterval interval, BigDecimal level) {
        if (interval.lower().isEmpty()) {
            return false;
        }
        int c = interval.lower().get().compareTo(level);
        return c > 0 || (c == 0 && !interval.lowerClosed());
    }
}
