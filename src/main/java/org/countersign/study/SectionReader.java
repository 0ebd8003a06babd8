package org.countersign.study;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.countersign.diagnostics.SourceLocation;
import org.countersign.study.yaml.Shape;
import org.countersign.study.yaml.YamlNode;

/**
 * Reads the keys of one section that has passed the {@link org.countersign.study.yaml.ShapeChecker}. Asking for a key
 * that the vocabulary does not list is a bug of the loader and fails at once, so that the two cannot drift.
 */
final class SectionReader {

    private final Shape.Section section;
    private final YamlNode node;

    SectionReader(Shape.Section section, YamlNode node) {
        this.section = section;
        this.node = node;
    }

    SourceLocation location() {
        return node.location();
    }

    /** The single value that stands instead of the section, where the vocabulary allows one. */
    Optional<LocatedText> shorthand() {
        return node instanceof YamlNode.Scalar scalar ? Optional.of(LocatedText.of(scalar)) : Optional.empty();
    }

    Optional<LocatedText> text(String key) {
        return value(key).map(SectionReader::scalar);
    }

    Optional<String> string(String key) {
        return text(key).map(LocatedText::text);
    }

    LocatedText required(String key) {
        return text(key).orElseThrow(() -> new IllegalStateException(key + " passed the checker but is missing"));
    }

    Optional<Integer> whole(String key) {
        return string(key).map(Integer::valueOf);
    }

    Optional<Double> number(String key) {
        return string(key).map(Double::valueOf);
    }

    boolean flag(String key) {
        return string(key).map("true"::equals).orElse(false);
    }

    List<LocatedText> texts(String key) {
        return value(key).map(SectionReader::scalars).orElse(List.of());
    }

    List<String> strings(String key) {
        return texts(key).stream().map(LocatedText::text).toList();
    }

    List<YamlNode> items(String key) {
        return value(key)
                .map(v -> v instanceof YamlNode.Sequence s ? s.items() : List.of(v))
                .orElse(List.of());
    }

    Optional<SectionReader> section(String key, Shape.Section shape) {
        return value(key).map(v -> new SectionReader(shape, v));
    }

    <T> List<T> list(String key, Shape.Section shape, Function<SectionReader, T> read) {
        return items(key).stream()
                .map(v -> read.apply(new SectionReader(shape, v)))
                .toList();
    }

    <T> List<T> map(String key, Shape.Section shape, BiFunction<YamlNode.Scalar, SectionReader, T> read) {
        List<T> all = new ArrayList<>();
        if (value(key).orElse(null) instanceof YamlNode.Mapping mapping) {
            for (YamlNode.Entry entry : mapping.entries()) {
                all.add(read.apply(entry.key(), new SectionReader(shape, entry.value())));
            }
        }
        return all;
    }

    Map<String, List<LocatedText>> textsByName(String key) {
        Map<String, List<LocatedText>> all = new LinkedHashMap<>();
        if (value(key).orElse(null) instanceof YamlNode.Mapping mapping) {
            mapping.entries().forEach(e -> all.put(e.key().text(), scalars(e.value())));
        }
        return all;
    }

    Optional<YamlNode> value(String key) {
        if (section.field(key).isEmpty()) {
            throw new IllegalArgumentException("key = `" + key + "`: not in the vocabulary of " + section.name());
        }
        return node instanceof YamlNode.Mapping mapping ? mapping.get(key) : Optional.empty();
    }

    static List<LocatedText> scalars(YamlNode node) {
        if (node instanceof YamlNode.Sequence sequence) {
            return sequence.items().stream().map(SectionReader::scalar).toList();
        }
        return List.of(scalar(node));
    }

    private static LocatedText scalar(YamlNode node) {
        if (node instanceof YamlNode.Scalar scalar) {
            return LocatedText.of(scalar);
        }
        throw new IllegalStateException(node.location() + ": passed the checker but is not a single value");
    }
}
