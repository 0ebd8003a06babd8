package org.countersign.study;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.countersign.diagnostics.SourceLocation;

/**
 * A figure or a table.
 *
 * @param id by which the manuscript names it
 * @param type id in the catalogue of charts or tables
 * @param analyses whose ledger entries it shows
 * @param caption above a table, below a figure; may hold interpolations
 * @param alternative text in place of the picture; written from the data if absent
 * @param note below the table
 * @param options by the names that the type declares
 * @param location of the declaration
 */
public record ExhibitSpec(
        String id,
        LocatedText type,
        List<LocatedText> analyses,
        LocatedText caption,
        Optional<LocatedText> alternative,
        Optional<LocatedText> note,
        Map<String, List<LocatedText>> options,
        SourceLocation location) {

    public ExhibitSpec {
        requireNonNull(id);
        requireNonNull(type);
        analyses = List.copyOf(analyses);
        requireNonNull(caption);
        requireNonNull(alternative);
        requireNonNull(note);
        options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
        requireNonNull(location);
    }

    /** The first value of an option. */
    public Optional<String> option(String name) {
        List<LocatedText> values = options.getOrDefault(name, List.of());
        return values.isEmpty() ? Optional.empty() : Optional.of(values.get(0).text());
    }
}
