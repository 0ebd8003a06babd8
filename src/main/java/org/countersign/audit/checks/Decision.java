package org.countersign.audit.checks;

/** Whether an inconsistency changes which side of alpha a result is on. */
public enum Decision {
    KEPT,
    FLIPPED
}
