package org.countersign.pipeline;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.countersign.diagnostics.Diagnostic;
import org.countersign.diagnostics.SourceLocation;
import org.countersign.diagnostics.StudyException;

/** The folder of one report, replaced whole or left as it was. */
public final class ReportFolder {

    private final Path folder;

    public ReportFolder(Path reports, String study) {
        this.folder = reports.resolve(study);
    }

    public Path path() {
        return folder;
    }

    /**
     * Writes the files beside the folder, then puts them in its place.
     *
     * @throws StudyException if it cannot be written; the previous report is untouched then
     */
    public void replace(Map<String, ByteBuffer> files) {
        Path parent = Objects.requireNonNull(folder.toAbsolutePath().getParent());
        Path fresh = parent.resolve(
                "." + folder.getFileName() + ".new-" + ProcessHandle.current().pid());
        Path old = parent.resolve(
                "." + folder.getFileName() + ".old-" + ProcessHandle.current().pid());
        try {
            Files.createDirectories(parent);
            delete(fresh);
            for (Map.Entry<String, ByteBuffer> file : files.entrySet()) {
                Path path = fresh.resolve(file.getKey());
                Files.createDirectories(Objects.requireNonNull(path.getParent()));
                try (SeekableByteChannel channel =
                        Files.newByteChannel(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                    ByteBuffer bytes = file.getValue().duplicate();
                    while (bytes.hasRemaining()) {
                        channel.write(bytes);
                    }
                }
            }
            if (Files.exists(folder)) {
                Files.move(folder, old, StandardCopyOption.ATOMIC_MOVE);
            }
            try {
                Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
            } catch (IOException e) {
                if (Files.exists(old)) {
                    Files.move(old, folder, StandardCopyOption.ATOMIC_MOVE);
                }
                throw e;
            }
            delete(old);
        } catch (IOException e) {
            quietlyDelete(fresh);
            throw new StudyException(Diagnostic.error(
                    "unwritable",
                    SourceLocation.of(folder.toString()),
                    "the report cannot be written: " + e.getClass().getSimpleName() + " " + e.getMessage(),
                    "check the permissions and the space; the previous report is as it was"));
        }
    }

    private static void quietlyDelete(Path path) {
        try {
            delete(path);
        } catch (IOException e) {
            // what cannot be written cannot be deleted either; the error that is told is the first one
        }
    }

    private static void delete(Path path) throws IOException {
        if (!Files.exists(path)) {
            return;
        }
        List<Path> all;
        try (Stream<Path> tree = Files.walk(path)) {
            all = tree.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path one : all) {
            Files.delete(one);
        }
    }
}
