package org.countersign.verify;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The verdicts of a study, in the order of its claims. */
public record Verdicts(List<Verdict> all) {

    public Verdicts {
        all = List.copyOf(all);
    }

    /** How many of each kind; kinds that do not occur are left out. */
    public Map<Verdict.Kind, Integer> counts() {
        Map<Verdict.Kind, Integer> counts = new EnumMap<>(Verdict.Kind.class);
        all.forEach(v -> counts.merge(v.kind(), 1, Integer::sum));
        return counts;
    }

    public int count(Verdict.Kind kind) {
        return (int) all.stream().filter(v -> v.kind() == kind).count();
    }

    /** By kind; among differences those first that turn significance or direction around. */
    public List<Verdict> worstFirst() {
        return all.stream()
                .sorted(Comparator.comparing(Verdict::kind).thenComparing(v -> v.flips() == Verdict.Flips.NOTHING))
                .toList();
    }

    /** Those that are not plainly reproduced, worst first. */
    public List<Verdict> remarkable() {
        return worstFirst().stream()
                .filter(v -> v.kind() != Verdict.Kind.REPRODUCED)
                .toList();
    }

    public boolean hasDifferences() {
        return count(Verdict.Kind.DIFFERS) > 0;
    }
}
