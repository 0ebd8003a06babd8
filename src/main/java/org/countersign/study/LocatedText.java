package org.countersign.study;

import static java.util.Objects.requireNonNull;

import org.countersign.diagnostics.SourceLocation;
import org.countersign.study.yaml.SourceSpan;
import org.countersign.study.yaml.YamlNode;

/**
 * A text of {@code study.yaml} and where it stands.
 *
 * @param text the value
 * @param span the part of the file in which it is written
 */
public record LocatedText(String text, SourceSpan span) {

    public LocatedText {
        requireNonNull(text);
        requireNonNull(span);
    }

    static LocatedText of(YamlNode.Scalar scalar) {
        return new LocatedText(scalar.text(), scalar.source());
    }

    public SourceLocation location() {
        return SourceLocation.of(span.file(), span.line(), span.column());
    }

    /** The place of a part of the text. */
    public SourceLocation location(int start, int end) {
        return span.locate(text, start, end);
    }

    @Override
    public String toString() {
        return text;
    }
}
