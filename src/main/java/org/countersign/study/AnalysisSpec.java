package org.countersign.study;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.countersign.diagnostics.SourceLocation;

/**
 * One analysis.
 *
 * @param id first part of its ledger keys
 * @param label for a reader; the method's label if absent
 * @param method id in the catalogue of methods
 * @param roles which variables play which part: {@code outcome}, {@code group}, {@code covariates}, ...
 * @param dataset whose rows
 * @param population which of them; all if absent
 * @param parameters by the names that the method declares; a list has several values
 * @param display how a reader sees the result by default
 * @param location of the declaration
 */
public record AnalysisSpec(
        String id,
        Optional<String> label,
        LocatedText method,
        Map<String, List<LocatedText>> roles,
        Optional<LocatedText> dataset,
        Optional<LocatedText> population,
        Map<String, List<LocatedText>> parameters,
        Optional<LocatedText> display,
        SourceLocation location) {

    public AnalysisSpec {
        requireNonNull(id);
        requireNonNull(label);
        requireNonNull(method);
        roles = Collections.unmodifiableMap(new LinkedHashMap<>(roles));
        requireNonNull(dataset);
        requireNonNull(population);
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        requireNonNull(display);
        requireNonNull(location);
    }
}
