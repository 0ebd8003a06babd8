package org.countersign.chart;

import static java.util.Objects.requireNonNull;

/**
 * The words along an axis of values.
 *
 * @param title what is measured, with its unit; may be empty
 * @param lowEnd what small values mean ("favours control"); may be empty
 * @param highEnd what large values mean; may be empty
 */
public record AxisText(String title, String lowEnd, String highEnd) {

    public AxisText {
        requireNonNull(title);
        requireNonNull(lowEnd);
        requireNonNull(highEnd);
    }

    /** An axis with a title alone. */
    public static AxisText of(String title) {
        return new AxisText(title, "", "");
    }

    /** The space that the words need below the axis line, tick labels included. */
    double height() {
        return 20 + (hasEnds() ? 16 : 0) + (title.isEmpty() ? 0 : 17);
    }

    boolean hasEnds() {
        return !lowEnd.isEmpty() || !highEnd.isEmpty();
    }
}
