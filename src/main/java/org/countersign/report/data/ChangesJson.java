package org.countersign.report.data;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/** What changed between two runs for programs, described in {@code docs/build-json.md}. */
public final class ChangesJson {

    private ChangesJson() {}

    /** The field {@code changes}, into an object that is open. */
    public static void write(JsonGenerator json, Changes changes) throws IOException {
        json.writeObjectFieldStart("changes");
        json.writeArrayFieldStart("entries");
        for (Changes.Change change : changes.entries()) {
            json.writeStartObject();
            json.writeStringField("key", change.key());
            ResultsJson.optional(json, "before", change.before());
            ResultsJson.optional(json, "after", change.after());
            json.writeStringField("cause", change.cause().id());
            json.writeEndObject();
        }
        json.writeEndArray();
        ResultsJson.sentences(json, changes.sentences());
        json.writeNumberField("unseen", changes.unseen());
        json.writeEndObject();
    }
}
