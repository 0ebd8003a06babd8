package org.countersign.chart;

/** Which part of a line of text lies at the position given. */
public enum Anchor {
    START(0),
    MIDDLE(0.5),
    END(1);

    private final double share;

    Anchor(double share) {
        this.share = share;
    }

    /** The share of the text's width that lies before the position. */
    double share() {
        return share;
    }
}
