package org.countersign.study;

import java.util.Locale;

/** What the values of a variable are. */
public enum VariableType {
    /** Names a row; text. */
    ID,
    /** One of some unordered levels. */
    CATEGORY,
    /** One of some ordered levels. */
    ORDINAL,
    /** A whole number. */
    INTEGER,
    /** A decimal number. */
    NUMBER,
    /** A calendar date, {@code 2026-01-31}. */
    DATE,
    /** Anything. */
    TEXT;

    /** As written in {@code study.yaml}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static VariableType of(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT));
    }

    public boolean isCategorical() {
        return this == CATEGORY || this == ORDINAL;
    }

    public boolean isNumeric() {
        return this == INTEGER || this == NUMBER;
    }
}
