package org.countersign.audit.extract;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/** A p-value that stands by itself. */
public record PReport(Excerpt excerpt, ReportedP p) implements ReportedResult {

    public PReport {
        requireNonNull(excerpt);
        requireNonNull(p);
    }

    @Override
    public String type() {
        return "p-value";
    }

    @Override
    public List<NamedValue> values() {
        return new ValueList().addP(Optional.of(p)).list();
    }
}
