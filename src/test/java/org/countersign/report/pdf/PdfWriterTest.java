package org.countersign.report.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

class PdfWriterTest {

    private static byte[] sample;

    @BeforeAll
    static void writeSample() {
        VeraGreenfieldFoundryProvider.initialise();
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
        try (PDFAParser parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(sample), flavour);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
            ValidationResult result = validator.validate(parser);

            assertThat(result.getTestAssertions().stream()
                            .filter(assertion -> assertion.getStatus() == TestAssertion.Status.FAILED)
                            .map(assertion -> assertion.getRuleId() + " " + assertion.getMessage() + " at "
                                    + assertion.getLocation().getContext())
                            .distinct()
                            .limit(20)
                            .toList())
                    .isEmpty();
            assertThat(result.isCompliant()).isTrue();
        }
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
                    .isEqualTo(SampleReport.results().bytes());
            assertThat(document.getDocumentCatalog().getDocumentOutline().children())
                    .extracting("title")
                    .containsExactly("Results", "Ledger");
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
}
