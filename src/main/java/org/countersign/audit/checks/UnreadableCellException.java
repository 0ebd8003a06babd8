package org.countersign.audit.checks;

/** A cell of a table does not hold what its column is for; the row is not testable. */
public final class UnreadableCellException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnreadableCellException(String message) {
        super(message);
    }
}
