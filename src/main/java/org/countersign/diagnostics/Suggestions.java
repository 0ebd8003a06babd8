package org.countersign.diagnostics;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** "Did you mean ...?" for a name that is not among the known ones. */
public final class Suggestions {

    private Suggestions() {}

    /** A hint that names the nearest known name, or lists the known ones when they are few; empty when neither helps. */
    public static Optional<String> hint(String found, Collection<String> known) {
        Optional<String> nearest = nearest(found, known);
        if (nearest.isPresent()) {
            return Optional.of("did you mean `" + nearest.get() + "`?");
        }
        if (known.isEmpty() || known.size() > 24) {
            return Optional.empty();
        }
        return Optional.of("known here: " + String.join(", ", known));
    }

    /** The known name that differs in at most a third of its letters; the first of several equally near. */
    public static Optional<String> nearest(String found, Collection<String> known) {
        String sought = found.toLowerCase(Locale.ROOT);
        record Near(String name, int distance) {}
        List<Near> near = known.stream()
                .map(name -> new Near(name, distance(sought, name.toLowerCase(Locale.ROOT))))
                .filter(n -> n.distance() >= 0)
                .sorted(Comparator.comparingInt(Near::distance)
                        .thenComparing(n -> -commonPrefix(sought, n.name().toLowerCase(Locale.ROOT))))
                .toList();
        return near.isEmpty() ? Optional.empty() : Optional.of(near.get(0).name());
    }

    private static int commonPrefix(String a, String b) {
        int i = 0;
        while (i < Math.min(a.length(), b.length()) && a.charAt(i) == b.charAt(i)) {
            i++;
        }
        return i;
    }

    /** Whether the two differ by one swap of neighbours, the commonest slip of all. */
    private static boolean isTransposed(String a, String b) {
        int i = commonPrefix(a, b);
        return a.length() == b.length()
                && i + 1 < a.length()
                && a.charAt(i) == b.charAt(i + 1)
                && a.charAt(i + 1) == b.charAt(i)
                && a.substring(i + 2).equals(b.substring(i + 2));
    }

    /** Numbers and signs that look alike are not slips of one another. */
    private static boolean hasLetter(String text) {
        return text.chars().anyMatch(Character::isLetter);
    }

    /** The two texts' distance; negative if they are too far apart. */
    private static int distance(String found, String name) {
        if (!hasLetter(found) || !hasLetter(name)) {
            return -1;
        }
        if (isTransposed(found, name)) {
            return 1;
        }
        int threshold = Math.max(1, Math.max(found.length(), name.length()) / 3);
        return new LevenshteinDistance(threshold).apply(found, name);
    }
}
