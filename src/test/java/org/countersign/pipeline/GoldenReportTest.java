package org.countersign.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.countersign.Renewal;
import org.countersign.diagnostics.Diagnostics;
import org.countersign.report.TemplateFiles;
import org.countersign.report.exhibit.FigureTypes;
import org.countersign.report.exhibit.TableTypes;
import org.countersign.study.ExhibitSpec;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The report of an invented study with every table and figure, compared with what was committed: ledger, body of the page,
 * text of the PDF. {@code mvn test -Dcountersign.renew=true} renews them.
 */
class GoldenReportTest {

    private static final Path STUDY = Path.of("src/test/resources/studies/every-exhibit");
    private static final Path GOLDEN = Path.of("src/test/resources/golden/every-exhibit");

    private static Optional<ReportBundle> made = Optional.empty();

    @BeforeAll
    static void build() {
        made = Optional.of(new StudyPipeline(TemplateFiles.in(Path.of("templates")), Optional.empty())
                .run(STUDY, new Diagnostics()));
    }

    private static ReportBundle bundle() {
        return made.orElseThrow();
    }

    private static byte[] bytes(String file) {
        ByteBuffer buffer =
                Optional.ofNullable(bundle().files().get(file)).orElseThrow().duplicate();
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return bytes;
    }

    private static String text(String file) {
        return new String(bytes(file), StandardCharsets.UTF_8);
    }

    @Test
    void ledger() {
        Renewal.check(
                GOLDEN.resolve("results.json"),
                text("results.json").replaceFirst("\"program\" : \"[^\"]*\"", "\"program\" : \"countersign\""));
    }

    @Test
    void page() {
        String html = text("report.html");
        String body = html.substring(html.indexOf("<body"), html.indexOf("</body>"))
                .replaceAll("(?s)<script.*?</script>", "<script/>")
                .replaceAll("[0-9a-f]{64}", "(hash)")
                .replace(Versions.program(), "(version)");
        Renewal.check(GOLDEN.resolve("body.html"), body + "\n");
    }

    @Test
    void pdf() throws IOException {
        try (PDDocument document = Loader.loadPDF(bytes("report.pdf"))) {
            PDFTextStripper stripper = new PDFTextStripper();
            // links are painted behind the words around them; a reader sees them by place
            stripper.setSortByPosition(true);
            String text = stripper.getText(document)
                    .replace("\r\n", "\n")
                    .replaceAll("[0-9a-f]{64}", "(hash)")
                    .replace(Versions.program(), "(version)");
            Renewal.check(GOLDEN.resolve("report.txt"), text);
        }
    }

    @Test
    void everyTypeIsThere() {
        Set<String> figures = new TreeSet<>();
        FigureTypes.all().forEach(t -> figures.add(t.chart().id()));
        assertThat(used(bundle().model().study().figures())).isEqualTo(figures);
        Set<String> tables = new TreeSet<>();
        TableTypes.all().forEach(t -> tables.add(t.id()));
        assertThat(used(bundle().model().study().tables())).isEqualTo(tables);
    }

    private static Set<String> used(Iterable<ExhibitSpec> exhibits) {
        Set<String> types = new TreeSet<>();
        exhibits.forEach(e -> types.add(e.type().text()));
        return types;
    }

    @Test
    void theStatusOfTheDataIsEverywhere() {
        assertThat(text("report.html")).contains("Simulated data");
        assertThat(text("results.json")).contains("\"dataStatus\" : \"simulated\"");
        assertThat(text("manifest.json")).contains("simulated");
        bundle().files().keySet().forEach(file -> {
            if (file.endsWith(".csv")) {
                assertThat(text(file).lines())
                        .as(file)
                        .allMatch(l -> l.endsWith("simulated") || l.endsWith("data_status"));
            }
        });
    }

    @Test
    void everyLinkOnThePageLeadsSomewhere() {
        String html = text("report.html");
        Set<String> missing = new TreeSet<>();
        java.util.regex.Pattern.compile("href=\"#([^\"]+)\"")
                .matcher(html)
                .results()
                .forEach(m -> {
                    if (!html.contains("id=\"" + m.group(1) + "\"")) {
                        missing.add(m.group(1));
                    }
                });
        assertThat(missing).isEmpty();
    }

    @Test
    void idsAreUnique() {
        Set<String> seen = new TreeSet<>();
        Set<String> twice = new TreeSet<>();
        java.util.regex.Pattern.compile("\\sid=\"([^\"]+)\"")
                .matcher(text("report.html"))
                .results()
                .forEach(m -> {
                    if (!seen.add(m.group(1))) {
                        twice.add(m.group(1));
                    }
                });
        assertThat(twice).isEmpty();
    }
}
