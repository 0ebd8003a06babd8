package org.countersign.stats;

import java.util.List;

/** What every procedure yields: named quantities, the procedure's name and source, and the rival conventions. */
public interface StatisticResult {

    /** What was done, exactly: the variant that was used, for a footnote. */
    Procedure procedure();

    /** In the order in which a reader expects them: estimate, interval, statistic, degrees of freedom, p, counts. */
    List<Quantity> quantities();

    /**
     * The quantity with this id.
     *
     * @throws IllegalArgumentException if there is none, with the ids that there are
     */
    default Quantity quantity(String id) {
        for (Quantity quantity : quantities()) {
            if (quantity.id().equals(id)) {
                return quantity;
            }
        }
        throw new IllegalArgumentException("id = " + id + ": expected one of "
                + quantities().stream().map(Quantity::id).toList());
    }

    /** The same quantities under the field's other conventions, each computed only when asked for. */
    default List<Rival> rivals() {
        return List.of();
    }
}
