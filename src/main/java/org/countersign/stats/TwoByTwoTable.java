package org.countersign.stats;

import java.util.function.Supplier;

/**
 * Counts of two groups by a binary outcome.
 *
 * @param events1 with the outcome in group 1 (exposed, intervention)
 * @param others1 without the outcome in group 1
 * @param events2 with the outcome in group 2 (unexposed, control)
 * @param others2 without the outcome in group 2
 */
public record TwoByTwoTable(long events1, long others1, long events2, long others2) {

    /**
     * @throws IllegalArgumentException if a count is negative
     */
    public TwoByTwoTable {
        Require.notNegative("events1", events1);
        Require.notNegative("others1", others1);
        Require.notNegative("events2", events2);
        Require.notNegative("others2", others2);
    }

    /** From events and group sizes: 27 of 295 against 52 of 307. */
    public static TwoByTwoTable ofGroups(long events1, long n1, long events2, long n2) {
        Require.that(events1 >= 0 && events1 <= n1, "events1", events1, "a whole number from 0 to n1 = " + n1);
        Require.that(events2 >= 0 && events2 <= n2, "events2", events2, "a whole number from 0 to n2 = " + n2);
        return new TwoByTwoTable(events1, n1 - events1, events2, n2 - events2);
    }

    /** Size of group 1. */
    public long n1() {
        return events1 + others1;
    }

    /** Size of group 2. */
    public long n2() {
        return events2 + others2;
    }

    public long total() {
        return n1() + n2();
    }

    /** Events in both groups. */
    public long events() {
        return events1 + events2;
    }

    /** Proportion of events in group 1; the group must not be empty. */
    public double risk1() {
        return (double) events1 / n1();
    }

    /** Proportion of events in group 2; the group must not be empty. */
    public double risk2() {
        return (double) events2 / n2();
    }

    /** The groups in the other order. */
    public TwoByTwoTable groupsSwapped() {
        return new TwoByTwoTable(events2, others2, events1, others1);
    }

    /** The complementary outcome. */
    public TwoByTwoTable outcomeSwapped() {
        return new TwoByTwoTable(others1, events1, others2, events2);
    }

    public ContingencyTable toContingencyTable() {
        return ContingencyTable.of(new long[][] {{events1, others1}, {events2, others2}});
    }

    /** Why no comparison is possible, if it is not: a group without observations. */
    <T> Computation<T> unlessEmptyGroup(Supplier<Computation<T>> otherwise) {
        if (n1() == 0 || n2() == 0) {
            return Computation.notComputed(
                    NotComputed.Reason.NO_OBSERVATIONS,
                    "group " + (n1() == 0 ? 1 : 2) + " has no observations",
                    "check the grouping variable and the population's filter");
        }
        return otherwise.get();
    }

    /** The quantities that every comparison of two proportions carries: risks, events and sizes. */
    void addGroups(Quantities quantities) {
        quantities
                .add("risk1", "proportion in group 1", QuantityKind.PROPORTION, risk1())
                .add("risk2", "proportion in group 2", QuantityKind.PROPORTION, risk2())
                .count("events1", "events in group 1", events1)
                .count("events2", "events in group 2", events2)
                .count("n1", "size of group 1", n1())
                .count("n2", "size of group 2", n2());
    }
}
