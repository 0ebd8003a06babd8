package org.countersign.dataset.expression;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.DoubleUnaryOperator;
import org.countersign.dataset.CategoryColumn;
import org.countersign.dataset.Column;
import org.countersign.dataset.NumberColumn;
import org.countersign.diagnostics.Suggestions;
import org.countersign.study.Level;

/** The functions of the expression language. */
final class Functions {

    /** Every function with its arguments and meaning, for the reference page and "did you mean". */
    static final Map<String, String> SIGNATURES = new TreeMap<>(Map.ofEntries(
            Map.entry("abs", "abs(x): absolute value"),
            Map.entry(
                    "cut",
                    "cut(x, \"low\", 10, \"middle\", 20, \"high\"): levels between limits; a value equal to a limit"
                            + " belongs to the level after it"),
            Map.entry("date", "date(\"2026-01-31\"): a day; the difference of two days is a number of days"),
            Map.entry("exp", "exp(x): e to the power of x"),
            Map.entry(
                    "if",
                    "if(condition, a, b): a where the condition holds, b where it does not, missing where it is missing"),
            Map.entry("log", "log(x): natural logarithm; missing unless x > 0"),
            Map.entry("max", "max(x, y, ...): greatest; missing if any is"),
            Map.entry(
                    "mean", "mean(items..., max_missing = 0): mean of the answered items; missing if more are missing"),
            Map.entry("min", "min(x, y, ...): least; missing if any is"),
            Map.entry("missing", "missing(x): whether the value is missing; never missing itself"),
            Map.entry("one_of", "one_of(x, \"a\", \"b\"): whether the value is among those listed"),
            Map.entry("recode", "recode(x, \"a\" -> \"b\", \"c\" -> \"d\", else = \"e\"): new levels for old ones"),
            Map.entry("reverse", "reverse(x): least plus greatest allowed value minus x; x is a variable with a range"),
            Map.entry("round", "round(x): nearest whole number, halves upwards"),
            Map.entry("sqrt", "sqrt(x): square root; missing if x < 0"),
            Map.entry(
                    "sum",
                    "sum(items..., max_missing = 0): sum of the items; where up to max_missing are missing, their"
                            + " mean stands in for them (a prorated sum)")));

    private final ExpressionCompiler compiler;

    Functions(ExpressionCompiler compiler) {
        this.compiler = compiler;
    }

    Value compile(Expression.Call call) throws ExpressionException {
        return switch (call.function()) {
            case "abs" -> elementwise(call, Math::abs);
            case "exp" -> elementwise(call, Math::exp);
            case "log" -> elementwise(call, x -> x > 0 ? Math.log(x) : Double.NaN);
            case "sqrt" -> elementwise(call, Math::sqrt);
            case "round" -> elementwise(call, x -> Math.floor(x + 0.5));
            case "min" -> extreme(call, -1);
            case "max" -> extreme(call, 1);
            case "sum", "mean" -> items(call);
            case "reverse" -> reverse(call);
            case "missing" -> missing(call);
            case "one_of" -> oneOf(call);
            case "if" -> conditional(call);
            case "cut" -> cut(call);
            case "recode" -> recode(call);
            case "date" -> date(call);
            default ->
                throw new ExpressionException(
                        "unknown-function",
                        call.functionSpan(),
                        "there is no function `" + call.function() + "`",
                        Optional.ofNullable(ELSEWHERE.get(call.function().toLowerCase(Locale.ROOT)))
                                .map(name -> "did you mean `" + name + "`?")
                                .or(() -> Suggestions.hint(call.function(), SIGNATURES.keySet())));
        };
    }

    /** What functions of other languages are called here. */
    private static final Map<String, String> ELSEWHERE = Map.ofEntries(
            Map.entry("ifelse", "if"),
            Map.entry("if_else", "if"),
            Map.entry("case_when", "recode"),
            Map.entry("is.na", "missing"),
            Map.entry("is_na", "missing"),
            Map.entry("isna", "missing"),
            Map.entry("is.missing", "missing"),
            Map.entry("ismissing", "missing"),
            Map.entry("rowsum", "sum"),
            Map.entry("rowsums", "sum"),
            Map.entry("rowmean", "mean"),
            Map.entry("rowmeans", "mean"),
            Map.entry("avg", "mean"),
            Map.entry("average", "mean"),
            Map.entry("ln", "log"),
            Map.entry("in", "one_of"),
            Map.entry("pmin", "min"),
            Map.entry("pmax", "max"),
            Map.entry("as.date", "date"));

    private static ExpressionException usage(Expression.Call call) {
        return new ExpressionException(
                "expression-arguments",
                call.span(),
                "`" + call.function() + "` cannot take these arguments",
                Optional.ofNullable(SIGNATURES.get(call.function())));
    }

    private Value.Numeric only(Expression.Call call) throws ExpressionException {
        if (call.arguments().size() != 1) {
            throw usage(call);
        }
        return compiler.number(call.arguments().get(0));
    }

    private Value elementwise(Expression.Call call, DoubleUnaryOperator function) throws ExpressionException {
        Value.Numeric x = only(call);
        return (Value.Numeric) row -> ExpressionCompiler.finite(function.applyAsDouble(x.at(row)));
    }

    private List<Value.Numeric> numbers(Expression.Call call) throws ExpressionException {
        if (call.arguments().isEmpty()) {
            throw usage(call);
        }
        List<Value.Numeric> numbers = new ArrayList<>();
        for (Expression argument : call.arguments()) {
            numbers.add(compiler.number(argument));
        }
        return numbers;
    }

    private Value extreme(Expression.Call call, int sign) throws ExpressionException {
        List<Value.Numeric> numbers = numbers(call);
        return (Value.Numeric) row -> {
            double best = Double.NEGATIVE_INFINITY;
            for (Value.Numeric number : numbers) {
                best = Math.max(best, sign * number.at(row));
            }
            return sign * best;
        };
    }

    private Value items(Expression.Call call) throws ExpressionException {
        List<Value.Numeric> items = numbers(call);
        int mostMissing = 0;
        Expression option = call.options().get("max_missing");
        if (option instanceof Expression.NumberLiteral literal && literal.value() == Math.rint(literal.value())) {
            mostMissing = (int) literal.value();
        } else if (option != null) {
            throw usage(call);
        }
        int allowed = Math.min(mostMissing, items.size() - 1);
        boolean total = call.function().equals("sum");
        return (Value.Numeric) row -> {
            double sum = 0;
            int answered = 0;
            for (Value.Numeric item : items) {
                double x = item.at(row);
                if (!Double.isNaN(x)) {
                    sum += x;
                    answered++;
                }
            }
            if (items.size() - answered > allowed) {
                return Double.NaN;
            }
            return total ? (answered == items.size() ? sum : sum / answered * items.size()) : sum / answered;
        };
    }

    private Value reverse(Expression.Call call) throws ExpressionException {
        if (call.arguments().size() == 1 && call.arguments().get(0) instanceof Expression.Name name) {
            Column column = compiler.columnOf(name);
            if (column instanceof NumberColumn number
                    && number.variable().minimum().isPresent()
                    && number.variable().maximum().isPresent()) {
                double ends = number.variable().minimum().get()
                        + number.variable().maximum().get();
                return (Value.Numeric) row -> ends - number.valueOrNaN(row);
            }
        }
        throw usage(call);
    }

    private Value missing(Expression.Call call) throws ExpressionException {
        if (call.arguments().size() != 1) {
            throw usage(call);
        }
        Value value = compiler.compile(call.arguments().get(0));
        if (value instanceof Value.Numeric number) {
            return (Value.Logical) row -> Double.isNaN(number.at(row)) ? 1 : 0;
        }
        if (value instanceof Value.Categorical category) {
            return (Value.Logical) row -> category.rows().at(row) < 0 ? 1 : 0;
        }
        if (value instanceof Value.Texts texts) {
            return (Value.Logical) row -> texts.at(row) == null ? 1 : 0;
        }
        if (value instanceof Value.Logical logic) {
            return (Value.Logical) row -> logic.at(row) < 0 ? 1 : 0;
        }
        throw usage(call);
    }

    private Value oneOf(Expression.Call call) throws ExpressionException {
        if (call.arguments().size() < 2) {
            throw usage(call);
        }
        Expression subject = call.arguments().get(0);
        Expression any = null;
        for (Expression candidate : call.arguments().subList(1, call.arguments().size())) {
            Expression equal = new Expression.Binary(
                    Expression.Operator.EQUAL,
                    subject,
                    candidate,
                    subject.span().to(candidate.span()));
            any = any == null ? equal : new Expression.Binary(Expression.Operator.OR, any, equal, call.span());
        }
        if (any == null) {
            throw usage(call);
        }
        return compiler.compile(any);
    }

    private Value conditional(Expression.Call call) throws ExpressionException {
        if (call.arguments().size() != 3) {
            throw usage(call);
        }
        Value.Logical condition = compiler.logic(call.arguments().get(0));
        Value then = compiler.compile(call.arguments().get(1));
        Value otherwise = compiler.compile(call.arguments().get(2));
        if (then instanceof Value.Numeric a && otherwise instanceof Value.Numeric b) {
            return (Value.Numeric) row -> {
                int holds = condition.at(row);
                return holds < 0 ? Double.NaN : holds == 1 ? a.at(row) : b.at(row);
            };
        }
        if (then instanceof Value.Logical a && otherwise instanceof Value.Logical b) {
            return (Value.Logical) row -> {
                int holds = condition.at(row);
                return holds < 0 ? holds : holds == 1 ? a.at(row) : b.at(row);
            };
        }
        Optional<Value.Categorical> a = categorical(then);
        Optional<Value.Categorical> b = categorical(otherwise);
        if (a.isEmpty() || b.isEmpty()) {
            throw new ExpressionException(
                    "expression-type",
                    call.span(),
                    "`if` yields " + then.type() + " or " + otherwise.type() + "; both must be of one type");
        }
        Set<Level> levels = new LinkedHashSet<>(a.get().levels());
        levels.addAll(b.get().levels());
        List<Level> all = List.copyOf(levels);
        int[] fromThen = a.get().levels().stream().mapToInt(all::indexOf).toArray();
        int[] fromOtherwise = b.get().levels().stream().mapToInt(all::indexOf).toArray();
        return new Value.Categorical(all, row -> {
            int holds = condition.at(row);
            if (holds < 0) {
                return CategoryColumn.MISSING;
            }
            int level = (holds == 1 ? a.get() : b.get()).rows().at(row);
            return level < 0 ? level : holds == 1 ? fromThen[level] : fromOtherwise[level];
        });
    }

    private static Optional<Value.Categorical> categorical(Value value) {
        if (value instanceof Value.Text text) {
            return Optional.of(new Value.Categorical(List.of(new Level(text.text(), text.text())), row -> 0));
        }
        return value instanceof Value.Categorical category ? Optional.of(category) : Optional.empty();
    }

    private Value cut(Expression.Call call) throws ExpressionException {
        List<Expression> arguments = call.arguments();
        if (arguments.size() < 4 || arguments.size() % 2 != 0) {
            throw usage(call);
        }
        Value.Numeric x = compiler.number(arguments.get(0));
        List<Level> levels = new ArrayList<>();
        double[] limits = new double[arguments.size() / 2 - 1];
        for (int i = 1; i < arguments.size(); i++) {
            if (i % 2 == 1 && arguments.get(i) instanceof Expression.TextLiteral label) {
                levels.add(new Level(label.value(), label.value()));
            } else if (i % 2 == 0 && constant(arguments.get(i)).isPresent()) {
                limits[i / 2 - 1] = constant(arguments.get(i)).get();
                if (i > 2 && limits[i / 2 - 1] <= limits[i / 2 - 2]) {
                    throw new ExpressionException(
                            "expression-arguments", arguments.get(i).span(), "the limits of `cut` must increase");
                }
            } else {
                throw usage(call);
            }
        }
        return new Value.Categorical(levels, row -> {
            double value = x.at(row);
            if (Double.isNaN(value)) {
                return CategoryColumn.MISSING;
            }
            int level = 0;
            while (level < limits.length && value >= limits[level]) {
                level++;
            }
            return level;
        });
    }

    private static Optional<Double> constant(Expression expression) {
        if (expression instanceof Expression.NumberLiteral literal) {
            return Optional.of(literal.value());
        }
        return expression instanceof Expression.Unary unary
                        && unary.operator() == Expression.Operator.SUBTRACT
                        && unary.operand() instanceof Expression.NumberLiteral literal
                ? Optional.of(-literal.value())
                : Optional.empty();
    }

    private Value recode(Expression.Call call) throws ExpressionException {
        if (call.arguments().size() < 2) {
            throw usage(call);
        }
        Value subject = compiler.compile(call.arguments().get(0));
        if (!(subject instanceof Value.Categorical category)) {
            throw ExpressionCompiler.wrongType(call.arguments().get(0), "a category", subject);
        }
        Set<String> labels = new LinkedHashSet<>();
        String[] target = new String[category.levels().size()];
        for (Expression argument : call.arguments().subList(1, call.arguments().size())) {
            if (!(argument instanceof Expression.Arrow arrow && arrow.to() instanceof Expression.TextLiteral to)) {
                throw usage(call);
            }
            target[ExpressionCompiler.levelIndex(category.levels(), arrow.from())] = to.value();
            labels.add(to.value());
        }
        if (call.options().get("else") instanceof Expression.TextLiteral rest) {
            labels.add(rest.value());
            for (int i = 0; i < target.length; i++) {
                target[i] = target[i] == null ? rest.value() : target[i];
            }
        }
        List<String> order = List.copyOf(labels);
        int[] index = new int[target.length];
        for (int i = 0; i < target.length; i++) {
            index[i] = target[i] == null ? CategoryColumn.MISSING : order.indexOf(target[i]);
        }
        return new Value.Categorical(order.stream().map(l -> new Level(l, l)).toList(), row -> {
            int level = category.rows().at(row);
            return level < 0 ? level : index[level];
        });
    }

    private static Value date(Expression.Call call) throws ExpressionException {
        if (call.arguments().size() == 1 && call.arguments().get(0) instanceof Expression.TextLiteral text) {
            try {
                double day = LocalDate.parse(text.value()).toEpochDay();
                return (Value.Numeric) row -> day;
            } catch (DateTimeException e) {
                throw new ExpressionException("no-such-date", text.span(), "there is no date `" + text.value() + "`");
            }
        }
        throw usage(call);
    }
}
