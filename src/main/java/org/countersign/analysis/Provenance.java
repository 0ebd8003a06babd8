package org.countersign.analysis;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where the numbers of an analysis come from.
 *
 * @param analysis id of the analysis
 * @param analysisLabel of the analysis, for a reader
 * @param method id in the catalogue
 * @param origin the data; empty for what is computed from parameters or from other results
 * @param population in words
 * @param filter the expression behind the population
 * @param variables role to variables, for a reader
 * @param columns names of the same variables, in the same order
 * @param parameters as used, defaults included
 */
public record Provenance(
        String analysis,
        String analysisLabel,
        String method,
        Optional<Origin> origin,
        String population,
        Optional<String> filter,
        Map<String, String> variables,
        List<String> columns,
        Map<String, String> parameters) {

    public Provenance {
        requireNonNull(analysis);
        requireNonNull(analysisLabel);
        requireNonNull(method);
        requireNonNull(origin);
        requireNonNull(population);
        requireNonNull(filter);
        variables = Collections.unmodifiableMap(new LinkedHashMap<>(variables));
        columns = List.copyOf(columns);
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }

    /**
     * Data that numbers come from.
     *
     * @param dataset its name
     * @param file its file, below the study's folder
     * @param sha256 of the file
     */
    public record Origin(String dataset, String file, String sha256) {
        public Origin {
            requireNonNull(dataset);
            requireNonNull(file);
            requireNonNull(sha256);
        }
    }

    /** Name of the dataset, if there is one. */
    public Optional<String> dataset() {
        return origin.map(Origin::dataset);
    }
}
