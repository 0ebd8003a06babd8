package org.countersign.audit.extract;

import java.util.Arrays;
import java.util.Optional;

/** Reference distribution of a reported test statistic. */
public enum TestKind {
    T("t"),
    Z("z"),
    F("F"),
    R("r"),
    CHI_SQUARED("chi2"),
    Q("Q");

    private final String id;

    TestKind(String id) {
        this.id = id;
    }

    /** As in the table form and in JSON. */
    public String id() {
        return id;
    }

    /** By id, whatever its case; empty for an unknown one. */
    public static Optional<TestKind> of(String id) {
        return Arrays.stream(values())
                .filter(kind -> kind.id.equalsIgnoreCase(id.strip()))
                .findFirst();
    }
}
