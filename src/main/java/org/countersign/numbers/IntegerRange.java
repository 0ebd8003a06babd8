package org.countersign.numbers;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * The whole numbers of a bounded interval, by exact arithmetic.
 *
 * @param first smallest
 * @param last largest; below {@code first} when the interval holds no whole number
 */
public record IntegerRange(BigInteger first, BigInteger last) {

    public IntegerRange {
        requireNonNull(first);
        requireNonNull(last);
    }

    /**
     * @param interval bounded on both sides
     * @throws IllegalArgumentException if an end of {@code interval} is missing
     */
    public static IntegerRange within(RoundingInterval interval) {
        BigDecimal lower = interval.lower().orElseThrow(() -> unbounded(interval));
        BigDecimal upper = interval.upper().orElseThrow(() -> unbounded(interval));
        BigInteger first = lower.setScale(0, RoundingMode.CEILING).toBigIntegerExact();
        BigInteger last = upper.setScale(0, RoundingMode.FLOOR).toBigIntegerExact();
        if (!interval.lowerClosed() && lower.compareTo(new BigDecimal(first)) == 0) {
            first = first.add(BigInteger.ONE);
        }
        if (!interval.upperClosed() && upper.compareTo(new BigDecimal(last)) == 0) {
            last = last.subtract(BigInteger.ONE);
        }
        return new IntegerRange(first, last);
    }

    public boolean isEmpty() {
        return first.compareTo(last) > 0;
    }

    /** How many whole numbers, {@link Long#MAX_VALUE} when they are more than that. */
    public long size() {
        BigInteger size = last.subtract(first).add(BigInteger.ONE);
        return size.signum() <= 0 ? 0 : size.bitLength() > 62 ? Long.MAX_VALUE : size.longValue();
    }

    private static IllegalArgumentException unbounded(RoundingInterval interval) {
        return new IllegalArgumentException("interval = " + interval + ": expected one bounded on both sides");
    }
}
