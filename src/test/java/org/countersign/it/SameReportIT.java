package org.countersign.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The same inputs give the same bytes under other time zones, locales, default charsets and JDKs, and as committed. */
class SameReportIT {

    /** Where a child process runs. */
    private record Machine(String name, Path java, String zone, String language, String country, String charset) {}

    @TempDir
    private static Path scratch = Path.of("");

    private static List<Path> javas = List.of();

    @BeforeAll
    static void findJavas() throws IOException {
        Map<Path, Path> found = new LinkedHashMap<>();
        add(found, Path.of(System.getProperty("java.home")));
        Path installed = Path.of("/usr/lib/jvm");
        if (Files.isDirectory(installed)) {
            try (Stream<Path> homes = Files.list(installed)) {
                homes.sorted().forEach(home -> add(found, home));
            }
        }
        javas = List.copyOf(found.values());
    }

    private static void add(Map<Path, Path> found, Path home) {
        Path java = home.resolve("bin/java");
        if (Files.isExecutable(java)) {
            try {
                found.putIfAbsent(java.toRealPath(), java);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static List<Machine> machines() {
        Path first = javas.get(0);
        List<Machine> machines = new ArrayList<>(List.of(
                new Machine("home", first, "UTC", "en", "US", "UTF-8"),
                new Machine("istanbul", first, "Europe/Istanbul", "tr", "TR", "ISO-8859-1"),
                new Machine("kiritimati", first, "Pacific/Kiritimati", "ar", "EG", "UTF-8")));
        for (int i = 1; i < javas.size(); i++) {
            machines.add(new Machine("jdk-" + i, javas.get(i), "America/St_Johns", "de", "DE", "ISO-8859-1"));
        }
        return machines;
    }

    @TestFactory
    Stream<DynamicTest> sameBytesEverywhere() throws Exception {
        List<Machine> machines = machines();
        Map<String, Map<String, byte[]>> reports = new LinkedHashMap<>();
        for (Machine machine : machines) {
            reports.put(machine.name(), files(build(machine)));
        }
        Map<String, byte[]> home = reports.get("home");
        assertThat(home).isNotEmpty();
        Stream<DynamicTest> elsewhere = machines.stream()
                .skip(1)
                .map(machine -> DynamicTest.dynamicTest(
                        machine.toString(), () -> assertSame(home, reports.get(machine.name()))));
        Stream<DynamicTest> committed = Studies.names().stream()
                .filter(study -> Files.isRegularFile(Path.of("reports", study, "report.html")))
                .map(study -> DynamicTest.dynamicTest("as committed: " + study, () -> {
                    Map<String, byte[]> made = new TreeMap<>();
                    home.forEach((path, bytes) -> {
                        if (path.startsWith(study + "/")) {
                            made.put(path.substring(study.length() + 1), bytes);
                        }
                    });
                    assertSame(made, files(Path.of("reports", study)));
                }));
        return Stream.concat(elsewhere, committed);
    }

    private static void assertSame(Map<String, byte[]> expected, Map<String, byte[]> actual) {
        assertThat(actual.keySet()).isEqualTo(expected.keySet());
        List<String> different = new ArrayList<>();
        expected.forEach((path, bytes) -> {
            if (!java.util.Arrays.equals(bytes, actual.get(path))) {
                different.add(path);
            }
        });
        assertThat(different).as("files that differ").isEmpty();
    }

    private static Path build(Machine machine) throws Exception {
        Path reports = scratch.resolve(machine.name());
        List<String> command = new ArrayList<>(List.of(
                machine.java().toString(),
                "-XX:+UseSerialGC",
                "-Djava.awt.headless=true",
                "-Duser.timezone=" + machine.zone(),
                "-Duser.language=" + machine.language(),
                "-Duser.country=" + machine.country(),
                "-Dfile.encoding=" + machine.charset(),
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                "org.countersign.cli.Main",
                "build",
                "--force",
                "--reports",
                reports.toString()));
        command.addAll(Studies.names());
        File log = scratch.resolve(machine.name() + ".log").toFile();
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log);
        builder.environment().put("TZ", machine.zone());
        builder.environment().remove("SOURCE_DATE_EPOCH");
        builder.environment().put("LC_ALL", "C");
        Process process = builder.start();
        assertThat(process.waitFor(3, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue())
                .as(Files.readString(log.toPath(), StandardCharsets.ISO_8859_1))
                .isZero();
        return reports;
    }

    private static Map<String, byte[]> files(Path folder) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> tree = Files.walk(folder)) {
            for (Path path : tree.filter(Files::isRegularFile).toList()) {
                files.put(
                        folder.relativize(path).toString().replace(File.separatorChar, '/'), Files.readAllBytes(path));
            }
        }
        return files;
    }
}
