package org.countersign.numbers;

/** The sign in front of a reported number: {@code p = 0.04}, {@code p < .001}. */
public enum Comparison {
    EQUAL("="),
    LESS("<"),
    LESS_OR_EQUAL("\u2264"),
    GREATER(">"),
    GREATER_OR_EQUAL("\u2265");

    private final String symbol;

    Comparison(String symbol) {
        this.symbol = symbol;
    }

    public String symbol() {
        return symbol;
    }
}
