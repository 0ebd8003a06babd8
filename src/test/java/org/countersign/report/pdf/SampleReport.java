package org.countersign.report.pdf;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.countersign.chart.Chart;
import org.countersign.chart.DataStatus;
import org.countersign.chart.Drawing;
import org.countersign.chart.SampleCharts;

/** A report of about ten pages with everything a manuscript has: the sample of the PDF tests and of the benchmark. */
public final class SampleReport {

    private SampleReport() {}

    public static PdfMetadata metadata() {
        return new PdfMetadata(
                "A sample report: mentorship & burnout",
                List.of("Ada Example", "Zoë Müller"),
                "en-US",
                "What the tests of the PDF writer print",
                List.of("burnout", "mentorship"),
                Instant.parse("2026-01-01T00:00:00Z"));
    }

    static final String RESULTS = "{\"entries\": []}\n";

    public static PdfAttachment results() {
        return PdfAttachment.ofText("results.json", "application/json", "Every number", RESULTS);
    }

    public static Map<String, Drawing> figures() {
        Map<String, Drawing> figures = new LinkedHashMap<>();
        for (Map.Entry<String, Chart> sample : SampleCharts.all().entrySet()) {
            figures.put(sample.getKey(), sample.getValue().draw(DataStatus.of("Reconstructed data")));
        }
        return figures;
    }

    /** A page with so many numbers that link to as many rows of the ledger, and the five figures named. */
    public static String page(int links) {
        StringBuilder page = new StringBuilder(1 << 17);
        page.append("<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"en\" xml:lang=\"en\"><head>")
                .append("<title>A sample report</title><meta name=\"description\" content=\"A sample\"/>")
                .append("<style>")
                .append(STYLE)
                .append("</style></head><body><div class=\"head\">A sample report</div>")
                .append("<h1>Mentorship and burnout: a sample</h1><p class=\"authors\">Ada Example, Zoë Müller</p>");
        String[] figures = {"quartiles", "forest", "likert", "bars", "flow"};
        page.append("<h2 id=\"results\">Results</h2>");
        int link = 0;
        for (int section = 0; section < 5; section++) {
            page.append("<h3>Section ").append(section + 1).append("</h3>");
            for (int paragraph = 0; paragraph < 4; paragraph++) {
                page.append("<p>");
                for (int sentence = 0; sentence < 5; sentence++) {
                    page.append("In the intervention group the change in <em>exhaustion</em> was ");
                    link = number(page, link, links);
                    page.append(" points at the median, the quartiles being ");
                    link = number(page, link, links);
                    page.append(" and ");
                    link = number(page, link, links);
                    page.append(", against ");
                    link = number(page, link, links);
                    page.append(" in the control group. ");
                }
                page.append("A note<a class=\"note\" href=\"#note1\" title=\"note\">a</a> follows.</p>");
            }
            page.append("<ul><li>one thing, and</li><li>another, with <strong>weight</strong></li></ul>");
            page.append("<div class=\"figure\"><object data=\"")
                    .append(figures[section])
                    .append("\" alt=\"Sample figure: ")
                    .append(figures[section])
                    .append("\"></object><p class=\"caption\"><b>Figure.</b> A sample.</p></div>");
            table(page, section);
        }
        page.append("<h2>Notes</h2><ol><li id=\"note1\">The note.</li></ol>");
        page.append("<h2 id=\"ledger\">Ledger</h2><table class=\"ledger\"><caption>Every number</caption><thead><tr>")
                .append("<th scope=\"col\">Key</th><th scope=\"col\">Shown</th><th scope=\"col\">Value</th>")
                .append("<th scope=\"col\">Method</th></tr></thead><tbody>");
        for (int row = 0; row < links; row++) {
            page.append("<tr id=\"n")
                    .append(row)
                    .append("\"><th scope=\"row\">change.ee.")
                    .append(row)
                    .append("</th><td>")
                    .append(row)
                    .append(".2</td><td>")
                    .append(row)
                    .append(".2183749</td><td>Median, type 7</td></tr>");
        }
        return page.append("</tbody></table></body></html>").toString();
    }

    private static int number(StringBuilder page, int link, int links) {
        int row = link % links;
        page.append("<a class=\"n\" href=\"#n")
                .append(row)
                .append("\" title=\"change.ee.")
                .append(row)
                .append("\">−");
        page.append(row).append(".2</a>");
        return link + 1;
    }

    private static void table(StringBuilder page, int section) {
        page.append("<table><caption>Table ")
                .append(section + 1)
                .append(". Baseline by arm</caption><thead><tr><th scope=\"col\" rowspan=\"2\">Variable</th>")
                .append("<th scope=\"colgroup\" colspan=\"2\">Arm</th></tr><tr><th scope=\"col\">Mentored</th>")
                .append("<th scope=\"col\">Control</th></tr></thead><tbody>");
        for (int row = 0; row < 8; row++) {
            page.append("<tr><th scope=\"row\">Variable ")
                    .append(row)
                    .append("</th><td>12 (23.5%)</td><td>20 (23.8%)</td></tr>");
        }
        page.append("</tbody></table>");
    }

    private static final String STYLE = """
            @page { size: A4; margin: 24mm 20mm 22mm 20mm;
              @top-left { content: element(head); }
              @bottom-right { content: "Page " counter(page) " of " counter(pages);
                font-family: "Source Sans 3"; font-size: 8pt; color: #555; } }
            .head { position: running(head); font-family: "Source Sans 3"; font-size: 8pt; color: #555; }
            body { margin: 0; font-family: "Source Serif 4", "Source Sans 3"; font-size: 10pt; line-height: 1.4; }
            h1, h2, h3, table, .caption { font-family: "Source Sans 3"; }
            h1 { font-size: 20pt; font-weight: 700; } h2 { font-size: 14pt; font-weight: 600; }
            h3 { font-size: 11pt; font-weight: 600; }
            a { color: inherit; text-decoration: none; } a.n { border-bottom: 0.5pt solid #9ab; }
            .note { vertical-align: super; font-size: 7pt; }
            .figure { page-break-inside: avoid; margin: 12pt 0; }
            .caption { font-size: 9pt; }
            table { width: 100%; border-collapse: collapse; font-size: 8.5pt; -fs-table-paginate: paginate; }
            caption { text-align: left; font-weight: 600; }
            th { text-align: left; font-weight: 600; } td, th { padding: 2pt 4pt; border-bottom: 0.5pt solid #ccc; }
            tr { page-break-inside: avoid; }
            """;
}
