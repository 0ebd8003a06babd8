package org.countersign.study.yaml;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A {@link Shape.Section} as a JSON Schema (draft 2020-12), with which editors complete and check YAML files. */
public final class JsonSchema {

    private final Map<String, Shape.Section> sections = new LinkedHashMap<>();
    private final JsonGenerator json;

    private JsonSchema(JsonGenerator json) {
        this.json = json;
    }

    /**
     * @param title of the schema
     */
    public static String of(Shape.Section root, String title) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            DefaultIndenter indent = new DefaultIndenter("  ", "\n");
            json.setPrettyPrinter(
                    new DefaultPrettyPrinter().withObjectIndenter(indent).withArrayIndenter(indent));
            new JsonSchema(json).write(root, title);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text + "\n";
    }

    private void write(Shape.Section root, String title) throws IOException {
        collect(root);
        json.writeStartObject();
        json.writeStringField("$schema", "https://json-schema.org/draft/2020-12/schema");
        json.writeStringField("title", title);
        json.writeStringField("$ref", reference(root));
        json.writeObjectFieldStart("$defs");
        for (Shape.Section section : sections.values()) {
            json.writeObjectFieldStart(section.name());
            section(section);
            json.writeEndObject();
        }
        json.writeEndObject();
        json.writeEndObject();
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

    private static String reference(Shape.Section section) {
        return "#/$defs/" + section.name().replace(" ", "%20");
    }

    private void section(Shape.Section section) throws IOException {
        json.writeStringField("description", section.doc());
        if (section.shorthand().isPresent()) {
            json.writeArrayFieldStart("anyOf");
            json.writeStartObject();
            shape(section.shorthand().get());
            json.writeEndObject();
            json.writeStartObject();
            fields(section);
            json.writeEndObject();
            json.writeEndArray();
        } else {
            fields(section);
        }
    }

    private void fields(Shape.Section section) throws IOException {
        json.writeStringField("type", "object");
        json.writeObjectFieldStart("properties");
        for (Shape.Field field : section.fields()) {
            json.writeObjectFieldStart(field.name());
            json.writeStringField("description", field.doc());
            shape(field.shape());
            json.writeEndObject();
        }
        json.writeEndObject();
        json.writeArrayFieldStart("required");
        for (Shape.Field field : section.fields()) {
            if (field.presence() == Shape.Presence.REQUIRED) {
                json.writeString(field.name());
            }
        }
        json.writeEndArray();
        json.writeBooleanField("additionalProperties", false);
    }

    private void shape(Shape shape) throws IOException {
        if (shape instanceof Shape.Section section) {
            json.writeStringField("$ref", reference(section));
        } else if (shape instanceof Shape.ListOf list) {
            oneOrMany(list.item());
        } else if (shape instanceof Shape.MapOf map) {
            json.writeStringField("type", "object");
            if (map.key() instanceof Shape.Name) {
                json.writeObjectFieldStart("propertyNames");
                json.writeStringField("pattern", "^" + ShapeChecker.NAME.pattern() + "$");
                json.writeEndObject();
            }
            json.writeObjectFieldStart("additionalProperties");
            shape(map.value());
            json.writeEndObject();
        } else if (shape instanceof Shape.OneOf oneOf) {
            json.writeArrayFieldStart("anyOf");
            for (Shape alternative : oneOf.alternatives()) {
                json.writeStartObject();
                shape(alternative);
                json.writeEndObject();
            }
            json.writeEndArray();
        } else {
            scalar(shape);
        }
    }

    /** A list of something, or the thing alone. */
    private void oneOrMany(Shape item) throws IOException {
        json.writeArrayFieldStart("anyOf");
        json.writeStartObject();
        shape(item);
        json.writeEndObject();
        json.writeStartObject();
        json.writeStringField("type", "array");
        json.writeObjectFieldStart("items");
        shape(item);
        json.writeEndObject();
        json.writeEndObject();
        json.writeEndArray();
    }

    private void scalar(Shape shape) throws IOException {
        if (shape instanceof Shape.Choice choice) {
            json.writeArrayFieldStart("enum");
            for (String value : choice.values()) {
                json.writeString(value);
            }
            json.writeEndArray();
        } else if (shape instanceof Shape.Name) {
            json.writeStringField("type", "string");
            json.writeStringField("pattern", "^" + ShapeChecker.NAME.pattern() + "$");
        } else if (shape instanceof Shape.Number) {
            json.writeStringField("type", "number");
        } else if (shape instanceof Shape.Whole) {
            json.writeStringField("type", "integer");
        } else if (shape instanceof Shape.Flag) {
            json.writeStringField("type", "boolean");
        } else {
            json.writeArrayFieldStart("type");
            for (String type : List.of("string", "number", "boolean")) {
                json.writeString(type);
            }
            json.writeEndArray();
        }
    }
}
