package org.countersign.analysis.methods;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import org.countersign.analysis.Results;
import org.countersign.stats.QuantityKind;

/** What a comparison of all pairs has for each pair, the later against the earlier: {@code b-vs-a.estimate}. */
final class PairwiseKeys {

    private PairwiseKeys() {}

    /** The pairs of some samples, with the kind of their difference. */
    static List<Results.Expected> of(List<String> names, QuantityKind kind) {
        return of(names, kind, (later, earlier) -> true);
    }

    /** The pairs in which one of the {@code absent} takes part. */
    static List<Results.Expected> involving(List<String> names, List<String> absent, QuantityKind kind) {
        return of(names, kind, (later, earlier) -> absent.contains(later) || absent.contains(earlier));
    }

    private static List<Results.Expected> of(
            List<String> names, QuantityKind kind, BiPredicate<String, String> wanted) {
        List<Results.Expected> expected = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            for (int j = i + 1; j < names.size(); j++) {
                if (wanted.test(names.get(j), names.get(i))) {
                    String slug = names.get(j) + "-vs-" + names.get(i);
                    String which = ", " + names.get(j) + " minus " + names.get(i);
                    expected.add(new Results.Expected(slug + ".estimate", "difference" + which, kind));
                    expected.add(new Results.Expected(slug + ".p", "adjusted P-value" + which, QuantityKind.P_VALUE));
                }
            }
        }
        return List.copyOf(expected);
    }
}
