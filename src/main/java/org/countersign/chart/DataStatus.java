package org.countersign.chart;

import static java.util.Objects.requireNonNull;

/**
 * What a figure says about the standing of its data.
 *
 * @param mark drawn small in the corner of the figure, for example "Reconstructed data"; empty for real data
 */
public record DataStatus(String mark) {

    private static final DataStatus REAL = new DataStatus("");

    public DataStatus {
        requireNonNull(mark);
        if (!mark.strip().equals(mark)) {
            throw new IllegalArgumentException("mark `" + mark + "`: expected no space around it");
        }
    }

    /** Data as the study collected it; the figure carries no mark. */
    public static DataStatus real() {
        return REAL;
    }

    /** Data of another standing, which the figure states. */
    public static DataStatus of(String mark) {
        return new DataStatus(mark);
    }
}
