package org.countersign.audit.checks;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.countersign.numbers.ReportedNumber;
import org.countersign.numbers.RoundingRule;

/** Looks for the ordinary reasons behind numbers that do not fit: another rounding rule, one wrong digit. */
final class Explanations {

    private Explanations() {}

    /** The first rarer rounding rule under which all fits. */
    static Optional<String> rounding(CheckOptions options, Predicate<RoundingRule> fits) {
        for (RoundingRule rule : List.of(
                RoundingRule.TRUNCATE, RoundingRule.FLOOR, RoundingRule.CEILING, RoundingRule.HALF_UP_OR_DOWN)) {
            if (rule != options.rounding() && fits.test(rule)) {
                return Optional.of("rounding: all fits if numbers were rounded " + rule.label());
            }
        }
        return Optional.empty();
    }

    /** Numbers that differ from {@code printed} in one digit, or by two neighbours swapped, and with which all fits. */
    static Optional<String> typo(String role, ReportedNumber printed, Predicate<ReportedNumber> fits) {
        List<String> found = new ArrayList<>();
        for (String text : oneDigitAway(printed.text())) {
            Optional<ReportedNumber> candidate = ReportedNumber.parse(text);
            if (candidate.isPresent() && isPrintable(role, text, candidate.get()) && fits.test(candidate.get())) {
                found.add(text);
                if (found.size() > 4) {
                    break;
                }
            }
        }
        if (found.isEmpty() || found.size() > 4) {
            return Optional.empty();
        }
        return Optional.of("typing error in " + role + ": " + String.join(" or ", found) + " instead of "
                + printed.text() + " would fit");
    }

    /** Nobody prints "01.5", or a p of 0 for one that is not. */
    private static boolean isPrintable(String role, String text, ReportedNumber candidate) {
        int first = 0;
        while (first < text.length() && !isDigit(text.charAt(first)) && text.charAt(first) != '.') {
            first++;
        }
        boolean padded = first + 1 < text.length() && text.charAt(first) == '0' && isDigit(text.charAt(first + 1));
        return !padded && !(role.equals("p") && candidate.value().signum() == 0);
    }

    static Optional<String> decimalSlip(String role, ReportedNumber printed, Predicate<ReportedNumber> fits) {
        for (int shift : new int[] {-1, 1}) {
            BigDecimal value = printed.value().scaleByPowerOfTen(shift);
            BigDecimal unit = printed.unit().scaleByPowerOfTen(shift);
            ReportedNumber moved =
                    new ReportedNumber(value.toPlainString(), printed.comparison(), value, unit, printed.percent());
            if (fits.test(moved)) {
                return Optional.of(
                        "decimal point: " + value.toPlainString() + " instead of " + printed.text() + " would fit");
            }
        }
        return Optional.empty();
    }

    private static List<String> oneDigitAway(String text) {
        List<String> candidates = new ArrayList<>();
        int end = Math.min(text.length(), 16);
        for (int i = 0; i < end; i++) {
            char old = text.charAt(i);
            if (!isDigit(old)) {
                continue;
            }
            for (char digit = '0'; digit <= '9'; digit++) {
                if (digit != old) {
                    candidates.add(text.substring(0, i) + digit + text.substring(i + 1));
                }
            }
            if (i + 1 < text.length() && isDigit(text.charAt(i + 1)) && text.charAt(i + 1) != old) {
                candidates.add(text.substring(0, i) + text.charAt(i + 1) + old + text.substring(i + 2));
            }
        }
        return candidates;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
