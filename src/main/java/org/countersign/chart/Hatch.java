package org.countersign.chart;

/** Textures that tell areas apart without colour. */
public enum Hatch {
    NONE,
    /** Lines rising to the right. */
    RISING,
    /** Lines falling to the right. */
    FALLING,
    DOTS
}
