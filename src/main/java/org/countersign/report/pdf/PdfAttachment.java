package org.countersign.report.pdf;

import static java.util.Objects.requireNonNull;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * A file inside the PDF: the data that the report was made from (AFRelationship Data).
 *
 * @param name the file name, without folders
 * @param mediaType for example {@code application/json}
 * @param description one sentence
 * @param content read-only
 */
public record PdfAttachment(String name, String mediaType, String description, ByteBuffer content) {

    public PdfAttachment {
        requireNonNull(mediaType);
        requireNonNull(description);
        content = content.asReadOnlyBuffer();
        if (name.isBlank() || name.contains("/") || name.contains("\\")) {
            throw new IllegalArgumentException("name `" + name + "`: expected a file name without folders");
        }
    }

    /** A text file, encoded in UTF-8. */
    public static PdfAttachment ofText(String name, String mediaType, String description, String text) {
        return new PdfAttachment(name, mediaType, description, ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
    }

    byte[] bytes() {
        byte[] bytes = new byte[content.remaining()];
        content.duplicate().get(bytes);
        return bytes;
    }
}
