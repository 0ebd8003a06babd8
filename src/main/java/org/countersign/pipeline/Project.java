package org.countersign.pipeline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.countersign.diagnostics.Diagnostic;
import org.countersign.diagnostics.SourceLocation;
import org.countersign.diagnostics.StudyException;
import org.countersign.diagnostics.Suggestions;
import org.countersign.report.TemplateFiles;
import org.countersign.study.StudyLoader;

/**
 * Where things are: {@code inputs/}, {@code templates/} and {@code reports/} below one folder.
 *
 * @param folder the project's
 * @param reports where reports are written
 */
public record Project(Path folder, Path reports) {

    public static Project in(Path folder) {
        return new Project(folder, below(folder, "reports"));
    }

    public Project withReports(Path newReports) {
        return new Project(folder, newReports);
    }

    private static Path below(Path folder, String name) {
        return folder.toString().isEmpty() || folder.toString().equals(".") ? Path.of(name) : folder.resolve(name);
    }

    public Path inputs() {
        return below(folder, "inputs");
    }

    public TemplateFiles templates() {
        return TemplateFiles.in(below(folder, "templates"));
    }

    /** The folders of the studies in {@code inputs/}, by name. */
    public List<Path> studies() {
        if (!Files.isDirectory(inputs())) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(inputs())) {
            return folders.filter(f -> Files.isRegularFile(f.resolve(StudyLoader.FILE_NAME)))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(inputs() + " cannot be listed", e);
        }
    }

    /**
     * The folder of a study.
     *
     * @param name of a folder in {@code inputs/}, or the path of a folder with a {@code study.yaml}
     * @throws StudyException if there is no such study
     */
    public Path study(String name) {
        Optional<Path> known = studies().stream()
                .filter(f -> String.valueOf(f.getFileName()).equals(name))
                .findFirst();
        if (known.isPresent()) {
            return known.get();
        }
        Path path = Path.of(name);
        if (Files.isRegularFile(path.resolve(StudyLoader.FILE_NAME))) {
            return path;
        }
        List<String> names =
                studies().stream().map(f -> String.valueOf(f.getFileName())).toList();
        throw new StudyException(Diagnostic.error(
                        "unknown-study",
                        SourceLocation.of(inputs().toString()),
                        "there is no study `" + name
                                + "`: neither a folder of that name here, nor a folder with a study.yaml")
                .withHint(Suggestions.hint(name, names)));
    }
}
