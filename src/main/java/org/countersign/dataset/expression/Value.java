package org.countersign.dataset.expression;

import java.util.List;
import org.countersign.study.Level;
import org.jspecify.annotations.Nullable;

/** A compiled expression of one type; missing values follow from missing values. */
sealed interface Value {

    /** For messages. */
    String type();

    /** A number per row; NaN for a missing one. */
    non-sealed interface Numeric extends Value {
        double at(int row);

        @Override
        default String type() {
            return "a number";
        }
    }

    /** True, false or missing per row, as 1, 0, {@link #MISSING}: Kleene's three values. */
    non-sealed interface Logical extends Value {
        int MISSING = -1;

        int at(int row);

        @Override
        default String type() {
            return "true or false";
        }
    }

    /** An index into the levels per row; negative for a missing one. */
    interface Rows {
        int at(int row);
    }

    /** A level per row. */
    record Categorical(List<Level> levels, Rows rows) implements Value {
        public Categorical {
            levels = List.copyOf(levels);
        }

        @Override
        public String type() {
            return "a category";
        }
    }

    /** A text that stands in the expression. */
    record Text(String text) implements Value {
        @Override
        public String type() {
            return "a text";
        }
    }

    /** A text per row; null for a missing one. */
    non-sealed interface Texts extends Value {
        @Nullable
        String at(int row);

        @Override
        default String type() {
            return "a text column";
        }
    }
}
