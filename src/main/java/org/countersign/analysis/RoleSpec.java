package org.countersign.analysis;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.countersign.study.VariableType;

/**
 * A part that variables play in a method.
 *
 * @param name key in the study file, such as {@code outcome}
 * @param arity how many variables
 * @param types which types they may have
 * @param doc for the reference page
 */
public record RoleSpec(String name, Arity arity, List<VariableType> types, String doc) {

    public RoleSpec {
        requireNonNull(name);
        requireNonNull(arity);
        types = List.copyOf(types);
        requireNonNull(doc);
    }

    /** How many variables play the part. */
    public enum Arity {
        /** None or one. */
        OPTIONAL,
        /** One. */
        ONE,
        /** One, or several that are analysed in turn, each under its own key. */
        EACH,
        /** None, one or several, together. */
        ANY,
        /** At least one, together. */
        SOME
    }

    public boolean isRequired() {
        return arity == Arity.ONE || arity == Arity.EACH || arity == Arity.SOME;
    }

    public boolean allowsSeveral() {
        return arity == Arity.EACH || arity == Arity.ANY || arity == Arity.SOME;
    }

    private static final List<VariableType> NUMERIC = List.of(VariableType.INTEGER, VariableType.NUMBER);
    private static final List<VariableType> CATEGORICAL = List.of(VariableType.CATEGORY, VariableType.ORDINAL);
    private static final List<VariableType> BOTH =
            List.of(VariableType.INTEGER, VariableType.NUMBER, VariableType.CATEGORY, VariableType.ORDINAL);

    public static RoleSpec numeric(String name, Arity arity, String doc) {
        return new RoleSpec(name, arity, NUMERIC, doc);
    }

    public static RoleSpec categorical(String name, Arity arity, String doc) {
        return new RoleSpec(name, arity, CATEGORICAL, doc);
    }

    public static RoleSpec numericOrCategorical(String name, Arity arity, String doc) {
        return new RoleSpec(name, arity, BOTH, doc);
    }

    public static RoleSpec any(String name, Arity arity, String doc) {
        return new RoleSpec(name, arity, List.of(VariableType.values()), doc);
    }
}
