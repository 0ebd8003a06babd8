package org.countersign.pipeline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/**
 * Whether a report is what its inputs, templates and program would make again. The answer is kept in
 * {@code reports/.state/}, which is no part of the reports: it holds hashes of this machine's program.
 */
final class ReportState {

    private final Project project;
    private final Path study;
    private final Path report;
    private final Path stamp;

    ReportState(Project project, Path study, Path report) {
        this.project = project;
        this.study = study;
        this.report = report;
        this.stamp = project.reports().resolve(".state").resolve(String.valueOf(report.getFileName()));
    }

    /** A hash of what a report is made from, but for the program; to be taken before the report is made. */
    String sources() {
        return Optional.ofNullable(System.getenv("SOURCE_DATE_EPOCH")).orElse("") + "\n" + lines(hashes(study))
                + lines(hashes(
                        project.folder().toString().isEmpty()
                                ? Path.of("templates")
                                : project.folder().resolve("templates")));
    }

    /** Whether the report was made from exactly these sources, and is as it was made. */
    boolean isCurrent(String sources) {
        try {
            return Files.isRegularFile(stamp)
                    && Files.isDirectory(report)
                    && Files.readString(stamp).equals(fingerprint(sources, hashes(report)));
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Notes that the report was made just now; what cannot be noted is made again next time.
     *
     * @param outputs SHA-256 of the report's files, by path
     */
    void remember(String sources, Map<String, String> outputs) {
        try {
            Files.createDirectories(Objects.requireNonNull(stamp.getParent()));
            Files.writeString(stamp, fingerprint(sources, outputs));
        } catch (IOException e) {
            // the report is there; only the next build is slower
        }
    }

    private static String fingerprint(String sources, Map<String, String> outputs) {
        String all = Program.HASH + "\n" + sources + lines(outputs);
        return Hashes.sha256(all.getBytes(StandardCharsets.UTF_8)) + "\n";
    }

    private static String lines(Map<String, String> hashes) {
        StringBuilder lines = new StringBuilder();
        new TreeMap<>(hashes)
                .forEach((path, hash) ->
                        lines.append(path).append(' ').append(hash).append('\n'));
        return lines.append('\n').toString();
    }

    /** SHA-256 of every file below a folder, by path; of a folder that cannot be read, why. */
    private static Map<String, String> hashes(Path folder) {
        Map<String, String> hashes = new TreeMap<>();
        try (Stream<Path> tree = Files.walk(folder)) {
            List<Path> files = tree.filter(Files::isRegularFile).toList();
            for (Path file : files) {
                hashes.put(folder.relativize(file).toString().replace('\\', '/'), Hashes.sha256(file));
            }
        } catch (IOException | UncheckedIOException e) {
            hashes.put("", e.toString());
        }
        return hashes;
    }

    /** Works out the program's hash, beside other work. */
    static void prepare() {
        Objects.requireNonNull(Program.HASH);
    }

    /** The program does not change while it runs. */
    private static final class Program {
        static final String HASH = hash();

        private static String hash() {
            try {
                return program();
            } catch (IOException e) {
                throw new UncheckedIOException("the program cannot read itself", e);
            }
        }
    }

    /** A hash of the program's classes and resources. */
    private static String program() throws IOException {
        CodeSource source = ReportState.class.getProtectionDomain().getCodeSource();
        if (source == null) {
            return Versions.program();
        }
        Path place;
        try {
            place = Path.of(source.getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new UncheckedIOException(new IOException(e));
        }
        return Files.isDirectory(place) ? lines(hashes(place)) : ofJar(place);
    }

    /** The jar's directory already holds a checksum of each entry. */
    private static String ofJar(Path place) throws IOException {
        CRC32 all = new CRC32();
        try (JarFile jar = new JarFile(place.toFile(), false)) {
            jar.stream()
                    .filter(e -> !e.isDirectory())
                    .map(e -> e.getName() + ":" + e.getCrc())
                    .sorted()
                    .forEach(line -> all.update(line.getBytes(StandardCharsets.UTF_8)));
        }
        return Long.toHexString(all.getValue());
    }
}
