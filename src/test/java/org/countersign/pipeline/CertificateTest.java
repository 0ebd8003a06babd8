package org.countersign.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.countersign.StudyFixture;
import org.countersign.report.ReportModel;
import org.countersign.report.TemplateFiles;
import org.countersign.report.VerificationModel;
import org.countersign.report.pdf.Conformance;
import org.countersign.verify.PublishedText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.verapdf.pdfa.flavours.PDFAFlavour;

class CertificateTest {

    private static final TemplateFiles TEMPLATES = TemplateFiles.in(Path.of("templates"));

    @TempDir
    Path project;

    private StudyFixture study() {
        return StudyFixture.in(project);
    }

    private static byte[] certificate(StudyFixture study, Optional<Path> paper) {
        ReportModel report = new StudyPipeline(TEMPLATES, Optional.empty()).compute(study.study());
        Optional<PublishedText> published = paper.map(p -> PublishedTexts.read(p, report));
        VerificationModel model = VerificationBundle.model(report, published, Optional.empty());
        ByteBuffer buffer = java.util.Objects.requireNonNull(VerificationBundle.of(model, TEMPLATES, Set.of())
                        .files()
                        .get("certificate.pdf"))
                .duplicate();
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return bytes;
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setSortByPosition(true);
            return stripper.getText(document).replaceAll("\\s+", " ");
        }
    }

    private static StudyFixture manyClaims(StudyFixture study, int claims) {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < claims; i++) {
            lines.append("  - {id: c")
                    .append(i)
                    .append(
                            ", text: 'the median age of those who were treated was 46.5 years', keys: [ages.t.median]}\n");
        }
        lines.append("  - {id: wrong, text: '47.5', keys: [ages.t.mean]}");
        return study.edit("study.yaml", "  - {text: \"46.5\", keys: [ages.t.median]}", lines.toString());
    }

    @Test
    void says_what_was_checked_and_leaves_room_to_sign() throws IOException {
        Path paper = Files.writeString(project.resolve("paper.txt"), "A median of 46.5 and a mean of 99.5.");
        String text = text(certificate(study(), Optional.of(paper)));
        assertThat(text)
                .contains("All 1 published".replace("All 1 published", "The one published number or statement is"))
                .contains("reproduced from the simulated data. 1 number of the published text is not claimed.")
                .contains("1 claim with 1 number and 0 statements in words")
                .contains("1 of 2 numbers in paper.txt are accounted for (50%)")
                .contains("no rival convention had to be tried")
                .contains("Countersign " + Versions.program())
                .contains("data/people.csv")
                .containsPattern("study\\.yaml [0-9a-f]{64} published text [0-9a-f]{64} program [0-9a-f]{64}")
                .contains("Simulated data. Invented for a test.")
                .contains("99.5 line 1, column")
                .contains("Name")
                .contains("Signature");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 30, 400})
    void is_one_page_with_the_worst_first(int claims) throws IOException {
        String text = text(certificate(manyClaims(study(), claims), Optional.empty()));
        assertThat(text).contains("47.5 differs").contains("not assessed").contains("Signature");
        if (claims >= 30) {
            assertThat(text).containsPattern("and \\d+ more reproduced");
        }
    }

    @Test
    void is_one_page_whatever_the_words() throws IOException {
        StudyFixture study = manyClaims(study(), 30)
                .edit(
                        "study.yaml",
                        "An Invented Trial",
                        "An Invented Trial ".repeat(40).strip())
                .edit(
                        "study.yaml",
                        "Invented for a test.",
                        "Invented for a test ".repeat(60).strip());
        assertThat(text(certificate(study, Optional.empty())))
                .contains("Signature")
                .contains("\u2026");
    }

    @Test
    void has_the_same_bytes_each_time() {
        StudyFixture study = manyClaims(study(), 30);
        assertThat(certificate(study, Optional.empty())).isEqualTo(certificate(study, Optional.empty()));
    }

    @ParameterizedTest
    @EnumSource(
            value = PDFAFlavour.class,
            names = {"PDFA_3_A", "PDFUA_1"})
    void conforms(PDFAFlavour flavour) throws Exception {
        Conformance.check(certificate(manyClaims(study(), 30), Optional.empty()), flavour);
    }
}
