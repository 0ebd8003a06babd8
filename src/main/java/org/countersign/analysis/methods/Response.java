package org.countersign.analysis.methods;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoublePredicate;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntUnaryOperator;
import org.countersign.analysis.AnalysisInput;
import org.countersign.dataset.CategoryColumn;
import org.countersign.dataset.Column;
import org.countersign.dataset.NumberColumn;

/** The left-hand side of a regression: what is modelled, in the form that its kind of model takes. */
sealed interface Response {

    /** The variables that a row must have a value of. */
    List<Column> columns();

    /** A number as it is. */
    record Measured(NumberColumn column) implements Response {
        public Measured {
            requireNonNull(column);
        }

        @Override
        public List<Column> columns() {
            return List.of(column);
        }

        double[] values(CompleteRows rows) {
            return rows.array(rows.numbers(column));
        }
    }

    /** A count, with the time at risk where that differs between rows. */
    record Counted(NumberColumn column, Optional<NumberColumn> time) implements Response {
        public Counted {
            requireNonNull(column);
        }

        @Override
        public List<Column> columns() {
            List<Column> columns = new ArrayList<>(List.of(column));
            time.ifPresent(columns::add);
            return columns;
        }

        double[] values(CompleteRows rows) {
            return rows.array(rows.numbers(column));
        }

        /** Logarithm of the time at risk; empty without one. */
        double[] offset(CompleteRows rows) {
            return time.map(t -> {
                        IntToDoubleFunction times = rows.numbers(t);
                        return rows.array(i -> Math.log(times.applyAsDouble(i)));
                    })
                    .orElseGet(() -> new double[0]);
        }
    }

    /** Whether something happened. */
    record Event(CategoryColumn column, IntPredicate isEvent) implements Response {
        public Event {
            requireNonNull(column);
            requireNonNull(isEvent);
        }

        @Override
        public List<Column> columns() {
            return List.of(column);
        }

        /** 1 for the event, 0 for its absence. */
        double[] values(CompleteRows rows) {
            IntUnaryOperator levels = rows.levels(column);
            return rows.array(i -> isEvent.test(levels.applyAsInt(i)) ? 1 : 0);
        }
    }

    /** Levels in their order. */
    record Ordered(CategoryColumn column) implements Response {
        public Ordered {
            requireNonNull(column);
        }

        @Override
        public List<Column> columns() {
            return List.of(column);
        }

        /** The levels that occur, as indexes into the declaration. */
        List<Integer> occurring(CompleteRows rows) {
            IntUnaryOperator levels = rows.levels(column);
            boolean[] used = new boolean[column.levels().size()];
            for (int i = 0; i < rows.size(); i++) {
                used[levels.applyAsInt(i)] = true;
            }
            List<Integer> occurring = new ArrayList<>();
            for (int level = 0; level < used.length; level++) {
                if (used[level]) {
                    occurring.add(level);
                }
            }
            return occurring;
        }

        /** Each row's level by its rank among those that occur. */
        int[] values(CompleteRows rows) {
            List<Integer> occurring = occurring(rows);
            IntUnaryOperator levels = rows.levels(column);
            int[] values = new int[rows.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = occurring.indexOf(levels.applyAsInt(i));
            }
            return values;
        }
    }

    /** A time and whether the event happened at it. */
    record Survival(NumberColumn time, CategoryColumn event, IntPredicate isEvent) implements Response {
        public Survival {
            requireNonNull(time);
            requireNonNull(event);
            requireNonNull(isEvent);
        }

        @Override
        public List<Column> columns() {
            return List.of(time, event);
        }

        double[] times(CompleteRows rows) {
            return rows.array(rows.numbers(time));
        }

        boolean[] events(CompleteRows rows) {
            IntUnaryOperator levels = rows.levels(event);
            boolean[] events = new boolean[rows.size()];
            for (int i = 0; i < events.length; i++) {
                events[i] = isEvent.test(levels.applyAsInt(i));
            }
            return events;
        }
    }

    /** The outcome as a number. */
    static Optional<Response> measured(AnalysisInput input) {
        return number(input).map(Measured::new);
    }

    /** The outcome as a count; {@code time}, if there is one, is the time at risk. */
    static Optional<Response> counted(AnalysisInput input) {
        Optional<NumberColumn> time = input.optional("time").map(NumberColumn.class::cast);
        Optional<NumberColumn> count = number(input);
        if (count.isEmpty()
                || !all(input, count.get(), n -> n >= 0 && n == Math.rint(n), "whole numbers from nought upwards")
                || (time.isPresent() && !all(input, time.get(), t -> t > 0, "times above nought"))) {
            return Optional.empty();
        }
        return Optional.of(new Counted(count.get(), time));
    }

    /** The outcome as an event. */
    static Optional<Response> event(AnalysisInput input) {
        return category(input)
                .flatMap(outcome ->
                        Parameters.events(input, outcome).map(which -> new Event(outcome, level -> which[level])));
    }

    /** The outcome as ordered levels. */
    static Optional<Response> ordered(AnalysisInput input) {
        return category(input).map(Ordered::new);
    }

    /** The time and the outcome as an event at it. */
    static Optional<Response> survival(AnalysisInput input) {
        Optional<Column> time = input.optional("time");
        if (time.isEmpty()) {
            input.diagnostics()
                    .error(
                            "missing-key",
                            input.location(),
                            "a model of survival needs the follow-up time",
                            "time: the variable");
            return Optional.empty();
        }
        NumberColumn times = (NumberColumn) time.get();
        if (!all(input, times, t -> t >= 0, "times from nought upwards")) {
            return Optional.empty();
        }
        return category(input)
                .flatMap(outcome -> Parameters.events(input, outcome)
                        .map(which -> new Survival(times, outcome, level -> which[level])));
    }

    private static Optional<NumberColumn> number(AnalysisInput input) {
        if (input.one("outcome") instanceof NumberColumn number) {
            return Optional.of(number);
        }
        return wrong(input, "a number");
    }

    private static Optional<CategoryColumn> category(AnalysisInput input) {
        if (input.one("outcome") instanceof CategoryColumn category) {
            return Optional.of(category);
        }
        return wrong(input, "a category");
    }

    private static <T> Optional<T> wrong(AnalysisInput input, String expected) {
        input.diagnostics()
                .error(
                        "wrong-variable-type",
                        input.location(),
                        "`" + input.one("outcome").variable().name() + "`: expected " + expected
                                + " as the outcome of this model",
                        "see `countersign list methods`");
        return Optional.empty();
    }

    private static boolean all(AnalysisInput input, NumberColumn column, DoublePredicate fits, String expected) {
        boolean[] sound = {true};
        input.rows().forEach(row -> {
            double value = column.valueOrNaN(row);
            sound[0] &= Double.isNaN(value) || fits.test(value);
        });
        if (!sound[0]) {
            input.diagnostics()
                    .error(
                            "out-of-range",
                            input.location(),
                            "`" + column.variable().name() + "`: expected " + expected,
                            "declare a `range`, which tells the rows, or name a population without them");
        }
        return sound[0];
    }
}
