package org.countersign.audit.extract;

import static java.util.Objects.requireNonNull;

/**
 * What a recogniser read.
 *
 * @param result the result
 * @param end index of the token behind it
 */
record Match(ReportedResult result, int end) {

    Match {
        requireNonNull(result);
    }
}
