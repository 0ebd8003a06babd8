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
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/**
 * The SHA-256 of the program: of the names and bytes of its own classes and resources, in the order of their names. The same
 * whether they stand in a folder or in a jar, and whatever libraries stand beside them.
 */
final class ProgramHash {

    private static final List<String> OWN = List.of("org/countersign/", "countersign/");

    private ProgramHash() {}

    /**
     * @throws UncheckedIOException if the program cannot read itself
     */
    static String sha256() {
        CodeSource source = ProgramHash.class.getProtectionDomain().getCodeSource();
        if (source == null) {
            throw new UncheckedIOException(new IOException("the program does not know where it stands"));
        }
        try {
            Path place = Path.of(source.getLocation().toURI());
            MessageDigest digest = Hashes.digest();
            if (Files.isDirectory(place)) {
                ofFolder(place, digest);
            } else {
                ofJar(place, digest);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (URISyntaxException e) {
            throw new UncheckedIOException(new IOException(e));
        } catch (IOException e) {
            throw new UncheckedIOException("the program cannot read itself", e);
        }
    }

    private static void ofFolder(Path folder, MessageDigest digest) throws IOException {
        List<String> names = new ArrayList<>();
        try (Stream<Path> tree = Files.walk(folder)) {
            tree.filter(Files::isRegularFile)
                    .forEach(p -> names.add(folder.relativize(p).toString().replace('\\', '/')));
        }
        for (String name : own(names)) {
            add(digest, name, Files.readAllBytes(folder.resolve(name)));
        }
    }

    private static void ofJar(Path file, MessageDigest digest) throws IOException {
        try (JarFile jar = new JarFile(file.toFile(), false)) {
            List<String> names = jar.stream()
                    .filter(e -> !e.isDirectory())
                    .map(ZipEntry::getName)
                    .toList();
            for (String name : own(names)) {
                try (InputStream in = jar.getInputStream(jar.getEntry(name))) {
                    add(digest, name, in.readAllBytes());
                }
            }
        }
    }

    private static List<String> own(List<String> names) {
        return names.stream()
                .filter(name -> OWN.stream().anyMatch(name::startsWith))
                .sorted()
                .toList();
    }

    private static void add(MessageDigest digest, String name, byte[] bytes) {
        digest.update(name.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
        digest.update(bytes);
        digest.update((byte) 0);
    }
}
