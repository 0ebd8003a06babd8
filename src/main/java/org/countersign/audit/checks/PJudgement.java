package org.countersign.audit.checks;

import java.math.BigDecimal;
import org.countersign.audit.extract.ReportedP;
import org.countersign.numbers.Comparison;
import org.countersign.numbers.Decimals;
import org.countersign.numbers.ReportedNumber;
import org.countersign.numbers.RoundingInterval;
import org.countersign.numbers.RoundingRule;

/** Compares a reported p-value with the range that other numbers allow for it. */
final class PJudgement {

    private PJudgement() {}

    /** The values that a reported p stands for; "ns" stands for those above alpha. */
    static RoundingInterval interval(ReportedP p, CheckOptions options, RoundingRule rule) {
        return p.number().map(n -> n.interval(rule)).orElseGet(() -> RoundingInterval.above(options.alpha(), false));
    }

    static boolean fits(ReportedP p, Bounds recomputed, CheckOptions options, RoundingRule rule) {
        return recomputed.meets(interval(p, options, rule));
    }

    /** Whether the recomputed point p is on the other side of alpha than the reported one surely is. */
    static Decision decision(ReportedP p, double pointP, CheckOptions options) {
        boolean recomputedSignificant = Decimals.of(pointP).compareTo(options.alpha()) <= 0;
        boolean flips =
                recomputedSignificant ? isSurelyNot(p, options.alpha()) : isSurelySignificant(p, options.alpha());
        return flips ? Decision.FLIPPED : Decision.KEPT;
    }

    /** Whether the reported p, as printed, is at most alpha. */
    static boolean isSurelySignificant(ReportedP p, BigDecimal alpha) {
        if (p.number().isEmpty()) {
            return false;
        }
        ReportedNumber number = p.number().get();
        boolean upper = number.comparison() == Comparison.GREATER || number.comparison() == Comparison.GREATER_OR_EQUAL;
        return !upper && number.value().compareTo(alpha) <= 0;
    }

    /** Whether the reported p, as printed, is above alpha. */
    static boolean isSurelyNot(ReportedP p, BigDecimal alpha) {
        if (p.number().isEmpty()) {
            return true;
        }
        ReportedNumber number = p.number().get();
        return switch (number.comparison()) {
            case EQUAL -> number.value().compareTo(alpha) > 0;
            case GREATER -> number.value().compareTo(alpha) >= 0;
            case GREATER_OR_EQUAL -> number.value().compareTo(alpha) > 0;
            case LESS, LESS_OR_EQUAL -> false;
        };
    }

    /** p outside (0, 1]: an error of its own, not of the comparison. */
    static boolean isImpossible(ReportedP p) {
        return p.number().isPresent()
                && p.number().get().comparison() != Comparison.GREATER
                && (p.number().get().value().signum() < 0
                        || p.number().get().comparison() == Comparison.EQUAL
                                && p.number().get().value().compareTo(BigDecimal.ONE) > 0);
    }
}
