package org.countersign.report.exhibit.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.countersign.analysis.LedgerEntry;
import org.countersign.chart.ChartType;
import org.countersign.chart.types.FlowDiagram;
import org.countersign.report.exhibit.Exhibit;
import org.countersign.report.exhibit.FigureType;
import org.countersign.study.AnalysisSpec;

/** The way of the participants through the study, from an analysis by the method {@code participant_flow}. */
public final class FlowFigure implements FigureType {

    @Override
    public ChartType chart() {
        return FlowDiagram.TYPE;
    }

    @Override
    public List<String> takes() {
        return List.of("participant_flow");
    }

    @Override
    public List<String> options() {
        return List.of("trunk: how many of the first steps all groups take together; 1 if absent");
    }

    @Override
    public Optional<Figure> build(Exhibit exhibit) {
        AnalysisSpec analysis = exhibit.analyses().get(0);
        Map<String, String> groups =
                exhibit.group(analysis).map(Exhibit::levelLabels).orElse(Map.of());
        List<String> steps = exhibit.groups(analysis.id());
        if (groups.size() < 2 || steps.isEmpty()) {
            exhibit.problem(
                    "the chart shows counts of populations by group", Optional.of("name an analysis with a `group`"));
            return Optional.empty();
        }
        int trunk = Math.max(
                1, Math.min(steps.size(), exhibit.number("trunk", 1).orElse(1.0).intValue()));
        List<FlowDiagram.Step> shared = new ArrayList<>();
        List<String> sentences = new ArrayList<>();
        for (int i = 0; i < trunk; i++) {
            shared.add(step(exhibit, analysis, steps, i, "overall", label(exhibit, analysis, steps.get(i))));
            sentences.add(
                    label(exhibit, analysis, steps.get(i)) + ": " + count(exhibit, analysis, steps.get(i), "overall"));
        }
        List<FlowDiagram.Arm> arms = new ArrayList<>();
        groups.forEach((slug, name) -> {
            List<FlowDiagram.Step> own = new ArrayList<>();
            int first = Math.min(trunk, steps.size()) - 1;
            own.add(step(exhibit, analysis, steps, first, slug, name));
            List<String> counts = new ArrayList<>(List.of(count(exhibit, analysis, steps.get(first), slug)));
            for (int i = trunk; i < steps.size(); i++) {
                own.add(step(exhibit, analysis, steps, i, slug, label(exhibit, analysis, steps.get(i))));
                counts.add(count(exhibit, analysis, steps.get(i), slug));
            }
            arms.add(new FlowDiagram.Arm(own));
            sentences.add(name + ": " + String.join(", then ", counts));
        });
        return Optional.of(new Figure(
                new FlowDiagram(shared, arms), "Flow of participants. " + String.join("; ", sentences) + "."));
    }

    private static String count(Exhibit exhibit, AnalysisSpec analysis, String step, String group) {
        return Values.display(exhibit, analysis.id() + "." + step + "." + group + ".count");
    }

    private static String label(Exhibit exhibit, AnalysisSpec analysis, String step) {
        return exhibit.entry(analysis.id() + "." + step + ".overall.count")
                .map(LedgerEntry::subject)
                .orElse(step);
    }

    /** A box, with the losses on the way to the next step beside it. */
    private static FlowDiagram.Step step(
            Exhibit exhibit, AnalysisSpec analysis, List<String> steps, int index, String group, String heading) {
        List<String> losses = new ArrayList<>();
        if (index + 1 < steps.size() && !group.equals("overall")) {
            String lost = analysis.id() + "." + steps.get(index + 1) + "." + group + ".excluded";
            if (Values.orZero(exhibit, lost) > 0) {
                losses.add("Lost: " + Values.display(exhibit, lost));
            }
        }
        return new FlowDiagram.Step(
                heading, List.of("n = " + count(exhibit, analysis, steps.get(index), group)), losses);
    }
}
