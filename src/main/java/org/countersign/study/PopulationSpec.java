package org.countersign.study;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * A named part of a dataset's rows.
 *
 * @param name the author's name for it
 * @param label in words, for a reader: "students who answered both surveys"
 * @param dataset whose rows
 * @param where true for the rows that belong; all of them if absent
 */
public record PopulationSpec(String name, String label, LocatedText dataset, Optional<LocatedText> where) {

    public PopulationSpec {
        requireNonNull(name);
        requireNonNull(label);
        requireNonNull(dataset);
        requireNonNull(where);
    }
}
