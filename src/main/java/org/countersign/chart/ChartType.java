package org.countersign.chart;

import static java.util.Objects.requireNonNull;

/**
 * A kind of chart, as it is listed for authors.
 *
 * @param id how a study file names it: lower-case words joined by hyphens
 * @param label for a reader: "Forest plot"
 * @param description one sentence: what it shows and when to choose it
 */
public record ChartType(String id, String label, String description) {

    public ChartType {
        requireNonNull(label);
        requireNonNull(description);
        if (!id.matches("[a-z]+(-[a-z]+)*")) {
            throw new IllegalArgumentException("id `" + id + "`: expected lower-case words joined by hyphens");
        }
    }
}
