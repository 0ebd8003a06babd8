package org.countersign.report.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Figures and PDF are the same, byte for byte, in other JVMs: other time zones, locales and default charsets, and every
 * JDK from 17 on that is installed beside the one that runs the tests.
 */
class SameBytesTest {

    private static final List<List<String>> SETTINGS = List.of(
            List.of(),
            List.of("-Duser.timezone=Pacific/Auckland", "-Duser.language=tr", "-Duser.country=TR"),
            List.of("-Duser.timezone=America/New_York", "-Duser.language=ar", "-Duser.country=EG"),
            List.of("-Dfile.encoding=ISO-8859-1", "-Duser.language=de"));

    @TempDir
    private Path folder;

    @Test
    void theyAreTheSameInEveryJvm() throws Exception {
        List<String> first = fingerprint(Path.of(System.getProperty("java.home")), SETTINGS.get(0));

        assertThat(first).hasSizeGreaterThan(20);
        for (List<String> settings : SETTINGS.subList(1, SETTINGS.size())) {
            assertThat(fingerprint(Path.of(System.getProperty("java.home")), settings))
                    .as("with %s", settings)
                    .isEqualTo(first);
        }
        for (Path other : otherJdks()) {
            assertThat(fingerprint(other, SETTINGS.get(1)))
                    .as("on %s", other.getFileName())
                    .isEqualTo(first);
        }
    }

    private static Set<Path> otherJdks() throws IOException {
        Path own = Path.of(System.getProperty("java.home")).toRealPath();
        Set<Path> found = new LinkedHashSet<>();
        try (Stream<Path> siblings = Files.list(own.getParent())) {
            for (Path sibling : siblings.sorted().toList()) {
                Path release = sibling.resolve("release");
                if (Files.isExecutable(sibling.resolve("bin/java"))
                        && Files.isReadable(release)
                        && feature(release) >= 17
                        && !sibling.toRealPath().equals(own)) {
                    found.add(sibling.toRealPath());
                }
            }
        }
        return found;
    }

    private static int feature(Path release) throws IOException {
        return Files.readAllLines(release).stream()
                .filter(line -> line.startsWith("JAVA_VERSION=\""))
                .map(line -> line.substring("JAVA_VERSION=\"".length()).split("[.\"]", 2)[0])
                .mapToInt(Integer::parseInt)
                .findFirst()
                .orElse(0);
    }

    private List<String> fingerprint(Path jdk, List<String> settings) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(jdk.resolve("bin/java").toString());
        command.addAll(List.of("-Djava.awt.headless=true", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        command.addAll(settings);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Fingerprint.class.getName()));
        Path output = Files.createTempFile(folder, "fingerprint", ".txt");
        Path errors = Files.createTempFile(folder, "fingerprint", ".err");
        Process process = new ProcessBuilder(command)
                .redirectOutput(output.toFile())
                .redirectError(errors.toFile())
                .start();
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue())
                .as(Files.readString(errors, StandardCharsets.ISO_8859_1))
                .isZero();
        return Files.readAllLines(output, StandardCharsets.UTF_8);
    }
}
