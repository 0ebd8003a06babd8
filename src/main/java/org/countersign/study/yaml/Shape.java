package org.countersign.study.yaml;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/** What may stand at a place of a YAML file. The checker, the JSON Schema and the reference page all read it. */
public sealed interface Shape {

    /** Any single value, taken as text. */
    record Text() implements Shape {}

    /** A name that other places use: letters, digits and underscores, beginning with a letter. */
    record Name() implements Shape {}

    /** A decimal number. */
    record Number() implements Shape {}

    /** A whole number. */
    record Whole() implements Shape {}

    /** {@code true} or {@code false}. */
    record Flag() implements Shape {}

    /** One of a few words. */
    record Choice(List<String> values) implements Shape {
        public Choice {
            values = List.copyOf(values);
        }
    }

    /** A list; a single item may stand without brackets. */
    record ListOf(Shape item) implements Shape {
        public ListOf {
            requireNonNull(item);
        }
    }

    /**
     * The author's own names, each with a value.
     *
     * @param keyMeaning for the reference page, such as "column"
     * @param key what a name may look like
     */
    record MapOf(String keyMeaning, Shape key, Shape value) implements Shape {
        /** Any text may be a name. */
        public MapOf(String keyMeaning, Shape value) {
            this(keyMeaning, new Text(), value);
        }

        public MapOf {
            requireNonNull(keyMeaning);
            requireNonNull(key);
            requireNonNull(value);
        }
    }

    /**
     * Known keys.
     *
     * @param name for the reference page, such as "dataset"
     * @param doc one sentence
     * @param fields in the order of the reference page
     * @param shorthand what may stand instead of the mapping
     */
    record Section(String name, String doc, List<Field> fields, Optional<Shape> shorthand) implements Shape {
        public Section {
            requireNonNull(name);
            requireNonNull(doc);
            fields = List.copyOf(fields);
            requireNonNull(shorthand);
        }

        public Optional<Field> field(String key) {
            return fields.stream().filter(f -> f.name().equals(key)).findFirst();
        }
    }

    /** The first that fits. */
    record OneOf(List<Shape> alternatives) implements Shape {
        public OneOf {
            alternatives = List.copyOf(alternatives);
        }
    }

    /** Whether a key must be there. */
    enum Presence {
        REQUIRED,
        OPTIONAL
    }

    /**
     * A key of a section.
     *
     * @param doc one sentence, with the default
     */
    record Field(String name, Presence presence, Shape shape, String doc) {
        public Field {
            requireNonNull(name);
            requireNonNull(presence);
            requireNonNull(shape);
            requireNonNull(doc);
        }
    }
}
