package org.countersign.audit.checks;

import static org.countersign.audit.checks.TableColumn.required;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.countersign.audit.extract.ArticleResults;
import org.countersign.audit.extract.Bound;
import org.countersign.audit.extract.CoefficientReport;
import org.countersign.audit.extract.Cue;
import org.countersign.audit.extract.IntervalReport;
import org.countersign.audit.extract.MeanReport;
import org.countersign.audit.extract.Measure.Scale;
import org.countersign.audit.extract.PReport;
import org.countersign.audit.extract.ProportionReport;
import org.countersign.audit.extract.ReportedP;
import org.countersign.audit.extract.ReportedResult;
import org.countersign.audit.extract.TestKind;
import org.countersign.audit.extract.TestReport;
import org.countersign.diagnostics.Severity;
import org.countersign.numbers.Comparison;
import org.countersign.numbers.ReportedNumber;

/**
 * Values that no data yield, whatever the rounding: a p-value of 0 or beyond 1, a correlation beyond 1, a count above its
 * total, a negative standard deviation, F or chi-squared, a ratio that is not positive.
 */
public final class ImpossibleValueCheck implements ConsistencyCheck {

    private static final Pattern SPELLED_OUT = Pattern.compile("ratio|risk", Pattern.CASE_INSENSITIVE);
    private static final Pattern VITAL_SIGNS = Pattern.compile(
            "heart rate|pulse|\\bbeats|\\bbpm\\b|respiratory rate|breath|\\b(?:RR|PR) interval|operating",
            Pattern.CASE_INSENSITIVE);

    @Override
    public String id() {
        return "impossible-value";
    }

    @Override
    public String summary() {
        return "A value is one that data can yield";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public List<TableColumn> columns() {
        return List.of(
                required("kind", "p, coefficient (at most 1 in size), sd, f, chi2, ratio, percent (of a whole)"),
                required("value", "as printed, with its comparison sign if any"));
    }

    @Override
    public Assessment assess(TableRow row, CheckOptions options) {
        String kind = row.requireText("kind");
        ReportedNumber value =
                row.number("value").orElseThrow(() -> new UnreadableCellException("column `value` is empty"));
        Optional<String> reason = switch (kind) {
            case "p" -> ofP(ReportedP.of(value.text(), value));
            case "coefficient" -> ofCoefficient(value);
            case "sd" -> negative("a standard deviation", value);
            case "f" -> negative("F", value);
            case "chi2" -> negative("chi-squared", value);
            case "ratio" -> notPositive(value);
            case "percent" ->
                value.value().signum() < 0 || value.value().compareTo(BigDecimal.valueOf(100)) > 0
                        ? Optional.of("a percentage of a whole lies between 0 and 100")
                        : Optional.empty();
            default ->
                throw new UnreadableCellException(
                        "column `kind`: `" + kind + "` is not one of p, coefficient, sd, f, chi2, ratio, percent");
        };
        return reason.map(r -> Assessment.inconsistent(value.text(), r))
                .orElseGet(() -> Assessment.consistent(value.text(), "a possible value"));
    }

    @Override
    public List<CheckOutcome> examine(ArticleResults article, CheckOptions options) {
        List<CheckOutcome> outcomes = new ArrayList<>();
        for (ReportedResult result : article.results()) {
            judge(result)
                    .filter(a -> !isVitalSign(article, result))
                    .ifPresent(a -> outcomes.add(CheckOutcome.of(this, a, result)));
        }
        return outcomes;
    }

    private static Optional<Assessment> judge(ReportedResult result) {
        if (result instanceof TestReport test) {
            return first(test.p().flatMap(ImpossibleValueCheck::judgeP), of(test));
        }
        if (result instanceof IntervalReport interval) {
            return first(interval.p().flatMap(ImpossibleValueCheck::judgeP), of(interval));
        }
        if (result instanceof PReport p) {
            return isPrintedAsProbability(p.p()) ? judgeP(p.p()) : Optional.empty();
        }
        if (result instanceof CoefficientReport coefficient) {
            boolean reliability = coefficient.name().toLowerCase(Locale.ROOT).matches("alpha|\u03b1|icc");
            ReportedNumber value = coefficient.value();
            return first(
                    coefficient.p().flatMap(ImpossibleValueCheck::judgeP),
                    found(value, reliability ? ofReliability(value) : ofCoefficient(value)));
        }
        if (result instanceof ProportionReport proportion) {
            return of(proportion);
        }
        if (result instanceof MeanReport mean) {
            return found(mean.spread(), negative("a standard deviation", mean.spread()));
        }
        return Optional.empty();
    }

    /** The estimate, where its name bounds it; limits may leave the bounds by the usual formulas, but not those of a ratio. */
    private static Optional<Assessment> of(IntervalReport interval) {
        ReportedNumber estimate = interval.estimate();
        boolean ratio = interval.measure().scale() == Scale.LOG
                && !interval.excerpt().sentence().says(Cue.CHANGE);
        Optional<Assessment> limit =
                ratio ? found(interval.lower(), negative("a limit of a ratio", interval.lower())) : Optional.empty();
        return switch (interval.bound()) {
            case COEFFICIENT -> found(estimate, ofCoefficient(estimate));
            case RELIABILITY -> found(estimate, ofReliability(estimate));
            case SHARE -> found(estimate, ofShare(estimate));
            // A dash before the estimate alone may part it from its name.
            case RATIO ->
                interval.lower().value().signum() < 0 ? first(found(estimate, notPositive(estimate)), limit) : limit;
            case NONE -> limit;
        };
    }

    /** HR, RR, PR and OR are also heart rate, respiratory rate, an interval of the heart's and the operating room. */
    private static boolean isVitalSign(ArticleResults article, ReportedResult result) {
        return result instanceof IntervalReport interval
                && interval.p().flatMap(ImpossibleValueCheck::judgeP).isEmpty()
                && of(interval).isPresent()
                && !SPELLED_OUT.matcher(interval.excerpt().text()).find()
                && (interval.measure().scale() == Scale.LOG || interval.bound() == Bound.RATIO)
                && VITAL_SIGNS.matcher(article.article().text()).find();
    }

    /** A p by itself may be a number of predictors or a norm; two decimals make it a probability. */
    private static boolean isPrintedAsProbability(ReportedP p) {
        return p.number().map(number -> number.decimals() >= 2).orElse(false);
    }

    private static Optional<Assessment> of(TestReport test) {
        if (test.kind() == TestKind.R) {
            return found(test.statistic(), ofCoefficient(test.statistic()));
        }
        if (test.kind() == TestKind.F || test.kind() == TestKind.CHI_SQUARED) {
            return found(test.statistic(), negative(test.kind() == TestKind.F ? "F" : "chi-squared", test.statistic()));
        }
        return Optional.empty();
    }

    private static Optional<Assessment> of(ProportionReport proportion) {
        boolean above = proportion.count().value().compareTo(proportion.total().value()) > 0;
        if (!above || proportion.percent().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Assessment.inconsistent(
                        proportion.count().text(),
                        "the count " + proportion.count().text() + " exceeds its total "
                                + proportion.total().text())
                .explained(List.of(
                        "count and total are printed in the wrong order",
                        "events were counted, not persons",
                        "typing error in the count or the total")));
    }

    private static Optional<Assessment> judgeP(ReportedP p) {
        return ofP(p).map(reason -> Assessment.inconsistent(p.text(), reason)
                .explained(
                        p.number().isPresent() && p.number().get().value().signum() == 0
                                ? List.of(
                                        "rounding: a very small p printed as 0 by software; p < 0.001 is meant",
                                        "typing error in p")
                                : List.of("a decimal point is missing", "typing error in p")));
    }

    private static Optional<String> ofP(ReportedP p) {
        if (p.number().isEmpty()) {
            return Optional.empty();
        }
        ReportedNumber number = p.number().get();
        int sign = number.value().signum();
        return switch (number.comparison()) {
            case EQUAL, LESS_OR_EQUAL ->
                sign <= 0
                        ? Optional.of("a p-value is not " + (sign == 0 ? "exactly 0" : "negative"))
                        : beyondOne(number);
            case LESS -> sign <= 0 ? Optional.of("a p-value is not below 0") : beyondOne(number);
            case GREATER ->
                number.value().compareTo(BigDecimal.ONE) >= 0
                        ? Optional.of("a p-value is not above 1")
                        : Optional.empty();
            case GREATER_OR_EQUAL -> beyondOne(number);
        };
    }

    private static Optional<String> beyondOne(ReportedNumber number) {
        return number.value().compareTo(BigDecimal.ONE) > 0
                ? Optional.of("a p-value is not above 1")
                : Optional.empty();
    }

    private static Optional<String> ofCoefficient(ReportedNumber value) {
        boolean bounded = value.comparison() == Comparison.EQUAL && !value.percent();
        return bounded && value.value().abs().compareTo(BigDecimal.ONE) > 0
                ? Optional.of("such a coefficient is at most 1 in size")
                : Optional.empty();
    }

    private static Optional<String> ofReliability(ReportedNumber value) {
        return value.value().signum() > 0 ? ofCoefficient(value) : Optional.empty();
    }

    private static Optional<String> ofShare(ReportedNumber value) {
        return value.comparison() == Comparison.EQUAL && value.value().compareTo(BigDecimal.valueOf(100)) > 0
                ? Optional.of("such a share is at most 100%")
                : Optional.empty();
    }

    private static Optional<String> negative(String what, ReportedNumber value) {
        return value.value().signum() < 0 ? Optional.of(what + " is not negative") : Optional.empty();
    }

    private static Optional<String> notPositive(ReportedNumber value) {
        return value.value().signum() < 0 ? Optional.of("a ratio is not negative") : Optional.empty();
    }

    private static Optional<Assessment> found(ReportedNumber value, Optional<String> reason) {
        return reason.map(r -> Assessment.inconsistent(value.text(), r)
                .explained(List.of("typing error in " + value.text(), "another quantity is meant")));
    }

    private static Optional<Assessment> first(Optional<Assessment> a, Optional<Assessment> b) {
        return a.isPresent() ? a : b;
    }
}
