package org.countersign.audit.checks;

import static org.countersign.audit.checks.TableColumn.optional;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.countersign.audit.extract.ArticleResults;
import org.countersign.audit.extract.MedianReport;
import org.countersign.diagnostics.Severity;
import org.countersign.numbers.ReportedNumber;
import org.countersign.numbers.RoundingRule;

/** Order statistics are in order: minimum, first quartile, median, third quartile, maximum, up to rounding. */
public final class QuartileOrderCheck implements ConsistencyCheck {

    @Override
    public String id() {
        return "quartile-order";
    }

    @Override
    public String summary() {
        return "Minimum, quartiles, median and maximum are in order";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public List<TableColumn> columns() {
        return List.of(
                optional("min", "minimum"),
                optional("q1", "first quartile"),
                optional("median", "median"),
                optional("q3", "third quartile"),
                optional("max", "maximum"));
    }

    @Override
    public Assessment assess(TableRow row, CheckOptions options) {
        List<Named> values = new ArrayList<>();
        for (String name : List.of("min", "q1", "median", "q3", "max")) {
            Optional<ReportedNumber> number = row.number(name);
            number.ifPresent(n -> values.add(new Named(name, n)));
        }
        return judge(values, options);
    }

    @Override
    public List<CheckOutcome> examine(ArticleResults article, CheckOptions options) {
        List<CheckOutcome> outcomes = new ArrayList<>();
        for (MedianReport report : article.of(MedianReport.class)) {
            boolean range = report.boundsKind() == MedianReport.BoundsKind.RANGE;
            List<Named> values = List.of(
                    new Named(range ? "minimum" : "first quartile", report.lower()),
                    new Named("median", report.median()),
                    new Named(range ? "maximum" : "third quartile", report.upper()));
            outcomes.add(CheckOutcome.of(this, judge(values, options), report));
        }
        return outcomes;
    }

    record Named(String name, ReportedNumber number) {}

    static Assessment judge(List<Named> values, CheckOptions options) {
        String reported =
                String.join(", ", values.stream().map(v -> v.number().text()).toList());
        if (values.size() < 2) {
            return Assessment.notTestable(reported, "fewer than two order statistics");
        }
        RoundingRule rule = options.rounding();
        for (int i = 0; i < values.size(); i++) {
            for (int j = i + 1; j < values.size(); j++) {
                Named a = values.get(i);
                Named b = values.get(j);
                if (!EstimateInIntervalCheck.isAtMost(a.number(), b.number(), rule)) {
                    return Assessment.inconsistent(
                                    reported,
                                    "the " + a.name() + " " + a.number().text() + " exceeds the " + b.name() + " "
                                            + b.number().text())
                            .explained(List.of(
                                    "the numbers are printed in the wrong order",
                                    "sign: a minus sign is missing",
                                    "the bracket holds something else, such as a mean's interval",
                                    "typing error in one of them"));
                }
            }
        }
        return Assessment.consistent(reported, "the order statistics are in order");
    }
}
