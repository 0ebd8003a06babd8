package org.countersign.audit.text;

/**
 * A printed character.
 *
 * @param text what it stands for
 * @param x left edge, in points
 * @param baseline distance of its baseline from the page's top, in points
 * @param width in points
 * @param size font size in points
 */
record Glyph(String text, float x, float baseline, float width, float size) {

    float right() {
        return x + width;
    }
}
