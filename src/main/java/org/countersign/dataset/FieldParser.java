package org.countersign.dataset;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.countersign.diagnostics.Suggestions;
import org.countersign.study.Level;
import org.countersign.study.VariableSpec;
import org.countersign.study.VariableType;
import org.countersign.study.yaml.ShapeChecker;
import org.jspecify.annotations.Nullable;

/** Turns the texts of one declared column into values, and says what is wrong with those that do not fit. */
abstract sealed class FieldParser {

    /** What is wrong with a value. */
    record Complaint(String code, String message, Optional<String> hint) {}

    private static final Pattern DATE = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})");
    private static final Pattern NO_VALUE =
            Pattern.compile("(?i)-?9+|-1|\\.|-|n/?a|#n/a|nan|null|none|missing|unknown");
    private static final Pattern DECIMAL_COMMA = Pattern.compile("[-+]?\\d+,\\d+");

    final VariableSpec variable;

    private FieldParser(VariableSpec variable) {
        this.variable = variable;
    }

    /**
     * @param id whether the values must be unique
     * @param decimalMark of numbers, a point or a comma
     */
    static FieldParser of(VariableSpec variable, boolean id, char decimalMark) {
        return switch (variable.type()) {
            case INTEGER, NUMBER -> new NumberParser(variable, decimalMark);
            case DATE -> new DateParser(variable);
            case CATEGORY, ORDINAL -> new LevelParser(variable);
            case ID, TEXT -> new TextParser(variable, id);
        };
    }

    /** Takes a value; null if it fits. The text has no surrounding space and is not missing. */
    abstract @Nullable Complaint accept(char[] buffer, int offset, int length, long line);

    abstract void acceptMissing();

    abstract Column build();

    private static final class NumberParser extends FieldParser {
        private static final double[] POWERS = {
            1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15
        };
        private final NumberColumn.Builder column;
        private final double minimum;
        private final double maximum;
        private final boolean integer;
        private final char decimalMark;

        NumberParser(VariableSpec variable, char decimalMark) {
            super(variable);
            this.decimalMark = decimalMark;
            column = new NumberColumn.Builder(variable);
            minimum = variable.minimum().orElse(Double.NEGATIVE_INFINITY);
            maximum = variable.maximum().orElse(Double.POSITIVE_INFINITY);
            integer = variable.type() == VariableType.INTEGER;
        }

        @Override
        @Nullable
        Complaint accept(char[] buffer, int offset, int length, long line) {
            double value = plainDecimal(buffer, offset, length);
            if (Double.isNaN(value)) {
                String text = new String(buffer, offset, length);
                String plain = decimalMark == '.' || text.indexOf('.') >= 0 ? text : text.replace(decimalMark, '.');
                if (!ShapeChecker.NUMBER.matcher(plain).matches() || decimalMark != '.' && text.indexOf('.') >= 0) {
                    column.add(Double.NaN);
                    return notANumber(text);
                }
                value = Double.parseDouble(plain);
            }
            if (Math.abs(value) > NumberColumn.LARGEST) {
                column.add(Double.NaN);
                return new Complaint(
                        "out-of-range",
                        "`" + new String(buffer, offset, length) + "` in `" + variable.name()
                                + "` is beyond the numbers that can be computed with, of magnitude 1e300 at most",
                        Optional.of("correct the value, or give the variable in another unit"));
            }
            if (!(value >= minimum && value <= maximum)) {
                column.add(Double.NaN);
                return new Complaint(
                        "out-of-range",
                        "`" + new String(buffer, offset, length) + "` is outside the range of `" + variable.name()
                                + "`, " + plain(minimum) + " to " + plain(maximum),
                        Optional.of(
                                "correct the value, widen `range`, or list it under `missing` if it is a code for no value"));
            }
            if (integer && value != Math.rint(value)) {
                column.add(Double.NaN);
                return new Complaint(
                        "not-an-integer",
                        "`" + new String(buffer, offset, length) + "` in `" + variable.name()
                                + "` is not a whole number",
                        Optional.of("declare `type: number` if decimals are meant"));
            }
            column.add(value);
            return null;
        }

        /** Reads optional sign, digits, optional fraction exactly; NaN for anything longer or else. */
        private double plainDecimal(char[] buffer, int offset, int length) {
            int i = offset;
            int end = offset + length;
            boolean negative = i < end && buffer[i] == '-';
            if (negative) {
                i++;
            }
            long digits = 0;
            int count = 0;
            int fraction = -1;
            for (; i < end; i++) {
                char c = buffer[i];
                if (c >= '0' && c <= '9') {
                    digits = digits * 10 + (c - '0');
                    count++;
                    if (fraction >= 0) {
                        fraction++;
                    }
                } else if (c == decimalMark && fraction < 0) {
                    fraction = 0;
                } else {
                    return Double.NaN;
                }
            }
            if (count == 0 || count > 15) {
                return Double.NaN;
            }
            if (fraction > 0) {
                column.sawDecimals(fraction);
            }
            double value = fraction > 0 ? digits / POWERS[fraction] : digits;
            return negative ? -value : value;
        }

        private Complaint notANumber(String text) {
            String what = "`" + text + "` in `" + variable.name() + "` is not a number";
            if (decimalMark != '.' && text.indexOf('.') >= 0) {
                return new Complaint(
                        "not-a-number",
                        what + ": it has a point, and the file's decimal mark is declared `" + decimalMark + "`",
                        Optional.of("write all numbers of the file with the same mark"));
            }
            if (DECIMAL_COMMA.matcher(text).matches()) {
                return new Complaint(
                        "decimal-comma",
                        what + ": it has a decimal comma",
                        Optional.of("declare `decimal: \",\"` if all numbers of the file have one; or write "
                                + text.replace(',', '.')));
            }
            return new Complaint(
                    "not-a-number",
                    what,
                    Optional.of("if it means \"no value\", list it: `missing: [\"" + text + "\"]`"));
        }

        private static String plain(double limit) {
            return limit == Math.rint(limit) && Math.abs(limit) < 1e15
                    ? Long.toString((long) limit)
                    : Double.toString(limit);
        }

        @Override
        void acceptMissing() {
            column.add(Double.NaN);
        }

        @Override
        Column build() {
            return column.build();
        }
    }

    private static final class DateParser extends FieldParser {
        private final NumberColumn.Builder column;

        DateParser(VariableSpec variable) {
            super(variable);
            column = new NumberColumn.Builder(variable);
        }

        @Override
        @Nullable
        Complaint accept(char[] buffer, int offset, int length, long line) {
            String text = new String(buffer, offset, length);
            Matcher m = DATE.matcher(text);
            if (!m.matches()) {
                column.add(Double.NaN);
                return new Complaint(
                        "not-a-date",
                        "`" + text + "` in `" + variable.name() + "` is not a date",
                        Optional.of("dates are written year-month-day, 2026-01-31"));
            }
            try {
                column.add(LocalDate.of(
                                Integer.parseInt(m.group(1)),
                                Integer.parseInt(m.group(2)),
                                Integer.parseInt(m.group(3)))
                        .toEpochDay());
                return null;
            } catch (DateTimeException e) {
                column.add(Double.NaN);
                return new Complaint(
                        "no-such-date",
                        "the date `" + text + "` in `" + variable.name() + "` does not exist",
                        Optional.empty());
            }
        }

        @Override
        void acceptMissing() {
            column.add(Double.NaN);
        }

        @Override
        Column build() {
            return column.build();
        }
    }

    private static final class LevelParser extends FieldParser {
        private final CategoryColumn.Builder column;
        private final char[][] codes;

        LevelParser(VariableSpec variable) {
            super(variable);
            column = new CategoryColumn.Builder(variable);
            codes = variable.levels().stream().map(l -> l.code().toCharArray()).toArray(char[][]::new);
        }

        @Override
        @Nullable
        Complaint accept(char[] buffer, int offset, int length, long line) {
            for (int i = 0; i < codes.length; i++) {
                if (Arrays.equals(codes[i], 0, codes[i].length, buffer, offset, offset + length)) {
                    column.add(i);
                    return null;
                }
            }
            column.add(CategoryColumn.MISSING);
            String text = new String(buffer, offset, length);
            return new Complaint(
                    "unknown-level", "`" + text + "` is not a level of `" + variable.name() + "`", hint(text));
        }

        private Optional<String> hint(String text) {
            List<String> known = variable.levels().stream().map(Level::code).toList();
            String declared = "the levels are declared at " + variable.location() + ": "
                    + (known.size() <= 12
                            ? String.join(", ", known)
                            : String.join(", ", known.subList(0, 12)) + ", ...");
            return Optional.of(Suggestions.nearest(text, known)
                            .map(n -> "did you mean `" + n + "`? ")
                            .orElse("")
                    + declared
                    + (NO_VALUE.matcher(text).matches()
                            ? "; if it means \"no value\", list it: `missing: [\"" + text + "\"]`"
                            : ""));
        }

        @Override
        void acceptMissing() {
            column.add(CategoryColumn.MISSING);
        }

        @Override
        Column build() {
            return column.build();
        }
    }

    private static final class TextParser extends FieldParser {
        private final TextColumn.Builder column;
        private final boolean unique;
        private final Map<String, Long> seen = new HashMap<>();

        TextParser(VariableSpec variable, boolean unique) {
            super(variable);
            this.unique = unique;
            column = new TextColumn.Builder(variable);
        }

        @Override
        @Nullable
        Complaint accept(char[] buffer, int offset, int length, long line) {
            String text = new String(buffer, offset, length);
            column.add(text);
            if (unique) {
                Long first = seen.putIfAbsent(text, line);
                if (first != null) {
                    return new Complaint(
                            "duplicate-id",
                            "`" + text + "` in `" + variable.name() + "` stands here again; it is on line " + first
                                    + " already",
                            Optional.of("every row needs a name of its own"));
                }
            }
            return null;
        }

        @Override
        void acceptMissing() {
            column.add(null);
        }

        @Override
        Column build() {
            return column.build();
        }
    }
}
