package org.countersign.numbers;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.regex.Pattern;

/**
 * How a journal prints numbers. Computed values are taken to 15 significant digits and rounded half away from zero, once.
 *
 * @param id of the profile, such as {@code ama}
 * @param label for a reader: "AMA Manual of Style"
 * @param asOf edition or date of the rules
 * @param minus sign of a negative number
 * @param decimalMark between units and tenths
 * @param thousands between groups of three digits of a whole number of five digits or more; may be empty
 * @param leadingZero whether a number that cannot exceed 1 keeps the zero before the decimal mark
 * @param pSymbol "P" or "p"
 * @param pSpacing what stands around the sign between the symbol and the value: a space or nothing
 * @param pDecimals from the smallest: below a limit so many decimals; the last has no limit
 * @param pSmallest p-values below are printed as "less than"
 * @param pGreatest p-values above are printed as "greater than"; 1 for never
 * @param intervalOpen before an interval
 * @param intervalSeparator between its limits
 * @param intervalClose after it
 * @param intervalLabel between the level and the limits: " CI ", " CI, "
 * @param percentDecimals decimals of a percentage of at least {@code percentDecimalsFrom} observations
 * @param percentDecimalsFrom below so many observations a percentage has no decimals
 */
public record NumberStyle(
        String id,
        String label,
        String asOf,
        String minus,
        String decimalMark,
        String thousands,
        LeadingZero leadingZero,
        String pSymbol,
        String pSpacing,
        List<PDecimals> pDecimals,
        BigDecimal pSmallest,
        BigDecimal pGreatest,
        String intervalOpen,
        String intervalSeparator,
        String intervalClose,
        String intervalLabel,
        int percentDecimals,
        long percentDecimalsFrom) {

    private static final BigDecimal FIVE_PERCENT = new BigDecimal("0.05");

    public NumberStyle {
        requireNonNull(id);
        requireNonNull(label);
        requireNonNull(asOf);
        requireNonNull(leadingZero);
        pDecimals = List.copyOf(pDecimals);
        if (pDecimals.isEmpty()) {
            throw new IllegalArgumentException("pDecimals is empty; expected at least the one without a limit");
        }
    }

    /** Whether a number that cannot exceed 1 keeps the zero before the decimal mark. */
    public enum LeadingZero {
        ALWAYS,
        /** Left out of probabilities only: p-values. */
        NOT_IF_PROBABILITY,
        /** Left out where the number cannot exceed 1: p-values, correlations. */
        NOT_IF_BOUNDED
    }

    /** Decimals of p-values below a limit. */
    public record PDecimals(BigDecimal below, int decimals) {}

    /** A number with a fixed number of decimals. */
    public String decimal(double value, int decimals) {
        return signed(Decimals.of(value).setScale(decimals, RoundingMode.HALF_UP));
    }

    /** A number that cannot exceed 1 in size. */
    public String bounded(double value, int decimals) {
        BigDecimal rounded = Decimals.of(value).setScale(decimals, RoundingMode.HALF_UP);
        String text = signed(rounded);
        return leadingZero == LeadingZero.NOT_IF_BOUNDED && rounded.abs().compareTo(BigDecimal.ONE) < 0
                ? text.replaceFirst("0" + Pattern.quote(decimalMark), decimalMark)
                : text;
    }

    /** A whole number. */
    public String count(long value) {
        return signed(BigDecimal.valueOf(value));
    }

    /**
     * A percentage with its sign.
     *
     * @param proportion between 0 and 1
     * @param total observations behind it
     */
    public String percent(double proportion, long total) {
        return percentagePoints(proportion, total) + "%";
    }

    /**
     * A difference of two percentages, in percentage points, as precisely as the percentages.
     *
     * @param difference of two proportions
     * @param total observations behind it
     */
    public String percentagePoints(double difference, long total) {
        int decimals = total >= percentDecimalsFrom ? percentDecimals : 0;
        BigDecimal hundredfold = Decimals.of(difference).movePointRight(2);
        return signed(hundredfold.setScale(decimals, RoundingMode.HALF_UP));
    }

    /**
     * A p-value without its symbol: ".04", "&lt;.001" with the sign in front where there is no value to print. A value below
     * 0.05 is never printed as .05, which would hide on which side it lies: it gets a decimal more. One below
     * 1 is never printed as 1: what rounds there is "&gt;.99", or as many nines as there are decimals.
     */
    public String p(double value) {
        BigDecimal p = Decimals.of(value);
        if (p.compareTo(pSmallest) < 0) {
            return "<" + boundedText(pSmallest);
        }
        if (p.compareTo(pGreatest) > 0) {
            return ">" + boundedText(pGreatest);
        }
        int decimals = pDecimals.get(pDecimals.size() - 1).decimals();
        for (PDecimals rule : pDecimals) {
            if (p.compareTo(rule.below()) < 0) {
                decimals = rule.decimals();
                break;
            }
        }
        BigDecimal rounded = p.setScale(decimals, RoundingMode.HALF_UP);
        if (p.compareTo(FIVE_PERCENT) < 0 && rounded.compareTo(FIVE_PERCENT) >= 0) {
            rounded = p.setScale(decimals + 1, RoundingMode.HALF_UP);
        }
        if (rounded.compareTo(BigDecimal.ONE) >= 0 && p.compareTo(BigDecimal.ONE) < 0) {
            return ">" + boundedText(BigDecimal.ONE.subtract(BigDecimal.ONE.movePointLeft(decimals)));
        }
        return boundedText(rounded);
    }

    /** A p-value with its symbol: "P = .04", "P &lt; .001". */
    public String pStatement(String printed) {
        String sign = printed.startsWith("<") || printed.startsWith(">") ? printed.substring(0, 1) : "=";
        String rest = sign.equals("=") ? printed : printed.substring(1);
        return pSymbol + pSpacing + sign + pSpacing + rest;
    }

    private String boundedText(BigDecimal value) {
        String text = signed(value);
        return leadingZero != LeadingZero.ALWAYS && value.compareTo(BigDecimal.ONE) < 0
                ? text.replaceFirst("^0", "")
                : text;
    }

    private String signed(BigDecimal value) {
        String plain = value.abs().toPlainString();
        int point = plain.indexOf('.');
        String whole = point < 0 ? plain : plain.substring(0, point);
        String fraction = point < 0 ? "" : decimalMark + plain.substring(point + 1);
        if (whole.length() >= 5 && !thousands.isEmpty()) {
            StringBuilder grouped = new StringBuilder(whole);
            for (int i = whole.length() - 3; i > 0; i -= 3) {
                grouped.insert(i, thousands);
            }
            whole = grouped.toString();
        }
        return (value.signum() < 0 ? minus : "") + whole + fraction;
    }
}
