package org.countersign.verify;

import static java.util.Objects.requireNonNull;

/**
 * The paper that a study's claims were held against.
 *
 * @param file as the user typed it
 * @param sha256 of its bytes, lower-case hexadecimal
 * @param coverage which of its numbers are accounted for
 */
public record PublishedText(String file, String sha256, PublishedCoverage coverage) {

    public PublishedText {
        requireNonNull(file);
        requireNonNull(coverage);
        if (!sha256.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("sha256 = `" + sha256 + "`: expected 64 hexadecimal digits");
        }
    }
}
