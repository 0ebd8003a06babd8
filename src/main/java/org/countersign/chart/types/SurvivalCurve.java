package org.countersign.chart.types;

import static java.util.Objects.requireNonNull;

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
import org.countersign.chart.Plate;
import org.countersign.chart.Scale;
import org.countersign.chart.SeriesLook;
import org.countersign.chart.TextStyle;
import org.countersign.chart.Tone;
import org.countersign.chart.XYLayer;

/**
 * Kaplan-Meier curves with the numbers at risk below.
 *
 * @param timeTitle the title of the time axis, with its unit
 * @param yTitle the title of the vertical axis
 * @param riskHeading heads the numbers at risk
 * @param riskTimes where the numbers at risk are given, in order
 * @param groups one to four
 */
public record SurvivalCurve(
        String timeTitle, String yTitle, String riskHeading, List<Double> riskTimes, List<Group> groups)
        implements Chart {

    public static final ChartType TYPE = new ChartType(
            "survival",
            "Survival curves",
            "Kaplan-Meier curves by group with marks for censoring and the numbers at risk.");

    private static final int WIDTH = 640;
    private static final int PLOT_HEIGHT = 280;
    private static final double RISK_ROW = 16;

    /**
     * One curve.
     *
     * @param label its name
     * @param steps in the order of time; the curve starts at time 0 and 1 by itself
     * @param censored the times of censoring
     * @param end where the curve ends
     * @param atRisk the ready-made numbers, one for each of the risk times
     */
    public record Group(String label, List<Step> steps, List<Double> censored, double end, List<String> atRisk) {
        public Group {
            requireNonNull(label);
            steps = List.copyOf(steps);
            censored = List.copyOf(censored);
            atRisk = List.copyOf(atRisk);
            if (!(end > 0) || Double.isInfinite(end)) {
                throw new IllegalArgumentException("end of `" + label + "`: " + end + ": expected a time above 0");
            }
        }

        double survivalAt(double time) {
            double survival = 1;
            for (Step step : steps) {
                if (step.time() <= time) {
                    survival = step.survival();
                }
            }
            return survival;
        }
    }

    /** The survival from a time on. */
    public record Step(double time, double survival) {
        public Step {
            if (!(time >= 0) || !(survival >= 0 && survival <= 1)) {
                throw new IllegalArgumentException("step at " + time + " to " + survival
                        + ": expected a time of at least 0 and a survival in 0 to 1");
            }
        }
    }

    public SurvivalCurve {
        requireNonNull(timeTitle);
        requireNonNull(yTitle);
        requireNonNull(riskHeading);
        riskTimes = List.copyOf(riskTimes);
        groups = List.copyOf(groups);
        if (groups.isEmpty()) {
            throw new IllegalArgumentException("groups: expected at least one");
        }
        SeriesLook.of(groups.size() - 1);
        for (Group group : groups) {
            if (group.atRisk().size() != riskTimes.size()) {
                throw new IllegalArgumentException("group `" + group.label() + "` has "
                        + group.atRisk().size() + " numbers at risk: expected " + riskTimes.size());
            }
        }
    }

    @Override
    public ChartType type() {
        return TYPE;
    }

    private double riskHeight() {
        return riskTimes.isEmpty() ? 0 : 10 + (groups.size() + 1) * RISK_ROW;
    }

    @Override
    public Drawing draw(DataStatus status) {
        double height = 8 + PLOT_HEIGHT + Axes.heightBelow(AxisText.of(timeTitle)) + riskHeight() + 4;
        return new Plate(WIDTH, (int) Math.ceil(height), status, this::paint);
    }

    private void paint(Canvas canvas) {
        double top = 8;
        double bottom = top + PLOT_HEIGHT;
        double names = groups.stream()
                .mapToDouble(group -> TextStyle.VALUE.width(group.label()))
                .max()
                .orElse(0);
        Scale y = Scale.linear(0, 1.02, bottom, top);
        double left = Math.ceil(Math.max(Axes.widthLeft(y, 5, yTitle), riskTimes.isEmpty() ? 0 : names + 18));
        double right = Math.floor(WIDTH - names - 14);
        double end = groups.stream().mapToDouble(Group::end).max().orElse(1);
        Scale x = Scale.linear(0, end, left, right);

        Axes.below(canvas, x, top, bottom, 7, AxisText.of(timeTitle));
        Axes.left(canvas, y, left, right, 5, yTitle);
        XYLayer layer = XYLayer.on(x, y);
        for (int i = 0; i < groups.size(); i++) {
            curve(layer, groups.get(i), i);
        }
        layer.paint(canvas);
        for (int i = 0; i < groups.size(); i++) {
            Tone tone = SeriesLook.of(i).tone();
            for (double time : groups.get(i).censored()) {
                double at = y.at(groups.get(i).survivalAt(time));
                canvas.line(tone, 1.2, x.at(time), at - 4, x.at(time), at + 4);
            }
        }
        names(canvas, x, y);
        risks(canvas, x, bottom + Axes.heightBelow(AxisText.of(timeTitle)) + 10, left);
    }

    private static void curve(XYLayer layer, Group group, int index) {
        List<Double> times = new ArrayList<>(List.of(0.0));
        List<Double> survivals = new ArrayList<>(List.of(1.0));
        for (Step step : group.steps()) {
            times.add(step.time());
            survivals.add(step.survival());
        }
        times.add(group.end());
        survivals.add(survivals.get(survivals.size() - 1));
        layer.steps(SeriesLook.of(index).tone(), 2, times, survivals, index == 0 ? 0 : 3 + index * 2);
    }

    /** Each curve's name right of the plot, at the height of its end, moved apart where they would overlap. */
    private void names(Canvas canvas, Scale x, Scale y) {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < groups.size(); i++) {
            order.add(i);
        }
        order.sort((a, b) -> Double.compare(
                groups.get(b).survivalAt(groups.get(b).end()),
                groups.get(a).survivalAt(groups.get(a).end())));
        double free = y.to();
        for (int index : order) {
            Group group = groups.get(index);
            double at = Math.max(free, y.at(group.survivalAt(group.end())));
            canvas.textBeside(
                    group.label(), TextStyle.VALUE, SeriesLook.of(index).tone(), Anchor.START, x.to() + 6, at);
            free = at + 14;
        }
    }

    private void risks(Canvas canvas, Scale x, double top, double left) {
        if (riskTimes.isEmpty()) {
            return;
        }
        canvas.text(riskHeading, TextStyle.NOTE, Anchor.START, 0, top + 2);
        for (double time : riskTimes) {
            String at = time == Math.rint(time) ? Long.toString((long) time) : Double.toString(time);
            canvas.text(at, TextStyle.NOTE, Anchor.MIDDLE, x.at(time), top + 2);
        }
        double baseline = top + RISK_ROW + 4;
        for (int i = 0; i < groups.size(); i++) {
            Group group = groups.get(i);
            canvas.text(group.label(), TextStyle.VALUE, SeriesLook.of(i).tone(), Anchor.END, left - 14, baseline);
            for (int k = 0; k < riskTimes.size(); k++) {
                canvas.text(group.atRisk().get(k), TextStyle.TICK, Anchor.MIDDLE, x.at(riskTimes.get(k)), baseline);
            }
            baseline += RISK_ROW;
        }
    }
}
