package org.countersign.diagnostics;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Collects diagnostics, so that an author sees all mistakes of a run together. Not thread-safe. */
public final class Diagnostics {

    private final List<Diagnostic> all = new ArrayList<>();

    public void add(Diagnostic diagnostic) {
        if (!all.contains(diagnostic)) {
            all.add(diagnostic);
        }
    }

    public void addAll(Collection<Diagnostic> diagnostics) {
        diagnostics.forEach(this::add);
    }

    public void error(String code, SourceLocation location, String message) {
        add(Diagnostic.error(code, location, message));
    }

    public void error(String code, SourceLocation location, String message, String hint) {
        add(Diagnostic.error(code, location, message, hint));
    }

    public void warning(String code, SourceLocation location, String message, String hint) {
        add(Diagnostic.warning(code, location, message, hint));
    }

    public boolean hasErrors() {
        return all.stream().anyMatch(d -> d.severity() == Severity.ERROR);
    }

    /** In the order in which they were found. */
    public List<Diagnostic> all() {
        return List.copyOf(all);
    }

    public List<Diagnostic> warnings() {
        return all.stream().filter(d -> d.severity() != Severity.ERROR).toList();
    }

    /**
     * Ends a phase.
     *
     * @throws StudyException with everything collected, if any of it is an error
     */
    public void throwIfErrors() {
        if (hasErrors()) {
            throw new StudyException(all());
        }
    }
}
