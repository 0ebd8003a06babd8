package org.countersign.report.data;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** JSON as text: a line for a program that reads line by line, or a document that a person can read too. */
public final class JsonText {

    private JsonText() {}

    /** Writes what the text holds, one object. */
    public interface Body {
        void write(JsonGenerator json) throws IOException;
    }

    /** On one line, without its end. */
    public static String line(Body body) {
        return write(body).toString(StandardCharsets.UTF_8);
    }

    /** Indented by two spaces, in UTF-8. */
    public static byte[] document(Body body) {
        return write(json -> {
                    DefaultIndenter indent = new DefaultIndenter("  ", "\n");
                    json.setPrettyPrinter(new DefaultPrettyPrinter()
                            .withObjectIndenter(indent)
                            .withArrayIndenter(indent));
                    body.write(json);
                })
                .toByteArray();
    }

    private static ByteArrayOutputStream write(Body body) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 12);
        try (JsonGenerator json = new JsonFactory().createGenerator(bytes)) {
            body.write(json);
        } catch (IOException e) {
            throw new UncheckedIOException("a byte array can always be written to", e);
        }
        return bytes;
    }
}
