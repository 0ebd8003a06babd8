package org.countersign.stats;

import static java.util.Objects.requireNonNull;

/**
 * One number of a result.
 *
 * @param id stable within the procedure, parts joined by dots: {@code estimate}, {@code ci.lower}, {@code p}
 * @param label for a reader: "median", "lower limit of the 95% confidence interval"
 * @param kind decides how it is displayed and compared
 * @param value the number, or why there is none
 */
public record Quantity(String id, String label, QuantityKind kind, Computation<Double> value) {

    public Quantity {
        requireNonNull(id);
        requireNonNull(label);
        requireNonNull(kind);
        requireNonNull(value);
        if (!isWellFormed(id)) {
            throw new IllegalArgumentException("id `" + id + "`: expected lower-case words joined by dots");
        }
    }

    private static boolean isWellFormed(String id) {
        boolean expectsLetter = true;
        for (int i = 0; i < id.length(); i++) {
            char c = id.charAt(i);
            boolean letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
            if (!letter && (c != '.' || expectsLetter)) {
                return false;
            }
            expectsLetter = c == '.';
        }
        return !expectsLetter;
    }

    public static Quantity of(String id, String label, QuantityKind kind, double value) {
        return new Quantity(id, label, kind, Computation.of(value));
    }

    public static Quantity of(String id, String label, QuantityKind kind, Computation<Double> value) {
        return new Quantity(id, label, kind, value);
    }
}
