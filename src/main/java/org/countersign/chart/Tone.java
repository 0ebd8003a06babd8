package org.countersign.chart;

import java.awt.Color;
import java.util.Locale;

/**
 * The colours of the figures. Each has one meaning, a value for paper and one for dark screens. The series colours
 * follow Okabe and Ito's palette, which people with colour vision deficiencies can tell apart, darkened where labels of
 * that colour would lack contrast on paper; charts never rely on them alone.
 *
 * <p>In SVG a shape carries its paper colour as an attribute and its tone as a class ({@code ink-fill},
 * {@code rule-stroke}, ...), so that a page's style sheet can replace the colour; {@link #darkRules(String)} are the
 * rules that do so.
 */
public enum Tone {
    /** Text, and the lines that matter. */
    INK(0x1E1E1E, 0xEDEDED),
    /** Text of lesser weight: tick labels, notes. */
    MUTED(0x555B61, 0xB4BAC0),
    /** Axes and brackets. */
    RULE(0x7D848B, 0x8A9199),
    /** Grid lines and zebra bands. */
    GRID(0xE3E6E8, 0x33383D),
    /** The paper itself: the inside of open markers, and what separates stacked areas. */
    PAPER(0xFFFFFF, 0x16181A),
    BLUE(0x0072B2, 0x4FA8DC),
    ORANGE(0xC05200, 0xF08A3C),
    GREEN(0x007A59, 0x35BE95),
    PURPLE(0xAA4499, 0xD98BCB),
    SKY(0x56B4E9, 0x7CC6F0),
    /** Light and strong steps of the diverging scale, both ends from the neutral outwards, and the neutral. */
    COOL_LIGHT(0x92C5DE, 0x4F8FB4),
    COOL_STRONG(0x2A7AB5, 0x3E9BD9),
    COOL_DEEP(0x14568C, 0x8CC4EE),
    WARM_LIGHT(0xF4B98A, 0xB3703D),
    WARM_STRONG(0xD8702A, 0xE0823F),
    WARM_DEEP(0x9C4208, 0xF5B183),
    NEUTRAL(0xD3D7DA, 0x5A6168),
    /** Washed-out series colours for bands and boxes. */
    BLUE_WASH(0xCFE3F0, 0x1E4560),
    ORANGE_WASH(0xF9DFCC, 0x5C3517),
    GREEN_WASH(0xCCEBE3, 0x174A3C),
    PURPLE_WASH(0xEEDAEA, 0x4C2946);

    private final Color color;
    private final int dark;

    Tone(int paper, int dark) {
        this.color = new Color(paper);
        this.dark = dark;
    }

    /** The colour on paper. */
    public Color color() {
        return color;
    }

    /** The class name's first part: {@code ink} in {@code ink-fill}. */
    String cssName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The washed-out companion of a series colour; the grid's tone for one that has none. */
    public Tone wash() {
        return switch (this) {
            case BLUE -> BLUE_WASH;
            case ORANGE -> ORANGE_WASH;
            case GREEN -> GREEN_WASH;
            case PURPLE -> PURPLE_WASH;
            default -> GRID;
        };
    }

    /**
     * CSS rules that give every tone its value for dark screens.
     *
     * @param scope the selector that the rules apply under, for example {@code [data-theme="dark"] svg}
     */
    public static String darkRules(String scope) {
        StringBuilder rules = new StringBuilder();
        for (Tone tone : values()) {
            String value = String.format(Locale.ROOT, "#%06x", tone.dark);
            rules.append(scope).append(" .").append(tone.cssName()).append("-fill{fill:");
            rules.append(value).append("}\n");
            rules.append(scope).append(" .").append(tone.cssName()).append("-stroke{stroke:");
            rules.append(value).append("}\n");
        }
        return rules.toString();
    }
}
