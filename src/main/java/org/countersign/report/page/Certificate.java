package org.countersign.report.page;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.countersign.report.ReportModel;
import org.countersign.report.TemplateFiles;
import org.countersign.report.VerificationModel;
import org.countersign.report.pdf.PdfAttachment;
import org.countersign.report.pdf.PdfMetadata;
import org.countersign.report.pdf.PdfWriter;
import org.countersign.study.About;
import org.countersign.study.LocatedText;
import org.countersign.verify.PublishedCoverage;
import org.countersign.verify.Verdict;
import org.countersign.verify.Verification;

/**
 * A verification on one page of A4, for a reviewer to sign: counts, the worst verdicts, what was checked and with what. As
 * many verdicts are shown as leave everything on the page; the others are counted, and stand in the attached
 * {@code verification.json}.
 */
public final class Certificate {

    /** More rows than fit on a page in any case. */
    private static final int MOST_ROWS = 24;

    private static final int MOST_FILES = 10;
    private static final int MOST_NOTES = 2;
    private static final int LONGEST_CELL = 160;
    private static final int LONGEST_FACT = 420;
    private static final int SHORT = 60;

    private final VerificationModel model;
    private final LayoutTemplates templates;
    private final String css;
    private final byte[] json;

    private Certificate(VerificationModel model, TemplateFiles files, byte[] json) {
        this.model = model;
        this.templates = new LayoutTemplates(files);
        this.css = files.text("layout/certificate.css");
        this.json = json;
    }

    /**
     * Tagged PDF, as the report is.
     *
     * @param verificationJson attached
     * @throws org.countersign.diagnostics.StudyException if a template is wrong
     */
    public static byte[] pdf(VerificationModel model, TemplateFiles files, byte[] verificationJson) {
        return new Certificate(model, files, verificationJson).onePage();
    }

    /** The most rows that leave one page, by bisection; no study's words are so long that none would. */
    private byte[] onePage() {
        int most = Math.min(MOST_ROWS, model.verification().total());
        byte[] best = write(most);
        if (PdfWriter.pages(best) == 1) {
            return best;
        }
        best = write(0);
        int fits = 0;
        int tooMany = most;
        while (tooMany - fits > 1) {
            int middle = (fits + tooMany) / 2;
            byte[] tried = write(middle);
            if (PdfWriter.pages(tried) == 1) {
                best = tried;
                fits = middle;
            } else {
                tooMany = middle;
            }
        }
        return best;
    }

    private byte[] write(int rows) {
        About about = model.report().study().about();
        String title = "Certificate of verification: " + clipped(about.title().text(), LONGEST_CELL);
        return PdfWriter.write(
                templates.process("certificate", variables(title, rows)),
                new PdfMetadata(
                        title,
                        about.authors().stream().map(About.Author::name).toList(),
                        about.language(),
                        "Published numbers against the data of the study "
                                + model.report().study().id(),
                        about.keywords(),
                        model.created()),
                List.of(PdfAttachment.ofText(
                        "verification.json",
                        "application/json",
                        "Every verdict of this certificate",
                        new String(json, StandardCharsets.UTF_8))),
                Map.of());
    }

    private Map<String, Object> variables(String title, int rows) {
        ReportModel report = model.report();
        About about = report.study().about();
        boolean real = about.dataStatus() == About.DataStatus.REAL;
        Map<String, Object> v =
                new LinkedHashMap<>(new VerificationSummary(report, model.verification(), model.hashes()).variables());
        v.put("css", css);
        v.put("title", title);
        v.put("language", about.language());
        v.put(
                "footer",
                "Countersign " + model.programVersion() + " \u00b7 study "
                        + report.study().id() + " \u00b7 every verdict is in the attached verification.json");
        v.put("study", clipped(about.title().text(), LONGEST_CELL));
        v.put(
                "publication",
                about.publication()
                        .map(ReportExhibits::citation)
                        .map(c -> "Published: " + c)
                        .orElse(""));
        v.put("status", real ? "" : about.dataStatus().label());
        v.put("reason", clipped(about.dataStatusReason().map(LocatedText::text).orElse(""), LONGEST_FACT));
        v.put("program", program());
        shorten(v, rows);
        return v;
    }

    /** Leaves of every list what the page has room for, and says what was left out. */
    private void shorten(Map<String, Object> v, int rows) {
        List<Map<String, String>> all = rows();
        v.put("verdicts", all.subList(0, rows));
        v.put("more", more(rows));
        List<?> files = (List<?>) Objects.requireNonNull(v.get("files"));
        int shown = files.size() <= MOST_FILES ? files.size() : MOST_FILES - 1;
        // the hashes of definition, text and program stand last and always show
        List<Object> kept = new ArrayList<>(
                files.subList(0, Math.max(0, shown - model.hashes().size())));
        kept.addAll(files.subList(files.size() - Math.min(shown, model.hashes().size()), files.size()));
        v.put("files", kept);
        v.put(
                "moreFiles",
                kept.size() == files.size() ? "" : "and " + (files.size() - kept.size()) + " more files of the study");
        List<?> notes = (List<?>) Objects.requireNonNull(v.get("notes"));
        v.put(
                "notes",
                notes.size() <= MOST_NOTES
                        ? notes
                        : List.of(String.valueOf(notes.get(0)), "And " + (notes.size() - 1) + " more notes."));
        List<?> facts = (List<?>) Objects.requireNonNull(v.get("facts"));
        // the study and its publication stand in the heading
        v.put(
                "facts",
                facts.subList(model.report().study().about().publication().isPresent() ? 2 : 1, facts.size()));
    }

    private List<Map<String, String>> rows() {
        List<Map<String, String>> rows = new ArrayList<>();
        for (Verdict verdict : model.verification().verdicts().worstFirst()) {
            if (verdict.kind().compareTo(Verdict.Kind.UNCLAIMED) < 0) {
                rows.add(row(verdict));
            }
        }
        for (PublishedCoverage.Unclaimed unclaimed : model.verification().unclaimed()) {
            rows.add(row(unclaimed));
        }
        for (Verdict verdict : model.verification().verdicts().worstFirst()) {
            if (verdict.kind().compareTo(Verdict.Kind.UNCLAIMED) > 0) {
                rows.add(row(verdict));
            }
        }
        return rows;
    }

    private static Map<String, String> row(Verdict verdict) {
        boolean words = verdict.claim().isOfWords();
        return Map.of(
                "kind", verdict.kind().id(),
                "label", verdict.kind().label(),
                "printed", clipped(verdict.published(), SHORT),
                "where", words ? "" : context(verdict),
                "computed", clipped(verdict.computed(), SHORT),
                "explanation", clipped(verdict.told(), LONGEST_CELL));
    }

    private static String context(Verdict verdict) {
        String text = verdict.claim().text().text();
        return text.equals(verdict.printed()) ? "" : "in \u201c" + clipped(text, SHORT) + "\u201d";
    }

    private static Map<String, String> row(PublishedCoverage.Unclaimed unclaimed) {
        return Map.of(
                "kind", Verdict.Kind.UNCLAIMED.id(),
                "label", Verdict.Kind.UNCLAIMED.label(),
                "printed", clipped(unclaimed.printed(), SHORT),
                "where", unclaimed.place().toString(),
                "computed", "",
                "explanation", clipped(words(unclaimed), LONGEST_CELL));
    }

    private static String words(PublishedCoverage.Unclaimed unclaimed) {
        return "in \u201c" + unclaimed.context() + "\u201d"
                + (unclaimed.fitting().isEmpty()
                        ? ""
                        : "; fits " + unclaimed.fitting().get(0)
                                + (unclaimed.fitting().size() > 1 ? " and others" : ""));
    }

    /** "and 3 more unclaimed, 21 more reproduced". */
    private String more(int shown) {
        Verification verification = model.verification();
        List<String> parts = new ArrayList<>();
        int left = shown;
        for (Map.Entry<Verdict.Kind, Integer> count : verification.counts().entrySet()) {
            int here = Math.min(left, count.getValue());
            left -= here;
            if (count.getValue() > here) {
                parts.add((count.getValue() - here)
                        + (shown > 0 ? " more " : " ")
                        + count.getKey().label());
            }
        }
        return parts.isEmpty() ? "" : (shown > 0 ? "and " : "") + String.join(", ", parts);
    }

    private String program() {
        List<String> libraries = new ArrayList<>();
        model.libraries().forEach((name, version) -> {
            if (!name.equals("countersign")) {
                libraries.add(name + " " + version);
            }
        });
        return "Countersign " + model.programVersion()
                + (libraries.isEmpty() ? "" : " with " + String.join(", ", libraries));
    }

    private static String clipped(String text, int length) {
        if (text.length() <= length) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(length - 2)) ? length - 2 : length - 1;
        return text.substring(0, end).stripTrailing() + "\u2026";
    }
}
