package org.countersign.study.yaml;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import org.countersign.diagnostics.SourceLocation;

/** A node of a YAML file and where it stands. */
public sealed interface YamlNode {

    SourceLocation location();

    /** For an error message: "a list", "a mapping", "`abc`". */
    String describe();

    /**
     * A single value.
     *
     * @param text the value as text
     * @param plain whether it was written without quotes, so that {@code 12}, {@code true} and {@code null} mean more
     *     than text
     * @param source the part of the file in which it is written, for finding places inside it
     */
    record Scalar(String text, boolean plain, SourceLocation location, SourceSpan source) implements YamlNode {
        public Scalar {
            requireNonNull(text);
            requireNonNull(location);
            requireNonNull(source);
        }

        @Override
        public String describe() {
            return text.length() > 40 ? "`" + text.substring(0, 37) + "...`" : "`" + text + "`";
        }

        /** Whether nothing was written. */
        public boolean isNull() {
            return plain && (text.isEmpty() || text.equals("~") || text.equals("null"));
        }
    }

    /** A list. */
    record Sequence(List<YamlNode> items, SourceLocation location) implements YamlNode {
        public Sequence {
            items = List.copyOf(items);
            requireNonNull(location);
        }

        @Override
        public String describe() {
            return "a list";
        }
    }

    /** Keys and values, in the order of the file. */
    record Mapping(List<Entry> entries, SourceLocation location) implements YamlNode {
        public Mapping {
            entries = List.copyOf(entries);
            requireNonNull(location);
        }

        @Override
        public String describe() {
            return "a mapping";
        }

        /** The value of a key that was written and not left empty. */
        public Optional<YamlNode> get(String key) {
            return entries.stream()
                    .filter(e -> e.key().text().equals(key))
                    .map(Entry::value)
                    .filter(v -> !(v instanceof Scalar s && s.isNull()))
                    .findFirst();
        }
    }

    /** One key of a mapping. */
    record Entry(Scalar key, YamlNode value) {
        public Entry {
            requireNonNull(key);
            requireNonNull(value);
        }
    }
}
