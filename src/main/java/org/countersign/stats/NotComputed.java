package org.countersign.stats;

import static java.util.Objects.requireNonNull;

import java.util.function.Function;

/**
 * Valid data that do not determine the quantity.
 *
 * @param reason which of the known reasons
 * @param detail what about this data stands in the way, one sentence
 * @param advice what the author can do
 */
public record NotComputed<T>(Reason reason, String detail, String advice) implements Computation<T> {

    public NotComputed {
        requireNonNull(reason);
        requireNonNull(detail);
        requireNonNull(advice);
    }

    /** Why a statistic cannot be computed. */
    public enum Reason {
        NO_OBSERVATIONS,
        TOO_FEW_OBSERVATIONS,
        CONSTANT_DATA,
        NO_EVENTS,
        ZERO_CELL,
        SEPARATION,
        SINGULAR_DESIGN,
        NO_CONVERGENCE,
        NOT_REACHED,
        /** The exact computation would take too long or too much memory on this machine. */
        TOO_LARGE,
        UNDEFINED
    }

    @Override
    public <R> Computation<R> map(Function<? super T, ? extends R> function) {
        return new NotComputed<>(reason, detail, advice);
    }

    @Override
    public <R> Computation<R> flatMap(Function<? super T, Computation<R>> function) {
        return new NotComputed<>(reason, detail, advice);
    }

    @Override
    public boolean isComputed() {
        return false;
    }

    @Override
    public T orElseThrow() {
        throw new IllegalStateException(reason + ": " + detail);
    }
}
