package org.countersign.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.countersign.audit.text.Pdfs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CorpusAuditorTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void an_endless_file_is_one_diagnostic_and_the_rest_go_on(int threads) throws Exception {
        Files.write(folder.resolve("a.pdf"), Pdfs.endless(12));
        Files.write(folder.resolve("b.txt"), "It differed, t(28) = 1.20, p = .03.".getBytes(UTF_8));
        List<FileAudit> audits = new ArrayList<>();
        CorpusSummary summary = CorpusAuditor.of(ArticleAuditor.withDefaults())
                .withThreads(threads)
                .withTimeLimit(Duration.ofSeconds(1))
                .audit(CorpusAuditor.filesIn(folder), audits::add);
        assertThat(audits.get(0).diagnostic().orElseThrow().code()).isEqualTo("article-timeout");
        assertThat(audits.get(1).report().orElseThrow().findings()).hasSize(1);
        assertThat(summary.unreadable()).isEqualTo(1);
        assertThat(stopped()).isTrue();
    }

    /** Whether no thread reads on. */
    private static boolean stopped() throws InterruptedException {
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().startsWith("reading ") && thread.getName().endsWith("a.pdf")) {
                thread.join(5_000);
                if (thread.isAlive()) {
                    return false;
                }
            }
        }
        return true;
    }

    @Test
    void the_limit_is_positive() {
        CorpusAuditor auditor = CorpusAuditor.of(ArticleAuditor.withDefaults());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> auditor.withTimeLimit(Duration.ZERO))
                .withMessageContaining("timeLimit");
    }
}
