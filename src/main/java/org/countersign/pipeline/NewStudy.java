package org.countersign.pipeline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.countersign.dataset.io.TableSketch;
import org.countersign.diagnostics.Diagnostic;
import org.countersign.diagnostics.SourceLocation;
import org.countersign.diagnostics.StudyException;
import org.countersign.report.TemplateFiles;
import org.countersign.study.StudyLoader;

/** Makes the folder of a small study that builds at once. */
public final class NewStudy {

    private NewStudy() {}

    /**
     * @param folder that does not exist yet, or is empty
     * @param data a delimited file to start from; an invented example if absent
     * @throws StudyException if the folder holds something already, or the data cannot be read
     */
    public static void make(Path folder, Optional<Path> data) {
        try {
            if (Files.exists(folder.resolve(StudyLoader.FILE_NAME))) {
                throw new StudyException(Diagnostic.error(
                        "exists",
                        SourceLocation.of(folder.toString()),
                        "there is a study here already",
                        "name another folder"));
            }
            TemplateFiles templates = TemplateFiles.ofProgram();
            if (data.isEmpty()) {
                write(folder.resolve("data/example.csv"), templates.text("new/example.csv"));
                write(folder.resolve(StudyLoader.FILE_NAME), templates.text("new/study.yaml"));
                write(folder.resolve("manuscript.md"), templates.text("new/manuscript.md"));
                return;
            }
            Path source = data.get();
            if (!Files.isRegularFile(source)) {
                throw new StudyException(Diagnostic.error(
                        "file-not-found", SourceLocation.of(source.toString()), "there is no such file"));
            }
            String name = String.valueOf(source.getFileName());
            String definition =
                    StudyDraft.of(String.valueOf(folder.getFileName()), "data/" + name, TableSketch.of(source));
            Files.createDirectories(folder.resolve("data"));
            Files.copy(source, folder.resolve("data").resolve(name), StandardCopyOption.REPLACE_EXISTING);
            write(folder.resolve(StudyLoader.FILE_NAME), definition);
        } catch (IOException e) {
            throw new StudyException(Diagnostic.error(
                    "unwritable",
                    SourceLocation.of(folder.toString()),
                    "the study cannot be written: " + e.getMessage()));
        }
    }

    private static void write(Path file, String text) {
        try {
            Path parent = file.getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be written", e);
        }
    }
}
