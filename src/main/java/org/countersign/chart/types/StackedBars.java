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
 * @param blockSize how many groups belong together, such as the arms at one time; lines join these only
 */
public record StackedBars(List<String> outcomes, List<Group> groups, int blockSize) implements Chart {

    public static final ChartType TYPE = new ChartType(
            "stacked",
            "Stacked outcome bars",
            "How each group divides into ordered outcomes, best to worst; for ordinal endpoints.");

    private static final int WIDTH = 680;
    private static final double BAR = 34;
    private static final double GAP = 26;
    private static final double BLOCK_GAP = 10;
    private static final double WIDEST_LABEL = 210;

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
        if (groups.isEmpty() || blockSize < 1) {
            throw new IllegalArgumentException(
                    groups.size() + " groups in blocks of " + blockSize + ": expected at least one");
        }
        for (Group group : groups) {
            if (group.shares().size() != outcomes.size() || group.texts().size() != outcomes.size()) {
                throw new IllegalArgumentException(
                        "group `" + group.label() + "` has " + group.shares().size() + " shares and "
                                + group.texts().size() + " texts: expected " + outcomes.size());
            }
        }
    }

    /** Groups that all belong together. */
    public StackedBars(List<String> outcomes, List<Group> groups) {
        this(outcomes, groups, Math.max(1, groups.size()));
    }

    private boolean endsBlock(int group) {
        return (group + 1) % blockSize == 0;
    }

    @Override
    public ChartType type() {
        return TYPE;
    }

    @Override
    public Drawing draw(DataStatus status) {
        int blocks = (groups.size() + blockSize - 1) / blockSize;
        double height = key().height(WIDTH) + 12 + groups.size() * (BAR + GAP) - GAP + 4 + (blocks - 1) * BLOCK_GAP;
        return new Plate(WIDTH, (int) Math.ceil(height), status, this::paint);
    }

    private void paint(Canvas canvas) {
        Key key = key();
        key.paint(canvas, 0, 0, WIDTH);
        double labels = Math.min(
                WIDEST_LABEL,
                groups.stream()
                        .mapToDouble(group ->
                                Math.max(TextStyle.HEADING.width(group.label()), TextStyle.NOTE.width(group.note())))
                        .max()
                        .orElse(0));
        double left = labels + 14;
        double unit = WIDTH - left;
        double top = key.height(WIDTH) + 12;
        for (int i = 0; i < groups.size(); i++) {
            Group group = groups.get(i);
            double middle = top + BAR / 2;
            label(canvas, group, labels, middle);
            if (i + 1 < groups.size() && !endsBlock(i)) {
                joins(canvas, group, groups.get(i + 1), left, unit, top + BAR);
            }
            bar(canvas, group, left, unit, top);
            top += BAR + GAP + (endsBlock(i) ? BLOCK_GAP : 0);
        }
    }

    private static void label(Canvas canvas, Group group, double width, double middle) {
        List<String> lines = Canvas.wrap(group.label(), TextStyle.HEADING, width + 1);
        if (group.note().isEmpty() && lines.size() == 1) {
            canvas.textBeside(group.label(), TextStyle.HEADING, Anchor.START, 0, middle);
            return;
        }
        double first = middle - 2 - (lines.size() - 1) * 8;
        canvas.lines(lines, TextStyle.HEADING, Anchor.START, 0, first);
        canvas.text(group.note(), TextStyle.NOTE, Anchor.START, 0, first + lines.size() * 14);
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
