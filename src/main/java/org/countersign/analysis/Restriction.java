package org.countersign.analysis;

import static java.util.Objects.requireNonNull;

import org.countersign.dataset.CategoryColumn;
import org.countersign.dataset.Column;
import org.countersign.study.Level;

/**
 * What narrows a population down to the rows that a number is about.
 *
 * @param words for a reader: "Arm: Control"
 * @param expression the same in the language of populations: {@code arm = "control"}
 */
public record Restriction(String words, String expression) {

    public Restriction {
        requireNonNull(words);
        requireNonNull(expression);
    }

    /** The rows with one level of a variable. */
    public static Restriction level(CategoryColumn column, Level level) {
        String quote = level.code().contains("\"") ? "'" : "\"";
        return new Restriction(
                column.variable().label() + ": " + level.label(),
                column.variable().name() + " = " + quote + level.code() + quote);
    }

    /** The rows that have a value of a variable. */
    public static Restriction known(Column column) {
        return new Restriction(
                column.variable().label() + " is known",
                "not missing(" + column.variable().name() + ")");
    }
}
