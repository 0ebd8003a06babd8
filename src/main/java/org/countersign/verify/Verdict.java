package org.countersign.verify;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import org.countersign.analysis.ResultKey;
import org.countersign.numbers.RoundingRule;
import org.countersign.study.Claim;

/**
 * What the data say of one published number or statement.
 *
 * @param claim that it belongs to
 * @param printed the number or the words as published
 * @param key the ledger entry that it is compared with
 * @param kind the verdict
 * @param computed the entry as displayed
 * @param by rounding rule or convention under which it is reproduced, if only under that
 * @param unitsOff how far the computed value is from the published one, in units of its last place; for a difference
 * @param flips what a difference turns around
 * @param conventionsTried rivals that were compared before the verdict; a match among many is weaker
 * @param explanation one sentence for a reviewer
 */
public record Verdict(
        Claim claim,
        String printed,
        ResultKey key,
        Kind kind,
        String computed,
        Optional<String> by,
        Optional<String> unitsOff,
        Flips flips,
        int conventionsTried,
        String explanation) {

    public Verdict {
        requireNonNull(claim);
        requireNonNull(printed);
        requireNonNull(key);
        requireNonNull(kind);
        requireNonNull(computed);
        requireNonNull(by);
        requireNonNull(unitsOff);
        requireNonNull(flips);
        requireNonNull(explanation);
    }

    /** The rules that a printed number is tried under, in this order; the first is the default. */
    public static final List<RoundingRule> ROUNDING_RULES =
            List.of(RoundingRule.HALF_UP_OR_DOWN, RoundingRule.TRUNCATE, RoundingRule.FLOOR, RoundingRule.CEILING);

    /** The verdicts, worst first. */
    public enum Kind {
        DIFFERS("differs", "differs"),
        NOT_COMPUTABLE("not-computable", "not computable"),
        UNCLAIMED("unclaimed", "unclaimed"),
        REPRODUCED_BY_CONVENTION("reproduced-by-convention", "reproduced by convention"),
        REPRODUCED_BY_ROUNDING("reproduced-by-rounding", "reproduced by rounding"),
        REPRODUCED("reproduced", "reproduced");

        private final String id;
        private final String label;

        Kind(String id, String label) {
            this.id = id;
            this.label = label;
        }

        public String id() {
            return id;
        }

        public String label() {
            return label;
        }

        public boolean isReproduced() {
            return this == REPRODUCED || this == REPRODUCED_BY_CONVENTION || this == REPRODUCED_BY_ROUNDING;
        }
    }

    /** What a difference turns around. */
    public enum Flips {
        NOTHING,
        SIGNIFICANCE,
        DIRECTION
    }

    /** What was published, for a reader: the words or the number, which may be the size of a fall. */
    public String published() {
        return claim.isSizeOfFall() ? "a fall of " + printed : printed;
    }

    /** The explanation, and what the study's author says about the claim. */
    public String told() {
        return explanation + claim.note().map(note -> "; note: " + note).orElse("");
    }
}
