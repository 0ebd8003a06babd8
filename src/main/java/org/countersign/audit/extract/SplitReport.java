package org.countersign.audit.extract;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import org.countersign.numbers.ReportedNumber;

/**
 * A total and its parts, such as {@code 135 students (intervention = 51; control = 84)}.
 *
 * @param total of the parts, where it is printed
 * @param totalBinding how surely total and parts belong together
 * @param parts at least two
 */
public record SplitReport(Excerpt excerpt, Optional<ReportedNumber> total, TotalBinding totalBinding, List<Part> parts)
        implements ReportedResult {

    /** How surely a total belongs to the parts. */
    public enum TotalBinding {
        /** The bracket of the parts stands behind the total. */
        BRACKET,
        /** "Of whom": the parts exclude each other, but more may belong to the total. */
        SUBSET,
        /** Same sentence. */
        SENTENCE,
        /** The sentence before. */
        NEIGHBOUR
    }

    /**
     * One group.
     *
     * @param label words that name it, in lower case
     * @param count how many
     */
    public record Part(String label, ReportedNumber count) {

        public Part {
            requireNonNull(label);
            requireNonNull(count);
        }
    }

    public SplitReport {
        requireNonNull(excerpt);
        requireNonNull(total);
        requireNonNull(totalBinding);
        parts = List.copyOf(parts);
        if (parts.size() < 2) {
            throw new IllegalArgumentException("parts has " + parts.size() + " members; expected at least 2");
        }
    }

    /** Whether the groups are those of women and men, not arms of a study. */
    public boolean isBySex() {
        return parts.stream().anyMatch(part -> Words.isMale(part.label()) || Words.isFemale(part.label()));
    }

    @Override
    public String type() {
        return "groups";
    }

    @Override
    public List<NamedValue> values() {
        ValueList values = new ValueList().add("total", total);
        for (Part part : parts) {
            values.add("part", part.count());
        }
        return values.list();
    }
}
