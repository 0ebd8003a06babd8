package org.countersign.analysis.methods;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.countersign.stats.Procedure;
import org.countersign.stats.Quantity;
import org.countersign.stats.Rival;
import org.countersign.stats.StatisticResult;

/**
 * A result with the reason for choosing its procedure in the procedure's label.
 *
 * @param result as computed
 * @param why for a footnote
 */
record Explained(StatisticResult result, String why) implements StatisticResult {

    Explained {
        requireNonNull(result);
        requireNonNull(why);
    }

    @Override
    public Procedure procedure() {
        Procedure own = result.procedure();
        return new Procedure(own.id(), own.label() + " (" + why + ")", own.references());
    }

    @Override
    public List<Quantity> quantities() {
        return result.quantities();
    }

    @Override
    public List<Rival> rivals() {
        return result.rivals();
    }
}
