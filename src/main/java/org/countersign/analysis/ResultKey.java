package org.countersign.analysis;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Name of a ledger entry: the analysis, then what narrows it down, then the quantity, joined by dots:
 * {@code change.ee_change.intervention.median}.
 */
public record ResultKey(String text) implements Comparable<ResultKey> {

    static final Pattern FORM = Pattern.compile("[a-z0-9_]+(\\.[a-z0-9_]+)*");

    /**
     * @throws IllegalArgumentException unless the parts are lower-case letters, digits and underscores
     */
    public ResultKey {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("text = `" + text + "`: expected lower-case words joined by dots");
        }
    }

    public static ResultKey of(String text) {
        return new ResultKey(text);
    }

    public List<String> parts() {
        return List.of(text.split("\\."));
    }

    /** Whether this key is {@code prefix} or stands below it. */
    public boolean isBelow(String prefix) {
        return text.startsWith(prefix) && (text.length() == prefix.length() || text.charAt(prefix.length()) == '.');
    }

    @Override
    public int compareTo(ResultKey other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
