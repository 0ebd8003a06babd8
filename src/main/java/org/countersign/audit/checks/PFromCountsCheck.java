package org.countersign.audit.checks;

import static org.countersign.audit.checks.TableColumn.optional;
import static org.countersign.audit.checks.TableColumn.required;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.countersign.audit.extract.ArticleResults;
import org.countersign.audit.extract.Cue;
import org.countersign.audit.extract.IntervalReport;
import org.countersign.audit.extract.PReport;
import org.countersign.audit.extract.ProportionReport;
import org.countersign.audit.extract.ReportedP;
import org.countersign.audit.extract.Sentence;
import org.countersign.audit.extract.TestReport;
import org.countersign.diagnostics.Severity;
import org.countersign.stats.TailProbabilities;

/**
 * The p-value that compares two proportions, against the chi-squared test of their counts with and without Yates's
 * correction, between which Fisher's test usually lies. What lies further out than another usual test goes is a warning:
 * a text does not prove which test was made. Not testable with an expected count below 5.
 */
public final class PFromCountsCheck implements ConsistencyCheck {

    /** Units of z between the usual tests of a fourfold table. */
    private static final double USUAL_TEST_GAP = 0.25;

    @Override
    public String id() {
        return "p-from-counts";
    }

    @Override
    public String summary() {
        return "The p-value of two proportions follows from their counts";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public List<TableColumn> columns() {
        return List.of(
                required("k1", "events of the first group"),
                required("n1", "its size"),
                required("k2", "events of the second group"),
                required("n2", "its size"),
                required("p", "as printed, or ns"),
                optional("p_comparison", "sign in front of p; = when empty"));
    }

    @Override
    public Assessment assess(TableRow row, CheckOptions options) {
        ReportedP p = row.p("p", "p_comparison").orElseThrow(() -> new UnreadableCellException("column `p` is empty"));
        try {
            TwoByTwo table = new TwoByTwo(
                    row.requireCount("k1", 0),
                    row.requireCount("n1", 1),
                    row.requireCount("k2", 0),
                    row.requireCount("n2", 1));
            return judge(table, p, options);
        } catch (IllegalArgumentException e) {
            throw new UnreadableCellException(String.valueOf(e.getMessage()));
        }
    }

    /** Two proportions with different totals and, behind them, one p-value that belongs to nothing else. */
    @Override
    public List<CheckOutcome> examine(ArticleResults article, CheckOptions options) {
        List<CheckOutcome> outcomes = new ArrayList<>();
        for (Sentence sentence : article.reportingSentences()) {
            boolean other = sentence.says(Cue.ADJUSTED)
                    || sentence.says(Cue.WEIGHTED)
                    || sentence.says(Cue.MULTIPLICITY)
                    || sentence.says(Cue.ONE_TAILED);
            List<PReport> ps = article.in(sentence, PReport.class);
            if (other
                    || ps.size() != 1
                    || !article.in(sentence, IntervalReport.class).isEmpty()
                    || !article.in(sentence, TestReport.class).isEmpty()) {
                continue;
            }
            List<ProportionReport> counts = article.in(sentence, ProportionReport.class);
            PReport p = ps.get(0);
            if (counts.size() == 2
                    && counts.get(1).excerpt().end() <= p.excerpt().start()) {
                Optional<TwoByTwo> table = RiskFromCountsCheck.table(counts.get(0), counts.get(1));
                if (table.isPresent() && table.get().n1() != table.get().n2()) {
                    outcomes.add(
                            CheckOutcome.of(this, judge(table.get(), p.p(), options), p, counts.get(0), counts.get(1)));
                }
            }
        }
        return outcomes;
    }

    static Assessment judge(TwoByTwo table, ReportedP p, CheckOptions options) {
        if (PJudgement.isImpossible(p)) {
            return Assessment.notTestable(p.text(), "the reported p is not a probability");
        }
        if (table.smallestExpected() < 5) {
            return Assessment.notTestable(p.text(), "an expected count is below 5, where the usual tests differ much");
        }
        double plain = table.chiSquaredP(0);
        double corrected = table.chiSquaredP((table.n1() + (double) table.n2()) / 2);
        Bounds wide = new Bounds(shifted(plain, USUAL_TEST_GAP), shifted(corrected, -USUAL_TEST_GAP));
        String message = "the chi-squared test of the counts gives p = " + Display.number(plain)
                + ", with Yates's correction " + Display.number(corrected) + ", reported " + p.text();
        RecomputedRange range = RecomputedRange.of(plain, corrected);
        if (PJudgement.fits(p, wide, options, options.rounding())) {
            return Assessment.consistent(p.text(), range, message);
        }
        return Assessment.inconsistent(p.text(), range, message)
                .as(Verdict.WARNING)
                .deciding(PJudgement.decision(p, plain, options))
                .explained(List.of(
                        "another test: of trend, adjusted, paired or for clusters",
                        "p belongs to another comparison",
                        "typing error in p or a count"));
    }

    private static double shifted(double p, double z) {
        double quantile = p <= 1e-300 ? 37 : p >= 1 ? 0 : -TailProbabilities.normalQuantile(p / 2);
        return TailProbabilities.twoSidedNormal(Math.max(0, quantile + z));
    }
}
