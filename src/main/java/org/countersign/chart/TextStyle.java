package org.countersign.chart;

/** The few ways in which figures set text. */
public enum TextStyle {
    /** Names of rows, series and categories. */
    LABEL(Typeface.REGULAR, 12, Tone.INK),
    /** Panel and column headings. */
    HEADING(Typeface.SEMIBOLD, 12, Tone.INK),
    /** Numbers beside what they describe. */
    VALUE(Typeface.REGULAR, 11.5, Tone.INK),
    /** Numbers that carry the message. */
    STRONG_VALUE(Typeface.SEMIBOLD, 11.5, Tone.INK),
    /** Tick labels. */
    TICK(Typeface.REGULAR, 11, Tone.MUTED),
    /** Axis titles. */
    AXIS(Typeface.REGULAR, 11.5, Tone.MUTED),
    /** Notes and keys. */
    NOTE(Typeface.REGULAR, 10.5, Tone.MUTED),
    /** The standing of the data. */
    MARK(Typeface.ITALIC, 10.5, Tone.MUTED);

    private final Typeface typeface;
    private final double size;
    private final Tone tone;

    TextStyle(Typeface typeface, double size, Tone tone) {
        this.typeface = typeface;
        this.size = size;
        this.tone = tone;
    }

    Typeface typeface() {
        return typeface;
    }

    /** CSS pixels per em. */
    public double size() {
        return size;
    }

    /** The colour unless another is asked for. */
    public Tone tone() {
        return tone;
    }

    /** Distance of baselines in a text of several lines. */
    public double lineHeight() {
        return Math.ceil(size * 1.3);
    }

    /** From the middle of the digits and capitals down to the baseline. */
    public double middleToBaseline() {
        return size * 0.33;
    }

    /** The width of one line in CSS pixels. */
    public double width(String text) {
        return typeface.advance(text) * size / Typeface.UNITS_PER_EM;
    }
}
