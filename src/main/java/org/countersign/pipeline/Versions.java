package org.countersign.pipeline;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** Versions of the program and of the libraries whose versions can show in a report. */
public final class Versions {

    private Versions() {}

    public static String program() {
        return all().getOrDefault("countersign", "unknown");
    }

    /** By name, sorted. */
    public static Map<String, String> all() {
        Properties properties = new Properties();
        try (InputStream in = Versions.class.getResourceAsStream("/countersign/versions.properties")) {
            if (in != null) {
                properties.load(in);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the program's versions cannot be read", e);
        }
        Map<String, String> versions = new TreeMap<>();
        properties.forEach((name, version) -> versions.put(name.toString(), version.toString()));
        return Collections.unmodifiableMap(versions);
    }
}
