package org.countersign.study;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.countersign.diagnostics.SourceLocation;

/**
 * How records are made that agree with a study's claims.
 *
 * @param seed of the generator
 * @param steps the search takes at most, for each dataset
 * @param datasets what their first records look like, and what the search may change
 * @param plausible ranges that hold although nothing published says so
 */
public record ReconstructionSpec(long seed, int steps, List<DatasetPlan> datasets, List<Plausible> plausible) {

    public ReconstructionSpec {
        datasets = List.copyOf(datasets);
        plausible = List.copyOf(plausible);
    }

    /**
     * One dataset.
     *
     * @param dataset of the study
     * @param rows how many
     * @param columns how each begins
     * @param move columns that the search may change, in groups; a step changes columns of one group
     */
    public record DatasetPlan(LocatedText dataset, int rows, List<ColumnPlan> columns, List<List<LocatedText>> move) {
        public DatasetPlan {
            requireNonNull(dataset);
            columns = List.copyOf(columns);
            move = move.stream().map(List::copyOf).toList();
        }
    }

    /**
     * How columns begin.
     *
     * @param names the columns
     * @param kind of the beginning
     * @param numbers of the beginning, by name: {@code mean}, {@code sd}, {@code loading}
     * @param words of the beginning: a pattern, the column that is copied, the factor's name, the expression of a total
     * @param weights levels with counts or weights
     * @param location of the plan
     */
    public record ColumnPlan(
            List<LocatedText> names,
            Kind kind,
            Map<String, Double> numbers,
            Map<String, LocatedText> words,
            Map<String, Double> weights,
            SourceLocation location) {
        public ColumnPlan {
            names = List.copyOf(names);
            requireNonNull(kind);
            numbers = Collections.unmodifiableMap(new LinkedHashMap<>(numbers));
            words = Collections.unmodifiableMap(new LinkedHashMap<>(words));
            weights = Collections.unmodifiableMap(new LinkedHashMap<>(weights));
            requireNonNull(location);
        }

        public double number(String name, double otherwise) {
            return numbers.getOrDefault(name, otherwise);
        }

        public Optional<LocatedText> word(String name) {
            return Optional.ofNullable(words.get(name));
        }
    }

    /** How a column begins. */
    public enum Kind {
        /** Numbered texts. */
        SEQUENCE,
        /** Each level exactly so often, in order. */
        COUNTS,
        /** Levels at random with weights. */
        SAMPLE,
        /** Rounded normal numbers, within the variable's range; a shared factor makes columns correlate. */
        NORMAL,
        /** A copy of another column, some of its values changed at random. */
        COPY,
        /** Items that begin as copies and are changed until their sum follows an expression. */
        TOTAL
    }

    /**
     * A range that an entry should fall into.
     *
     * @param key of the entry
     * @param least allowed
     * @param greatest allowed
     */
    public record Plausible(LocatedText key, double least, double greatest) {
        public Plausible {
            requireNonNull(key);
        }
    }
}
