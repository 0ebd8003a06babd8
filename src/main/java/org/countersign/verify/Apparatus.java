package org.countersign.verify;

/** What a paper prints numbers in that report nothing; such a number need not be claimed. */
public enum Apparatus {
    REFERENCE_LIST("reference-list", "in the reference list"),
    CITATION("citation", "in citations"),
    LABEL("label", "in labels of figures, tables and sections"),
    ADDRESS("address", "in addresses and identifiers");

    private final String id;
    private final String label;

    Apparatus(String id, String label) {
        this.id = id;
        this.label = label;
    }

    /** As in JSON. */
    public String id() {
        return id;
    }

    /** To stand behind a count of numbers. */
    public String label() {
        return label;
    }
}
