package org.countersign.stats;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * A published source.
 *
 * @param authors such as "Hodges JL, Lehmann EL"
 * @param year of publication
 * @param title as published
 * @param source journal, volume and pages, or publisher
 * @param doi without a resolver's address
 */
public record Reference(String authors, int year, String title, String source, Optional<String> doi) {

    public Reference {
        requireNonNull(authors);
        requireNonNull(title);
        requireNonNull(source);
        requireNonNull(doi);
    }

    public static Reference of(String authors, int year, String title, String source) {
        return new Reference(authors, year, title, source, Optional.empty());
    }

    public static Reference of(String authors, int year, String title, String source, String doi) {
        return new Reference(authors, year, title, source, Optional.of(doi));
    }
}
