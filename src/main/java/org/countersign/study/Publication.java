package org.countersign.study;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * A published source.
 *
 * @param id by which the manuscript cites it
 * @param authors as printed
 * @param title as printed
 * @param source journal or publisher
 * @param year of publication
 * @param volume with the issue in parentheses, if any
 * @param pages as printed
 * @param doi without a resolver's address
 */
public record Publication(
        String id,
        String authors,
        String title,
        String source,
        int year,
        Optional<String> volume,
        Optional<String> pages,
        Optional<String> doi) {

    public Publication {
        requireNonNull(id);
        requireNonNull(authors);
        requireNonNull(title);
        requireNonNull(source);
        requireNonNull(volume);
        requireNonNull(pages);
        requireNonNull(doi);
    }
}
