package org.countersign.audit.extract;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import org.countersign.numbers.ReportedNumber;

/**
 * A count of a total, such as {@code 27 of 295 (9.2%)}.
 *
 * @param count how many
 * @param total of how many
 * @param percent as printed beside it
 * @param totalSource whether the total stands beside the count or was taken from a column's heading
 */
public record ProportionReport(
        Excerpt excerpt,
        ReportedNumber count,
        ReportedNumber total,
        Optional<ReportedNumber> percent,
        TotalSource totalSource)
        implements ReportedResult {

    /** Where the total stands. */
    public enum TotalSource {
        BESIDE,
        /** "Of 1,815 persons, 1,514 (83%)". */
        SENTENCE_START,
        COLUMN_HEADING
    }

    public ProportionReport {
        requireNonNull(excerpt);
        requireNonNull(count);
        requireNonNull(total);
        requireNonNull(percent);
        requireNonNull(totalSource);
    }

    @Override
    public String type() {
        return "proportion";
    }

    @Override
    public List<NamedValue> values() {
        return new ValueList()
                .add("count", count)
                .add("total", total)
                .add("percent", percent)
                .list();
    }
}
