package org.countersign.stats;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.function.Supplier;

/**
 * A named sample, one of several that are compared.
 *
 * @param name for a reader
 * @param sample its observations
 */
public record Group(String name, FrequencyTable sample) {

    public Group {
        requireNonNull(name);
        requireNonNull(sample);
    }

    public static Group of(String name, double... sample) {
        return new Group(name, FrequencyTable.of(sample));
    }

    /** The part of a quantity's id that names a pair of groups: {@code b-vs-a}. */
    static String pairSlug(String first, String second) {
        return DesignMatrix.slugOf(first) + "-vs-" + DesignMatrix.slugOf(second);
    }

    /** Why groups cannot be compared, if they cannot: fewer than two, or one with too few observations. */
    static <T> Computation<T> unlessTooSmall(List<Group> groups, int smallest, Supplier<Computation<T>> otherwise) {
        Require.atLeast("number of groups", groups.size(), 2);
        for (Group group : groups) {
            if (group.sample.size() < smallest) {
                return Computation.notComputed(
                        group.sample.isEmpty()
                                ? NotComputed.Reason.NO_OBSERVATIONS
                                : NotComputed.Reason.TOO_FEW_OBSERVATIONS,
                        "group `" + group.name + "` has " + group.sample.size() + " observations",
                        "leave the group out or merge it with another");
            }
        }
        return otherwise.get();
    }
}
