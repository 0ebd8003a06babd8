package org.countersign.audit.extract;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import org.countersign.numbers.ReportedNumber;

/**
 * A median with quartiles or range, such as {@code median 5 (IQR 3-8)}.
 *
 * @param subject outcome to which it belongs, where the words say so: "EE"
 * @param boundsKind what the bounds are
 */
public record MedianReport(
        Excerpt excerpt,
        Optional<String> subject,
        ReportedNumber median,
        ReportedNumber lower,
        ReportedNumber upper,
        BoundsKind boundsKind,
        Optional<ReportedNumber> n)
        implements ReportedResult {

    /** What stands in the bracket behind a median. */
    public enum BoundsKind {
        QUARTILES,
        RANGE,
        /** Not said; quartiles, by custom. */
        NOT_STATED
    }

    public MedianReport {
        requireNonNull(excerpt);
        requireNonNull(subject);
        requireNonNull(median);
        requireNonNull(lower);
        requireNonNull(upper);
        requireNonNull(boundsKind);
        requireNonNull(n);
    }

    @Override
    public String type() {
        return "median";
    }

    @Override
    public List<NamedValue> values() {
        boolean range = boundsKind == BoundsKind.RANGE;
        return new ValueList()
                .add("median", median)
                .add(range ? "minimum" : "q1", lower)
                .add(range ? "maximum" : "q3", upper)
                .add("n", n)
                .list();
    }
}
