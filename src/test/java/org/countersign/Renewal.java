package org.countersign;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Committed files that the program makes: compared, or written anew with {@code mvn test -Dcountersign.renew=true}, after
 * which the difference is there for a reviewer to read.
 */
public final class Renewal {

    private static final boolean RENEW = Boolean.getBoolean("countersign.renew");

    private Renewal() {}

    /** Compares a text with a committed file, line by line, or renews the file. */
    public static void check(Path file, String made) {
        try {
            if (RENEW) {
                Path folder = file.toAbsolutePath().getParent();
                Files.createDirectories(folder);
                Files.writeString(file, made);
                return;
            }
            assertThat(file)
                    .as("make it with mvn test -Dcountersign.renew=true")
                    .isRegularFile();
            compare(file, Files.readString(file), made);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void compare(Path file, String committed, String made) {
        if (committed.equals(made)) {
            return;
        }
        List<String> old = committed.lines().toList();
        List<String> now = made.lines().toList();
        int first = 0;
        while (first < Math.min(old.size(), now.size()) && old.get(first).equals(now.get(first))) {
            first++;
        }
        String difference =
                "%s differs from line %d on.%n  committed: %s%n  made now:  %s%nRenew with -Dcountersign.renew=true and read the difference."
                        .formatted(file, first + 1, line(old, first), line(now, first));
        assertThat(made).as(difference).isEqualTo(committed);
    }

    private static String line(List<String> lines, int index) {
        return index < lines.size() ? lines.get(index) : "(end)";
    }

    /** Compares the part of a committed file between the markers of a name, or renews it. */
    public static void checkPart(Path file, String name, String made) {
        try {
            String committed = Files.readString(file);
            String begin = "<!-- generated: " + name + " -->\n";
            String end = "<!-- end of generated: " + name + " -->";
            int from = committed.indexOf(begin) + begin.length();
            int to = committed.indexOf(end);
            assertThat(to).as("markers of " + name + " in " + file).isGreaterThanOrEqualTo(from);
            check(file, committed.substring(0, from) + "\n" + made + "\n" + committed.substring(to));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
