package org.countersign.chart.types;

import static java.util.Objects.requireNonNull;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.countersign.chart.Anchor;
import org.countersign.chart.Canvas;
import org.countersign.chart.Chart;
import org.countersign.chart.ChartType;
import org.countersign.chart.DataStatus;
import org.countersign.chart.Drawing;
import org.countersign.chart.Hatch;
import org.countersign.chart.Key;
import org.countersign.chart.Plate;
import org.countersign.chart.TextStyle;
import org.countersign.chart.Tone;

/**
 * How each group divides into ordered outcomes, best to worst, lines joining the same outcome between the groups.
 *
 * @param outcomes from best to worst, two to six
 * @param groups from top to bottom, at least one
 */
public record StackedBars(List<String> outcomes, List<Group> groups) implements Chart {

    public static final ChartType TYPE = new ChartType(
            "stacked",
            "Stacked outcome bars",
            "How each group divides into ordered outcomes, best to worst; for ordinal endpoints.");

    private static final int WIDTH = 680;
    private static final double BAR = 34;
    private static final double GAP = 26;

    /**
     * One group.
     *
     * @param label its name
     * @param note stands under the name, for example its size; may be empty
     * @param shares the share of each outcome, 0 to 1, together 1
     * @param texts what stands in each part, for example "28"; left out where it does not fit
     */
    public record Group(String label, String note, List<Double> shares, List<String> texts) {
        public Group {
            requireNonNull(label);
            requireNonNull(note);
            shares = List.copyOf(shares);
            texts = List.copyOf(texts);
            double sum = shares.stream().mapToDouble(Double::doubleValue).sum();
            if (shares.stream().anyMatch(share -> !(share >= 0)) || !(Math.abs(sum - 1) <= 1e-9)) {
                throw new IllegalArgumentException(
                        "shares of `" + label + "`: " + shares + ": expected 0 to 1 each and 1 together");
            }
        }
    }

    public StackedBars {
        outcomes = List.copyOf(outcomes);
        groups = List.copyOf(groups);
        if (outcomes.size() < 2 || outcomes.size() > 6) {
            throw new IllegalArgumentException("outcomes " + outcomes + ": expected two to six");
        }
        if (groups.isEmpty()) {
            throw new IllegalArgumentException("groups: expected at least one");
        }
        for (Group group : groups) {
            if (group.shares().size() != outcomes.size() || group.texts().size() != outcomes.size()) {
                throw new IllegalArgumentException(
                        "group `" + group.label() + "` has " + group.shares().size() + " shares and "
                                + group.texts().size() + " texts: expected " + outcomes.size());
            }
        }
    }

    @Override
    public ChartType type() {
        return TYPE;
    }

    @Override
    public Drawing draw(DataStatus status) {
        double height = key().height(WIDTH) + 12 + groups.size() * (BAR + GAP) - GAP + 4;
        return new Plate(WIDTH, (int) Math.ceil(height), status, this::paint);
    }

    private void paint(Canvas canvas) {
        Key key = key();
        key.paint(canvas, 0, 0, WIDTH);
        double left = groups.stream()
                        .mapToDouble(group ->
                                Math.max(TextStyle.HEADING.width(group.label()), TextStyle.NOTE.width(group.note())))
                        .max()
                        .orElse(0)
                + 14;
        double unit = WIDTH - left;
        double top = key.height(WIDTH) + 12;
        for (int i = 0; i < groups.size(); i++) {
            Group group = groups.get(i);
            double middle = top + BAR / 2;
            if (group.note().isEmpty()) {
                canvas.textBeside(group.label(), TextStyle.HEADING, Anchor.START, 0, middle);
            } else {
                canvas.text(group.label(), TextStyle.HEADING, Anchor.START, 0, middle - 2);
                canvas.text(group.note(), TextStyle.NOTE, Anchor.START, 0, middle + 12);
            }
            if (i + 1 < groups.size()) {
                joins(canvas, group, groups.get(i + 1), left, unit, top + BAR);
            }
            bar(canvas, group, left, unit, top);
            top += BAR + GAP;
        }
    }

    private void bar(Canvas canvas, Group group, double left, double unit, double top) {
        double x = left;
        for (int i = 0; i < outcomes.size(); i++) {
            double width = group.shares().get(i) * unit;
            Rectangle2D part = new Rectangle2D.Double(x, top, width, BAR);
            canvas.fill(tone(i), part);
            canvas.hatch(hatch(i), Tone.PAPER, part);
            if (i > 0 && width > 0) {
                canvas.line(Tone.PAPER, 1.5, x, top, x, top + BAR);
            }
            String text = group.texts().get(i);
            double textWidth = TextStyle.STRONG_VALUE.width(text);
            if (textWidth + 6 <= width) {
                if (hatch(i) != Hatch.NONE) {
                    canvas.fillRectangle(
                            tone(i), x + (width - textWidth) / 2 - 3, top + BAR / 2 - 8, textWidth + 6, 16);
                }
                canvas.textBeside(
                        text, TextStyle.STRONG_VALUE, textTone(i), Anchor.MIDDLE, x + width / 2, top + BAR / 2);
            }
            x += width;
        }
    }

    private void joins(Canvas canvas, Group upper, Group lower, double left, double unit, double top) {
        double from = left;
        double to = left;
        for (int i = 0; i + 1 < outcomes.size(); i++) {
            from += upper.shares().get(i) * unit;
            to += lower.shares().get(i) * unit;
            canvas.line(Tone.RULE, 0.8, from, top, to, top + GAP);
        }
    }

    private Key key() {
        List<Key.Entry> entries = new ArrayList<>();
        for (int i = 0; i < outcomes.size(); i++) {
            entries.add(new Key.Entry(outcomes.get(i), new Key.Area(tone(i), hatch(i), Tone.PAPER)));
        }
        return new Key(entries);
    }

    /** The tones from best to worst, as many as there are outcomes. */
    private Tone tone(int index) {
        List<Tone> tones = switch (outcomes.size()) {
            case 2 -> List.of(Tone.COOL_STRONG, Tone.WARM_STRONG);
            case 3 -> List.of(Tone.COOL_STRONG, Tone.NEUTRAL, Tone.WARM_STRONG);
            case 4 -> List.of(Tone.COOL_STRONG, Tone.COOL_LIGHT, Tone.WARM_LIGHT, Tone.WARM_STRONG);
            case 5 -> List.of(Tone.COOL_STRONG, Tone.COOL_LIGHT, Tone.NEUTRAL, Tone.WARM_LIGHT, Tone.WARM_STRONG);
            default ->
                List.of(
                        Tone.COOL_STRONG,
                        Tone.COOL_LIGHT,
                        Tone.NEUTRAL,
                        Tone.WARM_LIGHT,
                        Tone.WARM_STRONG,
                        Tone.WARM_DEEP);
        };
        return tones.get(index);
    }

    private Hatch hatch(int index) {
        return switch (tone(index)) {
            case WARM_LIGHT, WARM_STRONG -> Hatch.RISING;
            default -> Hatch.NONE;
        };
    }

    private Tone textTone(int index) {
        return switch (tone(index)) {
            case COOL_STRONG, WARM_DEEP -> Tone.PAPER;
            default -> Tone.INK;
        };
    }
}
