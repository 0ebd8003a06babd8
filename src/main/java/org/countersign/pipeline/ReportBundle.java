package org.countersign.pipeline;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.countersign.chart.PngWriter;
import org.countersign.chart.SvgWriter;
import org.countersign.report.Futures;
import org.countersign.report.ReportModel;
import org.countersign.report.data.CsvFiles;
import org.countersign.report.data.ResultsJson;
import org.countersign.report.data.Sentences;
import org.countersign.report.page.ReportRenderer;
import org.countersign.report.pdf.PdfAttachment;

/**
 * A finished report: every file of its folder.
 *
 * @param model what it was made from
 * @param sentences those that show numbers
 * @param files contents by path below the report's folder, in the order in which they were made
 * @param hashes SHA-256 of each of them
 */
public record ReportBundle(
        ReportModel model,
        List<Sentences.Sentence> sentences,
        Map<String, ByteBuffer> files,
        Map<String, String> hashes) {

    public ReportBundle {
        sentences = List.copyOf(sentences);
        files = Collections.unmodifiableMap(new LinkedHashMap<>(files));
        hashes = Map.copyOf(hashes);
    }

    /** The files as they come, each hashed at once. */
    private static final class Outputs {
        private final Map<String, ByteBuffer> contents = new LinkedHashMap<>();
        private final Map<String, String> hashes = new LinkedHashMap<>();

        private void put(String path, byte[] bytes) {
            contents.put(path, ByteBuffer.wrap(bytes).asReadOnlyBuffer());
            hashes.put(path, Hashes.sha256(bytes));
        }
    }

    /** The numbers as JSON, and what goes with them. */
    private record Results(List<Sentences.Sentence> sentences, byte[] json, PdfAttachment attachment) {

        private static Results of(ReportModel model, ReportRenderer renderer) {
            List<Sentences.Sentence> sentences = Sentences.of(renderer.body());
            byte[] json = ResultsJson.write(model, sentences, Versions.program());
            return new Results(sentences, json, ReportRenderer.attachment(json));
        }
    }

    static ReportBundle of(ReportModel model, ReportRenderer renderer) {
        // the PDF takes as long as all the rest; the two share nothing that changes
        CompletableFuture<Results> results = new CompletableFuture<>();
        CompletableFuture<byte[]> pdf = CompletableFuture.supplyAsync(
                () -> renderer.pdf(() -> Futures.join(results).attachment()));
        results.completeAsync(() -> Results.of(model, renderer), Runnable::run);
        Outputs files = new Outputs();
        files.put("results.json", Futures.join(results).json());
        files.put("results.csv", CsvFiles.results(model));
        renderer.drawings().forEach((id, drawing) -> {
            files.put("figures/" + id + ".svg", SvgWriter.document(drawing, renderer.figureText(id)));
            files.put("figures/" + id + ".png", PngWriter.write(drawing));
        });
        renderer.tables()
                .forEach((id, table) -> files.put(
                        "tables/" + id + ".csv",
                        CsvFiles.table(table, model.study().about().dataStatus())));
        files.put("report.html", renderer.html().getBytes(StandardCharsets.UTF_8));
        files.put("report.pdf", Futures.join(pdf));
        files.put("manifest.json", Manifest.write(model, files.hashes));
        return new ReportBundle(model, Futures.join(results).sentences(), files.contents, files.hashes);
    }
}
