package org.countersign.dataset;

import static java.util.Objects.requireNonNull;

/**
 * A file that was read.
 *
 * @param path as a user would type it, below the study's folder
 * @param sha256 of its bytes, in lower-case hexadecimal
 * @param bytes its size
 */
public record SourceFile(String path, String sha256, long bytes) {

    public SourceFile {
        requireNonNull(path);
        requireNonNull(sha256);
    }
}
