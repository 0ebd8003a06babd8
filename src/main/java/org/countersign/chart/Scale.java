package org.countersign.chart;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * Maps data values to positions along one direction of the drawing, and finds round values for the ticks.
 *
 * @param kind linear or logarithmic
 * @param min the value at {@code from}
 * @param max the value at {@code to}
 * @param from a position in CSS pixels
 * @param to a position in CSS pixels, possibly smaller than {@code from}
 */
public record Scale(Kind kind, double min, double max, double from, double to) {

    /** How values are spread. */
    public enum Kind {
        LINEAR,
        /** Equal ratios at equal distances; for ratios such as odds ratios. */
        LOGARITHMIC
    }

    /**
     * One tick.
     *
     * @param value in data units
     * @param label with U+2212 for minus and a point for the decimal mark
     */
    public record Tick(double value, String label) {}

    public Scale {
        if (!(min < max) || Double.isInfinite(max - min)) {
            throw new IllegalArgumentException("min " + min + ", max " + max + ": expected finite, min below max");
        }
        if (kind == Kind.LOGARITHMIC && min <= 0) {
            throw new IllegalArgumentException("min " + min + ": expected above 0 on a logarithmic scale");
        }
    }

    public static Scale linear(double min, double max, double from, double to) {
        return new Scale(Kind.LINEAR, min, max, from, to);
    }

    /** Where a value lies; values outside the range lie outside the positions. */
    public double at(double value) {
        return from + fraction(value) * (to - from);
    }

    /** Where a value lies, moved to the nearer end when it is outside the range. */
    public double clampedAt(double value) {
        return from + Math.min(1, Math.max(0, fraction(value))) * (to - from);
    }

    private double fraction(double value) {
        return kind == Kind.LINEAR
                ? (value - min) / (max - min)
                : StrictMath.log(value / min) / StrictMath.log(max / min);
    }

    /** The range widened to the next tick on both sides, ticks about {@code count} in number. */
    public Scale nice(int count) {
        if (kind == Kind.LOGARITHMIC) {
            return this;
        }
        BigDecimal step = step(count);
        double low = multiple(min, step, RoundingMode.FLOOR);
        double high = multiple(max, step, RoundingMode.CEILING);
        return new Scale(kind, low, high, from, to);
    }

    /** Round values inside the range, about {@code count} of them. */
    public List<Tick> ticks(int count) {
        return kind == Kind.LINEAR ? linearTicks(count) : logarithmicTicks(count);
    }

    private List<Tick> linearTicks(int count) {
        BigDecimal step = step(count);
        BigDecimal slack = step.multiply(new BigDecimal("1e-9"));
        BigDecimal value = BigDecimal.valueOf(min)
                .subtract(slack)
                .divide(step, 0, RoundingMode.CEILING)
                .multiply(step);
        BigDecimal last = BigDecimal.valueOf(max).add(slack);
        List<Tick> ticks = new ArrayList<>();
        for (; value.compareTo(last) <= 0; value = value.add(step)) {
            ticks.add(tick(value));
        }
        return List.copyOf(ticks);
    }

    private List<Tick> logarithmicTicks(int count) {
        List<List<String>> families = List.of(List.of("1", "2", "5"), List.of("1", "3"), List.of("1"));
        List<Tick> ticks = List.of();
        for (List<String> family : families) {
            ticks = decades(family);
            if (ticks.size() <= count + 1) {
                break;
            }
        }
        return ticks.size() < 2 ? linearTicks(count) : ticks;
    }

    private List<Tick> decades(List<String> family) {
        List<Tick> ticks = new ArrayList<>();
        for (int decade = (int) Math.floor(StrictMath.log10(min));
                decade <= Math.ceil(StrictMath.log10(max));
                decade++) {
            for (String digit : family) {
                BigDecimal value = new BigDecimal(digit).scaleByPowerOfTen(decade);
                double number = value.doubleValue();
                if (number >= min * (1 - 1e-9) && number <= max * (1 + 1e-9)) {
                    ticks.add(tick(value));
                }
            }
        }
        return ticks;
    }

    /** 1, 2 or 5 times a power of ten. */
    private BigDecimal step(int count) {
        double raw = (max - min) / Math.max(1, count);
        int power = (int) Math.floor(StrictMath.log10(raw));
        double lead = raw / StrictMath.pow(10, power);
        String digit = lead < 1.5 ? "1" : lead < 3.5 ? "2" : lead < 7.5 ? "5" : "10";
        return new BigDecimal(digit).scaleByPowerOfTen(power);
    }

    private static double multiple(double value, BigDecimal step, RoundingMode mode) {
        return BigDecimal.valueOf(value).divide(step, 0, mode).multiply(step).doubleValue();
    }

    private static Tick tick(BigDecimal value) {
        BigDecimal plain = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
        return new Tick(value.doubleValue(), plain.toPlainString().replace('-', '\u2212'));
    }
}
