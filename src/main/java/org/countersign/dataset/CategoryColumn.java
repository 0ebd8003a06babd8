package org.countersign.dataset;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.List;
import org.countersign.study.Level;
import org.countersign.study.VariableSpec;

/** Levels of a categorical variable, as indexes into its declaration. */
public final class CategoryColumn implements Column {

    /** What {@link #level} gives for a missing value. */
    public static final int MISSING = -1;

    private final VariableSpec variable;
    private final short[] levels;

    private CategoryColumn(VariableSpec variable, short[] levels) {
        this.variable = variable;
        this.levels = levels;
    }

    @Override
    public VariableSpec variable() {
        return variable;
    }

    @Override
    public int rows() {
        return levels.length;
    }

    @Override
    public boolean isMissing(int row) {
        return levels[row] == MISSING;
    }

    /** Index into {@link #levels()}, {@link #MISSING} for a missing value. */
    public int level(int row) {
        return levels[row];
    }

    public List<Level> levels() {
        return variable.levels();
    }

    /** Collects level indexes. */
    public static final class Builder {
        private final VariableSpec variable;
        private short[] levels = new short[256];
        private int used;

        public Builder(VariableSpec variable) {
            this.variable = requireNonNull(variable);
        }

        public void add(int level) {
            if (used == levels.length) {
                levels = Arrays.copyOf(levels, used + (used >> 1));
            }
            levels[used++] = (short) level;
        }

        public CategoryColumn build() {
            return new CategoryColumn(variable, Arrays.copyOf(levels, used));
        }
    }
}
