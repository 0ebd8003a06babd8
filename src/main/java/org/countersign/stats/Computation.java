package org.countersign.stats;

import java.util.function.Function;

/**
 * What a procedure yields on valid data: a value, or the reason why the data do not determine one.
 *
 * @param <T> what was asked for
 */
public sealed interface Computation<T> permits Computed, NotComputed {

    static <T> Computation<T> of(T value) {
        return new Computed<>(value);
    }

    /**
     * @param detail what about this data stands in the way, one sentence
     * @param advice what the author can do
     */
    static <T> Computation<T> notComputed(NotComputed.Reason reason, String detail, String advice) {
        return new NotComputed<>(reason, detail, advice);
    }

    /** Where valid data lead beyond what a double can hold. */
    static <T> Computation<T> unrepresentable() {
        return new NotComputed<>(
                NotComputed.Reason.UNDEFINED,
                "the values are so large or so small that their squares leave the range of numbers",
                "express the variables in other units");
    }

    <R> Computation<R> map(Function<? super T, ? extends R> function);

    <R> Computation<R> flatMap(Function<? super T, Computation<R>> function);

    boolean isComputed();

    /**
     * @throws IllegalStateException with the reason, if there is no value
     */
    T orElseThrow();
}
