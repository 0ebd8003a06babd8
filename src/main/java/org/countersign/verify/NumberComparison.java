package org.countersign.verify;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.countersign.analysis.LedgerEntry;
import org.countersign.analysis.Wording;
import org.countersign.numbers.Comparison;
import org.countersign.numbers.Decimals;
import org.countersign.numbers.ReportedNumber;
import org.countersign.numbers.RoundingRule;
import org.countersign.stats.Computation;
import org.countersign.stats.Computed;
import org.countersign.stats.NotComputed;
import org.countersign.stats.Quantity;
import org.countersign.stats.QuantityKind;
import org.countersign.stats.Rival;
import org.countersign.study.Claim;

/**
 * One published number against one ledger entry: first as rounded to the nearest, then under rarer rounding rules, then
 * under the rival conventions that the method offers. The size of a fall is compared with the value whose sign is turned.
 */
final class NumberComparison {

    private static final List<RoundingRule> RARE = Verdict.ROUNDING_RULES.subList(1, Verdict.ROUNDING_RULES.size());

    private final Claim claim;
    private final ReportedNumber printed;
    private final LedgerEntry entry;
    private int tried;

    private NumberComparison(Claim claim, ReportedNumber printed, LedgerEntry entry) {
        this.claim = claim;
        this.printed = printed;
        this.entry = entry;
    }

    static Verdict compare(Claim claim, ReportedNumber printed, LedgerEntry entry) {
        return new NumberComparison(claim, printed, entry).compare();
    }

    private Verdict compare() {
        if (entry.value() instanceof NotComputed<Double> not) {
            return verdict(
                    Verdict.Kind.NOT_COMPUTABLE,
                    Optional.empty(),
                    Optional.empty(),
                    Verdict.Flips.NOTHING,
                    not.detail());
        }
        double value = onPrintedScale(((Computed<Double>) entry.value()).value());
        if (covers(value, RoundingRule.HALF_UP_OR_DOWN)) {
            return verdict(
                    Verdict.Kind.REPRODUCED, Optional.empty(), Optional.empty(), Verdict.Flips.NOTHING, is(value));
        }
        for (RoundingRule rule : RARE) {
            if (printed.comparison() == Comparison.EQUAL && covers(value, rule)) {
                return verdict(
                        Verdict.Kind.REPRODUCED_BY_ROUNDING,
                        Optional.of(rule.label()),
                        Optional.empty(),
                        Verdict.Flips.NOTHING,
                        is(value) + ", published as if rounded " + rule.label());
            }
        }
        Optional<Rival> match = matchingRival(value);
        if (match.isPresent()) {
            return verdict(
                    Verdict.Kind.REPRODUCED_BY_CONVENTION,
                    Optional.of(match.get().convention()),
                    Optional.empty(),
                    Verdict.Flips.NOTHING,
                    is(value) + "; the published value is the one with "
                            + match.get().convention()
                            + (tried == 1 ? " (the only one tried)" : " (one of " + tried + " conventions tried)"));
        }
        return differs(value);
    }

    private Optional<Rival> matchingRival(double computed) {
        Optional<Rival> match = Optional.empty();
        for (Rival rival : entry.rivals()) {
            Optional<Double> value = rivalValue(rival);
            if (value.isEmpty() || turnsRound(computed, onPrintedScale(value.get()))) {
                continue;
            }
            tried++;
            if (match.isEmpty() && covers(onPrintedScale(value.get()), RoundingRule.HALF_UP_OR_DOWN)) {
                match = Optional.of(rival);
            }
        }
        return match;
    }

    private Optional<Double> rivalValue(Rival rival) {
        for (Quantity quantity : rival.quantities().get()) {
            if (quantity.id().equals(entry.quantity().id())) {
                Computation<Double> value = quantity.value();
                return value instanceof Computed<Double> computed ? Optional.of(computed.value()) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    private Verdict differs(double value) {
        if (!Double.isFinite(value)) {
            return verdict(
                    Verdict.Kind.DIFFERS,
                    Optional.empty(),
                    Optional.empty(),
                    Verdict.Flips.NOTHING,
                    entry.description() + " is infinite");
        }
        BigDecimal off = Decimals.of(value)
                .subtract(printed.value())
                .divide(printed.unit(), 1, RoundingMode.HALF_UP)
                .stripTrailingZeros();
        Verdict.Flips flips = flips(value);
        String consequence = switch (flips) {
            case SIGNIFICANCE -> "; significance at " + claim.alpha() + " turns around";
            case DIRECTION -> "; the direction turns around";
            case NOTHING -> "";
        };
        String away = printed.comparison() == Comparison.EQUAL
                ? ", " + off.abs().toPlainString()
                        + (off.abs().compareTo(BigDecimal.ONE) == 0 ? " unit" : " units")
                        + " of the last published place away"
                : "";
        String rivals = switch (tried) {
            case 0 -> "";
            case 1 -> "; the one other convention tried does not match";
            default -> "; none of " + tried + " conventions matches";
        };
        return verdict(
                Verdict.Kind.DIFFERS,
                Optional.empty(),
                Optional.of(off.toPlainString()),
                flips,
                is(value) + away + consequence + rivals);
    }

    private Verdict.Flips flips(double value) {
        double published = printed.value().doubleValue();
        if (entry.kind() == QuantityKind.P_VALUE) {
            boolean publishedSignificant = published < claim.alpha()
                    || (printed.comparison() == Comparison.LESS && published <= claim.alpha());
            return publishedSignificant == value < claim.alpha() ? Verdict.Flips.NOTHING : Verdict.Flips.SIGNIFICANCE;
        }
        OptionalDouble none = Wording.noEffect(entry);
        return none.isPresent() && (published - none.getAsDouble()) * (value - none.getAsDouble()) < 0
                ? Verdict.Flips.DIRECTION
                : Verdict.Flips.NOTHING;
    }

    private double onPrintedScale(double value) {
        double scaled = onScaleOf(printed, entry.kind(), value);
        return claim.isSizeOfFall() ? -scaled : scaled;
    }

    /** What rose has not fallen, however little "by less than" or a rarer rounding rule leave of it. */
    private boolean covers(double value, RoundingRule rule) {
        boolean exact = rule == RoundingRule.HALF_UP_OR_DOWN && printed.comparison() == Comparison.EQUAL;
        boolean rose = claim.isSizeOfFall() && value < 0 && printed.value().signum() >= 0;
        return (exact || !rose) && printed.covers(value, rule);
    }

    /** A rise is no fall of the other group's difference: where the word is claimed, so is what is taken from what. */
    private boolean turnsRound(double computed, double rival) {
        return claim.isSizeOfFall() && computed * rival < 0;
    }

    private String is(double value) {
        if (!claim.isSizeOfFall()) {
            return entry.description() + " is " + full(value);
        }
        String what = value > 0 ? "a fall of " + full(value) : value < 0 ? "a rise" : "no change";
        return entry.description() + " is " + full(-value) + ", " + what;
    }

    /** A proportion may be printed as a percentage, with or without its sign; everything else is printed as it is. */
    static double onScaleOf(ReportedNumber printed, QuantityKind kind, double value) {
        boolean proportion = kind == QuantityKind.PROPORTION || kind == QuantityKind.PROPORTION_DIFFERENCE;
        boolean hundredfold =
                proportion && (printed.percent() || printed.value().abs().compareTo(BigDecimal.ONE) > 0);
        return hundredfold ? Decimals.of(value).movePointRight(2).doubleValue() : value;
    }

    /** Four more digits than were published, enough to see which way it rounds. */
    private String full(double value) {
        int decimals = Math.max(0, printed.decimals()) + 4;
        BigDecimal text =
                Decimals.of(value).setScale(decimals, RoundingMode.HALF_EVEN).stripTrailingZeros();
        return (text.scale() < 0 ? text.setScale(0) : text).toPlainString().replace('-', '\u2212');
    }

    private Verdict verdict(
            Verdict.Kind kind,
            Optional<String> by,
            Optional<String> unitsOff,
            Verdict.Flips flips,
            String explanation) {
        return new Verdict(
                claim, printed.text(), entry.key(), kind, entry.display(), by, unitsOff, flips, tried, explanation);
    }
}
