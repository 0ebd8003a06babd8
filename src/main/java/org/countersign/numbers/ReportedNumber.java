package org.countersign.numbers;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number as it was printed. The text is kept, because "0.50" says more than "0.5".
 *
 * <p>Understood: a hyphen, a minus sign (U+2212) or an en dash as the sign; a point, a comma or a middle dot as the
 * decimal mark; a missing leading zero; thousands grouped by commas, thin or no-break spaces; powers of ten as
 * {@code 5.8 x 10-48} (multiplication sign, any minus, superscripts) or {@code 5.8e-48}; a trailing percent sign; a
 * leading comparison sign.
 *
 * @param text exactly as printed, without surrounding space
 * @param comparison the sign in front, {@link Comparison#EQUAL} when there is none
 * @param value the printed value; for a percentage the number before the percent sign
 * @param unit one unit in the last printed place of {@code value}
 * @param percent whether a percent sign follows
 */
public record ReportedNumber(String text, Comparison comparison, BigDecimal value, BigDecimal unit, boolean percent) {

    private static final Pattern FORM = Pattern.compile("([<>=\u2264\u2265]{0,2})\\s*"
            + "([-+\u2212\u2013]?)\\s?"
            + "([1-9]\\d{0,2}(?:[,\u2009\u00a0\u202f]\\d{3})+(?![\\d])|\\d+)?"
            + "(?:([.,\u00b7\u2219\u22c5])(\\d+))?"
            + "(?:\\s?[x\u00d7*\u22c5\u00b7\u2219]\\s?10\\s?\\^?\\s?([-+\u2212\u2013\u207b]?[0-9\u2070\u00b9\u00b2\u00b3\u2074-\u2079]{1,4})"
            + "|[eE]([-+\u2212]?\\d{1,4}))?"
            + "\\s?(%?)");
    private static final String SUPERSCRIPTS = "\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079";

    public ReportedNumber {
        requireNonNull(text);
        requireNonNull(comparison);
        requireNonNull(value);
        if (unit.signum() <= 0) {
            throw new IllegalArgumentException("unit = " + unit + ": expected a positive number");
        }
    }

    /**
     * @param text a number as printed
     * @return empty if the whole of {@code text} is not one number
     */
    public static Optional<ReportedNumber> parse(String text) {
        String trimmed = text.strip();
        Optional<ReportedNumber> plain = plain(trimmed);
        if (plain.isPresent()) {
            return plain;
        }
        Matcher m = FORM.matcher(trimmed);
        if (trimmed.length() > 64 || !m.matches() || (m.group(3) == null && m.group(5) == null)) {
            return Optional.empty();
        }
        Optional<Comparison> comparison = comparison(m.group(1));
        if (comparison.isEmpty()) {
            return Optional.empty();
        }
        String whole = m.group(3) == null ? "" : digits(m.group(3));
        String fraction = m.group(5) == null ? "" : m.group(5);
        int exponent = exponent(m.group(6) != null ? m.group(6) : m.group(7));
        BigDecimal magnitude =
                new BigDecimal((whole.isEmpty() ? "0" : whole) + (fraction.isEmpty() ? "" : "." + fraction));
        boolean negative = !m.group(2).isEmpty() && !m.group(2).equals("+");
        BigDecimal value = (negative ? magnitude.negate() : magnitude).scaleByPowerOfTen(exponent);
        BigDecimal unit = BigDecimal.ONE.scaleByPowerOfTen(exponent - fraction.length());
        return Optional.of(new ReportedNumber(
                trimmed, comparison.get(), value, unit, !m.group(8).isEmpty()));
    }

    /** Most numbers of a text are digits with or without a point and need no pattern. */
    private static Optional<ReportedNumber> plain(String text) {
        int point = -1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '.' && point < 0 && i + 1 < text.length()) {
                point = i;
            } else if (c < '0' || c > '9') {
                return Optional.empty();
            }
        }
        if (text.isEmpty() || text.length() > 18) {
            return Optional.empty();
        }
        int decimals = point < 0 ? 0 : text.length() - point - 1;
        return Optional.of(new ReportedNumber(
                text, Comparison.EQUAL, new BigDecimal(text), BigDecimal.ONE.scaleByPowerOfTen(-decimals), false));
    }

    /**
     * @throws IllegalArgumentException if the whole of {@code text} is not one number
     */
    public static ReportedNumber of(String text) {
        return parse(text).orElseThrow(() -> new IllegalArgumentException("text `" + text + "`: expected one number"));
    }

    /** Digits printed behind the decimal mark; negative for a multiple of a power of ten. */
    public int decimals() {
        return unit.precision() == 1 ? unit.scale() : 0;
    }

    /** The values that could have been printed so; {@code < x} and its kin are half-open and know no rounding. */
    public RoundingInterval interval(RoundingRule rule) {
        return switch (comparison) {
            case EQUAL -> rule.interval(value, unit);
            case LESS -> RoundingInterval.below(value, false);
            case LESS_OR_EQUAL -> RoundingInterval.below(value, true);
            case GREATER -> RoundingInterval.above(value, false);
            case GREATER_OR_EQUAL -> RoundingInterval.above(value, true);
        };
    }

    /** {@link #interval(RoundingRule)} under the default rule. */
    public RoundingInterval interval() {
        return interval(RoundingRule.HALF_UP_OR_DOWN);
    }

    /** Whether {@code computed}, on the scale of the printed text, could have been printed so. */
    public boolean covers(double computed, RoundingRule rule) {
        return Double.isFinite(computed) && interval(rule).contains(Decimals.of(computed));
    }

    private static Optional<Comparison> comparison(String sign) {
        return switch (sign) {
            case "", "=" -> Optional.of(Comparison.EQUAL);
            case "<" -> Optional.of(Comparison.LESS);
            case "<=", "\u2264" -> Optional.of(Comparison.LESS_OR_EQUAL);
            case ">" -> Optional.of(Comparison.GREATER);
            case ">=", "\u2265" -> Optional.of(Comparison.GREATER_OR_EQUAL);
            default -> Optional.empty();
        };
    }

    private static String digits(String grouped) {
        StringBuilder digits = new StringBuilder(grouped.length());
        for (int i = 0; i < grouped.length(); i++) {
            char c = grouped.charAt(i);
            if (c >= '0' && c <= '9') {
                digits.append(c);
            }
        }
        return digits.toString();
    }

    private static int exponent(@org.jspecify.annotations.Nullable String printed) {
        if (printed == null) {
            return 0;
        }
        StringBuilder digits = new StringBuilder();
        boolean negative = false;
        for (int i = 0; i < printed.length(); i++) {
            char c = printed.charAt(i);
            int superscript = SUPERSCRIPTS.indexOf(c);
            if (superscript >= 0) {
                digits.append(superscript);
            } else if (c >= '0' && c <= '9') {
                digits.append(c);
            } else if (c != '+') {
                negative = true;
            }
        }
        int magnitude = Integer.parseInt(digits.toString());
        return negative ? -magnitude : magnitude;
    }
}
