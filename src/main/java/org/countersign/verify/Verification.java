package org.countersign.verify;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything that a verification found: the verdicts on the claims and, where the paper was given, the numbers in it that
 * no claim covers.
 *
 * @param verdicts on the study's claims
 * @param published the paper, if one was given
 */
public record Verification(Verdicts verdicts, Optional<PublishedText> published) {

    public Verification {
        requireNonNull(verdicts);
        requireNonNull(published);
    }

    /** Claims against data alone. */
    public static Verification of(Verdicts verdicts) {
        return new Verification(verdicts, Optional.empty());
    }

    /** The numbers of the paper that nothing accounts for, in their order. */
    public List<PublishedCoverage.Unclaimed> unclaimed() {
        return published.map(p -> p.coverage().unclaimed()).orElse(List.of());
    }

    /** How many of each kind, unclaimed numbers among them, worst first; kinds that do not occur are left out. */
    public Map<Verdict.Kind, Integer> counts() {
        Map<Verdict.Kind, Integer> counts = new EnumMap<>(Verdict.Kind.class);
        counts.putAll(verdicts.counts());
        if (!unclaimed().isEmpty()) {
            counts.put(Verdict.Kind.UNCLAIMED, unclaimed().size());
        }
        return counts;
    }

    public int count(Verdict.Kind kind) {
        return counts().getOrDefault(kind, 0);
    }

    /** Verdicts and unclaimed numbers together. */
    public int total() {
        return verdicts.all().size() + unclaimed().size();
    }

    /** Claims that yielded a verdict. */
    public int claims() {
        return (int) verdicts.all().stream().map(Verdict::claim).distinct().count();
    }

    /** Verdicts on printed numbers. */
    public int numbers() {
        return verdicts.all().size() - words();
    }

    /** Verdicts on words: a direction, significance, a majority, names. */
    public int words() {
        return (int) verdicts.all().stream().filter(v -> v.claim().isOfWords()).count();
    }

    /** The conventions under which numbers are reproduced, and how many numbers each of them reproduces. */
    public Map<String, Integer> conventions() {
        return by(Verdict.Kind.REPRODUCED_BY_CONVENTION);
    }

    /** The rarer rounding rules under which numbers are reproduced, and how many numbers each of them reproduces. */
    public Map<String, Integer> roundings() {
        return by(Verdict.Kind.REPRODUCED_BY_ROUNDING);
    }

    /** Comparisons with rival conventions, over all numbers; the more there are, the weaker is one match. */
    public int conventionsTried() {
        return verdicts.all().stream().mapToInt(Verdict::conventionsTried).sum();
    }

    /**
     * What a reviewer should know beside the verdicts. A rarer rounding rule that a single number needs while others of
     * the paper are rounded to the nearest is more likely a slip than a rule: an author who cuts digits off cuts them off
     * throughout.
     */
    public List<String> notes() {
        List<String> notes = new ArrayList<>();
        int toTheNearest = (int) verdicts.all().stream()
                .filter(v -> v.kind() == Verdict.Kind.REPRODUCED)
                .filter(v -> !v.claim().isOfWords())
                .count();
        for (Verdict v : verdicts.all()) {
            if (v.kind() == Verdict.Kind.REPRODUCED_BY_ROUNDING
                    && roundings().getOrDefault(v.by().orElse(""), 0) == 1
                    && toTheNearest > 0) {
                notes.add("Only " + v.printed() + " (claim " + v.claim().id() + ") needs rounding "
                        + v.by().orElse("") + "; " + toTheNearest + " other published "
                        + (toTheNearest == 1 ? "number is" : "numbers are")
                        + " rounded to the nearest. A slip is as likely as the rule.");
            }
        }
        return notes;
    }

    private Map<String, Integer> by(Verdict.Kind kind) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (Verdict v : verdicts.all()) {
            if (v.kind() == kind) {
                counts.merge(v.by().orElse(""), 1, Integer::sum);
            }
        }
        return counts;
    }
}
