package org.countersign.stats;

/** The side on which a test looks for a departure from its null hypothesis. */
public enum Alternative {
    /** Either side. */
    TWO_SIDED("two-sided"),
    /** The parameter is greater than its null value: the first sample tends to the larger values. */
    GREATER("greater"),
    /** The parameter is less than its null value: the first sample tends to the smaller values. */
    LESS("less");

    private final String id;

    Alternative(String id) {
        this.id = id;
    }

    /** Stable kebab-case name. */
    public String id() {
        return id;
    }

    /** The alternative after the two samples have changed places. */
    Alternative reversed() {
        return switch (this) {
            case TWO_SIDED -> TWO_SIDED;
            case GREATER -> LESS;
            case LESS -> GREATER;
        };
    }

    /** For the end of a procedure's label: empty when two-sided. */
    String suffix() {
        return this == TWO_SIDED ? "" : ", one-sided (" + id + ")";
    }
}
