package org.countersign.report.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.countersign.chart.DataStatus;
import org.countersign.chart.Drawing;
import org.countersign.chart.FigureText;
import org.countersign.chart.SvgWriter;
import org.countersign.chart.Tone;
import org.countersign.chart.types.StackedBars;
import org.countersign.diagnostics.Diagnostics;
import org.countersign.report.Fragments;
import org.countersign.report.Futures;
import org.countersign.report.ReportModel;
import org.countersign.report.TemplateFiles;
import org.countersign.report.Xml;
import org.countersign.report.exhibit.TableModel;
import org.countersign.report.manuscript.ManuscriptRenderer;
import org.countersign.report.manuscript.ManuscriptRenderer.Exhibits.Kind;
import org.countersign.report.manuscript.Markdown;
import org.countersign.report.pdf.PdfAttachment;
import org.countersign.report.pdf.PdfMetadata;
import org.countersign.report.pdf.PdfWriter;
import org.countersign.study.About;
import org.countersign.study.LocatedText;

/** Sets a report: manuscript and exhibits into one body, the body into HTML and PDF. */
public final class ReportRenderer {

    private static final String NUMBER = "<a class=\"n\"";
    private static final String PUNCTUATION = ";:,.)]%";

    private static final Pattern DRAWING = Pattern.compile("<!--drawing:([a-zA-Z0-9_]+)-->");
    /** The width of the PDF's column in CSS pixels: A4 without margins of 22 mm. */
    private static final int PDF_FIGURE_WIDTH = 624;

    private static final List<Face> FACES = List.of(
            new Face("Source Serif 4", 400, "normal", "SourceSerif4-Regular"),
            new Face("Source Serif 4", 400, "italic", "SourceSerif4-Italic"),
            new Face("Source Serif 4", 700, "normal", "SourceSerif4-Bold"),
            new Face("Source Sans 3", 400, "normal", "SourceSans3-Regular"),
            new Face("Source Sans 3", 600, "normal", "SourceSans3-SemiBold"),
            new Face("Source Sans 3", 700, "normal", "SourceSans3-Bold"));

    private final ReportModel model;
    private final TemplateFiles files;
    private final LayoutTemplates templates;
    private final ProvenanceFacts facts;
    private final ReportExhibits exhibits;
    private final Appendices appendices;
    private final String body;
    private final String set;
    private final List<Markdown.Section> sections;
    private final Set<String> shown = new LinkedHashSet<>();
    private final Map<String, Drawing> drawings = new LinkedHashMap<>();

    private static final String LEDGER_SECTION = "## Ledger of the numbers\n\n<@ledger/>\n";

    private record Face(String family, int weight, String style, String file) {}

    /**
     * The manuscript that is rendered.
     *
     * @param file path for messages
     * @param text Markdown with interpolations
     * @param typed whether an author typed it
     */
    public record Source(String file, String text, ManuscriptRenderer.Typed typed) {}

    /**
     * Renders the body, past the numeral gate.
     *
     * @param diagnostics receives every mistake of manuscript, captions and exhibits
     * @throws org.countersign.diagnostics.StudyException if there are mistakes
     */
    public ReportRenderer(
            ReportModel model, TemplateFiles files, Source source, ProvenanceFacts facts, Diagnostics diagnostics) {
        this.model = model;
        this.files = files;
        this.templates = new LayoutTemplates(files);
        this.facts = facts;
        this.exhibits = new ReportExhibits(model, templates, diagnostics);
        Map<String, CompletableFuture<Drawing>> drawn = draw();
        Fragments fragments = new Fragments();
        ManuscriptRenderer renderer = new ManuscriptRenderer(model, exhibits, fragments, diagnostics);
        this.appendices = new Appendices(model, templates, () -> exhibits.placed(Kind.REFERENCE), () -> shown, facts);
        exhibits.use(appendices);
        exhibits.setCaptions(renderer);
        gateTitles(renderer);
        Markdown.Rendered rendered =
                withLedger(renderer.manuscript(source.file(), source.text(), source.typed()), renderer);
        diagnostics.throwIfErrors();
        shown.addAll(renderer.shown());
        shown.addAll(exhibits.keysInTables());
        model.verdicts().all().forEach(v -> shown.add(v.key().text()));
        this.sections = rendered.sections();
        this.body = fragments.resolve(rendered.xhtml());
        this.set = unparted(body);
        diagnostics.throwIfErrors();
        exhibits.placed(Kind.FIGURE)
                .forEach(id -> drawings.put(id, Futures.join(Objects.requireNonNull(drawn.get(id)))));
    }

    /** The figures, drawn beside the manuscript that is set meanwhile. */
    private Map<String, CompletableFuture<Drawing>> draw() {
        About about = model.study().about();
        DataStatus status = about.dataStatus() == About.DataStatus.REAL
                ? DataStatus.real()
                : DataStatus.of(about.dataStatus().label());
        Map<String, CompletableFuture<Drawing>> drawn = new LinkedHashMap<>();
        exhibits.figures()
                .forEach((id, figure) -> drawn.put(
                        id, CompletableFuture.supplyAsync(() -> figure.chart().draw(status))));
        return drawn;
    }

    /** No line parts a linked number from the punctuation behind it. */
    private static String unparted(String xhtml) {
        StringBuilder out = new StringBuilder(xhtml.length() + xhtml.length() / 16);
        int from = 0;
        for (int link = xhtml.indexOf(NUMBER); link >= 0; link = xhtml.indexOf(NUMBER, link + 1)) {
            int end = xhtml.indexOf("</a>", link) + "</a>".length();
            int mark = end;
            while (mark < xhtml.length() && PUNCTUATION.indexOf(xhtml.charAt(mark)) >= 0) {
                mark++;
            }
            if (mark > end) {
                out.append(xhtml, from, link).append("<span class=\"nb\">");
                out.append(xhtml, link, mark).append("</span>");
                from = mark;
            }
        }
        return out.append(xhtml, from, xhtml.length()).toString();
    }

    /** A manuscript that does not place the ledger gets it at its end: every number links to its row there. */
    private Markdown.Rendered withLedger(Markdown.Rendered rendered, ManuscriptRenderer renderer) {
        if (exhibits.isPlaced(Kind.APPENDIX, "ledger")) {
            return rendered;
        }
        Markdown.Rendered ledger = renderer.manuscript("ledger", LEDGER_SECTION, ManuscriptRenderer.Typed.BY_PROGRAM);
        List<Markdown.Section> all = new ArrayList<>(rendered.sections());
        all.addAll(ledger.sections());
        return new Markdown.Rendered(rendered.xhtml() + ledger.xhtml(), all, rendered.pictures());
    }

    /**
     * Loads what the first report needs, by setting a small one of every kind; worth while beside other work, before
     * there is a report to set.
     */
    public static void prepare(TemplateFiles files) {
        Markdown.render("## -\n\n*-* **-**\n\n- -\n\n| - | - |\n|---|---|\n| - | - |\n");
        ManuscriptRenderer.prepare();
        new LayoutTemplates(files)
                .prepare(List.of(
                        "page",
                        "table",
                        "figure",
                        "claims",
                        "methods",
                        "ledger",
                        "constants",
                        "references",
                        "provenance",
                        "verification"));
        Drawing drawing = new StackedBars(
                        List.of("-", "+"),
                        List.of(new StackedBars.Group("-", "-", List.of(0.5, 0.5), List.of("-", "+"))))
                .draw(DataStatus.real());
        SvgWriter.element(drawing, new FigureText("-", "-"), "prepare");
    }

    private void gateTitles(ManuscriptRenderer renderer) {
        About about = model.study().about();
        renderer.checkConstants();
        renderer.gatePlain(about.title(), "the title");
        about.subtitle().ifPresent(s -> renderer.gatePlain(s, "the subtitle"));
        about.dataStatusReason().ifPresent(r -> renderer.gatePlain(r, "the reason of the data's status"));
    }

    /** The drawings of the placed figures, by id, in their order. */
    public Map<String, Drawing> drawings() {
        return drawings;
    }

    /** What a figure says to those who do not see it. */
    public FigureText figureText(String id) {
        int number = exhibits.placed(Kind.FIGURE).indexOf(id) + 1;
        return new FigureText("Figure " + number, exhibits.alternative(id));
    }

    /** The placed tables, by id, in their order. */
    public Map<String, TableModel> tables() {
        Map<String, TableModel> placed = new LinkedHashMap<>();
        exhibits.placed(Kind.TABLE)
                .forEach(id ->
                        placed.put(id, Objects.requireNonNull(exhibits.tables().get(id))));
        return placed;
    }

    /** The report's body as XHTML, with a comment in place of each drawing. */
    public String body() {
        return body;
    }

    /** One page of HTML that needs nothing else. */
    public String html() {
        Map<String, Object> variables = variables("html");
        variables.put(
                "css",
                Fonts.CSS + files.text("layout/base.css") + files.text("layout/screen.css")
                        + "@media (prefers-color-scheme: dark) {\n" + Tone.darkRules(".figure svg.drawing") + "}\n");
        variables.put("script", files.text("layout/report.js"));
        variables.put(
                "body",
                withDrawings(id -> SvgWriter.element(
                        Objects.requireNonNull(drawings.get(id)), figureText(id), "fig-" + id.replace('_', '-'))));
        return templates.process("page", variables);
    }

    /**
     * The same content as tagged PDF.
     *
     * @param resultsJson attached; asked for when the pages are laid out
     */
    public byte[] pdf(Supplier<PdfAttachment> resultsJson) {
        Map<String, Object> variables = variables("pdf");
        variables.put("css", files.text("layout/base.css") + files.text("layout/pdf.css"));
        variables.put("script", "");
        variables.put(
                "body",
                withDrawings(id -> "<object data=\"" + id + "\" alt=\"" + Xml.escape(exhibits.alternative(id))
                        + "\" width=\"" + PDF_FIGURE_WIDTH + "\"></object>"));
        About about = model.study().about();
        return PdfWriter.write(
                templates.process("page", variables),
                new PdfMetadata(
                        about.title().text(),
                        about.authors().stream().map(About.Author::name).toList(),
                        about.language(),
                        subject(),
                        about.keywords(),
                        facts.created()),
                () -> List.of(resultsJson.get()),
                drawings);
    }

    /** {@code results.json} as the PDF carries it. */
    public static PdfAttachment attachment(byte[] resultsJson) {
        return PdfAttachment.of(
                "results.json", "application/json", "Every number of the report with its provenance", resultsJson);
    }

    private interface Medium {
        String drawing(String id);
    }

    private String withDrawings(Medium medium) {
        Matcher m = DRAWING.matcher(set);
        StringBuilder out = new StringBuilder(set.length() * 2);
        while (m.find()) {
            m.appendReplacement(out, Matcher.quoteReplacement(medium.drawing(m.group(1))));
        }
        return m.appendTail(out).toString();
    }

    private String subject() {
        About about = model.study().about();
        return about.subtitle().map(LocatedText::text).orElse(about.title().text());
    }

    private Map<String, Object> variables(String medium) {
        About about = model.study().about();
        boolean real = about.dataStatus() == About.DataStatus.REAL;
        Map<String, Object> v = new LinkedHashMap<>();
        v.put("medium", medium);
        v.put("language", about.language());
        v.put("version", facts.version());
        v.put("title", about.title().text());
        v.put("subtitle", about.subtitle().map(LocatedText::text).orElse(""));
        v.put("subject", subject());
        v.put("keywords", about.keywords());
        v.put(
                "sections",
                sections.stream()
                        .filter(s -> s.level() <= 2)
                        .map(ReportRenderer::section)
                        .toList());
        v.put("runningHead", about.title().text());
        v.put(
                "footer",
                "Countersign " + facts.version() + " · study " + model.study().id());
        v.put("kicker", about.publication().isPresent() ? "Reproduction report" : "Study report");
        v.put(
                "status",
                Map.of(
                        "id", about.dataStatus().id(),
                        "text", real ? "" : about.dataStatus().label(),
                        "reason",
                                about.dataStatusReason().map(LocatedText::text).orElse("")));
        v.put("authors", authors(about));
        v.put("publication", about.publication().map(ReportExhibits::citation).orElse(""));
        v.put("facts", facts(about));
        v.put("signature", model.verdicts().all().isEmpty() ? "" : "Published claims: " + appendices.summary() + ".");
        return v;
    }

    private static Map<String, Object> section(Markdown.Section section) {
        return Map.of("level", section.level(), "id", section.id(), "title", section.title());
    }

    private static List<Map<String, Object>> authors(About about) {
        List<Map<String, Object>> authors = new ArrayList<>();
        for (About.Author author : about.authors()) {
            authors.add(Map.of(
                    "name", author.name(),
                    "orcid", author.orcid().orElse(""),
                    "affiliation", author.affiliation().orElse(""),
                    "email", author.email().orElse(""),
                    "corresponding", author.corresponding()));
        }
        return authors;
    }

    private static List<Map<String, String>> facts(About about) {
        List<Map<String, String>> facts = new ArrayList<>();
        about.registration().ifPresent(r -> facts.add(Map.of("name", "Registration", "value", r)));
        about.funding().ifPresent(f -> facts.add(Map.of("name", "Funding", "value", f)));
        if (!about.keywords().isEmpty()) {
            facts.add(Map.of("name", "Keywords", "value", String.join(", ", about.keywords())));
        }
        return facts;
    }

    /** The bundled fonts for a page, encoded when the first page is made. */
    private static final class Fonts {
        static final String CSS = css();

        private static String css() {
            StringBuilder css = new StringBuilder(900_000);
            for (Face face : FACES) {
                css.append("@font-face{font-family:\"")
                        .append(face.family())
                        .append("\";font-weight:")
                        .append(face.weight());
                css.append(";font-style:")
                        .append(face.style())
                        .append(";font-display:block;src:url(data:font/ttf;base64,");
                css.append(Base64.getEncoder().encodeToString(font(face.file())))
                        .append(") format(\"truetype\")}\n");
            }
            return css.toString();
        }

        private static byte[] font(String name) {
            try (InputStream in = ReportRenderer.class.getResourceAsStream("/countersign/fonts/" + name + ".ttf")) {
                return Objects.requireNonNull(in, name).readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException("the bundled font " + name + " cannot be read", e);
            }
        }
    }
}
