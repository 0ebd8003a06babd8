package org.countersign.chart.types;

import static java.util.Objects.requireNonNull;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.countersign.chart.Anchor;
import org.countersign.chart.Axes;
import org.countersign.chart.AxisText;
import org.countersign.chart.Canvas;
import org.countersign.chart.Chart;
import org.countersign.chart.ChartType;
import org.countersign.chart.DataStatus;
import org.countersign.chart.Drawing;
import org.countersign.chart.Hatch;
import org.countersign.chart.Key;
import org.countersign.chart.Plate;
import org.countersign.chart.Scale;
import org.countersign.chart.SeriesLook;
import org.countersign.chart.TextStyle;
import org.countersign.chart.Tone;

/**
 * Quantities by category, each with its number beside it.
 *
 * @param series the names of one to four series; with more than one, a key is drawn
 * @param categories from top to bottom, at least one
 * @param style bars or dots
 * @param axis the words along the axis; with an empty title no axis is drawn
 */
public record LabelledBars(List<String> series, List<Category> categories, Style style, AxisText axis)
        implements Chart {

    public static final ChartType TYPE = new ChartType(
            "bars",
            "Labelled bars",
            "Quantities by category, each with its number, as bars or dots, for one to four series;"
                    + " for themes, counts, two coders.");

    private static final int WIDTH = 680;
    private static final double BAR = 15;

    /** How a quantity is drawn. */
    public enum Style {
        BARS,
        /** A point on a line from zero, and a line between the series of a category. */
        DOTS
    }

    /**
     * One category.
     *
     * @param label its name
     * @param quantities one for each series
     */
    public record Category(String label, List<Quantity> quantities) {
        public Category {
            requireNonNull(label);
            quantities = List.copyOf(quantities);
        }
    }

    /**
     * One quantity.
     *
     * @param value at least 0
     * @param text the ready-made number beside it
     */
    public record Quantity(double value, String text) {
        public Quantity {
            requireNonNull(text);
            if (!(value >= 0) || Double.isInfinite(value)) {
                throw new IllegalArgumentException("value " + value + ": expected a finite value of at least 0");
            }
        }
    }

    public LabelledBars {
        requireNonNull(style);
        requireNonNull(axis);
        series = List.copyOf(series);
        categories = List.copyOf(categories);
        if (series.isEmpty() || categories.isEmpty()) {
            throw new IllegalArgumentException(
                    "series " + series + " and " + categories.size() + " categories: expected at least one of each");
        }
        SeriesLook.of(series.size() - 1);
        for (Category category : categories) {
            if (category.quantities().size() != series.size()) {
                throw new IllegalArgumentException("category `" + category.label() + "` has "
                        + category.quantities().size() + " quantities: expected " + series.size());
            }
        }
    }

    @Override
    public ChartType type() {
        return TYPE;
    }

    private double rowHeight() {
        return style == Style.DOTS ? 30 : series.size() * (BAR + 2) + 12;
    }

    private double keyHeight() {
        return series.size() > 1 ? key().height(WIDTH) + 8 : 0;
    }

    private double axisHeight() {
        return axis.title().isEmpty() ? 4 : Axes.heightBelow(axis) + 4;
    }

    @Override
    public Drawing draw(DataStatus status) {
        double height = keyHeight() + categories.size() * rowHeight() + axisHeight();
        return new Plate(WIDTH, (int) Math.ceil(height), status, this::paint);
    }

    private void paint(Canvas canvas) {
        double longest = categories.stream()
                .mapToDouble(c -> TextStyle.LABEL.width(c.label()))
                .max()
                .orElse(0);
        double labelWidth = Math.min(longest, WIDTH * 0.4) + 1;
        double textWidth = categories.stream()
                .flatMap(category -> category.quantities().stream())
                .mapToDouble(quantity -> TextStyle.VALUE.width(quantity.text()))
                .max()
                .orElse(0);
        double left = labelWidth + 14;
        double right = WIDTH - textWidth - 12;
        double top = keyHeight();
        double bottom = top + categories.size() * rowHeight();
        double most = categories.stream()
                .flatMap(category -> category.quantities().stream())
                .mapToDouble(Quantity::value)
                .max()
                .orElse(0);
        Scale x = Scale.linear(0, most > 0 ? most : 1, left, right);
        if (series.size() > 1) {
            key().paint(canvas, left, 0, WIDTH - left);
        }
        if (!axis.title().isEmpty()) {
            x = x.nice(5);
            Axes.below(canvas, x, top, bottom, 5, axis);
        }
        double y = top;
        for (Category category : categories) {
            double middle = y + rowHeight() / 2;
            label(canvas, category.label(), labelWidth, left - 12, middle);
            if (style == Style.BARS) {
                bars(canvas, x, category, middle);
            } else {
                dots(canvas, x, category, middle);
            }
            y += rowHeight();
        }
        canvas.line(Tone.RULE, 1, Canvas.sharp(left), top, Canvas.sharp(left), bottom);
    }

    private static void label(Canvas canvas, String label, double width, double right, double middle) {
        List<String> lines = Canvas.wrap(label, TextStyle.LABEL, width);
        double first =
                middle - (lines.size() - 1) * TextStyle.LABEL.lineHeight() / 2 + TextStyle.LABEL.middleToBaseline();
        canvas.lines(lines, TextStyle.LABEL, Anchor.END, right, first);
    }

    private void bars(Canvas canvas, Scale x, Category category, double middle) {
        double y = middle - series.size() * (BAR + 2) / 2 + 1;
        for (int i = 0; i < series.size(); i++) {
            Quantity quantity = category.quantities().get(i);
            SeriesLook look = SeriesLook.of(i);
            Rectangle2D bar = new Rectangle2D.Double(x.from(), y, x.at(quantity.value()) - x.from(), BAR);
            canvas.fill(look.hatch() == Hatch.NONE ? look.tone() : look.tone().wash(), bar);
            canvas.hatch(look.hatch(), look.tone(), bar);
            if (look.hatch() != Hatch.NONE) {
                canvas.stroke(look.tone(), 1, bar);
            }
            canvas.textBeside(quantity.text(), TextStyle.VALUE, Anchor.START, x.at(quantity.value()) + 6, y + BAR / 2);
            y += BAR + 2;
        }
    }

    private void dots(Canvas canvas, Scale x, Category category, double middle) {
        double y = Canvas.sharp(middle);
        double low = category.quantities().stream()
                .mapToDouble(Quantity::value)
                .min()
                .orElse(0);
        double high = category.quantities().stream()
                .mapToDouble(Quantity::value)
                .max()
                .orElse(0);
        canvas.line(Tone.GRID, 1, x.from(), y, x.at(low), y);
        canvas.line(Tone.RULE, 1.5, x.at(low), y, x.at(high), y);
        for (int i = 0; i < series.size(); i++) {
            SeriesLook look = SeriesLook.of(i);
            canvas.marker(
                    look.marker(),
                    look.tone(),
                    x.at(category.quantities().get(i).value()),
                    y,
                    10);
        }
        dotTexts(canvas, x, category, low, high, y);
    }

    /** The smallest to the left of its point, the others together to the right of the largest. */
    private void dotTexts(Canvas canvas, Scale x, Category category, double low, double high, double y) {
        List<String> right = new ArrayList<>();
        boolean leftTaken = series.size() == 1 || low == high;
        for (Quantity quantity : category.quantities()) {
            double room = x.at(low) - x.from() - 14;
            if (!leftTaken && quantity.value() == low && TextStyle.VALUE.width(quantity.text()) < room) {
                canvas.textBeside(quantity.text(), TextStyle.VALUE, Anchor.END, x.at(low) - 10, y);
                leftTaken = true;
            } else if (!right.contains(quantity.text())) {
                right.add(quantity.text());
            }
        }
        canvas.textBeside(String.join(", ", right), TextStyle.VALUE, Anchor.START, x.at(high) + 10, y);
    }

    private Key key() {
        List<Key.Entry> entries = new ArrayList<>();
        for (int i = 0; i < series.size(); i++) {
            SeriesLook look = SeriesLook.of(i);
            Key.Swatch swatch = style == Style.DOTS
                    ? new Key.Point(look.marker(), look.tone())
                    : new Key.Area(
                            look.hatch() == Hatch.NONE
                                    ? look.tone()
                                    : look.tone().wash(),
                            look.hatch(),
                            look.tone());
            entries.add(new Key.Entry(series.get(i), swatch));
        }
        return new Key(entries);
    }
}
