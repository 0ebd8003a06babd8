package org.countersign.analysis;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.countersign.stats.Computed;
import org.countersign.stats.Quantity;
import org.countersign.stats.QuantityKind;
import org.jspecify.annotations.Nullable;

/**
 * How many decimals estimates with an interval need beyond the usual: enough that the standard error is not lost in
 * rounding, and that no limit is printed as the value of no effect unless it is that value. "0.0 (0.0 to 0.0)" and "1.00
 * to 1.31; P = .04" tell a reader nothing, or the wrong thing.
 */
final class Precision {

    private static final int MOST_MORE = 3;
    private static final List<String> PARTS = List.of("estimate", "ci.lower", "ci.upper", "se");
    private static final Set<QuantityKind> KINDS =
            Set.of(QuantityKind.MEASUREMENT, QuantityKind.RATIO, QuantityKind.COEFFICIENT, QuantityKind.DIMENSIONLESS);

    private final Map<String, Integer> more = new LinkedHashMap<>();

    /**
     * @param quantities of one result
     * @param decimals of its measurements, as usual
     */
    Precision(List<Quantity> quantities, int decimals) {
        Map<String, Quantity> byId = new LinkedHashMap<>();
        quantities.forEach(q -> byId.put(q.id(), q));
        for (Quantity quantity : quantities) {
            String prefix = prefix(quantity.id(), "estimate");
            if (prefix == null || !KINDS.contains(quantity.kind())) {
                continue;
            }
            int usual = quantity.kind() == QuantityKind.MEASUREMENT ? decimals + 1 : 2;
            int needed = usual;
            while (needed < usual + MOST_MORE && loses(byId, prefix, quantity, needed)) {
                needed++;
            }
            for (String part : PARTS) {
                if (needed > usual && byId.containsKey(prefix + part)) {
                    more.put(prefix + part, needed);
                }
            }
        }
    }

    /** Decimals of a quantity if it needs more than usual. */
    Optional<Integer> decimals(Quantity quantity) {
        return KINDS.contains(quantity.kind()) ? Optional.ofNullable(more.get(quantity.id())) : Optional.empty();
    }

    /** What stands before the last part of an id; null if it has another last part. */
    private static @Nullable String prefix(String id, String last) {
        if (id.equals(last)) {
            return "";
        }
        return id.endsWith("." + last) ? id.substring(0, id.length() - last.length()) : null;
    }

    private static boolean loses(Map<String, Quantity> byId, String prefix, Quantity estimate, int decimals) {
        double half = 0.5 * Math.pow(10, -decimals);
        double none = estimate.kind() == QuantityKind.RATIO ? 1 : 0;
        OptionalDouble lower = value(byId.get(prefix + "ci.lower"));
        OptionalDouble upper = value(byId.get(prefix + "ci.upper"));
        if (lower.isEmpty() || upper.isEmpty()) {
            return false;
        }
        double quarter = (upper.getAsDouble() - lower.getAsDouble()) / 4;
        return quarter > 0 && quarter < half
                || isPrintedAs(none, lower.getAsDouble(), half)
                || isPrintedAs(none, upper.getAsDouble(), half);
    }

    private static boolean isPrintedAs(double none, double limit, double half) {
        return limit != none && Math.abs(limit - none) < half;
    }

    private static OptionalDouble value(@Nullable Quantity quantity) {
        return quantity != null && quantity.value() instanceof Computed<Double> c && Double.isFinite(c.value())
                ? OptionalDouble.of(c.value())
                : OptionalDouble.empty();
    }
}
