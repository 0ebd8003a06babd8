package org.countersign.dataset;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.countersign.study.VariableSpec;

/**
 * Numbers; dates as days since 1970-01-01. Kept in chunks, each in the narrowest type that holds its values exactly, so
 * that a scale score costs one or two bytes a row.
 */
public final class NumberColumn implements Column {

    /** The magnitude up to which the procedures compute. */
    public static final double LARGEST = 1e300;

    private static final int CHUNK_BITS = 14;
    private static final int CHUNK = 1 << CHUNK_BITS;

    private final VariableSpec variable;
    private final List<Chunk> chunks;
    private final int rows;
    private final int decimals;

    private NumberColumn(VariableSpec variable, List<Chunk> chunks, int rows, int decimals) {
        this.variable = variable;
        this.chunks = List.copyOf(chunks);
        this.rows = rows;
        this.decimals = decimals;
    }

    @Override
    public VariableSpec variable() {
        return variable;
    }

    @Override
    public int rows() {
        return rows;
    }

    /** Digits behind the decimal point, as declared or else the most that a value shows. */
    public int decimals() {
        return variable.decimals().orElse(decimals);
    }

    @Override
    public boolean isMissing(int row) {
        return Double.isNaN(valueOrNaN(row));
    }

    /**
     * @throws IllegalArgumentException if the row's value is missing
     */
    public double value(int row) {
        double value = valueOrNaN(row);
        if (Double.isNaN(value)) {
            throw new IllegalArgumentException("row = " + row + ": the value of " + variable.name() + " is missing");
        }
        return value;
    }

    /** The value, NaN where it is missing: for loops that test and use it at once. */
    public double valueOrNaN(int row) {
        return chunks.get(row >> CHUNK_BITS).get(row & (CHUNK - 1));
    }

    private interface Chunk {
        double get(int index);
    }

    /** Collects values; NaN for a missing one. */
    public static final class Builder {
        private final VariableSpec variable;
        private final List<Chunk> chunks = new ArrayList<>();
        private double[] buffer = new double[64];
        private int used;
        private int decimals;

        public Builder(VariableSpec variable) {
            this.variable = requireNonNull(variable);
        }

        public void add(double value) {
            if (used == CHUNK) {
                flush();
            } else if (used == buffer.length) {
                buffer = Arrays.copyOf(buffer, Math.min(CHUNK, used * 4));
            }
            buffer[used++] = value;
        }

        /** Notes that a value was written with so many digits behind the point. */
        public void sawDecimals(int digits) {
            decimals = Math.max(decimals, digits);
        }

        public NumberColumn build() {
            int rows = chunks.size() * CHUNK + used;
            if (used > 0) {
                flush();
            }
            return new NumberColumn(variable, chunks, rows, decimals);
        }

        private void flush() {
            chunks.add(compact(buffer, used));
            used = 0;
        }

        private static Chunk compact(double[] values, int n) {
            boolean whole = true;
            double least = 0;
            double greatest = 0;
            for (int i = 0; i < n && whole; i++) {
                double v = values[i];
                if (!Double.isNaN(v)) {
                    whole = v == (int) v && !(v == 0 && 1 / v < 0);
                    least = Math.min(least, v);
                    greatest = Math.max(greatest, v);
                }
            }
            if (whole && least > Byte.MIN_VALUE && greatest <= Byte.MAX_VALUE) {
                byte[] bytes = new byte[n];
                for (int i = 0; i < n; i++) {
                    bytes[i] = Double.isNaN(values[i]) ? Byte.MIN_VALUE : (byte) values[i];
                }
                return index -> bytes[index] == Byte.MIN_VALUE ? Double.NaN : bytes[index];
            }
            if (whole && least > Short.MIN_VALUE && greatest <= Short.MAX_VALUE) {
                short[] shorts = new short[n];
                for (int i = 0; i < n; i++) {
                    shorts[i] = Double.isNaN(values[i]) ? Short.MIN_VALUE : (short) values[i];
                }
                return index -> shorts[index] == Short.MIN_VALUE ? Double.NaN : shorts[index];
            }
            double[] doubles = Arrays.copyOf(values, n);
            return index -> doubles[index];
        }
    }
}
