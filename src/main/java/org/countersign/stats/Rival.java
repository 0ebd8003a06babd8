package org.countersign.stats;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.function.Supplier;

/**
 * The same quantities under another of the field's conventions.
 *
 * @param id stable kebab-case id, such as {@code divisor-n} or {@code quantile-type-6}
 * @param convention for a reader: "standard deviation with divisor n"
 * @param quantities computed when asked for; ids are those of the result's own quantities, only those that the
 *     convention touches
 */
public record Rival(String id, String convention, Supplier<List<Quantity>> quantities) {

    public Rival {
        requireNonNull(id);
        requireNonNull(convention);
        requireNonNull(quantities);
    }
}
