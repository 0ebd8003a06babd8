package org.countersign.study;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * A published statement and the ledger entries that it is about.
 *
 * @param id stable within the study
 * @param text as published: the numbers, in their order, with as few words as place them
 * @param where in the publication, such as "Abstract, Results"
 * @param keys for each number of the text the ledger keys that must reproduce it; for words the keys they are about
 * @param says what the words claim, alone or of the numbers
 * @param values the names that the words list, such as the themes
 * @param alpha significance level behind "significant"
 * @param note for a reviewer
 */
public record Claim(
        String id,
        LocatedText text,
        Optional<String> where,
        List<List<LocatedText>> keys,
        Optional<Statement> says,
        List<LocatedText> values,
        double alpha,
        Optional<String> note) {

    public Claim {
        requireNonNull(id);
        requireNonNull(text);
        requireNonNull(where);
        keys = keys.stream().map(List::copyOf).toList();
        requireNonNull(says);
        values = List.copyOf(values);
        requireNonNull(note);
    }

    /** Whether words are the claim, and no number. */
    public boolean isOfWords() {
        return says.isPresent() && !isSizeOfFall();
    }

    /** Whether the numbers are printed without the sign that their words imply: "fell by 6.1" of a change of -6.14. */
    public boolean isSizeOfFall() {
        return says.filter(s -> s == Statement.DECREASED_BY).isPresent();
    }

    /** What words can claim of a number. */
    public enum Statement {
        /** A change or difference below zero. */
        DECREASED("decreased"),
        /** The printed number is how far a change or difference is below zero. */
        DECREASED_BY("decreased-by"),
        /** A change or difference above zero. */
        INCREASED("increased"),
        /** p below alpha. */
        SIGNIFICANT("significant"),
        /** p not below alpha. */
        NOT_SIGNIFICANT("not-significant"),
        /** A proportion above one half. */
        MAJORITY("majority"),
        /** A proportion below one half. */
        MINORITY("minority"),
        /** The names are exactly the levels of the analysis. */
        NAMES("names");

        private final String id;

        Statement(String id) {
            this.id = id;
        }

        public String id() {
            return id;
        }

        public static Statement of(String id) {
            for (Statement statement : values()) {
                if (statement.id.equals(id)) {
                    return statement;
                }
            }
            throw new IllegalArgumentException("id = `" + id + "`: expected one of the statements");
        }
    }
}
