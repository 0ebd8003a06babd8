package org.countersign.study.yaml;

import static java.util.Objects.requireNonNull;

import org.countersign.diagnostics.SourceLocation;

/**
 * The part of a file in which a scalar is written.
 *
 * @param file path as the user would type it
 * @param text the raw text, with quotes and indentation
 * @param line 1-based line of its first character
 * @param column 1-based column of its first character
 */
public record SourceSpan(String file, String text, int line, int column) {

    public SourceSpan {
        requireNonNull(file);
        requireNonNull(text);
    }

    /** The place of a part of the scalar's value: the same occurrence of the same word in the raw text. */
    public SourceLocation locate(String value, int start, int end) {
        String word = value.substring(start, end);
        int occurrence = 0;
        for (int at = value.indexOf(word); at >= 0 && at < start; at = value.indexOf(word, at + 1)) {
            occurrence++;
        }
        int found = text.indexOf(word);
        while (found >= 0 && occurrence > 0) {
            found = text.indexOf(word, found + 1);
            occurrence--;
        }
        return at(Math.max(found, 0));
    }

    private SourceLocation at(int offset) {
        int atLine = line;
        int atColumn = column;
        for (int i = 0; i < offset; i++) {
            if (text.charAt(i) == '\n') {
                atLine++;
                atColumn = 1;
            } else {
                atColumn++;
            }
        }
        return SourceLocation.of(file, atLine, atColumn);
    }
}
