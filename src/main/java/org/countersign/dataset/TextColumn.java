package org.countersign.dataset;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.countersign.study.VariableSpec;
import org.jspecify.annotations.Nullable;

/** Texts and row names. */
public final class TextColumn implements Column {

    private final VariableSpec variable;
    private final List<@Nullable String> values;

    private TextColumn(VariableSpec variable, List<@Nullable String> values) {
        this.variable = variable;
        this.values = values;
    }

    @Override
    public VariableSpec variable() {
        return variable;
    }

    @Override
    public int rows() {
        return values.size();
    }

    @Override
    public boolean isMissing(int row) {
        return values.get(row) == null;
    }

    public Optional<String> value(int row) {
        return Optional.ofNullable(values.get(row));
    }

    /** Collects texts; null for a missing one. */
    public static final class Builder {
        private final VariableSpec variable;
        private final List<@Nullable String> values = new ArrayList<>();

        public Builder(VariableSpec variable) {
            this.variable = requireNonNull(variable);
        }

        public void add(@Nullable String value) {
            values.add(value);
        }

        public TextColumn build() {
            return new TextColumn(variable, values);
        }
    }
}
