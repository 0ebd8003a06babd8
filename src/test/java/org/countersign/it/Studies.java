package org.countersign.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.countersign.diagnostics.Diagnostics;
import org.countersign.pipeline.Project;
import org.countersign.pipeline.StudyPipeline;

/** The project's own studies, and their reports as made now. */
final class Studies {

    private static final Project PROJECT = Project.in(Path.of(""));

    private Studies() {}

    /** Names of the studies whose data is there. */
    static List<String> names() {
        return PROJECT.studies().stream()
                .filter(Studies::hasData)
                .map(folder -> String.valueOf(folder.getFileName()))
                .toList();
    }

    private static boolean hasData(Path study) {
        Path data = study.resolve("data");
        if (!Files.isDirectory(data)) {
            return false;
        }
        try (Stream<Path> files = Files.list(data)) {
            return files.findAny().isPresent();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A report's files, by path. */
    static Map<String, byte[]> build(String study) {
        Map<String, ByteBuffer> files = new StudyPipeline(PROJECT.templates(), Optional.empty())
                .run(PROJECT.study(study), new Diagnostics())
                .files();
        Map<String, byte[]> copies = new LinkedHashMap<>();
        files.forEach((path, bytes) -> {
            byte[] copy = new byte[bytes.remaining()];
            bytes.duplicate().get(copy);
            copies.put(path, copy);
        });
        return copies;
    }
}
