package org.countersign.dataset.expression;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.countersign.dataset.expression.Expression.Operator;
import org.countersign.dataset.expression.Expression.Span;

/** Recursive descent over the grammar of {@code docs/expressions.md}. */
final class ExpressionParser {

    private static final Pattern TOKEN = Pattern.compile("\\s+"
            + "|(?<number>(\\d+(\\.\\d*)?|\\.\\d+)([eE][-+]?\\d+)?)"
            + "|(?<text>\"[^\"]*\"|'[^']*')"
            + "|(?<name>[A-Za-z_][A-Za-z0-9_.]*(\\{\\d{1,4}\\.\\.\\d{1,4}}[A-Za-z0-9_]*)?)"
            + "|(?<sign>->|<=|>=|==|!=|<>|[-+*/^<>=(),])");
    private static final Pattern NUMBERED = Pattern.compile("([^{}]*)\\{(\\d+)\\.\\.(\\d+)}([^{}]*)");
    private static final List<String> OPTIONS = List.of("max_missing", "else");
    private static final int DEEPEST = 100;
    private static final int MOST_TOKENS = 2000;

    private record Token(String kind, String text, Span span) {}

    private final List<Token> tokens = new ArrayList<>();
    private final String text;
    private int next;
    private int depth;

    private ExpressionParser(String text) {
        this.text = text;
    }

    static Expression parse(String text) throws ExpressionException {
        ExpressionParser parser = new ExpressionParser(text);
        parser.tokenize();
        Expression expression = parser.or();
        if (parser.next < parser.tokens.size()) {
            Token token = parser.tokens.get(parser.next);
            throw new ExpressionException(
                    "expression-syntax",
                    token.span(),
                    "`" + token.text() + "` is not expected here, the expression was complete");
        }
        return expression;
    }

    private void tokenize() throws ExpressionException {
        Matcher m = TOKEN.matcher(text);
        int at = 0;
        while (at < text.length()) {
            if (tokens.size() > MOST_TOKENS) {
                throw new ExpressionException(
                        "expression-syntax",
                        new Span(at, at + 1),
                        "the expression has more than " + MOST_TOKENS + " words and signs",
                        Optional.of("give parts of it names of their own under `derived`"));
            }
            m.region(at, text.length());
            if (!m.lookingAt()) {
                throw new ExpressionException(
                        "expression-syntax",
                        new Span(at, at + 1),
                        "`" + text.charAt(at) + "` has no meaning in an expression",
                        meant(text, at));
            }
            for (String kind : List.of("number", "text", "name", "sign")) {
                if (m.group(kind) != null) {
                    tokens.add(new Token(kind, m.group(kind), new Span(at, m.end())));
                }
            }
            at = m.end();
        }
    }

    private Optional<Operator> take(Operator... operators) {
        if (next < tokens.size()) {
            Token token = tokens.get(next);
            for (Operator operator : operators) {
                if (!token.kind().equals("text") && operator.isWritten(token.text())) {
                    next++;
                    return Optional.of(operator);
                }
            }
        }
        return Optional.empty();
    }

    private boolean takeSign(String sign) {
        if (next < tokens.size()
                && tokens.get(next).text().equals(sign)
                && tokens.get(next).kind().equals("sign")) {
            next++;
            return true;
        }
        return false;
    }

    private interface Level {
        Expression parse() throws ExpressionException;
    }

    private Expression leftAssociative(Level operand, Operator... operators) throws ExpressionException {
        Expression left = operand.parse();
        Optional<Operator> operator = take(operators);
        while (operator.isPresent()) {
            Expression right = operand.parse();
            left = new Expression.Binary(
                    operator.get(), left, right, left.span().to(right.span()));
            operator = take(operators);
        }
        return left;
    }

    /** What a character of another language means in this one. */
    private static Optional<String> meant(String text, int at) {
        return switch (text.charAt(at)) {
            case '"', '\'' -> Optional.of("the quote is not closed");
            case '|' -> Optional.of("write `or`");
            case '&' -> Optional.of("write `and`");
            case '!', '~' -> Optional.of("write `not`");
            case '%' -> Optional.of("whether a value is among some is written `one_of(x, \"a\", \"b\")`");
            default -> Optional.empty();
        };
    }

    private Expression or() throws ExpressionException {
        deeper();
        Expression expression = leftAssociative(this::and, Operator.OR);
        depth--;
        return expression;
    }

    private void deeper() throws ExpressionException {
        if (++depth > DEEPEST) {
            throw new ExpressionException(
                    "expression-syntax", new Span(0, 1), "the expression is nested more than " + DEEPEST + " deep");
        }
    }

    private Expression and() throws ExpressionException {
        return leftAssociative(this::not, Operator.AND);
    }

    private Expression not() throws ExpressionException {
        int start = next;
        if (take(Operator.NOT).isPresent()) {
            deeper();
            Expression operand = not();
            depth--;
            return new Expression.Unary(
                    Operator.NOT, operand, tokens.get(start).span().to(operand.span()));
        }
        return comparison();
    }

    private Expression comparison() throws ExpressionException {
        Expression left = sum();
        Optional<Operator> operator = take(
                Operator.EQUAL,
                Operator.NOT_EQUAL,
                Operator.LESS_OR_EQUAL,
                Operator.GREATER_OR_EQUAL,
                Operator.LESS,
                Operator.GREATER);
        if (operator.isEmpty()) {
            return left;
        }
        Expression right = sum();
        return new Expression.Binary(operator.get(), left, right, left.span().to(right.span()));
    }

    private Expression sum() throws ExpressionException {
        return leftAssociative(this::product, Operator.ADD, Operator.SUBTRACT);
    }

    private Expression product() throws ExpressionException {
        return leftAssociative(this::unary, Operator.MULTIPLY, Operator.DIVIDE);
    }

    private Expression unary() throws ExpressionException {
        int start = next;
        if (take(Operator.SUBTRACT).isPresent()) {
            deeper();
            Expression operand = unary();
            depth--;
            return new Expression.Unary(
                    Operator.SUBTRACT, operand, tokens.get(start).span().to(operand.span()));
        }
        Expression base = primary();
        if (take(Operator.POWER).isPresent()) {
            deeper();
            Expression exponent = unary();
            depth--;
            return new Expression.Binary(
                    Operator.POWER, base, exponent, base.span().to(exponent.span()));
        }
        return base;
    }

    private Expression primary() throws ExpressionException {
        if (next >= tokens.size()) {
            throw new ExpressionException(
                    "expression-syntax",
                    new Span(Math.max(0, text.length() - 1), text.length()),
                    "the expression ends too early");
        }
        Token token = tokens.get(next++);
        if (token.kind().equals("number")) {
            return new Expression.NumberLiteral(Double.parseDouble(token.text()), token.span());
        }
        if (token.kind().equals("text")) {
            return new Expression.TextLiteral(
                    token.text().substring(1, token.text().length() - 1), token.span());
        }
        if (token.kind().equals("name") && !List.of("and", "or", "not").contains(token.text())) {
            return takeSign("(") ? call(token) : new Expression.Name(token.text(), token.span());
        }
        if (token.text().equals("(")) {
            Expression inside = or();
            expect(")", token);
            return inside;
        }
        throw new ExpressionException(
                "expression-syntax",
                token.span(),
                "`" + token.text() + "` is not expected here; a value, a name or `(` is");
    }

    private Expression call(Token function) throws ExpressionException {
        List<Expression> arguments = new ArrayList<>();
        Map<String, Expression> options = new LinkedHashMap<>();
        if (!takeSign(")")) {
            do {
                argument(arguments, options);
            } while (takeSign(","));
            expect(")", function);
        }
        Span whole = function.span().to(tokens.get(next - 1).span());
        return new Expression.Call(function.text(), function.span(), arguments, options, whole);
    }

    private void argument(List<Expression> arguments, Map<String, Expression> options) throws ExpressionException {
        if (next + 1 < tokens.size()
                && OPTIONS.contains(tokens.get(next).text())
                && tokens.get(next + 1).text().equals("=")) {
            String option = tokens.get(next).text();
            next += 2;
            options.put(option, or());
            return;
        }
        Expression argument = or();
        if (argument instanceof Expression.Name name && name.name().contains("{")) {
            arguments.addAll(numbered(name));
        } else if (takeSign("->")) {
            Expression to = or();
            arguments.add(new Expression.Arrow(argument, to, argument.span().to(to.span())));
        } else {
            arguments.add(argument);
        }
    }

    private static List<Expression> numbered(Expression.Name pattern) throws ExpressionException {
        Matcher m = NUMBERED.matcher(pattern.name());
        if (!m.matches()) {
            throw new ExpressionException("expression-syntax", pattern.span(), "expected a range such as item_{1..9}");
        }
        int width = m.group(2).startsWith("0") ? m.group(2).length() : 1;
        List<Expression> names = new ArrayList<>();
        for (int i = Integer.parseInt(m.group(2)); i <= Integer.parseInt(m.group(3)); i++) {
            String digits = Integer.toString(i);
            String padded = "0".repeat(Math.max(0, width - digits.length())) + digits;
            names.add(new Expression.Name(m.group(1) + padded + m.group(4), pattern.span()));
        }
        return names;
    }

    private void expect(String sign, Token opened) throws ExpressionException {
        if (!takeSign(sign)) {
            Span span = next < tokens.size() ? tokens.get(next).span() : opened.span();
            throw new ExpressionException("expression-syntax", span, "`" + sign + "` is missing");
        }
    }
}
