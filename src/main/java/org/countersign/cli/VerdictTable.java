package org.countersign.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import org.countersign.verify.PublishedCoverage;
import org.countersign.verify.PublishedText;
import org.countersign.verify.Verdict;
import org.countersign.verify.Verification;

/** The verdicts in columns, worst first; the columns are as wide as what stands in them, within limits. */
final class VerdictTable {

    private static final int WIDEST = 36;

    private final List<Row> rows = new ArrayList<>();

    private record Row(String verdict, String printed, String explanation) {}

    /** Which verdicts are shown. */
    enum Show {
        ALL,
        /** All but those plainly reproduced. */
        REMARKABLE
    }

    VerdictTable(Verification verification, Show show) {
        List<Verdict> verdicts = verification.verdicts().worstFirst();
        verdicts.stream()
                .filter(v -> v.kind().compareTo(Verdict.Kind.UNCLAIMED) < 0)
                .forEach(this::add);
        verification
                .unclaimed()
                .forEach(u -> add(u, verification.published().orElseThrow().file()));
        verdicts.stream()
                .filter(v -> v.kind().compareTo(Verdict.Kind.UNCLAIMED) > 0)
                .filter(v -> show == Show.ALL || v.kind() != Verdict.Kind.REPRODUCED)
                .forEach(this::add);
    }

    private void add(Verdict v) {
        rows.add(new Row(v.kind().label(), v.published(), v.told()));
    }

    private void add(PublishedCoverage.Unclaimed u, String file) {
        rows.add(new Row(
                Verdict.Kind.UNCLAIMED.label(),
                u.printed(),
                file + ":" + (u.place().page() > 0 ? u.place().page() + ":" : "")
                        + u.place().line() + ":" + u.place().column() + " in \u201c" + u.context() + "\u201d"
                        + (u.fitting().isEmpty() ? "" : "; fits " + String.join(", ", u.fitting()))));
    }

    void print(PrintWriter out) {
        int verdicts = rows.stream().mapToInt(r -> length(r.verdict())).max().orElse(0);
        int printed = rows.stream()
                .mapToInt(r -> Math.min(WIDEST, length(r.printed())))
                .max()
                .orElse(0);
        for (Row row : rows) {
            out.println("  " + padded(row.verdict(), verdicts) + "  " + padded(clipped(row.printed()), printed) + "  "
                    + row.explanation());
        }
    }

    /** One line on how much of the paper the claims cover, one on what was left out, and one for each claim that the paper does not hold. */
    static void printCoverage(PrintWriter out, PublishedText published) {
        PublishedCoverage coverage = published.coverage();
        out.println("  coverage of " + published.file() + ": " + (coverage.claimed() + coverage.constant()) + " of "
                + coverage.total() + " numbers accounted for (" + (int) Math.floor(100 * coverage.share()) + "%): "
                + coverage.claimed() + " claimed, " + coverage.constant() + " declared constant, "
                + coverage.unclaimed().size() + " unclaimed");
        coverage.toldLeftOut().ifPresent(told -> out.println("  " + told));
        coverage.absent()
                .forEach(c -> out.println("  the text of claim " + c.id() + ", \u201c" + c.text() + "\u201d, is not in "
                        + published.file()));
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    private static String clipped(String text) {
        String line = text.replaceAll("\\s+", " ");
        return length(line) <= WIDEST
                ? line
                : line.substring(0, line.offsetByCodePoints(0, WIDEST - 1)).stripTrailing() + "\u2026";
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - length(text)));
    }
}
