package org.countersign.analysis;

import java.util.Optional;
import java.util.OptionalDouble;
import org.countersign.stats.Computed;
import org.countersign.stats.QuantityKind;

/** What words can say of a number, and which numbers they can be said of. */
public enum Wording {
    /** "rose", "fell": of what has a value that means no effect, 0 or, for ratios, 1. */
    DIRECTION("a difference, a change, a coefficient or a ratio"),
    /** "fell by": of what is 0 without an effect; a ratio falls by a share of itself. */
    SIZE("a difference, a change or a coefficient"),
    /** "significant": of a p-value. */
    SIGNIFICANCE("a p-value"),
    /** "most", "a minority": of a proportion, against one half. */
    MAJORITY("a proportion");

    private final String needs;

    Wording(String needs) {
        this.needs = needs;
    }

    /** The numbers that it can be said of, for a reader: "a p-value". */
    public String needs() {
        return needs;
    }

    /** Whether it can be said of an entry. */
    public boolean suits(LedgerEntry entry) {
        return switch (this) {
            case DIRECTION -> noEffect(entry).isPresent();
            case SIZE -> noEffect(entry).equals(OptionalDouble.of(0));
            case SIGNIFICANCE -> entry.kind() == QuantityKind.P_VALUE;
            case MAJORITY -> entry.kind() == QuantityKind.PROPORTION;
        };
    }

    /**
     * An entry of the same result that it could be said of: its p-value, its estimate.
     *
     * @param entry that it cannot be said of
     */
    public Optional<ResultKey> instead(Ledger ledger, LedgerEntry entry) {
        String result = entry.key().text().replaceFirst("\\.[^.]*$", "");
        return ledger.below(result).stream()
                .filter(this::suits)
                .map(LedgerEntry::key)
                .findFirst();
    }

    /** The value of an entry that means no effect: 1 for a ratio, 0 for a difference or coefficient. */
    public static OptionalDouble noEffect(LedgerEntry entry) {
        return switch (entry.kind()) {
            case RATIO -> OptionalDouble.of(1);
            case MEASUREMENT, COEFFICIENT, DIMENSIONLESS, PROPORTION_DIFFERENCE -> OptionalDouble.of(0);
            case COUNT, PROPORTION, STATISTIC, DEGREES_OF_FREEDOM, P_VALUE -> OptionalDouble.empty();
        };
    }

    /** -1, 0 or 1: below, at or above no effect; empty if it was not computed or has no direction. */
    public static Optional<Integer> sign(LedgerEntry entry) {
        OptionalDouble none = noEffect(entry);
        return none.isPresent() && entry.value() instanceof Computed<Double> computed
                ? Optional.of((int) Math.signum(computed.value() - none.getAsDouble()))
                : Optional.empty();
    }
}
