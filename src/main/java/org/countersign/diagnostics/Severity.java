package org.countersign.diagnostics;

/** How grave a {@link Diagnostic} is. */
public enum Severity {
    /** The work cannot be done; nothing is written. */
    ERROR,
    /** The work is done, but somebody should look. */
    WARNING,
    /** Worth knowing. */
    NOTE
}
