package org.countersign.audit.extract;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.countersign.numbers.ReportedNumber;

/**
 * An estimate with its interval, such as {@code RR 0.54 (95% CI 0.39-0.74), p<0.001}.
 *
 * @param measure what is estimated
 * @param subject outcome to which it belongs, where the words beside it say so: "EE"
 * @param adjustment whether the words call it adjusted
 * @param bound which values the estimate can have
 * @param level confidence level in percent
 * @param levelSource whether the level was printed
 */
public record IntervalReport(
        Excerpt excerpt,
        Measure measure,
        Optional<String> subject,
        Adjustment adjustment,
        Bound bound,
        ReportedNumber estimate,
        ReportedNumber lower,
        ReportedNumber upper,
        BigDecimal level,
        LevelSource levelSource,
        Optional<ReportedP> p)
        implements ReportedResult {

    /** Whether a text calls an estimate adjusted. */
    public enum Adjustment {
        ADJUSTED,
        NOT_STATED
    }

    /** Where the confidence level comes from. */
    public enum LevelSource {
        PRINTED,
        /** Not printed: 95 is assumed. */
        ASSUMED
    }

    /**
     * @throws IllegalArgumentException if {@code level} is outside (0, 100)
     */
    public IntervalReport {
        requireNonNull(excerpt);
        requireNonNull(measure);
        requireNonNull(subject);
        requireNonNull(adjustment);
        requireNonNull(bound);
        requireNonNull(estimate);
        requireNonNull(lower);
        requireNonNull(upper);
        requireNonNull(levelSource);
        requireNonNull(p);
        if (level.signum() <= 0 || level.compareTo(new BigDecimal(100)) >= 0) {
            throw new IllegalArgumentException("level = " + level + ": expected a number strictly between 0 and 100");
        }
    }

    @Override
    public String type() {
        return "estimate-with-interval";
    }

    @Override
    public List<NamedValue> values() {
        return new ValueList()
                .add("measure", measure.id())
                .add("estimate", estimate)
                .add("lower", lower)
                .add("upper", upper)
                .add("level", level.toPlainString())
                .addP(p)
                .list();
    }
}
