package org.countersign.audit.extract;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.countersign.numbers.ReportedNumber;

/**
 * A p-value as printed.
 *
 * @param text such as {@code p < .001} or {@code ns}
 * @param number with its comparison; empty for "ns"
 */
public record ReportedP(String text, Optional<ReportedNumber> number) {

    public ReportedP {
        requireNonNull(text);
        requireNonNull(number);
    }

    public static ReportedP of(String text, ReportedNumber number) {
        return new ReportedP(text, Optional.of(number));
    }

    public static ReportedP notSignificant(String text) {
        return new ReportedP(text, Optional.empty());
    }

    /** Reads {@code 0.03}, {@code < .001} or {@code ns}; empty for anything else. */
    public static Optional<ReportedP> parse(String text) {
        String trimmed = text.strip();
        if (trimmed.equalsIgnoreCase("ns") || trimmed.equalsIgnoreCase("n.s.")) {
            return Optional.of(notSignificant(trimmed));
        }
        return ReportedNumber.parse(trimmed).map(number -> of(trimmed, number));
    }
}
