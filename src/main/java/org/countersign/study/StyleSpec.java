package org.countersign.study;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How numbers are printed.
 *
 * @param profile id of a style profile
 * @param overrides single settings of the profile, by the names of {@code docs/styles.md}
 */
public record StyleSpec(Optional<LocatedText> profile, Map<String, LocatedText> overrides) {

    public StyleSpec {
        requireNonNull(profile);
        overrides = Collections.unmodifiableMap(new LinkedHashMap<>(overrides));
    }
}
