package org.countersign.dataset;

import java.util.BitSet;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;

/** Some rows of a dataset, in its order; immutable. */
public final class RowSet {

    private final BitSet rows;
    private final int total;

    private RowSet(BitSet rows, int total) {
        this.rows = rows;
        this.total = total;
    }

    public static RowSet all(int total) {
        BitSet rows = new BitSet(total);
        rows.set(0, total);
        return new RowSet(rows, total);
    }

    public static RowSet where(int total, IntPredicate belongs) {
        return all(total).and(belongs);
    }

    public RowSet and(IntPredicate belongs) {
        BitSet kept = new BitSet(total);
        for (int row = rows.nextSetBit(0); row >= 0; row = rows.nextSetBit(row + 1)) {
            if (belongs.test(row)) {
                kept.set(row);
            }
        }
        return new RowSet(kept, total);
    }

    public void forEach(IntConsumer action) {
        if (rows.cardinality() == total) {
            for (int row = 0; row < total; row++) {
                action.accept(row);
            }
            return;
        }
        for (int row = rows.nextSetBit(0); row >= 0; row = rows.nextSetBit(row + 1)) {
            action.accept(row);
        }
    }

    public boolean contains(int row) {
        return rows.get(row);
    }

    public int size() {
        return rows.cardinality();
    }

    /** Rows of the dataset, in the set or not. */
    public int total() {
        return total;
    }
}
