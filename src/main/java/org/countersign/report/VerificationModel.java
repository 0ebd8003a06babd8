package org.countersign.report;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.countersign.verify.Verification;

/**
 * What the files of a verification are made from.
 *
 * @param report the study, its data, ledger and verdicts
 * @param verification the verdicts and, where the paper was given, what it holds beside the claims
 * @param programVersion of the program
 * @param libraries versions by name
 * @param hashes SHA-256 of what is no dataset, by name: the definition, the published text, the program
 * @param created the time that stands in the files: {@code SOURCE_DATE_EPOCH}, or the study's date, never the clock's
 */
public record VerificationModel(
        ReportModel report,
        Verification verification,
        String programVersion,
        Map<String, String> libraries,
        Map<String, String> hashes,
        Instant created) {

    public VerificationModel {
        requireNonNull(report);
        requireNonNull(verification);
        requireNonNull(programVersion);
        libraries = Collections.unmodifiableMap(new LinkedHashMap<>(libraries));
        hashes = Collections.unmodifiableMap(new LinkedHashMap<>(hashes));
        requireNonNull(created);
    }
}
