package org.countersign.audit.text;

import org.countersign.diagnostics.Diagnostic;
import org.countersign.diagnostics.SourceLocation;

/** A file is broken, encrypted, without text, or not what it says; one diagnostic, and the others go on. */
public final class UnreadableArticleException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Diagnostic diagnostic;

    public UnreadableArticleException(Diagnostic diagnostic) {
        super(diagnostic.toString());
        this.diagnostic = diagnostic;
    }

    static UnreadableArticleException of(String code, String name, String message, String hint) {
        return new UnreadableArticleException(Diagnostic.error(code, SourceLocation.of(name), message, hint));
    }

    static UnreadableArticleException broken(String name, String format, Throwable cause) {
        String reason = cause.getMessage() == null ? cause.getClass().getSimpleName() : firstLine(cause.getMessage());
        return of(
                "unreadable-article",
                name,
                "the file is not readable as " + format + ": " + reason,
                "check that it opens elsewhere, or give its text as a .txt file");
    }

    public Diagnostic diagnostic() {
        return diagnostic;
    }

    private static String firstLine(String message) {
        String line = message.lines().findFirst().orElse("").strip();
        return line.length() > 160 ? line.substring(0, 160) : line;
    }
}
