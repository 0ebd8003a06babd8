package org.countersign.audit.extract;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import org.countersign.numbers.ReportedNumber;

/**
 * A mean with its spread, such as {@code 49.1 ± 15.2} or {@code M = 3.45, SD = 1.20, n = 25}.
 *
 * @param spreadKind what the spread is
 * @param n sample size where it is printed beside
 * @param minimum smallest value where a range is printed beside
 * @param maximum largest value where a range is printed beside
 */
public record MeanReport(
        Excerpt excerpt,
        ReportedNumber mean,
        ReportedNumber spread,
        SpreadKind spreadKind,
        Optional<ReportedNumber> n,
        Optional<ReportedNumber> minimum,
        Optional<ReportedNumber> maximum)
        implements ReportedResult {

    /** What stands behind a mean. */
    public enum SpreadKind {
        SD,
        SE,
        /** Behind a plus-minus sign that the text does not explain. */
        NOT_STATED
    }

    public MeanReport {
        requireNonNull(excerpt);
        requireNonNull(mean);
        requireNonNull(spread);
        requireNonNull(spreadKind);
        requireNonNull(n);
        requireNonNull(minimum);
        requireNonNull(maximum);
    }

    @Override
    public String type() {
        return "mean";
    }

    @Override
    public List<NamedValue> values() {
        return new ValueList()
                .add("mean", mean)
                .add(spreadKind == SpreadKind.SE ? "se" : spreadKind == SpreadKind.SD ? "sd" : "spread", spread)
                .add("n", n)
                .add("minimum", minimum)
                .add("maximum", maximum)
                .list();
    }
}
