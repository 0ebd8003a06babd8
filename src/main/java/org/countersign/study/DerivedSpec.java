package org.countersign.study;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import org.countersign.diagnostics.SourceLocation;

/**
 * A variable computed from others.
 *
 * @param name the author's name for it
 * @param label for a reader
 * @param unit of a numeric result
 * @param expression in the expression language of {@code docs/expressions.md}
 * @param levels order and labels of a categorical result; empty for the order of the expression
 * @param reference code of the level with which others are compared
 * @param decimals for display
 * @param location of the declaration
 */
public record DerivedSpec(
        String name,
        String label,
        Optional<String> unit,
        LocatedText expression,
        List<Level> levels,
        Optional<LocatedText> reference,
        Optional<Integer> decimals,
        SourceLocation location) {

    public DerivedSpec {
        requireNonNull(name);
        requireNonNull(label);
        requireNonNull(unit);
        requireNonNull(expression);
        levels = List.copyOf(levels);
        requireNonNull(reference);
        requireNonNull(decimals);
        requireNonNull(location);
    }
}
