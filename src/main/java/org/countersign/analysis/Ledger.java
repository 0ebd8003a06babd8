package org.countersign.analysis;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Every number of a study, by key, in the order in which the definition asks for them; immutable. */
public final class Ledger {

    private final Map<String, LedgerEntry> entries;
    private final List<SurvivalSeries> survival;
    private final Map<String, List<LedgerEntry>> byPrefix;

    private Ledger(Map<String, LedgerEntry> entries, List<SurvivalSeries> survival) {
        this.entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
        this.survival = List.copyOf(survival);
        this.byPrefix = byPrefix(entries.values());
    }

    private static Map<String, List<LedgerEntry>> byPrefix(Collection<LedgerEntry> entries) {
        Map<String, List<LedgerEntry>> byPrefix = new HashMap<>();
        for (LedgerEntry entry : entries) {
            String key = entry.key().text();
            for (int end = key.indexOf('.'); end >= 0; end = key.indexOf('.', end + 1)) {
                byPrefix.computeIfAbsent(key.substring(0, end), prefix -> new ArrayList<>())
                        .add(entry);
            }
            byPrefix.computeIfAbsent(key, prefix -> new ArrayList<>()).add(entry);
        }
        return byPrefix;
    }

    /**
     * @throws IllegalArgumentException if a key stands twice
     */
    public static Ledger of(Collection<LedgerEntry> entries) {
        return of(entries, List.of());
    }

    /**
     * @param survival curves that charts draw
     * @throws IllegalArgumentException if a key stands twice
     */
    public static Ledger of(Collection<LedgerEntry> entries, List<SurvivalSeries> survival) {
        Map<String, LedgerEntry> byKey = new LinkedHashMap<>();
        for (LedgerEntry entry : entries) {
            if (byKey.putIfAbsent(entry.key().text(), entry) != null) {
                throw new IllegalArgumentException("key = " + entry.key() + ": stands twice");
            }
        }
        return new Ledger(byKey, survival);
    }

    public Optional<LedgerEntry> get(String key) {
        return Optional.ofNullable(entries.get(key));
    }

    public List<LedgerEntry> entries() {
        return List.copyOf(entries.values());
    }

    public List<String> keys() {
        return List.copyOf(entries.keySet());
    }

    /** The entries at or below a prefix of a key. */
    public List<LedgerEntry> below(String prefix) {
        return Collections.unmodifiableList(byPrefix.getOrDefault(prefix, List.of()));
    }

    /** The names that may follow a prefix, in order. */
    public List<String> children(String prefix) {
        Set<String> names = new LinkedHashSet<>();
        int start = prefix.isEmpty() ? 0 : prefix.length() + 1;
        for (LedgerEntry entry : prefix.isEmpty() ? entries.values() : below(prefix)) {
            String key = entry.key().text();
            if (key.length() > start) {
                int dot = key.indexOf('.', start);
                names.add(dot < 0 ? key.substring(start) : key.substring(start, dot));
            }
        }
        return List.copyOf(names);
    }

    /** The survival curves at or below a prefix of a key. */
    public List<SurvivalSeries> survivalBelow(String prefix) {
        return survival.stream().filter(s -> s.key().isBelow(prefix)).toList();
    }

    /** All survival curves. */
    public List<SurvivalSeries> survival() {
        return survival;
    }

    public int size() {
        return entries.size();
    }
}
