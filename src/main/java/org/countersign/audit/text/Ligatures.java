package org.countersign.audit.text;

import org.jspecify.annotations.Nullable;

/** Ligatures and dashes of TeX fonts that a PDF leaves at their place in the font's old encoding (OT1, T1). */
final class Ligatures {

    private Ligatures() {}

    /** What a glyph stands for; empty when the PDF does not say. */
    static String opened(@Nullable String glyph) {
        if (glyph == null || glyph.isEmpty()) {
            return "";
        }
        if (glyph.length() > 1) {
            return glyph;
        }
        return switch (glyph.charAt(0)) {
            case 0x0b, 0x1b -> "ff";
            case 0x0c, 0x1c -> "fi";
            case 0x0d, 0x1d -> "fl";
            case 0x0e, 0x1e -> "ffi";
            case 0x0f, 0x1f -> "ffl";
            case 0x15 -> "\u2013";
            case 0x16 -> "\u2014";
            default -> glyph;
        };
    }
}
