package org.countersign.analysis;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.countersign.stats.Computation;
import org.countersign.stats.Procedure;
import org.countersign.stats.Quantity;
import org.countersign.stats.QuantityKind;
import org.countersign.stats.Rival;

/**
 * One number and where it came from.
 *
 * @param key its name
 * @param subject what it is a number of: "Change in EE, Intervention"
 * @param quantity id, label, kind and value at full precision, or why there is none
 * @param display as a reader sees it
 * @param unit of a measurement
 * @param procedure that yielded it, exactly as done
 * @param provenance of its analysis
 * @param n observations used
 * @param missing observations of the population left out because a value is missing
 * @param within what narrows the analysis's population down to the rows that the number is about
 * @param rivals the same quantities under other conventions
 */
public record LedgerEntry(
        ResultKey key,
        String subject,
        Quantity quantity,
        String display,
        Optional<String> unit,
        Procedure procedure,
        Provenance provenance,
        long n,
        long missing,
        List<Restriction> within,
        List<Rival> rivals) {

    /** The unit of a difference of two percentages. */
    public static final String PERCENTAGE_POINTS = "percentage points";

    public LedgerEntry {
        requireNonNull(key);
        requireNonNull(subject);
        requireNonNull(quantity);
        requireNonNull(display);
        requireNonNull(unit);
        requireNonNull(procedure);
        requireNonNull(provenance);
        within = List.copyOf(within);
        rivals = List.copyOf(rivals);
        if (n < 0 || missing < 0) {
            throw new IllegalArgumentException("n = " + n + ", missing = " + missing + ": expected counts");
        }
    }

    public Computation<Double> value() {
        return quantity.value();
    }

    public QuantityKind kind() {
        return quantity.kind();
    }

    /** The display in running text, where a difference of percentages must say that it is none itself. */
    public String displayInProse() {
        return kind() == QuantityKind.PROPORTION_DIFFERENCE && value().isComputed()
                ? display + " " + PERCENTAGE_POINTS
                : display;
    }

    /** The rows that it is about, in words: "all rows of students; Arm: Control". */
    public String population() {
        StringBuilder words = new StringBuilder(provenance.population());
        within.forEach(r -> words.append("; ").append(r.words()));
        return words.toString();
    }

    /** The rows that it is about, as an expression; empty if they are all rows of the dataset. */
    public Optional<String> filter() {
        List<String> conditions = new ArrayList<>();
        provenance.filter().ifPresent(conditions::add);
        within.forEach(r -> conditions.add(r.expression()));
        return switch (conditions.size()) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of(conditions.get(0));
            default -> Optional.of("(" + String.join(") and (", conditions) + ")");
        };
    }

    /** "median of change in EE, Intervention". */
    public String description() {
        return subject.isEmpty() ? quantity.label() : quantity.label() + " of " + subject;
    }
}
