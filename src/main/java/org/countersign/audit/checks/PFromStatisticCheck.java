package org.countersign.audit.checks;

import static org.countersign.audit.checks.TableColumn.optional;
import static org.countersign.audit.checks.TableColumn.required;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.countersign.audit.extract.ArticleResults;
import org.countersign.audit.extract.Cue;
import org.countersign.audit.extract.ReportedP;
import org.countersign.audit.extract.Sentence;
import org.countersign.audit.extract.TestKind;
import org.countersign.audit.extract.TestReport;
import org.countersign.diagnostics.Severity;
import org.countersign.numbers.Comparison;
import org.countersign.numbers.ReportedNumber;
import org.countersign.numbers.RoundingRule;

/**
 * A p-value recomputed from its test statistic and degrees of freedom. The statistic's rounding interval gives the range
 * [pL, pU]; the reported p is inconsistent when its own interval misses that range. "p &lt; x" is inconsistent when
 * pL &gt;= x, "p &gt; x" when pU &lt;= x, and "ns" means p &gt; alpha.
 *
 * <p>Nuijten MB, Hartgerink CHJ, van Assen MALM, Epskamp S, Wicherts JM (2016). The prevalence of statistical reporting
 * errors in psychology (1985-2013). Behavior Research Methods 48:1205-1226. doi 10.3758/s13428-015-0664-2.
 */
public final class PFromStatisticCheck implements ConsistencyCheck {

    /** Which tails a p-value covers. */
    enum TailChoice {
        TWO,
        /** One, in the direction of the data. */
        ONE,
        /** One, above: large statistics are evidence. */
        GREATER,
        /** One, below. */
        LESS,
        /** Two, or one in the direction of the data. */
        EITHER
    }

    @Override
    public String id() {
        return "p-from-statistic";
    }

    @Override
    public String summary() {
        return "The p-value follows from the test statistic and its degrees of freedom";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public List<TableColumn> columns() {
        return List.of(
                required("test", "t, z, F, r, chi2 or Q"),
                optional("df1", "degrees of freedom; numerator of F; none for z"),
                optional("df2", "denominator degrees of freedom of F"),
                required("statistic", "as printed"),
                optional("comparison", "sign in front of the statistic; = when empty"),
                required("p", "as printed, or ns"),
                optional("p_comparison", "sign in front of p; = when empty"),
                optional("tails", "2 (default), 1, greater or less"));
    }

    @Override
    public Assessment assess(TableRow row, CheckOptions options) {
        String test = row.requireText("test");
        TestKind kind = TestKind.of(test)
                .orElseThrow(() ->
                        new UnreadableCellException("column `test`: `" + test + "` is not one of t, z, F, r, chi2, Q"));
        String text = row.text("comparison").orElse("") + row.requireText("statistic");
        ReportedNumber statistic = ReportedNumber.parse(text)
                .orElseThrow(() -> new UnreadableCellException("column `statistic`: `" + text + "` is not a number"));
        ReportedP p = row.p("p", "p_comparison").orElseThrow(() -> new UnreadableCellException("column `p` is empty"));
        TestStatistic reported = new TestStatistic(kind, row.number("df1"), row.number("df2"), statistic);
        return judge(reported, p, tails(row.text("tails").orElse("2"), options), options);
    }

    @Override
    public List<CheckOutcome> examine(ArticleResults article, CheckOptions options) {
        List<CheckOutcome> outcomes = new ArrayList<>();
        for (TestReport report : article.of(TestReport.class)) {
            report.p().ifPresent(p -> outcomes.add(CheckOutcome.of(this, judge(article, report, p, options), report)));
        }
        return outcomes;
    }

    private static Assessment judge(ArticleResults article, TestReport report, ReportedP p, CheckOptions options) {
        Sentence sentence = report.excerpt().sentence();
        TailChoice tails = sentence.says(Cue.ONE_TAILED) || options.tails() == CheckOptions.Tailedness.EITHER
                ? TailChoice.EITHER
                : TailChoice.TWO;
        TestStatistic statistic =
                new TestStatistic(report.kind(), degreesOfFreedom(report), report.df2(), report.statistic());
        Assessment assessment = judge(statistic, p, tails, options);
        if (assessment.verdict() != Verdict.INCONSISTENT) {
            return assessment;
        }
        if (isExact(article, sentence)) {
            return Assessment.notTestable(
                    p.text(), "the text speaks of an exact or resampled p, which does not follow from the statistic");
        }
        boolean larger = assessment.recomputed().isPresent()
                && PJudgement.interval(p, options, options.rounding()).upperAsDouble()
                        > assessment.recomputed().get().high();
        if (larger && (sentence.says(Cue.MULTIPLICITY) || sentence.says(Cue.CORRECTED_DF))) {
            return Assessment.notTestable(
                    p.text(),
                    "the sentence speaks of corrected p-values or degrees of freedom; the correction is unknown");
        }
        return assessment;
    }

    /** Whether the sentence or the one before speaks of an exact test or of resampling. */
    private static boolean isExact(ArticleResults article, Sentence sentence) {
        boolean before = sentence.index() > 0
                && article.sentences().get(sentence.index() - 1).says(Cue.EXACT_METHOD);
        return before || sentence.says(Cue.EXACT_METHOD);
    }

    /** r printed with n in place of df has n - 2. */
    private static Optional<ReportedNumber> degreesOfFreedom(TestReport report) {
        if (report.kind() == TestKind.R && report.df1().isEmpty() && report.n().isPresent()) {
            return ReportedNumber.parse(report.n()
                    .get()
                    .value()
                    .subtract(java.math.BigDecimal.valueOf(2))
                    .toPlainString());
        }
        return report.df1();
    }

    static Assessment judge(TestStatistic statistic, ReportedP p, TailChoice tails, CheckOptions options) {
        Optional<String> obstacle = statistic.obstacle();
        if (obstacle.isPresent()) {
            return Assessment.notTestable(p.text(), obstacle.get());
        }
        if (PJudgement.isImpossible(p)) {
            return Assessment.notTestable(p.text(), "the reported p is not a probability");
        }
        RoundingRule rule = options.rounding();
        Bounds recomputed = recomputed(statistic, tails, rule);
        String message =
                "recomputed p is " + Display.range(recomputed.low(), recomputed.high()) + ", reported " + p.text();
        if (fits(statistic, p, tails, options, rule)) {
            return Assessment.consistent(p.text(), recomputed.range(), message);
        }
        return Assessment.inconsistent(p.text(), recomputed.range(), message)
                .deciding(PJudgement.decision(p, pointP(statistic, tails), options))
                .explained(explanations(statistic, p, tails, options));
    }

    private static boolean fits(
            TestStatistic statistic, ReportedP p, TailChoice tails, CheckOptions options, RoundingRule rule) {
        if (tails == TailChoice.EITHER) {
            return fits(statistic, p, TailChoice.TWO, options, rule)
                    || fits(statistic, p, TailChoice.ONE, options, rule);
        }
        return PJudgement.fits(p, recomputed(statistic, tails, rule), options, rule);
    }

    private static Bounds recomputed(TestStatistic statistic, TailChoice tails, RoundingRule rule) {
        Bounds two = statistic.pBounds(rule);
        if (statistic.isUpperTailed()) {
            return two;
        }
        boolean straddles = statistic.statistic().comparison() == Comparison.EQUAL
                && Bounds.of(statistic.statistic(), rule).nearest() == 0;
        boolean positive = statistic.statistic().value().signum() >= 0;
        return switch (tails) {
            case TWO, EITHER -> two;
            case ONE -> half(two);
            case GREATER, LESS ->
                straddles
                        ? half(two).hull(opposite(two))
                        : positive == (tails == TailChoice.GREATER) ? half(two) : opposite(two);
        };
    }

    private static Bounds half(Bounds two) {
        return new Bounds(two.low() / 2, two.high() / 2);
    }

    private static Bounds opposite(Bounds two) {
        return new Bounds(1 - two.high() / 2, 1 - two.low() / 2);
    }

    private static double pointP(TestStatistic statistic, TailChoice tails) {
        double two = statistic.pointP();
        if (statistic.isUpperTailed()) {
            return two;
        }
        boolean positive = statistic.statistic().value().signum() >= 0;
        return switch (tails) {
            case TWO, EITHER -> two;
            case ONE -> two / 2;
            case GREATER -> positive ? two / 2 : 1 - two / 2;
            case LESS -> positive ? 1 - two / 2 : two / 2;
        };
    }

    private static List<String> explanations(
            TestStatistic statistic, ReportedP p, TailChoice tails, CheckOptions options) {
        List<String> found = new ArrayList<>();
        RoundingRule rule = options.rounding();
        Explanations.rounding(options, other -> fits(statistic, p, tails, options, other))
                .ifPresent(found::add);
        if (tails == TailChoice.TWO
                && !statistic.isUpperTailed()
                && fits(statistic, p, TailChoice.ONE, options, rule)) {
            found.add("one-tailed: half the recomputed p would fit; the sentence does not say so");
        }
        multiplier(statistic, p, tails, options).ifPresent(found::add);
        Explanations.typo(
                        "the statistic",
                        statistic.statistic(),
                        other -> statistic.withStatistic(other).obstacle().isEmpty()
                                && fits(statistic.withStatistic(other), p, tails, options, rule))
                .ifPresent(found::add);
        statistic
                .df1()
                .flatMap(df -> Explanations.typo(
                        "the degrees of freedom",
                        df,
                        other -> statistic.withDf1(other).obstacle().isEmpty()
                                && fits(statistic.withDf1(other), p, tails, options, rule)))
                .ifPresent(found::add);
        p.number()
                .flatMap(number -> Explanations.typo(
                        "p", number, other -> fits(statistic, ReportedP.of(other.text(), other), tails, options, rule)))
                .ifPresent(found::add);
        found.add(belonging(statistic, p));
        return found;
    }

    private static String belonging(TestStatistic statistic, ReportedP p) {
        boolean exact = p.number().isPresent()
                && p.number().get().comparison() == Comparison.EQUAL
                && p.number().get().value().signum() > 0;
        return exact
                ? "p and statistic belong to different tests: with these degrees of freedom " + p.text() + " goes with "
                        + statistic.kind().id() + " = "
                        + Display.number(
                                statistic.sizeFor(p.number().get().value().doubleValue()))
                : "p, the statistic or its degrees of freedom belong to another test";
    }

    /** A p that is a small multiple of the recomputed one was perhaps corrected for that many comparisons. */
    private static Optional<String> multiplier(
            TestStatistic statistic, ReportedP p, TailChoice tails, CheckOptions options) {
        if (p.number().isEmpty() || p.number().get().comparison() != Comparison.EQUAL) {
            return Optional.empty();
        }
        Bounds once = recomputed(statistic, tails, options.rounding());
        for (int m = 2; m <= 20; m++) {
            Bounds times = new Bounds(Math.min(1, m * once.low()), Math.min(1, m * once.high()));
            if (PJudgement.fits(p, times, options, options.rounding())) {
                return Optional.of("adjusted: p multiplied by " + m + " would fit, as after a Bonferroni correction");
            }
        }
        return Optional.empty();
    }

    private static TailChoice tails(String text, CheckOptions options) {
        return switch (text) {
            case "2" -> options.tails() == CheckOptions.Tailedness.EITHER ? TailChoice.EITHER : TailChoice.TWO;
            case "1" -> TailChoice.ONE;
            case "greater" -> TailChoice.GREATER;
            case "less" -> TailChoice.LESS;
            default ->
                throw new UnreadableCellException("column `tails`: `" + text + "` is not one of 2, 1, greater, less");
        };
    }
}
