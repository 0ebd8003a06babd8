package org.countersign.dataset.expression;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.countersign.dataset.CategoryColumn;
import org.countersign.dataset.Column;
import org.countersign.dataset.Dataset;
import org.countersign.dataset.NumberColumn;
import org.countersign.dataset.TextColumn;
import org.countersign.dataset.expression.Expression.Operator;
import org.countersign.diagnostics.Suggestions;
import org.countersign.study.Level;
import org.countersign.study.VariableType;

/** Binds names to columns, checks types, and yields something that can be asked for each row. */
final class ExpressionCompiler {

    private final Dataset dataset;
    private final Collection<String> names;

    ExpressionCompiler(Dataset dataset) {
        this.dataset = dataset;
        this.names = dataset.columnNames();
    }

    Value compile(Expression expression) throws ExpressionException {
        if (expression instanceof Expression.NumberLiteral literal) {
            return (Value.Numeric) row -> literal.value();
        }
        if (expression instanceof Expression.TextLiteral literal) {
            return new Value.Text(literal.value());
        }
        if (expression instanceof Expression.Name name) {
            return column(name);
        }
        if (expression instanceof Expression.Unary unary) {
            return unary(unary);
        }
        if (expression instanceof Expression.Binary binary) {
            return binary(binary);
        }
        if (expression instanceof Expression.Call call) {
            return new Functions(this).compile(call);
        }
        throw new ExpressionException(
                "expression-syntax", expression.span(), "`->` has a meaning inside `recode` only");
    }

    Column columnOf(Expression.Name name) throws ExpressionException {
        Optional<Column> column = dataset.column(name.name());
        if (column.isEmpty()) {
            throw new ExpressionException(
                    "unknown-variable",
                    name.span(),
                    "`" + dataset.name() + "` has no variable `" + name.name() + "`",
                    Suggestions.hint(name.name(), names));
        }
        return column.get();
    }

    private Value column(Expression.Name name) throws ExpressionException {
        if (name.name().equals("true") || name.name().equals("false")) {
            int constant = name.name().equals("true") ? 1 : 0;
            return (Value.Logical) row -> constant;
        }
        Column column = columnOf(name);
        if (column instanceof NumberColumn number) {
            return (Value.Numeric) number::valueOrNaN;
        }
        if (column instanceof CategoryColumn category) {
            return new Value.Categorical(category.levels(), category::level);
        }
        TextColumn text = (TextColumn) column;
        return (Value.Texts) row -> text.value(row).orElse(null);
    }

    Value.Numeric number(Expression expression) throws ExpressionException {
        Value value = compile(expression);
        if (value instanceof Value.Numeric number) {
            return number;
        }
        throw wrongType(expression, "a number", value);
    }

    Value.Logical logic(Expression expression) throws ExpressionException {
        Value value = compile(expression);
        if (value instanceof Value.Logical logic) {
            return logic;
        }
        throw wrongType(expression, "true or false (a comparison, say)", value);
    }

    static ExpressionException wrongType(Expression expression, String expected, Value found) {
        return new ExpressionException(
                "expression-type", expression.span(), "expected " + expected + ", this is " + found.type());
    }

    private Value unary(Expression.Unary unary) throws ExpressionException {
        if (unary.operator() == Operator.NOT) {
            Value.Logical operand = logic(unary.operand());
            return (Value.Logical) row -> {
                int v = operand.at(row);
                return v < 0 ? v : 1 - v;
            };
        }
        Value.Numeric operand = number(unary.operand());
        return (Value.Numeric) row -> 0.0 - operand.at(row);
    }

    private Value binary(Expression.Binary binary) throws ExpressionException {
        return switch (binary.operator()) {
            case AND, OR -> connective(binary);
            case EQUAL, NOT_EQUAL, LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL -> comparison(binary);
            default -> arithmetic(binary);
        };
    }

    private Value connective(Expression.Binary binary) throws ExpressionException {
        Value.Logical left = logic(binary.left());
        Value.Logical right = logic(binary.right());
        int decisive = binary.operator() == Operator.AND ? 0 : 1;
        return (Value.Logical) row -> {
            int a = left.at(row);
            if (a == decisive) {
                return decisive;
            }
            int b = right.at(row);
            return b == decisive ? decisive : a < 0 || b < 0 ? Value.Logical.MISSING : 1 - decisive;
        };
    }

    private Value arithmetic(Expression.Binary binary) throws ExpressionException {
        Value.Numeric left = number(binary.left());
        Value.Numeric right = number(binary.right());
        return switch (binary.operator()) {
            case ADD -> (Value.Numeric) row -> finite(left.at(row) + right.at(row));
            case SUBTRACT -> (Value.Numeric) row -> finite(left.at(row) - right.at(row));
            case MULTIPLY -> (Value.Numeric) row -> finite(left.at(row) * right.at(row));
            case DIVIDE -> (Value.Numeric) row -> finite(left.at(row) / right.at(row));
            case POWER -> (Value.Numeric) row -> finite(Math.pow(left.at(row), right.at(row)));
            default -> throw new IllegalStateException(binary.operator() + " is not arithmetic");
        };
    }

    /** What arithmetic does not define, or what is too large to be computed with, is missing. */
    static double finite(double value) {
        return Math.abs(value) <= NumberColumn.LARGEST ? value : Double.NaN;
    }

    private Value comparison(Expression.Binary binary) throws ExpressionException {
        Value left = compile(binary.left());
        Value right = compile(binary.right());
        Operator operator = binary.operator();
        if (left instanceof Value.Numeric a && right instanceof Value.Numeric b) {
            return (Value.Logical) row -> {
                double x = a.at(row);
                double y = b.at(row);
                return Double.isNaN(x) || Double.isNaN(y)
                        ? Value.Logical.MISSING
                        : holds(operator, Double.compare(x + 0.0, y + 0.0));
            };
        }
        if (left instanceof Value.Categorical a) {
            requireOrder(binary);
            int sought = levelIndex(a.levels(), binary.right());
            return (Value.Logical) row -> {
                int level = a.rows().at(row);
                return level < 0 ? Value.Logical.MISSING : holds(operator, Integer.compare(level, sought));
            };
        }
        if (left instanceof Value.Texts a && right instanceof Value.Text b) {
            return (Value.Logical) row -> {
                String text = a.at(row);
                return text == null ? Value.Logical.MISSING : holds(operator, text.compareTo(b.text()));
            };
        }
        throw new ExpressionException(
                "expression-type",
                binary.span(),
                "`" + operator.sign() + "` cannot compare " + left.type() + " with " + right.type(),
                Optional.of("a category is compared with one of its levels in quotes, on the right"));
    }

    /** The levels of a declared category have no order unless it is declared ordinal. */
    private void requireOrder(Expression.Binary binary) throws ExpressionException {
        boolean ordering = binary.operator() != Operator.EQUAL && binary.operator() != Operator.NOT_EQUAL;
        if (!ordering || !(binary.left() instanceof Expression.Name name)) {
            return;
        }
        boolean unordered = dataset.spec().variables().stream()
                .anyMatch(v -> v.name().equals(name.name()) && v.type() == VariableType.CATEGORY);
        if (unordered) {
            throw new ExpressionException(
                    "expression-type",
                    binary.span(),
                    "`" + name.name() + "` is a category; its levels have no order for `"
                            + binary.operator().sign() + "`",
                    Optional.of(
                            "declare it `type: ordinal`, or name its levels: `one_of(" + name.name() + ", \"...\")`"));
        }
    }

    private static int holds(Operator operator, int comparison) {
        boolean holds = switch (operator) {
            case EQUAL -> comparison == 0;
            case NOT_EQUAL -> comparison != 0;
            case LESS -> comparison < 0;
            case LESS_OR_EQUAL -> comparison <= 0;
            case GREATER -> comparison > 0;
            default -> comparison >= 0;
        };
        return holds ? 1 : 0;
    }

    /** The nearest code or label, or all of them. */
    private static Optional<String> hint(String sought, List<Level> levels) {
        List<String> names = new ArrayList<>();
        levels.forEach(l -> names.add(l.code()));
        levels.forEach(l -> names.add(l.label()));
        return Suggestions.nearest(sought, names)
                .map(n -> "did you mean `" + n + "`?")
                .or(() -> Optional.of("known here: "
                        + String.join(
                                ", ",
                                levels.stream()
                                        .map(l -> l.code().equals(l.label())
                                                ? l.code()
                                                : l.code() + " (" + l.label() + ")")
                                        .toList())));
    }

    /** The index of the level that a literal names by code or label. */
    static int levelIndex(List<Level> levels, Expression literal) throws ExpressionException {
        String sought;
        if (literal instanceof Expression.TextLiteral text) {
            sought = text.value();
        } else if (literal instanceof Expression.NumberLiteral number && number.value() == Math.rint(number.value())) {
            sought = Long.toString((long) number.value());
        } else {
            throw new ExpressionException(
                    "expression-type",
                    literal.span(),
                    "expected a level in quotes, such as \"" + levels.get(0).code() + "\"");
        }
        for (int i = 0; i < levels.size(); i++) {
            if (levels.get(i).code().equals(sought) || levels.get(i).label().equals(sought)) {
                return i;
            }
        }
        throw new ExpressionException(
                "unknown-level", literal.span(), "`" + sought + "` is not a level here", hint(sought, levels));
    }
}
