package org.countersign.pipeline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import org.countersign.dataset.io.TableSketch;
import org.countersign.diagnostics.Diagnostic;
import org.countersign.diagnostics.Diagnostics;
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
            TableSketch sketch = TableSketch.of(source);
            checkHeader(source, sketch);
            String definition = StudyDraft.of(String.valueOf(folder.getFileName()), "data/" + name, sketch);
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

    /** What no definition can say: a column without a name, or two of one name. */
    private static void checkHeader(Path source, TableSketch sketch) {
        Diagnostics diagnostics = new Diagnostics();
        SourceLocation place = SourceLocation.of(source.toString(), 1, 1);
        List<String> names =
                sketch.columns().stream().map(TableSketch.ColumnSketch::name).toList();
        if (names.isEmpty() || sketch.rows() == 0) {
            diagnostics.error(
                    "empty-file",
                    place,
                    names.isEmpty() ? "the file is empty" : "the file has a header, but no rows",
                    "a study starts from a header and at least one row");
        }
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            if (name.isEmpty()) {
                diagnostics.error(
                        "unnamed-column",
                        place,
                        "column " + (i + 1) + " of the header has no name",
                        "name it, or remove the column");
            } else if (names.indexOf(name) < i) {
                diagnostics.error(
                        "duplicate-column",
                        place,
                        "columns " + (names.indexOf(name) + 1) + " and " + (i + 1) + " of the header are both `" + name
                                + "`",
                        "rename one of the two");
            }
        }
        diagnostics.throwIfErrors();
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
