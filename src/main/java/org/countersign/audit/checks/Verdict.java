package org.countersign.audit.checks;

/** What a check says about reported numbers. */
public enum Verdict {
    /** The numbers can all be true, as printed. */
    CONSISTENT("consistent"),
    /** They cannot all be true, under any reading that the check knows. */
    INCONSISTENT("inconsistent"),
    /** They can, but only under an assumption that a reader should know. */
    WARNING("warning"),
    /** The text does not say enough, or the method does not apply. */
    NOT_TESTABLE("not-testable");

    private final String id;

    Verdict(String id) {
        this.id = id;
    }

    /** As in JSON and in the table form. */
    public String id() {
        return id;
    }

    /** Whether a reader is shown it without asking. */
    public boolean isFinding() {
        return this == INCONSISTENT || this == WARNING;
    }
}
