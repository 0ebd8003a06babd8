package org.countersign.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The files under {@code templates/}: the project's own where it has them, else those that the program carries. */
public final class TemplateFiles {

    private final Optional<Path> folder;

    private TemplateFiles(Optional<Path> folder) {
        this.folder = folder;
    }

    /** Those of a folder, then those of the program. */
    public static TemplateFiles in(Path folder) {
        return new TemplateFiles(Files.isDirectory(folder) ? Optional.of(folder) : Optional.empty());
    }

    /** Those that the program carries. */
    public static TemplateFiles ofProgram() {
        return new TemplateFiles(Optional.empty());
    }

    /** The path of a file as a user would type it. */
    public String shown(String name) {
        return folder.map(f -> f.resolve(name))
                .filter(Files::isRegularFile)
                .map(f -> f.toString().replace('\\', '/'))
                .orElse("templates/" + name);
    }

    /**
     * A file's text, if there is such a file.
     *
     * @param name path below {@code templates/}, such as {@code layout/page.ftl}
     * @throws IllegalArgumentException if it leaves the folder
     */
    public Optional<String> find(String name) {
        if (name.contains("..") || name.startsWith("/")) {
            throw new IllegalArgumentException("name = `" + name + "`: expected a path below templates/");
        }
        try {
            Optional<Path> own = folder.map(f -> f.resolve(name)).filter(Files::isRegularFile);
            if (own.isPresent()) {
                return Optional.of(Files.readString(own.get()));
            }
            try (InputStream in = TemplateFiles.class.getResourceAsStream("/countersign/templates/" + name)) {
                return in == null
                        ? Optional.empty()
                        : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the template " + name + " cannot be read", e);
        }
    }

    /**
     * @throws IllegalStateException if there is no such file
     */
    public String text(String name) {
        return find(name).orElseThrow(() -> new IllegalStateException("the program lacks its template " + name));
    }
}
