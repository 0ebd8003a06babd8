package org.countersign.diagnostics;

import java.util.List;
import java.util.stream.Collectors;

/** The author's input cannot be used; says everything that is wrong with it at once. Exit code 2. */
public final class StudyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Diagnostic> diagnostics;

    /**
     * @param diagnostics at least one
     * @throws IllegalArgumentException if there are none
     */
    public StudyException(List<Diagnostic> diagnostics) {
        super(diagnostics.stream().map(Diagnostic::toString).collect(Collectors.joining("\n")));
        if (diagnostics.isEmpty()) {
            throw new IllegalArgumentException("diagnostics is empty; expected at least one");
        }
        this.diagnostics = List.copyOf(diagnostics);
    }

    public StudyException(Diagnostic diagnostic) {
        this(List.of(diagnostic));
    }

    public List<Diagnostic> diagnostics() {
        return diagnostics;
    }
}
