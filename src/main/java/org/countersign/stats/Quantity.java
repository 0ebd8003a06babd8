package org.countersign.stats;

import static java.util.Objects.requireNonNull;

import java.util.regex.Pattern;

/**
 * One number of a result.
 *
 * @param id stable within the procedure, parts joined by dots: {@code estimate}, {@code ci.lower}, {@code p}
 * @param label for a reader: "median", "lower limit of the 95% confidence interval"
 * @param kind decides how it is displayed and compared
 * @param value the number, or why there is none
 */
public record Quantity(String id, String label, QuantityKind kind, Computation<Double> value) {

    private static final Pattern ID = Pattern.compile("[a-z0-9_-]+(\\.[a-z0-9_-]+)*");

    public Quantity {
        requireNonNull(id);
        requireNonNull(label);
        requireNonNull(kind);
        requireNonNull(value);
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException("id `" + id + "`: expected lower-case words joined by dots");
        }
    }

    public static Quantity of(String id, String label, QuantityKind kind, double value) {
        return new Quantity(id, label, kind, Computation.of(value));
    }

    public static Quantity of(String id, String label, QuantityKind kind, Computation<Double> value) {
        return new Quantity(id, label, kind, value);
    }
}
