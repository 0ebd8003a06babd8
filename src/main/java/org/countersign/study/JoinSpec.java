package org.countersign.study;

import static java.util.Objects.requireNonNull;

/**
 * Columns of another dataset, brought in by a key: every row keeps its place, a row without a partner gets missing
 * values.
 *
 * @param dataset the other dataset
 * @param by column that both have and that is unique in the other
 */
public record JoinSpec(LocatedText dataset, LocatedText by) {

    public JoinSpec {
        requireNonNull(dataset);
        requireNonNull(by);
    }
}
