package org.countersign.audit.checks;

import static org.countersign.audit.checks.TableColumn.required;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.countersign.audit.extract.ArticleResults;
import org.countersign.audit.extract.Cue;
import org.countersign.audit.extract.Sentence;
import org.countersign.audit.extract.SplitReport;
import org.countersign.audit.extract.SplitReport.TotalBinding;
import org.countersign.diagnostics.Severity;
import org.countersign.numbers.ReportedNumber;

/**
 * Groups that exclude each other sum to their total: arms to the number randomised, categories to n. A sentence that
 * speaks of exclusions, withdrawals or missing values is not judged.
 */
public final class GroupTotalCheck implements ConsistencyCheck {

    @Override
    public String id() {
        return "group-total";
    }

    @Override
    public String summary() {
        return "Arms or categories sum to their total";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public List<TableColumn> columns() {
        return List.of(
                required("total", "as printed"), required("parts", "counts of the groups, parted by semicolons"));
    }

    @Override
    public Assessment assess(TableRow row, CheckOptions options) {
        return judge(row.require("total"), row.requireList("parts"));
    }

    @Override
    public List<CheckOutcome> examine(ArticleResults article, CheckOptions options) {
        List<CheckOutcome> outcomes = new ArrayList<>();
        for (SplitReport split : article.of(SplitReport.class)) {
            if (split.total().isPresent()) {
                outcomes.add(CheckOutcome.of(this, judge(article, split), split));
            }
        }
        return outcomes;
    }

    private static Assessment judge(ArticleResults article, SplitReport split) {
        ReportedNumber total = split.total().orElseThrow();
        Assessment assessment =
                judge(total, split.parts().stream().map(SplitReport.Part::count).toList());
        if (assessment.verdict() != Verdict.INCONSISTENT) {
            return assessment;
        }
        if (split.totalBinding() == TotalBinding.SUBSET) {
            boolean more =
                    assessment.recomputed().orElseThrow().high() > total.value().doubleValue();
            if (!more) {
                return Assessment.notTestable(total.text(), "others of the total may belong to none of these groups");
            }
        } else if (isOfStages(article, split)) {
            return Assessment.notTestable(
                    total.text(), "total and groups may belong to different stages: screened, eligible, analysed");
        }
        if (split.excerpt().sentence().says(Cue.ATTRITION)) {
            return Assessment.notTestable(total.text(), "the sentence speaks of persons who left or are missing");
        }
        if (article.sentences().stream().anyMatch(s -> s.says(Cue.OVERLAP))) {
            return Assessment.notTestable(total.text(), "in such a design a person may belong to several groups");
        }
        return split.totalBinding() == TotalBinding.BRACKET ? assessment : assessment.as(Verdict.WARNING);
    }

    /** Whether a total that does not hold its groups in a bracket may be that of another stage of the study. */
    private static boolean isOfStages(ArticleResults article, SplitReport split) {
        Sentence sentence = split.excerpt().sentence();
        boolean before = false;
        if (split.totalBinding() == TotalBinding.NEIGHBOUR && sentence.index() > 0) {
            Sentence previous = article.sentences().get(sentence.index() - 1);
            before = previous.says(Cue.SELECTION) || previous.says(Cue.ATTRITION);
        }
        return split.totalBinding() != TotalBinding.BRACKET && (before || sentence.says(Cue.SELECTION));
    }

    static Assessment judge(ReportedNumber total, List<ReportedNumber> parts) {
        if (parts.size() < 2) {
            return Assessment.notTestable(total.text(), "fewer than two parts");
        }
        BigDecimal sum = parts.stream().map(ReportedNumber::value).reduce(BigDecimal.ZERO, BigDecimal::add);
        String terms =
                String.join(" + ", parts.stream().map(ReportedNumber::text).toList());
        String message = terms + " = " + sum.toPlainString() + ", reported " + total.text();
        RecomputedRange range = RecomputedRange.of(sum.doubleValue(), sum.doubleValue());
        if (sum.compareTo(total.value()) == 0) {
            return Assessment.consistent(total.text(), range, message);
        }
        return Assessment.inconsistent(total.text(), range, message).explained(explanations(total, parts, sum));
    }

    private static List<String> explanations(ReportedNumber total, List<ReportedNumber> parts, BigDecimal sum) {
        List<String> found = new ArrayList<>();
        int c = sum.compareTo(total.value());
        found.add(
                c < 0
                        ? "attrition: " + total.value().subtract(sum).toPlainString()
                                + " persons left, are missing, or belong to a group that is not listed"
                        : "the groups overlap: " + sum.subtract(total.value()).toPlainString() + " are counted twice");
        Explanations.typo("the total", total, other -> other.value().compareTo(sum) == 0)
                .ifPresent(found::add);
        for (ReportedNumber part : parts) {
            BigDecimal needed = part.value().add(total.value()).subtract(sum);
            Optional<String> typo =
                    Explanations.typo("a group", part, other -> other.value().compareTo(needed) == 0);
            typo.ifPresent(found::add);
        }
        return found;
    }
}
