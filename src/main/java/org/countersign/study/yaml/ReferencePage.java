package org.countersign.study.yaml;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A {@link Shape.Section} and all that it holds as a page of Markdown tables, one for each section. */
public final class ReferencePage {

    private final Map<String, Shape.Section> sections = new LinkedHashMap<>();

    private ReferencePage() {}

    /** Every section reachable from {@code root}, in the order in which a reader of the file meets them. */
    public static String of(Shape.Section root) {
        ReferencePage page = new ReferencePage();
        page.collect(root);
        StringBuilder text = new StringBuilder();
        page.sections.values().forEach(section -> text.append(page.section(section)));
        return text.toString().stripTrailing() + "\n";
    }

    private void collect(Shape shape) {
        if (shape instanceof Shape.Section section) {
            if (sections.putIfAbsent(section.name(), section) == null) {
                section.fields().forEach(field -> collect(field.shape()));
            }
        } else if (shape instanceof Shape.ListOf list) {
            collect(list.item());
        } else if (shape instanceof Shape.MapOf map) {
            collect(map.value());
        } else if (shape instanceof Shape.OneOf oneOf) {
            oneOf.alternatives().forEach(this::collect);
        }
    }

    private String section(Shape.Section section) {
        StringBuilder text = new StringBuilder();
        text.append("## ").append(section.name()).append("\n\n");
        text.append(section.doc()).append("\n\n");
        text.append("| key | value | meaning |\n|---|---|---|\n");
        for (Shape.Field field : section.fields()) {
            text.append("| `").append(field.name()).append('`');
            text.append(field.presence() == Shape.Presence.REQUIRED ? " (required)" : "");
            text.append(" | ").append(cell(describe(field.shape())));
            text.append(" | ").append(cell(field.doc())).append(" |\n");
        }
        return text.append('\n').toString();
    }

    private static String cell(String text) {
        return text.replace("|", "\\|");
    }

    private static String describe(Shape shape) {
        if (shape instanceof Shape.Section section) {
            return "[" + section.name() + "](#" + section.name().replace(' ', '-') + ")";
        }
        if (shape instanceof Shape.ListOf list) {
            return list.item() instanceof Shape.ListOf inner
                    ? "list; an item may be a list of " + describe(inner.item())
                    : "list of " + describe(list.item());
        }
        if (shape instanceof Shape.MapOf map) {
            return "for each " + map.keyMeaning() + ": " + describe(map.value());
        }
        if (shape instanceof Shape.OneOf oneOf) {
            return String.join(
                    ", or ",
                    oneOf.alternatives().stream().map(ReferencePage::describe).toList());
        }
        if (shape instanceof Shape.Choice choice) {
            return oneOf(choice.values());
        }
        if (shape instanceof Shape.Flag) {
            return oneOf(List.of("true", "false"));
        }
        if (shape instanceof Shape.Name) {
            return "name";
        }
        if (shape instanceof Shape.Number) {
            return "number";
        }
        return shape instanceof Shape.Whole ? "whole number" : "text";
    }

    private static String oneOf(List<String> words) {
        return String.join(", ", words.stream().map(w -> "`" + w + "`").toList());
    }
}
