package org.countersign.reconstruct;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.rng.UniformRandomProvider;
import org.countersign.analysis.AnalysisRunner;
import org.countersign.analysis.AnalysisSources;
import org.countersign.analysis.Ledger;
import org.countersign.dataset.Dataset;
import org.countersign.dataset.Datasets;
import org.countersign.dataset.expression.DerivedColumns;
import org.countersign.diagnostics.Diagnostics;
import org.countersign.numbers.NumberStyle;
import org.countersign.study.AnalysisSpec;
import org.countersign.study.LocatedText;
import org.countersign.study.StudyDefinition;

/**
 * Simulated annealing (Kirkpatrick, Gelatt and Vecchi 1983, doi:10.1126/science.220.4598.671) over single records: a
 * step changes a few cells of one row by one, and is kept if the targets come nearer, or by a chance that shrinks. The
 * columns of a step come from one group, and only the analyses that read them are done again.
 */
final class Search {

    private static final double FIRST_TEMPERATURE = 0.5;
    private static final double LAST_TEMPERATURE = 0.01;
    /** What an unmet target weighs however near it is, in units. */
    private static final double UNMET = 0.3;

    private static final int MOST_CELLS = 4;

    private final StudyDefinition study;
    private final NumberStyle style;
    private final Records records;
    private final List<Target> targets;
    private final List<AnalysisSpec> analyses;
    private final UniformRandomProvider random;
    private final List<Group> groups = new ArrayList<>();
    private final Map<Target, Double> distances = new LinkedHashMap<>();

    /**
     * Columns that a step changes together.
     *
     * @param analyses those that read them, and what these compute from
     * @param targets of those that read them
     */
    private record Group(List<String> columns, List<AnalysisSpec> analyses, List<Target> targets) {}

    Search(
            StudyDefinition study,
            NumberStyle style,
            Records records,
            List<List<String>> movable,
            List<Target> targets,
            List<AnalysisSpec> analyses,
            UniformRandomProvider random) {
        this.study = study;
        this.style = style;
        this.records = records;
        this.targets = List.copyOf(targets);
        this.analyses = List.copyOf(analyses);
        this.random = random;
        for (List<String> columns : movable) {
            List<AnalysisSpec> readers =
                    analyses.stream().filter(a -> reads(a, columns)).toList();
            groups.add(new Group(
                    columns,
                    AnalysisSources.with(study, readers),
                    targets.stream()
                            .filter(t -> readers.stream().anyMatch(a -> t.key().startsWith(a.id() + ".")))
                            .toList()));
        }
    }

    /** Whether an analysis depends on one of the columns; one with a population does, to be safe. */
    private boolean reads(AnalysisSpec analysis, List<String> columns) {
        if (analysis.population().isPresent() || analysis.roles().isEmpty()) {
            return true;
        }
        for (List<LocatedText> role : analysis.roles().values()) {
            for (LocatedText variable : role) {
                Set<String> sources = DerivedColumns.sources(records.spec(), variable.text());
                if (columns.stream().anyMatch(sources::contains)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Hears how far the search is. */
    interface Progress {
        void step(int step, int steps, double loss, int unmet);
    }

    /**
     * Changes the records until every target is met.
     *
     * @return the steps that were taken; as many as allowed if some target is not met
     */
    int run(int steps, Progress progress) {
        measure(analyses, targets);
        for (int step = 0; step < steps; step++) {
            double loss = loss();
            if (loss == 0) {
                return step;
            }
            if (step % 500 == 0) {
                progress.step(step, steps, loss, unmet());
            }
            Group group = groups.get(random.nextInt(groups.size()));
            double before = loss(group.targets());
            if (before == 0 && random.nextInt(50) != 0) {
                continue;
            }
            double temperature =
                    FIRST_TEMPERATURE * StrictMath.pow(LAST_TEMPERATURE / FIRST_TEMPERATURE, (double) step / steps);
            Undo undo = move(group);
            if (undo.isEmpty()) {
                continue;
            }
            Map<Target, Double> kept = new LinkedHashMap<>();
            group.targets().forEach(t -> kept.put(t, distances.getOrDefault(t, 0.0)));
            measure(group.analyses(), group.targets());
            double after = loss(group.targets());
            if (after > before && random.nextDouble() >= StrictMath.exp((before - after) / temperature)) {
                undo.undo();
                distances.putAll(kept);
            }
        }
        return steps;
    }

    /** The ledger of the analyses that have targets. */
    Ledger ledger() {
        return ledger(analyses);
    }

    private Ledger ledger(List<AnalysisSpec> some) {
        Dataset dataset = DerivedColumns.addTo(records.dataset(), new Diagnostics());
        return AnalysisRunner.run(study, new Datasets(Map.of(dataset.name(), dataset)), style, some);
    }

    private void measure(List<AnalysisSpec> some, List<Target> theirs) {
        Ledger ledger = ledger(some);
        theirs.forEach(t -> distances.put(t, t.distance(ledger)));
    }

    private double loss() {
        return loss(targets);
    }

    private double loss(List<Target> some) {
        double loss = 0;
        for (Target target : some) {
            double distance = distances.getOrDefault(target, 0.0);
            loss += distance > 0 ? UNMET + distance : 0;
        }
        return loss;
    }

    private int unmet() {
        return (int) distances.values().stream().filter(d -> d > 0).count();
    }

    /** The cells of a step with what they held. */
    private final class Undo {
        private final int row;
        private final List<String> columns = new ArrayList<>();
        private final List<Double> before = new ArrayList<>();

        Undo(int row) {
            this.row = row;
        }

        void change(String column, double by) {
            double[] values = records.values(column);
            double[] range = records.range(column);
            double changed = values[row] + by;
            if (by != 0 && changed >= range[0] && changed <= range[1]) {
                columns.add(column);
                before.add(values[row]);
                values[row] = changed;
            }
        }

        boolean isEmpty() {
            return columns.isEmpty();
        }

        void undo() {
            for (int i = columns.size() - 1; i >= 0; i--) {
                records.values(columns.get(i))[row] = before.get(i);
            }
        }
    }

    private Undo move(Group group) {
        Undo undo = new Undo(random.nextInt(records.rows()));
        int cells = 1 + random.nextInt(MOST_CELLS);
        for (int i = 0; i < cells; i++) {
            String column = group.columns().get(random.nextInt(group.columns().size()));
            double[] range = records.range(column);
            boolean levels = records.variable(column).orElseThrow().type().isCategorical();
            double by = levels
                    ? range[0] + random.nextInt((int) (range[1] - range[0]) + 1) - records.values(column)[undo.row]
                    : random.nextBoolean() ? 1 : -1;
            undo.change(column, by);
        }
        return undo;
    }
}
