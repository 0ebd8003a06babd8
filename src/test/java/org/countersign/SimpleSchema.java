package org.countersign;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** The part of JSON Schema that our own schemas use: type, properties, required, additionalProperties, items, enum, $ref. */
final class SimpleSchema {

    private SimpleSchema() {}

    static void check(JsonNode root, JsonNode schema, JsonNode value, String at) {
        if (schema.has("$ref")) {
            check(root, root.at(schema.get("$ref").asText().substring(1)), value, at);
            return;
        }
        if (schema.has("enum")) {
            assertThat(schema.get("enum")).as(at).contains(value);
        }
        if (schema.has("type")) {
            assertThat(isOf(schema.get("type"), value))
                    .as(at + ": " + schema.get("type") + ", found " + value)
                    .isTrue();
        }
        if (value.isObject()) {
            schema.path("required")
                    .forEach(key -> assertThat(value.has(key.asText()))
                            .as(at + "/" + key.asText())
                            .isTrue());
            for (Map.Entry<String, JsonNode> field : value.properties()) {
                JsonNode known = schema.path("properties").path(field.getKey());
                JsonNode more = schema.path("additionalProperties");
                String place = at + "/" + field.getKey();
                assertThat(known.isMissingNode() && more.isBoolean() && !more.asBoolean())
                        .as(place)
                        .isFalse();
                if (!known.isMissingNode()) {
                    check(root, known, field.getValue(), place);
                } else if (more.isObject()) {
                    check(root, more, field.getValue(), place);
                }
            }
        }
        if (value.isArray() && schema.has("items")) {
            for (int i = 0; i < value.size(); i++) {
                check(root, schema.get("items"), value.get(i), at + "/" + i);
            }
        }
    }

    private static boolean isOf(JsonNode type, JsonNode value) {
        if (type.isArray()) {
            for (JsonNode one : type) {
                if (isOf(one, value)) {
                    return true;
                }
            }
            return false;
        }
        return switch (type.asText()) {
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "string" -> value.isTextual();
            case "integer" -> value.isIntegralNumber();
            case "number" -> value.isNumber();
            case "boolean" -> value.isBoolean();
            default -> value.isNull();
        };
    }
}
