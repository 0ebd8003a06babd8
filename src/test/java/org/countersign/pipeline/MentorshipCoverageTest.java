package org.countersign.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.countersign.report.ReportModel;
import org.countersign.report.TemplateFiles;
import org.countersign.verify.PublishedCoverage;
import org.countersign.verify.Verdict;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The claims of the mentorship study cover every number of the published abstract. The abstract is not the project's to
 * commit; a text of our own with the same figures is held against the claims in any case.
 */
class MentorshipCoverageTest {

    private static final Path ABSTRACTS = Path.of("../shared/seed");
    private static final Path FACTS = Path.of("src/test/resources/verify/mentorship-facts.txt");

    private static Optional<ReportModel> computed = Optional.empty();

    @BeforeAll
    static void compute() {
        computed = Optional.of(new StudyPipeline(TemplateFiles.in(Path.of("templates")), Optional.empty())
                .compute(Path.of("inputs/mentorship-burnout")));
    }

    private static ReportModel model() {
        return computed.orElseThrow();
    }

    private static PublishedCoverage coverage(Path file) {
        return PublishedTexts.read(file, model()).coverage();
    }

    @Test
    void everyClaimIsReproduced() {
        assertThat(model().verdicts().all()).hasSize(45).allMatch(v -> v.kind() == Verdict.Kind.REPRODUCED);
    }

    @Test
    void thePublishedAbstractIsCovered() throws IOException {
        assumeTrue(Files.isDirectory(ABSTRACTS), "the published abstract is not beside the checkout");
        List<Path> files;
        try (Stream<Path> all = Files.list(ABSTRACTS)) {
            files = all.sorted().toList();
        }
        assertThat(files).isNotEmpty().allSatisfy(file -> {
            PublishedCoverage coverage = coverage(file);
            assertThat(coverage.unclaimed()).isEmpty();
            assertThat(coverage.absent()).isEmpty();
            assertThat(coverage.share()).isEqualTo(1);
            assertThat(coverage.total()).isEqualTo(33);
        });
    }

    @Test
    void aTextWithTheSameFiguresIsCovered() {
        PublishedCoverage coverage = coverage(FACTS);
        assertThat(coverage.unclaimed()).isEmpty();
        assertThat(coverage.absent()).isEmpty();
        assertThat(coverage.claimed()).isEqualTo(32);
        assertThat(coverage.constant()).isEqualTo(1);
    }

    @Test
    void anyOtherFigureIsNot(@TempDir Path folder) throws IOException {
        String text = Files.readString(FACTS).replace("(39/48)", "(39/47)").replace("59 mentors", "59 mentors (91.9%)");
        PublishedCoverage coverage = coverage(Files.writeString(folder.resolve("other.txt"), text));
        assertThat(coverage.unclaimed())
                .extracting(PublishedCoverage.Unclaimed::printed)
                .containsExactly("91.9%", "39", "47");
        assertThat(coverage.unclaimed().get(0).fitting()).contains("mentor_agreement.enjoyed_agree.estimate");
        assertThat(coverage.absent()).extracting(c -> c.id()).containsExactly("rotation");
    }
}
