package org.countersign.pipeline;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;
import org.countersign.dataset.Dataset;
import org.countersign.report.ReportModel;
import org.countersign.study.StudyLoader;

/** Writes {@code manifest.json}: hashes of inputs and outputs, versions. */
final class Manifest {

    private Manifest() {}

    /**
     * @param outputs SHA-256 of the report's other files, by path
     */
    static byte[] write(ReportModel model, Map<String, String> outputs) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(4096);
        try (JsonGenerator json = new JsonFactory().createGenerator(bytes)) {
            DefaultIndenter indent = new DefaultIndenter("  ", "\n");
            json.setPrettyPrinter(
                    new DefaultPrettyPrinter().withObjectIndenter(indent).withArrayIndenter(indent));
            json.writeStartObject();
            json.writeNumberField("version", 1);
            json.writeStringField("study", model.study().id());
            json.writeStringField(
                    "dataStatus", model.study().about().dataStatus().id());
            json.writeObjectFieldStart("versions");
            for (Map.Entry<String, String> version : Versions.all().entrySet()) {
                json.writeStringField(version.getKey(), version.getValue());
            }
            json.writeEndObject();
            json.writeObjectFieldStart("inputs");
            json.writeStringField(
                    StudyLoader.FILE_NAME, Hashes.sha256(model.study().folder().resolve(StudyLoader.FILE_NAME)));
            for (Dataset dataset : model.datasets().byName().values()) {
                json.writeStringField(dataset.source().path(), dataset.source().sha256());
            }
            json.writeEndObject();
            json.writeObjectFieldStart("outputs");
            for (Map.Entry<String, String> output : new TreeMap<>(outputs).entrySet()) {
                json.writeStringField(output.getKey(), output.getValue());
            }
            json.writeEndObject();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("manifest.json cannot be written", e);
        }
        bytes.write('\n');
        return bytes.toByteArray();
    }
}
