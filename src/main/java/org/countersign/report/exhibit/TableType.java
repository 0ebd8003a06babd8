package org.countersign.report.exhibit;

import java.util.List;

/** A kind of table; the catalogue is {@link TableTypes}. */
public interface TableType {

    /** As written in {@code study.yaml}. */
    String id();

    /** What it shows, for the reference page. */
    String description();

    /** Ids of the methods whose results it shows, sorted. */
    List<String> takes();

    /** Names of its options, each with its meaning: {@code "columns: quantities, in order"}. */
    List<String> options();

    /** Makes the table; what the declaration gets wrong goes to the exhibit's diagnostics. */
    TableModel build(Exhibit exhibit);
}
