package org.countersign.stats;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Writes a result's quantities down in order, under the ids that are the same everywhere. */
final class Quantities {

    private final List<Quantity> list = new ArrayList<>();

    Quantities add(String id, String label, QuantityKind kind, double value) {
        list.add(Quantity.of(id, label, kind, value));
        return this;
    }

    Quantities add(String id, String label, QuantityKind kind, Computation<Double> value) {
        list.add(Quantity.of(id, label, kind, value));
        return this;
    }

    Quantities addAll(List<Quantity> quantities) {
        list.addAll(quantities);
        return this;
    }

    Quantities estimate(String label, QuantityKind kind, double value) {
        return add("estimate", label, kind, value);
    }

    Quantities standardError(double value) {
        return add("se", "standard error", QuantityKind.MEASUREMENT, value);
    }

    Quantities interval(QuantityKind kind, ConfidenceInterval interval) {
        return interval("ci", kind, interval);
    }

    Quantities interval(String prefix, QuantityKind kind, ConfidenceInterval interval) {
        add(prefix + ".lower", lowerLabel(interval.level()), kind, interval.lower());
        return add(prefix + ".upper", upperLabel(interval.level()), kind, interval.upper());
    }

    Quantities interval(QuantityKind kind, double level, Computation<ConfidenceInterval> interval) {
        return interval("ci", kind, level, interval);
    }

    Quantities interval(String prefix, QuantityKind kind, double level, Computation<ConfidenceInterval> interval) {
        add(prefix + ".lower", lowerLabel(level), kind, interval.map(ConfidenceInterval::lower));
        return add(prefix + ".upper", upperLabel(level), kind, interval.map(ConfidenceInterval::upper));
    }

    Quantities statistic(String label, double value) {
        return add("statistic", label, QuantityKind.STATISTIC, value);
    }

    Quantities degreesOfFreedom(double value) {
        return add("df", "degrees of freedom", QuantityKind.DEGREES_OF_FREEDOM, value);
    }

    Quantities p(double value) {
        return add("p", "P-value", QuantityKind.P_VALUE, Math.min(1, Math.max(0, value)));
    }

    Quantities count(String id, String label, long value) {
        return add(id, label, QuantityKind.COUNT, value);
    }

    List<Quantity> list() {
        return List.copyOf(list);
    }

    static String lowerLabel(double level) {
        return "lower limit of the " + percent(level) + " confidence interval";
    }

    static String upperLabel(double level) {
        return "upper limit of the " + percent(level) + " confidence interval";
    }

    static String percent(double level) {
        return BigDecimal.valueOf(level).movePointRight(2).stripTrailingZeros().toPlainString() + "%";
    }
}
