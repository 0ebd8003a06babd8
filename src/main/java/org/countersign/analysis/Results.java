package org.countersign.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.countersign.stats.Computation;
import org.countersign.stats.Computed;
import org.countersign.stats.NotComputed;
import org.countersign.stats.Procedure;
import org.countersign.stats.Quantity;
import org.countersign.stats.QuantityKind;
import org.countersign.stats.Rival;
import org.countersign.stats.StatisticResult;

/** Collects what a method yields. Not thread-safe. */
public final class Results {

    /**
     * What a block of numbers is about.
     *
     * @param path what narrows the analysis down, such as the level of a group; may be empty
     * @param subject for a reader
     * @param decimals how precisely the outcome was measured
     * @param unit of the outcome
     * @param n observations used
     * @param missing observations left out
     * @param within what narrows the population down to the rows that the numbers are about
     */
    public record Subject(
            List<String> path,
            String subject,
            int decimals,
            Optional<String> unit,
            long n,
            long missing,
            List<Restriction> within) {
        public Subject {
            path = List.copyOf(path);
            within = List.copyOf(within);
        }

        /** About the population as a whole. */
        public Subject(List<String> path, String subject, int decimals, Optional<String> unit, long n, long missing) {
            this(path, subject, decimals, unit, n, missing, List.of());
        }

        public Subject at(String... more) {
            List<String> longer = new ArrayList<>(path);
            longer.addAll(List.of(more));
            return new Subject(longer, subject, decimals, unit, n, missing, within);
        }

        public Subject named(String newSubject) {
            return new Subject(path, newSubject, decimals, unit, n, missing, within);
        }

        /** About fewer rows than the population has. */
        public Subject within(List<Restriction> restrictions) {
            return new Subject(path, subject, decimals, unit, n, missing, restrictions);
        }
    }

    /** Quantities of one procedure about one subject. */
    record Block(Subject subject, Procedure procedure, List<Quantity> quantities, List<Rival> rivals) {}

    /** A survival curve of one subject. */
    record Curve(Subject subject, String label, List<SurvivalSeries.Point> points) {}

    private final List<Block> blocks = new ArrayList<>();
    private final List<Curve> curves = new ArrayList<>();

    /** Adds all quantities of a result. */
    public void add(Subject subject, StatisticResult result) {
        blocks.add(new Block(subject, result.procedure(), result.quantities(), result.rivals()));
    }

    /** Adds quantities that stand by themselves. */
    public void add(Subject subject, Procedure procedure, List<Quantity> quantities) {
        blocks.add(new Block(subject, procedure, quantities, List.of()));
    }

    /**
     * Adds the quantities of a result or, where it could not be computed, an entry with the reason for each quantity
     * that it would have had.
     *
     * @param planned procedure for a footnote if there is no result
     * @param expected quantities of a result
     */
    public void add(
            Subject subject,
            Computation<? extends StatisticResult> computation,
            Procedure planned,
            List<Expected> expected) {
        if (computation instanceof Computed<? extends StatisticResult> computed) {
            add(subject, computed.value());
        } else if (computation instanceof NotComputed<? extends StatisticResult> not) {
            add(
                    subject,
                    planned,
                    expected.stream()
                            .map(e -> Quantity.of(
                                    e.id(),
                                    e.label(),
                                    e.kind(),
                                    Computation.<Double>notComputed(not.reason(), not.detail(), not.advice())))
                            .toList());
        }
    }

    /** A quantity that a result has when it can be computed. */
    public record Expected(String id, String label, QuantityKind kind) {

        /** Estimate with interval of a given kind. */
        public static List<Expected> estimate(QuantityKind kind) {
            return List.of(
                    new Expected("estimate", "estimate", kind),
                    new Expected("ci.lower", "lower limit of the confidence interval", kind),
                    new Expected("ci.upper", "upper limit of the confidence interval", kind),
                    new Expected("p", "p-value", QuantityKind.P_VALUE));
        }

        public static List<Expected> pValue() {
            return List.of(new Expected("p", "p-value", QuantityKind.P_VALUE));
        }
    }

    /**
     * Adds a survival curve for charts.
     *
     * @param label of the group; empty for the whole
     */
    public void addCurve(Subject subject, String label, List<SurvivalSeries.Point> points) {
        curves.add(new Curve(subject, label, List.copyOf(points)));
    }

    List<Curve> curves() {
        return List.copyOf(curves);
    }

    List<Block> blocks() {
        return List.copyOf(blocks);
    }
}
