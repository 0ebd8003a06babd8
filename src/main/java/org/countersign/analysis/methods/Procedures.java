package org.countersign.analysis.methods;

import org.countersign.stats.Procedure;

/** Procedures that are no more than counting. */
final class Procedures {

    static final Procedure COUNTING = Procedure.of("count", "counting");
    static final Procedure PERCENTAGE = Procedure.of("percentage", "percentage of the observations that have a value");

    private Procedures() {}
}
