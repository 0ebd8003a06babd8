package org.countersign.chart;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.countersign.chart.types.DivergingBars;
import org.countersign.chart.types.FlowDiagram;
import org.countersign.chart.types.ForestPlot;
import org.countersign.chart.types.Histogram;
import org.countersign.chart.types.LabelledBars;
import org.countersign.chart.types.QuartilePlot;
import org.countersign.chart.types.ScatterPlot;
import org.countersign.chart.types.SlopeChart;
import org.countersign.chart.types.StackedBars;
import org.countersign.chart.types.StripPlot;
import org.countersign.chart.types.SurvivalCurve;

/** One sample of each chart type, with made-up data, for tests and for looking at. */
public final class SampleCharts {

    private SampleCharts() {}

    /** By name, in order. */
    public static Map<String, Chart> all() {
        Map<String, Chart> charts = new LinkedHashMap<>();
        charts.put("quartiles", quartiles());
        charts.put("forest", forest());
        charts.put("forest-ratios", ratios());
        charts.put("forest-long", longLabels());
        charts.put("likert", likert());
        charts.put("bars", bars());
        charts.put("dots", dots());
        charts.put("stacked", stacked());
        charts.put("flow", flow());
        charts.put("flow-three", flowOfThree());
        charts.put("scatter", scatter());
        charts.put("survival", survival());
        charts.put("slope", slope());
        charts.put("histogram", histogram());
        charts.put("strip", strip());
        return charts;
    }

    private static QuartilePlot quartiles() {
        SplittableRandom random = new SplittableRandom(7);
        List<QuartilePlot.Outcome> outcomes = new ArrayList<>();
        for (String label : List.of("Emotional exhaustion", "Depersonalization", "Personal accomplishment")) {
            outcomes.add(new QuartilePlot.Outcome(
                    label, List.of(group("Mentored", 51, -1, random), group("Control", 84, 0, random))));
        }
        return new QuartilePlot(
                "Median (quartiles)",
                outcomes,
                OptionalDouble.of(0),
                new AxisText("Change in score, end of rotation minus start", "decrease", "increase"));
    }

    private static QuartilePlot.Group group(String label, int n, int shift, SplittableRandom random) {
        List<Double> values = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            double sum = 0;
            for (int k = 0; k < 4; k++) {
                sum += random.nextInt(9) - 4;
            }
            values.add(sum + shift);
        }
        List<Double> sorted = values.stream().sorted().toList();
        double q1 = sorted.get(n / 4);
        double median = sorted.get(n / 2);
        double q3 = sorted.get(3 * n / 4);
        String display = String.format(java.util.Locale.ROOT, "%.0f (%.0f to %.0f)", median, q1, q3)
                .replace('-', '−');
        return new QuartilePlot.Group(label, sorted.get(0), q1, median, q3, sorted.get(n - 1), display, values);
    }

    private static ForestPlot forest() {
        return new ForestPlot(
                "Subscale",
                List.of("Mean difference (95% CI)", "P"),
                List.of(
                        single("Emotional exhaustion", -0.2, -0.5, 0.2, "−0.2 (−0.5 to 0.2)", ".40"),
                        single("Depersonalization", -0.2, -1.8, 1.5, "−0.2 (−1.8 to 1.5)", ".90"),
                        single("Personal accomplishment", 2.2, 0.1, 4.3, "2.2 (0.1 to 4.3)", ".04")),
                OptionalDouble.of(0),
                Scale.Kind.LINEAR,
                new AxisText("Adjusted difference in change, points", "lower with mentoring", "higher with mentoring"));
    }

    private static ForestPlot.Estimate single(
            String label, double estimate, double lower, double upper, String text, String p) {
        return new ForestPlot.Estimate(label, estimate, lower, upper, ForestPlot.Emphasis.SINGLE, List.of(text, p));
    }

    private static ForestPlot ratios() {
        return new ForestPlot(
                "",
                List.of("Streptomycin", "Control", "Risk ratio (95% CI)"),
                List.of(
                        new ForestPlot.Heading("Baseline condition"),
                        ratio("Good", 1.02, 0.66, 1.58, "6/8", "12/17", "1.02 (0.66–1.58)"),
                        ratio("Fair", 2.35, 1.02, 5.43, "10/17", "5/20", "2.35 (1.02–5.43)"),
                        new ForestPlot.NoEstimate("Poor", List.of("12/30", "0/24", "not computable")),
                        new ForestPlot.Heading("Sex"),
                        ratio("Women", 3.39, 1.56, 7.36, "22/31", "6/28", "3.39 (1.56–7.36)"),
                        new ForestPlot.Estimate(
                                "All participants",
                                2.28,
                                1.49,
                                3.49,
                                ForestPlot.Emphasis.SUMMARY,
                                List.of("38/55", "17/52", "2.28 (1.49–3.49)"))),
                OptionalDouble.of(1),
                Scale.Kind.LOGARITHMIC,
                new AxisText("Risk ratio, log scale", "favours control", "favours streptomycin"));
    }

    private static ForestPlot longLabels() {
        return new ForestPlot(
                "Characteristic",
                List.of("Mentored", "Control", "Risk ratio (95% CI)", "P for interaction"),
                List.of(
                        new ForestPlot.Heading("Students who had taken part in another mentorship programme before"),
                        longLabel("Yes, for at least one term, with a mentor of the same institution"),
                        longLabel("No")),
                OptionalDouble.of(1),
                Scale.Kind.LOGARITHMIC,
                AxisText.of("Risk ratio"));
    }

    private static ForestPlot.Estimate longLabel(String label) {
        List<String> cells = List.of("12/20 (60%)", "31/52 (60%)", "1.01 (0.66 to 1.54)", ".88");
        return new ForestPlot.Estimate(label, 1.01, 0.66, 1.54, ForestPlot.Emphasis.SINGLE, cells);
    }

    private static ForestPlot.Estimate ratio(
            String label, double estimate, double lower, double upper, String a, String b, String text) {
        return new ForestPlot.Estimate(label, estimate, lower, upper, ForestPlot.Emphasis.SINGLE, List.of(a, b, text));
    }

    private static DivergingBars likert() {
        return new DivergingBars(
                List.of("Strongly disagree", "Disagree", "Neutral", "Agree", "Strongly agree"),
                "Disagree",
                "Agree",
                List.of(
                        item("The programme had a positive effect on my rotation", 1, 2, 6, 21, 18),
                        item("I felt less stress because of my mentor", 3, 7, 10, 17, 11),
                        item("My mentor was easy to reach", 0, 1, 4, 15, 28),
                        item("I would recommend it", 0, 0, 3, 12, 33)));
    }

    private static DivergingBars.Item item(String label, int... counts) {
        int n = java.util.Arrays.stream(counts).sum();
        List<Double> shares = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        for (int count : counts) {
            shares.add((double) count / n);
            texts.add(count == 0 ? "" : Math.round(100.0 * count / n) + "%");
        }
        return new DivergingBars.Item(
                label,
                shares,
                texts,
                Math.round(100.0 * (counts[0] + counts[1]) / n) + "%",
                Math.round(100.0 * (counts[3] + counts[4]) / n) + "%");
    }

    private static LabelledBars bars() {
        return new LabelledBars(
                List.of("Students", "Mentors"),
                List.of(
                        category("Relationship building", 31, 24),
                        category("Different perspective", 22, 17),
                        category("Knowledge sharing", 19, 21),
                        category("Personal fulfilment", 0, 14),
                        category("Self-reflection", 8, 12)),
                LabelledBars.Style.BARS,
                AxisText.of(""));
    }

    private static LabelledBars dots() {
        return new LabelledBars(
                List.of("First coder", "Second coder"),
                List.of(
                        category("Relationship building", 31, 28),
                        category("Different perspective", 22, 22),
                        category("Knowledge sharing", 19, 23),
                        category("Personal fulfilment", 2, 4),
                        category("Self-reflection", 8, 12)),
                LabelledBars.Style.DOTS,
                AxisText.of("Answers with the theme"));
    }

    private static LabelledBars.Category category(String label, int a, int b) {
        return new LabelledBars.Category(
                label, List.of(new LabelledBars.Quantity(a, "" + a), new LabelledBars.Quantity(b, "" + b)));
    }

    private static StackedBars stacked() {
        return new StackedBars(
                List.of(
                        "Considerable improvement",
                        "Moderate or slight improvement",
                        "No material change",
                        "Moderate or slight deterioration",
                        "Considerable deterioration",
                        "Death"),
                List.of(arm("Streptomycin", 28, 10, 2, 5, 6, 4), arm("Control", 4, 13, 3, 12, 6, 14)));
    }

    private static StackedBars.Group arm(String label, int... counts) {
        int n = java.util.Arrays.stream(counts).sum();
        List<Double> shares = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        for (int count : counts) {
            shares.add((double) count / n);
            texts.add("" + count);
        }
        return new StackedBars.Group(label, "n = " + n, shares, texts);
    }

    private static FlowDiagram flow() {
        return new FlowDiagram(
                List.of(new FlowDiagram.Step(
                        "Assessed for eligibility",
                        List.of("152 fourth-year students"),
                        List.of("Excluded: 17", "declined: 11", "other institution: 6"))),
                List.of(
                        new FlowDiagram.Arm(List.of(
                                FlowDiagram.Step.of("Mentored", "51 students after the programme began"),
                                new FlowDiagram.Step(
                                        "Inventory at the end",
                                        List.of("51 answered"),
                                        List.of("Survey not", "answered: 3")),
                                FlowDiagram.Step.of("Analysed", "51 students"))),
                        new FlowDiagram.Arm(List.of(
                                FlowDiagram.Step.of("Control", "84 students before the programme began"),
                                FlowDiagram.Step.of("Inventory at the end", "84 answered"),
                                FlowDiagram.Step.of("Analysed", "84 students")))));
    }

    private static FlowDiagram flowOfThree() {
        return new FlowDiagram(
                List.of(FlowDiagram.Step.of("Randomised", "120 patients")),
                List.of(
                        armOf("Low dose", "40 received it", "Lost: 2"),
                        armOf("High dose", "39 received it, one withdrew", "Lost: 1"),
                        armOf("Placebo", "40 received it", "Lost: 0")));
    }

    private static FlowDiagram.Arm armOf(String label, String line, String loss) {
        return new FlowDiagram.Arm(List.of(
                new FlowDiagram.Step(label, List.of(line), List.of(loss)),
                FlowDiagram.Step.of("Analysed", "by intention to treat")));
    }

    private static ScatterPlot scatter() {
        SplittableRandom random = new SplittableRandom(11);
        List<ScatterPlot.Group> groups = new ArrayList<>();
        for (String label : List.of("Mentored", "Control")) {
            List<ScatterPlot.Point> points = new ArrayList<>();
            for (int i = 0; i < 60; i++) {
                double x = random.nextInt(55);
                points.add(new ScatterPlot.Point(x, 10 - 0.4 * x + random.nextInt(20) - 8));
            }
            List<ScatterPlot.Fit> fit = new ArrayList<>();
            for (int x = 0; x <= 54; x += 6) {
                double band = 1.5 + Math.abs(x - 27) / 12.0;
                double y = 12 - 0.4 * x - (label.equals("Control") ? 0 : 4);
                fit.add(new ScatterPlot.Fit(x, y, y - band, y + band));
            }
            groups.add(new ScatterPlot.Group(label, points, fit));
        }
        return new ScatterPlot(AxisText.of("Exhaustion at the start, points"), "Change, points", groups);
    }

    private static SurvivalCurve survival() {
        return new SurvivalCurve(
                "Months since randomisation",
                "Probability of survival",
                "At risk",
                List.of(0.0, 2.0, 4.0, 6.0),
                List.of(
                        new SurvivalCurve.Group(
                                "Streptomycin",
                                List.of(
                                        new SurvivalCurve.Step(1.2, 0.98),
                                        new SurvivalCurve.Step(3.1, 0.95),
                                        new SurvivalCurve.Step(5, 0.93)),
                                List.of(2.5, 5.5),
                                6,
                                List.of("55", "53", "51", "49")),
                        new SurvivalCurve.Group(
                                "Control",
                                List.of(
                                        new SurvivalCurve.Step(0.6, 0.94),
                                        new SurvivalCurve.Step(1.9, 0.87),
                                        new SurvivalCurve.Step(3, 0.81),
                                        new SurvivalCurve.Step(4.4, 0.73)),
                                List.of(3.5),
                                6,
                                List.of("52", "45", "40", "36"))));
    }

    private static SlopeChart slope() {
        double[] first = {0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0};
        double[] second = {1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4};
        List<SlopeChart.Pair> pairs = new ArrayList<>();
        for (int i = 0; i < first.length; i++) {
            pairs.add(new SlopeChart.Pair("patient " + (i + 1), first[i], second[i]));
        }
        return new SlopeChart(
                "Extra hours of sleep",
                "Dextro-hyoscyamine",
                "Laevo-hyoscine",
                pairs,
                List.of(new SlopeChart.Summary(0.75, 2.33, "0.75", "mean 2.33")));
    }

    private static Histogram histogram() {
        List<Double> edges = new ArrayList<>();
        for (int edge = 0; edge <= 54; edge += 3) {
            edges.add((double) edge);
        }
        return new Histogram(
                AxisText.of("Emotional exhaustion at the start, points"),
                "Students",
                edges,
                List.of(
                        new Histogram.Panel(
                                "Mentored",
                                List.of(0, 1, 2, 3, 5, 8, 9, 7, 6, 4, 3, 2, 1, 0, 0, 0, 0, 0),
                                OptionalDouble.of(20),
                                "median 20"),
                        new Histogram.Panel(
                                "Control",
                                List.of(1, 2, 4, 6, 9, 11, 13, 12, 9, 6, 5, 3, 2, 1, 0, 0, 0, 0),
                                OptionalDouble.of(21),
                                "median 21")));
    }

    private static StripPlot strip() {
        return new StripPlot(
                "Median",
                List.of(
                        new StripPlot.Row(
                                "Dextro",
                                List.of(0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0),
                                OptionalDouble.of(0.35),
                                "0.35",
                                0),
                        new StripPlot.Row(
                                "Laevo",
                                List.of(1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4),
                                OptionalDouble.of(1.75),
                                "1.75",
                                1)),
                AxisText.of("Extra hours of sleep"));
    }
}
