package org.countersign.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.ValidationResult;

/** The studies' PDF reports pass veraPDF for PDF/UA-1 and PDF/A-3a, and carry what a report must. */
class ReportPdfIT {

    @BeforeAll
    static void loadValidator() {
        VeraGreenfieldFoundryProvider.initialise();
    }

    @TestFactory
    List<DynamicTest> reports() {
        List<DynamicTest> tests = new ArrayList<>();
        for (String study : Studies.names()) {
            Map<String, byte[]> files = Studies.build(study);
            byte[] pdf = files.get("report.pdf");
            for (PDFAFlavour flavour : List.of(PDFAFlavour.PDFUA_1, PDFAFlavour.PDFA_3_A)) {
                tests.add(DynamicTest.dynamicTest(
                        study + " is " + flavour.getId(),
                        () -> assertThat(failures(pdf, flavour)).isEmpty()));
            }
            tests.add(
                    DynamicTest.dynamicTest(study + " carries its ledger, title and pages", () -> carries(pdf, files)));
        }
        return tests;
    }

    private static List<String> failures(byte[] pdf, PDFAFlavour flavour) throws Exception {
        try (PDFAParser parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), flavour);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
            ValidationResult result = validator.validate(parser);
            return result.getTestAssertions().stream()
                    .map(a -> a.getRuleId().getClause() + " " + a.getMessage())
                    .distinct()
                    .toList();
        }
    }

    private static void carries(byte[] pdf, Map<String, byte[]> files) throws Exception {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getDocumentInformation().getTitle()).isNotBlank();
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("en");
            assertThat(document.getDocumentCatalog().getDocumentOutline().hasChildren())
                    .isTrue();
            var attached = new PDDocumentNameDictionary(document.getDocumentCatalog())
                    .getEmbeddedFiles()
                    .getNames()
                    .get("results.json");
            assertThat(attached.getEmbeddedFile().toByteArray()).isEqualTo(files.get("results.json"));
            String text = new PDFTextStripper().getText(document);
            assertThat(text).contains("of " + document.getNumberOfPages());
        }
    }
}
