package org.countersign.chart.types;

import static java.util.Objects.requireNonNull;

import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.countersign.chart.Anchor;
import org.countersign.chart.Axes;
import org.countersign.chart.AxisText;
import org.countersign.chart.Canvas;
import org.countersign.chart.Chart;
import org.countersign.chart.ChartType;
import org.countersign.chart.DataStatus;
import org.countersign.chart.Drawing;
import org.countersign.chart.Plate;
import org.countersign.chart.Scale;
import org.countersign.chart.SeriesLook;
import org.countersign.chart.TextStyle;
import org.countersign.chart.Tone;

/**
 * Medians, quartiles and ranges of several outcomes by group, all on one axis, with the participants' values as dots
 * when they are given.
 *
 * @param valueHeading heads the column of ready-made texts, for example "Median (quartiles)"
 * @param outcomes from top to bottom, at least one; each has the same groups in the same order
 * @param reference where a line stands: 0 for changes; empty for none
 * @param axis the words along the axis
 */
public record QuartilePlot(String valueHeading, List<Outcome> outcomes, OptionalDouble reference, AxisText axis)
        implements Chart {

    public static final ChartType TYPE = new ChartType(
            "quartiles",
            "Quartile plot",
            "Median, quartiles and range of each outcome by group on one axis, with the values as dots;"
                    + " for change by arm.");

    private static final int WIDTH = 680;
    private static final double BOX = 11;
    private static final double DOTS = 25;
    private static final double GROUP_GAP = 7;
    private static final double OUTCOME_GAP = 20;
    private static final double HEADER = 24;

    /**
     * One outcome.
     *
     * @param label its name
     * @param groups in order
     */
    public record Outcome(String label, List<Group> groups) {
        public Outcome {
            requireNonNull(label);
            groups = List.copyOf(groups);
        }
    }

    /**
     * One group's summary.
     *
     * @param label the group's name
     * @param display the ready-made text, for example "−2 (−4 to 4)"
     * @param values each participant's value; empty draws no dots
     */
    public record Group(
            String label,
            double min,
            double lowerQuartile,
            double median,
            double upperQuartile,
            double max,
            String display,
            List<Double> values) {
        public Group {
            requireNonNull(label);
            requireNonNull(display);
            values = List.copyOf(values);
            if (!(min <= lowerQuartile && lowerQuartile <= median && median <= upperQuartile && upperQuartile <= max)
                    || Double.isInfinite(max - min)) {
                throw new IllegalArgumentException("summary of `" + label + "`: " + min + ", " + lowerQuartile + ", "
                        + median + ", " + upperQuartile + ", " + max + ": expected finite values in order");
            }
        }
    }

    public QuartilePlot {
        requireNonNull(valueHeading);
        requireNonNull(reference);
        requireNonNull(axis);
        outcomes = List.copyOf(outcomes);
        if (outcomes.isEmpty() || outcomes.get(0).groups().isEmpty()) {
            throw new IllegalArgumentException("outcomes " + outcomes + ": expected at least one, with groups");
        }
        SeriesLook.of(outcomes.get(0).groups().size() - 1);
        List<String> names = names(outcomes.get(0));
        for (Outcome outcome : outcomes) {
            if (!names(outcome).equals(names)) {
                throw new IllegalArgumentException(
                        "groups of `" + outcome.label() + "`: " + names(outcome) + ": expected " + names);
            }
        }
    }

    private static List<String> names(Outcome outcome) {
        return outcome.groups().stream().map(Group::label).toList();
    }

    private boolean hasDots() {
        return outcomes.stream()
                .flatMap(outcome -> outcome.groups().stream())
                .anyMatch(g -> !g.values().isEmpty());
    }

    private double groupHeight() {
        return BOX + (hasDots() ? DOTS : 6);
    }

    private double outcomeHeight() {
        return outcomes.get(0).groups().size() * (groupHeight() + GROUP_GAP) - GROUP_GAP;
    }

    @Override
    public ChartType type() {
        return TYPE;
    }

    @Override
    public Drawing draw(DataStatus status) {
        double plot = outcomes.size() * (outcomeHeight() + OUTCOME_GAP);
        double height = HEADER + plot + Axes.heightBelow(axis) + 4;
        return new Plate(WIDTH, (int) Math.ceil(height), status, this::paint);
    }

    private void paint(Canvas canvas) {
        List<Group> all =
                outcomes.stream().flatMap(outcome -> outcome.groups().stream()).toList();
        double groupWidth = all.stream()
                .mapToDouble(g -> TextStyle.VALUE.width(g.label()))
                .max()
                .orElse(0);
        double outcomeWidth = Math.min(
                150,
                outcomes.stream()
                        .mapToDouble(o -> TextStyle.HEADING.width(o.label()))
                        .max()
                        .orElse(0));
        double valueWidth = Math.max(
                TextStyle.HEADING.width(valueHeading),
                all.stream()
                        .mapToDouble(g -> TextStyle.VALUE.width(g.display()))
                        .max()
                        .orElse(0));
        double left = outcomeWidth + 16 + groupWidth + 14;
        double right = WIDTH - valueWidth - 18;
        double bottom = HEADER + outcomes.size() * (outcomeHeight() + OUTCOME_GAP);
        Scale x = scale(all, left, right);

        canvas.text(valueHeading, TextStyle.HEADING, Anchor.END, WIDTH, 14);
        Axes.below(canvas, x, HEADER, bottom, 7, axis);
        canvas.line(Tone.RULE, 1, 0, Canvas.sharp(HEADER - 4), WIDTH, Canvas.sharp(HEADER - 4));
        if (reference.isPresent()) {
            double at = Canvas.sharp(x.at(reference.getAsDouble()));
            canvas.line(Tone.INK, 1, at, HEADER, at, bottom);
        }
        Stacks stacks = stacks(x);
        double top = HEADER + OUTCOME_GAP / 2;
        for (Outcome outcome : outcomes) {
            if (top > HEADER + OUTCOME_GAP) {
                double rule = Canvas.sharp(top - OUTCOME_GAP / 2);
                canvas.line(Tone.GRID, 1, 0, rule, WIDTH, rule);
            }
            outcome(canvas, x, outcome, top, outcomeWidth, left, stacks);
            top += outcomeHeight() + OUTCOME_GAP;
        }
    }

    private Scale scale(List<Group> groups, double from, double to) {
        double low = groups.stream().mapToDouble(Group::min).min().orElse(0);
        double high = groups.stream().mapToDouble(Group::max).max().orElse(1);
        low = Math.min(low, reference.orElse(low));
        high = Math.max(high, reference.orElse(high));
        double margin = low == high ? 1 : 0;
        return Scale.linear(low - margin, high + margin, from, to).nice(7);
    }

    private void outcome(
            Canvas canvas, Scale x, Outcome outcome, double top, double labelWidth, double left, Stacks stacks) {
        List<String> lines = Canvas.wrap(outcome.label(), TextStyle.HEADING, labelWidth + 1);
        double firstMiddle = top + groupHeight() - BOX / 2;
        canvas.lines(lines, TextStyle.HEADING, Anchor.START, 0, firstMiddle + TextStyle.HEADING.middleToBaseline());
        double y = top;
        for (int i = 0; i < outcome.groups().size(); i++) {
            Group group = outcome.groups().get(i);
            SeriesLook look = SeriesLook.of(i);
            double middle = y + groupHeight() - BOX / 2;
            canvas.textBeside(group.label(), TextStyle.VALUE, look.tone(), Anchor.END, left - 14, middle);
            canvas.textBeside(group.display(), TextStyle.VALUE, Anchor.END, WIDTH, middle);
            box(canvas, x, group, look, middle);
            dots(canvas, x, group, look, middle - BOX / 2 - 2, stacks);
            y += groupHeight() + GROUP_GAP;
        }
    }

    private static void box(Canvas canvas, Scale x, Group group, SeriesLook look, double middle) {
        double line = Canvas.sharp(middle);
        canvas.line(look.tone(), 1.2, x.at(group.min()), line, x.at(group.max()), line);
        double from = x.at(group.lowerQuartile());
        double to = x.at(group.upperQuartile());
        Rectangle2D box = new Rectangle2D.Double(from, middle - BOX / 2, to - from, BOX);
        canvas.fill(look.tone().wash(), box);
        canvas.hatch(look.hatch(), look.tone(), box);
        canvas.stroke(look.tone(), 1.2, box);
        double median = x.at(group.median());
        canvas.line(Tone.PAPER, 6, median, middle - BOX / 2 - 2, median, middle + BOX / 2 + 2);
        canvas.line(look.tone(), 3, median, middle - BOX / 2 - 2.5, median, middle + BOX / 2 + 2.5);
    }

    private static TreeMap<Double, Integer> counts(Group group) {
        TreeMap<Double, Integer> counts = new TreeMap<>();
        group.values().forEach(value -> counts.merge(value, 1, Integer::sum));
        return counts;
    }

    /**
     * How the dots of one value are stacked: alike in every group, so that heights compare.
     *
     * @param columns dots side by side
     * @param distance of the dots' centres
     */
    private record Stacks(int columns, double distance) {}

    /** As few columns as let the tallest stack fit in height, as far as the room between neighbouring values allows. */
    private Stacks stacks(Scale x) {
        List<TreeMap<Double, Integer>> all = outcomes.stream()
                .flatMap(outcome -> outcome.groups().stream())
                .map(QuartilePlot::counts)
                .toList();
        int tallest = 1;
        double gap = 12;
        for (TreeMap<Double, Integer> counts : all) {
            Double previous = null;
            for (Map.Entry<Double, Integer> entry : counts.entrySet()) {
                tallest = Math.max(tallest, entry.getValue());
                if (previous != null) {
                    gap = Math.min(gap, x.at(entry.getKey()) - x.at(previous));
                }
                previous = entry.getKey();
            }
        }
        int columns = 1;
        while (columns < 4 && (columns + 1) * 3.2 <= gap * 0.85 && height(tallest, columns) > DOTS - 3) {
            columns++;
        }
        double rows = Math.ceil((double) tallest / columns);
        return new Stacks(columns, Math.min(3.4, (DOTS - 3) / rows));
    }

    private static double height(int count, int columns) {
        return Math.ceil((double) count / columns) * 3.2;
    }

    /** Stacks a dot for each value upwards from {@code floor}. */
    private static void dots(Canvas canvas, Scale x, Group group, SeriesLook look, double floor, Stacks stacks) {
        double distance = stacks.distance();
        double size = Math.max(1.2, Math.min(3, distance * 0.87));
        Path2D all = new Path2D.Double();
        counts(group).forEach((value, count) -> {
            for (int i = 0; i < count; i++) {
                int row = i / stacks.columns();
                int inRow = Math.min(stacks.columns(), count - row * stacks.columns());
                double offset = (i % stacks.columns() - (inRow - 1) / 2.0) * distance;
                Canvas.dot(all, x.at(value) + offset, floor - size / 2 - row * distance);
            }
        });
        if (all.getCurrentPoint() != null) {
            canvas.dots(look.tone(), size, all);
        }
    }
}
