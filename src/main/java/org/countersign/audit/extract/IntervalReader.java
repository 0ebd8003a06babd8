package org.countersign.audit.extract;

import java.math.BigDecimal;
import java.util.Optional;
import org.countersign.audit.extract.IntervalReport.LevelSource;
import org.countersign.audit.extract.Phrases.PMatch;
import org.countersign.audit.extract.Phrases.Range;
import org.countersign.audit.extract.Phrases.Separators;
import org.countersign.numbers.ReportedNumber;

/**
 * Reads an estimate with its interval: {@code RR 0.54 (95% CI 0.39-0.74), p<0.001}; {@code HR 0.80; 95% CI, 0.68 to 0.95};
 * {@code mean difference = -0.2 [-0.5 to 0.2], p = 0.4}; {@code OR (95% CI): 1.5 (1.2-1.9)}. A bracket without the word
 * "CI" is an interval only behind the name of an effect.
 */
final class IntervalReader {

    private static final int HEADER_REACH = 40;

    private IntervalReader() {}

    /** Where limits were found. */
    private record Found(Range range, Optional<BigDecimal> level, int open, Binding binding) {}

    /** How surely the number in front is the estimate. */
    private enum Binding {
        TIGHT,
        /** Words stand between: the estimate must prove itself by lying inside. */
        LOOSE
    }

    static Optional<Match> read(Tokens t, int i) {
        if (!t.isNumber(i) || Phrases.intervalLabel(t, i).isPresent()) {
            return Optional.empty();
        }
        Optional<ReportedNumber> estimate = t.number(i);
        Optional<MeasureReader.Label> label = MeasureReader.before(t, i);
        Optional<Found> found = estimate.flatMap(e -> limits(t, i, label));
        if (estimate.isEmpty() || found.isEmpty()) {
            return Optional.empty();
        }
        return finish(t, i, estimate.get(), label, found.get());
    }

    /**
     * The next item of a list: behind {@code 1.3 (95% CI 1.0-1.7)} and a separator, {@code 1.7 (1.3-2.4)} inherits measure
     * and level. It must be printed like the first, with as many decimals, and hold its estimate.
     *
     * @param end index behind the item before
     * @param before the item before
     */
    static Optional<Match> following(Tokens t, int i, int end, IntervalReport before) {
        if (!t.isNumber(i) || !t.isOpening(i + 1) || !isSeparated(t, end, i)) {
            return Optional.empty();
        }
        Optional<ReportedNumber> estimate = t.number(i);
        Optional<Range> range = Phrases.range(t, i + 2, Separators.ALL);
        if (estimate.isEmpty() || range.isEmpty()) {
            return Optional.empty();
        }
        int next = range.get().next();
        Optional<PMatch> p = t.isSymbol(next, ",;") ? Phrases.p(t, next + 1) : Optional.empty();
        int close = p.map(PMatch::next).orElse(next);
        boolean alike = isPrintedLike(estimate.get(), before.estimate())
                && isPrintedLike(range.get().lower(), before.lower())
                && isPrintedLike(range.get().upper(), before.upper());
        boolean possible = before.measure().scale() != Measure.Scale.LOG
                || range.get().lower().value().signum() >= 0;
        if (!t.isClosing(close) || !alike || !possible || !inside(estimate.get(), range.get())) {
            return Optional.empty();
        }
        IntervalReport report = new IntervalReport(
                t.excerpt(i, close + 1),
                before.measure(),
                Optional.empty(),
                before.adjustment(),
                before.bound(),
                estimate.get(),
                range.get().lower(),
                range.get().upper(),
                before.level(),
                before.levelSource(),
                p.map(PMatch::p));
        return Optional.of(new Match(report, close + 1));
    }

    /** Whether nothing but a separator stands between two items. */
    private static boolean isSeparated(Tokens t, int end, int i) {
        int j = end;
        if (t.isSymbol(j, ",;")) {
            j++;
        }
        if (t.isWord(j, "and", "or", "vs", "versus", "to")) {
            j++;
        }
        return j == i && j > end;
    }

    private static boolean isPrintedLike(ReportedNumber number, ReportedNumber other) {
        return number.decimals() == other.decimals() && number.percent() == other.percent();
    }

    private static Optional<Match> finish(
            Tokens t, int i, ReportedNumber estimate, Optional<MeasureReader.Label> label, Found found) {
        Range range = found.range();
        boolean inside = inside(estimate, range);
        if (found.binding() == Binding.LOOSE && !inside
                || estimate.percent() != range.upper().percent() && !inside) {
            return Optional.empty();
        }
        int last = range.next();
        boolean bracketed = found.open() >= 0;
        int close = bracketed ? t.closing(found.open(), 40) : -1;
        Measure measure = measure(label, estimate);
        Optional<PMatch> p = p(t, last, measure, i);
        if (p.isPresent()) {
            last = p.get().next();
        }
        if (close >= last - 1 && close <= last) {
            last = close + 1;
        }
        IntervalReport report = new IntervalReport(
                t.excerpt(
                        label.map(l -> adjacent(t, l.at(), i) ? l.first(t) : i).orElse(i), last),
                measure,
                SubjectReader.before(t, label.map(MeasureReader.Label::at).orElse(i)),
                label.map(MeasureReader.Label::adjustment).orElse(IntervalReport.Adjustment.NOT_STATED),
                BoundReader.read(t, i, Math.max(last, range.next()), estimate, label),
                estimate,
                range.lower(),
                range.upper(),
                found.level().orElse(new BigDecimal("95")),
                found.level().isPresent() ? LevelSource.PRINTED : LevelSource.ASSUMED,
                p.map(PMatch::p));
        return Optional.of(new Match(report, Math.max(last, range.next())));
    }

    private static boolean adjacent(Tokens t, int label, int i) {
        return i - label <= 3 && !t.isClosing(i - 1);
    }

    private static Measure measure(Optional<MeasureReader.Label> label, ReportedNumber estimate) {
        Measure measure = label.map(MeasureReader.Label::measure).orElse(Measure.OTHER);
        boolean ratio = measure.scale() == Measure.Scale.LOG;
        return ratio && (estimate.percent() || estimate.value().signum() < 0) ? Measure.OTHER : measure;
    }

    private static boolean inside(ReportedNumber estimate, Range range) {
        BigDecimal value = estimate.value();
        BigDecimal lower = range.lower().value();
        BigDecimal upper = range.upper().value();
        BigDecimal unit = estimate.unit().max(range.lower().unit());
        return value.add(unit).compareTo(lower) >= 0 && value.subtract(unit).compareTo(upper) <= 0;
    }

    private static Optional<Found> limits(Tokens t, int i, Optional<MeasureReader.Label> label) {
        int j = i + 1;
        int words = 0;
        Binding binding = Binding.TIGHT;
        while (t.isWord(j) && words < 4 && Phrases.intervalLabel(t, j).isEmpty()) {
            if (!Words.isUnit(t.get(j).text())) {
                binding = Binding.LOOSE;
            }
            j++;
            words++;
        }
        if (t.isSymbol(j, "/") && t.isWord(j + 1)) {
            j += 2;
        }
        boolean separated = t.isSymbol(j, ",;:");
        Optional<Phrases.Label> open = Phrases.intervalLabel(t, separated ? j + 1 : j);
        if (open.isPresent()) {
            return labelled(t, open.get(), -1, binding);
        }
        if (!t.isOpening(j)) {
            return Optional.empty();
        }
        return bracketed(t, j, i, label, binding);
    }

    private static Optional<Found> labelled(Tokens t, Phrases.Label label, int open, Binding binding) {
        int k = label.next();
        int inner = t.isOpening(k) ? k : -1;
        return Phrases.range(t, inner >= 0 ? k + 1 : k, Separators.ALL)
                .map(range -> new Found(range, Optional.of(label.level()), open >= 0 ? open : inner, binding));
    }

    private static Optional<Found> bracketed(
            Tokens t, int open, int i, Optional<MeasureReader.Label> label, Binding binding) {
        int k = open + 1;
        Optional<PMatch> first = Phrases.p(t, k);
        if (first.isPresent()) {
            k = Phrases.behindSeparators(t, first.get().next());
        } else if (t.isWord(k, "se", "sd", "sem") && t.isNumber(t.isSymbol(k + 1, "=") ? k + 2 : k + 1)) {
            k = Phrases.behindSeparators(t, t.isSymbol(k + 1, "=") ? k + 3 : k + 2);
        }
        Optional<Phrases.Label> inner = Phrases.intervalLabel(t, k);
        if (inner.isPresent()) {
            return labelled(t, inner.get(), open, binding);
        }
        if (k != open + 1 || binding == Binding.LOOSE) {
            return Optional.empty();
        }
        Optional<BigDecimal> header = header(t, i);
        boolean effect = label.isPresent()
                && label.get().measure().isEffect()
                && i - label.get().at() <= 3;
        if (header.isEmpty() && !effect) {
            return Optional.empty();
        }
        // "[6.63, 13.94]" without a word on it must prove itself by holding the estimate.
        boolean comma = header.isEmpty() && t.isSymbol(k + 1, ",");
        return Phrases.range(t, k, header.isPresent() || comma ? Separators.ALL : Separators.PLAIN)
                .filter(range -> t.isClosing(range.next()) || !comma && t.isSymbol(range.next(), ";,"))
                .map(range -> new Found(range, header, open, comma ? Binding.LOOSE : binding));
    }

    /** The level of a heading such as "OR (95% CI)" earlier in the sentence, whose own limits do not follow it. */
    private static Optional<BigDecimal> header(Tokens t, int i) {
        for (int j = i - 1; j >= Math.max(0, i - HEADER_REACH) && !t.isBoundary(j); j--) {
            if (t.isWord(j, "ci", "cis", "interval", "intervals")) {
                for (int k = j; k >= j - 4 && k >= 0; k--) {
                    Optional<Phrases.Label> label = Phrases.intervalLabel(t, k);
                    if (label.isPresent() && t.isNumber(k)) {
                        boolean heading = t.isClosing(label.get().next())
                                || t.isClosing(label.get().next() - 1);
                        return heading ? Optional.of(label.get().level()) : Optional.empty();
                    }
                }
            }
        }
        return Optional.empty();
    }

    /**
     * The p behind the limits. Outside their bracket it may belong to a comparison of several estimates; then it is left
     * alone unless the estimate is itself named as an effect.
     */
    private static Optional<PMatch> p(Tokens t, int next, Measure measure, int i) {
        int j = Phrases.behindSeparators(t, next);
        Optional<PMatch> found = Phrases.p(t, j);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        boolean effect = measure.isEffect() && measure != Measure.DIFFERENCE;
        return effect || !followsAnother(t, i) ? found : Optional.empty();
    }

    /** Whether another number with a bracket stands in the sentence shortly before. */
    private static boolean followsAnother(Tokens t, int i) {
        for (int j = i - 1; j >= Math.max(0, i - 25) && !t.isBoundary(j); j--) {
            if (t.isWord(j, "vs", "versus", "compared", "than", "and")) {
                for (int k = j - 1; k >= Math.max(0, j - 3); k--) {
                    if (t.isClosing(k)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }
}
