package org.countersign.reconstruct;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.countersign.diagnostics.Diagnostics;

/** Finds targets that no records can meet together, before any are sought. */
final class Contradictions {

    /** Quantities of one thing that must be in order: the first not above the second. */
    private static final List<List<String>> ORDERED = List.of(
            List.of("min", "q1"),
            List.of("q1", "median"),
            List.of("median", "q3"),
            List.of("q3", "max"),
            List.of("ci.lower", "estimate"),
            List.of("estimate", "ci.upper"),
            List.of("ci.lower", "ci.upper"),
            List.of("events", "n"),
            List.of("q1", "q3"),
            List.of("min", "max"));

    private Contradictions() {}

    static void report(List<Target> targets, Diagnostics diagnostics) {
        for (int i = 0; i < targets.size(); i++) {
            for (int j = i + 1; j < targets.size(); j++) {
                Target a = targets.get(i);
                Target b = targets.get(j);
                if (a.contradicts(b)) {
                    diagnostics.error(
                            "contradictory-targets",
                            b.location().location(),
                            "no value of `" + a.key() + "` is both " + a.wanted() + " and " + b.wanted(),
                            "one of the two claims is about another number, or was printed wrongly");
                }
            }
        }
        order(targets, diagnostics);
    }

    private static void order(List<Target> targets, Diagnostics diagnostics) {
        Map<String, Target> byKey = new HashMap<>();
        targets.forEach(t -> byKey.putIfAbsent(t.key(), t));
        for (Target low : targets) {
            for (List<String> pair : ORDERED) {
                String suffix = "." + pair.get(0);
                if (!low.key().endsWith(suffix)) {
                    continue;
                }
                String stem = low.key().substring(0, low.key().length() - suffix.length());
                Target high = byKey.get(stem + "." + pair.get(1));
                if (high != null && low.least() > high.greatest()) {
                    diagnostics.error(
                            "contradictory-targets",
                            low.location().location(),
                            "`" + low.key() + "` (" + low.wanted() + ") cannot be above `" + high.key() + "` ("
                                    + high.wanted() + ")",
                            "one of the two was printed wrongly, or the claim names the wrong key");
                }
            }
        }
    }
}
