package org.countersign.pipeline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.countersign.report.ReportModel;
import org.countersign.report.page.ProvenanceFacts;
import org.countersign.report.page.ReportRenderer;
import org.countersign.study.StudyLoader;

/** What a report says of its making; nothing of it depends on the machine or the moment. */
final class Provenances {

    /** Stands in the metadata of a report that declares no date. */
    private static final LocalDate NO_DATE = LocalDate.of(1980, 1, 1);

    private Provenances() {}

    static ProvenanceFacts of(ReportModel model, ReportRenderer.Source manuscript, Optional<String> sourceDateEpoch) {
        Map<String, String> files = new LinkedHashMap<>();
        files.put(StudyLoader.FILE_NAME, Hashes.sha256(definition(model)));
        files.put("manuscript", Hashes.sha256(manuscript.text().getBytes(StandardCharsets.UTF_8)));
        String sentence = "Made by Countersign " + Versions.program() + ", number style "
                + model.style().label() + ". The same inputs give the same bytes.";
        return new ProvenanceFacts(Versions.program(), created(model, sourceDateEpoch), files, sentence);
    }

    /** {@code SOURCE_DATE_EPOCH}, or the study's date, or a fixed one; never the clock's. */
    static Instant created(ReportModel model, Optional<String> sourceDateEpoch) {
        return sourceDateEpoch
                .filter(s -> s.matches("\\d{1,12}"))
                .map(s -> Instant.ofEpochSecond(Long.parseLong(s)))
                .orElseGet(() -> model.study()
                        .about()
                        .date()
                        .orElse(NO_DATE)
                        .atStartOfDay(ZoneOffset.UTC)
                        .toInstant());
    }

    static byte[] definition(ReportModel model) {
        try {
            return Files.readAllBytes(model.study().folder().resolve(StudyLoader.FILE_NAME));
        } catch (IOException e) {
            throw new UncheckedIOException("study.yaml was there and cannot be read again", e);
        }
    }
}
