package org.countersign.audit.checks;

import static org.countersign.audit.checks.TableColumn.optional;
import static org.countersign.audit.checks.TableColumn.required;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.countersign.audit.extract.ArticleResults;
import org.countersign.audit.extract.Cue;
import org.countersign.audit.extract.IntervalReport;
import org.countersign.audit.extract.Measure;
import org.countersign.audit.extract.ProportionReport;
import org.countersign.audit.extract.Sentence;
import org.countersign.diagnostics.Severity;
import org.countersign.numbers.Comparison;
import org.countersign.numbers.ReportedNumber;
import org.countersign.numbers.RoundingInterval;
import org.countersign.stats.TailProbabilities;

/**
 * An unadjusted risk ratio, odds ratio or risk difference recomputed from the counts beside it; exactly. Its interval is
 * compared with those of Katz (risk ratio), Woolf (odds ratio), both also with 0.5 added, Wald and Newcombe (risk
 * difference); an interval that none of them gives is a warning, and only when its width differs by more than a quarter.
 * A table with a zero cell is not testable.
 */
public final class RiskFromCountsCheck implements ConsistencyCheck {

    private static final double OTHER_METHOD = 1.25;

    private enum Direction {
        AS_GIVEN,
        EITHER
    }

    @Override
    public String id() {
        return "risk-from-counts";
    }

    @Override
    public String summary() {
        return "An unadjusted ratio or risk difference follows from the counts";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public List<TableColumn> columns() {
        return List.of(
                required("k1", "events of the first group"),
                required("n1", "its size"),
                required("k2", "events of the second group"),
                required("n2", "its size"),
                required("measure", "risk-ratio, odds-ratio or risk-difference, first against second"),
                required("estimate", "as printed; a risk difference with a percent sign is in percentage points"),
                optional("lower", "lower limit"),
                optional("upper", "upper limit"),
                optional("level", "confidence level in percent; 95 when empty"));
    }

    @Override
    public Assessment assess(TableRow row, CheckOptions options) {
        String name = row.requireText("measure");
        Measure measure = Arrays.stream(Measure.values())
                .filter(m -> isCountable(m) && m.id().equals(name))
                .findFirst()
                .orElseThrow(() -> new UnreadableCellException(
                        "column `measure`: `" + name + "` is not one of risk-ratio, odds-ratio, risk-difference"));
        TwoByTwo table;
        try {
            table = new TwoByTwo(
                    row.requireCount("k1", 0),
                    row.requireCount("n1", 1),
                    row.requireCount("k2", 0),
                    row.requireCount("n2", 1));
        } catch (IllegalArgumentException e) {
            throw new UnreadableCellException(String.valueOf(e.getMessage()));
        }
        double level =
                row.number("level").map(n -> n.value().doubleValue() / 100).orElse(0.95);
        if (!(level > 0 && level < 1)) {
            throw new UnreadableCellException("column `level` is not strictly between 0 and 100");
        }
        Claim claim = new Claim(measure, row.require("estimate"), row.number("lower"), row.number("upper"), level);
        return judge(table, claim, Direction.AS_GIVEN, options);
    }

    @Override
    public List<CheckOutcome> examine(ArticleResults article, CheckOptions options) {
        List<CheckOutcome> outcomes = new ArrayList<>();
        boolean adjusts = article.sentences().stream().anyMatch(s -> s.says(Cue.ADJUSTED) || s.says(Cue.WEIGHTED));
        for (Sentence sentence : article.reportingSentences()) {
            if (sentence.says(Cue.ADJUSTED) || sentence.says(Cue.WEIGHTED)) {
                continue;
            }
            List<ProportionReport> counts = withoutTotal(article.in(sentence, ProportionReport.class));
            if (counts.size() != 2) {
                continue;
            }
            boolean row = counts.stream().allMatch(c -> isOfItsColumn(c, options));
            Optional<TwoByTwo> table =
                    row ? Optional.of(counts(counts.get(0), counts.get(1))) : table(counts.get(0), counts.get(1));
            List<IntervalReport> effects = article.in(sentence, IntervalReport.class).stream()
                    .filter(effect -> isCountable(effect.measure()))
                    .toList();
            if (table.isPresent()
                    && effects.size() == 1
                    && effects.get(0).adjustment() != IntervalReport.Adjustment.ADJUSTED) {
                IntervalReport effect = effects.get(0);
                Claim claim = new Claim(
                        effect.measure(),
                        effect.estimate(),
                        Optional.of(effect.lower()),
                        Optional.of(effect.upper()),
                        effect.level().doubleValue() / 100);
                Assessment assessment = judge(table.get(), claim, Direction.EITHER, options);
                outcomes.add(CheckOutcome.of(
                        this,
                        row && assessment.verdict().isFinding() ? inTable(assessment, adjusts) : assessment,
                        effect,
                        counts.get(0),
                        counts.get(1)));
            }
        }
        return outcomes;
    }

    /**
     * A heading may not say that a table's estimates are adjusted, a footnote or the methods may: a finding is then a
     * warning, and none at all in a text that speaks of adjustment anywhere.
     */
    private static Assessment inTable(Assessment finding, boolean adjusts) {
        return adjusts
                ? Assessment.notTestable(
                        finding.reported(), "the text speaks of adjustment, and the table does not say where")
                : finding.as(Verdict.WARNING);
    }

    /** Of three columns the one that is the sum of the others. */
    private static List<ProportionReport> withoutTotal(List<ProportionReport> counts) {
        if (counts.size() != 3) {
            return counts;
        }
        for (int whole = 0; whole < 3; whole++) {
            List<ProportionReport> parts = new ArrayList<>(counts);
            ProportionReport sum = parts.remove(whole);
            boolean sums = sum.count()
                                    .value()
                                    .compareTo(parts.get(0)
                                            .count()
                                            .value()
                                            .add(parts.get(1).count().value()))
                            == 0
                    && sum.total()
                                    .value()
                                    .compareTo(parts.get(0)
                                            .total()
                                            .value()
                                            .add(parts.get(1).total().value()))
                            == 0;
            if (sums) {
                return parts;
            }
        }
        return counts;
    }

    /** Whether the total comes from the heading, and the percentage printed beside the count proves it right. */
    private static boolean isOfItsColumn(ProportionReport report, CheckOptions options) {
        int n = report.total().value().intValue();
        return report.totalSource() == ProportionReport.TotalSource.COLUMN_HEADING
                && n > 0
                && report.count().value().intValue() <= n
                && report.percent()
                        .filter(p -> PercentCheck.fits(report.count().value().intValue(), n, p, options.rounding()))
                        .isPresent();
    }

    private static TwoByTwo counts(ProportionReport first, ProportionReport second) {
        return new TwoByTwo(
                first.count().value().intValue(),
                first.total().value().intValue(),
                second.count().value().intValue(),
                second.total().value().intValue());
    }

    /** The counts of two groups; a count of a total that is said twice is one group. */
    static Optional<TwoByTwo> table(ProportionReport first, ProportionReport second) {
        boolean beside = first.totalSource() == ProportionReport.TotalSource.BESIDE
                && second.totalSource() == ProportionReport.TotalSource.BESIDE;
        int k1 = first.count().value().intValue();
        int n1 = first.total().value().intValue();
        int k2 = second.count().value().intValue();
        int n2 = second.total().value().intValue();
        boolean same = k1 == k2 && n1 == n2;
        return beside && !same && n1 > 0 && n2 > 0 && k1 <= n1 && k2 <= n2
                ? Optional.of(new TwoByTwo(k1, n1, k2, n2))
                : Optional.empty();
    }

    private static boolean isCountable(Measure measure) {
        return measure == Measure.RISK_RATIO || measure == Measure.ODDS_RATIO || measure == Measure.RISK_DIFFERENCE;
    }

    private record Claim(
            Measure measure,
            ReportedNumber estimate,
            Optional<ReportedNumber> lower,
            Optional<ReportedNumber> upper,
            double level) {

        /** 100 where a risk difference is printed in percentage points. */
        BigDecimal scale() {
            boolean points = measure == Measure.RISK_DIFFERENCE
                    && (estimate.percent() || estimate.value().abs().compareTo(BigDecimal.ONE) > 0);
            return points ? BigDecimal.valueOf(100) : BigDecimal.ONE;
        }
    }

    private static Assessment judge(TwoByTwo table, Claim claim, Direction direction, CheckOptions options) {
        ReportedNumber estimate = claim.estimate();
        if (estimate.comparison() != Comparison.EQUAL) {
            return Assessment.notTestable(estimate.text(), "the estimate is not a plain number");
        }
        if (claim.measure() != Measure.RISK_DIFFERENCE && table.hasZeroCell()) {
            return Assessment.notTestable(estimate.text(), "a cell of the table is zero");
        }
        RoundingInterval interval = estimate.interval(options.rounding());
        if (isIn(table, claim, interval)) {
            return judgeInterval(table, claim, options);
        }
        if (direction == Direction.EITHER && isIn(table.swapped(), claim, interval)) {
            return judgeInterval(table.swapped(), claim, options);
        }
        if (direction == Direction.EITHER && ofThoseWithout(table, claim, interval)) {
            return Assessment.notTestable(estimate.text(), "it is the risk ratio of those who are not counted");
        }
        boolean ratio = claim.measure() != Measure.RISK_DIFFERENCE;
        boolean near =
                ratio && (isNear(value(table, claim), estimate) || isNear(value(table.swapped(), claim), estimate));
        if (near && (direction == Direction.EITHER || claim.measure() == Measure.ODDS_RATIO)) {
            return Assessment.notTestable(
                    estimate.text(), "close to the counts' ratio, as a conditional or stratified estimate is");
        }
        return mismatch(direction == Direction.EITHER ? closer(table, claim) : table, claim, options);
    }

    private static Assessment mismatch(TwoByTwo table, Claim claim, CheckOptions options) {
        double value = value(table, claim);
        String reported = claim.estimate().text();
        String message = table.k1() + "/" + table.n1() + " against " + table.k2() + "/" + table.n2() + " give "
                + (claim.measure() == Measure.ODDS_RATIO ? "an " : "a ")
                + claim.measure().id() + " of " + Display.number(value) + ", reported " + reported;
        return Assessment.inconsistent(reported, RecomputedRange.of(value, value), message)
                .explained(explanations(table, claim, options));
    }

    /** The table or the same the other way round, whichever comes closer to the estimate on its scale. */
    private static TwoByTwo closer(TwoByTwo table, Claim claim) {
        return distance(table.swapped(), claim) < distance(table, claim) ? table.swapped() : table;
    }

    private static double distance(TwoByTwo table, Claim claim) {
        double estimate = claim.estimate().value().doubleValue();
        return claim.measure() == Measure.RISK_DIFFERENCE
                ? Math.abs(value(table, claim) - estimate)
                : Math.abs(Math.log(value(table, claim)) - Math.log(Math.max(estimate, Double.MIN_NORMAL)));
    }

    /** Whether a risk ratio is that of the persons without what was counted: survivors counted, deaths compared. */
    private static boolean ofThoseWithout(TwoByTwo table, Claim claim, RoundingInterval interval) {
        TwoByTwo without = new TwoByTwo(table.n1() - table.k1(), table.n1(), table.n2() - table.k2(), table.n2());
        return claim.measure() == Measure.RISK_RATIO
                && !without.hasZeroCell()
                && (without.riskRatioIn(interval) || without.swapped().riskRatioIn(interval));
    }

    private static boolean isNear(double value, ReportedNumber estimate) {
        return Math.abs(value / estimate.value().doubleValue() - 1) < 0.05;
    }

    private static boolean isIn(TwoByTwo table, Claim claim, RoundingInterval interval) {
        return switch (claim.measure()) {
            case RISK_RATIO -> table.riskRatioIn(interval);
            case ODDS_RATIO -> table.oddsRatioIn(interval);
            default -> table.riskDifferenceIn(interval, claim.scale());
        };
    }

    private static double value(TwoByTwo table, Claim claim) {
        return switch (claim.measure()) {
            case RISK_RATIO -> table.riskRatio();
            case ODDS_RATIO -> table.oddsRatio();
            default -> table.riskDifference() * claim.scale().doubleValue();
        };
    }

    private static Assessment judgeInterval(TwoByTwo table, Claim claim, CheckOptions options) {
        double value = value(table, claim);
        Assessment consistent = Assessment.consistent(
                claim.estimate().text(),
                RecomputedRange.of(value, value),
                "the counts give " + Display.number(value) + ", reported "
                        + claim.estimate().text());
        if (claim.lower().isEmpty() || claim.upper().isEmpty() || table.hasZeroCell()) {
            return consistent;
        }
        List<Bounds> candidates = candidates(table, claim);
        RoundingInterval lower = claim.lower().get().interval(options.rounding());
        RoundingInterval upper = claim.upper().get().interval(options.rounding());
        double scale = claim.scale().doubleValue();
        for (Bounds bounds : candidates) {
            Bounds scaled = bounds.map(x -> x * scale);
            if (new Bounds(scaled.low(), scaled.low()).meets(lower)
                    && new Bounds(scaled.high(), scaled.high()).meets(upper)) {
                return consistent;
            }
        }
        Bounds usual = candidates.get(0).map(x -> x * scale);
        double ratio = width(
                        claim,
                        claim.lower().get().value().doubleValue(),
                        claim.upper().get().value().doubleValue())
                / width(claim, usual.low(), usual.high());
        if (ratio > 1 / OTHER_METHOD && ratio < OTHER_METHOD) {
            return consistent;
        }
        String limits =
                claim.lower().get().text() + " to " + claim.upper().get().text();
        return Assessment.inconsistent(
                        limits,
                        usual.range(),
                        "the counts give an interval of " + Display.number(usual.low()) + " to "
                                + Display.number(usual.high()) + ", reported " + limits)
                .as(Verdict.WARNING)
                .explained(List.of(
                        "adjusted: the interval comes from a model or allows for clusters",
                        "level: the interval is not of the level assumed",
                        "typing error in a limit"));
    }

    private static List<Bounds> candidates(TwoByTwo table, Claim claim) {
        double k = TailProbabilities.normalQuantile(0.5 + claim.level() / 2);
        return switch (claim.measure()) {
            case RISK_RATIO -> List.of(table.katz(k, 0), table.katz(k, 0.5));
            case ODDS_RATIO -> List.of(table.woolf(k, 0), table.woolf(k, 0.5));
            default -> List.of(table.wald(k), table.newcombe(k));
        };
    }

    private static double width(Claim claim, double low, double high) {
        boolean log = claim.measure() != Measure.RISK_DIFFERENCE;
        return log ? Math.log(Math.max(high, 1e-9)) - Math.log(Math.max(low, 1e-9)) : high - low;
    }

    private static List<String> explanations(TwoByTwo table, Claim claim, CheckOptions options) {
        List<String> found = new ArrayList<>();
        Explanations.rounding(
                        options, rule -> isIn(table, claim, claim.estimate().interval(rule)))
                .ifPresent(found::add);
        RoundingInterval interval = claim.estimate().interval(options.rounding());
        if (isIn(table.swapped(), claim, interval)) {
            found.add("direction: it would fit the second group against the first");
        }
        if (claim.measure() == Measure.RISK_RATIO && !table.hasZeroCell() && table.oddsRatioIn(interval)) {
            found.add("it is the odds ratio, not the risk ratio");
        }
        if (claim.measure() == Measure.ODDS_RATIO && !table.hasZeroCell() && table.riskRatioIn(interval)) {
            found.add("it is the risk ratio, not the odds ratio");
        }
        found.add("adjusted: the estimate comes from a model");
        Explanations.typo(
                        "the estimate",
                        claim.estimate(),
                        other -> isIn(table, claim, other.interval(options.rounding())))
                .ifPresent(found::add);
        return found;
    }
}
