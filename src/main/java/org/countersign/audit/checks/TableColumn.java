package org.countersign.audit.checks;

import static java.util.Objects.requireNonNull;

/**
 * A column of a check's table form.
 *
 * @param name heading
 * @param presence whether a table must have it
 * @param meaning what it holds, for the reference page
 */
public record TableColumn(String name, Presence presence, String meaning) {

    /** Whether a column must be there. */
    public enum Presence {
        REQUIRED,
        OPTIONAL
    }

    public TableColumn {
        requireNonNull(name);
        requireNonNull(presence);
        requireNonNull(meaning);
    }

    static TableColumn required(String name, String meaning) {
        return new TableColumn(name, Presence.REQUIRED, meaning);
    }

    static TableColumn optional(String name, String meaning) {
        return new TableColumn(name, Presence.OPTIONAL, meaning);
    }

    /** {@code mean} or {@code [items]}. */
    @Override
    public String toString() {
        return presence == Presence.REQUIRED ? name : "[" + name + "]";
    }
}
