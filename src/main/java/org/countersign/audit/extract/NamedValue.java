package org.countersign.audit.extract;

import static java.util.Objects.requireNonNull;

/**
 * One number of a result under its role.
 *
 * @param name stable camel-case role, such as {@code estimate} or {@code df1}
 * @param text as printed
 */
public record NamedValue(String name, String text) {

    public NamedValue {
        requireNonNull(name);
        requireNonNull(text);
    }
}
