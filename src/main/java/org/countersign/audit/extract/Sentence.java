package org.countersign.audit.extract;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * One sentence of an article.
 *
 * @param index 0-based, in reading order
 * @param paragraph 0-based number of its paragraph
 * @param start offset of its first character
 * @param end offset behind its last character
 * @param cues what its words say about its numbers
 */
public record Sentence(int index, int paragraph, int start, int end, Set<Cue> cues) {

    public Sentence {
        if (index < 0 || start < 0 || end < start) {
            throw new IllegalArgumentException(
                    "index = " + index + ", start = " + start + ", end = " + end + ": expected 0 <= start <= end");
        }
        EnumSet<Cue> copy = EnumSet.noneOf(Cue.class);
        copy.addAll(cues);
        cues = Collections.unmodifiableSet(copy);
    }

    /** The same with one more cue. */
    Sentence with(Cue cue) {
        EnumSet<Cue> more = EnumSet.of(cue);
        more.addAll(cues);
        return new Sentence(index, paragraph, start, end, more);
    }

    public boolean says(Cue cue) {
        return cues.contains(cue);
    }
}
