package org.countersign.stats;

import static java.util.Objects.requireNonNull;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The same quantities under another of the field's conventions.
 *
 * @param id stable kebab-case id, such as {@code divisor-n} or {@code quantile-type-6}
 * @param convention for a reader: "standard deviation with divisor n"
 * @param quantities computed when asked for; ids are those of the result's own quantities, only those that the
 *     convention touches
 */
public record Rival(String id, String convention, Supplier<List<Quantity>> quantities) {

    public Rival {
        requireNonNull(id);
        requireNonNull(convention);
        requireNonNull(quantities);
    }

    /**
     * The quantities of {@code own} that another convention changes; none where the other convention cannot be
     * computed on these data.
     */
    static Rival differing(
            StatisticResult own,
            String id,
            String convention,
            Supplier<? extends Computation<? extends StatisticResult>> other) {
        return new Rival(
                id,
                convention,
                () -> other.get() instanceof Computed<? extends StatisticResult> computed
                        ? changed(own.quantities(), computed.value().quantities())
                        : List.of());
    }

    private static List<Quantity> changed(List<Quantity> own, List<Quantity> others) {
        Map<String, Computation<Double>> values = new LinkedHashMap<>();
        own.forEach(quantity -> values.put(quantity.id(), quantity.value()));
        return others.stream()
                .filter(other ->
                        values.containsKey(other.id()) && !other.value().equals(values.get(other.id())))
                .toList();
    }
}
