package org.countersign.chart;

import java.awt.geom.AffineTransform;

/** Graphics that take text glyph by glyph, so that each outline is written once. */
interface GlyphSink {

    /**
     * Fills one line of text in the current colour.
     *
     * @param placement maps em units, y upwards, to the drawing's pixels
     */
    void fillGlyphs(Typeface typeface, String text, AffineTransform placement);
}
