package org.countersign.diagnostics;

import static java.util.Objects.requireNonNull;

import java.util.Locale;
import java.util.Optional;

/**
 * One thing a user is told.
 *
 * @param code stable kebab-case id, such as {@code unknown-key}; documented in {@code docs/diagnostics.md}
 * @param severity how grave
 * @param location where
 * @param message what was found and what was expected, one sentence without a final full stop
 * @param hint what to do
 */
public record Diagnostic(
        String code, Severity severity, SourceLocation location, String message, Optional<String> hint) {

    public Diagnostic {
        requireNonNull(code);
        requireNonNull(severity);
        requireNonNull(location);
        requireNonNull(message);
        requireNonNull(hint);
    }

    public static Diagnostic error(String code, SourceLocation location, String message) {
        return new Diagnostic(code, Severity.ERROR, location, message, Optional.empty());
    }

    public static Diagnostic error(String code, SourceLocation location, String message, String hint) {
        return new Diagnostic(code, Severity.ERROR, location, message, Optional.of(hint));
    }

    public static Diagnostic warning(String code, SourceLocation location, String message, String hint) {
        return new Diagnostic(code, Severity.WARNING, location, message, Optional.of(hint));
    }

    /** The same, where it stops nothing. */
    public Diagnostic asWarning() {
        return new Diagnostic(code, Severity.WARNING, location, message, hint);
    }

    public Diagnostic withHint(Optional<String> newHint) {
        return new Diagnostic(code, severity, location, message, newHint);
    }

    /** {@code file:line:column: error: message [code]}, with the hint on a second line. */
    @Override
    public String toString() {
        String first = location + ": " + severity.name().toLowerCase(Locale.ROOT) + ": " + message + " [" + code + "]";
        return hint.map(h -> first + "\n    " + h).orElse(first);
    }
}
