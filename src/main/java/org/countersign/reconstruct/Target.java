package org.countersign.reconstruct;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.countersign.analysis.Ledger;
import org.countersign.analysis.LedgerEntry;
import org.countersign.numbers.Comparison;
import org.countersign.numbers.ReportedNumber;
import org.countersign.numbers.RoundingInterval;
import org.countersign.stats.Computed;
import org.countersign.stats.QuantityKind;
import org.countersign.study.Claim;
import org.countersign.study.LocatedText;
import org.countersign.study.ReconstructionSpec.Plausible;
import org.countersign.verify.ClaimVerifier;

/**
 * An interval into which an entry must fall.
 *
 * @param key of the entry
 * @param wanted for a reader: "\u22120.2, from -0.2 [-0.5 to 0.2]"
 * @param least lower end
 * @param leastBelongs whether the end itself belongs
 * @param greatest upper end
 * @param greatestBelongs whether the end itself belongs
 * @param unit in which a distance is told: one unit in the last printed place
 * @param percent whether the ends are percentages
 * @param location of the claim
 */
record Target(
        String key,
        String wanted,
        double least,
        boolean leastBelongs,
        double greatest,
        boolean greatestBelongs,
        double unit,
        boolean percent,
        LocatedText location) {

    /** Kept from the ends of a rounding interval, in units: a half that may round either way meets no target. */
    private static final double MARGIN = 0.01;

    /** How far off an entry is that could not be computed. */
    private static final double NOT_COMPUTED = 1000;

    /** The targets of a study's claims; statements about names have none. */
    static List<Target> of(List<Claim> claims, List<Plausible> plausible) {
        List<Target> targets = new ArrayList<>();
        for (Claim claim : claims) {
            if (claim.isOfWords()) {
                claim.keys()
                        .forEach(keys ->
                                keys.forEach(key -> statement(claim, key).ifPresent(targets::add)));
                continue;
            }
            List<ReportedNumber> numbers = ClaimVerifier.numbers(claim);
            for (int i = 0; i < Math.min(numbers.size(), claim.keys().size()); i++) {
                for (LocatedText key : claim.keys().get(i)) {
                    targets.add(number(claim, numbers.get(i), key));
                }
            }
        }
        for (Plausible p : plausible) {
            double width = Math.max((p.greatest() - p.least()) / 10, 1e-9);
            targets.add(new Target(
                    p.key().text(),
                    p.least() + " to " + p.greatest() + ", plausible",
                    p.least(),
                    true,
                    p.greatest(),
                    true,
                    width,
                    false,
                    p.key()));
        }
        return targets;
    }

    private static Target number(Claim claim, ReportedNumber number, LocatedText key) {
        RoundingInterval interval = claim.isSizeOfFall() ? fall(number.interval()) : number.interval();
        double margin =
                number.comparison() == Comparison.EQUAL ? MARGIN * number.unit().doubleValue() : 0;
        return new Target(
                key.text(),
                (claim.isSizeOfFall() ? "a fall of " : "") + number.text() + ", from \u201c" + claim.text() + "\u201d",
                interval.lowerAsDouble() + margin,
                interval.lowerClosed(),
                interval.upperAsDouble() - margin,
                interval.upperClosed(),
                number.unit().doubleValue(),
                number.percent() || number.value().abs().compareTo(BigDecimal.ONE) > 0,
                claim.text());
    }

    /** What a fall of some size is: not above zero where the size is only said to be less than a number. */
    private static RoundingInterval fall(RoundingInterval size) {
        boolean open = size.lower().isEmpty()
                && size.upper().filter(most -> most.signum() >= 0).isPresent();
        RoundingInterval fall = size.negated();
        return open ? new RoundingInterval(fall.lower(), fall.lowerClosed(), Optional.of(BigDecimal.ZERO), true) : fall;
    }

    private static Optional<Target> statement(Claim claim, LocatedText key) {
        double none = Double.NEGATIVE_INFINITY;
        double all = Double.POSITIVE_INFINITY;
        return switch (claim.says().orElseThrow()) {
            case DECREASED -> Optional.of(words(claim, key, none, false, 0, false, 1));
            case INCREASED -> Optional.of(words(claim, key, 0, false, all, false, 1));
            case SIGNIFICANT -> Optional.of(words(claim, key, none, false, claim.alpha(), false, 0.01));
            case NOT_SIGNIFICANT -> Optional.of(words(claim, key, claim.alpha(), true, all, false, 0.01));
            case MAJORITY -> Optional.of(words(claim, key, 0.5, false, all, false, 0.01));
            case MINORITY -> Optional.of(words(claim, key, none, false, 0.5, false, 0.01));
            case DECREASED_BY, NAMES -> Optional.empty();
        };
    }

    private static Target words(
            Claim claim,
            LocatedText key,
            double least,
            boolean leastBelongs,
            double greatest,
            boolean greatestBelongs,
            double unit) {
        return new Target(
                key.text(),
                "\u201c" + claim.text() + "\u201d",
                least,
                leastBelongs,
                greatest,
                greatestBelongs,
                unit,
                false,
                claim.text());
    }

    /** How far an entry is from the interval, in units; 0 inside. */
    double distance(Ledger ledger) {
        Optional<LedgerEntry> entry = ledger.get(key);
        if (entry.isEmpty() || !(entry.get().value() instanceof Computed<Double> computed)) {
            return NOT_COMPUTED;
        }
        boolean hundredfold = percent && entry.get().kind() == QuantityKind.PROPORTION;
        double value = hundredfold ? computed.value() * 100 : computed.value();
        if (value < least || (value == least && !leastBelongs)) {
            return (least - value) / unit + (leastBelongs ? 0 : 1e-6);
        }
        if (value > greatest || (value == greatest && !greatestBelongs)) {
            return (value - greatest) / unit + (greatestBelongs ? 0 : 1e-6);
        }
        return 0;
    }

    /** Whether no value can meet both. */
    boolean contradicts(Target other) {
        if (!key.equals(other.key) || percent != other.percent) {
            return false;
        }
        double low = Math.max(least, other.least);
        double high = Math.min(greatest, other.greatest);
        return low > high
                || (low == high
                        && !((low > least || leastBelongs)
                                && (low > other.least || other.leastBelongs)
                                && (high < greatest || greatestBelongs)
                                && (high < other.greatest || other.greatestBelongs)));
    }
}
