package org.countersign.analysis;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every number of a study, by key, in the order in which the definition asks for them; immutable. */
public final class Ledger {

    private final Map<ResultKey, LedgerEntry> entries;
    private final List<SurvivalSeries> survival;

    private Ledger(Map<ResultKey, LedgerEntry> entries, List<SurvivalSeries> survival) {
        this.entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
        this.survival = List.copyOf(survival);
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
        Map<ResultKey, LedgerEntry> byKey = new LinkedHashMap<>();
        for (LedgerEntry entry : entries) {
            if (byKey.putIfAbsent(entry.key(), entry) != null) {
                throw new IllegalArgumentException("key = " + entry.key() + ": stands twice");
            }
        }
        return new Ledger(byKey, survival);
    }

    public Optional<LedgerEntry> get(String key) {
        return ResultKey.FORM.matcher(key).matches()
                ? Optional.ofNullable(entries.get(ResultKey.of(key)))
                : Optional.empty();
    }

    public List<LedgerEntry> entries() {
        return List.copyOf(entries.values());
    }

    public List<String> keys() {
        return entries.keySet().stream().map(ResultKey::text).toList();
    }

    /** The entries at or below a prefix of a key. */
    public List<LedgerEntry> below(String prefix) {
        return entries.values().stream().filter(e -> e.key().isBelow(prefix)).toList();
    }

    /** The names that may follow a prefix, in order. */
    public List<String> children(String prefix) {
        List<String> names = new ArrayList<>();
        String start = prefix.isEmpty() ? "" : prefix + ".";
        for (ResultKey key : entries.keySet()) {
            if (key.text().startsWith(start)) {
                String rest = key.text().substring(start.length());
                int dot = rest.indexOf('.');
                String name = dot < 0 ? rest : rest.substring(0, dot);
                if (!names.contains(name)) {
                    names.add(name);
                }
            }
        }
        return names;
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
