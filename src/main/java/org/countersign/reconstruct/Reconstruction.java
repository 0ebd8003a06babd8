package org.countersign.reconstruct;

import java.math.MathContext;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.countersign.analysis.AnalysisSources;
import org.countersign.analysis.Ledger;
import org.countersign.analysis.LedgerEntry;
import org.countersign.dataset.io.CsvText;
import org.countersign.diagnostics.Diagnostic;
import org.countersign.diagnostics.Diagnostics;
import org.countersign.diagnostics.StudyException;
import org.countersign.diagnostics.Suggestions;
import org.countersign.numbers.Decimals;
import org.countersign.numbers.NumberStyle;
import org.countersign.stats.Computed;
import org.countersign.study.AnalysisSpec;
import org.countersign.study.DatasetSpec;
import org.countersign.study.LocatedText;
import org.countersign.study.PopulationSpec;
import org.countersign.study.ReconstructionSpec;
import org.countersign.study.ReconstructionSpec.DatasetPlan;
import org.countersign.study.StudyDefinition;
import org.countersign.study.VariableSpec;

/** Makes records that agree with a study's claims, dataset by dataset; the same seed gives the same records. */
public final class Reconstruction {

    private static final String STATUS_COLUMN = "data_status";

    private final StudyDefinition study;
    private final ReconstructionSpec spec;
    private final NumberStyle style;
    private final Diagnostics diagnostics = new Diagnostics();

    private Reconstruction(StudyDefinition study, ReconstructionSpec spec, NumberStyle style) {
        this.study = study;
        this.spec = spec;
        this.style = style;
    }

    /**
     * What came out.
     *
     * @param files text of each data file, by path below the study's folder
     * @param outcomes of the targets, in the order of the claims
     * @param steps taken, by dataset
     */
    public record Result(Map<String, String> files, List<Outcome> outcomes, Map<String, Integer> steps) {
        public Result {
            files = Collections.unmodifiableMap(new LinkedHashMap<>(files));
            outcomes = List.copyOf(outcomes);
            steps = Collections.unmodifiableMap(new LinkedHashMap<>(steps));
        }

        public boolean isComplete() {
            return outcomes.stream().allMatch(Outcome::isMet);
        }
    }

    /**
     * How near a target was reached.
     *
     * @param key of the entry
     * @param wanted for a reader
     * @param reached the entry as displayed, with its value where it misses the target
     * @param distance in units of the last printed place; 0 if met
     */
    public record Outcome(String key, String wanted, String reached, double distance) {
        public boolean isMet() {
            return distance == 0;
        }
    }

    /** Hears how far the search is. */
    public interface Progress {
        void step(String dataset, int step, int steps, double loss, int unmet);
    }

    /**
     * @throws StudyException if the plan is wrong, or claims contradict each other
     */
    public static Result run(StudyDefinition study, ReconstructionSpec spec, NumberStyle style, Progress progress) {
        return new Reconstruction(study, spec, style).run(progress);
    }

    private Result run(Progress progress) {
        List<Target> targets = Target.of(study.claims(), spec.plausible());
        Contradictions.report(targets, diagnostics);
        diagnostics.throwIfErrors();
        Map<String, String> files = new LinkedHashMap<>();
        Map<String, Integer> steps = new LinkedHashMap<>();
        Map<Target, Outcome> outcomes = new LinkedHashMap<>();
        for (DatasetPlan plan : spec.datasets()) {
            Optional<DatasetSpec> dataset = study.dataset(plan.dataset().text());
            if (dataset.isEmpty()) {
                diagnostics.add(Diagnostic.error(
                                "unknown-dataset",
                                plan.dataset().location(),
                                "there is no dataset `" + plan.dataset() + "`")
                        .withHint(Suggestions.hint(
                                plan.dataset().text(),
                                study.datasets().stream().map(DatasetSpec::name).toList())));
                continue;
            }
            reconstruct(dataset.get(), plan, targets, files, steps, outcomes, progress);
        }
        diagnostics.throwIfErrors();
        List<Outcome> ordered = new ArrayList<>();
        for (Target target : targets) {
            ordered.add(outcomes.getOrDefault(
                    target,
                    new Outcome(
                            target.key(),
                            target.wanted(),
                            "no planned dataset yields it alone",
                            Double.POSITIVE_INFINITY)));
        }
        return new Result(files, ordered, steps);
    }

    private void reconstruct(
            DatasetSpec dataset,
            DatasetPlan plan,
            List<Target> targets,
            Map<String, String> files,
            Map<String, Integer> steps,
            Map<Target, Outcome> outcomes,
            Progress progress) {
        if (!isSound(dataset, plan)) {
            return;
        }
        // every dataset has a stream of its own, so that a change to one leaves the others as they are
        UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(
                spec.seed() ^ ((long) dataset.name().hashCode() << 32));
        Records records = new Records(dataset, plan.rows());
        Beginnings.fill(records, plan, random, diagnostics);
        if (diagnostics.hasErrors()) {
            return;
        }
        List<AnalysisSpec> analyses = AnalysisSources.with(
                study,
                study.analyses().stream()
                        .filter(a -> datasetsOf(a).equals(Set.of(dataset.name())))
                        .filter(a -> targets.stream().anyMatch(t -> t.key().startsWith(a.id() + ".")))
                        .toList());
        List<Target> own = targets.stream()
                .filter(t -> analyses.stream().anyMatch(a -> t.key().startsWith(a.id() + ".")))
                .toList();
        List<List<String>> movable = plan.move().stream()
                .map(group -> group.stream().map(LocatedText::text).toList())
                .toList();
        Search search = new Search(study, style, records, movable, own, analyses, random);
        int taken = movable.isEmpty()
                ? 0
                : search.run(
                        spec.steps(), (step, of, loss, unmet) -> progress.step(dataset.name(), step, of, loss, unmet));
        steps.put(dataset.name(), taken);
        Ledger ledger = search.ledger();
        for (Target target : own) {
            double distance = target.distance(ledger);
            String reached = ledger.get(target.key())
                    .map(e -> distance == 0 ? e.display() : precise(e))
                    .orElse("no such entry");
            outcomes.put(target, new Outcome(target.key(), target.wanted(), reached, distance));
        }
        files.put(dataset.file().text(), csv(records));
    }

    /** A number that misses its target may be displayed as it: more digits show by how much. */
    private static String precise(LedgerEntry entry) {
        return entry.value() instanceof Computed<Double> computed && Double.isFinite(computed.value())
                ? entry.display() + " ("
                        + Decimals.of(computed.value())
                                .round(new MathContext(6))
                                .stripTrailingZeros()
                                .toPlainString()
                        + ")"
                : entry.display();
    }

    /** The datasets that an analysis computes from, itself or by the results that it takes. */
    private Set<String> datasetsOf(AnalysisSpec analysis) {
        List<AnalysisSpec> sources = AnalysisSources.of(study, analysis);
        return sources.isEmpty()
                ? Set.of(datasetOf(analysis))
                : sources.stream().flatMap(s -> datasetsOf(s).stream()).collect(Collectors.toSet());
    }

    private String datasetOf(AnalysisSpec analysis) {
        return analysis.population()
                .flatMap(p -> study.population(p.text()))
                .map(PopulationSpec::dataset)
                .or(analysis::dataset)
                .map(LocatedText::text)
                .orElseGet(() -> study.datasets().get(0).name());
    }

    private String csv(Records records) {
        List<List<String>> table = new ArrayList<>();
        List<String> header = new ArrayList<>(
                records.spec().variables().stream().map(VariableSpec::name).toList());
        header.add(STATUS_COLUMN);
        table.add(header);
        for (int row = 0; row < records.rows(); row++) {
            List<String> cells = new ArrayList<>();
            for (VariableSpec variable : records.spec().variables()) {
                cells.add(records.cell(variable, row));
            }
            cells.add(study.about().dataStatus().id());
            table.add(cells);
        }
        return CsvText.of(table);
    }

    private boolean isSound(DatasetSpec dataset, DatasetPlan plan) {
        boolean sound = plan.rows() > 0;
        if (!sound) {
            diagnostics.error(
                    "wrong-type", plan.dataset().location(), "`rows` of `" + plan.dataset() + "`: expected at least 1");
        }
        List<String> known =
                dataset.variables().stream().map(VariableSpec::name).toList();
        for (List<LocatedText> group : plan.move()) {
            for (LocatedText name : group) {
                if (!known.contains(name.text())) {
                    diagnostics.add(Diagnostic.error(
                                    "unknown-variable",
                                    name.location(),
                                    "`" + dataset.name() + "` has no column `" + name + "` to move")
                            .withHint(Suggestions.hint(name.text(), known)));
                    sound = false;
                }
            }
        }
        return sound;
    }
}
