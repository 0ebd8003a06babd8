package org.countersign.study.yaml;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.countersign.diagnostics.Diagnostic;
import org.countersign.diagnostics.Diagnostics;
import org.countersign.diagnostics.Suggestions;

/** Compares a YAML file with a {@link Shape}; reports every unknown or missing key and every wrong type at its place. */
public final class ShapeChecker {

    /** A decimal number as YAML's core schema writes it. */
    public static final Pattern NUMBER = Pattern.compile("[-+]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][-+]?\\d+)?");

    private static final Pattern WHOLE = Pattern.compile("[-+]?\\d{1,9}");
    /** A name that other places use. */
    static final Pattern NAME = Pattern.compile("[a-zA-Z][a-zA-Z0-9_]*");

    private final Diagnostics diagnostics;

    public ShapeChecker(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    public void check(YamlNode node, Shape shape) {
        check(node, shape, "");
    }

    /** Whether a key without a value is likely the second half of a text without quotes, "Randomised, with data". */
    private static boolean cutAtComma(YamlNode.Entry entry) {
        return entry.value() instanceof YamlNode.Scalar scalar
                && scalar.isNull()
                && entry.key().plain()
                && entry.key().text().indexOf(' ') > 0;
    }

    private void check(YamlNode node, Shape shape, String key) {
        if (shape instanceof Shape.Section section) {
            checkSection(node, section, key);
        } else if (shape instanceof Shape.ListOf list) {
            checkList(node, list, key);
        } else if (shape instanceof Shape.MapOf map) {
            checkMap(node, map, key);
        } else if (shape instanceof Shape.OneOf oneOf) {
            checkOneOf(node, oneOf, key);
        } else {
            checkScalar(node, shape, key);
        }
    }

    private void checkSection(YamlNode node, Shape.Section section, String key) {
        if (!(node instanceof YamlNode.Mapping mapping)) {
            if (section.shorthand().isPresent()) {
                check(node, section.shorthand().get(), key);
            } else {
                wrongType(node, "keys and values (" + firstKeys(section) + ")", key);
            }
            return;
        }
        List<String> known = section.fields().stream().map(Shape.Field::name).toList();
        for (YamlNode.Entry entry : mapping.entries()) {
            String name = entry.key().text();
            Optional<Shape.Field> field = section.field(name);
            if (field.isEmpty()) {
                diagnostics.add(Diagnostic.error(
                                "unknown-key",
                                entry.key().location(),
                                "`" + name + "` is not a key of " + article(section.name()))
                        .withHint(
                                cutAtComma(entry)
                                        ? Optional.of(
                                                "a text with a comma needs quotes inside braces: `{label: \"One, two\"}`")
                                        : Suggestions.hint(name, known)));
            } else if (!(entry.value() instanceof YamlNode.Scalar scalar && scalar.isNull())) {
                check(entry.value(), field.get().shape(), name);
            }
        }
        for (Shape.Field field : section.fields()) {
            if (field.presence() == Shape.Presence.REQUIRED
                    && mapping.get(field.name()).isEmpty()) {
                diagnostics.error(
                        "missing-key",
                        mapping.location(),
                        "`" + field.name() + "` is missing from " + article(section.name()),
                        field.doc());
            }
        }
    }

    private static String firstKeys(Shape.Section section) {
        return String.join(
                ", ",
                section.fields().stream().map(f -> f.name() + ": ...").limit(3).toList());
    }

    private static String article(String name) {
        return name.startsWith("the ") ? name : ("aeiou".indexOf(name.charAt(0)) >= 0 ? "an " : "a ") + name;
    }

    private void checkList(YamlNode node, Shape.ListOf list, String key) {
        if (node instanceof YamlNode.Sequence sequence) {
            sequence.items().forEach(item -> check(item, list.item(), key));
        } else if (node instanceof YamlNode.Mapping && !(list.item() instanceof Shape.Section)) {
            wrongType(node, "a list (`[a, b]`, or lines that begin with `- `)", key);
        } else {
            check(node, list.item(), key);
        }
    }

    private void checkMap(YamlNode node, Shape.MapOf map, String key) {
        if (node instanceof YamlNode.Mapping mapping) {
            for (YamlNode.Entry entry : mapping.entries()) {
                check(entry.key(), map.key(), map.keyMeaning());
                check(entry.value(), map.value(), entry.key().text());
            }
        } else {
            wrongType(node, "names with values (" + map.keyMeaning() + ": ...)", key);
        }
    }

    private void checkOneOf(YamlNode node, Shape.OneOf oneOf, String key) {
        Diagnostics nearest = null;
        for (Shape alternative : oneOf.alternatives()) {
            Diagnostics attempt = new Diagnostics();
            new ShapeChecker(attempt).check(node, alternative, key);
            if (!attempt.hasErrors()) {
                return;
            }
            if (nearest == null || sameKind(node, alternative)) {
                nearest = attempt;
            }
        }
        if (nearest != null) {
            diagnostics.addAll(nearest.all());
        }
    }

    private static boolean sameKind(YamlNode node, Shape shape) {
        return (node instanceof YamlNode.Mapping && (shape instanceof Shape.Section || shape instanceof Shape.MapOf))
                || (node instanceof YamlNode.Sequence && shape instanceof Shape.ListOf);
    }

    private void checkScalar(YamlNode node, Shape shape, String key) {
        if (!(node instanceof YamlNode.Scalar scalar)) {
            wrongType(node, expectation(shape), key);
            return;
        }
        String text = scalar.text();
        boolean fits;
        if (shape instanceof Shape.Number) {
            fits = NUMBER.matcher(text).matches();
        } else if (shape instanceof Shape.Whole) {
            fits = WHOLE.matcher(text).matches();
        } else if (shape instanceof Shape.Flag) {
            fits = text.equals("true") || text.equals("false");
        } else if (shape instanceof Shape.Name) {
            fits = NAME.matcher(text).matches();
        } else if (shape instanceof Shape.Choice choice) {
            fits = choice.values().contains(text);
            if (!fits) {
                diagnostics.add(Diagnostic.error(
                                "unknown-value", node.location(), "`" + key + ": " + text + "` is not known here")
                        .withHint(Suggestions.hint(text, choice.values())));
                return;
            }
        } else {
            fits = true;
        }
        if (!fits) {
            wrongType(node, expectation(shape), key);
        }
    }

    private static String expectation(Shape shape) {
        if (shape instanceof Shape.Number) {
            return "a number such as 0.05";
        }
        if (shape instanceof Shape.Whole) {
            return "a whole number of at most nine digits";
        }
        if (shape instanceof Shape.Flag) {
            return "`true` or `false`";
        }
        if (shape instanceof Shape.Name) {
            return "a name of letters, digits and underscores that begins with a letter";
        }
        if (shape instanceof Shape.Choice choice) {
            return "one of " + String.join(", ", choice.values());
        }
        return "text";
    }

    private void wrongType(YamlNode node, String expected, String key) {
        String where = key.isEmpty() ? "" : "`" + key + "`: ";
        diagnostics.error("wrong-type", node.location(), where + "expected " + expected + ", found " + node.describe());
    }
}
