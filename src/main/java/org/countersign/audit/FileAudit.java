package org.countersign.audit;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.countersign.diagnostics.Diagnostic;

/**
 * What became of one file: a report, or the diagnostic that says why there is none.
 *
 * @param file as the user would type it
 */
public record FileAudit(String file, Optional<AuditReport> report, Optional<Diagnostic> diagnostic) {

    /**
     * @throws IllegalArgumentException unless there is a report or a diagnostic, and not both
     */
    public FileAudit {
        requireNonNull(file);
        if (report.isPresent() == diagnostic.isPresent()) {
            throw new IllegalArgumentException("file " + file + ": expected a report or a diagnostic, and not both");
        }
    }

    public static FileAudit of(String file, AuditReport report) {
        return new FileAudit(file, Optional.of(report), Optional.empty());
    }

    public static FileAudit failed(String file, Diagnostic diagnostic) {
        return new FileAudit(file, Optional.empty(), Optional.of(diagnostic));
    }
}
