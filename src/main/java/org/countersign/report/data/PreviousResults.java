package org.countersign.report.data;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What an earlier {@code results.json} says.
 *
 * @param study its id
 * @param program that wrote it
 * @param datasets SHA-256 of each dataset's file, by name
 * @param analyses what each analysis was, as one text that changes with its definition, and its dataset
 * @param entries by key
 */
public record PreviousResults(
        String study,
        String program,
        Map<String, String> datasets,
        Map<String, Analysis> analyses,
        Map<String, Entry> entries) {

    public PreviousResults {
        datasets = Collections.unmodifiableMap(new LinkedHashMap<>(datasets));
        analyses = Collections.unmodifiableMap(new LinkedHashMap<>(analyses));
        entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    }

    /** An analysis: its dataset, and everything else of its definition as text. */
    public record Analysis(String dataset, String definition) {}

    /** An entry as it was shown, its value as text, and its analysis. */
    public record Entry(String display, String value, String analysis) {}

    /**
     * @throws IOException if the bytes are not a {@code results.json} of a known version
     */
    public static PreviousResults read(byte[] bytes) throws IOException {
        try (JsonParser json = new JsonFactory().createParser(bytes)) {
            Reader reader = new Reader();
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw new IOException("expected an object");
            }
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String field = json.currentName();
                json.nextToken();
                switch (field) {
                    case "version" -> reader.version = json.getIntValue();
                    case "study" -> reader.study = Reader.fields(json).getOrDefault("id", "");
                    case "program" -> reader.program = json.getText();
                    case "datasets" -> reader.datasets(json);
                    case "analyses" -> reader.analyses(json);
                    case "entries" -> reader.entries(json);
                    default -> json.skipChildren();
                }
            }
            if (reader.version != ResultsJson.VERSION) {
                throw new IOException("expected version " + ResultsJson.VERSION + ", found " + reader.version);
            }
            return new PreviousResults(reader.study, reader.program, reader.datasets, reader.analyses, reader.entries);
        }
    }

    /**
     * The sentences of a {@code results.json}.
     *
     * @throws IOException if the bytes are not JSON
     */
    public static List<Sentences.Sentence> sentences(byte[] bytes) throws IOException {
        List<Sentences.Sentence> all = new ArrayList<>();
        for (JsonNode sentence : new ObjectMapper().readTree(bytes).path("sentences")) {
            List<String> keys = new ArrayList<>();
            sentence.path("keys").forEach(k -> keys.add(k.asText()));
            all.add(new Sentences.Sentence(sentence.path("text").asText(), keys));
        }
        return all;
    }

    private static final class Reader {
        private int version;
        private String study = "";
        private String program = "";
        private final Map<String, String> datasets = new LinkedHashMap<>();
        private final Map<String, Analysis> analyses = new LinkedHashMap<>();
        private final Map<String, Entry> entries = new LinkedHashMap<>();

        void datasets(JsonParser json) throws IOException {
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                json.nextToken();
                datasets.put(name, fields(json).getOrDefault("sha256", ""));
            }
        }

        void analyses(JsonParser json) throws IOException {
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                json.nextToken();
                Map<String, String> fields = fields(json);
                String dataset = fields.getOrDefault("dataset", "");
                fields.remove("label");
                analyses.put(name, new Analysis(dataset, fields.toString()));
            }
        }

        void entries(JsonParser json) throws IOException {
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String key = json.currentName();
                json.nextToken();
                Map<String, String> fields = fields(json);
                entries.put(
                        key,
                        new Entry(
                                fields.getOrDefault("display", ""),
                                fields.getOrDefault("value", ""),
                                fields.getOrDefault("analysis", "")));
            }
        }

        /** An object's fields as text; nested ones under their path. */
        private static Map<String, String> fields(JsonParser json) throws IOException {
            Map<String, String> fields = new LinkedHashMap<>();
            collect(json, "", fields);
            return fields;
        }

        private static void collect(JsonParser json, String prefix, Map<String, String> fields) throws IOException {
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = prefix + json.currentName();
                JsonToken value = json.nextToken();
                if (value == JsonToken.START_OBJECT) {
                    collect(json, name + ".", fields);
                } else if (value == JsonToken.START_ARRAY) {
                    json.skipChildren();
                } else {
                    fields.put(name, json.getText());
                }
            }
        }
    }
}
