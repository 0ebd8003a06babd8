package org.countersign.pipeline;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.countersign.diagnostics.Diagnostics;
import org.countersign.diagnostics.StudyException;
import org.countersign.report.data.Changes;
import org.countersign.report.data.PreviousResults;
import org.countersign.report.page.ReportRenderer;
import org.countersign.report.pdf.PdfWriter;

/** Makes the report of a study if it is not there yet as it would be, and tells what changed. */
public final class ReportBuilder {

    /** Whether the report's libraries have been asked to load while the first study is read and computed. */
    private static final AtomicBoolean PREPARED = new AtomicBoolean();

    private final Project project;
    private final StudyPipeline pipeline;

    public ReportBuilder(Project project, StudyPipeline pipeline) {
        this.project = project;
        this.pipeline = pipeline;
    }

    /** Whether an unchanged study is built. */
    public enum When {
        CHANGED,
        ALWAYS
    }

    /**
     * What was done.
     *
     * @param folder of the report
     * @param bundle the report; empty if it was current
     * @param changes since the last report; empty if there was none, or nothing was built
     */
    public record Outcome(Path folder, Optional<ReportBundle> bundle, Optional<Changes> changes) {

        /** The report to be read. */
        public Path page() {
            return folder.resolve("report.html");
        }
    }

    /**
     * @param diagnostics receives warnings
     * @throws StudyException if anything of the study is wrong; the previous report is as it was then
     */
    public Outcome build(Path study, When when, Diagnostics diagnostics) {
        ReportFolder target = new ReportFolder(
                project.reports(),
                String.valueOf(study.toAbsolutePath().normalize().getFileName()));
        ReportState state = new ReportState(project, study, target.path());
        String sources = state.sources();
        if (when == When.CHANGED && state.isCurrent(sources)) {
            return new Outcome(target.path(), Optional.empty(), Optional.empty());
        }
        if (PREPARED.compareAndSet(false, true)) {
            CompletableFuture.runAsync(() -> ReportRenderer.prepare(project.templates()))
                    .thenRun(PdfWriter::prepare)
                    .thenRun(ReportState::prepare);
        }
        ReportBundle bundle = pipeline.run(study, diagnostics);
        Optional<byte[]> previous = previousResults(target.path());
        target.replace(bundle.files());
        state.remember(sources, bundle.hashes());
        return new Outcome(target.path(), Optional.of(bundle), previous.flatMap(p -> changes(p, bundle)));
    }

    private static Optional<byte[]> previousResults(Path report) {
        try {
            Path file = report.resolve("results.json");
            return Files.isRegularFile(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Optional<Changes> changes(byte[] previous, ReportBundle bundle) {
        ByteBuffer buffer =
                Objects.requireNonNull(bundle.files().get("results.json")).duplicate();
        byte[] now = new byte[buffer.remaining()];
        buffer.get(now);
        if (Arrays.equals(previous, now)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Changes.between(
                            PreviousResults.read(previous), PreviousResults.read(now), bundle.sentences()))
                    .filter(c -> !c.isEmpty());
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
