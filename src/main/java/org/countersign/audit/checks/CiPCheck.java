package org.countersign.audit.checks;

import static org.countersign.audit.checks.TableColumn.optional;
import static org.countersign.audit.checks.TableColumn.required;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.countersign.audit.extract.ArticleResults;
import org.countersign.audit.extract.Cue;
import org.countersign.audit.extract.IntervalReport;
import org.countersign.audit.extract.Measure;
import org.countersign.audit.extract.Measure.Scale;
import org.countersign.audit.extract.ProportionReport;
import org.countersign.audit.extract.ReportedP;
import org.countersign.diagnostics.Severity;
import org.countersign.numbers.Comparison;
import org.countersign.numbers.ReportedNumber;
import org.countersign.numbers.RoundingRule;
import org.countersign.stats.TailProbabilities;

/**
 * A p-value against the confidence interval beside it. With m the middle and w the half-width of the interval on its
 * scale of analysis (log for risk, odds, rate and hazard ratios), p = 2 Phi(-k |m| / w), k = Phi^-1(0.5 + level / 2);
 * p ranges over all intervals that agree with the three printed numbers. With few degrees of freedom Student's
 * distribution takes Phi's place; where they are not printed, any from 10 upwards are admitted for a difference. An
 * interval that cannot be symmetric is a warning: exact, profile, bootstrap and Hodges-Lehmann intervals need not be.
 *
 * <p>After Altman DG, Bland JM (2011). How to obtain the P value from a confidence interval. BMJ 343:d2304. doi
 * 10.1136/bmj.d2304; with exact quantiles in place of their approximation.
 */
public final class CiPCheck implements ConsistencyCheck {

    /** Fewest degrees of freedom that are admitted when a text does not print them. */
    private static final double FEWEST_DF = 10;

    /** From here on Student's distribution is not needed. */
    private static final double MANY_DF = 60;

    /** Half-widths of asymmetry in an article that profile and exact intervals produce every day. */
    private static final double USUAL_ASYMMETRY = 0.2;

    /** Units of z between the tests that may stand behind p and behind the interval (Wald, score, log-rank). */
    private static final double USUAL_TEST_GAP = 0.2;

    /** With fewer events, or fewer without, the p beside an interval is often Fisher's. */
    private static final BigDecimal FEW_EVENTS = BigDecimal.valueOf(5);

    @Override
    public String id() {
        return "ci-p";
    }

    @Override
    public String summary() {
        return "A p-value follows from the confidence interval beside it";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public List<TableColumn> columns() {
        return List.of(
                required("estimate", "as printed"),
                required("lower", "lower limit"),
                required("upper", "upper limit"),
                required("p", "as printed, or ns"),
                optional("p_comparison", "sign in front of p; = when empty"),
                optional("level", "confidence level in percent; 95 when empty"),
                optional("scale", "identity (default) or log"),
                optional("df", "degrees of freedom, for a t interval"));
    }

    @Override
    public Assessment assess(TableRow row, CheckOptions options) {
        Scale scale = row.text("scale")
                .map(text -> Scale.of(text)
                        .filter(s -> s != Scale.UNKNOWN)
                        .orElseThrow(() ->
                                new UnreadableCellException("column `scale`: `" + text + "` is not identity or log")))
                .orElse(Scale.IDENTITY);
        BigDecimal level = row.number("level").map(ReportedNumber::value).orElse(BigDecimal.valueOf(95));
        if (level.signum() <= 0 || level.compareTo(BigDecimal.valueOf(100)) >= 0) {
            throw new UnreadableCellException("column `level`: `" + level + "` is not strictly between 0 and 100");
        }
        ReportedP p = row.p("p", "p_comparison").orElseThrow(() -> new UnreadableCellException("column `p` is empty"));
        double df = row.number("df").map(n -> n.value().doubleValue()).orElse(Double.POSITIVE_INFINITY);
        if (!(df > 0)) {
            throw new UnreadableCellException("column `df`: `" + df + "` is not positive");
        }
        return judge(
                new Triple(row.require("estimate"), row.require("lower"), row.require("upper")),
                p,
                new Setting(scale, level.doubleValue() / 100, df < MANY_DF ? df : Double.POSITIVE_INFINITY),
                options);
    }

    @Override
    public List<CheckOutcome> examine(ArticleResults article, CheckOptions options) {
        List<CheckOutcome> outcomes = new ArrayList<>();
        for (IntervalReport report : article.of(IntervalReport.class)) {
            if (report.measure().isEffect() && report.p().isPresent()) {
                Assessment assessment = judge(report, report.p().get(), options);
                boolean sparse = assessment.verdict() == Verdict.INCONSISTENT
                        && assessment.decision() == Decision.KEPT
                        && hasFewEvents(article, report);
                outcomes.add(CheckOutcome.of(
                        this,
                        sparse
                                ? Assessment.notTestable(
                                        assessment.reported(), "few events, where p is often that of an exact test")
                                : assessment,
                        report));
            }
        }
        return outcomes;
    }

    private static boolean hasFewEvents(ArticleResults article, IntervalReport report) {
        return article.in(report.excerpt().sentence(), ProportionReport.class).stream()
                .anyMatch(c -> c.count().value().compareTo(FEW_EVENTS) < 0
                        || c.total().value().subtract(c.count().value()).compareTo(FEW_EVENTS) < 0);
    }

    /**
     * Estimate and limits as printed.
     *
     * @param estimate as printed
     * @param lower limit
     * @param upper limit
     */
    record Triple(ReportedNumber estimate, ReportedNumber lower, ReportedNumber upper) {

        boolean isPlain() {
            return estimate.comparison() == Comparison.EQUAL
                    && lower.comparison() == Comparison.EQUAL
                    && upper.comparison() == Comparison.EQUAL;
        }

        boolean isPositive() {
            return estimate.value().signum() > 0
                    && lower.value().signum() > 0
                    && upper.value().signum() > 0;
        }

        boolean isOrdered(RoundingRule rule) {
            return EstimateInIntervalCheck.fits(this, rule);
        }

        Triple negatedEstimate() {
            return new Triple(EstimateInIntervalCheck.negated(estimate), lower, upper);
        }
    }

    /**
     * How p was computed.
     *
     * @param scale of analysis
     * @param level confidence level in (0, 1)
     * @param fewestDf fewest degrees of freedom admitted beside the normal distribution; infinite for none
     */
    record Setting(Scale scale, double level, double fewestDf) {}

    private static Assessment judge(IntervalReport report, ReportedP p, CheckOptions options) {
        Triple triple = new Triple(report.estimate(), report.lower(), report.upper());
        if (report.measure() == Measure.CORRELATION) {
            return Assessment.notTestable(p.text(), "the interval of a correlation is not symmetric");
        }
        if (report.excerpt().sentence().says(Cue.EXACT_METHOD)) {
            return Assessment.notTestable(p.text(), "the sentence names a method whose interval need not be symmetric");
        }
        if (!triple.isOrdered(options.rounding())) {
            if (!triple.negatedEstimate().isOrdered(options.rounding())) {
                return Assessment.notTestable(p.text(), "the estimate is outside its interval");
            }
            triple = triple.negatedEstimate();
        }
        Scale scale = report.measure().scale();
        if (scale == Scale.UNKNOWN) {
            Assessment identity = judge(triple, p, setting(Scale.IDENTITY, report), options);
            return identity.verdict() == Verdict.CONSISTENT
                    ? identity
                    : Assessment.notTestable(p.text(), "the text does not say what the interval is an interval of");
        }
        Setting setting = setting(scale, report);
        Assessment strict = judge(triple, p, setting, options);
        return strict.verdict().isFinding() ? tolerate(strict, triple, p, setting, report, options) : strict;
    }

    private static Setting setting(Scale scale, IntervalReport report) {
        return new Setting(
                scale,
                report.level().doubleValue() / 100,
                scale == Scale.IDENTITY && report.measure() != Measure.RISK_DIFFERENCE
                        ? FEWEST_DF
                        : Double.POSITIVE_INFINITY);
    }

    /** A text seldom says which test is behind p; what another usual test would do is no finding. */
    private static Assessment tolerate(
            Assessment strict,
            Triple triple,
            ReportedP p,
            Setting setting,
            IntervalReport report,
            CheckOptions options) {
        if (strict.verdict() == Verdict.WARNING) {
            double asymmetry = IntervalPolygon.asymmetry(
                    triple.estimate(), triple.lower(), triple.upper(), setting.scale(), options.rounding());
            return asymmetry <= USUAL_ASYMMETRY
                    ? Assessment.notTestable(
                            p.text(), "the interval is not quite symmetric, as profile and exact intervals are")
                    : strict;
        }
        boolean larger = strict.recomputed().isPresent()
                && PJudgement.interval(p, options, options.rounding()).lowerAsDouble()
                        >= strict.recomputed().get().high();
        if (larger && report.excerpt().sentence().says(Cue.MULTIPLICITY)) {
            return Assessment.notTestable(
                    p.text(), "the sentence speaks of p-values corrected for multiple comparisons");
        }
        if (report.excerpt().sentence().says(Cue.ONE_TAILED) || options.tails() == CheckOptions.Tailedness.EITHER) {
            Bounds half = pBounds(triple, setting, options.rounding())
                    .map(b -> new Bounds(b.low() / 2, b.high() / 2))
                    .orElseThrow();
            if (PJudgement.fits(p, half, options, options.rounding())) {
                return Assessment.consistent(
                        p.text(), half.range(), "half the p of the interval, as a one-sided test has");
            }
        }
        if (strict.decision() == Decision.KEPT && testGap(p, strict.recomputed().orElseThrow()) <= USUAL_TEST_GAP) {
            return Assessment.notTestable(
                    p.text(), "p differs no more than another usual test (score, log-rank, rank-sum) would");
        }
        return strict;
    }

    /** Distance between reported and recomputed p on the scale of z. */
    private static double testGap(ReportedP p, RecomputedRange recomputed) {
        if (p.number().isEmpty()) {
            return Double.POSITIVE_INFINITY;
        }
        double reported = p.number().get().value().doubleValue();
        double halfUnit = p.number().get().comparison() == Comparison.EQUAL
                ? p.number().get().unit().doubleValue() / 2
                : 0;
        double zLow = z(reported + halfUnit);
        double zHigh = z(reported - halfUnit);
        return Math.max(0, Math.max(z(recomputed.high()) - zHigh, zLow - z(recomputed.low())));
    }

    private static double z(double p) {
        return p <= 1e-300 ? 37 : p >= 1 ? 0 : -TailProbabilities.normalQuantile(p / 2);
    }

    static Assessment judge(Triple triple, ReportedP p, Setting setting, CheckOptions options) {
        if (!triple.isPlain() || setting.scale() == Scale.LOG && !triple.isPositive()) {
            return Assessment.notTestable(p.text(), "the interval has a bound without a finite value on its scale");
        }
        if (PJudgement.isImpossible(p)) {
            return Assessment.notTestable(p.text(), "the reported p is not a probability");
        }
        RoundingRule rule = options.rounding();
        if (!triple.isOrdered(rule)) {
            return Assessment.notTestable(p.text(), "the estimate is outside its interval (see estimate-in-interval)");
        }
        Optional<Bounds> recomputed = pBounds(triple, setting, rule);
        if (recomputed.isEmpty()) {
            return asymmetric(triple, p, setting, options);
        }
        String message = "the interval implies p of "
                + Display.range(recomputed.get().low(), recomputed.get().high()) + ", reported " + p.text();
        if (PJudgement.fits(p, recomputed.get(), options, rule)) {
            return Assessment.consistent(p.text(), recomputed.get().range(), message);
        }
        return Assessment.inconsistent(p.text(), recomputed.get().range(), message)
                .deciding(PJudgement.decision(p, pointP(triple, setting), options))
                .explained(explanations(triple, p, setting, options));
    }

    private static Assessment asymmetric(Triple triple, ReportedP p, Setting setting, CheckOptions options) {
        String scale = setting.scale() == Scale.LOG ? "log scale" : "scale as printed";
        List<String> found = new ArrayList<>(typos(triple, p, setting, options));
        found.add("an exact, profile, bootstrap, Bayesian or Hodges-Lehmann interval, which need not be symmetric");
        found.add("an interval made on another scale");
        if (found.size() == 2) {
            found.add("typing error in the estimate or a limit");
        }
        return Assessment.notTestable(
                        p.text(),
                        "the limits " + triple.lower().text() + " and "
                                + triple.upper().text()
                                + " are not symmetric about "
                                + triple.estimate().text() + " on the " + scale
                                + ", so that no p follows")
                .as(Verdict.WARNING)
                .explained(found);
    }

    /** A lost sign or one wrong digit in a limit or the estimate with which interval and p agree. */
    private static List<String> typos(Triple triple, ReportedP p, Setting setting, CheckOptions options) {
        List<String> found = new ArrayList<>();
        ReportedNumber turned = EstimateInIntervalCheck.negated(triple.lower());
        if (fits(new Triple(triple.estimate(), turned, triple.upper()), p, setting, options)) {
            found.add("sign: a lower limit of " + turned.value().toPlainString()
                    + " would fit estimate, upper limit and p");
        }
        Explanations.typo(
                        "the lower limit",
                        triple.lower(),
                        other -> fits(new Triple(triple.estimate(), other, triple.upper()), p, setting, options))
                .ifPresent(found::add);
        Explanations.typo(
                        "the upper limit",
                        triple.upper(),
                        other -> fits(new Triple(triple.estimate(), triple.lower(), other), p, setting, options))
                .ifPresent(found::add);
        Explanations.typo(
                        "the estimate",
                        triple.estimate(),
                        other -> fits(new Triple(other, triple.lower(), triple.upper()), p, setting, options))
                .ifPresent(found::add);
        return found;
    }

    private static Optional<Bounds> pBounds(Triple triple, Setting setting, RoundingRule rule) {
        return IntervalPolygon.of(triple.estimate(), triple.lower(), triple.upper(), setting.scale(), rule)
                .map(polygon -> {
                    Bounds ratio = polygon.ratio();
                    Bounds normal = pRange(ratio, setting.level(), Double.POSITIVE_INFINITY);
                    return Double.isInfinite(setting.fewestDf())
                            ? normal
                            : normal.hull(pRange(ratio, setting.level(), setting.fewestDf()));
                });
    }

    private static Bounds pRange(Bounds ratio, double level, double df) {
        double k = TailProbabilities.tQuantile(0.5 + level / 2, df);
        return new Bounds(
                TailProbabilities.twoSidedT(k * ratio.high(), df), TailProbabilities.twoSidedT(k * ratio.low(), df));
    }

    private static double pointP(Triple triple, Setting setting) {
        boolean log = setting.scale() == Scale.LOG;
        double lower = triple.lower().value().doubleValue();
        double upper = triple.upper().value().doubleValue();
        double l = log ? Math.log(lower) : lower;
        double u = log ? Math.log(upper) : upper;
        double k = TailProbabilities.normalQuantile(0.5 + setting.level() / 2);
        return u > l ? TailProbabilities.twoSidedNormal(k * (l + u) / (u - l)) : 0;
    }

    private static List<String> explanations(Triple triple, ReportedP p, Setting setting, CheckOptions options) {
        List<String> found = new ArrayList<>();
        RoundingRule rule = options.rounding();
        Explanations.rounding(
                        options,
                        other -> pBounds(triple, setting, other)
                                .map(b -> PJudgement.fits(p, b, options, other))
                                .orElse(false))
                .ifPresent(found::add);
        Optional<Bounds> half = pBounds(triple, setting, rule).map(b -> new Bounds(b.low() / 2, b.high() / 2));
        if (half.isPresent() && PJudgement.fits(p, half.get(), options, rule)) {
            found.add("one-tailed: half the recomputed p would fit");
        }
        for (double level : new double[] {0.9, 0.95, 0.99}) {
            Setting other = new Setting(setting.scale(), level, setting.fewestDf());
            if (level != setting.level() && fits(triple, p, other, options)) {
                found.add("level: it would fit a " + Math.round(level * 100) + "% interval");
            }
        }
        found.add("another test or model is behind p than behind the interval");
        found.addAll(typos(triple, p, setting, options));
        p.number()
                .flatMap(number -> Explanations.typo(
                        "p", number, other -> fits(triple, ReportedP.of(other.text(), other), setting, options)))
                .ifPresent(found::add);
        return found;
    }

    private static boolean fits(Triple triple, ReportedP p, Setting setting, CheckOptions options) {
        return triple.isPlain()
                && (setting.scale() != Scale.LOG || triple.isPositive())
                && pBounds(triple, setting, options.rounding())
                        .map(b -> PJudgement.fits(p, b, options, options.rounding()))
                        .orElse(false);
    }
}
