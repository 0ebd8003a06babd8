package org.countersign.dataset.expression;

import java.util.Optional;
import org.countersign.diagnostics.Diagnostic;
import org.countersign.study.LocatedText;

/** An expression that cannot be understood, and where. */
final class ExpressionException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String code;
    private final transient Expression.Span span;
    private final transient Optional<String> hint;

    ExpressionException(String code, Expression.Span span, String message) {
        this(code, span, message, Optional.empty());
    }

    ExpressionException(String code, Expression.Span span, String message, Optional<String> hint) {
        super(message);
        this.code = code;
        this.span = span;
        this.hint = hint;
    }

    Diagnostic at(LocatedText text) {
        int end = Math.min(span.end(), text.text().length());
        return Diagnostic.error(code, text.location(Math.min(span.start(), end), end), String.valueOf(getMessage()))
                .withHint(hint);
    }
}
