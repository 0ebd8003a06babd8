package org.countersign.report.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.verapdf.pdfa.flavours.PDFAFlavour;

class PdfWriterTest {

    private static byte[] sample;

    @BeforeAll
    static void writeSample() {
        sample = PdfWriter.write(
                SampleReport.page(60),
                SampleReport.metadata(),
                List.of(SampleReport.results()),
                SampleReport.figures());
    }

    @ParameterizedTest
    @EnumSource(
            value = PDFAFlavour.class,
            names = {"PDFA_3_A", "PDFUA_1"})
    void conforms(PDFAFlavour flavour) throws Exception {
        Conformance.check(sample, flavour);
    }

    @ParameterizedTest
    @EnumSource(
            value = PDFAFlavour.class,
            names = {"PDFA_3_A", "PDFUA_1"})
    void aPageOfAnotherMakeConforms(PDFAFlavour flavour) throws Exception {
        String page = """
                <!DOCTYPE html>
                <html xmlns="http://www.w3.org/1999/xhtml" lang="de"><head><title>t</title><style>
                body { font-family: "Source Serif 4", "Source Sans 3"; } b { font-family: "Source Sans 3"; }
                .box { background: #eef; border: 1px solid #99c; border-radius: 3px; padding: 4px; }
                dt { font-weight: 700; } .two { columns: 2; } </style></head><body>
                <h1>Äußerung → ≤ 5 µg</h1>
                <p>A link <a href="#x">without a title</a>, one <a href="https://example.org/">outside</a>, and
                <a href="#x"><b>bold</b> <i>and italic</i></a>. <sup>2</sup> <code>code</code> <br/> <q>quoted</q></p>
                <hr/>
                <div class="box"><p>Boxed</p></div>
                <dl><dt>Term</dt><dd>Its meaning</dd></dl>
                <ol><li>one<ul><li>nested</li></ul></li></ol>
                <table><tbody><tr><td>no</td><td>head</td></tr></tbody></table>
                <blockquote><p>A quotation</p></blockquote>
                <p id="x">Target.</p></body></html>
                """;
        Conformance.check(PdfWriter.write(page, SampleReport.metadata(), List.of(), Map.of()), flavour);
    }

    @Test
    void saysWhatItIsAndCarriesItsAttachment() throws IOException {
        try (PDDocument document = Loader.loadPDF(sample)) {
            assertThat(document.getDocumentInformation().getTitle()).isEqualTo("A sample report: mentorship & burnout");
            assertThat(document.getDocumentInformation().getAuthor()).isEqualTo("Ada Example; Zoë Müller");
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("en-US");
            var files =
                    document.getDocumentCatalog().getNames().getEmbeddedFiles().getNames();
            assertThat(files).containsOnlyKeys("results.json");
            assertThat(files.values().iterator().next().getEmbeddedFile().toByteArray())
                    .asString(StandardCharsets.UTF_8)
                    .isEqualTo(SampleReport.RESULTS);
        }
    }

    @Test
    void theHeadingsMakeTheOutline() throws IOException {
        try (PDDocument document = Loader.loadPDF(sample)) {
            PDOutlineItem title =
                    document.getDocumentCatalog().getDocumentOutline().getFirstChild();

            assertThat(title.getTitle()).isEqualTo("Mentorship and burnout: a sample");
            assertThat(title.children()).extracting("title").containsExactly("Results", "Notes", "Ledger");
            assertThat(title.getFirstChild().children()).hasSize(5);
        }
    }

    @Test
    void numbersPagesAndRepeatsTheRunningHead() throws IOException {
        try (PDDocument document = Loader.loadPDF(sample)) {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setStartPage(2);
            stripper.setEndPage(2);

            assertThat(stripper.getText(document))
                    .contains("A sample report")
                    .contains("Page 2 of " + document.getNumberOfPages());
        }
    }

    /** A stripper that does not sort reads the content in the order in which a viewer copies it. */
    @Test
    void wordsAndLinksStandInTheOrderInWhichTheyAreRead() throws IOException {
        String page = """
                <html xmlns="http://www.w3.org/1999/xhtml" lang="en"><head><title>t</title></head><body><h1>Order</h1>
                <p>It <a href="#x">fell</a> by <a href="#x">2</a> points (<a href="#x"><i>P</i> = .04</a>) <b>in all</b>, and
                <i>then</i> rose.</p><p id="x">Target.</p></body></html>
                """;
        try (PDDocument document =
                Loader.loadPDF(PdfWriter.write(page, SampleReport.metadata(), List.of(), Map.of()))) {
            assertThat(new PDFTextStripper().getText(document).replaceAll("\\s+", " "))
                    .contains("It fell by 2 points (P = .04) in all, and then rose.");
        }
    }

    @Test
    void refusesAPageThatIsNotWellFormed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PdfWriter.write("<html><p></html>", SampleReport.metadata(), List.of(), Map.of()))
                .withMessageContaining("well-formed");
    }

    @Test
    void refusesAFigureThatIsNotThere() {
        String page =
                "<html><head><title>t</title></head><body><object data=\"gone\" alt=\"a\"></object></body></html>";
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PdfWriter.write(page, SampleReport.metadata(), List.of(), Map.of()))
                .withMessageContaining("gone");
    }

    @Test
    void refusesAFigureWithoutAlternativeText() {
        String page = "<html><head><title>t</title></head><body><object data=\"flow\"></object></body></html>";
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PdfWriter.write(page, SampleReport.metadata(), List.of(), SampleReport.figures()))
                .withMessageContaining("alternative text");
    }

    @Test
    void namesTheCharactersThatItCannotPrint() {
        assertThat(PdfWriter.unprintable("Größe ≤ 5 µg → “ok”\n")).isEmpty();
        assertThat(PdfWriter.unprintable("日本 and 本, 🙂")).isEqualTo("日本🙂");
    }

    @Test
    void severalThreadsWriteTheSame() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Callable<byte[]>> tasks = Collections.nCopies(
                    8,
                    () -> PdfWriter.write(
                            SampleReport.page(60),
                            SampleReport.metadata(),
                            List.of(SampleReport.results()),
                            SampleReport.figures()));
            for (Future<byte[]> written : threads.invokeAll(tasks)) {
                assertThat(written.get()).isEqualTo(sample);
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
