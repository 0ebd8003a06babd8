package org.countersign.stats;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * The name of what was done.
 *
 * @param id stable kebab-case id of the procedure and variant, such as {@code wilcoxon-rank-sum-normal-corrected}
 * @param label for a footnote, such as "Wilcoxon rank-sum test, normal approximation with continuity correction"
 * @param references where it is defined, first the source of the method
 */
public record Procedure(String id, String label, List<Reference> references) {

    public Procedure {
        requireNonNull(id);
        requireNonNull(label);
        references = List.copyOf(references);
    }

    public static Procedure of(String id, String label, Reference... references) {
        return new Procedure(id, label, List.of(references));
    }
}
