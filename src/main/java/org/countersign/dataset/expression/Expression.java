package org.countersign.dataset.expression;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;

/** A parsed expression; every part knows where in the text it stands. */
sealed interface Expression {

    Span span();

    /** Characters from {@code start} (inclusive) to {@code end} (exclusive). */
    record Span(int start, int end) {
        Span to(Span other) {
            return new Span(start, other.end);
        }
    }

    record NumberLiteral(double value, Span span) implements Expression {}

    record TextLiteral(String value, Span span) implements Expression {}

    record Name(String name, Span span) implements Expression {}

    record Unary(Operator operator, Expression operand, Span span) implements Expression {}

    record Binary(Operator operator, Expression left, Expression right, Span span) implements Expression {}

    /** {@code a -> b}, inside {@code recode}. */
    record Arrow(Expression from, Expression to, Span span) implements Expression {}

    /** {@code function(arguments, option = value)}. */
    record Call(
            String function, Span functionSpan, List<Expression> arguments, Map<String, Expression> options, Span span)
            implements Expression {
        public Call {
            requireNonNull(function);
            arguments = List.copyOf(arguments);
            options = Map.copyOf(options);
        }
    }

    /** The operators, with the signs by which they are written. */
    enum Operator {
        OR("or"),
        AND("and"),
        NOT("not"),
        EQUAL("=", "=="),
        NOT_EQUAL("!=", "<>"),
        LESS("<"),
        LESS_OR_EQUAL("<="),
        GREATER(">"),
        GREATER_OR_EQUAL(">="),
        ADD("+"),
        SUBTRACT("-"),
        MULTIPLY("*"),
        DIVIDE("/"),
        POWER("^");

        private final List<String> signs;

        Operator(String... signs) {
            this.signs = List.of(signs);
        }

        boolean isWritten(String token) {
            return signs.contains(token);
        }

        String sign() {
            return signs.get(0);
        }
    }
}
