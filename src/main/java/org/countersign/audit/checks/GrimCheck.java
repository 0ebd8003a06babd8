package org.countersign.audit.checks;

import static org.countersign.audit.checks.TableColumn.optional;
import static org.countersign.audit.checks.TableColumn.required;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.countersign.audit.extract.ArticleResults;
import org.countersign.audit.extract.MeanReport;
import org.countersign.diagnostics.Severity;
import org.countersign.numbers.ReportedNumber;

/**
 * GRIM: a mean of whole-unit data is a multiple of 1 / (n items). Consistent if an integer S lies in n items times the
 * mean's rounding interval; not testable when n items is at least 10^decimals, where every printed mean is possible.
 * Percentages likewise.
 *
 * <p>Brown NJL, Heathers JAJ (2017). The GRIM test: a simple technique detects numerous anomalies in the reporting of
 * results in psychology. Social Psychological and Personality Science 8(4):363-369. doi 10.1177/1948550616673876.
 */
public final class GrimCheck implements ConsistencyCheck {

    @Override
    public String id() {
        return "grim";
    }

    @Override
    public String summary() {
        return "A mean of whole-unit data is possible for the sample size";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public List<TableColumn> columns() {
        return List.of(
                required("mean", "as printed; with a percent sign it is a percentage"),
                required("n", "sample size"),
                optional("items", "items averaged per respondent; 1 when empty"),
                optional("percent", "yes when the mean is a percentage"));
    }

    @Override
    public Assessment assess(TableRow row, CheckOptions options) {
        ReportedNumber mean = row.require("mean");
        String percent = row.text("percent").orElse("no").toLowerCase(Locale.ROOT);
        if (List.of("yes", "true", "1").contains(percent)) {
            mean = IntegerData.asPercent(mean);
        } else if (!List.of("no", "false", "0").contains(percent)) {
            throw new UnreadableCellException("column `percent`: `" + percent + "` is not yes or no");
        }
        return judge(mean, row.requireCount("n", 1), row.count("items", 1).orElse(1), options);
    }

    @Override
    public List<CheckOutcome> examine(ArticleResults article, CheckOptions options) {
        List<CheckOutcome> outcomes = new ArrayList<>();
        for (MeanReport report : WholeUnitMeans.of(article)) {
            Assessment assessment = judge(report.mean(), WholeUnitMeans.sampleSize(report), 1, options);
            outcomes.add(CheckOutcome.of(this, WholeUnitMeans.soften(assessment), report));
        }
        return outcomes;
    }

    static Assessment judge(ReportedNumber mean, int n, int items, CheckOptions options) {
        if (IntegerData.isUninformative(mean, n, items)) {
            return Assessment.notTestable(mean.text(), "with n = " + n + " every mean of so few decimals is possible");
        }
        RecomputedRange neighbours = IntegerData.neighbours(mean, n, items);
        String message = "with n = " + n + (items > 1 ? " and " + items + " items" : "")
                + " the nearest possible means are " + Display.number(neighbours.low()) + " and "
                + Display.number(neighbours.high()) + ", reported " + mean.text();
        if (!IntegerData.sums(mean, n, items, options.rounding()).isEmpty()) {
            return Assessment.consistent(mean.text(), neighbours, message);
        }
        return Assessment.inconsistent(mean.text(), neighbours, message)
                .explained(explanations(mean, n, items, options));
    }

    private static List<String> explanations(ReportedNumber mean, int n, int items, CheckOptions options) {
        List<String> found = new ArrayList<>();
        Explanations.rounding(
                        options, rule -> !IntegerData.sums(mean, n, items, rule).isEmpty())
                .ifPresent(found::add);
        String sizes = IntStream.iterate(n - 1, size -> size > 0 && size >= n - Math.max(3, n / 10), size -> size - 1)
                .filter(size -> !IntegerData.isUninformative(mean, size, items))
                .filter(size ->
                        !IntegerData.sums(mean, size, items, options.rounding()).isEmpty())
                .limit(3)
                .mapToObj(Integer::toString)
                .collect(Collectors.joining(", "));
        if (!sizes.isEmpty()) {
            found.add("attrition: it would fit n = " + sizes);
        }
        if (items == 1 && !mean.percent()) {
            found.add("the data are not whole units: several items averaged, half points, or a continuous measure");
        }
        Explanations.typo(
                        "the mean",
                        mean,
                        other -> !IntegerData.sums(other, n, items, options.rounding())
                                .isEmpty())
                .ifPresent(found::add);
        return found;
    }
}
