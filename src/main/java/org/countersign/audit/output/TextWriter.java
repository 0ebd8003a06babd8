package org.countersign.audit.output;

import java.util.List;
import org.countersign.audit.AuditReport;
import org.countersign.audit.CorpusSummary;
import org.countersign.audit.FileAudit;
import org.countersign.audit.checks.Assessment;
import org.countersign.audit.checks.CheckOutcome;
import org.countersign.audit.checks.Decision;
import org.countersign.audit.checks.Verdict;
import org.countersign.audit.extract.ArticleResults;
import org.countersign.audit.extract.Excerpt;
import org.countersign.audit.extract.Sentence;

/** For a person: each finding with its sentence, what was recomputed, and what may lie behind it; inconsistencies first. */
public final class TextWriter {

    private static final int LONGEST_SENTENCE = 400;

    private TextWriter() {}

    /** A paragraph for each finding, or one line that says there is none; ends with a line end. */
    public static String text(FileAudit audit) {
        StringBuilder out = new StringBuilder();
        audit.diagnostic().ifPresent(diagnostic -> out.append(diagnostic).append('\n'));
        audit.report().ifPresent(report -> write(out, audit.file(), report));
        return out.toString();
    }

    private static void write(StringBuilder out, String file, AuditReport report) {
        List<CheckOutcome> findings = report.findings();
        out.append(file)
                .append(": ")
                .append(plural(report.results().results().size(), "result"))
                .append(", ")
                .append(plural(report.outcomes().size(), "check"))
                .append(": ")
                .append(report.count(Verdict.INCONSISTENT))
                .append(" inconsistent, ")
                .append(plural((int) report.count(Verdict.WARNING), "warning"))
                .append(", ")
                .append(report.count(Verdict.CONSISTENT))
                .append(" consistent, ")
                .append(report.count(Verdict.NOT_TESTABLE))
                .append(" not testable\n");
        findings.stream()
                .filter(finding -> finding.assessment().verdict() == Verdict.INCONSISTENT)
                .forEach(finding -> write(out, file, report.results(), finding));
        findings.stream()
                .filter(finding -> finding.assessment().verdict() == Verdict.WARNING)
                .forEach(finding -> write(out, file, report.results(), finding));
    }

    private static void write(StringBuilder out, String file, ArticleResults results, CheckOutcome finding) {
        Assessment assessment = finding.assessment();
        Excerpt excerpt = finding.subject().excerpt();
        out.append('\n')
                .append(file)
                .append(", ")
                .append(excerpt.place())
                .append(": ")
                .append(assessment.verdict().id())
                .append(assessment.decision() == Decision.FLIPPED ? ", and the decision changes" : "")
                .append(" [")
                .append(finding.checkId())
                .append("]\n    \u201c")
                .append(sentence(results, excerpt))
                .append("\u201d\n    read: ")
                .append(oneLine(excerpt.text()))
                .append("\n    ")
                .append(assessment.message())
                .append('\n');
        if (!assessment.explanations().isEmpty()) {
            out.append("    possible reasons:\n");
            for (String explanation : assessment.explanations()) {
                out.append("      - ").append(explanation).append('\n');
            }
        }
    }

    /** The sentence of an excerpt, cut around the excerpt where it is long. */
    static String sentence(ArticleResults results, Excerpt excerpt) {
        Sentence sentence = excerpt.sentence();
        String text = results.article().text();
        int start = sentence.start();
        int end = Math.min(sentence.end(), text.length());
        boolean cutFront = excerpt.start() - start > LONGEST_SENTENCE / 2;
        boolean cutBack = end - excerpt.end() > LONGEST_SENTENCE / 2;
        int from = cutFront ? excerpt.start() - LONGEST_SENTENCE / 2 : start;
        int to = cutBack ? excerpt.end() + LONGEST_SENTENCE / 2 : end;
        return (cutFront ? "\u2026" : "")
                + oneLine(text.substring(from, Math.max(from, to)))
                + (cutBack ? "\u2026" : "");
    }

    static String oneLine(String text) {
        StringBuilder line = new StringBuilder();
        boolean space = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isWhitespace(c)) {
                space = line.length() > 0;
            } else {
                if (space) {
                    line.append(' ');
                    space = false;
                }
                line.append(c);
            }
        }
        return line.toString();
    }

    /** The counts over a corpus as a table; ends with a line end. */
    public static String text(CorpusSummary summary) {
        StringBuilder out = new StringBuilder();
        out.append(plural(summary.files(), "file"))
                .append(", ")
                .append(summary.unreadable())
                .append(" unreadable, ")
                .append(summary.withFindings())
                .append(" with findings; ")
                .append(plural((int) Math.min(Integer.MAX_VALUE, summary.results()), "result"))
                .append(", ")
                .append(summary.numbersUnderstood())
                .append(" of ")
                .append(summary.numbersSeen())
                .append(" numbers understood\n");
        if (summary.checks().isEmpty()) {
            return out.toString();
        }
        row(out, "check", "consistent", "inconsistent", "warning", "not-testable", "decision");
        for (CorpusSummary.CheckCount count : summary.checks()) {
            row(
                    out,
                    count.checkId(),
                    Integer.toString(count.consistent()),
                    Integer.toString(count.inconsistent()),
                    Integer.toString(count.warning()),
                    Integer.toString(count.notTestable()),
                    Integer.toString(count.decisionErrors()));
        }
        return out.toString();
    }

    private static void row(StringBuilder out, String name, String... cells) {
        out.append(name).append(" ".repeat(Math.max(1, 22 - name.length())));
        for (String cell : cells) {
            out.append(" ".repeat(Math.max(1, 13 - cell.length()))).append(cell);
        }
        out.append('\n');
    }

    private static String plural(int count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }
}
