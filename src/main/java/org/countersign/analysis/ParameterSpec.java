package org.countersign.analysis;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * A parameter of a method.
 *
 * @param name key in the study file
 * @param type what its value is
 * @param choices the words that are allowed, for {@link Type#CHOICE}
 * @param defaultValue as it would be written; empty for "none"
 * @param doc for the reference page
 * @param range of a number, or of each of several
 */
public record ParameterSpec(
        String name, Type type, List<String> choices, String defaultValue, String doc, Optional<Range> range) {

    public ParameterSpec {
        requireNonNull(name);
        requireNonNull(type);
        choices = List.copyOf(choices);
        requireNonNull(defaultValue);
        requireNonNull(doc);
        requireNonNull(range);
    }

    /** Without a range. */
    public ParameterSpec(String name, Type type, List<String> choices, String defaultValue, String doc) {
        this(name, type, choices, defaultValue, doc, Optional.empty());
    }

    /**
     * What a number may be, limits included.
     *
     * @param least the smallest
     * @param greatest the largest
     */
    public record Range(double least, double greatest) {

        /**
         * @throws IllegalArgumentException unless {@code least <= greatest}
         */
        public Range {
            if (!(least <= greatest)) {
                throw new IllegalArgumentException(
                        "least = " + least + ", greatest = " + greatest + ": expected least <= greatest");
            }
        }

        public boolean contains(double value) {
            return value >= least && value <= greatest;
        }

        @Override
        public String toString() {
            return "from " + plain(least) + " to " + plain(greatest);
        }

        private static String plain(double value) {
            return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
        }
    }

    /** What a value is. */
    public enum Type {
        /** A number strictly between 0 and 1. */
        LEVEL,
        /** A number. */
        NUMBER,
        /** A number, or some. */
        NUMBERS,
        /** A whole number from 1. */
        WHOLE,
        /** One of some words. */
        CHOICE,
        /** A level of the outcome, or some. */
        LEVELS,
        /** Names. */
        NAMES;

        /** Whether a list of values may be given. */
        public boolean allowsSeveral() {
            return this == NUMBERS || this == LEVELS || this == NAMES;
        }
    }

    /** The same, its numbers confined to a range, limits included. */
    public ParameterSpec within(double least, double greatest) {
        return new ParameterSpec(name, type, choices, defaultValue, doc, Optional.of(new Range(least, greatest)));
    }

    /** The confidence level, which most methods have. */
    public static ParameterSpec confidenceLevel() {
        return new ParameterSpec("level", Type.LEVEL, List.of(), "0.95", "confidence level of intervals");
    }

    public static ParameterSpec choice(String name, String defaultValue, String doc, String... choices) {
        return new ParameterSpec(name, Type.CHOICE, List.of(choices), defaultValue, doc);
    }

    public static ParameterSpec number(String name, String defaultValue, String doc) {
        return new ParameterSpec(name, Type.NUMBER, List.of(), defaultValue, doc);
    }

    public static ParameterSpec numbers(String name, String doc) {
        return new ParameterSpec(name, Type.NUMBERS, List.of(), "", doc);
    }

    public static ParameterSpec whole(String name, String defaultValue, String doc) {
        return new ParameterSpec(name, Type.WHOLE, List.of(), defaultValue, doc);
    }

    public static ParameterSpec levels(String name, String doc) {
        return new ParameterSpec(name, Type.LEVELS, List.of(), "", doc);
    }

    public static ParameterSpec names(String name, String doc) {
        return new ParameterSpec(name, Type.NAMES, List.of(), "", doc);
    }
}
