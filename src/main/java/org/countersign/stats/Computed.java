package org.countersign.stats;

import static java.util.Objects.requireNonNull;

import java.util.function.Function;

/** A value that the data determine; a number is finite. */
public record Computed<T>(T value) implements Computation<T> {

    /**
     * @throws IllegalArgumentException if {@code value} is a NaN: a procedure that cannot compute says why
     */
    public Computed {
        requireNonNull(value);
        if (value instanceof Double number && Double.isNaN(number)) {
            throw new IllegalArgumentException("value is NaN; expected a number, or NotComputed with its reason");
        }
    }

    @Override
    public <R> Computation<R> map(Function<? super T, ? extends R> function) {
        return new Computed<>(function.apply(value));
    }

    @Override
    public <R> Computation<R> flatMap(Function<? super T, Computation<R>> function) {
        return function.apply(value);
    }

    @Override
    public boolean isComputed() {
        return true;
    }

    @Override
    public T orElseThrow() {
        return value;
    }
}
