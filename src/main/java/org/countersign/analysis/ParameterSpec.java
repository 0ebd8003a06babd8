package org.countersign.analysis;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A parameter of a method.
 *
 * @param name key in the study file
 * @param type what its value is
 * @param choices the words that are allowed, for {@link Type#CHOICE}
 * @param defaultValue as it would be written; empty for "none"
 * @param doc for the reference page
 */
public record ParameterSpec(String name, Type type, List<String> choices, String defaultValue, String doc) {

    public ParameterSpec {
        requireNonNull(name);
        requireNonNull(type);
        choices = List.copyOf(choices);
        requireNonNull(defaultValue);
        requireNonNull(doc);
    }

    /** What a value is. */
    public enum Type {
        /** A number strictly between 0 and 1. */
        LEVEL,
        /** A number. */
        NUMBER,
        /** A whole number from 1. */
        WHOLE,
        /** One of some words. */
        CHOICE,
        /** A level of the outcome, or some. */
        LEVELS,
        /** Names. */
        NAMES
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
