package org.countersign.audit.checks;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.countersign.audit.extract.Measure.Scale;
import org.countersign.numbers.ReportedNumber;
import org.countersign.numbers.RoundingInterval;
import org.countersign.numbers.RoundingRule;

/**
 * What an estimate and its two limits, each known only up to rounding, allow for an interval that is symmetric on its
 * scale of analysis: the pairs (lower, upper) whose middle could have been printed as the estimate. On the log scale
 * the middle is the geometric mean. A polygon, described by its corners.
 */
final class IntervalPolygon {

    private final List<Corner> corners;

    /**
     * One admissible interval on the scale of analysis.
     *
     * @param middle m, the distance from no effect
     * @param halfWidth w, positive
     */
    record Corner(double middle, double halfWidth) {}

    private IntervalPolygon(List<Corner> corners) {
        this.corners = corners;
    }

    /**
     * @param scale {@link Scale#LOG} or {@link Scale#IDENTITY}
     * @return empty if no symmetric interval agrees with the three numbers
     */
    static Optional<IntervalPolygon> of(
            ReportedNumber estimate, ReportedNumber lower, ReportedNumber upper, Scale scale, RoundingRule rule) {
        if (!isFeasible(estimate, lower, upper, scale, rule)) {
            return Optional.empty();
        }
        Bounds e = onScale(estimate, scale, rule);
        Bounds l = onScale(lower, scale, rule);
        Bounds u = onScale(upper, scale, rule);
        List<Corner> corners = new ArrayList<>();
        for (double a : new double[] {l.low(), l.high()}) {
            add(corners, a, clamp(2 * e.low() - a, u));
            add(corners, a, clamp(2 * e.high() - a, u));
        }
        for (double b : new double[] {u.low(), u.high()}) {
            add(corners, clamp(2 * e.low() - b, l), b);
            add(corners, clamp(2 * e.high() - b, l), b);
        }
        corners.removeIf(corner -> corner.middle() < e.low() - slack(e) || corner.middle() > e.high() + slack(e));
        return corners.isEmpty() ? Optional.empty() : Optional.of(new IntervalPolygon(corners));
    }

    /** Smallest and largest |m| / w; smallest is 0 where the middle may be no effect. */
    Bounds ratio() {
        double low = Double.POSITIVE_INFINITY;
        double high = 0;
        boolean negative = false;
        boolean positive = false;
        for (Corner corner : corners) {
            double ratio = Math.abs(corner.middle()) / corner.halfWidth();
            low = Math.min(low, ratio);
            high = Math.max(high, ratio);
            negative |= corner.middle() <= 0;
            positive |= corner.middle() >= 0;
        }
        return new Bounds(negative && positive ? 0 : low, high);
    }

    /** Smallest and largest half-width. */
    Bounds halfWidth() {
        double low = Double.POSITIVE_INFINITY;
        double high = 0;
        for (Corner corner : corners) {
            low = Math.min(low, corner.halfWidth());
            high = Math.max(high, corner.halfWidth());
        }
        return new Bounds(low, high);
    }

    /**
     * How far the middle of the limits is from the estimate, in half-widths, beyond what rounding explains; 0 when a
     * symmetric interval is possible.
     */
    static double asymmetry(
            ReportedNumber estimate, ReportedNumber lower, ReportedNumber upper, Scale scale, RoundingRule rule) {
        Bounds e = onScale(estimate, scale, rule);
        Bounds l = onScale(lower, scale, rule);
        Bounds u = onScale(upper, scale, rule);
        double lowest = (l.low() + u.low()) / 2;
        double highest = (l.high() + u.high()) / 2;
        double gap = Math.max(0, Math.max(lowest - e.high(), e.low() - highest));
        double width = (u.high() - l.low()) / 2;
        return width > 0 ? gap / width : gap > 0 ? Double.POSITIVE_INFINITY : 0;
    }

    /** Decided exactly: on the log scale by the products. */
    private static boolean isFeasible(
            ReportedNumber estimate, ReportedNumber lower, ReportedNumber upper, Scale scale, RoundingRule rule) {
        RoundingInterval e = estimate.interval(rule);
        RoundingInterval l = lower.interval(rule);
        RoundingInterval u = upper.interval(rule);
        BigDecimal two = BigDecimal.valueOf(2);
        BigDecimal eLow = positivePart(e.lower().orElseThrow(), scale);
        BigDecimal eHigh = positivePart(e.upper().orElseThrow(), scale);
        BigDecimal lLow = positivePart(l.lower().orElseThrow(), scale);
        BigDecimal lHigh = positivePart(l.upper().orElseThrow(), scale);
        BigDecimal uLow = positivePart(u.lower().orElseThrow(), scale);
        BigDecimal uHigh = positivePart(u.upper().orElseThrow(), scale);
        boolean log = scale == Scale.LOG;
        BigDecimal lowest = log ? lLow.multiply(uLow) : lLow.add(uLow);
        BigDecimal highest = log ? lHigh.multiply(uHigh) : lHigh.add(uHigh);
        int below = lowest.compareTo(log ? eHigh.multiply(eHigh) : eHigh.multiply(two));
        int above = highest.compareTo(log ? eLow.multiply(eLow) : eLow.multiply(two));
        boolean closedBelow = l.lowerClosed() && u.lowerClosed() && e.upperClosed();
        boolean closedAbove = l.upperClosed() && u.upperClosed() && e.lowerClosed();
        return (below < 0 || below == 0 && closedBelow) && (above > 0 || above == 0 && closedAbove);
    }

    private static BigDecimal positivePart(BigDecimal value, Scale scale) {
        return scale == Scale.LOG ? value.max(BigDecimal.ZERO) : value;
    }

    static Bounds onScale(ReportedNumber number, Scale scale, RoundingRule rule) {
        Bounds bounds = Bounds.of(number, rule);
        if (scale != Scale.LOG) {
            return bounds;
        }
        double smallest = number.unit().doubleValue() * 1e-3;
        return bounds.map(x -> Math.log(Math.max(x, smallest)));
    }

    private static void add(List<Corner> corners, double lower, double upper) {
        double halfWidth = (upper - lower) / 2;
        if (halfWidth > 0) {
            corners.add(new Corner((lower + upper) / 2, halfWidth));
        }
    }

    private static double clamp(double value, Bounds bounds) {
        return Math.max(bounds.low(), Math.min(bounds.high(), value));
    }

    private static double slack(Bounds bounds) {
        return 1e-12 * (1 + bounds.farthest());
    }
}
