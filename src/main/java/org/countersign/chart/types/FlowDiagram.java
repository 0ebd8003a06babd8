package org.countersign.chart.types;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import org.countersign.chart.Anchor;
import org.countersign.chart.Canvas;
import org.countersign.chart.Chart;
import org.countersign.chart.ChartType;
import org.countersign.chart.DataStatus;
import org.countersign.chart.Drawing;
import org.countersign.chart.Plate;
import org.countersign.chart.TextStyle;
import org.countersign.chart.Tone;

/**
 * The way of the participants through a study: steps that all take, then one column for each arm. Losses stand beside
 * the arrow at which they happen.
 *
 * @param trunk the steps before the arms part, at least one
 * @param arms from left to right, two to four
 */
public record FlowDiagram(List<Step> trunk, List<Arm> arms) implements Chart {

    public static final ChartType TYPE = new ChartType(
            "flow",
            "Participant flow",
            "Boxes and arrows from enrolment to analysis, one column an arm, losses beside the arrows.");

    private static final int WIDTH = 680;
    private static final double LINE = 15;
    private static final double PADDING = 8;
    private static final double ARROW = 26;
    private static final double GUTTER = 22;

    /**
     * A box.
     *
     * @param heading its first line; may be empty
     * @param lines the lines below
     * @param losses the lines of a box beside the arrow that leaves this one; empty for none
     */
    public record Step(String heading, List<String> lines, List<String> losses) {
        public Step {
            requireNonNull(heading);
            lines = List.copyOf(lines);
            losses = List.copyOf(losses);
            if (heading.isBlank() && lines.isEmpty()) {
                throw new IllegalArgumentException("step: expected a heading or lines");
            }
        }

        /** A step that loses nobody. */
        public static Step of(String heading, String... lines) {
            return new Step(heading, List.of(lines), List.of());
        }
    }

    /**
     * One arm.
     *
     * @param steps from allocation to analysis, at least one
     */
    public record Arm(List<Step> steps) {
        public Arm {
            steps = List.copyOf(steps);
            if (steps.isEmpty()) {
                throw new IllegalArgumentException("steps: expected at least one");
            }
        }
    }

    public FlowDiagram {
        trunk = List.copyOf(trunk);
        arms = List.copyOf(arms);
        if (trunk.isEmpty()) {
            throw new IllegalArgumentException("trunk: expected at least one step");
        }
        if (arms.size() < 2 || arms.size() > 4) {
            throw new IllegalArgumentException(arms.size() + " arms: expected two to four");
        }
    }

    /** A step with its lines broken to the width of its box. */
    private record Box(List<String> heading, List<String> lines, List<String> losses) {
        double height() {
            return 2 * PADDING + (heading.size() + lines.size()) * LINE - 2;
        }

        double lossHeight() {
            return losses.isEmpty() ? 0 : 2 * PADDING + losses.size() * LINE - 2;
        }

        double arrow() {
            return Math.max(ARROW, losses.isEmpty() ? 0 : lossHeight() + 20);
        }
    }

    @Override
    public ChartType type() {
        return TYPE;
    }

    @Override
    public Drawing draw(DataStatus status) {
        List<Box> top = boxes(trunk, trunkWidth() - 2 * PADDING, lossWidth());
        List<List<Box>> columns = arms.stream()
                .map(arm -> boxes(arm.steps(), columnWidth() - 2 * PADDING, armLossWidth() - 2 * PADDING))
                .toList();
        int rows = columns.stream().mapToInt(List::size).max().orElse(0);
        double height = 1;
        for (Box box : top) {
            height += box.height() + box.arrow();
        }
        height += 12;
        for (int row = 0; row < rows; row++) {
            height += rowHeight(columns, row) + (row + 1 < rows ? rowArrow(columns, row) : 0);
        }
        return new Plate(WIDTH, (int) Math.ceil(height) + 2, status, canvas -> paint(canvas, top, columns, rows));
    }

    private double columnWidth() {
        return Math.min(260, (WIDTH - GUTTER * (arms.size() - 1)) / arms.size());
    }

    private double trunkWidth() {
        return 260;
    }

    private static double lossWidth() {
        return 170;
    }

    private double armLossWidth() {
        return arms.size() == 2 ? 150 : columnWidth() / 2 - 18;
    }

    private double columnCentre(int column) {
        double pitch = arms.size() == 2 ? 340 : (WIDTH + GUTTER) / arms.size();
        double first = (WIDTH - pitch * (arms.size() - 1)) / 2;
        return first + column * pitch;
    }

    private static List<Box> boxes(List<Step> steps, double width, double lossWidth) {
        List<Box> boxes = new ArrayList<>();
        for (Step step : steps) {
            List<String> heading =
                    step.heading().isBlank() ? List.of() : Canvas.wrap(step.heading(), TextStyle.HEADING, width);
            boxes.add(new Box(heading, wrapAll(step.lines(), width), wrapAll(step.losses(), lossWidth)));
        }
        return boxes;
    }

    private static List<String> wrapAll(List<String> lines, double width) {
        return lines.stream()
                .flatMap(line -> Canvas.wrap(line, TextStyle.VALUE, width).stream())
                .toList();
    }

    private static double rowHeight(List<List<Box>> columns, int row) {
        return columns.stream()
                .filter(column -> row < column.size())
                .mapToDouble(column -> column.get(row).height())
                .max()
                .orElse(0);
    }

    private static double rowArrow(List<List<Box>> columns, int row) {
        return columns.stream()
                .filter(column -> row < column.size())
                .mapToDouble(column -> column.get(row).arrow())
                .max()
                .orElse(0);
    }

    private void paint(Canvas canvas, List<Box> top, List<List<Box>> columns, int rows) {
        double centre = WIDTH / 2.0;
        double y = 1;
        for (int i = 0; i < top.size(); i++) {
            Box box = top.get(i);
            box(canvas, box, centre, y, trunkWidth());
            y += box.height();
            boolean last = i + 1 == top.size();
            double end = y + box.arrow();
            if (last) {
                canvas.line(Tone.RULE, 1, Canvas.sharp(centre), y, Canvas.sharp(centre), Canvas.sharp(end) + 0.5);
            } else {
                canvas.arrow(Tone.RULE, Canvas.sharp(centre), y, Canvas.sharp(centre), end);
            }
            losses(canvas, box, centre, (y + end) / 2, lossWidth() + 2 * PADDING, 34);
            y = end;
        }
        double branch = Canvas.sharp(y);
        canvas.line(
                Tone.RULE,
                1,
                Canvas.sharp(columnCentre(0)) - 0.5,
                branch,
                Canvas.sharp(columnCentre(arms.size() - 1)) + 0.5,
                branch);
        y += 12;
        for (int column = 0; column < arms.size(); column++) {
            double x = Canvas.sharp(columnCentre(column));
            canvas.arrow(Tone.RULE, x, branch, x, y);
        }
        for (int row = 0; row < rows; row++) {
            double height = rowHeight(columns, row);
            double arrow = rowArrow(columns, row);
            for (int column = 0; column < columns.size(); column++) {
                List<Box> boxes = columns.get(column);
                if (row < boxes.size()) {
                    double x = Canvas.sharp(columnCentre(column));
                    Box box = boxes.get(row);
                    box(canvas, box, x, y, columnWidth(), height);
                    if (row + 1 < boxes.size()) {
                        canvas.arrow(Tone.RULE, x, y + height, x, y + height + arrow);
                        losses(canvas, box, x, y + height + arrow / 2, armLossWidth(), 16);
                    }
                }
            }
            y += height + arrow;
        }
    }

    private static void losses(Canvas canvas, Box box, double x, double middle, double width, double distance) {
        if (box.losses().isEmpty()) {
            return;
        }
        double height = box.lossHeight();
        canvas.arrow(Tone.RULE, x, Canvas.sharp(middle), x + distance, Canvas.sharp(middle));
        canvas.box(Tone.PAPER, Tone.RULE, x + distance, middle - height / 2, width, height);
        double baseline = middle - height / 2 + PADDING + 10;
        for (String line : box.losses()) {
            canvas.text(line, TextStyle.VALUE, Anchor.START, x + distance + PADDING, baseline);
            baseline += LINE;
        }
    }

    private static void box(Canvas canvas, Box box, double centre, double y, double width) {
        box(canvas, box, centre, y, width, box.height());
    }

    private static void box(Canvas canvas, Box box, double centre, double y, double width, double height) {
        canvas.box(
                Tone.PAPER,
                Tone.RULE,
                Canvas.sharp(centre - width / 2),
                Canvas.sharp(y),
                Math.floor(width),
                Math.round(height) - 1);
        double baseline = y + (height - box.height()) / 2 + PADDING + 10;
        for (String line : box.heading()) {
            canvas.text(line, TextStyle.HEADING, Anchor.MIDDLE, centre, baseline);
            baseline += LINE;
        }
        for (String line : box.lines()) {
            canvas.text(line, TextStyle.VALUE, Anchor.MIDDLE, centre, baseline);
            baseline += LINE;
        }
    }
}
