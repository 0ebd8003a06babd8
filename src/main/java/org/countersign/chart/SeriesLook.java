package org.countersign.chart;

import java.util.List;

/**
 * How a series is told from the others: never by colour alone.
 *
 * @param tone its colour
 * @param marker the shape of its points
 * @param hatch the texture of its areas
 */
public record SeriesLook(Tone tone, Marker marker, Hatch hatch) {

    private static final List<SeriesLook> LOOKS = List.of(
            new SeriesLook(Tone.BLUE, Marker.CIRCLE, Hatch.NONE),
            new SeriesLook(Tone.ORANGE, Marker.DIAMOND, Hatch.RISING),
            new SeriesLook(Tone.GREEN, Marker.SQUARE, Hatch.FALLING),
            new SeriesLook(Tone.PURPLE, Marker.TRIANGLE, Hatch.DOTS));

    /** The largest number of series that can be told apart. */
    public static int limit() {
        return LOOKS.size();
    }

    /**
     * The look of a series by its place in the chart.
     *
     * @throws IllegalArgumentException if the index is not in 0 to {@code limit() - 1}
     */
    public static SeriesLook of(int index) {
        if (index < 0 || index >= LOOKS.size()) {
            throw new IllegalArgumentException(
                    "index " + index + ": expected 0 to " + (LOOKS.size() - 1) + ", more series cannot be told apart");
        }
        return LOOKS.get(index);
    }
}
