package org.countersign.audit.checks;

import static org.countersign.audit.checks.TableColumn.optional;
import static org.countersign.audit.checks.TableColumn.required;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.countersign.audit.extract.ArticleResults;
import org.countersign.audit.extract.Cue;
import org.countersign.audit.extract.IntervalReport;
import org.countersign.audit.extract.IntervalReport.Adjustment;
import org.countersign.audit.extract.Measure;
import org.countersign.audit.extract.MedianReport;
import org.countersign.audit.extract.SplitReport;
import org.countersign.diagnostics.Severity;
import org.countersign.numbers.Comparison;
import org.countersign.numbers.ReportedNumber;
import org.countersign.numbers.RoundingRule;
import org.countersign.stats.TailProbabilities;

/**
 * The width of a mean difference's interval against the spread of the data. The quartiles give an SD of
 * (q3 - q1) / (2 Phi^-1((0.75 n - 0.125) / (n + 0.25))); the interval implies an SD of half-width / (k sqrt(1/n1 + 1/n2)).
 * A ratio outside [1/2, 2], whatever the rounding, is a warning, with the R squared that an adjustment would need,
 * 1 - (implied / quartile SD)^2. An interval narrower than the distribution-free floor (see {@link SpreadFloor}; the
 * other group constant, pooled or not) is an error unless adjusted.
 *
 * <p>Wan X, Wang W, Liu J, Tong T (2014). Estimating the sample mean and standard deviation from the sample size, median,
 * range and/or interquartile range. BMC Medical Research Methodology 14:135. doi 10.1186/1471-2288-14-135.
 */
public final class IntervalWidthCheck implements ConsistencyCheck {

    @Override
    public String id() {
        return "interval-width";
    }

    @Override
    public String summary() {
        return "The width of a difference's interval goes with the spread of the data";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public List<TableColumn> columns() {
        return List.of(
                required("q1", "first quartile of the outcome in the first group"),
                optional("median", "its median"),
                required("q3", "its third quartile"),
                required("n1", "size of the first group, at least 4"),
                required("n2", "size of the second group, at least 2"),
                required("lower", "lower limit of the difference of means"),
                required("upper", "upper limit"),
                optional("level", "confidence level in percent; 95 when empty"),
                optional("adjusted", "yes when the difference is adjusted; no when empty"));
    }

    @Override
    public Assessment assess(TableRow row, CheckOptions options) {
        String adjusted = row.text("adjusted").orElse("no").toLowerCase(Locale.ROOT);
        if (!List.of("yes", "no").contains(adjusted)) {
            throw new UnreadableCellException("column `adjusted`: `" + adjusted + "` is not yes or no");
        }
        double level =
                row.number("level").map(n -> n.value().doubleValue() / 100).orElse(0.95);
        if (!(level > 0 && level < 1)) {
            throw new UnreadableCellException("column `level` is not strictly between 0 and 100");
        }
        return judge(
                new Quartiles(row.require("q1"), row.number("median"), row.require("q3")),
                new Design(
                        row.requireCount("n1", 4),
                        row.requireCount("n2", 2),
                        level,
                        adjusted.equals("yes") ? Adjustment.ADJUSTED : Adjustment.NOT_STATED),
                row.require("lower"),
                row.require("upper"),
                options);
    }

    /**
     * A mean difference and a median with quartiles of the same outcome, in an article that says how many persons each of
     * its two groups had.
     */
    @Override
    public List<CheckOutcome> examine(ArticleResults article, CheckOptions options) {
        Optional<SplitReport> groups = article.of(SplitReport.class).stream()
                .filter(split -> split.parts().size() == 2 && !split.isBySex())
                .findFirst();
        if (groups.isEmpty()) {
            return List.of();
        }
        List<CheckOutcome> outcomes = new ArrayList<>();
        List<MedianReport> medians = article.of(MedianReport.class).stream()
                .filter(median -> median.subject().isPresent() && median.boundsKind() != MedianReport.BoundsKind.RANGE)
                .limit(100)
                .toList();
        for (IntervalReport difference : article.of(IntervalReport.class)) {
            if (difference.measure() != Measure.MEAN_DIFFERENCE
                    || difference.subject().isEmpty()) {
                continue;
            }
            for (MedianReport median : medians) {
                if (median.subject().equals(difference.subject())) {
                    outcomes.add(examine(article, groups.get(), median, difference, options));
                    break;
                }
            }
        }
        return outcomes;
    }

    private CheckOutcome examine(
            ArticleResults article,
            SplitReport groups,
            MedianReport median,
            IntervalReport difference,
            CheckOptions options) {
        int own = ownGroup(article, groups, median);
        int n1 = groups.parts().get(own).count().value().intValue();
        int n2 = groups.parts().get(1 - own).count().value().intValue();
        boolean adjusted = difference.adjustment() == Adjustment.ADJUSTED
                || difference.excerpt().sentence().says(Cue.ADJUSTED);
        Assessment assessment = n1 < 4 || n2 < 2
                ? Assessment.notTestable(difference.excerpt().text(), "a group is too small")
                : judge(
                        new Quartiles(median.lower(), Optional.of(median.median()), median.upper()),
                        new Design(
                                n1,
                                n2,
                                difference.level().doubleValue() / 100,
                                adjusted ? Adjustment.ADJUSTED : Adjustment.NOT_STATED),
                        difference.lower(),
                        difference.upper(),
                        options);
        return CheckOutcome.of(this, assessment, difference, median, groups);
    }

    /** Index of the group whose name the median's sentence has; the smaller group where it names none or both. */
    private static int ownGroup(ArticleResults article, SplitReport groups, MedianReport median) {
        String sentence = article.article()
                .text()
                .substring(
                        median.excerpt().sentence().start(),
                        median.excerpt().sentence().end())
                .toLowerCase(Locale.ROOT);
        int first = sentence.indexOf(groups.parts().get(0).label());
        int second = sentence.indexOf(groups.parts().get(1).label());
        if (first >= 0 && (second < 0 || first < second)) {
            return 0;
        }
        if (second >= 0) {
            return 1;
        }
        BigDecimal n1 = groups.parts().get(0).count().value();
        return n1.compareTo(groups.parts().get(1).count().value()) <= 0 ? 0 : 1;
    }

    private record Quartiles(ReportedNumber q1, Optional<ReportedNumber> median, ReportedNumber q3) {}

    private record Design(int n1, int n2, double level, Adjustment adjustment) {

        double factor() {
            return TailProbabilities.normalQuantile(0.5 + level / 2) * Math.sqrt(1.0 / n1 + 1.0 / n2);
        }

        /** Half-width by the first group's own variance, the other group constant, to the narrower of it and the pooled. */
        double separateToLeast() {
            double separate = 1.0 / (n1 - 1) / n1;
            double pooled = 1.0 / (n1 + n2 - 2) * (1.0 / n1 + 1.0 / n2);
            return Math.sqrt(separate / Math.min(separate, pooled));
        }
    }

    private static Assessment judge(
            Quartiles quartiles, Design design, ReportedNumber lower, ReportedNumber upper, CheckOptions options) {
        String limits = lower.text() + " to " + upper.text();
        RoundingRule rule = options.rounding();
        if (lower.comparison() != Comparison.EQUAL || upper.comparison() != Comparison.EQUAL) {
            return Assessment.notTestable(limits, "a limit is not a plain number");
        }
        Bounds q1 = Bounds.of(quartiles.q1(), rule);
        Bounds q3 = Bounds.of(quartiles.q3(), rule);
        Bounds l = Bounds.of(lower, rule);
        Bounds u = Bounds.of(upper, rule);
        if (q3.low() <= q1.high() || u.low() <= l.high()) {
            return Assessment.notTestable(limits, "the quartiles or the limits may coincide, given their rounding");
        }
        Bounds halfWidth = new Bounds((u.low() - l.high()) / 2, (u.high() - l.low()) / 2);
        int n = design.n1();
        double wan = 2 * TailProbabilities.normalQuantile((0.75 * n - 0.125) / (n + 0.25));
        Bounds spread = new Bounds((q3.low() - q1.high()) / wan, (q3.high() - q1.low()) / wan);
        double factor = design.factor();
        Bounds implied = halfWidth.map(w -> w / factor);
        double point =
                (quartiles.q3().value().doubleValue() - quartiles.q1().value().doubleValue()) / wan;
        Bounds expected = spread.map(sd -> sd * factor);
        String message = "the interval " + limits + " implies an SD of " + implied.range() + ", the quartiles "
                + quartiles.q1().text() + " to " + quartiles.q3().text() + " one near " + Display.number(point);
        if (implied.high() >= spread.low() / 2 && implied.low() <= spread.high() * 2) {
            return Assessment.consistent(limits, expected.range(), message);
        }
        Assessment finding = Assessment.inconsistent(limits, expected.range(), message);
        return implied.low() > spread.high()
                ? finding.as(Verdict.WARNING)
                        .explained(List.of(
                                "the groups behind the difference are smaller than those reported, or clustered",
                                "the distribution has long tails",
                                "a sum in place of an item mean, or different scales",
                                "decimal point: typing error in a limit or a quartile"))
                : tooNarrow(finding, quartiles, design, halfWidth, implied, spread, rule);
    }

    private static Assessment tooNarrow(
            Assessment finding,
            Quartiles quartiles,
            Design design,
            Bounds halfWidth,
            Bounds implied,
            Bounds spread,
            RoundingRule rule) {
        boolean adjusted = design.adjustment() == Adjustment.ADJUSTED;
        Bounds floor = floor(quartiles, design, rule);
        boolean impossible = halfWidth.high() < floor.low();
        double least = 1 - square(implied.high() / spread.low());
        double most = 1 - square(implied.low() / spread.high());
        double middle = 1 - square((implied.low() + implied.high()) / (spread.low() + spread.high()));
        String needed =
                "about " + percent(middle) + " of the variance (" + percent(least) + " to " + percent(most) + ")";
        StringBuilder message = new StringBuilder(finding.message());
        message.append("; its half-width is at most ").append(Display.number(halfWidth.high()));
        if (impossible) {
            double wider = design.separateToLeast();
            message.append(", where data with these quartiles give, without adjustment, at least ")
                    .append(Display.range(floor.low() * wider, floor.high() * wider))
                    .append(wider > 1 ? " (with pooled variances " + floor.range() + ")" : "");
        }
        message.append(adjusted ? "; adjustment would have to explain " : "; only an adjustment could, explaining ")
                .append(needed);
        List<String> found = new ArrayList<>();
        found.add("adjusted: the model explains " + needed);
        long items = Math.round(Math.sqrt(spread.low() / implied.high() * (spread.high() / implied.low())));
        found.add("an item mean in place of a sum: a scale of some " + items
                + " items or more would bring interval and quartiles together");
        found.add("a decimal slip in the limits");
        found.add("different scales, or the bracket behind the median is not that of quartiles");
        return finding.as(impossible && !adjusted ? Verdict.INCONSISTENT : Verdict.WARNING)
                .saying(message.toString())
                .explained(found);
    }

    /** Least half-width without adjustment at the rounding that allows least, and at the printed quartiles. */
    private static Bounds floor(Quartiles quartiles, Design design, RoundingRule rule) {
        double q1 = Bounds.of(quartiles.q1(), rule).high();
        double q3 = Bounds.of(quartiles.q3(), rule).low();
        Bounds median = quartiles.median().map(m -> Bounds.of(m, rule)).orElse(new Bounds(q1, q3));
        double printedQ1 = quartiles.q1().value().doubleValue();
        double printedQ3 = quartiles.q3().value().doubleValue();
        Bounds printed = quartiles
                .median()
                .map(m -> new Bounds(m.value().doubleValue(), m.value().doubleValue()))
                .orElse(new Bounds(printedQ1, printedQ3));
        double low = halfWidth(SpreadFloor.sumOfSquares(q1, median, q3, design.n1()), design);
        double high = halfWidth(SpreadFloor.sumOfSquares(printedQ1, printed, printedQ3, design.n1()), design);
        return new Bounds(Math.min(low, high), high);
    }

    /** With the other group constant; pooled or separate variances, whichever is narrower. */
    private static double halfWidth(double sumOfSquares, Design design) {
        int n1 = design.n1();
        int n2 = design.n2();
        double separate = sumOfSquares / (n1 - 1) / n1;
        double pooled = sumOfSquares / (n1 + n2 - 2) * (1.0 / n1 + 1.0 / n2);
        return TailProbabilities.normalQuantile(0.5 + design.level() / 2) * Math.sqrt(Math.min(separate, pooled));
    }

    private static double square(double x) {
        return x * x;
    }

    private static String percent(double share) {
        return Math.round(100 * Math.max(0, share)) + "%";
    }
}
