package org.countersign.audit.output;

import java.util.List;
import org.countersign.audit.FileAudit;
import org.countersign.audit.checks.Assessment;
import org.countersign.audit.checks.CheckOutcome;
import org.countersign.audit.checks.Decision;
import org.countersign.audit.checks.RecomputedRange;
import org.countersign.audit.text.Place;

/** Comma-separated values: a row per outcome, a row with the code of its diagnostic per unreadable file. */
public final class CsvReportWriter {

    private static final List<String> HEADINGS = List.of(
            "file",
            "page",
            "line",
            "column",
            "type",
            "text",
            "check",
            "verdict",
            "reported",
            "recomputed_low",
            "recomputed_high",
            "decision_error",
            "message",
            "explanations");

    private CsvReportWriter() {}

    public static String headings() {
        return CsvLine.of(HEADINGS);
    }

    /** The rows of one file. */
    public static String rows(FileAudit audit) {
        StringBuilder out = new StringBuilder();
        audit.diagnostic()
                .ifPresent(diagnostic -> out.append(CsvLine.of(List.of(
                        audit.file(),
                        "",
                        "",
                        "",
                        "diagnostic",
                        "",
                        diagnostic.code(),
                        "",
                        "",
                        "",
                        "",
                        "",
                        diagnostic.message(),
                        diagnostic.hint().orElse("")))));
        audit.report().ifPresent(report -> {
            for (CheckOutcome outcome : report.outcomes()) {
                out.append(CsvLine.of(row(audit.file(), outcome)));
            }
        });
        return out.toString();
    }

    private static List<String> row(String file, CheckOutcome outcome) {
        Assessment assessment = outcome.assessment();
        Place place = outcome.subject().excerpt().place();
        return List.of(
                file,
                place.page() > 0 ? Integer.toString(place.page()) : "",
                Integer.toString(place.line()),
                Integer.toString(place.column()),
                outcome.subject().type(),
                TextWriter.oneLine(outcome.subject().excerpt().text()),
                outcome.checkId(),
                assessment.verdict().id(),
                assessment.reported(),
                assessment
                        .recomputed()
                        .map(RecomputedRange::low)
                        .map(CsvReportWriter::number)
                        .orElse(""),
                assessment
                        .recomputed()
                        .map(RecomputedRange::high)
                        .map(CsvReportWriter::number)
                        .orElse(""),
                assessment.decision() == Decision.FLIPPED ? "yes" : "no",
                assessment.message(),
                String.join("; ", assessment.explanations()));
    }

    private static String number(double value) {
        return Double.isFinite(value)
                ? new java.math.BigDecimal(value)
                        .round(new java.math.MathContext(6, java.math.RoundingMode.HALF_EVEN))
                        .stripTrailingZeros()
                        .toString()
                : value > 0 ? "Inf" : "-Inf";
    }
}
