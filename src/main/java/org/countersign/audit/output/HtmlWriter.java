package org.countersign.audit.output;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.countersign.audit.AuditReport;
import org.countersign.audit.FileAudit;
import org.countersign.audit.checks.Assessment;
import org.countersign.audit.checks.CheckOutcome;
import org.countersign.audit.checks.Decision;
import org.countersign.audit.checks.Verdict;
import org.countersign.audit.extract.Excerpt;
import org.countersign.audit.extract.ReportedResult;

/**
 * One HTML page, without script or outside resource: per file the findings, then the text with every result that was read
 * marked in its place; findings are told apart by a sign and a label, not by colour alone.
 */
public final class HtmlWriter {

    private HtmlWriter() {}

    /** What stands before the first file. */
    public static String head(String title) {
        return """
                <!DOCTYPE html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%s</title>
                <style>
                :root { color-scheme: light dark; --line: #8888; --bad: #a3123a; --warn: #8a5a00; --ok: #1f5f8b; }
                @media (prefers-color-scheme: dark) { :root { --bad: #ff8fa8; --warn: #f0be5a; --ok: #8cc4ea; } }
                body { font: 17px/1.55 Georgia, serif; max-width: 44rem; margin: 2rem auto; padding: 0 1rem; }
                h1, h2, .finding, .meta { font-family: system-ui, sans-serif; }
                .meta { font-size: .85rem; opacity: .8; }
                .finding { border-left: 4px solid var(--warn); padding: .2rem 0 .2rem .9rem; margin: 1.2rem 0; font-size: .92rem; }
                .finding.inconsistent { border-color: var(--bad); }
                .finding q { font-family: Georgia, serif; }
                .text { white-space: pre-wrap; border-top: 1px solid var(--line); padding-top: 1rem; overflow-wrap: anywhere; }
                mark { background: none; color: inherit; border-bottom: 1px dotted var(--ok); }
                mark.inconsistent { border-bottom: 3px double var(--bad); font-weight: bold; }
                mark.warning { border-bottom: 2px dashed var(--warn); font-weight: bold; }
                mark a { color: inherit; font: bold .7rem system-ui, sans-serif; vertical-align: super; }
                @media print { body { max-width: none; } }
                </style>
                </head>
                <body>
                <h1>%s</h1>
                """.formatted(escape(title), escape(title));
    }

    public static String foot() {
        return "</body>\n</html>\n";
    }

    /**
     * One file.
     *
     * @param index number of the file on the page, for the anchors
     */
    public static String section(FileAudit audit, int index) {
        StringBuilder out = new StringBuilder();
        out.append("<section>\n<h2>").append(escape(audit.file())).append("</h2>\n");
        audit.diagnostic()
                .ifPresent(diagnostic -> out.append("<p class=\"finding\">")
                        .append(escape(diagnostic.toString()))
                        .append("</p>\n"));
        audit.report().ifPresent(report -> write(out, report, index));
        return out.append("</section>\n").toString();
    }

    private static void write(StringBuilder out, AuditReport report, int index) {
        List<CheckOutcome> findings = report.findings();
        out.append("<p class=\"meta\">")
                .append(report.results().results().size())
                .append(" results read, ")
                .append(report.outcomes().size())
                .append(" checks: ")
                .append(report.count(Verdict.INCONSISTENT))
                .append(" inconsistent, ")
                .append(report.count(Verdict.WARNING))
                .append(" warnings, ")
                .append(report.count(Verdict.CONSISTENT))
                .append(" consistent, ")
                .append(report.count(Verdict.NOT_TESTABLE))
                .append(" not testable; ")
                .append(report.results().numbersUnderstood())
                .append(" of ")
                .append(report.results().numbersSeen())
                .append(" numbers understood.</p>\n");
        for (int i = 0; i < findings.size(); i++) {
            writeFinding(out, findings.get(i), index + "-" + (i + 1));
        }
        writeText(out, report, findings, index);
    }

    private static void writeFinding(StringBuilder out, CheckOutcome finding, String anchor) {
        Assessment assessment = finding.assessment();
        Excerpt excerpt = finding.subject().excerpt();
        out.append("<div class=\"finding ")
                .append(assessment.verdict().id())
                .append("\" id=\"f")
                .append(anchor)
                .append("\"><strong>")
                .append(assessment.verdict() == Verdict.INCONSISTENT ? "Inconsistent" : "Warning")
                .append(assessment.decision() == Decision.FLIPPED ? ", and the decision changes" : "")
                .append("</strong> (")
                .append(escape(finding.checkId()))
                .append("; <a href=\"#t")
                .append(anchor)
                .append("\">")
                .append(escape(excerpt.place().toString()))
                .append("</a>)<br><q>")
                .append(escape(TextWriter.oneLine(excerpt.text())))
                .append("</q><br>")
                .append(escape(assessment.message()))
                .append(".");
        if (!assessment.explanations().isEmpty()) {
            out.append("<br>Possible reasons:<ul>");
            for (String explanation : assessment.explanations()) {
                out.append("<li>").append(escape(explanation)).append("</li>");
            }
            out.append("</ul>");
        }
        out.append("</div>\n");
    }

    /** A stretch of text with the outcomes that are shown there. */
    private record Span(int start, int end, Verdict verdict, List<String> anchors) {}

    private static void writeText(StringBuilder out, AuditReport report, List<CheckOutcome> findings, int index) {
        String text = report.results().article().text();
        out.append("<div class=\"text\">");
        int at = 0;
        for (Span span : spans(report, findings, index)) {
            if (span.start() < at) {
                continue;
            }
            out.append(escape(text.substring(at, span.start())))
                    .append("<mark class=\"")
                    .append(span.verdict().id())
                    .append("\">")
                    .append(escape(text.substring(span.start(), span.end())));
            for (String anchor : span.anchors()) {
                out.append("<a id=\"t")
                        .append(anchor)
                        .append("\" href=\"#f")
                        .append(anchor)
                        .append("\">");
                out.append(anchor.substring(anchor.indexOf('-') + 1)).append("</a>");
            }
            out.append("</mark>");
            at = span.end();
        }
        out.append(escape(text.substring(at).stripTrailing())).append("</div>\n");
    }

    /** Results in reading order; where two overlap, one with a finding goes first. */
    private static List<Span> spans(AuditReport report, List<CheckOutcome> findings, int index) {
        List<Span> spans = new ArrayList<>();
        Map<ReportedResult, List<Integer>> byResult = new IdentityHashMap<>();
        for (int i = 0; i < findings.size(); i++) {
            byResult.computeIfAbsent(findings.get(i).subject(), result -> new ArrayList<>())
                    .add(i);
        }
        for (ReportedResult result : report.results().results()) {
            Verdict verdict = Verdict.CONSISTENT;
            List<String> anchors = new ArrayList<>();
            for (int i : byResult.getOrDefault(result, List.of())) {
                anchors.add(index + "-" + (i + 1));
                Verdict found = findings.get(i).assessment().verdict();
                verdict = verdict == Verdict.INCONSISTENT ? verdict : found;
            }
            spans.add(new Span(result.excerpt().start(), result.excerpt().end(), verdict, anchors));
        }
        spans.sort(Comparator.comparingInt(Span::start)
                .thenComparing(span -> span.anchors().isEmpty() ? 1 : 0));
        return spans;
    }

    static String escape(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                case '"' -> out.append("&quot;");
                default -> out.append(c);
            }
        }
        return out.toString();
    }
}
