package org.countersign.dataset;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.countersign.diagnostics.Diagnostic;

/**
 * The datasets of a study.
 *
 * @param byName in the order of the definition
 * @param warnings what an author should look at
 */
public record Datasets(Map<String, Dataset> byName, List<Diagnostic> warnings) {

    public Datasets {
        byName = Collections.unmodifiableMap(new LinkedHashMap<>(byName));
        warnings = List.copyOf(warnings);
    }

    /** With nothing to warn of. */
    public Datasets(Map<String, Dataset> byName) {
        this(byName, List.of());
    }

    public Optional<Dataset> get(String name) {
        return Optional.ofNullable(byName.get(name));
    }
}
