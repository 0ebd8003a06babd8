package org.countersign.dataset;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The datasets of a study, by name, in the order of the definition. */
public record Datasets(Map<String, Dataset> byName) {

    public Datasets {
        byName = Collections.unmodifiableMap(new LinkedHashMap<>(byName));
    }

    public Optional<Dataset> get(String name) {
        return Optional.ofNullable(byName.get(name));
    }
}
