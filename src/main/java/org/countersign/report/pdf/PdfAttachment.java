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
 * @param size in bytes
 * @param compressed the content as the PDF holds it, a zlib stream; read-only
 */
public record PdfAttachment(String name, String mediaType, String description, int size, ByteBuffer compressed) {

    public PdfAttachment {
        requireNonNull(mediaType);
        requireNonNull(description);
        compressed = compressed.asReadOnlyBuffer();
        if (name.isBlank() || name.contains("/") || name.contains("\\")) {
            throw new IllegalArgumentException("name `" + name + "`: expected a file name without folders");
        }
    }

    /** A file with this content. */
    public static PdfAttachment of(String name, String mediaType, String description, byte[] content) {
        return new PdfAttachment(name, mediaType, description, content.length, ByteBuffer.wrap(Deflated.of(content)));
    }

    /** A text file, encoded in UTF-8. */
    public static PdfAttachment ofText(String name, String mediaType, String description, String text) {
        return of(name, mediaType, description, text.getBytes(StandardCharsets.UTF_8));
    }

    byte[] compressedBytes() {
        byte[] bytes = new byte[compressed.remaining()];
        compressed.duplicate().get(bytes);
        return bytes;
    }
}
