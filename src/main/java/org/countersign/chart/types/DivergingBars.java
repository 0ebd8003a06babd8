package org.countersign.chart.types;

import static java.util.Objects.requireNonNull;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
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
 * Answers on an agreement scale: disagreement to the left and agreement to the right of a common line, a neutral level
 * half on each side.
 *
 * @param levels the answers from the most negative to the most positive, two to seven; an odd number has a neutral one
 * @param lowHeading heads the texts on the left, for example "Disagree"
 * @param highHeading heads the texts on the right, for example "Agree"
 * @param items from top to bottom, at least one
 */
public record DivergingBars(List<String> levels, String lowHeading, String highHeading, List<Item> items)
        implements Chart {

    public static final ChartType TYPE = new ChartType(
            "likert",
            "Diverging bars",
            "Answers on an agreement scale around a common centre, the neutral level astride it; for surveys.");

    private static final int WIDTH = 680;
    private static final double BAR = 18;
    private static final double ROW = 32;

    /**
     * One question.
     *
     * @param label the question
     * @param shares the share of each level, 0 to 1, in the order of the levels
     * @param texts what stands in each part of the bar, for example "18%"; empty draws nothing
     * @param low the text on the left: the negative levels together
     * @param high the text on the right: the positive levels together
     */
    public record Item(String label, List<Double> shares, List<String> texts, String low, String high) {
        public Item {
            requireNonNull(label);
            requireNonNull(low);
            requireNonNull(high);
            shares = List.copyOf(shares);
            texts = List.copyOf(texts);
            double sum = shares.stream().mapToDouble(Double::doubleValue).sum();
            if (shares.stream().anyMatch(share -> !(share >= 0)) || !(sum <= 1 + 1e-9)) {
                throw new IllegalArgumentException(
                        "shares of `" + label + "`: " + shares + ": expected 0 to 1 each and at most 1 together");
            }
        }
    }

    public DivergingBars {
        requireNonNull(lowHeading);
        requireNonNull(highHeading);
        levels = List.copyOf(levels);
        items = List.copyOf(items);
        if (levels.size() < 2 || levels.size() > 7) {
            throw new IllegalArgumentException("levels " + levels + ": expected two to seven");
        }
        if (items.isEmpty()) {
            throw new IllegalArgumentException("items: expected at least one");
        }
        for (Item item : items) {
            if (item.shares().size() != levels.size() || item.texts().size() != levels.size()) {
                throw new IllegalArgumentException(
                        "item `" + item.label() + "` has " + item.shares().size() + " shares and "
                                + item.texts().size() + " texts: expected " + levels.size());
            }
        }
    }

    @Override
    public ChartType type() {
        return TYPE;
    }

    @Override
    public Drawing draw(DataStatus status) {
        double height = key().height(WIDTH) + 30 + rowTops()[items.size()];
        return new Plate(WIDTH, (int) Math.ceil(height), status, this::paint);
    }

    private double labelWidth() {
        double longest = items.stream()
                .mapToDouble(item -> TextStyle.LABEL.width(item.label()))
                .max()
                .orElse(0);
        return Math.min(longest, WIDTH * 0.34) + 1;
    }

    private double[] rowTops() {
        double[] tops = new double[items.size() + 1];
        for (int i = 0; i < items.size(); i++) {
            int lines = Canvas.wrap(items.get(i).label(), TextStyle.LABEL, labelWidth())
                    .size();
            tops[i + 1] = tops[i] + Math.max(ROW, lines * TextStyle.LABEL.lineHeight() + 10);
        }
        return tops;
    }

    private void paint(Canvas canvas) {
        double labelWidth = labelWidth();
        double sideWidth = Math.max(
                items.stream()
                        .mapToDouble(item -> TextStyle.STRONG_VALUE.width(item.low()))
                        .max()
                        .orElse(0),
                TextStyle.NOTE.width(lowHeading));
        double highWidth = Math.max(
                items.stream()
                        .mapToDouble(item -> TextStyle.STRONG_VALUE.width(item.high()))
                        .max()
                        .orElse(0),
                TextStyle.NOTE.width(highHeading));
        double left = labelWidth + 14 + sideWidth + 8;
        double right = WIDTH - highWidth - 10;
        double low = items.stream().mapToDouble(this::lowShare).max().orElse(0);
        double high = items.stream()
                .mapToDouble(item ->
                        item.shares().stream().mapToDouble(Double::doubleValue).sum() - lowShare(item))
                .max()
                .orElse(0);
        double unit = (right - left) / Math.max(low + high, 0.01);
        double centre = left + low * unit;

        Key key = key();
        key.paint(canvas, 0, 0, WIDTH);
        double head = key.height(WIDTH) + 20;
        canvas.text(lowHeading, TextStyle.NOTE, Anchor.END, left - 8, head);
        canvas.text(highHeading, TextStyle.NOTE, Anchor.START, right + 10, head);
        double top = head + 6;
        double[] tops = rowTops();
        double line = Canvas.sharp(centre);
        canvas.line(Tone.INK, 1, line, top, line, top + tops[items.size()]);
        for (int i = 0; i < items.size(); i++) {
            Item item = items.get(i);
            double middle = top + (tops[i] + tops[i + 1]) / 2;
            label(canvas, item, labelWidth, middle);
            canvas.textBeside(item.low(), TextStyle.STRONG_VALUE, Anchor.END, left - 8, middle);
            canvas.textBeside(item.high(), TextStyle.STRONG_VALUE, Anchor.START, right + 10, middle);
            bar(canvas, item, centre - lowShare(item) * unit, unit, middle);
        }
    }

    private static void label(Canvas canvas, Item item, double width, double middle) {
        List<String> lines = Canvas.wrap(item.label(), TextStyle.LABEL, width);
        double first =
                middle - (lines.size() - 1) * TextStyle.LABEL.lineHeight() / 2 + TextStyle.LABEL.middleToBaseline();
        canvas.lines(lines, TextStyle.LABEL, Anchor.START, 0, first);
    }

    private void bar(Canvas canvas, Item item, double from, double unit, double middle) {
        double x = from;
        for (int level = 0; level < levels.size(); level++) {
            double width = item.shares().get(level) * unit;
            Rectangle2D part = new Rectangle2D.Double(x, middle - BAR / 2, width, BAR);
            canvas.fill(tone(level), part);
            canvas.hatch(hatch(level), Tone.PAPER, part);
            if (level > 0 && width > 0) {
                canvas.line(Tone.PAPER, 1, x, middle - BAR / 2, x, middle + BAR / 2);
            }
            String text = item.texts().get(level);
            double textWidth = TextStyle.NOTE.width(text);
            if (textWidth + 6 <= width) {
                if (hatch(level) != Hatch.NONE) {
                    canvas.fillRectangle(tone(level), x + (width - textWidth) / 2 - 2, middle - 7, textWidth + 4, 14);
                }
                canvas.textBeside(text, TextStyle.NOTE, textTone(level), Anchor.MIDDLE, x + width / 2, middle);
            }
            x += width;
        }
    }

    private double lowShare(Item item) {
        double whole = IntStream.range(0, levels.size() / 2)
                .mapToDouble(level -> item.shares().get(level))
                .sum();
        return levels.size() % 2 == 0 ? whole : whole + item.shares().get(levels.size() / 2) / 2;
    }

    private Key key() {
        List<Key.Entry> entries = new ArrayList<>();
        for (int level = 0; level < levels.size(); level++) {
            entries.add(new Key.Entry(levels.get(level), new Key.Area(tone(level), hatch(level), Tone.PAPER)));
        }
        return new Key(entries);
    }

    /** Steps from the neutral: 0 for it, 1 to 3 outwards. */
    private int steps(int level) {
        int half = levels.size() / 2;
        if (levels.size() % 2 == 1) {
            return Math.abs(level - half);
        }
        return level < half ? half - level : level - half + 1;
    }

    private Tone tone(int level) {
        boolean low = level < levels.size() / 2;
        int strength = levels.size() <= 3 ? steps(level) * 2 : steps(level);
        return switch (strength) {
            case 0 -> Tone.NEUTRAL;
            case 1 -> low ? Tone.WARM_LIGHT : Tone.COOL_LIGHT;
            case 2 -> low ? Tone.WARM_STRONG : Tone.COOL_STRONG;
            default -> low ? Tone.WARM_DEEP : Tone.COOL_DEEP;
        };
    }

    /** The negative levels are textured, so that the sides differ on a grey print. */
    private Hatch hatch(int level) {
        return level < levels.size() / 2 ? Hatch.RISING : Hatch.NONE;
    }

    private Tone textTone(int level) {
        int strength = levels.size() <= 3 ? steps(level) * 2 : steps(level);
        return strength >= 2 && level >= levels.size() / 2 ? Tone.PAPER : Tone.INK;
    }
}
