package org.countersign.dataset.expression;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.countersign.dataset.CategoryColumn;
import org.countersign.dataset.Column;
import org.countersign.dataset.Dataset;
import org.countersign.dataset.NumberColumn;
import org.countersign.dataset.RowSet;
import org.countersign.dataset.TextColumn;
import org.countersign.diagnostics.Diagnostic;
import org.countersign.diagnostics.Diagnostics;
import org.countersign.diagnostics.Suggestions;
import org.countersign.numbers.Decimals;
import org.countersign.study.DatasetSpec;
import org.countersign.study.DerivedSpec;
import org.countersign.study.Level;
import org.countersign.study.LocatedText;
import org.countersign.study.VariableSpec;
import org.countersign.study.VariableType;

/** Computes the derived variables of a dataset, each after those that it reads, and the rows of a population. */
public final class DerivedColumns {

    private static final List<Level> NO_YES = List.of(new Level("no", "No"), new Level("yes", "Yes"));

    /** Digits shown of a quotient, a mean, a logarithm. */
    private static final int INEXACT_DECIMALS = 2;

    private final Diagnostics diagnostics;
    private final Map<String, DerivedSpec> pending = new LinkedHashMap<>();
    private Dataset dataset;

    private DerivedColumns(Dataset dataset, Diagnostics diagnostics) {
        this.dataset = dataset;
        this.diagnostics = diagnostics;
        dataset.spec().derived().forEach(d -> pending.put(d.name(), d));
    }

    /** The dataset with its derived variables; what is wrong with them goes to {@code diagnostics}. */
    public static Dataset addTo(Dataset dataset, Diagnostics diagnostics) {
        DerivedColumns derived = new DerivedColumns(dataset, diagnostics);
        for (DerivedSpec spec : dataset.spec().derived()) {
            derived.compute(spec, new LinkedHashSet<>());
        }
        return derived.dataset;
    }

    /**
     * The rows for which a condition is true; those for which it is missing do not belong.
     *
     * @param diagnostics receives what is wrong with the condition
     */
    public static RowSet where(Dataset dataset, LocatedText condition, Diagnostics diagnostics) {
        try {
            return rows(dataset, condition.text());
        } catch (ExpressionException e) {
            diagnostics.add(e.at(condition));
            return dataset.allRows();
        }
    }

    /** As {@link #where(Dataset, LocatedText, Diagnostics)}, for a condition that no file holds; empty if it is wrong. */
    public static Optional<RowSet> where(Dataset dataset, String condition) {
        try {
            return Optional.of(rows(dataset, condition));
        } catch (ExpressionException e) {
            return Optional.empty();
        }
    }

    private static RowSet rows(Dataset dataset, String condition) throws ExpressionException {
        Value.Logical holds = new ExpressionCompiler(dataset).logic(ExpressionParser.parse(condition));
        return RowSet.where(dataset.rows(), row -> holds.at(row) == 1);
    }

    /** A numeric variable that the definition does not have; empty, with diagnostics, if the expression is wrong. */
    public static Optional<NumberColumn> compute(Dataset dataset, DerivedSpec spec, Diagnostics diagnostics) {
        try {
            Expression expression = ExpressionParser.parse(spec.expression().text());
            Value.Numeric number = new ExpressionCompiler(dataset).number(expression);
            NumberColumn.Builder column = new NumberColumn.Builder(variable(spec, VariableType.NUMBER, List.of()));
            for (int row = 0; row < dataset.rows(); row++) {
                column.add(number.at(row) + 0.0);
            }
            return Optional.of(column.build());
        } catch (ExpressionException e) {
            diagnostics.add(e.at(spec.expression()));
            return Optional.empty();
        }
    }

    /** The file's columns that a derived variable reads, directly or through others; itself for any other variable. */
    public static Set<String> sources(DatasetSpec dataset, String variable) {
        Set<String> sources = new LinkedHashSet<>();
        collectSources(dataset, variable, sources, new LinkedHashSet<>());
        return sources;
    }

    private static void collectSources(DatasetSpec dataset, String variable, Set<String> sources, Set<String> seen) {
        if (!seen.add(variable)) {
            return;
        }
        Optional<DerivedSpec> derived = dataset.derived().stream()
                .filter(d -> d.name().equals(variable))
                .findFirst();
        if (derived.isEmpty()) {
            sources.add(variable);
            return;
        }
        try {
            for (String name :
                    names(ExpressionParser.parse(derived.get().expression().text()))) {
                collectSources(dataset, name, sources, seen);
            }
        } catch (ExpressionException e) {
            sources.add(variable);
        }
    }

    /** The variables that the expression of a derived variable names; none for any other variable. */
    public static Set<String> operands(DatasetSpec dataset, String variable) {
        Set<String> operands = new LinkedHashSet<>();
        dataset.derived().stream().filter(d -> d.name().equals(variable)).forEach(derived -> {
            try {
                operands.addAll(
                        names(ExpressionParser.parse(derived.expression().text())));
            } catch (ExpressionException e) {
                // told when the column was computed
            }
        });
        return operands;
    }

    /** Signature and meaning of each function, by name. */
    public static Map<String, String> functions() {
        return Functions.SIGNATURES;
    }

    private void compute(DerivedSpec spec, Set<String> waiting) {
        if (!pending.containsKey(spec.name())) {
            return;
        }
        if (!waiting.add(spec.name())) {
            List<String> circle = new ArrayList<>(waiting);
            circle = circle.subList(circle.indexOf(spec.name()), circle.size());
            diagnostics.error(
                    "cyclic-derived",
                    spec.expression().location(),
                    "derived variables need each other: " + String.join(" -> ", circle) + " -> " + spec.name(),
                    "one of them has to be written without the others");
            circle.forEach(pending::remove);
            return;
        }
        try {
            Expression expression = ExpressionParser.parse(spec.expression().text());
            for (String name : names(expression)) {
                DerivedSpec needed = pending.get(name);
                if (needed != null) {
                    compute(needed, waiting);
                }
            }
            if (pending.remove(spec.name()) != null) {
                Value value = new ExpressionCompiler(dataset).compile(expression);
                dataset = dataset.with(spec.name(), column(spec, expression, value));
            }
        } catch (ExpressionException e) {
            pending.remove(spec.name());
            diagnostics.add(e.at(spec.expression()));
        }
        waiting.remove(spec.name());
    }

    private static Set<String> names(Expression expression) {
        Set<String> names = new LinkedHashSet<>();
        collect(expression, names);
        return names;
    }

    private static void collect(Expression expression, Set<String> names) {
        if (expression instanceof Expression.Name name) {
            names.add(name.name());
        } else if (expression instanceof Expression.Unary unary) {
            collect(unary.operand(), names);
        } else if (expression instanceof Expression.Binary binary) {
            collect(binary.left(), names);
            collect(binary.right(), names);
        } else if (expression instanceof Expression.Arrow arrow) {
            collect(arrow.from(), names);
            collect(arrow.to(), names);
        } else if (expression instanceof Expression.Call call) {
            call.arguments().forEach(a -> collect(a, names));
            call.options().values().forEach(o -> collect(o, names));
        }
    }

    private Column column(DerivedSpec spec, Expression expression, Value value) throws ExpressionException {
        if (value instanceof Value.Numeric number) {
            NumberColumn.Builder column = new NumberColumn.Builder(variable(spec, VariableType.NUMBER, List.of()));
            OptionalInt exact = exactDecimals(expression);
            column.sawDecimals(exact.orElse(INEXACT_DECIMALS));
            for (int row = 0; row < dataset.rows(); row++) {
                double x = number.at(row) + 0.0;
                column.add(exact.isPresent() ? Decimals.round(x, exact.getAsInt()) : x);
            }
            return column.build();
        }
        if (value instanceof Value.Texts texts) {
            TextColumn.Builder column = new TextColumn.Builder(variable(spec, VariableType.TEXT, List.of()));
            for (int row = 0; row < dataset.rows(); row++) {
                column.add(texts.at(row));
            }
            return column.build();
        }
        if (value instanceof Value.Logical logic) {
            return categories(spec, NO_YES, logic::at);
        }
        if (value instanceof Value.Categorical category) {
            return categories(spec, category.levels(), category.rows());
        }
        throw ExpressionCompiler.wrongType(expression, "something that differs from row to row", value);
    }

    private Column categories(DerivedSpec spec, List<Level> yielded, Value.Rows rows) {
        List<Level> levels = spec.levels().isEmpty() ? yielded : spec.levels();
        int[] index = new int[yielded.size()];
        for (int i = 0; i < index.length; i++) {
            index[i] = indexOf(levels, yielded.get(i).code());
            if (index[i] < 0) {
                diagnostics.add(Diagnostic.error(
                                "unknown-level",
                                spec.location(),
                                "the expression of `" + spec.name() + "` yields `"
                                        + yielded.get(i).code() + "`, which `levels` does not list")
                        .withHint(Suggestions.hint(
                                yielded.get(i).code(),
                                levels.stream().map(Level::code).toList())));
            }
        }
        CategoryColumn.Builder column = new CategoryColumn.Builder(variable(spec, VariableType.ORDINAL, levels));
        for (int row = 0; row < dataset.rows(); row++) {
            int level = rows.at(row);
            column.add(level < 0 ? CategoryColumn.MISSING : index[level]);
        }
        return column.build();
    }

    private static int indexOf(List<Level> levels, String code) {
        for (int i = 0; i < levels.size(); i++) {
            if (levels.get(i).code().equals(code)) {
                return i;
            }
        }
        return -1;
    }

    /**
     * Digits behind the point of an expression that decimal arithmetic would give exactly: sums, differences and choices
     * of variables and numbers. Empty for anything else.
     */
    private OptionalInt exactDecimals(Expression expression) {
        if (expression instanceof Expression.Name name) {
            return dataset.column(name.name()).orElse(null) instanceof NumberColumn column
                    ? OptionalInt.of(column.decimals())
                    : OptionalInt.empty();
        }
        if (expression instanceof Expression.NumberLiteral literal) {
            return OptionalInt.of(Math.max(
                    0,
                    new BigDecimal(Double.toString(literal.value()))
                            .stripTrailingZeros()
                            .scale()));
        }
        if (expression instanceof Expression.Unary unary) {
            return exactDecimals(unary.operand());
        }
        if (expression instanceof Expression.Binary binary
                && (binary.operator() == Expression.Operator.ADD
                        || binary.operator() == Expression.Operator.SUBTRACT)) {
            return most(List.of(binary.left(), binary.right()));
        }
        if (expression instanceof Expression.Call call && !call.options().containsKey("max_missing")) {
            return switch (call.function()) {
                case "sum", "min", "max", "abs", "reverse" -> most(call.arguments());
                case "round" -> OptionalInt.of(0);
                case "if" ->
                    most(call.arguments()
                            .subList(
                                    Math.min(1, call.arguments().size()),
                                    call.arguments().size()));
                default -> OptionalInt.empty();
            };
        }
        return OptionalInt.empty();
    }

    private OptionalInt most(List<Expression> parts) {
        int most = 0;
        for (Expression part : parts) {
            OptionalInt decimals = exactDecimals(part);
            if (decimals.isEmpty()) {
                return decimals;
            }
            most = Math.max(most, decimals.getAsInt());
        }
        return OptionalInt.of(most);
    }

    private static VariableSpec variable(DerivedSpec spec, VariableType type, List<Level> levels) {
        return new VariableSpec(
                spec.name(),
                spec.label(),
                spec.unit(),
                type,
                levels,
                spec.reference(),
                Optional.empty(),
                Optional.empty(),
                false,
                spec.decimals(),
                spec.location());
    }
}
