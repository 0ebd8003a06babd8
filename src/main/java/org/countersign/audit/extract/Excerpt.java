package org.countersign.audit.extract;

import static java.util.Objects.requireNonNull;

import org.countersign.audit.text.Place;

/**
 * The text from which a result was read.
 *
 * @param start offset of its first character in the article's text
 * @param end offset behind its last character
 * @param text exactly as printed
 * @param place of its first character in the source
 * @param sentence in which it stands
 */
public record Excerpt(int start, int end, String text, Place place, Sentence sentence) {

    public Excerpt {
        requireNonNull(text);
        requireNonNull(place);
        requireNonNull(sentence);
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("start = " + start + ", end = " + end + ": expected 0 <= start <= end");
        }
    }
}
