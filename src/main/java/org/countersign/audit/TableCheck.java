package org.countersign.audit;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.countersign.audit.checks.Assessment;
import org.countersign.audit.checks.CheckOptions;
import org.countersign.audit.checks.ConsistencyCheck;
import org.countersign.audit.checks.Decision;
import org.countersign.audit.checks.RecomputedRange;
import org.countersign.audit.checks.TableColumn;
import org.countersign.audit.checks.TableRow;
import org.countersign.audit.checks.UnreadableCellException;
import org.countersign.audit.checks.Verdict;
import org.countersign.diagnostics.Diagnostic;
import org.countersign.diagnostics.Diagnostics;
import org.countersign.diagnostics.SourceLocation;
import org.countersign.diagnostics.Suggestions;

/** One check over a table of reported values, which is written back with verdicts. Cells are text throughout. */
public final class TableCheck {

    /** Columns that are added behind those of the table. */
    public static final List<String> ADDED =
            List.of("verdict", "recomputed_low", "recomputed_high", "decision_error", "message", "explanations");

    private final ConsistencyCheck check;
    private final CheckOptions options;

    private TableCheck(ConsistencyCheck check, CheckOptions options) {
        this.check = requireNonNull(check);
        this.options = requireNonNull(options);
    }

    public static TableCheck of(ConsistencyCheck check, CheckOptions options) {
        return new TableCheck(check, options);
    }

    /**
     * What is wrong with the headings: a required column is missing, a heading occurs twice. Columns that the check does
     * not know are carried along.
     *
     * @param file for the diagnostics
     */
    public List<Diagnostic> diagnose(String file, List<String> headings) {
        Diagnostics diagnostics = new Diagnostics();
        List<String> names = headings.stream().map(TableCheck::key).toList();
        for (TableColumn column : check.columns()) {
            if (column.presence() == TableColumn.Presence.REQUIRED && !names.contains(column.name())) {
                String message = "the table has no column `" + column.name() + "`, which " + check.id() + " needs";
                String hint = Suggestions.nearest(column.name(), names)
                                .map(near -> "rename `" + near + "`? ")
                                .orElse("")
                        + "columns of " + check.id() + ": "
                        + String.join(
                                ", ",
                                check.columns().stream()
                                        .map(TableColumn::toString)
                                        .toList());
                diagnostics.error("missing-column", SourceLocation.of(file, 1, 0), message, hint);
            }
        }
        for (int i = 0; i < names.size(); i++) {
            if (names.indexOf(names.get(i)) < i) {
                diagnostics.error(
                        "duplicate-column",
                        SourceLocation.of(file, 1, 0),
                        "the column `" + names.get(i) + "` occurs twice",
                        "remove or rename one of them");
            }
        }
        return diagnostics.all();
    }

    /**
     * Judges one row; a row that cannot be read is not testable.
     *
     * @param headings as in the table
     * @param cells as many as headings, or fewer
     */
    public Assessment judge(List<String> headings, List<String> cells) {
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 0; i < Math.min(headings.size(), cells.size()); i++) {
            row.put(key(headings.get(i)), cells.get(i));
        }
        try {
            return check.assess(TableRow.of(row), options);
        } catch (UnreadableCellException e) {
            String reason = e.getMessage() == null ? "a cell cannot be read" : e.getMessage();
            return new Assessment(Verdict.NOT_TESTABLE, "", Optional.empty(), Decision.KEPT, reason, List.of());
        }
    }

    /** The cells of {@link #ADDED} for an assessment. */
    public static List<String> added(Assessment assessment) {
        List<String> cells = new ArrayList<>();
        cells.add(assessment.verdict().id());
        cells.add(assessment
                .recomputed()
                .map(RecomputedRange::low)
                .map(TableCheck::number)
                .orElse(""));
        cells.add(assessment
                .recomputed()
                .map(RecomputedRange::high)
                .map(TableCheck::number)
                .orElse(""));
        cells.add(assessment.decision() == Decision.FLIPPED ? "yes" : "no");
        cells.add(assessment.message());
        cells.add(String.join("; ", assessment.explanations()));
        return List.copyOf(cells);
    }

    /** Six significant digits. */
    private static String number(double value) {
        if (!Double.isFinite(value)) {
            return value > 0 ? "Inf" : "-Inf";
        }
        java.math.BigDecimal rounded = new java.math.BigDecimal(value)
                .round(new java.math.MathContext(6, java.math.RoundingMode.HALF_EVEN))
                .stripTrailingZeros();
        return Math.abs(value) < 1e-5 && value != 0 ? rounded.toString() : rounded.toPlainString();
    }

    private static String key(String heading) {
        return heading.strip().toLowerCase(Locale.ROOT);
    }
}
