package org.countersign.report.page;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a report says of its making.
 *
 * @param version of the program
 * @param created the time that stands in the report: {@code SOURCE_DATE_EPOCH}, or a fixed one, never the clock's
 * @param files hashes of files beside the data, by name
 * @param sentence for a reader
 */
public record ProvenanceFacts(String version, Instant created, Map<String, String> files, String sentence) {

    public ProvenanceFacts {
        requireNonNull(version);
        requireNonNull(created);
        files = Collections.unmodifiableMap(new LinkedHashMap<>(files));
        requireNonNull(sentence);
    }
}
