package org.countersign.study;

import static java.util.Objects.requireNonNull;

import java.util.Locale;

/**
 * A level of a categorical variable.
 *
 * @param code as it stands in the data file
 * @param label as a reader sees it
 */
public record Level(String code, String label) {

    public Level {
        requireNonNull(code);
        requireNonNull(label);
    }

    /** The level's part of a ledger key: its code if that is a name, else its label, in lower case with underscores. */
    public String slug() {
        String fromCode = slug(code);
        return fromCode.matches("[a-z].*") ? fromCode : slug(label);
    }

    /** Lower case, runs of anything but letters and digits replaced by one underscore. */
    public static String slug(String text) {
        String slug =
                text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_").replaceAll("^_+|_+$", "");
        return slug.isEmpty() ? "level" : slug;
    }
}
