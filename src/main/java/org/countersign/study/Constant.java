package org.countersign.study;

import static java.util.Objects.requireNonNull;

/**
 * A text with a number in it that no data yield.
 *
 * @param text exactly as the prose has it, such as "4-week"
 * @param reason why it is fixed
 */
public record Constant(LocatedText text, String reason) {

    public Constant {
        requireNonNull(text);
        requireNonNull(reason);
    }
}
