package org.countersign.pipeline;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
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

    /** Whether the report was made from exactly these inputs, and is as it was made. */
    boolean isCurrent() {
        try {
            return Files.isRegularFile(stamp)
                    && Files.isDirectory(report)
                    && Files.readString(stamp).equals(fingerprint());
        } catch (IOException e) {
            return false;
        }
    }

    /** Notes that the report was made just now; what cannot be noted is made again next time. */
    void remember() {
        try {
            Files.createDirectories(Objects.requireNonNull(stamp.getParent()));
            Files.writeString(stamp, fingerprint());
        } catch (IOException e) {
            // the report is there; only the next build is slower
        }
    }

    private String fingerprint() throws IOException {
        MessageDigest digest = Hashes.digest();
        text(digest, Optional.ofNullable(System.getenv("SOURCE_DATE_EPOCH")).orElse(""));
        text(digest, Program.HASH);
        folder(digest, study);
        folder(
                digest,
                project.folder().toString().isEmpty()
                        ? Path.of("templates")
                        : project.folder().resolve("templates"));
        folder(digest, report);
        return HexFormat.of().formatHex(digest.digest()) + "\n";
    }

    private static void text(MessageDigest digest, String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
    }

    private static void folder(MessageDigest digest, Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        List<Path> files;
        try (Stream<Path> tree = Files.walk(folder)) {
            files = tree.filter(Files::isRegularFile).sorted().toList();
        }
        byte[] buffer = new byte[1 << 16];
        for (Path file : files) {
            text(digest, folder.relativize(file).toString());
            try (InputStream in = Files.newInputStream(file)) {
                for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                    digest.update(buffer, 0, n);
                }
            }
            digest.update((byte) 0);
        }
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
        return Files.isDirectory(place) ? ofFolder(place) : ofJar(place);
    }

    private static String ofFolder(Path place) throws IOException {
        MessageDigest digest = Hashes.digest();
        folder(digest, place);
        return HexFormat.of().formatHex(digest.digest());
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
