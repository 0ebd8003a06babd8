package org.countersign.audit.checks;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * What a check says about one set of reported numbers.
 *
 * @param verdict whether they fit together
 * @param reported the number in question, as printed
 * @param recomputed what the others allow for it
 * @param decision whether the side of alpha changes
 * @param message what was compared with what, one sentence without a final full stop
 * @param explanations what may lie behind a finding, the likeliest kinds first
 */
public record Assessment(
        Verdict verdict,
        String reported,
        Optional<RecomputedRange> recomputed,
        Decision decision,
        String message,
        List<String> explanations) {

    public Assessment {
        requireNonNull(verdict);
        requireNonNull(reported);
        requireNonNull(recomputed);
        requireNonNull(decision);
        requireNonNull(message);
        explanations = List.copyOf(explanations);
    }

    static Assessment consistent(String reported, RecomputedRange recomputed, String message) {
        return new Assessment(Verdict.CONSISTENT, reported, Optional.of(recomputed), Decision.KEPT, message, List.of());
    }

    static Assessment consistent(String reported, String message) {
        return new Assessment(Verdict.CONSISTENT, reported, Optional.empty(), Decision.KEPT, message, List.of());
    }

    static Assessment inconsistent(String reported, RecomputedRange recomputed, String message) {
        return new Assessment(
                Verdict.INCONSISTENT, reported, Optional.of(recomputed), Decision.KEPT, message, List.of());
    }

    static Assessment inconsistent(String reported, String message) {
        return new Assessment(Verdict.INCONSISTENT, reported, Optional.empty(), Decision.KEPT, message, List.of());
    }

    static Assessment notTestable(String reported, String reason) {
        return new Assessment(Verdict.NOT_TESTABLE, reported, Optional.empty(), Decision.KEPT, reason, List.of());
    }

    Assessment as(Verdict newVerdict) {
        return new Assessment(newVerdict, reported, recomputed, decision, message, explanations);
    }

    Assessment deciding(Decision newDecision) {
        return new Assessment(verdict, reported, recomputed, newDecision, message, explanations);
    }

    Assessment saying(String newMessage) {
        return new Assessment(verdict, reported, recomputed, decision, newMessage, explanations);
    }

    Assessment explained(List<String> newExplanations) {
        return new Assessment(verdict, reported, recomputed, decision, message, newExplanations);
    }
}
