package org.countersign.study;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import org.countersign.diagnostics.SourceLocation;

/**
 * A data file and what its columns mean.
 *
 * @param name the author's name for it
 * @param label for a reader
 * @param file path below the study's folder
 * @param sheet of a workbook; the first if absent
 * @param delimiter between fields; by the file's ending if absent
 * @param encoding of a text file; UTF-8 if absent
 * @param decimalMark of the numbers in a text file, a point or a comma
 * @param missing texts that mean "no value"
 * @param id column whose values are unique
 * @param count column that says how many observations a row stands for
 * @param variables declared columns
 * @param derived computed variables
 * @param joins columns of other datasets
 * @param location of the declaration
 */
public record DatasetSpec(
        String name,
        String label,
        LocatedText file,
        Optional<String> sheet,
        Optional<Character> delimiter,
        Optional<LocatedText> encoding,
        char decimalMark,
        List<String> missing,
        Optional<LocatedText> id,
        Optional<LocatedText> count,
        List<VariableSpec> variables,
        List<DerivedSpec> derived,
        List<JoinSpec> joins,
        SourceLocation location) {

    public DatasetSpec {
        requireNonNull(name);
        requireNonNull(label);
        requireNonNull(file);
        requireNonNull(sheet);
        requireNonNull(delimiter);
        requireNonNull(encoding);
        missing = List.copyOf(missing);
        requireNonNull(id);
        requireNonNull(count);
        variables = List.copyOf(variables);
        derived = List.copyOf(derived);
        joins = List.copyOf(joins);
        requireNonNull(location);
    }

    public Optional<VariableSpec> variable(String variable) {
        return variables.stream().filter(v -> v.name().equals(variable)).findFirst();
    }
}
