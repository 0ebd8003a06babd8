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
        return isLetter(fromCode.charAt(0)) ? fromCode : slug(label);
    }

    /** Lower case, runs of anything but letters and digits replaced by one underscore, none at the ends. */
    public static String slug(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        StringBuilder slug = new StringBuilder(lower.length());
        boolean parted = false;
        for (int i = 0; i < lower.length(); i++) {
            char c = lower.charAt(i);
            if (isLetter(c) || c >= '0' && c <= '9') {
                slug.append(parted && !slug.isEmpty() ? "_" : "").append(c);
                parted = false;
            } else {
                parted = true;
            }
        }
        return slug.isEmpty() ? "level" : slug.toString();
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z';
    }
}
