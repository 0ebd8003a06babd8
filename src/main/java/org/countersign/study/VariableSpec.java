package org.countersign.study;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import org.countersign.diagnostics.SourceLocation;

/**
 * A declared column.
 *
 * @param name as in the file's header, or the author's own name for a derived variable
 * @param label for a reader
 * @param unit of a numeric variable, such as "years"
 * @param type what its values are
 * @param levels of a categorical variable, in order
 * @param reference code of the level with which others are compared; the first if absent
 * @param minimum least allowed value
 * @param maximum greatest allowed value
 * @param required whether a missing value is an error
 * @param decimals how precisely it was measured, for display; empty for "as the data show it"
 * @param location of the declaration
 */
public record VariableSpec(
        String name,
        String label,
        Optional<String> unit,
        VariableType type,
        List<Level> levels,
        Optional<LocatedText> reference,
        Optional<Double> minimum,
        Optional<Double> maximum,
        boolean required,
        Optional<Integer> decimals,
        SourceLocation location) {

    public VariableSpec {
        requireNonNull(name);
        requireNonNull(label);
        requireNonNull(unit);
        requireNonNull(type);
        levels = List.copyOf(levels);
        requireNonNull(reference);
        requireNonNull(minimum);
        requireNonNull(maximum);
        requireNonNull(decimals);
        requireNonNull(location);
    }

    /** Index of the level with which others are compared. */
    public int referenceIndex() {
        return reference
                .map(code -> indexOfLevel(code.text()))
                .filter(i -> i >= 0)
                .orElse(0);
    }

    /** Index of a level by code or label; -1 if there is none. */
    public int indexOfLevel(String codeOrLabel) {
        for (int i = 0; i < levels.size(); i++) {
            if (levels.get(i).code().equals(codeOrLabel)) {
                return i;
            }
        }
        for (int i = 0; i < levels.size(); i++) {
            if (levels.get(i).label().equals(codeOrLabel)) {
                return i;
            }
        }
        return -1;
    }
}
